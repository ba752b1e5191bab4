/**
 * What simulated hosts say to each other first: their clocks and boots, as in production.
 * @module
 */
import type { World } from '@permafrost/protocol/sim';
import { decodeBoot } from '../core/boots.ts';
import type { Input } from '../effects.ts';
import { checkHello, encodeHello } from '../hello.ts';
import type { Computer, Timeline } from './computer.ts';

export type Greetings = {
  readonly agree: (a: Computer, b: Computer) => boolean;
  readonly askBoot: (asker: Computer, of: number, timeline: Timeline) => void;
};

export function createGreetings(options: {
  readonly world: World;
  readonly nodes: readonly Computer[];
  readonly latency: () => number;
  readonly note: (line: string) => void;
  readonly isCut: (from: number, to: number) => boolean;
  readonly give: (computer: Computer, input: Input) => void;
  readonly step: (computer: Computer, timeline: Timeline, input: Input) => void;
}): Greetings {
  const { world, nodes, latency, note, isCut, give, step } = options;
  const seenBoots = new Set<string>();

  /** What two hosts say first, as they say it in production. */
  function agree(a: Computer, b: Computer): boolean {
    const [bootA, bootB] = [a.process?.timeline.boot, b.process?.timeline.boot];
    if (bootA === undefined || bootB === undefined) return false;
    const skewMs = a.clock.read().wallMs - b.clock.read().wallMs;
    const about = {
      isHost: true,
      on: 'lane',
      name: a.operator.name,
      self: b.operator.name,
    } as const;
    // Signatures of boots are checked once for each boot; the clocks each time.
    const isKnown = seenBoots.has(`${a.process?.timeline.id}`);
    seenBoots.add(`${a.process?.timeline.id}`);
    const { wallMs } = a.clock.read();
    const hello = encodeHello({ software: 'simulated', wallMs, boot: decodeBoot(bootA) });
    const at = { ...about, hostPub: a.operator.hostPub, wallMs: wallMs - skewMs };
    const verdict = checkHello(hello, { ...at, isHost: !isKnown });
    if (verdict.ok) return !refuses(a, b, bootA) && !refuses(b, a, bootB);
    note(`${b.operator.name} refuses ${a.operator.name}: ${verdict.code}`);
    return false;
  }
  /** Whether `by` knows a later or another boot of that node: it refuses this one, and shows it. */
  function refuses(shown: Computer, by: Computer, boot: Uint8Array): boolean {
    const { host } = shown.operator;
    if (by.core?.refusesBoot(host, boot) !== true) return false;
    give(by, { type: 'hello', host, boot, seen: undefined });
    world.after(latency(), () => give(shown, { type: 'boot-doubted', by: by.operator.host }));
    return true;
  }

  /** What the node `of` holds of the asker's boots comes back, if it runs and can be reached. */
  function askBoot(asker: Computer, of: number, timeline: Timeline): void {
    const from = asker.index;
    world.after(latency(), () => {
      const target = nodes[of];
      if (target?.core === undefined || target.isFrozen) return;
      if (isCut(from, of) || isCut(of, from)) return;
      const seen = target.core.highestBoot(asker.operator.host);
      const answer = { type: 'boot-answer', from: target.operator.host, seen } as const;
      world.after(latency(), () => step(asker, timeline, answer));
    });
  }

  return { agree, askBoot };
}
