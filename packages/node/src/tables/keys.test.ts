import { concat, sha512, toHex } from '@permafrost/frost';
import { DKG_ROUND, openEnvelope, sealEnvelope, verifyEvidence } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { ceremony, toy } from '../testing/keys.ts';
import {
  confirmations,
  confirmed,
  envelope,
  memberOf,
  permutations,
  sends,
  types,
} from '../testing/keys-table.ts';
import type { KeysInput } from './keys.ts';
import { isConfirmed, type KeyEntry, wireState } from './keys-entry.ts';

beforeAll(installNodeCrypto);

describe('a pending key', () => {
  test('is confirmed by the Certs and Stored of all, in any order and from whomever', () => {
    const made = ceremony(3);
    for (const order of permutations(confirmations(made))) {
      const { step, entry } = memberOf(0, made);
      const outputs = order.flatMap((bytes) => step(envelope(entry, bytes)));
      expect(types(outputs).filter((type) => type === 'confirmed')).toHaveLength(1);
      expect(isConfirmed(entry)).toBe(true);
      expect(wireState(entry)).toBe('confirmed');
      expect(entry.state).toBe('pending');
    }
  });

  test('says Stored once, with the Certs of all, after that is durable, to the other members', () => {
    const made = ceremony(3);
    const { step, entry, table } = memberOf(0, made);
    expect(types(step(envelope(entry, made.certOf(1))))).toEqual(['persist', 'changed']);
    expect(table.bound.size).toBe(0);
    const outputs = step(envelope(entry, made.certOf(2)));
    expect(types(outputs)).toEqual(['persist', 'changed', 'persist', 'send', 'changed']);
    const second = outputs[2];
    const changes = second?.type === 'persist' ? second.changes.map(({ key }) => key) : [];
    expect(changes).toEqual(['name/team', `key/${entry.id}/stored/1`]);
    const others = made.members.slice(1).map(({ operator }) => operator.host);
    expect(sends(outputs)[0]?.to).toEqual(others);
    expect(entry.stored.get(1)).toEqual(made.storedOf(0));
    expect(table.bound.get('team')).toBe(entry.id);
    // Nothing of it happens again.
    expect(step(envelope(entry, made.certOf(2)))).toEqual([]);
    expect(types(step(envelope(entry, made.storedOf(1))))).toEqual(['persist', 'changed']);
  });

  test('is not confirmed by the Stored of the others alone', () => {
    const made = ceremony(3);
    const { step, entry } = memberOf(0, made);
    for (const i of [1, 2]) step(envelope(entry, made.storedOf(i)));
    step(envelope(entry, made.certOf(1)));
    expect(isConfirmed(entry)).toBe(false);
    expect(entry.stored.has(1)).toBe(false);
  });

  test('takes no notice of mangled, foreign and misplaced envelopes', () => {
    const made = ceremony(3);
    const other = ceremony(3, { attempt: 2 });
    const [, second, third] = made.members;
    if (second === undefined || third === undefined) throw new Error('three members');
    const cert = openEnvelope(made.certOf(1), { hostPub: second.operator.hostPub });
    const stored = openEnvelope(made.storedOf(1), { hostPub: second.operator.hostPub });
    const bad: readonly (readonly [string, Uint8Array])[] = [
      ['nothing', new Uint8Array()],
      ['noise', new Uint8Array(200).fill(7)],
      ['a cut Cert', made.certOf(1).slice(0, -1)],
      ['a Cert with a byte more', Uint8Array.from([...made.certOf(1), 0])],
      ['a Cert with a flipped bit', made.certOf(1).map((byte, i) => (i === 150 ? byte ^ 1 : byte))],
      ['a Cert of another attempt', other.certOf(1)],
      ['a Stored of another attempt', other.storedOf(1)],
      ['a Cert in the seat of another', sealEnvelope({ ...cert, from: 3 }, second.hostSeed)],
      ['a Cert signed by another member', sealEnvelope(cert, third.hostSeed)],
      ['a Cert of a seat that there is not', sealEnvelope({ ...cert, from: 9 }, second.hostSeed)],
      ['a Cert of another kind', sealEnvelope({ ...cert, kind: 'sign' }, second.hostSeed)],
      ['a Cert to one member', sealEnvelope({ ...cert, to: 1 }, second.hostSeed)],
      [
        'a Stored of something else',
        sealEnvelope({ ...stored, payload: new Uint8Array(32) }, second.hostSeed),
      ],
      ['a Stored of another suite', sealEnvelope({ ...stored, suite: 'p256' }, second.hostSeed)],
      ['a Commit', made.entryOf(0).commits[1] ?? new Uint8Array()],
      ['a Reveal', made.entryOf(0).reveals[1] ?? new Uint8Array()],
    ];
    const { step, entry } = memberOf(0, made);
    for (const [what, bytes] of bad) {
      expect(step(envelope(entry, bytes)), what).toEqual([]);
      expect([...entry.certs.keys()], what).toEqual([1]);
      expect([...entry.stored.keys()], what).toEqual([]);
    }
    // And the good ones still count.
    for (const bytes of confirmations(made)) step(envelope(entry, bytes));
    expect(isConfirmed(entry)).toBe(true);
  });

  test('with a Cert that does not verify is a fault of its author, with evidence', () => {
    const made = ceremony(3);
    const second = made.members[1];
    if (second === undefined) throw new Error('three members');
    const cert = openEnvelope(made.certOf(1), { hostPub: second.operator.hostPub });
    const payload = cert.payload.map((byte, i) =>
      i === cert.payload.length - 1 ? byte ^ 1 : byte,
    );
    const { step, entry } = memberOf(0, made);
    const outputs = step(envelope(entry, sealEnvelope({ ...cert, payload }, second.hostSeed)));
    const fault = outputs[0];
    if (fault?.type !== 'fault' || fault.evidence === undefined) throw new Error('no evidence');
    expect(fault.detail.code).toBe('bad-certificate');
    const verdict = verifyEvidence(fault.evidence, () => toy);
    expect(verdict.proven && toHex(verdict.culprit)).toBe(second.operator.host);
    expect(entry.certs.has(2)).toBe(false);
  });

  test('has one complaint of each member judged, however many it signs', () => {
    const made = ceremony(3);
    const second = made.members[1];
    if (second === undefined) throw new Error('three members');
    const cert = openEnvelope(made.certOf(1), { hostPub: second.operator.hostPub });
    const { step, entry } = memberOf(0, made);
    const ctx = openEnvelope(entry.commits[0] ?? new Uint8Array(), {
      hostPub: made.members[0]?.operator.hostPub ?? new Uint8Array(),
    }).payload.slice(32);
    const { payload: reveal } = openEnvelope(entry.reveals[0] ?? new Uint8Array(), {
      hostPub: made.members[0]?.operator.hostPub ?? new Uint8Array(),
    });
    const { elementBytes, scalarBytes } = toy.cocktail;
    const complaint = (fill: number): KeysInput => {
      const proof = new Uint8Array(2 * elementBytes + 2 * scalarBytes).fill(fill);
      const payload = concat(Uint8Array.of(0, 1, 1), ctx, sha512(reveal.slice(32)), proof);
      return envelope(entry, sealEnvelope({ ...cert, payload }, second.hostSeed));
    };
    const found = [1, 2, 3, 1].map((fill) => step(complaint(fill)));
    expect(found.map(types)).toEqual([['fault'], [], [], []]);
    expect(found[0]?.[0]).toMatchObject({ detail: { code: 'false-complaint', culprit: 2 } });
    // Its Cert is what it signed first or last: it still counts for the others.
    expect(types(step(envelope(entry, made.certOf(1))))).toContain('persist');
  });

  test('is not known by another id', () => {
    const made = ceremony(3);
    const { step } = memberOf(0, made);
    expect(step({ type: 'envelope', id: 'ff', envelope: made.certOf(1) })).toEqual([]);
    const testSignature = {
      type: 'test-signature',
      id: 'ff',
      signature: made.signatureOf(),
    } as const;
    expect(step(testSignature)).toEqual([]);
  });
});

