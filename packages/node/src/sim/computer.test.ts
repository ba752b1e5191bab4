import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClock, WALL_MS } from './clock.ts';
import { dealt } from './dealt.ts';
import { requestSignature } from './requests.ts';
import { createNetwork, type Network, type SimNode } from './world.ts';

const suite = { ...toySuite, id: 'ed25519' };
const shape = { nodes: 3, threshold: 2, suiteName: 'toy', suite, names: ['dealt'], requesters: 1 };

beforeAll(installNodeCrypto);

function started(seed: number): Network {
  const { hostSeeds, operatorSeed, images } = dealt(shape);
  const recorded = new Set([1]);
  const given = { seed, nodes: 3, suiteOf: () => suite, hostSeeds, operatorSeed, recorded };
  const network = createNetwork(given);
  for (const [i, image] of images.entries()) network.putImage(i, image);
  for (let i = 0; i < 3; i++) network.start(i);
  network.run(3_000);
  return network;
}

function sign(network: Network, at: number): string {
  const key = dealt(shape).keys.get('dealt');
  if (key === undefined) throw new Error('no key was dealt');
  const message = new TextEncoder().encode(`at ${at}`);
  const signed = requestSignature(network, { at, key, message });
  network.run(4_000);
  return signed.progress?.state ?? 'no answer';
}

describe('simulated computers', () => {
  test('start with dealt keys and sign at once', () => {
    const network = started(1);
    expect(sign(network, 0)).toBe('signed');
    network.kill(2);
    expect(sign(network, 1)).toBe('signed');
  });

  test('that are copied go on as two that would do the same', () => {
    const network = started(2);
    expect(sign(network, 1)).toBe('signed');
    let copy: SimNode | undefined;
    network.copy(1, { resumeAfterMs: 60_000, isWallRight: true }, (made) => {
      copy = made;
    });
    network.run(1_000);
    const original = network.nodes[1];
    if (copy?.core === undefined || original?.core === undefined) throw new Error('no copy');
    expect(copy.core.poolSizes()).toEqual(original.core.poolSizes());
    const input = { type: 'timer', id: 'tick' } as const;
    const clocks = { wallMs: WALL_MS + 9_000, monotonicMs: 9_000 };
    expect(copy.core.step(input, clocks)).toEqual(original.core.step(input, clocks));
    expect([...copy.disk.records]).toEqual([...original.disk.records]);
    expect(network.timelines.at(-1)?.copyOf).toBe(original.timeline());
  });

  test('that run twice do not both go on', () => {
    const network = started(3);
    let copy: SimNode | undefined;
    network.copy(1, { resumeAfterMs: 3_000, isWallRight: true }, (made) => {
      copy = made;
    });
    network.run(30_000);
    network.kill(1);
    network.start(1);
    network.run(30_000);
    const alive = [network.nodes[1], copy].filter((one) => one?.core !== undefined);
    expect(alive.length).toBe(1);
    expect(sign(network, 0)).toBe('signed');
  });

  test('that were brought back from an image stop, and the others sign on', () => {
    const network = started(4);
    const image = network.imageOf(1);
    network.kill(1);
    network.start(1);
    network.run(5_000);
    network.putImage(1, image);
    network.start(1);
    network.run(20_000);
    const back = network.nodes[1];
    // Peers show it the boot that it does not remember.
    expect(back?.core).toBeUndefined();
    expect(back?.logs.at(-1)?.fields).toEqual({ code: 'E_STORE_TAMPERED' });
    expect(sign(network, 0)).toBe('signed');
  });
});

describe('a clock', () => {
  test('drifts, jumps and sleeps, and a copy of it shows the same', () => {
    let nowMs = 0;
    const settings = { offsetMs: 100, driftMsPerSecond: 10, monotonicStartMs: 5 };
    const clock = createClock(() => nowMs, settings);
    nowMs = 10_000;
    expect(clock.read()).toEqual({ wallMs: WALL_MS + 10_200, monotonicMs: 10_005 });
    clock.step(-1_000);
    clock.slept(2_000, true);
    const copy = clock.copy();
    nowMs = 20_000;
    expect(clock.read()).toEqual({ wallMs: WALL_MS + 19_300, monotonicMs: 18_005 });
    expect(copy.read()).toEqual(clock.read());
    copy.slept(1_000, false);
    expect(copy.read()).toEqual({ wallMs: WALL_MS + 18_300, monotonicMs: 17_005 });
    clock.correct();
    expect(clock.read().wallMs).toBe(WALL_MS + 20_000);
  });
});
