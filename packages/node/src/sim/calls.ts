/**
 * Calls of simulated nodes' RPC, by clients and by other nodes.
 * @module
 */
import type { World } from '@permafrost/protocol/sim';
import type { Action, Input } from '../effects.ts';
import type { Computer } from './computer.ts';
import type { Answer } from './network.ts';

type Respond = Extract<Action, { readonly type: 'respond' }>;
type Forward = Extract<Action, { readonly type: 'forward' }>;

export type Calls = {
  readonly call: (
    to: Computer,
    given: {
      readonly caller: string;
      readonly body: Uint8Array;
      readonly answer: (answer: Answer) => void;
      /** The node ended, or was never there. */
      readonly gone: () => void;
      /** The node that calls, where it is one. */
      readonly from?: number;
    },
  ) => { readonly hangUp: () => void };
  readonly respond: (by: Computer, action: Respond) => void;
  /** Calls another node on behalf of one; its answer comes back as an input, at most one. */
  readonly forward: (by: Computer, to: Computer | undefined, action: Forward) => void;
  /** A process ended: whoever waits for it hears so. */
  readonly ended: (computer: Computer) => void;
};

type Call = { readonly answer: (answer: Answer) => void; readonly gone: () => void };

/** How long a node waits for another one's answer. */
const ANSWER_WITHIN_MS = 30_000;

export function createCalls(options: {
  readonly world: World;
  readonly latency: () => number;
  readonly isCut: (from: number, to: number) => boolean;
  readonly give: (computer: Computer, input: Input) => void;
}): Calls {
  const { world, latency } = options;
  const open = new Map<number, Map<number, Call>>();
  let next = 1;

  function callsOf({ computer }: Computer): Map<number, Call> {
    const known = open.get(computer);
    if (known !== undefined) return known;
    const fresh = new Map<number, Call>();
    open.set(computer, fresh);
    return fresh;
  }

  const call: Calls['call'] = (to, { caller, body, answer, gone, from }) => {
    const { process } = to;
    const id = next++;
    const isCut = from !== undefined && options.isCut(from, to.index);
    if (process === undefined || isCut) {
      world.after(isCut ? ANSWER_WITHIN_MS : latency(), gone);
      return { hangUp: () => {} };
    }
    const mine = callsOf(to);
    mine.set(id, { answer, gone });
    world.after(latency(), () => {
      if (to.process === process && mine.has(id)) {
        options.give(to, { type: 'rpc', call: id, caller, body });
      }
    });
    return {
      hangUp: () => {
        if (!mine.delete(id)) return;
        world.after(latency(), () => {
          if (to.process === process) options.give(to, { type: 'rpc-gone', call: id });
        });
      },
    };
  };

  return {
    call,
    respond: (by, { call: id, body, more }) => {
      const mine = callsOf(by);
      const known = mine.get(id);
      if (known === undefined) return;
      if (!more) mine.delete(id);
      known.answer({ body, more });
    },
    forward: (by, to, { forward, body }) => {
      const { process } = by;
      let isOver = false;
      const back = (answer: Uint8Array | undefined): void => {
        if (isOver) return;
        isOver = true;
        world.after(latency(), () => {
          if (by.process === process)
            options.give(by, { type: 'forwarded', forward, body: answer });
        });
      };
      if (to === undefined) {
        back(undefined);
        return;
      }
      const { hangUp } = call(to, {
        caller: by.operator.host,
        body,
        answer: ({ body: answer }) => back(answer),
        gone: () => back(undefined),
        from: by.index,
      });
      world.after(ANSWER_WITHIN_MS, () => {
        hangUp();
        back(undefined);
      });
    },
    ended: (computer) => {
      const mine = [...callsOf(computer).values()];
      callsOf(computer).clear();
      for (const { gone } of mine) world.after(latency(), gone);
    },
  };
}
