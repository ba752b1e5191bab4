/**
 * Reads every source file of every package and fails when one breaks the rules of `layers.ts`.
 *
 * Run: npm run layers
 * @module
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSource } from './layers.ts';

const root = join(import.meta.dirname, '..');
const paths = globSync('packages/*/src/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('/gen/'))
  .sort();
const problems = paths.flatMap((path) => checkSource(path, readFileSync(join(root, path), 'utf8')));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
