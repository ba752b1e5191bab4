/**
 * Compares the kernel with @noble/curves on random and edge input, on each curve in turn, until
 * there were enough cases of each or the time is over. Prints its seed; a difference is shown with
 * the operation and its input.
 *
 *   npm run fuzz:kernel -- [--cases N] [--seconds S] [--seed TEXT]
 * @module
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as edwards from '../packages/frost/src/backend/ed25519.ts';
import * as ristretto from '../packages/frost/src/backend/ristretto255.ts';
import * as koblitz from '../packages/frost/src/backend/secp256k1.ts';
import {
  compareBackends,
  edwardsGround,
  ristrettoGround,
  secp256k1Ground,
} from '../packages/frost/test/backends.ts';
import { seeded } from '../packages/frost/test/seeded.ts';

const USAGE = 'usage: npm run fuzz:kernel -- [--cases N] [--seconds S] [--seed TEXT]';
const ROUNDS = 20;

const curves = [
  {
    name: 'edwards25519',
    kernel: edwards.kernelBackend(),
    reference: edwards.nobleBackend,
    ground: edwardsGround,
  },
  {
    name: 'ristretto255',
    kernel: ristretto.kernelBackend(),
    reference: ristretto.nobleBackend,
    ground: ristrettoGround,
  },
  {
    name: 'secp256k1',
    kernel: koblitz.kernelBackend(),
    reference: koblitz.nobleBackend,
    ground: secp256k1Ground,
  },
] as const;

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
  const end = performance.now() + 1000 * wanted.seconds;
  const cases = new Map(curves.map(({ name }) => [name, 0]));
  const open = () => curves.filter(({ name }) => (cases.get(name) as number) < wanted.cases);
  for (let part = 0; open().length > 0 && performance.now() < end; part++) {
    for (const { name, kernel, reference, ground } of open()) {
      if (kernel === undefined) {
        console.error('this engine has no WebAssembly with vector instructions');
        return 1;
      }
      const random = seeded(`${wanted.seed} ${name} ${part}`);
      try {
        const more = compareBackends(kernel, reference, ground, { random, rounds: ROUNDS });
        cases.set(name, (cases.get(name) as number) + more);
      } catch (error) {
        console.error(`${name}, seed ${wanted.seed}, part ${part}: ${(error as Error).message}`);
        return 1;
      }
    }
  }
  for (const [name, count] of cases) {
    console.log(`${name}: kernel and noble agree on ${count} results, seed ${wanted.seed}`);
  }
  return 0;
}

process.exitCode = run();
