/**
 * Changes of a key between nodes: other members, another threshold, and what becomes of those who
 * held it before.
 */
import { toHex } from '@permafrost/frost';
import {
  compareBytes,
  decodeNoOffers,
  decodeProposal,
  encodeOfferRequest,
  encodeProposal,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import type { Person } from '../testing/operators.ts';
import { people } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';
import { acceptByHand, fire, keyAt, propose, repairOf, reshareOf } from '../testing/reshares.ts';

beforeAll(installNodeCrypto);

const all = people(5);
const old = ceremony(4);
const publicKey = toHex(old.entryOf(0).publicKey);

const none = new Uint8Array();

function network(): Cores {
  const s = createCores(5, [old], { rules: all });
  s.connect();
  return s;
}

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

  test('is known by removed members to be with others: they say E_EPOCH and hand requests on', () => {
    const s = network();
    const info = keyAt(s, 0) ?? {};
    propose(s, 0, reshareOf(s, 0, info, { members: [1, 2, 3] }));
    const before = s.actions.length;
    const keyId = info.id ?? new Uint8Array();
    const body = encodeOfferRequest({ keyId, epochId: info.epochId ?? new Uint8Array(), count: 1 });
    fire(s, 'erase');
    const from = (s.all[1] as Person).operator.host;
    s.give(0, { type: 'frame', from, kind: limits.FRAME.offerRequest, body });
    const codes = s.actions.slice(before).flatMap(({ by, action }) => {
      const isNo = action.type === 'send' && action.kind === limits.FRAME.noOffers && by === 0;
      return isNo ? [decodeNoOffers(action.body).code] : [];
    });
    expect(codes).toEqual(['E_EPOCH']);
    expect(s.actions.some(({ by, action }) => by === 0 && action.type === 'forward')).toBe(false);
    expect(signs(s, 0, 7)).toBe('nothing');
    expect(s.actions.some(({ by, action }) => by === 0 && action.type === 'forward')).toBe(true);
  });

  test('loses its old shares only after the grace of requests, and each node its own', () => {
    const s = network();
    propose(s, 0, reshareOf(s, 0, keyAt(s, 0) ?? {}, { members: [0, 1, 2, 3] }));
    expect(keyAt(s, 3)?.epoch).toBe(1);
    const erased = () =>
      s.actions.flatMap(({ by, action }) =>
        action.type === 'persist' &&
        (action.secrets ?? []).some((one) => one.type === 'erase-secret')
          ? [by]
          : [],
      );
    expect(erased()).toEqual([]);
    fire(s, 'erase');
    expect([...new Set(erased())].sort()).toEqual([0, 1, 2, 3]);
    expect(signs(s, 3, 5)).toBe('epoch 1');
  });

  test('is not changed by a proposal of another epoch, nor with a number that was used', () => {
    const s = network();
    const info = keyAt(s, 0) ?? {};
    propose(s, 0, reshareOf(s, 0, info, { members: [0, 1, 2, 3] }));
    const stale = propose(s, 1, reshareOf(s, 1, info, { members: [1, 2, 3] }));
    expect(stale?.error?.code).toBe('E_KEY_STATE');
    const now = keyAt(s, 0) ?? {};
    const far = { members: [1, 2, 3], changes: { number: Number(now.nextNumber) + 65 } };
    expect(propose(s, 1, reshareOf(s, 1, now, far))?.error?.message).toContain('too far');
    expect(keyAt(s, 1)?.epoch).toBe(1);
  });

  test('is dealt to nobody new by rule where the operator did not say so', () => {
    const s = createCores(5, [old], { rules: all, refusesChanges: true });
    s.connect();
    const info = keyAt(s, 0) ?? {};
    propose(s, 0, reshareOf(s, 0, info, { members: [0, 1, 2, 3, 4] }));
    expect(keyAt(s, 0)?.epoch).toBe(0);
    // A refresh gives nobody a share who had none.
    propose(s, 1, reshareOf(s, 1, keyAt(s, 1) ?? {}, { members: [0, 1, 2, 3] }));
    expect(keyAt(s, 0)?.epoch).toBe(2);
    // What started from the epoch before has come to its end everywhere.
    for (const at of [0, 4]) {
      const { operatorPub } = (s.all[at] as Person).operator;
      const [list] = s.call(at, operatorPub, { proposalList: {} });
      const changes = list?.proposalList?.proposals?.filter(({ type }) => type === 'reshare');
      expect(changes?.map(({ state }) => state).sort()).toEqual(['done', 'failed']);
    }
  });
});

describe('a member that is given up', () => {
  test('is removed by all others, who accept by hand, and has no vote', () => {
    const s = network();
    const info = keyAt(s, 0) ?? {};
    const lost = (s.all[3] as Person).operator.hostPub;
    const dealers = (info.memberHosts ?? []).filter((host) => toHex(host) !== toHex(lost));
    const changes = { excluded: [lost], dealers: [...dealers].sort(compareBytes) };
    const proposal = reshareOf(s, 0, info, { members: [0, 1, 2], changes });
    expect(propose(s, 0, proposal)?.error).toBeFalsy();
    // No rule accepts it.
    expect(keyAt(s, 0)?.epoch).toBe(0);
    acceptByHand(s, 1, proposal);
    expect(keyAt(s, 0)?.epoch).toBe(0);
    acceptByHand(s, 2, proposal);
    expect(keyAt(s, 0)).toMatchObject({ epoch: 1, grade: 'exclusion' });
    expect(signs(s, 2, 9)).toBe('epoch 1');
    // It hears of the certificate, and follows it.
    fire(s, 'erase');
    expect(keyAt(s, 3)).toBeUndefined();
  });
});

