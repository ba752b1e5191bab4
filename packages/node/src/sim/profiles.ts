/**
 * Kinds of runs, and how a seed becomes a plan of one.
 * @module
 */
import { suites } from '@permafrost/frost';
import { seededRandom } from '@permafrost/protocol/sim';
import { SCRIPTS } from './adversary/index.ts';
import { type Chance, createChance } from './chance.ts';
import type { ClockSettings } from './clock.ts';
import type { Conditions } from './conditions.ts';
import {
  type CancelWish,
  DEALT,
  type Fault,
  type KeyWish,
  type LateWish,
  type Plan,
  REQUESTERS,
  type RequestWish,
  SPARE,
} from './plan.ts';

export type RunOptions = {
  readonly seed: number;
  readonly nodes?: number;
  readonly threshold?: number;
  /** `toy`, or the id of a real suite; chosen by the seed unless given. */
  readonly suite?: string;
  /** `default` unless given: one of the others, by chance. */
  readonly profile?: string;
};

/** One seed in ten runs a real suite; key generation with one costs a hundred times as much. */
const REAL_RATIO = 0.1;
const REAL_SUITES = ['ed25519', 'secp256k1', 'ristretto255', 'secp256k1-tr', 'p256'] as const;

const SCRIPT_NAMES: readonly string[] = SCRIPTS.map(({ name }) => name);

type FaultKind = Fault['kind'];

type Profile = {
  /** How often `default` takes it, compared to others. */
  readonly weight: number;
  readonly nodesMax: number;
  readonly faults: readonly FaultKind[];
  readonly faultsMax: number;
  readonly requestsMax: number;
  readonly dealtRatio: number;
  readonly corruptRatio: number;
  readonly isWide: boolean;
  readonly clocksOffMs: number;
};

const KILLS = ['kill', 'kill-at-action', 'freeze'] as const;
const NETWORK = ['partition', 'one-way', 'reset', 'flap', 'weather'] as const;
const DISKS = ['slow-disk', 'full-disk'] as const;
const BASE: Profile = {
  weight: 1,
  nodesMax: 6,
  faults: [],
  faultsMax: 6,
  requestsMax: 8,
  dealtRatio: 0.6,
  corruptRatio: 0,
  isWide: false,
  clocksOffMs: 0,
};

export const PROFILES: ReadonlyMap<string, Profile> = new Map<string, Profile>([
  ['calm', { ...BASE, faultsMax: 0 }],
  ['wan', { ...BASE, weight: 3, isWide: true, faults: NETWORK, clocksOffMs: 2_000 }],
  ['crash', { ...BASE, weight: 4, faults: [...KILLS, ...KILLS, ...DISKS], faultsMax: 8 }],
  ['disks', { ...BASE, faults: [...DISKS, 'lost-store', 'kill-at-action'] }],
  ['clocks', { ...BASE, weight: 2, faults: ['wall-step', 'suspend', 'kill'], clocksOffMs: 12_000 }],
  [
    'clones',
    { ...BASE, weight: 2, dealtRatio: 0.9, faults: ['rollback', 'copy', 'copy'], faultsMax: 2 },
  ],
  ['byzantine', { ...BASE, weight: 4, corruptRatio: 1, faults: [...KILLS, 'reset'], faultsMax: 2 }],
  [
    'mixed',
    {
      ...BASE,
      weight: 4,
      faults: [...KILLS, ...NETWORK, ...DISKS, 'wall-step', 'suspend'],
      faultsMax: 10,
      corruptRatio: 0.2,
      clocksOffMs: 2_000,
    },
  ],
  [
    'swarm',
    {
      ...BASE,
      weight: 0.3,
      nodesMax: 9,
      requestsMax: 300,
      dealtRatio: 1,
      faults: [...KILLS, ...NETWORK],
      faultsMax: 4,
    },
  ],
]);

/** When faults stop, in milliseconds since a network began. */
const FAULTS_MS = 15_000;

function isSuite(name: string): boolean {
  return name === 'toy' || [...suites.keys()].some((id) => id === name);
}

