/**
 * What can be wrong with bytes: of any kind, of protobuf messages, and of JSON.
 * @module
 */
import { concat, utf8 } from '@permafrost/frost';
import {
  encodeFields,
  type Field,
  parseFields,
} from '../packages/node/src/sim/adversary/fields.ts';
import type { Dice } from './dice.ts';

export type Mutation = { readonly name: string; readonly bytes: Uint8Array };

/** Names that mean something to objects, terminals, paths and logs. */
export const WORDS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '../../../etc/passwd',
  'x\u001b[2J\n',
  '\u0000',
  '\ud800',
  '%s%n',
  'NaN',
];

const INTEGERS: readonly bigint[] = [
  0n,
  1n,
  127n,
  128n,
  255n,
  65_534n,
  65_535n,
  65_536n,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 63n,
  2n ** 64n - 1n,
];
/** Past this a mutation makes nothing longer. */
export const MUTATED_BYTES_MAX: number = 64 * 1024;
const FIELD_NUMBER_MAX = 536_870_911;

type Change = (dice: Dice, bytes: Uint8Array, others: readonly Uint8Array[]) => Uint8Array;
type FieldChange = (dice: Dice, fields: Field[], at: number, others: readonly Field[]) => void;

const ON_BYTES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['flip', flip],
  ['cut', (dice, bytes) => bytes.slice(0, dice.below(bytes.length + 1))],
  ['cut in front', (dice, bytes) => bytes.slice(dice.below(bytes.length + 1))],
  ['lengthen', (dice, bytes) => concat(bytes, dice.bytes(1 + dice.below(64)))],
  ['zeros', (_, bytes) => new Uint8Array(bytes.length)],
  ['ones', (_, bytes) => new Uint8Array(bytes.length).fill(0xff)],
  ['noise', (dice, bytes) => dice.bytes(Math.min(bytes.length, 512))],
  ['splice', splice],
  ['repeat a part', repeatPart],
  ['length lie', lieAboutLength],
  ['huge varint', hugeVarint],
  ['unknown fields', unknownFields],
  ['groups in groups', (dice, bytes) => concat(bytes, nested(dice))],
]);

const ON_FIELDS: ReadonlyMap<string, FieldChange> = new Map<string, FieldChange>([
  ['field flipped', onBytes(flip)],
  ['field cut', onBytes((dice, value) => value.slice(0, dice.below(value.length + 1)))],
  ['field lengthened', onBytes((dice, value) => concat(value, dice.bytes(1 + dice.below(8))))],
  ['field of zeros', onBytes((_, value) => new Uint8Array(value.length))],
  ['field of ones', onBytes((_, value) => new Uint8Array(value.length).fill(0xff))],
  ['word', onBytes((dice) => utf8(dice.of(WORDS)))],
  [
    'field of another message',
    (dice, fields, at, others) => {
      const other = dice.maybeOf(others);
      const field = fields[at];
      if (other !== undefined && field !== undefined)
        fields[at] = { ...other, number: field.number };
    },
  ],
  [
    'integer',
    (dice, fields, at) => {
      const number = fields[at]?.number ?? 1;
      fields[at] = { number, type: 'integer', value: dice.of(INTEGERS) };
    },
  ],
  ['field left out', (_, fields, at) => void fields.splice(at, 1)],
  ['field twice', (_, fields, at) => void fields.splice(at, 0, fields[at] as Field)],
  [
    'fields swapped',
    (dice, fields, at) => {
      const other = dice.below(fields.length);
      [fields[at], fields[other]] = [fields[other] as Field, fields[at] as Field];
    },
  ],
  [
    'bomb',
    (dice, fields, at) => {
      const field = fields[at] as Field;
      const size = field.type === 'bytes' ? field.value.length + 4 : 12;
      const times = Math.min(2 + dice.below(5_000), Math.floor(MUTATED_BYTES_MAX / size));
      fields.splice(at, 0, ...Array.from({ length: times }, () => field));
    },
  ],
  [
    'another number',
    (dice, fields, at) => {
      const field = fields[at] as Field;
      fields[at] = { ...field, number: dice.oneIn(4) ? FIELD_NUMBER_MAX : 1 + dice.below(16) };
    },
  ],
]);

/** Names of all mutations, for who wants to know whether each was tried. */
export const MUTATIONS: readonly string[] = [...ON_BYTES.keys(), ...ON_FIELDS.keys()];

/** A record gone wrong; `others` are of the same kind, or of any. */
export function mutate(
  dice: Dice,
  bytes: Uint8Array,
  others: readonly Uint8Array[] = [],
): Mutation {
  const fields = dice.oneIn(3) ? undefined : parseFields(bytes);
  if (fields === undefined || fields.length === 0) return mutateBytes(dice, bytes, others);
  return mutateFields(dice, fields, others);
}

function mutateBytes(dice: Dice, bytes: Uint8Array, others: readonly Uint8Array[]): Mutation {
  const [name, change] = dice.of([...ON_BYTES]);
  return { name, bytes: change(dice, bytes, others) };
}

