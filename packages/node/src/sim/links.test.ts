import { createWorld } from '@permafrost/protocol/sim';
import { describe, expect, test } from 'vitest';
import { createChance } from './chance.ts';
import { CALM, type Conditions } from './conditions.ts';
import { createLinks, type End } from './links.ts';

type Scene = {
  readonly world: ReturnType<typeof createWorld>;
  readonly links: ReturnType<typeof createLinks>;
  readonly ends: readonly End[];
  /** What each end heard of links, in order. */
  readonly news: string[];
  readonly die: (index: number, isSilent: boolean) => void;
};

function scene(seed: number, conditions: Partial<Conditions> = {}): Scene {
  const world = createWorld(seed);
  const news: string[] = [];
  const timelines: (number | undefined)[] = [1, 2];
  const ends = timelines.map((_, index) => ({
    index,
    computer: index,
    timeline: () => timelines[index],
  }));
  const links = createLinks({
    world,
    chance: createChance(world.random('links')),
    conditions: () => ({ ...CALM, ...conditions }),
    agree: () => true,
    onUp: (at) => news.push(`${at.index} up`),
    onDown: (at, _, reason) => news.push(`${at.index} down: ${reason}`),
  });
  for (const end of ends) links.add(end);
  for (const end of ends) links.started(end);
  world.run(1_000, 1_000);
  expect(news.splice(0).sort()).toEqual(['0 up', '1 up']);
  const die = (index: number, isSilent: boolean): void => {
    const timeline = timelines[index] ?? 0;
    timelines[index] = undefined;
    links.stopped(ends[index] as End, timeline, isSilent);
  };
  return { world, links, ends, news, die };
}

/** Numbers that arrive of a hundred that are sent, in order of arrival. */
function sendAll({ world, links, ends }: Scene, between: () => void = () => {}): number[] {
  const arrived: number[] = [];
  for (let i = 0; i < 100; i++) {
    world.after(i, () => {
      if (i === 50) between();
      const deliver = (): number => arrived.push(i);
      links.send(ends[0] as End, 1, { lane: 'bulk', deliver });
    });
  }
  world.run(100_000, world.now() + 20_000);
  return arrived;
}

describe('a simulated link', () => {
  test('keeps the order of a lane, whatever the weather', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const arrived = sendAll(scene(seed, { stallRatio: 0.1, latencyMsMax: 300 }));
      expect(arrived).toEqual(Array.from({ length: 100 }, (_, i) => i));
    }
  });

  test('loses what is on its way when it breaks, tells both sides, and comes back', () => {
    const one = scene(2, { latencyMsMin: 30, latencyMsMax: 40 });
    const arrived = sendAll(one, () => one.links.reset(1, 0, 'connection reset'));
    expect(arrived.length).toBeLessThan(100);
    expect(arrived).toEqual([...arrived].sort((a, b) => a - b));
    expect(one.news.filter((line) => line.includes('down'))).toEqual([
      '1 down: connection reset',
      '0 down: connection reset',
    ]);
    expect(one.news.slice(2).sort()).toEqual(['0 up', '1 up']);
  });

  test('holds frames in a short hole, in order, and nobody hears of it', () => {
    const one = scene(3);
    const arrived = sendAll(one, () => {
      one.links.cut(0, 1);
      one.world.after(3_000, () => one.links.mend(0, 1));
    });
    expect(arrived).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(one.news).toEqual([]);
  });

  test('is found dead by the heartbeats in a long hole', () => {
    const one = scene(4);
    const arrived = sendAll(one, () => one.links.cut(0, 1));
    expect(arrived.length).toBeLessThan(60);
    expect(one.news).toEqual(['1 down: heartbeats stopped', '0 down: heartbeats stopped']);
  });

  test('ends for its peer at once when a process ends, and late when a machine falls silent', () => {
    for (const isSilent of [false, true]) {
      const one = scene(5);
      one.die(0, isSilent);
      one.world.run(1_000, one.world.now() + 1_000);
      expect(one.news).toEqual(isSilent ? [] : ['1 down: connection closed']);
      one.world.run(1_000, one.world.now() + 10_000);
      expect(one.news.length).toBe(1);
    }
  });

  test('that break before both sides are up leave no side up', () => {
    const { world, links, ends, news } = scene(9, { latencyMsMin: 100, latencyMsMax: 100 });
    links.reset(0, 1, 'connection reset');
    const pass = (ms: number): void => world.run(1_000, world.now() + ms);
    // Until the next one is up at the side that was dialled, and not yet at the other.
    while (!news.includes('1 up')) pass(5);
    expect(news).not.toContain('0 up');
    links.reset(0, 1, 'connection reset');
    pass(95);
    expect(ends.map((end, i) => links.has(end, 1 - i))).toEqual([false, true]);
    pass(10_000);
    expect(ends.map((end, i) => links.has(end, 1 - i))).toEqual([true, true]);
    expect(news.filter((line) => line.startsWith('1 down'))).toHaveLength(2);
  });
});
