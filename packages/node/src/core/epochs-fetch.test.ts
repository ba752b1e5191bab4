/** Records of epochs that are fetched of others, who may be slow, silent or lying. */
import { toHex } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import type { Person } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

const { FRAME } = limits;
const key = ceremony(4);
const { keyId } = key.entryOf(0);
const LIAR = 1;
const OTHER = 2;

type Chunk = permafrost.v1.EpochChunk.$Properties;

function network(): Cores {
  const s = createCores(4, [key]);
  s.connect();
  return s;
}

const hostAt = (s: Cores, at: number): string => (s.all[at] as Person).operator.host;
const epochIdOf = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

/** A member says that it holds a higher epoch. */
function tell(s: Cores, by: number, fill: number): void {
  const told = { keyId, number: 9, epochId: epochIdOf(fill), prepared: [], answers: true };
  const body = encodeMessage(permafrost.v1.EpochStatus, told);
  s.give(0, { type: 'frame', from: hostAt(s, by), kind: FRAME.epochStatus, body });
}

function give(s: Cores, by: number, chunk: Partial<Chunk>): void {
  const body = encodeMessage(permafrost.v1.EpochChunk, { keyId, ...chunk });
  s.give(0, { type: 'frame', from: hostAt(s, by), kind: FRAME.epochChunk, body });
}

/** What the first node asks for, of whom, in order. */
function asked(s: Cores): string[] {
  return s.actions.flatMap(({ by, action }) => {
    if (by !== 0 || action.type !== 'send' || action.kind !== FRAME.epochRequest) return [];
    const { offset } = decodeMessage(permafrost.v1.EpochRequest, action.body);
    const at = s.all.findIndex(({ operator }) => operator.host === action.to);
    return [`${at} from ${offset}`];
  });
}

describe('the record of an epoch', () => {
  test('is asked for in parts of the one size that they have, of whoever told of it', () => {
    const s = network();
    tell(s, LIAR, 7);
    expect(asked(s)).toEqual([`${LIAR} from 0`]);
    const part = new Uint8Array(48 * 1024);
    const first = { epochId: epochIdOf(7), total: part.length + 5, offset: 0, part };
    // Unasked: of somebody else, of another epoch, of another place.
    give(s, OTHER, first);
    give(s, LIAR, { ...first, epochId: epochIdOf(8) });
    give(s, LIAR, { ...first, offset: 1 });
    expect(asked(s)).toHaveLength(1);
    give(s, LIAR, first);
    expect(asked(s)).toEqual([`${LIAR} from 0`, `${LIAR} from ${part.length}`]);
    // The same part twice takes nothing.
    give(s, LIAR, first);
    expect(asked(s)).toHaveLength(2);
  });

  test.each([
    ['in a part too small', { total: 100_000, part: new Uint8Array(1) }],
    ['in a part too large', { total: 10, part: new Uint8Array(11) }],
    ['too long', { total: limits.LINEAGE_BYTES_MAX + 1, part: new Uint8Array(48 * 1024) }],
  ])('that comes %s is not waited for any more', (_, wrong) => {
    const s = network();
    tell(s, LIAR, 7);
    give(s, LIAR, { epochId: epochIdOf(7), offset: 0, ...wrong });
    expect(asked(s)).toHaveLength(1);
    tell(s, LIAR, 7);
    expect(asked(s)).toHaveLength(2);
  });

  test('whose length changes on the way is not waited for any more', () => {
    const s = network();
    tell(s, LIAR, 7);
    const part = new Uint8Array(48 * 1024);
    give(s, LIAR, { epochId: epochIdOf(7), total: 200_000, offset: 0, part });
    give(s, LIAR, { epochId: epochIdOf(7), total: 300_000, offset: part.length, part });
    expect(asked(s)).toHaveLength(2);
    tell(s, LIAR, 7);
    expect(asked(s).at(-1)).toBe(`${LIAR} from 0`);
  });

  test('is asked of another when the first one is slow, and of the first again when it was silent', () => {
    const s = network();
    tell(s, LIAR, 7);
    tell(s, OTHER, 7);
    tell(s, LIAR, 7);
    expect(asked(s)).toEqual([`${LIAR} from 0`]);
    s.later(6_000);
    tell(s, LIAR, 7);
    tell(s, OTHER, 7);
    expect(asked(s)).toEqual([`${LIAR} from 0`, `${OTHER} from 0`]);
    s.give(0, { type: 'timer', id: `fetch/${toHex(keyId)}/${hostAt(s, LIAR)}` });
    s.later(6_000);
    tell(s, LIAR, 7);
    expect(asked(s).at(-1)).toBe(`${LIAR} from 0`);
    expect(asked(s)).toHaveLength(3);
  });
});
