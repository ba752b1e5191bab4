import { toHex } from '@permafrost/frost';
import { type Oath, signOath } from '@permafrost/protocol';
import { installNodeCrypto, ratioOf, seededRandom } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ceremony, ceremony } from '../testing/keys.ts';
import {
  confirmed,
  envelope,
  type Member,
  memberOf,
  sends,
  statusIn,
  types,
} from '../testing/keys-table.ts';
import type { KeysInput, KeysOutput } from './keys.ts';
import { isBound, isConfirmed, type KeyEntry, statusOf } from './keys-entry.ts';
import { hasSworn, OATHS_UNKNOWN_MAX, oathsFromRecord, oathsIn } from './keys-oaths.ts';

beforeAll(installNodeCrypto);

const made = ceremony(3);

function about(entry: KeyEntry) {
  return {
    keyId: entry.keyId,
    members: entry.group.members.map(toHex),
    subject: entry.proposalId,
  };
}

const swear = (entry: KeyEntry): KeysInput => ({ type: 'swear', about: about(entry) });

/** Oaths of these members (from 0), as the table is told of them by the last of them. */
function oathsOf(entry: KeyEntry, one: Ceremony, ...members: readonly number[]): KeysInput {
  const oaths = members.map((i) =>
    signOath(entry.keyId, one.members[i]?.hostSeed ?? new Uint8Array()),
  );
  return told(entry, one, members.at(-1) ?? 0, oaths);
}

function told(entry: KeyEntry, one: Ceremony, from: number, oaths: readonly Oath[]): KeysInput {
  return {
    type: 'oaths',
    from: one.members[from]?.operator.host ?? '',
    keyId: entry.keyId,
    about: about(entry),
    oaths,
    isDestroyed: false,
  };
}

const tells = (outputs: readonly KeysOutput[]) =>
  outputs.flatMap((output) => (output.type === 'tell-oaths' ? [output] : []));

const certs = (member: Member, one: Ceremony) =>
  [1, 2].flatMap((i) => member.step(envelope(member.entry, one.certOf(i))));

