/**
 * Makes a plan's faults happen, and mends everything when they stop.
 * @module
 */
import type { Action } from '../effects.ts';
import type { Fault } from './plan.ts';
import type { Network, SimNode } from './world.ts';

export type Faults = {
  /** Everything that was broken is mended, and whoever is down is started. */
  readonly heal: () => void;
};

/** @param inject counts one fault that happened, by kind */
export function scheduleFaults(
  network: Network,
  faults: readonly Fault[],
  inject: (kind: string) => void,
): Faults {
  const { world, nodes } = network;
  const copies: SimNode[] = [];
  const undo = new Set<() => void>();
  let isOver = false;

  /** Undoes it after a while, or when everything is mended. */
  function forAWhile(forMs: number, mend: () => void): void {
    const once = (): void => {
      if (undo.delete(once)) mend();
    };
    undo.add(once);
    world.after(forMs, once);
  }

  const startLater = (node: number, downMs: number): void => {
    world.after(downMs, () => network.start(node));
  };

  function killAtAction(fault: Extract<Fault, { readonly kind: 'kill-at-action' }>): void {
    const { node, action: wanted, when, downMs } = fault;
    let left = wanted;
    network.onAction((index, action, { copyOf }) => {
      if (index !== node || copyOf !== undefined || !counts(action) || isOver) return;
      if (left-- !== 0) return;
      inject(`kill-${when}-action`);
      const die = (): void => {
        network.kill(node);
        startLater(node, downMs);
      };
      // Before: the action is lost with the process. After: it took effect, and nothing later did.
      if (when === 'before') die();
      else world.after(0, die);
    });
  }

  function happen(fault: Fault): void {
    if (isOver) return;
    if (fault.kind !== 'kill-at-action') inject(fault.kind);
    switch (fault.kind) {
      case 'kill':
        network.kill(fault.node, fault.isSilent);
        startLater(fault.node, fault.downMs);
        return;
      case 'kill-at-action':
        killAtAction(fault);
        return;
      case 'freeze':
      case 'suspend':
        network.freeze(fault.node, fault.forMs, fault.kind === 'suspend');
        return;
      case 'wall-step':
        nodes[fault.node]?.clock.step(fault.byMs);
        return;
      case 'partition': {
        const pairs = nodes.flatMap((_, a) =>
          fault.side.includes(a)
            ? nodes.flatMap((_node, b) => (fault.side.includes(b) ? [] : [[a, b] as const]))
            : [],
        );
        for (const [a, b] of pairs) {
          network.cut(a, b);
          network.cut(b, a);
        }
        forAWhile(fault.forMs, () => {
          for (const [a, b] of pairs) {
            network.mend(a, b);
            network.mend(b, a);
          }
        });
        return;
      }
      case 'one-way':
        network.cut(fault.from, fault.to);
        forAWhile(fault.forMs, () => network.mend(fault.from, fault.to));
        return;
      case 'reset':
        network.reset(fault.a, fault.b);
        return;
      case 'flap':
        for (let i = 0; i < fault.times; i++) {
          world.after(i * fault.everyMs, () => {
            if (!isOver) network.reset(fault.a, fault.b);
          });
        }
        return;
      case 'weather': {
        const before = network.conditions();
        network.setConditions(fault.conditions);
        forAWhile(fault.forMs, () => network.setConditions(before));
        return;
      }
      case 'slow-disk':
        network.slowDisk(fault.node, fault.extraMs);
        forAWhile(fault.forMs, () => network.slowDisk(fault.node, 0));
        return;
      case 'full-disk':
        network.fillDisk(fault.node, true);
        forAWhile(fault.downMs, () => {
          network.fillDisk(fault.node, false);
          network.start(fault.node);
        });
        return;
      case 'lost-store': {
        network.kill(fault.node);
        const node = nodes[fault.node];
        if (node === undefined) return;
        node.disk.isDamaged = true;
        forAWhile(fault.downMs, () => {
          network.beginAnew(fault.node);
          network.start(fault.node);
        });
        return;
      }
      case 'rollback': {
        const image = network.imageOf(fault.node);
        forAWhile(fault.afterMs, () => {
          network.putImage(fault.node, image);
          network.start(fault.node);
        });
        return;
      }
      case 'copy':
        network.copy(fault.node, fault, (copy) => {
          if (copy !== undefined) copies.push(copy);
        });
        return;
    }
  }

  for (const fault of faults) world.after(fault.atMs, () => happen(fault));
  return {
    heal: () => {
      isOver = true;
      for (const mend of [...undo]) mend();
      for (const copy of copies) network.stopCopy(copy);
      for (const node of nodes) {
        node.clock.correct();
        // Who was stopped by the alarm of a copy goes on by its operator's order.
        if (isDoubted(node)) network.order(node.index);
        network.start(node.index);
      }
    },
  };
}

function isDoubted({ core, logs }: SimNode): boolean {
  return core === undefined && logs.some(({ fields }) => fields.code === 'E_STORE_TAMPERED');
}

/** Writes and frames count; log lines and timers change nothing for anybody. */
function counts(action: Action): boolean {
  return action.type === 'persist' || action.type === 'send';
}
