/**
 * Carries out what the core asks for, in the order that makes it safe: whatever comes after a
 * `persist`, in the same step or in a later one of the same subject, waits until it is durable.
 * Steps of different subjects do not wait for each other.
 * @module
 */
import type { Action, Step } from './effects.ts';

type Persist = Extract<Action, { readonly type: 'persist' }>;

export type ExecutorPorts = {
  /** Calls `done` once the changes would survive a power cut. Not calling it stops the subject. */
  readonly persist: (action: Persist, done: () => void) => void;
  readonly perform: (action: Exclude<Action, Persist>) => void;
};

export type Executor = {
  readonly run: (step: Step) => void;
  /** Subjects with work that waits for the disk. */
  readonly waiting: () => number;
};

export function createExecutor(ports: ExecutorPorts): Executor {
  const queues = new Map<string, Action[]>();
  let alone = 0;

  function drain(subject: string, queue: Action[]): void {
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
      if (action.type === 'persist') {
        ports.persist(action, () => drain(subject, queue));
        return;
      }
      ports.perform(action);
    }
    queues.delete(subject);
  }

  function run({ subject, actions }: Step): void {
    if (actions.length === 0) return;
    const name = subject ?? `step ${++alone}`;
    const queue = queues.get(name);
    if (queue !== undefined) {
      queue.push(...actions);
      return;
    }
    const fresh = [...actions];
    queues.set(name, fresh);
    drain(name, fresh);
  }

  return { run, waiting: () => queues.size };
}
