/**
 * How to run this very command in a process of its own, with no launcher between: the child's pid
 * is the node's.
 * @module
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Program and first arguments. On the right Node the launcher runs the command in-process. */
export function launchCommand(): readonly string[] {
  // From the checkout, and from a published package, whose files lie one folder higher.
  const places = ['../bin/permafrost.cjs', './bin/permafrost.cjs'];
  const launcher = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
  if (launcher === undefined) throw new Error('the permafrost launcher is not where it should be');
  return [process.execPath, launcher];
}