describe('an oath', () => {
  test('is kept before it is told, to everybody, and given once', () => {
    const { step, entry, table, host } = memberOf(0, made);
    const outputs = step(swear(entry));
    expect(types(outputs)).toEqual(['keep-oaths', 'tell-oaths', 'sworn', 'changed']);
    expect(tells(outputs)[0]?.to).toHaveLength(4);
    expect(tells(outputs)[0]?.subject).toBe(entry.proposalId);
    expect(oathsIn(tells(outputs)[0]?.body ?? new Uint8Array()).oaths).toHaveLength(1);
    expect(hasSworn(table, entry.id, host)).toBe(true);
    expect(step(swear(entry))).toEqual([]);
  });

  test('means that no Stored is said from then on, in whatever order the rest comes', () => {
    for (let at = 0; at <= 4; at++) {
      const { step, entry } = memberOf(0, made);
      const all = [made.certOf(1), made.storedOf(1), made.storedOf(2), made.certOf(2)];
      const inputs = all.map((bytes) => envelope(entry, bytes));
      inputs.splice(at, 0, swear(entry));
      const outputs = inputs.flatMap((input) => step(input));
      if (at === 4) {
        // Confirmed by then: it refuses to swear.
        expect(tells(outputs)).toEqual([]);
        expect(isConfirmed(entry)).toBe(true);
      } else {
        const frames = sends(outputs).map(({ kind }) => kind);
        expect(frames, `sworn at ${at}`).not.toContain(limits.FRAME.ceremony);
        expect(isConfirmed(entry)).toBe(false);
        expect(types(outputs)).not.toContain('confirmed');
      }
    }
  });

  test('of one that said Stored already keeps it from having the key confirmed or active', () => {
    const member = memberOf(0, made);
    const { step, entry } = member;
    certs(member, made);
    expect(entry.stored.has(1)).toBe(true);
    step(swear(entry));
    for (const i of [1, 2]) step(envelope(entry, made.storedOf(i)));
    step({ type: 'test-signature', id: entry.id, signature: made.signatureOf() });
    expect(isConfirmed(entry)).toBe(false);
    expect(entry.state).toBe('pending');
    // Nor does it give its Stored, or those of others, to anybody who asks.
    expect(statusIn(statusOf(entry)).stored).toHaveLength(0);
    const status = { ...statusIn(statusOf(made.entryOf(1))), storedMissing: [1, 2, 3] };
    const answer = step({ type: 'status', from: made.members[1]?.operator.host ?? '', status });
    expect(types(answer)).toEqual(['tell-oaths']);
  });

  test('is refused where the key is confirmed or active', () => {
    const { step, entry } = confirmed();
    expect(step(swear(entry))).toEqual([]);
    step({ type: 'test-signature', id: entry.id, signature: made.signatureOf() });
    expect(step(swear(entry))).toEqual([]);
    expect(entry.state).toBe('active');
  });

  test('holds when the certificate comes after it, and after the process began again', () => {
    const { step, table, host } = memberOf(0, made);
    table.byId.clear();
    const entry = made.entryOf(0);
    const [kept] = step(swear(entry));
    if (kept?.type !== 'keep-oaths') throw new Error('not kept');
    const change = kept.changes[0];
    if (change?.type !== 'put') throw new Error('not kept');
    const again = memberOf(0, made);
    again.table.oaths.set(entry.id, oathsFromRecord(change.value, undefined));
    again.table.byId.clear();
    for (const one of [{ step, table }, again]) {
      const late = made.entryOf(0);
      one.step({ type: 'pending', entry: late });
      const outputs = [1, 2].flatMap((i) => one.step(envelope(late, made.certOf(i))));
      expect(sends(outputs)).toEqual([]);
      expect(late.stored.size).toBe(0);
      expect(hasSworn(one.table, late.id, host)).toBe(true);
    }
  });

  test('counts by its signature alone, and of members only', () => {
    const stranger = ceremony(4).members.find(
      ({ operator }) => !made.members.some((one) => one.operator.host === operator.host),
    );
    const { step, entry, table } = memberOf(0, made);
    const good = signOath(entry.keyId, made.members[1]?.hostSeed ?? new Uint8Array());
    const bad: readonly Oath[] = [
      { ...good, signature: good.signature.map((byte) => byte ^ 1) },
      { ...good, hostPub: made.members[2]?.operator.hostPub ?? new Uint8Array() },
      signOath(new Uint8Array(16), made.members[1]?.hostSeed ?? new Uint8Array()),
      signOath(entry.keyId, stranger?.hostSeed ?? new Uint8Array()),
    ];
    for (const oath of bad) expect(step(told(entry, made, 1, [oath]))).toEqual([]);
    expect(table.oaths.get(entry.id)?.by.size).toBe(0);
    step(told(entry, made, 2, [good]));
    expect(table.oaths.get(entry.id)?.by.size).toBe(1);
  });

  test('for a key that nobody here knows of is answered, and not kept', () => {
    const { step, entry, table } = memberOf(0, made);
    table.byId.clear();
    const input = { ...oathsOf(entry, made, 1), about: undefined } as KeysInput;
    const outputs = step(input);
    expect(oathsIn(tells(outputs)[0]?.body ?? new Uint8Array())).toMatchObject({
      oaths: [],
      isDestroyed: true,
    });
    expect(table.oaths.size).toBe(0);
  });
});

test('oaths for keys that are not here take a bounded room, and leave our own word its own', () => {
  const { step, table, entry } = memberOf(0, made);
  const [self, liar] = made.members.map(({ operator }) => operator.host);
  const aboutKey = (n: number) => {
    const keyId = new Uint8Array(16).fill(7);
    new DataView(keyId.buffer).setUint32(0, n);
    return { keyId, members: [self ?? '', liar ?? ''], subject: 'some' };
  };
  const lies = (n: number): KeysInput => {
    const named = aboutKey(n);
    const oaths = [signOath(named.keyId, made.members[1]?.hostSeed ?? new Uint8Array())];
    const from = liar ?? '';
    const { keyId } = named;
    return { type: 'oaths', from, keyId, about: named, oaths, isDestroyed: false };
  };
  for (let n = 0; n < OATHS_UNKNOWN_MAX; n++) {
    table.oaths.set(
      `${n}`,
      oathsFromRecord(
        encodeMessage(permafrost.v1.StoredOaths, {
          keyId: aboutKey(n).keyId,
        }),
        undefined,
      ),
    );
  }
  expect(step(lies(OATHS_UNKNOWN_MAX))).toEqual([]);
  expect(table.oaths.size).toBe(OATHS_UNKNOWN_MAX);
  expect(types(step({ type: 'swear', about: aboutKey(OATHS_UNKNOWN_MAX) }))).toContain(
    'keep-oaths',
  );
  expect(types(step(oathsOf(entry, made, 1)))).toContain('keep-oaths');
});

