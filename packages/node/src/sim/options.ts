/**
 * What `npm run sim` is asked for. A number that is none would explore nothing and look like a
 * pass, so nothing is taken as given.
 * @module
 */
import { parseArgs } from 'node:util';
import { limits } from '@permafrost/wire';
import { makePlan, type RunOptions } from './profiles.ts';

const SEEDS_MAX = 1_000_000_000;
/** With all seeds that follow it still a safe integer. */
const SEED_MAX = Number.MAX_SAFE_INTEGER - SEEDS_MAX;
const JOBS_MAX = 256;

export const SIM_USAGE: string = `usage: npm run sim -- [options]

  --seeds N         how many, 20 unless given
  --minutes M       as many as there is time for, instead of a number
  --seed S          the first; --seeds 1 --seed S replays one
  --profile P       default (a mix), calm, wan, crash, disks, clocks, clones, byzantine, mixed, swarm
  --nodes n         from 2 to ${limits.MEMBERS_MAX}
  --threshold t     from 2 to n; with --nodes
  --suite S         toy, or the id of a ciphersuite
  --jobs J          threads, as many as processors unless given
  --plan FILE       runs a plan as it was printed
  --json            one object on standard output
  --help            this text

Ends with 0 when nothing was violated, with 1 when something was or no seed was explored, with 2 for
wrong options.`;

/** What all seeds of one exploration have in common. */
export type SimShape = Omit<RunOptions, 'seed'> & { readonly profile: string };

export type SimOptions = {
  readonly seeds: number | undefined;
  readonly minutes: number | undefined;
  readonly seed: number | undefined;
  readonly jobs: number | undefined;
  readonly plan: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly shape: SimShape;
};

/**
 * Reads the command line.
 * @throws RangeError, or TypeError of `parseArgs`, that says what is wrong
 */
export function parseSimOptions(args: readonly string[]): SimOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      profile: { type: 'string', default: 'default' },
      nodes: { type: 'string' },
      threshold: { type: 'string' },
      suite: { type: 'string' },
      jobs: { type: 'string' },
      plan: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { profile, suite, plan, json, help } = values;
  const nodes = integer('--nodes', values.nodes, 2, limits.MEMBERS_MAX);
  const threshold = integer('--threshold', values.threshold, 2, limits.MEMBERS_MAX);
  if (threshold !== undefined && nodes === undefined) {
    throw new RangeError('--threshold needs --nodes');
  }
  if (threshold !== undefined && nodes !== undefined && threshold > nodes) {
    throw new RangeError('--threshold is more than --nodes');
  }
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  if (minutes !== undefined && !(minutes > 0 && minutes <= 1440)) {
    throw new RangeError('--minutes is a number above 0, 1440 at most');
  }
  const shape = {
    profile,
    ...(nodes === undefined ? {} : { nodes }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(suite === undefined ? {} : { suite }),
  };
  makePlan({ ...shape, seed: 1 }); // Throws for a profile or a suite that does not exist.
  return {
    seeds: integer('--seeds', values.seeds, 1, SEEDS_MAX),
    minutes,
    seed: integer('--seed', values.seed, 0, SEED_MAX),
    jobs: integer('--jobs', values.jobs, 1, JOBS_MAX),
    plan,
    json,
    help,
    shape,
  };
}

/** The options that replay one seed of an exploration exactly. */
export function replayOptions(shape: SimShape, seed: number): string {
  const { profile, nodes, threshold, suite } = shape;
  const all = { seeds: 1, seed, profile, nodes, threshold, suite };
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${value}`)
    .join(' ');
}

function integer(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new RangeError(`${name} is a whole number from ${least} to ${most}`);
  }
  return value;
}
