import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ceremony } from '../testing/keys.ts';
import {
  confirmations,
  confirmed,
  envelope,
  type Member,
  memberOf,
  sends,
  statusIn,
  types,
} from '../testing/keys-table.ts';
import { people } from '../testing/operators.ts';
import type { KeysInput, KeysOutput, Status } from './keys.ts';
import { isConfirmed, type KeyEntry, statusOf } from './keys-entry.ts';

beforeAll(installNodeCrypto);

describe('KeyStatus', () => {
  const made = ceremony(3);
  const from = (member: number, body: Uint8Array): KeysInput => ({
    type: 'status',
    from: made.members[member]?.operator.host ?? '',
    status: statusIn(body),
  });

  /** All members with what they hold, and the frames that they still owe each other. */
  function exchange(members: readonly Member[], atMost: number) {
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

  test('with wrong test signatures has one of each member verified, and the right one of another', () => {
    const { step, entry } = confirmed();
    const shown = (member: number, testSignature: Uint8Array): KeysInput => ({
      type: 'status',
      from: made.members[member]?.operator.host ?? '',
      status: { ...statusIn(statusOf(entry)), state: 'active', testSignature },
    });
    const right = made.signatureOf();
    const verify = vi.spyOn(entry.suite, 'verify');
    for (let fill = 1; fill <= 50; fill++)
      step(
        shown(
          1,
          right.map((b) => b ^ fill),
        ),
      );
    expect(verify).toHaveBeenCalledTimes(1);
    step(shown(1, right));
    expect(entry.state).toBe('pending');
    step(shown(2, right));
    expect(entry.state).toBe('active');
    verify.mockRestore();
  });

  test('of a settled key is answered once to who still asks, without an end to it', () => {
    const members = [0, 1, 2].map((i) => memberOf(i, made));
    exchange(members, 200);
    const [a, b] = members as [Member, Member];
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
