/**
 * Changes one field of any message that a corrupt node sends, and signs it again with that node's
 * key, so that it gets past the signatures and meets whatever check comes next.
 * @module
 */
import { concat, LP, list, signEd25519, TH, toHex } from '@permafrost/frost';
import {
  countersign,
  encodeStart,
  parseEnvelope,
  sealEnvelope,
  signAsHost,
  signStart,
  startFromWire,
  statementFromWire,
  statementToWire,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { encodeFields, type Field, parseFields } from './fields.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

/** What is inside of a message, and how it is signed. */
type Shape = {
  readonly inside?: ReadonlyMap<number, Shape>;
  readonly sealed?: 'envelope' | 'offers' | 'start' | 'statement';
};

const { FRAME } = limits;
const request: Shape = {};
const offerProof: Shape = { inside: new Map([[1, {}]]) };
const core: Shape = {
  inside: new Map([
    [2, request],
    [5, offerProof],
  ]),
};
const envelope: Shape = { sealed: 'envelope' };
const start: Shape = { sealed: 'start' };
const statement: Shape = { sealed: 'statement' };
const SHAPES: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [FRAME.ceremony, { inside: new Map([[2, envelope]]) }],
  [
    FRAME.proposal,
    {
      inside: new Map([
        [1, {}],
        [2, statement],
        [3, start],
      ]),
    },
  ],
  [FRAME.start, start],
  [
    FRAME.keyStatus,
    {
      inside: new Map([
        [5, envelope],
        [6, envelope],
      ]),
    },
  ],
  [FRAME.keyRecords, { inside: new Map([[2, envelope]]) }],
  [FRAME.offers, { inside: new Map([[1, {}]]), sealed: 'offers' }],
  [FRAME.sign, envelope],
]);

/** Values of fields that were seen, by their length: something valid that is not meant here. */
export type Values = Map<number, Uint8Array[]>;
const VALUES_MAX = 24;

export function mangleFrame(
  hands: Hands,
  frame: { readonly from: number; readonly kind: number; readonly body: Uint8Array },
  values: Values,
): Uint8Array {
  const shape = SHAPES.get(frame.kind) ?? {};
  return mangled(hands, { body: frame.body, shape, seed: hands.seedOf(frame.from), values });
}

type Given = {
  readonly body: Uint8Array;
  readonly shape: Shape;
  readonly seed: Uint8Array;
  readonly values: Values;
};

function mangled(hands: Hands, given: Given): Uint8Array {
  const { body, shape } = given;
  if (shape.sealed === 'envelope' && hands.chance(0.8)) return otherEnvelope(hands, given);
  const fields = parseFields(body);
  if (fields === undefined || fields.length === 0) return spoilt(hands, body, given.values);
  const at = hands.pick(0, fields.length - 1);
  const field = fields[at] as Field;
  const inner = shape.inside?.get(field.number);
  let next: readonly Field[];
  if (inner !== undefined && field.type === 'bytes' && hands.chance(0.8)) {
    const value = mangled(hands, { ...given, body: field.value, shape: inner });
    next = fields.map((one, i) => (i === at ? { ...field, value } : one));
  } else {
    next = withChange(hands, fields, at, given.values);
  }
  return resigned(shape, encodeFields(next), given.seed);
}

/** The fields with one of them changed, gone, doubled or moved. */
function withChange(
  hands: Hands,
  fields: readonly Field[],
  at: number,
  values: Values,
): readonly Field[] {
  const field = fields[at] as Field;
  switch (hands.pick(0, 9)) {
    case 0:
      return fields.filter((_, i) => i !== at);
    case 1:
      return [...fields, field];
    case 2:
      return [...fields.slice(0, at), ...fields.slice(at + 1), field];
    default: {
      const changed: Field =
        field.type === 'integer'
          ? { ...field, value: otherInteger(hands, field.value) }
          : { ...field, value: spoilt(hands, field.value, values) };
      return fields.map((one, i) => (i === at ? changed : one));
    }
  }
}

function otherInteger(hands: Hands, value: bigint): bigint {
  const choices = [0n, 1n, value + 1n, value > 0n ? value - 1n : 2n, 65_535n, 65_536n, 2n ** 31n];
  return hands.oneOf([...choices, 2n ** 32n - 1n, 2n ** 53n, 2n ** 64n - 1n]) ?? 0n;
}

