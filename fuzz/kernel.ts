/**
 * Compares the kernel with @noble/curves on random and edge input, until there were enough cases
 * or the time is over. Prints its seed; a difference is shown with the operation and its input.
 *
 *   npm run fuzz:kernel -- [--cases N] [--seconds S] [--seed TEXT]
 * @module
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { kernelBackend, nobleBackend } from '../packages/frost/src/backend/ed25519.ts';
import { compareBackends } from '../packages/frost/test/backends.ts';
import { seeded } from '../packages/frost/test/seeded.ts';

const USAGE = 'usage: npm run fuzz:kernel -- [--cases N] [--seconds S] [--seed TEXT]';
const ROUNDS = 20;

function options(): { readonly cases: number; readonly seconds: number; readonly seed: string } {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '20000' },
      seconds: { type: 'string', default: '3600' },
      seed: { type: 'string', default: randomBytes(8).toString('hex') },
    },
  });
  const cases = Number(values.cases);
  const seconds = Number(values.seconds);
  if (!(cases > 0) || !(seconds > 0)) throw new RangeError('N and S are positive numbers');
  return { cases, seconds, seed: values.seed };
}

function run(): number {
  let wanted: ReturnType<typeof options>;
  try {
    wanted = options();
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const kernel = kernelBackend();
  if (kernel === undefined) {
    console.error('this engine has no WebAssembly with vector instructions');
    return 1;
  }
  const end = performance.now() + 1000 * wanted.seconds;
  let cases = 0;
  for (let part = 0; cases < wanted.cases && performance.now() < end; part++) {
    try {
      cases += compareBackends(kernel, nobleBackend, seeded(`${wanted.seed} ${part}`), ROUNDS);
    } catch (error) {
      console.error(`seed ${wanted.seed}, part ${part}: ${(error as Error).message}`);
      return 1;
    }
  }
  console.log(`kernel and noble agree on ${cases} results, seed ${wanted.seed}`);
  return 0;
}

process.exitCode = run();