describe('the oaths of all members but one', () => {
  test('destroy the key and free its name, whoever that one is; fewer do not', () => {
    const four = ceremony(4);
    for (const left of [0, 1, 2, 3]) {
      const others = [0, 1, 2, 3].filter((i) => i !== left);
      const { step, entry, table } = memberOf(0, four);
      for (const i of [1, 2, 3]) step(envelope(entry, four.certOf(i)));
      expect(isBound(table, 'team')).toBe(true);
      step(oathsOf(entry, four, ...others.slice(0, 2)));
      expect(entry.state).toBe('pending');
      expect(isBound(table, 'team')).toBe(true);
      const outputs = step(oathsOf(entry, four, ...others));
      expect(entry.state, `without ${left}`).toBe('destroyed');
      expect(isBound(table, 'team')).toBe(false);
      expect(types(outputs)).toContain('destroyed');
      // The one that did not swear does so now, and a test signature comes too late.
      expect(hasSworn(table, entry.id, toHex(entry.group.members[0] ?? new Uint8Array()))).toBe(
        true,
      );
      for (const i of [1, 2, 3]) step(envelope(entry, four.storedOf(i)));
      step({ type: 'test-signature', id: entry.id, signature: four.signatureOf() });
      expect(entry.state).toBe('destroyed');
    }
  });

  test('erase the share at once where Stored was never said, else with the last oath', () => {
    const early = memberOf(0, made);
    expect(types(early.step(oathsOf(early.entry, made, 1, 2)))).toContain('erase-secret');
    const late = memberOf(0, made);
    certs(late, made);
    late.step(swear(late.entry));
    const outputs = late.step(oathsOf(late.entry, made, 1));
    expect(late.entry.state).toBe('destroyed');
    expect(types(outputs)).not.toContain('erase-secret');
    expect(types(late.step(oathsOf(late.entry, made, 2)))).toContain('erase-secret');
    expect(types(late.step({ type: 'resume-oaths' }))).toEqual([]);
  });

  test('suspend a key that was active here against them, and keep its share', () => {
    const { step, entry } = confirmed();
    step({ type: 'test-signature', id: entry.id, signature: made.signatureOf() });
    const outputs = step(oathsOf(entry, made, 1, 2));
    expect(entry.state).toBe('suspended');
    expect(types(outputs)).not.toContain('erase-secret');
    expect(outputs.find(({ type }) => type === 'destroyed')).toMatchObject({ wasActive: true });
  });

  test('let a later key of that name be bound, and the old one never again', () => {
    const next = ceremony(3, { nonce: 2 });
    const { step, entries, table } = memberOf(0, made, next);
    const [old, fresh] = entries as [KeyEntry, KeyEntry];
    for (const i of [1, 2]) step(envelope(old, made.certOf(i)));
    for (const i of [1, 2]) step(envelope(fresh, next.certOf(i)));
    expect(table.bound.get('team')).toBe(old.id);
    step(oathsOf(old, made, 1, 2));
    const outputs = step({ type: 'pending', entry: fresh });
    expect(table.bound.get('team')).toBe(fresh.id);
    expect(sends(outputs).map(({ kind }) => kind)).toContain(limits.FRAME.ceremony);
  });
});

/**
 * Three members with 2 to sign, their frames in any order, some lost, some of them started again.
 * The third may be corrupt: it gives its share of the test signature whatever it swore.
 */