describe('a member that lost its store', () => {
  test('gets its share back from the others, and signs with it', () => {
    const s = createCores(4, [old], { rules: all, begunAnew: 3 });
    s.connect();
    const info = keyAt(s, 0) ?? {};
    expect(keyAt(s, 3)).toBeUndefined();
    const { hostPub } = (s.all[3] as Person).operator;
    expect(propose(s, 3, repairOf(s, 3, info, hostPub))?.error).toBeFalsy();
    expect(keyAt(s, 3)).toMatchObject({ epoch: 0, state: 'active', name: 'team' });
    expect(signs(s, 3, 11)).toBe('epoch 0');
    expect(keyAt(s, 0)?.down).toEqual([]);
    // What was repaired is dealt from as any other share.
    propose(s, 0, reshareOf(s, 0, keyAt(s, 0) ?? {}, { members: [0, 2, 3] }));
    expect(keyAt(s, 3)?.epoch).toBe(1);
    expect(signs(s, 3, 12)).toBe('epoch 1');
  });

  test('of a later epoch is known by its own word, of that epoch alone', () => {
    const s = network();
    propose(s, 0, reshareOf(s, 0, keyAt(s, 0) ?? {}, { members: [0, 1, 2] }));
    const { id: keyId = none, epochId = none, epoch: number = 0 } = keyAt(s, 0) ?? {};
    const say = (by: number, lacksShare: boolean, more: object = {}) => {
      const status = { keyId, epochId, number, prepared: [], answers: true, lacksShare, ...more };
      const body = encodeMessage(permafrost.v1.EpochStatus, status);
      const from = (s.all[by] as Person).operator.host;
      s.give(0, { type: 'frame', from, kind: limits.FRAME.epochStatus, body });
      return keyAt(s, 0)?.down;
    };
    expect(number).toBe(1);
    expect(say(1, true, { epochId: new Uint8Array(32) })).toEqual([]);
    expect(say(4, true)).toEqual([]);
    expect(say(1, true)).toEqual(['node2']);
    expect(say(1, false)).toEqual([]);
  });

  test('says that it has no share, and not that it is at another epoch, for which others would wait', () => {
    const s = createCores(4, [old], { rules: all, begunAnew: 3, loses: limits.FRAME.ceremony });
    s.connect();
    const { hostPub } = (s.all[3] as Person).operator;
    const info = keyAt(s, 0) ?? {};
    // It learns of the key by a repair that comes to nothing.
    propose(s, 3, repairOf(s, 3, info, hostPub));
    const keyId = info.id ?? new Uint8Array();
    const asked = (epochId: Uint8Array) => {
      const from = (s.all[0] as Person).operator.host;
      const body = encodeOfferRequest({ keyId, epochId, count: 1 });
      s.give(3, { type: 'frame', from, kind: limits.FRAME.offerRequest, body });
      const last = s.actions.findLast(
        ({ by, action }) =>
          by === 3 && action.type === 'send' && action.kind === limits.FRAME.noOffers,
      )?.action;
      return last?.type === 'send' ? decodeNoOffers(last.body).code : undefined;
    };
    expect(asked(info.epochId ?? new Uint8Array(32))).toBe('E_KEY_STATE');
    expect(asked(new Uint8Array(32).fill(9))).toBe('E_EPOCH');
  });

  test('votes where it may have voted before on the word of its operator alone, given since', () => {
    const s = createCores(4, [old], { rules: all, begunAnew: 3, recovering: 3 });
    s.connect();
    s.later(10_000);
    const expiresMs = () => ({ expiresMs: s.now() + limits.PROPOSAL_LIFE_MS });
    const base = decodeProposal(
      repairOf(s, 3, keyAt(s, 0) ?? {}, (s.all[3] as Person).operator.hostPub),
    );
    propose(s, 3, encodeProposal({ ...base, ...expiresMs() }));
    expect(keyAt(s, 3)?.epoch).toBe(0);
    // All but one that is given up have to vote.
    const info = keyAt(s, 0) ?? {};
    const lost = (s.all[1] as Person).operator.hostPub;
    const dealers = [0, 2].map((at) => (s.all[at] as Person).operator.hostPub).sort(compareBytes);
    const changes = { excluded: [lost], dealers };
    // Of this one it is not known that it is younger than what was lost.
    const older = reshareOf(s, 0, info, { members: [0, 2], changes });
    propose(s, 0, older);
    acceptByHand(s, 2, older);
    acceptByHand(s, 3, older);
    expect(keyAt(s, 0)?.epoch).toBe(0);
    s.later(10_000);
    const younger = reshareOf(s, 0, keyAt(s, 0) ?? {}, {
      members: [0, 2],
      changes: { ...changes, ...expiresMs() },
    });
    propose(s, 0, younger);
    acceptByHand(s, 2, younger);
    expect(keyAt(s, 0)?.epoch).toBe(0);
    acceptByHand(s, 3, younger);
    expect(keyAt(s, 0)).toMatchObject({ grade: 'exclusion' });
  });
});