/** The plan of a seed. @throws RangeError for a profile or a suite that does not exist. */
export function makePlan(options: RunOptions): Plan {
  const chance = createChance(seededRandom(options.seed, 'plan'));
  const name = profileOf(options, chance);
  const profile = PROFILES.get(name);
  if (profile === undefined) throw new RangeError(`no profile ${name}`);
  const nodes = options.nodes ?? chance.pick(2, Math.min(profile.nodesMax, chance.pick(3, 9)));
  const threshold = options.threshold ?? chance.pick(2, nodes);
  const isReal = chance.happens(REAL_RATIO);
  if (options.suite !== undefined && !isSuite(options.suite)) {
    throw new RangeError(`no suite ${options.suite} in the simulator`);
  }
  const suite = options.suite ?? (isReal ? chance.oneOf(REAL_SUITES) : 'toy');
  const isDealt = chance.happens(suite === 'toy' ? profile.dealtRatio : 0.8);
  const corrupt = corruptOf(profile, { nodes, threshold }, chance);
  const damageable = Math.max(0, nodes - threshold - corrupt.length);
  const faults = faultsOf(profile, { nodes, damageable, corrupt }, chance);
  const all = Array.from({ length: nodes }, (_, i) => i);
  const keys = isDealt && chance.happens(0.75) ? [] : keysOf({ nodes, threshold }, chance);
  const denying = chance.happens(0.1) ? chance.some(all, 1) : [];
  const conditions = conditionsOf(profile, chance);
  const clocks = all.map(() => clockOf(profile, chance));
  const scripts = corrupt.length === 0 ? [] : chance.some(SCRIPT_NAMES, chance.pick(1, 2));
  const requests = isDealt ? requestsOf(profile, nodes, chance) : [];
  // By chances of their own: all else of a seed's plan is as it was before there were these.
  const again = createChance(seededRandom(options.seed, 'plan of cancels'));
  const late = lateOf(requests, nodes, again);
  return {
    seed: options.seed,
    profile: name,
    nodes,
    threshold,
    suite,
    isDealt,
    conditions,
    clocks,
    corrupt,
    scripts,
    denying,
    keys,
    requests,
    cancels: cancelsOf(requests, nodes, again),
    late,
    faults,
    healMs: FAULTS_MS + 5_000,
    settleMs: Math.max(keys.length > 0 ? 150_000 : 45_000, ...late.map(endOf)),
    lastRequests: 2,
    lastKey: suite === 'toy' && chance.happens(0.25),
  };
}

function profileOf({ profile }: RunOptions, chance: Chance): string {
  if (profile !== undefined && profile !== 'default') return profile;
  const all = [...PROFILES];
  let left = chance.ratio() * all.reduce((sum, [, { weight }]) => sum + weight, 0);
  for (const [name, { weight }] of all) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'calm';
}

/** Fewer than the threshold, and so few that the others can still sign. */
function corruptOf(
  { corruptRatio }: Profile,
  { nodes, threshold }: { readonly nodes: number; readonly threshold: number },
  chance: Chance,
): readonly number[] {
  if (!chance.happens(corruptRatio)) return [];
  const max = Math.min(threshold - 1, nodes - 1);
  const count = chance.pick(1, Math.max(1, max));
  const all = Array.from({ length: nodes }, (_, i) => i);
  return [...chance.some(all, count)].sort((a, b) => a - b);
}

function conditionsOf({ isWide }: Profile, chance: Chance): Partial<Conditions> {
  const latencyMsMin = isWide ? 40 : 1;
  return {
    latencyMsMin,
    latencyMsMax: isWide ? chance.pick(60, 250) : chance.pick(2, 60),
    diskMsMax: chance.pick(1, 30),
    repeatRatio: chance.pick(0, 3) / 10,
    stallRatio: isWide ? chance.pick(0, 5) / 100 : 0,
    resetRatio: isWide ? chance.pick(0, 3) / 1_000 : 0,
  };
}

function clockOf({ clocksOffMs }: Profile, chance: Chance): ClockSettings {
  return {
    offsetMs: chance.pick(-clocksOffMs, clocksOffMs),
    driftMsPerSecond: clocksOffMs === 0 ? 0 : chance.pick(-5, 5),
    monotonicStartMs: chance.pick(0, 1_000_000),
  };
}

function keysOf(
  { nodes, threshold }: { readonly nodes: number; readonly threshold: number },
  chance: Chance,
): readonly KeyWish[] {
  const all = Array.from({ length: nodes }, (_, i) => i);
  const count = chance.pick(1, 3);
  const names = ['key', chance.happens(0.4) ? 'key' : 'other', 'third'];
  return names.slice(0, count).map((name, i): KeyWish => {
    const isSmall = i > 0 && nodes > threshold && chance.happens(0.3);
    const members = isSmall ? [...chance.some(all, chance.pick(threshold, nodes))] : all;
    return {
      atMs: i === 0 ? 0 : chance.pick(0, 4_000),
      node: chance.oneOf(members),
      name,
      minSigners: threshold,
      members: [...members].sort((a, b) => a - b),
      expiresInMs: chance.happens(0.1) ? chance.pick(1_000, 30_000) : 3_600_000,
    };
  });
}

function requestsOf(
  { requestsMax }: Profile,
  nodes: number,
  chance: Chance,
): readonly RequestWish[] {
  const count = chance.pick(1, requestsMax);
  const labels = Math.max(1, Math.ceil(count * 0.9));
  return Array.from({ length: count }, (_, i): RequestWish => {
    const label = i < labels ? i : chance.pick(0, labels - 1);
    return {
      atMs: chance.pick(1_000, FAULTS_MS - 1_000),
      node: chance.pick(0, nodes - 1),
      key: label % 4 === 3 ? SPARE : DEALT,
      messageBytes: label % 7 === 6 ? 3_000 : label % 64,
      requester: label % 5 === 4 ? 1 + (label % (REQUESTERS - 1)) : 0,
      label: `r${label}`,
      isPatient: chance.happens(0.7),
    };
  });
}

const LATE_RATIO = 0.2;
const CANCEL_RATIO = 0.3;