describe('a test signature', () => {
  const made = ceremony(3);
  const shown = (entry: KeyEntry, signature: Uint8Array): KeysInput => ({
    type: 'test-signature',
    id: entry.id,
    signature,
  });

  test('makes a confirmed key active, durably and before anybody is told', () => {
    const { step, entry } = confirmed();
    const outputs = step(shown(entry, made.signatureOf()));
    expect(types(outputs)).toEqual(['persist', 'active', 'send', 'changed']);
    expect(entry.state).toBe('active');
    expect(sends(outputs)[0]?.to).toHaveLength(4);
    expect(step(shown(entry, made.signatureOf()))).toEqual([]);
  });

  test('does nothing before the key is confirmed', () => {
    const { step, entry } = memberOf(0, made);
    for (const bytes of confirmations(made).slice(0, 3)) step(envelope(entry, bytes));
    expect(step(shown(entry, made.signatureOf()))).toEqual([]);
    expect(entry.state).toBe('pending');
  });

  test('that is wrong, of another message, of another key or of any length does nothing', () => {
    const { step, entry } = confirmed();
    const good = made.signatureOf();
    const wrong: readonly Uint8Array[] = [
      good.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
      made.signatureOf(new TextEncoder().encode('pay 3')),
      ceremony(3, { attempt: 2 }).signatureOf(),
      good.slice(1),
      Uint8Array.from([...good, 0]),
      new Uint8Array(),
      new Uint8Array(64),
      new Uint8Array(64).fill(255),
      new Uint8Array(1024),
    ];
    for (const signature of wrong) expect(step(shown(entry, signature))).toEqual([]);
    expect(entry.state).toBe('pending');
  });
});

describe('a round that there is not', () => {
  test('is no Cert and no Stored', () => {
    const made = ceremony(3);
    const second = made.members[1];
    if (second === undefined) throw new Error('three members');
    const cert = openEnvelope(made.certOf(1), { hostPub: second.operator.hostPub });
    const { step, entry } = memberOf(0, made);
    for (const round of [0, 1, 2, DKG_ROUND.stored + 1, 255]) {
      const bytes = sealEnvelope({ ...cert, round }, second.hostSeed);
      expect(step(envelope(entry, bytes))).toEqual([]);
    }
  });
});
