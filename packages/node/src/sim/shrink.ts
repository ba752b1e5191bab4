/**
 * Makes a plan that fails smaller, as long as it fails in the same way: fewer faults, requests and
 * keys, then plainer conditions. Delta debugging (Zeller and Hildebrandt 2002), with a bounded
 * number of replays.
 * @module
 */
import { RIGHT } from './clock.ts';
import type { Fault, Plan } from './plan.ts';

export type Shrunk = { readonly plan: Plan; readonly replays: number };

/** @param fails whether a plan still fails in the way of the first one */
export function shrink(plan: Plan, fails: (plan: Plan) => boolean, replaysMax: number): Shrunk {
  let best = plan;
  let replays = 0;

  /** Keeps a smaller plan if it fails too. */
  function attempt(next: Plan): boolean {
    if (replays >= replaysMax) return false;
    replays++;
    if (!fails(next)) return false;
    best = next;
    return true;
  }

  /** Takes ever smaller pieces out of one list, as long as something goes. */
  function reduce<K extends 'faults' | 'requests' | 'cancels' | 'late' | 'keys' | 'scripts'>(
    name: K,
  ): void {
    if (best[name].length > 0 && attempt({ ...best, [name]: [] })) return;
    for (let size = Math.ceil(best[name].length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < best[name].length && replays < replaysMax; ) {
        const rest = [...best[name].slice(0, at), ...best[name].slice(at + size)];
        if (!attempt({ ...best, [name]: rest })) at += size;
      }
    }
  }

  reduce('late');
  reduce('cancels');
  reduce('requests');
  reduce('faults');
  reduce('keys');
  reduce('scripts');
  attempt({ ...best, lastKey: false });
  attempt({ ...best, lastRequests: 0 });
  attempt({ ...best, denying: [] });
  attempt({ ...best, clocks: best.clocks.map(() => RIGHT) });
  attempt({
    ...best,
    conditions: { latencyMsMin: 1, latencyMsMax: 2, diskMsMax: 1, repeatRatio: 0 },
  });
  for (;;) {
    const next = withoutLastNode(best);
    if (next === undefined || !attempt(next)) break;
  }
  return { plan: best, replays };
}

/** The same without its last node; undefined where something needs that one. */
function withoutLastNode(plan: Plan): Plan | undefined {
  const last = plan.nodes - 1;
  const names = [
    ...plan.corrupt,
    ...plan.keys.flatMap(({ node, members }) => [
      node,
      ...(members.length < plan.nodes ? members : []),
    ]),
    ...plan.requests.map(({ node }) => node),
    ...plan.faults.flatMap(nodesOf),
  ];
  if (last < Math.max(2, plan.threshold) || names.includes(last)) return undefined;
  return {
    ...plan,
    nodes: last,
    clocks: plan.clocks.slice(0, last),
    keys: plan.keys.map((one) => ({ ...one, members: one.members.filter((i) => i !== last) })),
    denying: plan.denying.filter((i) => i !== last),
  };
}

function nodesOf(fault: Fault): readonly number[] {
  switch (fault.kind) {
    case 'reset':
    case 'flap':
      return [fault.a, fault.b];
    case 'one-way':
      return [fault.from, fault.to];
    case 'partition':
      return fault.side;
    case 'weather':
      return [];
    default:
      return [fault.node];
  }
}
