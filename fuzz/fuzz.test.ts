import { installNodeCrypto } from '@permafrost/protocol/sim';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { fuzzSeed } from './campaign.ts';
import type { Decoder } from './decoder.ts';
import { createDice } from './dice.ts';
import { decoderComplaint } from './feed-decoders.ts';
import { MUTATIONS } from './mutate.ts';

beforeAll(installNodeCrypto);

describe('wrong bytes', () => {
  test('bring nothing out of a decoder or a node but what they say they throw', async () => {
    const tally = await fuzzSeed(2, 'toy', { each: 10, nodes: 160, isWeighed: false });
    expect(tally.findings).toEqual([]);
    // None of it would mean much if it began with nothing right, or reached nobody.
    expect(tally.unseeded).toEqual([]);
    expect(tally.heard).toBeGreaterThan(80);
    const tried = [...tally.mutations.keys()];
    for (const name of MUTATIONS) expect(tried, name).toContain(name);
  });

  test('are noticed where a decoder throws another thing, or changes what all objects share', async () => {
    const decoder = (decode: Decoder['decode']): Decoder => ({
      name: 'bad',
      decode,
      throws: [WireError],
      isText: false,
    });
    const bytes = Uint8Array.of(1);
    const wrong = decoder((given) => {
      if (given[0] === 1) throw new TypeError('not mine');
    });
    expect(await decoderComplaint(wrong, bytes)).toContain('TypeError: not mine');
    expect(await decoderComplaint(wrong, Uint8Array.of(2))).toBeUndefined();
    const polluting = decoder(() => Object.assign(Map.prototype, { polluted: true }));
    try {
      expect(await decoderComplaint(polluting, bytes)).toBe('changed a prototype');
    } finally {
      Reflect.deleteProperty(Map.prototype, 'polluted');
    }
  });

  test('are the same again for the same seed', () => {
    const draw = () => {
      const dice = createDice(5, 'again');
      return Array.from({ length: 20 }, () => dice.below(1_000));
    };
    expect(draw()).toEqual(draw());
    expect(new Set(draw()).size).toBeGreaterThan(10);
  });
});
