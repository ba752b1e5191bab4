/**
 * How long each step of a signature and of a key generation takes one participant, beside others
 * at the same work: `noble-frost` is the FROST of @noble/curves, `cmdcode-frost` is @cmdcode/frost,
 * `own-noble-backend` our own code on noble's arithmetic. All in one process, turn by turn; a ratio
 * is theirs divided by ours.
 *
 *   npm run bench -- [--json] [--suites ed25519,secp256k1-tr] [--t 2,5,11,67] [--seconds S]
 *
 * S is how long a row may take, 2 unless given; a row takes at least three rounds.
 * @module
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Ciphersuite, ciphersuite, suites } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import * as edwards from '../packages/frost/src/backend/ed25519.ts';
import * as ristretto from '../packages/frost/src/backend/ristretto255.ts';
import * as koblitz from '../packages/frost/src/backend/secp256k1.ts';
import { ed25519Over } from '../packages/frost/src/ed25519.ts';
import { ristretto255Over } from '../packages/frost/src/ristretto255.ts';
import { secp256k1Over } from '../packages/frost/src/secp256k1.ts';
import { secp256k1TrOver } from '../packages/frost/src/secp256k1-tr.ts';
import { cmdcodeSteps } from './bench/cmdcode.ts';
import { ceremonyOf, KEYGEN_STEPS, keygenSteps } from './bench/keygen.ts';
import { measure, type Timing, type Work } from './bench/measure.ts';
import { keysOf, nobleSteps, ourSteps, STEPS } from './bench/signing.ts';

const USAGE =
  'usage: npm run bench -- [--json] [--suites ID,…] [--t T,…] [--seconds S]   (t from 2 to 100)';
/** A whole signature of this many signers takes noble a quarter of a minute. */
const WHOLE_MAX = 11;

type Row = {
  readonly suite: string;
  readonly t: number;
  readonly n: number;
  readonly step: string;
  readonly ours_us: number;
  readonly peer: string;
  readonly peer_us: number;
  readonly ratio: number;
};

type Options = {
  readonly json: boolean;
  readonly suites: readonly Ciphersuite[];
  readonly thresholds: readonly number[];
  readonly budgetMs: number;
};

function options(): Options {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      suites: { type: 'string', default: 'ed25519,secp256k1-tr' },
      t: { type: 'string', default: '2,5,11,67' },
      seconds: { type: 'string', default: '2' },
    },
  });
  const thresholds = values.t.split(',').map(Number);
  if (!thresholds.every((t) => Number.isInteger(t) && t >= 2 && t <= 100)) {
    throw new RangeError('a threshold is a number from 2 to 100');
  }
  const budgetMs = 1000 * Number(values.seconds);
  if (!(budgetMs > 0)) throw new RangeError('S is a positive number');
  return {
    json: values.json,
    suites: values.suites.split(',').map(ciphersuite),
    thresholds,
    budgetMs,
  };
}

/** Our code on noble's arithmetic, where ours is not that already. */
const overNoble: ReadonlyMap<string, () => Ciphersuite> = new Map([
  ['ed25519', () => ed25519Over(edwards.nobleBackend)],
  ['ristretto255', () => ristretto255Over(ristretto.nobleBackend)],
  ['secp256k1', () => secp256k1Over(koblitz.nobleBackend)],
  ['secp256k1-tr', () => secp256k1TrOver(koblitz.nobleBackend)],
]);

type Peer<S extends string> = { readonly name: string; readonly steps: Readonly<Record<S, Work>> };

function* compare<S extends string>(
  of: { readonly suite: string; readonly t: number; readonly n: number },
  steps: readonly S[],
  ours: Readonly<Record<S, Work>>,
  peers: readonly Peer<S>[],
  budgetMs: number,
): Generator<Row & { readonly ours: Timing; readonly theirs: Timing }> {
  for (const step of steps) {
    const timings = measure([ours[step], ...peers.map((peer) => peer.steps[step])], budgetMs);
    const [mine, ...others] = timings as [Timing, ...Timing[]];
    for (const [k, theirs] of others.entries()) {
      yield {
        ...of,
        step,
        ours_us: round(mine.median),
        peer: peers[k]!.name,
        peer_us: round(theirs.median),
        ratio: round(theirs.median / mine.median),
        ours: mine,
        theirs,
      };
    }
  }
}

function round(x: number): number {
  return Number(x.toPrecision(4));
}

function* rows({ suites: wanted, thresholds, budgetMs }: Options): ReturnType<typeof compare> {
  for (const suite of wanted) {
    const other = overNoble.get(suite.id)?.();
    for (const t of thresholds) {
      const n = Math.ceil((3 * t) / 2);
      const of = { suite: suite.id, t, n };
      const keys = keysOf(suite, t, n);
      const noble = nobleSteps(keys);
      const signing = [
        ...(noble === undefined ? [] : [{ name: 'noble-frost', steps: noble }]),
        ...(suite.id === 'secp256k1-tr' && t <= WHOLE_MAX
          ? [{ name: 'cmdcode-frost', steps: cmdcodeSteps(t, n) }]
          : []),
        ...(other === undefined
          ? []
          : [{ name: 'own-noble-backend', steps: ourSteps(keysOf(other, t, n)) }]),
      ];
      const steps = STEPS.filter((step) => step !== 'whole' || t <= WHOLE_MAX);
      yield* compare(of, steps, ourSteps(keys), signing, budgetMs);
      if (other === undefined) continue;
      const made = ceremonyOf(suite.cocktail, t, n);
      const peers = [{ name: 'own-noble-backend', steps: keygenSteps(made, other.cocktail) }];
      yield* compare(of, KEYGEN_STEPS, keygenSteps(made, suite.cocktail), peers, budgetMs);
    }
  }
}

function main(): number {
  let wanted: Options;
  try {
    wanted = options();
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}\nsuites: ${[...suites.keys()].join(' ')}`);
    return 2;
  }
  installNodeCrypto();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  const done: Row[] = [];
  if (!wanted.json) {
    console.log(`${machine}, Node ${process.versions.node}. Microseconds: median (quartiles).\n`);
    console.log(line(['suite', 't', 'n', 'step', 'ours', 'peer', 'theirs', 'ratio']));
  }
  for (const { ours, theirs, ...row } of rows(wanted)) {
    done.push(row);
    if (wanted.json) continue;
    const { suite, t, n, step, peer, ratio } = row;
    console.log(line([suite, t, n, step, spread(ours), peer, spread(theirs), ratio.toFixed(1)]));
  }
  if (wanted.json) {
    console.log(JSON.stringify({ machine, node: process.versions.node, rows: done }));
  }
  return 0;
}

const WIDTHS = [13, 3, 4, 12, 26, 18, 30, 7];

function line(cells: readonly (string | number)[]): string {
  return cells.map((cell, k) => String(cell).padEnd(WIDTHS[k] as number)).join(' ');
}

function spread({ median, low, high }: Timing): string {
  return `${median.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;
}

process.exitCode = main();
