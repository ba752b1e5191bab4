/**
 * The keys table of one member, for the tests of each of its subjects.
 * @module
 */
import { decodeMessage, permafrost } from '@permafrost/wire';
import { type KeysInput, type KeysOutput, type Status, stepKeys } from '../tables/keys.ts';
import { createKeys, type KeyEntry, type Keys } from '../tables/keys-entry.ts';
import { type Ceremony, ceremony } from './keys.ts';
import { people } from './operators.ts';

/** A member's table, how it is told things, and its entries in the order of the ceremonies. */
export type Member = {
  readonly table: Keys;
  readonly step: (input: KeysInput) => readonly KeysOutput[];
  readonly entries: readonly KeyEntry[];
  readonly entry: KeyEntry;
  readonly host: string;
};

export type Send = Extract<KeysOutput, { readonly type: 'send' }>;

/** The table of one member, with the keys of these ceremonies pending. */
export function memberOf(member: number, ...ceremonies: readonly Ceremony[]): Member {
  return recoveredMember(undefined, member, ...ceremonies);
}

/** The same of a member that was recovered at this moment. */
export function recoveredMember(
  recoveredMs: number | undefined,
  member: number,
  ...ceremonies: readonly Ceremony[]
): Member {
  const self = ceremonies[0]?.members[member];
  if (self === undefined) throw new Error('no such member');
  const table = createKeys();
  const everyone = people(4).map(({ operator }) => operator.host);
  const step = (input: KeysInput): readonly KeysOutput[] =>
    stepKeys(table, input, {
      self: self.operator.host,
      hostSeed: self.hostSeed,
      everyone,
      recoveredMs,
    });
  const entries = ceremonies.map((one) => one.entryOf(member));
  for (const entry of entries) step({ type: 'pending', entry });
  return { table, step, entries, entry: entries[0] as KeyEntry, host: self.operator.host };
}

/** What kinds of outputs these are, in their order. */
export const types = (outputs: readonly KeysOutput[]): readonly string[] =>
  outputs.map(({ type }) => type);

/** The outputs that go to other nodes. */
export const sends = (outputs: readonly KeysOutput[]): readonly Send[] =>
  outputs.flatMap((output) => (output.type === 'send' ? [output] : []));

/** A signed envelope of a key, as the table is told of it. */
export function envelope(entry: KeyEntry, bytes: Uint8Array): KeysInput {
  return { type: 'envelope', id: entry.id, envelope: bytes };
}

/** A KeyStatus frame as its reader gets it. */
export function statusIn(body: Uint8Array): Status {
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
export function confirmations(made: Ceremony): readonly Uint8Array[] {
  return [made.certOf(1), made.certOf(2), made.storedOf(1), made.storedOf(2)];
}

/** The first member when its key is confirmed. */
export function confirmed(made: Ceremony = ceremony(3)): Member {
  const one = memberOf(0, made);
  for (const bytes of confirmations(made)) one.step(envelope(one.entry, bytes));
  return one;
}

/** All orders of some items. */
export function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]),
  );
}
