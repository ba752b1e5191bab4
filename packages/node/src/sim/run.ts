/**
 * Runs a plan: builds the network, lets everything happen, and has it all checked from outside.
 * @module
 */
import { type Ciphersuite, ciphersuite, ed25519PublicKey, toHex } from '@permafrost/frost';
import { requestId } from '@permafrost/protocol';
import { toySuite } from '@permafrost/protocol/sim';
import { limits, type permafrost } from '@permafrost/wire';
import { createAdversary } from './adversary/index.ts';
import type { Asked, OutsideVerifier, Violation } from './checkers/about.ts';
import { createCheckers } from './checkers/index.ts';
import type { Told } from './checkers/words.ts';
import { cancel } from './client.ts';
import { RIGHT } from './clock.ts';
import { CALM } from './conditions.ts';
import { type Dealt, dealt, requesterSeed } from './dealt.ts';
import { scheduleFaults } from './faults.ts';
import { DEALT_NAMES, damagedBy, type Plan, REQUESTERS, type RequestWish } from './plan.ts';
import { type Client, startClient } from './requester.ts';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

export type RunReport = {
  readonly seed: number;
  readonly profile: string;
  readonly suite: string;
  readonly nodes: number;
  readonly threshold: number;
  readonly events: number;
  readonly keys: number;
  readonly signatures: number;
  readonly faultsInjected: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
};

type Key = permafrost.v1.KeyInfo.$Properties;

const LAST_REQUEST_MS = 20_000;
const LAST_KEY_MS = 30_000;

/** Runs a plan to its end. The same plan gives the same report. */
export function runPlan(
  plan: Plan,
  verifyOutside: OutsideVerifier,
  { isTraced }: { readonly isTraced: boolean } = { isTraced: true },
): RunReport {
  const { seed, nodes, suite: suiteName } = plan;
  const wireSuite = suiteName === 'toy' ? 'ed25519' : suiteName;
  const suite: Ciphersuite =
    suiteName === 'toy' ? { ...toySuite, id: wireSuite } : ciphersuite(wireSuite);
  const given = plan.isDealt ? deal(plan, suite) : undefined;
  const network = networkOf(plan, suite, given, isTraced);
  const faultsInjected = new Map<string, number>();
  const inject = (kind: string): void => {
    faultsInjected.set(kind, (faultsInjected.get(kind) ?? 0) + 1);
  };
  let events = 0;
  network.onInput(() => events++);
  const corrupt = new Set(plan.corrupt);
  const asked: Asked = { keys: [], signatures: [] };
  const strangers = new Set(
    Array.from({ length: REQUESTERS - 1 }, (_, i) => callerOf(network, i + 1)),
  );
  const checkers = createCheckers(
    network,
    {
      seed,
      suiteName,
      suite,
      corrupt,
      verifyOutside,
      cloned: new Set(plan.faults.flatMap((one) => (one.kind === 'copy' ? [one.node] : []))),
      damaged: damagedBy(plan),
      denied: new Map(plan.denying.map((i) => [i, strangers])),
    },
    asked,
  );
  for (const script of plan.scripts) {
    const random = network.world.random(`adversary ${script}`);
    createAdversary(network, { corrupt, script, suite, random, inject });
  }
  const clients: Client[] = [];
  const crashes: Violation[] = [];
  try {
    for (let i = 0; i < nodes; i++) network.start(i);
    const faults = scheduleFaults(network, plan.faults, inject);
    schedule(network, plan, { given, asked, clients, told: checkers.told });
    network.run(plan.healMs);
    faults.heal();
    network.setConditions({ ...CALM, latencyMsMax: plan.conditions.latencyMsMax ?? 40 });
    network.run(plan.settleMs);
    askOnceMore(network, plan, given, asked);
    checkers.finish();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    crashes.push({ seed, checker: 'nothing crashes', detail });
  }
  const signed = [...clients, ...asked.signatures.map((one) => one.signed)];
  const active = new Set(
    asked.keys.flatMap(({ watched: { key } }) =>
      key === undefined ? [] : [toHex(key.id ?? new Uint8Array())],
    ),
  );
  return {
    seed,
    profile: plan.profile,
    suite: suiteName,
    nodes,
    threshold: plan.threshold,
    events,
    keys: active.size + (given?.keys.size ?? 0),
    signatures: new Set(signed.filter(({ progress }) => progress?.state === 'signed')).size,
    faultsInjected,
    violations: [...crashes, ...checkers.violations()],
    trace: network.world.trace,
  };
}

function deal(plan: Plan, suite: Ciphersuite): Dealt {
  const { nodes, threshold, suite: suiteName } = plan;
  return dealt({ nodes, threshold, suiteName, suite, names: DEALT_NAMES, requesters: REQUESTERS });
}

function networkOf(
  plan: Plan,
  suite: Ciphersuite,
  given: Dealt | undefined,
  isTraced: boolean,
): Network {
  const strangers = new Set(
    Array.from({ length: REQUESTERS - 1 }, (_, i) => toHex(ed25519PublicKey(requesterSeed(i + 1)))),
  );
  const network = createNetwork({
    seed: plan.seed,
    nodes: plan.nodes,
    suiteOf: () => suite,
    conditions: plan.conditions,
    clockOf: (i) => plan.clocks[i] ?? RIGHT,
    recorded: new Set(plan.faults.flatMap((one) => (one.kind === 'copy' ? [one.node] : []))),
    deniedBy: (i) => (plan.denying.includes(i) ? strangers : new Set()),
    isTraced,
    ...(given === undefined
      ? {}
      : { hostSeeds: given.hostSeeds, operatorSeed: given.operatorSeed }),
  });
  for (const [i, image] of (given?.images ?? []).entries()) network.putImage(i, image);
  return network;
}

