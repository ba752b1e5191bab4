/**
 * The two documents that end a key which never became active: the proposal, and a member's oath.
 */
import { ed25519PublicKey } from '@permafrost/frost';
import { encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import { oathFromWire, signOath, verifyOath } from './oath.ts';
import {
  type DestroyProposal,
  decodeProposal,
  encodeProposal,
  groupOfProposal,
} from './proposal.ts';
import { signAsHost } from './statements.ts';

const host = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const id = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const proposal: DestroyProposal = {
  type: 'destroy',
  name: 'team',
  suite: 'ed25519',
  purpose: 'sign',
  minSigners: 2,
  members: [host(1), host(2), host(3)],
  requesters: [],
  policy: new Uint8Array(),
  proposer: new Uint8Array(38).fill(1),
  node: host(1),
  nonce: new Uint8Array(16).fill(5),
  expiresMs: 1_700_000_000_000,
  keys: [id(1), id(2)],
};
const bytes = encodeProposal(proposal);

describe('a proposal to destroy', () => {
  test('reads back, and makes no key', () => {
    expect(decodeProposal(bytes)).toEqual(proposal);
    expect(() => groupOfProposal(bytes)).toThrow(WireError);
  });

  test.each<readonly [string, Partial<permafrost.v1.Proposal.$Properties>]>([
    ['no keys', { keys: [] }],
    ['a key twice', { keys: [id(1), id(1)] }],
    ['keys out of order', { keys: [id(2), id(1)] }],
    ['a short key id', { keys: [new Uint8Array(15)] }],
    [
      'too many keys',
      { keys: Array.from({ length: limits.DESTROY_KEYS_MAX + 1 }, (_, i) => id(i)) },
    ],
    ['a requester', { requesters: [new Uint8Array(38)] }],
    ['a policy', { policy: new Uint8Array(1) }],
    ['no members', { members: [] }],
  ])('with %s is refused', (_, change) => {
    const raw = { ...permafrost.v1.Proposal.decode(bytes), ...change };
    expect(() => decodeProposal(encodeMessage(permafrost.v1.Proposal, raw))).toThrow(WireError);
  });
});

describe('an oath', () => {
  const seed = host(1);
  const oath = signOath(id(1), seed);

  test('holds for its key and its host only', () => {
    expect(verifyOath(oath)).toBe(true);
    expect(verifyOath({ ...oath, keyId: id(2) })).toBe(false);
    expect(verifyOath({ ...oath, hostPub: ed25519PublicKey(host(2)) })).toBe(false);
    expect(verifyOath({ ...oath, signature: oath.signature.map((byte) => byte ^ 1) })).toBe(false);
  });

  test('is no other statement of its host, nor another one an oath', () => {
    for (const verb of ['accept-by-rule', 'reject-by-rule', 'give-up'] as const) {
      const { hostSignature } = signAsHost(verb, id(1), seed);
      expect(verifyOath({ ...oath, signature: hostSignature })).toBe(false);
    }
  });

  test('has a key and a signature of the right length on the wire', () => {
    expect(oathFromWire(id(1), oath)).toEqual(oath);
    for (const bad of [{}, { ...oath, hostPub: id(1) }, { ...oath, signature: host(1) }]) {
      expect(() => oathFromWire(id(1), bad)).toThrow(WireError);
    }
  });
});
