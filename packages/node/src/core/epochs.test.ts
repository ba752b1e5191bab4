/**
 * Changes of a key between nodes: other members, another threshold, and what becomes of those who
 * held it before.
 */
import { toHex } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import type { Person } from '../testing/operators.ts';
import { people } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';
import { fire, keyAt, propose, reshareOf } from '../testing/reshares.ts';

beforeAll(installNodeCrypto);

const all = people(5);
const old = ceremony(4);
const publicKey = toHex(old.entryOf(0).publicKey);

function network(): Cores {
  const s = createCores(5, [old], { rules: all });
  s.connect();
  return s;
}

const epochs = (s: Cores): readonly unknown[] => [...s.all.keys()].map((i) => keyAt(s, i)?.epoch);

function signs(s: Cores, at: number, fill: number): string {
  const entry = old.entryOf(0);
  const request = requestOf(s.all[0] as Person, entry, s.now(), {
    idempotencyKey: new Uint8Array(16).fill(fill),
    message: new Uint8Array(3).fill(fill),
  });
  const { operatorPub } = (s.all[0] as Person).operator;
  const [answer] = s.call(at, operatorPub, submission(request));
  const { sign, error } = answer ?? {};
  return sign?.state === 'signed'
    ? `epoch ${sign.epoch}`
    : (sign?.error?.code ?? error?.code ?? 'nothing');
}

describe('a key that is reshared', () => {
  test('has other members and another threshold, and the same public key', () => {
    const s = network();
    const info = keyAt(s, 0);
    expect(info?.epoch).toBe(0);
    expect(signs(s, 0, 1)).toBe('epoch 0');
    const answer = propose(s, 0, reshareOf(s, 0, info ?? {}, { members: [1, 2, 4], threshold: 3 }));
    expect(answer?.error).toBeFalsy();
    for (const at of [1, 2, 4]) {
      const now = keyAt(s, at);
      expect(now?.epoch).toBe(1);
      expect(toHex(now?.publicKey ?? new Uint8Array())).toBe(publicKey);
      expect(now?.threshold).toBe(3);
      expect([...(now?.members ?? [])].sort()).toEqual(['node2', 'node3', 'node5']);
      expect(now?.grade).toBe('regular');
    }
    expect(signs(s, 1, 2)).toBe('epoch 1');
    expect(signs(s, 4, 3)).toBe('epoch 1');
    fire(s, 'erase');
    expect(signs(s, 1, 4)).toBe('epoch 1');
  });
});

void epochs;