/** Some take back what they asked for: just after it, or when it may long be over. */
function cancelsOf(
  requests: readonly RequestWish[],
  nodes: number,
  chance: Chance,
): readonly CancelWish[] {
  if (!chance.happens(CANCEL_RATIO)) return [];
  const labels = [...new Set(requests.map(({ label }) => label))];
  return chance.some(labels, chance.pick(1, 3)).map((label) => {
    const first = Math.min(...requests.filter((one) => one.label === label).map((r) => r.atMs));
    const afterMs = chance.happens(0.7) ? chance.pick(1, 300) : chance.pick(300, 20_000);
    return { atMs: first + afterMs, node: chance.pick(0, nodes - 1), label };
  });
}

/** Windows that begin when members may, or may not yet, have forgotten those of before. */
function lateOf(
  requests: readonly RequestWish[],
  nodes: number,
  chance: Chance,
): readonly LateWish[] {
  if (requests.length === 0 || !chance.happens(LATE_RATIO)) return [];
  return Array.from({ length: chance.pick(1, 3) }, () => ({
    afterMs: chance.pick(1, 160_000),
    node: chance.pick(0, nodes - 1),
    label: chance.oneOf(requests).label,
    cancelAfterMs: chance.happens(0.6) ? chance.pick(1, 10_000) : undefined,
  }));
}

/** When a late request, its cancel included, is over. */
function endOf({ afterMs }: LateWish): number {
  return afterMs + 45_000;
}

function faultsOf(
  profile: Profile,
  about: {
    readonly nodes: number;
    /** How many may lose what they hold while the others can still sign. */
    readonly damageable: number;
    readonly corrupt: readonly number[];
  },
  chance: Chance,
): readonly Fault[] {
  const { faults: kinds, faultsMax } = profile;
  if (kinds.length === 0) return [];
  const { nodes, corrupt } = about;
  const all = Array.from({ length: nodes }, (_, i) => i);
  const victims = chance.some(
    all.filter((i) => !corrupt.includes(i)),
    about.damageable,
  );
  const faults: Fault[] = [];
  for (let i = chance.pick(1, Math.max(1, faultsMax)); i > 0; i--) {
    const one = faultOf(chance.oneOf(kinds), { nodes, victims }, chance);
    if (one !== undefined) faults.push(one);
  }
  return faults.sort((a, b) => a.atMs - b.atMs);
}

function faultOf(
  kind: FaultKind,
  { nodes, victims }: { readonly nodes: number; readonly victims: readonly number[] },
  chance: Chance,
): Fault | undefined {
  const all = Array.from({ length: nodes }, (_, i) => i);
  const node = chance.pick(0, nodes - 1);
  const [a = 0, b = 1] = chance.some(all, 2);
  const atMs = chance.pick(1, FAULTS_MS - 1_000);
  const restMs = FAULTS_MS - atMs;
  const forMs = chance.pick(100, restMs);
  const downMs = chance.pick(1, 5_000);
  const victim = victims.length === 0 ? undefined : chance.oneOf(victims);
  switch (kind) {
    case 'kill':
      return { kind, atMs, node, downMs, isSilent: chance.happens(0.3) };
    case 'kill-at-action': {
      const when = chance.happens(0.5) ? 'before' : 'after';
      return { kind, atMs: chance.pick(0, 3_000), node, action: chance.pick(0, 60), when, downMs };
    }
    case 'freeze':
    case 'suspend':
      return { kind, atMs, node, forMs: Math.min(forMs, chance.pick(200, 12_000)) };
    case 'wall-step':
      return {
        kind,
        atMs,
        node,
        byMs: chance.oneOf([1_500, -1_500, 4_000, -8_000, 45_000, -40_000]),
      };
    case 'partition':
      return { kind, atMs, side: [...chance.some(all, chance.pick(1, nodes - 1))], forMs };
    case 'one-way':
      return { kind, atMs, from: a, to: b, forMs };
    case 'reset':
      return { kind, atMs, a, b };
    case 'flap':
      return { kind, atMs, a, b, times: chance.pick(2, 12), everyMs: chance.pick(50, 800) };
    case 'weather': {
      const conditions = {
        stallRatio: 0.05,
        resetRatio: 0.003,
        latencyMsMax: chance.pick(100, 800),
      };
      return { kind, atMs, conditions, forMs };
    }
    case 'slow-disk':
      return { kind, atMs, node, extraMs: chance.pick(50, 3_000), forMs };
    case 'full-disk':
      return { kind, atMs, node, downMs };
    case 'lost-store':
      return victim === undefined ? undefined : { kind, atMs, node: victim, downMs };
    case 'rollback':
      return victim === undefined ? undefined : { kind, atMs, node: victim, afterMs: forMs };
    case 'copy': {
      if (victim === undefined) return undefined;
      // A younger image, of whose sleep its clocks know nothing, is what no check can find.
      const isWallRight = true;
      return { kind, atMs, node: victim, resumeAfterMs: chance.pick(2_500, 8_000), isWallRight };
    }
  }
}
