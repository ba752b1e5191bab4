/**
 * `node mutants/simulate.ts JSON`: runs one simulated check, prints what its checkers say, and exits
 * with 1 when they say anything.
 * @module
 */
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { runScript } from '../packages/node/src/sim/adversary/scene.ts';
import type { Check } from './defect.ts';

installNodeCrypto();
const check = JSON.parse(process.argv[2] ?? '{}') as Check;
const said = new Set<string>();

function attempt(f: () => readonly string[]): void {
  try {
    for (const one of f()) said.add(one);
  } catch (error) {
    // A node that stops by itself, or work that cannot be done any more, is noticed as well.
    said.add(`thrown: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if ('script' in check) {
  for (const seed of check.seeds) attempt(() => runScript(check.script, seed).violations());
}
for (const one of said) console.log(one);
process.exitCode = said.size === 0 ? 0 : 1;
