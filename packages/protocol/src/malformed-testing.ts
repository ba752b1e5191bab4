/**
 * Rows of malformed messages: where each field of a message is, and every way in which its bytes can
 * be wrong. For tests.
 * @module
 */
import { readFileSync } from 'node:fs';
import { type Ciphersuite, concat, fromHex } from '@permafrost/frost';

type Bad = { readonly hex: string; readonly why: string };
type Set_ = { readonly points: Record<string, Bad[]>; readonly scalars: Record<string, Bad[]> };
const MALFORMED = JSON.parse(
  readFileSync(
    new URL('../../frost/vectors/selfgen/malformed-encodings.json', import.meta.url),
    'utf8',
  ),
) as Set_;

/** What a field is: `free` may hold any bytes that have its length without harm to anybody. */
export type Field = readonly [
  name: string,
  type: 'bytes' | 'element' | 'scalar' | 'code',
  size: number,
];

/** Whether a message would pass instead of an honest one. */
export type Judge = (payload: Uint8Array) => boolean;

/** An element and a scalar, as signatures are. */
export function signatureFields({ cocktail }: Ciphersuite, name: string): readonly Field[] {
  return [
    [`R of ${name}`, 'element', cocktail.elementBytes],
    [`z of ${name}`, 'scalar', cocktail.scalarBytes],
  ];
}

/** A length and a ciphertext with one scalar in it. */
export function frameFields({ cocktail }: Ciphersuite, to: number | string): readonly Field[] {
  return [
    [`length of the ciphertext to ${to}`, 'bytes', 8],
    [`ciphertext to ${to}`, 'bytes', cocktail.scalarBytes + 16],
  ];
}

/** How long a message of these fields is. */
export function sizeOf(fields: readonly Field[]): number {
  return fields.reduce((total, [, , size]) => total + size, 0);
}

/** All ways in which a message can be wrong, as a whole or in one field. */
export function* wrongPayloads(
  suite: Ciphersuite,
  payload: Uint8Array,
  fields: readonly Field[],
): Generator<readonly [string, Uint8Array]> {
  yield ['nothing', new Uint8Array()];
  yield ['one byte', new Uint8Array(1)];
  yield ['zeros', new Uint8Array(payload.length)];
  yield ['ones', new Uint8Array(payload.length).fill(255)];
  yield ['a trailing byte', concat(payload, Uint8Array.of(0))];
  yield ['twice', concat(payload, payload)];
  yield* wrongFields(suite, payload, fields);
}

/** All ways in which one field can be wrong, at its place in a message. */
function* wrongFields(
  suite: Ciphersuite,
  message: Uint8Array,
  fields: readonly Field[],
): Generator<readonly [string, Uint8Array]> {
  let at = 0;
  for (const [name, type, size] of fields) {
    const before = message.subarray(0, at);
    const after = message.subarray(at + size);
    const put = (bytes: Uint8Array): Uint8Array => concat(before, bytes, after);
    const field = message.subarray(at, at + size);
    at += size;
    yield [`${name} empty`, put(new Uint8Array())];
    yield [`${name} one byte short`, put(field.subarray(1))];
    yield [`${name} one byte long`, put(concat(field, Uint8Array.of(0)))];
    const listed = type === 'element' ? MALFORMED.points : MALFORMED.scalars;
    if (type === 'element' || type === 'scalar') {
      for (const { hex, why } of listed[suite.id] ?? [])
        yield [`${name}: ${why}`, put(fromHex(hex))];
    }
    if (type === 'code') {
      for (const code of [0, 4, 255]) yield [`${name} ${code}`, put(Uint8Array.of(code))];
      continue; // The code itself is informative: 1, 2 and 3 are told apart by nobody.
    }
    for (const bit of [0, 8 * size - 1]) {
      const flipped = Uint8Array.from(field);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      yield [`bit ${bit} of ${name}`, put(flipped)];
    }
  }
}