describe('whatever happens in whatever order', () => {
  type World = { readonly members: Member[]; readonly queue: { to: number; input: KeysInput }[] };

  function play(seed: number, corrupt: 'none' | 'silent' | 'perjured'): World {
    const chance = seededRandom(seed, 'oaths');
    const pick = (below: number) => Math.floor(ratioOf(chance) * below);
    const members = [0, 1, 2].map((i) => memberOf(i, made));
    const queue: { to: number; input: KeysInput }[] = [];
    const gaveShare = new Set<number>(corrupt === 'none' ? [] : [2]);
    const index = (host: string) =>
      made.members.findIndex(({ operator }) => operator.host === host);
    const give = (at: number, input: KeysInput): void => {
      const member = members[at] as Member;
      for (const output of member.step(input)) {
        if (output.type === 'tell-oaths') {
          const message = oathsIn(output.body);
          for (const to of output.to.map(index)) {
            if (to < 0 || to === at) continue;
            const entry = (members[to] as Member).entry;
            queue.push({ to, input: { ...message, from: member.host, about: about(entry) } });
          }
        } else if (output.type === 'send' && output.kind === limits.FRAME.ceremony) {
          const { envelope: bytes } = decodeMessage(permafrost.v1.CeremonyEnvelope, output.body);
          for (const to of output.to.map(index)) {
            queue.push({ to, input: envelope(member.entry, Uint8Array.from(bytes)) });
          }
        }
      }
    };
    for (const to of [0, 1, 2]) {
      for (const from of [0, 1, 2]) {
        const entry = (members[to] as Member).entry;
        if (from !== to) queue.push({ to, input: envelope(entry, made.certOf(from)) });
      }
    }
    for (let i = 0; i < 120; i++) {
      const at = pick(3);
      const { entry } = members[at] as Member;
      const what = pick(12);
      if (what < 8) {
        const [next] = queue.splice(pick(queue.length), 1);
        if (next !== undefined && what > 0) give(next.to, next.input);
      } else if (what === 8 && (at !== 2 || corrupt !== 'silent')) {
        if (pick(3) === 0) give(at, swear(entry));
      } else if (what === 9) {
        if (entry.state === 'pending' && isConfirmed(entry)) gaveShare.add(at);
      } else if (what === 10 && gaveShare.size >= 2) {
        give(at, { type: 'test-signature', id: entry.id, signature: made.signatureOf() });
      } else if (what === 11) {
        const host = made.members[pick(3)]?.operator.host ?? '';
        if (host !== (members[at] as Member).host) give(at, { type: 'peer-up', host });
      }
    }
    return { members, queue };
  }

  const honest = (world: World, corrupt: string) =>
    world.members.slice(0, corrupt === 'none' ? 3 : 2).map(({ entry }) => entry.state);

  test.each(['none', 'silent'] as const)(
    'no honest member has a key active that another one destroyed (corrupt: %s)',
    (corrupt) => {
      const ends = new Map<string, number>();
      for (let seed = 1; seed <= 40; seed++) {
        const states = honest(play(seed, corrupt), corrupt);
        const both = states.includes('active') && states.includes('destroyed');
        expect(both, `seed ${seed}: ${states}`).toBe(false);
        expect(states, `seed ${seed}`).not.toContain('suspended');
        for (const state of states) ends.set(state, (ends.get(state) ?? 0) + 1);
      }
      // Both ends are reached, or this shows nothing.
      expect(ends.get('active')).toBeGreaterThan(0);
      expect(ends.get('destroyed')).toBeGreaterThan(0);
    },
  );

  test('with one that breaks its oath, a key so activated is suspended when the oaths arrive', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { members, queue } = play(seed, 'perjured');
      const [first, second] = members as [Member, Member];
      for (const { to, input } of queue) {
        if (input.type === 'oaths') (members[to] as Member).step(input);
      }
      for (const [a, b] of [
        [first, second],
        [second, first],
      ] as const) {
        const held = a.table.oaths.get(a.entry.id);
        if (a.entry.state !== 'destroyed' || held === undefined) continue;
        const oaths = [...held.by].map(([host, signature]) => ({
          keyId: a.entry.keyId,
          hostPub: Uint8Array.from(Buffer.from(host, 'hex')),
          signature,
        }));
        b.step(
          told(
            b.entry,
            made,
            made.members.findIndex((m) => m.operator.host === a.host),
            oaths,
          ),
        );
        expect(b.entry.state, `seed ${seed}`).not.toBe('active');
      }
    }
  });
});