function callerOf(network: Network, requester: number): string {
  return toHex(ed25519PublicKey(seedOf(network, requester)));
}

function seedOf(network: Network, requester: number): Uint8Array {
  return requester === 0 ? network.operatorSeed : requesterSeed(requester);
}

/** Keys and signatures that are asked for while faults happen. */
function schedule(
  network: Network,
  plan: Plan,
  {
    given,
    asked,
    clients,
    told,
  }: {
    readonly given: Dealt | undefined;
    readonly asked: Asked;
    readonly clients: Client[];
    readonly told: Told;
  },
): void {
  const { world } = network;
  for (const wish of plan.keys) {
    world.after(wish.atMs, () => {
      const { name, minSigners, members, expiresInMs, node: at } = wish;
      const suite = (plan.suite === 'toy' ? 'ed25519' : plan.suite) as 'ed25519';
      const wanted = { at, name, minSigners, members, expiresInMs, suite };
      const requesters = Array.from({ length: REQUESTERS }, (_, i) =>
        ed25519PublicKey(seedOf(network, i)),
      );
      const watched = createKey(network, { ...wanted, requesters });
      asked.keys.push({ name, at, members, watched, mustEnd: false });
    });
  }
  /** The latest request of each label. */
  const latest = new Map<string, { readonly wish: RequestWish; readonly client: Client }>();
  const start = (wish: RequestWish): void => {
    const key = given?.keys.get(wish.key);
    if (key === undefined) return;
    const { client, message } = ask(network, wish, key, told);
    clients.push(client);
    latest.set(wish.label, { wish, client });
    asked.signatures.push({ at: wish.node, key, message, signed: client, mustSign: false });
  };
  const takeBack = (label: string, at: number): void => {
    const one = latest.get(label);
    if (one === undefined) return;
    const { request } = one.client;
    const id = toHex(requestId(request));
    cancel(network, request, at, {
      seed: seedOf(network, one.wish.requester),
      told: ({ nothingSigned = '', members }) => {
        // As the client does: a member knows nothing of before its memory began.
        const fromMs = request.notBeforeMs - limits.CLOCK_SKEW_MAX_MS;
        const isOfAll = (members ?? []).every(({ sinceMs }) => Number(sinceMs) <= fromMs);
        const word = nothingSigned === 'true' && !isOfAll ? 'unknown' : nothingSigned;
        told.answered(id, at, { nothingSigned: word, isCancel: true });
      },
    });
  };
  for (const wish of plan.requests) world.after(wish.atMs, () => start(wish));
  for (const { atMs, label, node } of plan.cancels) {
    world.after(atMs, () => takeBack(label, node));
  }
  for (const { afterMs, label, node, cancelAfterMs } of plan.late) {
    world.after(plan.healMs + afterMs, () => {
      const before = latest.get(label);
      if (before === undefined) return;
      start({ ...before.wish, node, isPatient: false });
      if (cancelAfterMs === undefined) return;
      world.after(cancelAfterMs, () => takeBack(label, (node + 1) % plan.nodes));
    });
  }
}

function ask(
  network: Network,
  wish: RequestWish,
  key: Key,
  told: Told,
): { readonly client: Client; readonly message: Uint8Array } {
  const message = network.world.random(`message ${wish.label}`)(wish.messageBytes);
  const idempotencyKey = network.world.random(`idempotency ${wish.label}`)(16);
  const client = startClient(network, {
    at: wish.node,
    key,
    message,
    idempotencyKey,
    requesterSeed: seedOf(network, wish.requester),
    withinMs: wish.isPatient ? 29_000 : 3_000,
    told,
  });
  return { client, message };
}

/** All is well again: what is asked now must be given, by those who have what it takes. */
function askOnceMore(network: Network, plan: Plan, given: Dealt | undefined, asked: Asked): void {
  const damaged = damagedBy(plan);
  const unfit = new Set([...plan.corrupt, ...damaged]);
  const found = new Map<string, Key>(given?.keys ?? []);
  for (const name of new Set(plan.keys.map((one) => one.name))) {
    network.askKey(name, (key) => found.set(name, key));
  }
  if (plan.lastKey) {
    const watched = createKey(network, { at: 0, name: 'last', minSigners: plan.threshold });
    asked.keys.push({ name: 'last', at: 0, watched, mustEnd: unfit.size === 0 });
    network.run(LAST_KEY_MS);
  }
  network.run(2_000);
  for (const [name, key] of found) {
    if (key.state !== 'active') continue;
    for (let i = 0; i < plan.lastRequests; i++) {
      const at = (plan.seed + i) % plan.nodes;
      const members = network.nodes.flatMap(({ operator, index }) =>
        (key.memberHosts ?? []).some((one) => toHex(one) === operator.host) ? [index] : [],
      );
      const fit = members.filter((index) => !unfit.has(index)).length;
      const mustSign = fit >= plan.threshold && !unfit.has(at);
      const message = network.world.random(`last ${name} ${i}`)(20 + i);
      const signed = requestSignature(network, { at, key, message });
      asked.signatures.push({ at, key, message, signed, mustSign });
      network.run(LAST_REQUEST_MS / 4);
    }
  }
  network.run(LAST_REQUEST_MS);
}