/** One field of a message, or of a message within it. */
function mutateFields(
  dice: Dice,
  fields: readonly Field[],
  others: readonly Uint8Array[],
): Mutation {
  const changed = [...fields];
  const at = dice.below(changed.length);
  const field = changed[at] as Field;
  const within = field.type === 'bytes' && field.value.length > 0 && !dice.oneIn(3);
  if (within) {
    const inner = parseFields(field.value);
    if (inner !== undefined && inner.length > 0) {
      const { name, bytes } = mutateFields(dice, inner, others);
      changed[at] = { ...field, type: 'bytes', value: bytes };
      return { name, bytes: encodeFields(changed) };
    }
  }
  const [name, change] = dice.of([...ON_FIELDS]);
  const other = dice.maybeOf(others);
  change(dice, changed, at, (other === undefined ? undefined : parseFields(other)) ?? []);
  return { name, bytes: encodeFields(changed) };
}

function onBytes(change: (dice: Dice, value: Uint8Array) => Uint8Array): FieldChange {
  return (dice, fields, at) => {
    const field = fields[at] as Field;
    const value = field.type === 'bytes' ? field.value : Uint8Array.of(Number(field.value & 0xffn));
    fields[at] = { number: field.number, type: 'bytes', value: change(dice, value) };
  };
}

function flip(dice: Dice, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  if (changed.length === 0) return changed;
  for (let i = dice.below(4); i >= 0; i--) {
    const at = dice.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
  }
  return changed;
}

function splice(dice: Dice, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const other = dice.maybeOf(others) ?? bytes;
  const head = bytes.slice(0, dice.below(bytes.length + 1));
  return concat(head, other.slice(dice.below(other.length + 1)));
}

function repeatPart(dice: Dice, bytes: Uint8Array): Uint8Array {
  const from = dice.below(bytes.length + 1);
  const part = bytes.slice(from, from + 1 + dice.below(64));
  if (part.length === 0) return bytes;
  const times = Math.min(1 + dice.below(1_000), Math.floor(MUTATED_BYTES_MAX / part.length));
  return concat(
    bytes.slice(0, from),
    ...Array.from({ length: times }, () => part),
    bytes.slice(from),
  );
}

/** Four bytes, or one, that may be a length, say another one. */
function lieAboutLength(dice: Dice, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  if (changed.length < 4) return changed;
  const at = dice.below(changed.length - 3);
  const view = new DataView(changed.buffer);
  const lie = dice.of([
    0,
    1,
    0x7fff_ffff,
    0xffff_ffff,
    0x0100_0000,
    bytes.length,
    bytes.length + 1,
  ]);
  if (dice.oneIn(2)) view.setUint32(at, lie, dice.oneIn(2));
  else changed[at] = lie & 0xff;
  return changed;
}

function hugeVarint(dice: Dice, bytes: Uint8Array): Uint8Array {
  const at = dice.below(bytes.length + 1);
  const huge = new Uint8Array(1 + dice.below(12)).fill(0xff);
  if (dice.oneIn(2)) huge[huge.length - 1] = 1;
  return concat(bytes.slice(0, at), huge, bytes.slice(at + (dice.oneIn(2) ? 1 : 0)));
}

function unknownFields(dice: Dice, bytes: Uint8Array): Uint8Array {
  const count = 1 + dice.below(2_000);
  const fields = Array.from(
    { length: count },
    (_, i): Field => ({ number: 1_000 + i, type: 'bytes', value: utf8(dice.of(WORDS)) }),
  );
  return concat(bytes, encodeFields(fields));
}

/** Starts of groups, which a careless decoder skips by calling itself. */
function nested(dice: Dice): Uint8Array {
  return new Uint8Array(1 + dice.below(40_000)).fill((dice.of([15, 1]) << 3) | 3);
}

/** A text of JSON gone wrong, now and then as bytes; other bytes as bytes. */
export function mutateJson(dice: Dice, bytes: Uint8Array): Mutation {
  const value = dice.oneIn(3) ? undefined : parsed(bytes);
  if (value === undefined) return mutateBytes(dice, bytes, []);
  const changed = JSON.stringify(odd(dice, value));
  // Only as text can an object have such a field of its own.
  return { name: 'json', bytes: utf8(changed.replaceAll('"proto"', '"__proto__"')) };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function odd(dice: Dice, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !dice.oneIn(4)) {
    const entries = Object.entries(value);
    const chosen = dice.below(Math.max(1, entries.length));
    if (Array.isArray(value)) return value.map((one, i) => (i === chosen ? odd(dice, one) : one));
    const changed = entries.map(([name, one], i): readonly [string, unknown] =>
      i === chosen ? [dice.oneIn(6) ? 'proto' : name, odd(dice, one)] : [name, one],
    );
    return Object.fromEntries(changed);
  }
  switch (dice.below(8)) {
    case 0:
      return dice.of(WORDS);
    case 1:
      return dice.of([-1, 0.5, 1e308, 2 ** 53, 65_536]);
    case 2:
      return null;
    case 3:
      return { proto: { isProven: true }, length: 2 ** 32 };
    case 4:
      return Array.from({ length: 1 + dice.below(3_000) }, () => value);
    case 5:
      return typeof value === 'string' ? value.slice(dice.below(value.length + 1)) : [value];
    case 6:
      return typeof value === 'string' ? `${value}${dice.of(['0', 'zz', 'É', '\u0000'])}` : {};
    default:
      return typeof value === 'string' ? value.toUpperCase() : 'x'.repeat(1 + dice.below(70_000));
  }
}
