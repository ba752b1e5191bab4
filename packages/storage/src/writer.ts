/**
 * Group commit: batches that wait together share one write, and take effect in order.
 * @module
 */

type Waiting<Item> = {
  readonly items: readonly Item[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

export type Writer<Item> = {
  /** Resolves when the items are written. */
  readonly write: (items: readonly Item[]) => Promise<void>;
  /** Resolves when nothing waits any more. */
  readonly idle: () => Promise<void>;
};

/**
 * @param commit writes one group; never called twice at once. Once it failed, all that wait and all
 *   that come later are rejected with that error: what is on the disk is not known any more.
 */
export function groupWriter<Item>(
  itemsMax: number,
  commit: (items: readonly Item[]) => Promise<void>,
): Writer<Item> {
  let waiting: Waiting<Item>[] = [];
  let running: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        if (failure !== undefined) throw failure.error;
        const items = group.flatMap((one) => one.items);
        if (items.length > 0) await commit(items);
        for (const one of group) one.resolve();
      } catch (error) {
        failure = { error };
        for (const one of group) one.reject(error);
      }
    }
    running = undefined;
  }

  function takeGroup(): readonly Waiting<Item>[] {
    let size = 0;
    let count = 0;
    for (const one of waiting) {
      if (count > 0 && size + one.items.length > itemsMax) break;
      size += one.items.length;
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  }

  return {
    write: (items) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ items, resolve, reject });
      // A microtask later, so that calls of one turn become one group.
      running ??= Promise.resolve().then(run);
      return promise;
    },
    idle: () => running ?? Promise.resolve(),
  };
}
