/**
 * Makes planned faults happen to real processes and lines, never to more nodes at once than
 * allowed, and takes them back. A node counts as troubled until it is whole again: it answers, and
 * is linked to all that are not in trouble themselves.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Network, PermafrostError } from '@permafrost/client';
import { type Links, OPERATOR } from '../links.ts';
import { killProcess, signalProcess } from '../processes.ts';
import { type Launch, startNodes } from '../running.ts';
import type { PlannedFault } from './plan.ts';

/** One fault as it happened; times since the run began. */
export type Happened = PlannedFault & {
  readonly atMs: number;
  /** When it was taken back. */
  healedMs: number | undefined;
  /** When its node was whole again. */
  wholeMs: number | undefined;
};

export type Trouble = {
  readonly happened: readonly Happened[];
  /** How many nodes are in trouble now. */
  readonly troubled: () => number;
  /** Begins faults one after the other, until the time is over; all are taken back in the end. */
  readonly make: (
    faults: readonly PlannedFault[],
    options: { readonly forMs: number; readonly nodesMax: number },
  ) => Promise<void>;
};

/** A node that is not whole after this long is a finding. */
const WHOLE_WITHIN_MS = 60_000;
const POLL_MS = 150;
const ASK_MS = 2_000;

export function createTrouble(given: {
  readonly launch: Launch;
  /** Of somebody who looks on. */
  readonly network: Network;
  readonly links: Links | undefined;
  /** Since the run began. */
  readonly nowMs: () => number;
  readonly onHappened: (fault: Happened) => void;
  readonly onNotWhole: (node: string, why: string) => void;
}): Trouble {
  const { launch, network, links, nowMs } = given;
  const { paths, state, signal } = launch;
  const names = state.nodes.map((node) => node.name);
  const happened: Happened[] = [];
  const troubled = new Set<string>();

  /** @returns what takes it back */
  async function begin({ type, node, delayMs }: PlannedFault): Promise<() => Promise<void>> {
    const others = names.filter((name) => name !== node);
    const lines = (): Links => {
      if (links === undefined) throw new RangeError(`${type} needs lines of ours`);
      return links;
    };
    const healLines = async (): Promise<void> => {
      for (const other of [...others, OPERATOR]) lines().restore(node, other);
    };
    switch (type) {
      case 'kill':
        await killProcess(paths, node);
        return () => startNodes(launch, [node]);
      case 'stop':
        signalProcess(paths, node, 'SIGSTOP');
        return async () => {
          signalProcess(paths, node, 'SIGCONT');
        };
      case 'cut':
      case 'isolate':
        for (const other of type === 'cut' ? [...others, OPERATOR] : others) {
          lines().set(node, other, { isHeld: true });
          lines().set(other, node, { isHeld: true });
        }
        return healLines;
      case 'mute':
        for (const other of others) lines().set(node, other, { isHeld: true });
        return healLines;
      case 'deaf':
        for (const other of others) lines().set(other, node, { isHeld: true });
        return healLines;
      case 'reset':
        for (const other of [...others, OPERATOR]) lines().reset(node, other);
        return async () => {};
      case 'slow':
        for (const other of [...others, OPERATOR]) {
          lines().set(node, other, { delayMs, jitterMs: delayMs / 10 });
          lines().set(other, node, { delayMs, jitterMs: delayMs / 10 });
        }
        return healLines;
    }
  }

  async function one(planned: PlannedFault): Promise<void> {
    const { node, forMs } = planned;
    troubled.add(node);
    const fault: Happened = { ...planned, atMs: nowMs(), healedMs: undefined, wholeMs: undefined };
    happened.push(fault);
    given.onHappened(fault);
    const heal = await begin(planned);
    try {
      await sleep(forMs, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    // Also when we are interrupted: a stopped process hears no request to end.
    if (signal.aborted && planned.type === 'kill') return;
    await heal();
    fault.healedMs = nowMs();
    await untilWhole(node);
    fault.wholeMs = nowMs();
    troubled.delete(node);
  }

  async function untilWhole(node: string): Promise<void> {
    const peer = network.peers.find((one) => one.name === node);
    if (peer === undefined) throw new RangeError(`no node ${node}`);
    const endMs = performance.now() + WHOLE_WITHIN_MS;
    let why = '';
    while (performance.now() < endMs && !signal.aborted) {
      try {
        const ask = AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]);
        const { links: seen, ready } = await network.statusOf(peer, { signal: ask });
        const down = seen.filter((link) => !link.up && !troubled.has(link.name));
        if (down.length === 0 && ready) return;
        why = ready ? `no link to ${down.map((link) => link.name).join(' ')}` : 'not ready';
      } catch (error) {
        if (!(error instanceof PermafrostError)) throw error;
        why = error.message;
      }
      await sleep(POLL_MS);
    }
    if (!signal.aborted) given.onNotWhole(node, why);
  }

  async function make(
    faults: readonly PlannedFault[],
    { forMs, nodesMax }: { readonly forMs: number; readonly nodesMax: number },
  ): Promise<void> {
    const endMs = performance.now() + forMs;
    const running = new Set<Promise<void>>();
    let bug: { readonly error: unknown } | undefined;
    const goesOn = () => performance.now() < endMs && !signal.aborted && bug === undefined;
    for (const fault of faults) {
      if (goesOn()) await sleep(Math.min(fault.afterMs, Math.max(0, endMs - performance.now())));
      while (goesOn() && (troubled.size >= nodesMax || troubled.has(fault.node))) await sleep(20);
      if (!goesOn()) break;
      const work = one(fault)
        .catch((error: unknown) => {
          if (!signal.aborted) bug ??= { error };
        })
        .finally(() => running.delete(work));
      running.add(work);
    }
    if (goesOn()) await sleep(endMs - performance.now(), undefined, { signal }).catch(() => {});
    await Promise.all(running);
    if (bug !== undefined) throw bug.error;
  }

  return { happened, troubled: () => troubled.size, make };
}
