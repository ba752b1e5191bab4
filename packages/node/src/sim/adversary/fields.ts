/**
 * Protobuf messages as lists of fields, whatever their type: enough to change one of them.
 * @module
 */
import { concat } from '@permafrost/frost';

export type Field =
  | { readonly number: number; readonly type: 'integer'; readonly value: bigint }
  | { readonly number: number; readonly type: 'bytes'; readonly value: Uint8Array };

/** Undefined for bytes that are no message. */
export function parseFields(bytes: Uint8Array): readonly Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | undefined => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === undefined) return undefined;
    const number = Number(tag >> 3n);
    const value = varint();
    if (value === undefined || number === 0) return undefined;
    switch (tag & 7n) {
      case 0n:
        fields.push({ number, type: 'integer', value });
        break;
      case 2n: {
        const end = at + Number(value);
        if (end > bytes.length) return undefined;
        fields.push({ number, type: 'bytes', value: bytes.slice(at, end) });
        at = end;
        break;
      }
      default:
        return undefined;
    }
  }
  return fields;
}

export function encodeFields(fields: readonly Field[]): Uint8Array {
  return concat(
    ...fields.flatMap((field) =>
      field.type === 'integer'
        ? [varintOf(BigInt(field.number) << 3n), varintOf(field.value)]
        : [
            varintOf((BigInt(field.number) << 3n) | 2n),
            varintOf(BigInt(field.value.length)),
            field.value,
          ],
    ),
  );
}

function varintOf(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
