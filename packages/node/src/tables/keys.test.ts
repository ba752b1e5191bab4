import { concat, sha512, toHex } from '@permafrost/frost';
import { DKG_ROUND, openEnvelope, sealEnvelope, verifyEvidence } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ceremony, ceremony, toy } from '../testing/keys.ts';
import { people } from '../testing/operators.ts';
import { type KeysInput, type KeysOutput, type Status, stepKeys } from './keys.ts';
import {
  createKeys,
  isBound,
  isConfirmed,
  type KeyEntry,
  type Keys,
  keyNamed,
  secretName,
  statusOf,
  wireState,
} from './keys-entry.ts';

beforeAll(installNodeCrypto);

/** The table of one member, with the keys of these ceremonies pending. */
function memberOf(member: number, ...ceremonies: readonly Ceremony[]) {
  const self = ceremonies[0]?.members[member];
  if (self === undefined) throw new Error('no such member');
  const table = createKeys();
  const everyone = people(4).map(({ operator }) => operator.host);
  const step = (input: KeysInput): readonly KeysOutput[] =>
    stepKeys(table, input, { self: self.operator.host, hostSeed: self.hostSeed, everyone });
  const entries = ceremonies.map((one) => one.entryOf(member));
  for (const entry of entries) step({ type: 'pending', entry });
  return { table, step, entries, entry: entries[0] as KeyEntry, host: self.operator.host };
}

const types = (outputs: readonly KeysOutput[]): readonly string[] =>
  outputs.map(({ type }) => type);

const sends = (outputs: readonly KeysOutput[]) =>
  outputs.flatMap((output) => (output.type === 'send' ? [output] : []));

function envelope(entry: KeyEntry, bytes: Uint8Array): KeysInput {
  return { type: 'envelope', id: entry.id, envelope: bytes };
}

/** A KeyStatus frame as its reader gets it. */
function statusIn(body: Uint8Array): Status {
  const message = decodeMessage(permafrost.v1.KeyStatus, body);
  return {
    keyId: Uint8Array.from(message.keyId),
    state: message.state,
    cert: Uint8Array.from(message.cert),
    stored: Uint8Array.from(message.stored),
    certsMissing: message.certsMissing,
    storedMissing: message.storedMissing,
    testSignature: Uint8Array.from(message.testSignature),
    settled: message.settled,
  };
}

/** Everything that confirms a key for the first member. */
function confirmations(made: Ceremony): readonly Uint8Array[] {
  return [made.certOf(1), made.certOf(2), made.storedOf(1), made.storedOf(2)];
}

function confirmed(made: Ceremony = ceremony(3)) {
  const one = memberOf(0, made);
  for (const bytes of confirmations(made)) one.step(envelope(one.entry, bytes));
  return one;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]),
  );
}

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

