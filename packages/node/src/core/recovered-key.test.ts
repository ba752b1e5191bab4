/**
 * A key that was being made when a member was recovered from an older store: it may have sworn to
 * destroy it, and does not know.
 */
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyPath } from '../tables/keys-entry.ts';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import {
  confirmations,
  envelope,
  memberOf,
  recoveredMember,
  sends,
} from '../testing/keys-table.ts';
import { WALL_MS } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

describe('a member that was recovered', () => {
  const made = ceremony(3);

  test('says Stored for no key of before, and knows it as confirmed when others show what it said', () => {
    const others = confirmations(made);
    const sent = (member: ReturnType<typeof memberOf>): number =>
      others.flatMap((bytes) => sends(member.step(envelope(member.entry, bytes)))).length;
    expect(sent(memberOf(0, made))).toBe(1);
    const recovered = recoveredMember(WALL_MS, 0, made);
    expect(sent(recovered)).toBe(0);
    expect(recovered.entry.stored.has(1)).toBe(false);
    const outputs = recovered.step(envelope(recovered.entry, made.storedOf(0)));
    expect(outputs.map(({ type }) => type)).toContain('confirmed');
  });

  test('gives no share of its test signature, which the others make', () => {
    const { id } = made.entryOf(0);
    const value = encodeMessage(permafrost.v1.StoredKeyState, { state: 'pending' });
    const seat1 = made.members[0]?.operator.host;
    const given = (isRecovering: boolean) => {
      const all = createCores(3).all.map(({ operator }) => operator.host);
      const at = all.indexOf(seat1 ?? '');
      const s = createCores(3, [made], {
        records: () => [[keyPath(id, 'state'), value]],
        ...(isRecovering ? { recovering: at } : {}),
      });
      s.connect();
      for (let i = 0; i < 20; i++) {
        s.later(2_000);
        for (const k of all.keys()) s.give(k, { type: 'timer', id: `canary/${id}` });
      }
      const { operatorPub } = s.all[at]?.operator ?? { operatorPub: new Uint8Array() };
      const [list] = s.call(at, operatorPub, { keyList: {} });
      expect(list?.keyList?.keys?.map(({ state }) => state)).toEqual(['active']);
      return s.actions.filter(
        ({ by, action }) =>
          by === at &&
          action.type === 'count' &&
          action.metric === 'shares' &&
          action.labels.outcome === 'given',
      ).length;
    };
    expect(given(false)).toBeGreaterThan(0);
    expect(given(true)).toBe(0);
  });
});
