/**
 * Every field of every message that peers and callers send, with values that no honest one sends.
 * A message or a field that is added to the schemas and has no row here fails.
 */
import { readFileSync } from 'node:fs';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { permafrost, WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { EPOCH_FRAME_ROWS } from '../testing/epoch-frame-rows.ts';
import { EPOCH_ROWS } from '../testing/epoch-rows.ts';
import { ANY, FAR, MESSAGE_ROWS, NAMES } from '../testing/message-rows.ts';
import { NODE_ROWS } from '../testing/node-rows.ts';
import { ROOT, readSchemas } from '../testing/schemas.ts';

beforeAll(installNodeCrypto);

const TABLES = [...MESSAGE_ROWS, ...NODE_ROWS, ...EPOCH_ROWS, ...EPOCH_FRAME_ROWS];

type MessageClass = {
  readonly encode: (message: never) => { readonly finish: () => Uint8Array };
};

function encode(message: string, value: object): Uint8Array {
  const type = new Map(Object.entries(permafrost.v1)).get(message) as unknown as MessageClass;
  return Uint8Array.from(type.encode(value as never).finish());
}

/** Values of a field's type that no honest peer sends. */
function odd(message: string, field: string): readonly unknown[] {
  switch (
    readSchemas()
      .get(message)
      ?.find(({ name }) => name === field)?.type
  ) {
    case 'bytes':
      return [0, 1, 31, 70_000].map((length) => new Uint8Array(length).fill(7));
    case 'string':
      return NAMES;
    case 'bool':
      return [false, true];
    case 'uint32':
      return [0, 0xffff_ffff];
    case 'uint64':
      return [0, ...FAR];
    default:
      throw new RangeError(`no odd values for ${message}.${field}`);
  }
}

function outcomeOf(read: () => unknown): string {
  try {
    read();
    return 'taken';
  } catch (error) {
    return error instanceof WireError ? 'refused' : String(error);
  }
}

/** Where the other messages that peers send have their rows. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  Envelope: 'packages/protocol/src/envelope.test.ts',
  SignatureRequest: 'packages/protocol/src/sign-encodings.test.ts',
  NonceOffer: 'packages/protocol/src/sign-encodings.test.ts',
  OfferBatch: 'packages/protocol/src/sign-encodings.test.ts',
  OfferProof: 'packages/protocol/src/sign-encodings.test.ts',
  OfferRequest: 'packages/protocol/src/sign-encodings.test.ts',
  SignCore: 'packages/protocol/src/sign-encodings.test.ts',
  SignRefusal: 'packages/protocol/src/sign-encodings.test.ts',
};

/** What a node tells those who call it; whoever calls shows it to people, and checks all proofs. */
const ANSWERS = [
  ...['RpcResponse', 'RpcError', 'NodeInfo', 'LinkInfo', 'KeyReadiness', 'BlameEntry'],
  ...['NodeStatus', 'KeyList', 'KeyInfo', 'KeyProof', 'SignCancelResult', 'MemberCancelled'],
  ...['Exclusion', 'SignAttempt', 'SignProgress', 'KeyChild', 'ProposalInfo', 'ProposalList'],
  ...['CeremonyProgress', 'RosterDocument'],
];

describe('the schemas', () => {
  test('have no message without rows, and no field', () => {
    const schemas = readSchemas();
    expect(schemas.size).toBeGreaterThan(60);
    const tables = new Map(TABLES.map((table) => [table.message, table]));
    for (const [message, fields] of schemas) {
      const names = fields.map(({ name }) => name).sort();
      const table = tables.get(message);
      if (table !== undefined) {
        expect(Object.keys(table.fields).sort(), message).toEqual(names);
        continue;
      }
      const file = new Map(Object.entries(ELSEWHERE)).get(message);
      if (file !== undefined) {
        const text = readFileSync(new URL(file, ROOT), 'utf8');
        const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
        expect(missing, `${message} in ${file}`).toEqual([]);
        continue;
      }
      // Our own disk is sealed, and a call holds one of the messages above.
      const isOurs = message.startsWith('Stored') || ANSWERS.includes(message);
      const isEmpty = names.length === 0 || message === 'RpcRequest';
      expect(isOurs || isEmpty, `${message} has no rows`).toBe(true);
    }
  });
});

describe.each(TABLES)('a $message', ({ message, good, read, fields }) => {
  test('is read when nothing is wrong', () => {
    expect(() => read(encode(message, good))).not.toThrow();
  });

  for (const [field, values] of Object.entries(fields)) {
    if (values === ANY) {
      test(`with whatever ${field} is taken or refused, no more`, () => {
        for (const value of odd(message, field)) {
          const body = encode(message, { ...good, [field]: value });
          expect(
            outcomeOf(() => read(body)),
            `${field}: ${typeof value}`,
          ).toMatch(/taken|refused/);
        }
      });
      continue;
    }
    test(`is refused with a malformed ${field}`, () => {
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        const body = encode(message, { ...good, [field]: value });
        const label = `${field}: ${JSON.stringify(value)?.slice(0, 60)}`;
        expect(() => read(body), label).toThrow(WireError);
      }
    });
  }

  test('has one encoding: not cut, longer, twice the same, or with fields that it has not', () => {
    const body = encode(message, good);
    const others = [
      body.slice(0, -1),
      Uint8Array.from([...body, 0]),
      Uint8Array.from([...body, ...body.slice(0, 2)]),
      Uint8Array.from([...body, 0xf8, 0x07, 0x01]),
    ];
    for (const other of others) expect(() => read(other)).toThrow(WireError);
  });
});
