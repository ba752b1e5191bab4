/**
 * Processes that stand still for a while without ending: stopped, or suspended with their computer.
 * @module
 */
import type { World } from '@permafrost/protocol/sim';
import type { Input } from '../effects.ts';
import { type Computer, nameOf, type Timeline } from './computer.ts';

export type Sleep = {
  readonly freeze: (index: number, ms: number, isSuspended: boolean) => void;
  /** A process that stood still goes on, with what it missed. */
  readonly thaw: (computer: Computer) => void;
};

export function createSleep(options: {
  readonly world: World;
  readonly nodes: readonly Computer[];
  readonly note: (line: string) => void;
  readonly cut: (from: number, to: number) => void;
  readonly mend: (from: number, to: number) => void;
  readonly step: (computer: Computer, timeline: Timeline, input: Input) => void;
}): Sleep {
  const { world, nodes, note, cut, mend, step } = options;

  function freeze(index: number, ms: number, isSuspended: boolean): void {
    const computer = nodes[index];
    if (computer?.process === undefined || computer.isFrozen) return;
    const { process } = computer;
    computer.isFrozen = true;
    note(`${nameOf(computer)} ${isSuspended ? 'suspended' : 'stopped'} for ${Math.round(ms)} ms`);
    for (const to of nodes.keys()) if (to !== index) cut(index, to);
    world.after(ms, () => {
      for (const to of nodes.keys()) if (to !== index) mend(index, to);
      if (computer.process !== process) return;
      if (isSuspended) computer.clock.slept(ms, true);
      thaw(computer);
    });
  }

  function thaw(computer: Computer): void {
    computer.isFrozen = false;
    const { process } = computer;
    if (process === undefined) return;
    for (const input of process.waiting.splice(0)) step(computer, process.timeline, input);
  }

  return { freeze, thaw };
}