describe('a name', () => {
  const first = ceremony(3);
  const later = ceremony(3, { attempt: 2 });
  const certs = (made: Ceremony) => [1, 2].map((i) => made.certOf(i));

  test('is bound to the key for which this node first said Stored, and to no other', () => {
    const { step, entries, table } = memberOf(0, later, first);
    const [b, a] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(later)) step(envelope(b, bytes));
    expect(table.bound.get('team')).toBe(b.id);
    for (const bytes of [...certs(first), first.storedOf(1), first.storedOf(2)]) {
      expect(sends(step(envelope(a, bytes)))).toEqual([]);
    }
    expect(a.stored.has(1)).toBe(false);
    expect(isConfirmed(a)).toBe(false);
    expect(isBound(table, 'team')).toBe(true);
    expect(keyNamed(table, 'team')).toBe(b);
  });

  test('stays free for the later attempt when an earlier Cert arrives late', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a, b] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(first)) step(envelope(a, bytes));
    expect(table.bound.size).toBe(0);
    for (const bytes of certs(later)) step(envelope(b, bytes));
    expect(table.bound.get('team')).toBe(b.id);
  });

  test('goes to an earlier attempt that another member bound already', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(first)) step(envelope(a, bytes));
    step(envelope(a, first.storedOf(1)));
    expect(table.bound.get('team')).toBe(a.id);
  });

  test('has one key in all orders of two attempts’ Certs and Stored, and never two', () => {
    const items = [first, later].flatMap((made, which) => [
      ...certs(made).map((bytes) => ({ which, bytes })),
      { which, bytes: made.storedOf(1) },
    ]);
    // Some of all 720 orders, with every beginning.
    for (const order of permutations(items).filter((_, i) => i % 37 === 0)) {
      const { step, entries } = memberOf(0, first, later);
      for (const { which, bytes } of order) step(envelope(entries[which] as KeyEntry, bytes));
      expect(entries.filter((entry) => entry.stored.has(1)).length).toBeLessThanOrEqual(1);
    }
  });

  test('keeps its rivals until all members have stored one key, and then drops them with their secrets', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a, b] = entries as [KeyEntry, KeyEntry];
    for (const bytes of [...certs(later), later.storedOf(1)]) step(envelope(b, bytes));
    expect(table.byId.has(a.id)).toBe(true);
    const outputs = step(envelope(b, later.storedOf(2)));
    expect(table.byId.has(a.id)).toBe(false);
    expect(table.byId.has(b.id)).toBe(true);
    const erased = outputs.flatMap((one) => (one.type === 'erase-secret' ? [one.name] : []));
    expect(erased).toEqual([secretName(a)]);
    const deleted = outputs.flatMap((output) =>
      output.type === 'persist'
        ? output.changes.flatMap((change) => (change.type === 'delete' ? [change.key] : []))
        : [],
    );
    expect(deleted).toEqual(['record', 'state', 'cert/1'].map((what) => `key/${a.id}/${what}`));
  });

  test('does not drop the key of another name', () => {
    const other = ceremony(3, { nonce: 2, name: 'other' });
    const { step, entries, table } = memberOf(0, first, other);
    for (const bytes of confirmations(first)) step(envelope(entries[0] as KeyEntry, bytes));
    expect(table.byId.size).toBe(2);
    expect(keyNamed(table, 'other')).toBe(entries[1]);
  });

  test('is free again when its key was destroyed', () => {
    const { step, entries, table } = memberOf(0, first);
    for (const bytes of certs(first)) step(envelope(entries[0] as KeyEntry, bytes));
    expect(isBound(table, 'team')).toBe(true);
    (entries[0] as KeyEntry).state = 'destroyed';
    expect(isBound(table, 'team')).toBe(false);
    expect(keyNamed(table, 'team')).toBeUndefined();
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

describe('KeyStatus', () => {
  const made = ceremony(3);
  const from = (member: number, body: Uint8Array): KeysInput => ({
    type: 'status',
    from: made.members[member]?.operator.host ?? '',
    status: statusIn(body),
  });

  /** All members with what they hold, and the frames that they still owe each other. */
  function exchange(members: readonly ReturnType<typeof memberOf>[], atMost: number) {
    const queue: { readonly to: number; readonly from: number; readonly output: KeysOutput }[] = [];
    const indexOf = new Map(members.map(({ host }, i) => [host, i]));
    const post = (by: number, outputs: readonly KeysOutput[]): void => {
      for (const output of sends(outputs)) {
        for (const host of output.to) {
          const to = indexOf.get(host);
          if (to !== undefined && to !== by) queue.push({ to, from: by, output });
        }
      }
    };
    for (const [i, { step }] of members.entries()) {
      for (const { host } of members) post(i, step({ type: 'peer-up', host }));
    }
    let frames = 0;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (++frames > atMost) throw new Error('they never stop talking');
      const { output } = next;
      const reader = members[next.to];
      if (output.type !== 'send' || reader === undefined) continue;
      if (output.kind === limits.FRAME.keyStatus) {
        post(next.to, reader.step(from(next.from, output.body)));
      } else if (output.kind === limits.FRAME.keyRecords) {
        const { envelopes } = decodeMessage(permafrost.v1.KeyRecords, output.body);
        for (const bytes of envelopes) post(next.to, reader.step(envelope(reader.entry, bytes)));
      } else {
        const { envelope: bytes } = decodeMessage(permafrost.v1.CeremonyEnvelope, output.body);
        post(next.to, reader.step(envelope(reader.entry, Uint8Array.from(bytes))));
      }
    }
    return frames;
  }

  test('brings every member what the others have, whatever each holds, and then all are quiet', () => {
    const all = [0, 1, 2];
    for (let mask = 0; mask < 64; mask += 3) {
      const members = all.map((i) => memberOf(i, made));
      // Which of the two others' Certs each holds already.
      for (const i of all) {
        const others = all.filter((k) => k !== i);
        for (const [bit, other] of others.entries()) {
          const member = members[i];
          if (member === undefined || (mask & (1 << (2 * i + bit))) === 0) continue;
          member.step(envelope(member.entry, made.certOf(other)));
        }
      }
      exchange(members, 200);
      for (const { entry } of members) expect(isConfirmed(entry), `mask ${mask}`).toBe(true);
    }
  });

  test('spreads a test signature that one member saw, ends settled, and is not asked again', () => {
    const members = [0, 1, 2].map((i) => memberOf(i, made));
    exchange(members, 200);
    const first = members[0];
    if (first === undefined) throw new Error('three members');
    first.step({ type: 'test-signature', id: first.entry.id, signature: made.signatureOf() });
    exchange(members, 200);
    for (const { entry } of members) {
      expect(entry.state).toBe('active');
      expect(entry.settled).toBe(true);
    }
    expect(exchange(members, 0)).toBe(0);
  });

  test('of a settled key is answered once to who still asks, without an end to it', () => {
    const members = [0, 1, 2].map((i) => memberOf(i, made));
    exchange(members, 200);
    const [a, b] = members as [ReturnType<typeof memberOf>, ReturnType<typeof memberOf>];
    a.step({ type: 'test-signature', id: a.entry.id, signature: made.signatureOf() });
    exchange(members, 200);
    b.entry.settled = false;
    expect(exchange(members, 4)).toBeGreaterThan(0);
    expect(b.entry.settled).toBe(true);
    expect(exchange(members, 0)).toBe(0);
  });

  test('of an unknown key is answered with that, and that is answered with nothing', () => {
    const stranger = memberOf(1, ceremony(3, { nonce: 2, name: 'other' }));
    const { step, entry } = memberOf(0, made);
    const answers = sends(stranger.step(from(0, statusOf(entry))));
    expect(answers).toHaveLength(1);
    const unknown = answers[0]?.body ?? new Uint8Array();
    expect(statusIn(unknown).state).toBe('unknown');
    const outputs = step(from(1, unknown));
    expect(types(outputs)).toEqual(['lacking']);
    expect(sends(stranger.step(from(0, unknown)))).toEqual([]);
  });

  test('of somebody who is no member teaches nothing, and only the proposal’s node is told', () => {
    const other = memberOf(1, made);
    for (const bytes of confirmations(made)) other.step(envelope(other.entry, bytes));
    const { step, entry } = memberOf(0, made);
    const outsider = people(4)[3]?.operator.host ?? '';
    const status = statusIn(statusOf(other.entry));
    expect(step({ type: 'status', from: outsider, status })).toEqual([]);
    expect([...entry.certs.keys()]).toEqual([1]);
  });

  test('that asks for seats that there are not, or for the same one many times, gets little', () => {
    const { step } = confirmed();
    const asking = (certsMissing: readonly number[]): Status => ({
      ...statusIn(statusOf(made.entryOf(1))),
      certsMissing: [...certsMissing],
      storedMissing: [],
    });
    const host = made.members[1]?.operator.host ?? '';
    const bytesFor = (seats: readonly number[]): number =>
      sends(step({ type: 'status', from: host, status: asking(seats) }))
        .filter(({ kind }) => kind === limits.FRAME.keyRecords)
        .reduce((sum, { body }) => sum + body.length, 0);
    expect(bytesFor([0, 9, 65_535, 4_294_967_295])).toBe(0);
    expect(bytesFor(Array.from({ length: 100 }, () => 3))).toBe(bytesFor([3]));
  });

  test('in frames that no limit refuses, however many members there are', () => {
    const { step, entries } = confirmed();
    const entry = entries[0] as KeyEntry;
    expect(statusOf(entry).length).toBeLessThan(
      limits.FRAME_BYTES_MAX.get(limits.FRAME.keyStatus) ?? 0,
    );
    const many = new Map(Array.from({ length: 100 }, (_, i) => [i + 1, new Uint8Array(1_000)]));
    entry.certs.clear();
    for (const [seat, bytes] of many) entry.certs.set(seat, bytes);
    const host = made.members[1]?.operator.host ?? '';
    const certsMissing = [...many.keys()];
    const status = { ...statusIn(statusOf(made.entryOf(1))), certsMissing, storedMissing: [] };
    const frames = sends(step({ type: 'status', from: host, status })).filter(
      ({ kind }) => kind === limits.FRAME.keyRecords,
    );
    const shown = frames.flatMap(
      ({ body }) => decodeMessage(permafrost.v1.KeyRecords, body).envelopes,
    );
    expect(shown).toHaveLength(100);
    const most = limits.FRAME_BYTES_MAX.get(limits.FRAME.keyRecords) ?? 0;
    for (const { body } of frames) expect(body.length).toBeLessThan(most);
  });
});

describe('a round that there is not', () => {
  test('is no Cert and no Stored', () => {
    const made = ceremony(3);
    const second = made.members[1];
    if (second === undefined) throw new Error('three members');
    const cert = openEnvelope(made.certOf(1), { hostPub: second.operator.hostPub });
    const table: {
      step: (input: KeysInput) => readonly KeysOutput[];
      entry: KeyEntry;
      table: Keys;
    } = memberOf(0, made);
    for (const round of [0, 1, 2, DKG_ROUND.stored + 1, 255]) {
      const bytes = sealEnvelope({ ...cert, round }, second.hostSeed);
      expect(table.step(envelope(table.entry, bytes))).toEqual([]);
    }
  });
});