/** Some other bytes in the place of these. */
export function spoilt(hands: Hands, bytes: Uint8Array, values: Values): Uint8Array {
  const alike = values.get(bytes.length) ?? [];
  const name = toHex(bytes);
  if (alike.length < VALUES_MAX && !alike.some((one) => toHex(one) === name)) {
    values.set(bytes.length, [...alike, Uint8Array.from(bytes)]);
  }
  const copy = Uint8Array.from(bytes);
  const at = hands.pick(0, Math.max(0, bytes.length - 1));
  switch (hands.pick(0, 9)) {
    case 0:
    case 1:
      if (copy.length > 0) copy[at] = (copy[at] as number) ^ (1 << hands.pick(0, 7));
      return copy;
    case 2:
      return hands.oneOf(alike) ?? hands.random(bytes.length);
    case 3:
      return bytes.slice(0, at);
    case 4:
      return concat(bytes, hands.random(hands.pick(1, 40)));
    case 5:
      return hands.random(bytes.length);
    case 6:
      return new Uint8Array(hands.pick(1_000, 70_000)).fill(1);
    case 7:
      return hands.oneOf(NAMES) ?? bytes;
    default: {
      // A point or scalar that looks like none, wherever there may be one.
      const special = hands.oneOf(SPECIAL) ?? new Uint8Array(32);
      const places = Math.floor(bytes.length / 32);
      const place = places === 0 ? 0 : hands.pick(0, places - 1) * 32 + (bytes.length % 32);
      copy.set(
        special.slice(0, copy.length - Math.min(place, copy.length)),
        place % Math.max(1, copy.length),
      );
      return copy;
    }
  }
}

const NAMES: readonly Uint8Array[] = ['__proto__', 'constructor', 'toString', ''].map((name) =>
  new TextEncoder().encode(name),
);

function filled(byte: number, first?: number, last?: number): Uint8Array {
  const bytes = new Uint8Array(32).fill(byte);
  if (first !== undefined) bytes[0] = first;
  if (last !== undefined) bytes[31] = last;
  return bytes;
}

/** Zero, identities, points of small order, and encodings that are not the smallest. */
const SPECIAL: readonly Uint8Array[] = [
  filled(0),
  filled(0xff),
  filled(0, 1),
  filled(0, 0, 0x80),
  filled(0xff, 0xec, 0x7f), // y = p - 1 on edwards25519, order 2.
  filled(0xff, 0xed, 0x7f), // y = p, another way to write 0.
  filled(0xff, 0xee, 0x7f),
];

/** Another envelope of the same node: a part of its payload, or what it is called. */
function otherEnvelope(hands: Hands, given: Given): Uint8Array {
  const { body, seed, values } = given;
  const changed = unlessBad(() => {
    const opened = parseEnvelope(body);
    switch (hands.pick(0, 11)) {
      case 0:
        return sealEnvelope({ ...opened, round: hands.pick(0, 7) }, seed);
      case 1:
        return sealEnvelope({ ...opened, from: hands.pick(1, 7) }, seed);
      case 2:
        return sealEnvelope({ ...opened, to: hands.pick(1, 7) }, seed);
      case 3: {
        const sessionId = hands.oneOf(values.get(32) ?? []) ?? hands.random(32);
        return sealEnvelope({ ...opened, sessionId }, seed);
      }
      case 4:
        return sealEnvelope({ ...opened, suite: hands.oneOf(['ed448', 'p256']) ?? '' }, seed);
      case 5:
        return sealEnvelope({ ...opened, kind: hands.oneOf(['sign', 'refresh']) ?? 'sign' }, seed);
      default:
        return sealEnvelope({ ...opened, payload: otherPayload(hands, given, opened) }, seed);
    }
  });
  return changed ?? spoilt(hands, body, values);
}

function otherPayload(
  hands: Hands,
  given: Given,
  { kind, round, payload }: ReturnType<typeof parseEnvelope>,
): Uint8Array {
  const { values } = given;
  if (kind !== 'sign' || round !== 1 || payload.length < 4 || hands.chance(0.2)) {
    return spoilt(hands, payload, values);
  }
  const length = new DataView(payload.buffer, payload.byteOffset, 4).getUint32(0);
  const inside = payload.slice(4, 4 + length);
  const share = payload.slice(4 + length);
  return hands.chance(0.2)
    ? concat(LP(inside), spoilt(hands, share, values))
    : concat(LP(mangled(hands, { ...given, body: inside, shape: core })), share);
}

/** Signed anew where that can be done; otherwise as it is. */
function resigned(shape: Shape, body: Uint8Array, seed: Uint8Array): Uint8Array {
  const { sealed } = shape;
  if (sealed === undefined) return body;
  const signed = unlessBad(() => {
    switch (sealed) {
      case 'envelope':
        return sealEnvelope(parseEnvelope(body), seed);
      case 'offers': {
        const { items } = decodeMessage(permafrost.v1.OfferBatch, body);
        const hashes = items.map((item: Uint8Array) => TH('offer', item).subarray(0, 32));
        const signature = signEd25519(seed, TH('offers', list(hashes)));
        return encodeMessage(permafrost.v1.OfferBatch, { items, signature });
      }
      case 'start':
        return encodeStart(
          signStart(startFromWire(decodeMessage(permafrost.v1.Start, body)), seed),
        );
      case 'statement':
        return resignedStatement(body, seed);
    }
  });
  return signed ?? body;
}

function resignedStatement(body: Uint8Array, seed: Uint8Array): Uint8Array {
  const said = statementFromWire(decodeMessage(permafrost.v1.Statement, body));
  const { verb, proposalHash, operator } = said;
  const wire =
    operator === undefined
      ? statementToWire(signAsHost(verb as 'accept-by-rule', proposalHash, seed))
      : statementToWire(countersign({ verb: verb as 'accept', proposalHash, operator }, seed));
  return encodeMessage(permafrost.v1.Statement, wire);
}
