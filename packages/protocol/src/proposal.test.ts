import { concat, ed25519PublicKey, TH, u64 } from '@permafrost/frost';
import { encodeMessage, permafrost, WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import { proposalHash } from './group.ts';
import {
  decodeProposal,
  encodeProposal,
  groupOfProposal,
  isName,
  type Proposal,
} from './proposal.ts';
import {
  countersign,
  decodeStart,
  encodeStart,
  erasePreimage,
  operatorPreimage,
  type ProposalStatement,
  signAsHost,
  signAsOperator,
  signBoot,
  signStart,
  statementFromWire,
  statementToWire,
  verifyBoot,
  verifyOperatorSignature,
  verifyStart,
  verifyStatement,
  votePreimage,
} from './statements.ts';

const host = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const peer = (n: number): Uint8Array => new Uint8Array(38).fill(n);
const proposal: Proposal = {
  type: 'create',
  name: 'team',
  suite: 'ed25519',
  purpose: 'sign',
  minSigners: 2,
  members: [host(1), host(2), host(3)],
  requesters: [peer(1)],
  policy: new Uint8Array(),
  proposer: peer(1),
  node: host(1),
  nonce: new Uint8Array(16).fill(5),
  expiresMs: 1_700_000_000_000,
};
const bytes = encodeProposal(proposal);

describe('a proposal', () => {
  test('reads back, and is a group', () => {
    expect(decodeProposal(bytes)).toEqual(proposal);
    expect(groupOfProposal(bytes)).toEqual({
      suite: 'ed25519',
      purpose: 'sign',
      proposalHash: proposalHash(bytes),
      threshold: { minSigners: 2, maxSigners: 3 },
      members: proposal.members,
    });
  });

  test('leaves out members, not strangers, and never too many', () => {
    expect(groupOfProposal(bytes, [host(2)]).members).toEqual([host(1), host(3)]);
    expect(() => groupOfProposal(bytes, [host(4)])).toThrow(WireError);
    expect(() => groupOfProposal(bytes, [host(1), host(2)])).toThrow(WireError);
  });

  test.each<readonly [string, Partial<permafrost.v1.Proposal.$Properties>]>([
    ['of another type', { type: 'destroy-all' }],
    ['that makes a key and names some to destroy', { keys: [new Uint8Array(16)] }],
    ['for another purpose', { purpose: 'decrypt' }],
    ['over an unknown suite', { suite: 'toy' }],
    ['over a prototype', { suite: '__proto__' }],
    ['with no name', { name: '' }],
    ['with a name in capitals', { name: 'Team' }],
    ['with a name of a path', { name: '../x' }],
    ['with a long name', { name: 'a'.repeat(64) }],
    ['with a threshold of one', { minSigners: 1 }],
    ['with a threshold above n', { minSigners: 4 }],
    ['with no members', { members: [] }],
    ['with a member twice', { members: [host(1), host(1)] }],
    ['with members out of order', { members: [host(2), host(1)] }],
    ['with a short host key', { members: [host(1), new Uint8Array(31)] }],
    ['with 101 members', { members: Array.from({ length: 101 }, (_, i) => host(i)) }],
    ['with a requester twice', { requesters: [peer(1), peer(1)] }],
    ['with an empty requester', { requesters: [new Uint8Array()] }],
    ['with too many requesters', { requesters: Array.from({ length: 257 }, (_, i) => peer(i)) }],
    ['with a long policy', { policy: new Uint8Array(5_000) }],
    ['without a proposer', { proposer: new Uint8Array() }],
    ['with a short node', { node: new Uint8Array(31) }],
    ['with a short nonce', { nonce: new Uint8Array(15) }],
  ])('%s is refused', (_, change) => {
    const raw = { ...permafrost.v1.Proposal.decode(bytes), ...change };
    expect(() => decodeProposal(encodeMessage(permafrost.v1.Proposal, raw))).toThrow(WireError);
  });

  test('has one encoding', () => {
    expect(() => decodeProposal(concat(bytes, Uint8Array.of(0x7a, 0)))).toThrow(WireError);
    expect(() => decodeProposal(bytes.slice(0, -1))).toThrow(WireError);
    expect(() => encodeProposal({ ...proposal, name: '-x' })).toThrow(WireError);
  });

  test.each([
    ['a', true],
    ['0', true],
    ['team.eu-west_1', true],
    ['a'.repeat(63), true],
    ['a'.repeat(64), false],
    ['', false],
    ['.a', false],
    ['-a', false],
    ['_a', false],
    ['A', false],
    ['a b', false],
    ['a/b', false],
    ['ä', false],
    ['a\n', false],
  ])('the name %j: %s', (name, good) => {
    expect(isName(name)).toBe(good);
  });
});

const hostSeed = host(1);
const operatorSeed = host(2);
const hash = proposalHash(bytes);

describe('a statement', () => {
  const operator = {
    publicKey: ed25519PublicKey(operatorSeed),
    signature: signAsOperator('accept', hash, operatorSeed),
  };
  const accepted = countersign({ verb: 'accept', proposalHash: hash, operator }, hostSeed);
  const byRule = signAsHost('accept-by-rule', hash, hostSeed);

  test('by an operator and its host, or by the host’s rule, holds', () => {
    for (const statement of [accepted, byRule]) {
      expect(verifyStatement(statement)).toBe(true);
      expect(statementFromWire(statementToWire(statement))).toEqual(statement);
    }
  });

  test.each<readonly [string, ProposalStatement]>([
    ['with another verb', { ...accepted, verb: 'reject' }],
    ['about another proposal', { ...accepted, proposalHash: new Uint8Array(64) }],
    ['by another host', { ...accepted, hostPub: ed25519PublicKey(host(3)) }],
    ['with another operator', { ...accepted, operator: { ...operator, publicKey: host(7) } }],
    ['by rule passed off as a hand', { ...byRule, verb: 'accept' }],
    ['by hand passed off as a rule', { ...accepted, verb: 'accept-by-rule' }],
    ['by rule with an operator', { ...byRule, operator }],
  ])('%s does not hold', (_, statement) => {
    expect(verifyStatement(statement)).toBe(false);
  });

  test('by an operator says one thing about one proposal', () => {
    const given = { proposalHash: hash, operatorPub: operator.publicKey };
    const { signature } = operator;
    expect(operatorPreimage('accept', hash)).toEqual(TH('accept', hash));
    expect(verifyOperatorSignature({ ...given, verb: 'accept', signature })).toBe(true);
    for (const verb of ['reject', 'withdraw', 'veto'] as const) {
      expect(verifyOperatorSignature({ ...given, verb, signature })).toBe(false);
    }
    expect(votePreimage({ keyId: hash, baseEpochId: hash, number: 1, epochId: hash })).toEqual(
      TH('vote', hash, hash, u64(1), hash),
    );
    expect(erasePreimage({ keyId: hash, epochId: hash, proposalHash: hash })).toEqual(
      TH('erase', hash, hash, hash),
    );
  });

  test('on the wire has an operator or a rule, not both and not neither', () => {
    const wire = statementToWire(accepted);
    expect(() => statementFromWire({ ...wire, operatorPub: new Uint8Array() })).toThrow(WireError);
    expect(() => statementFromWire({ ...wire, verb: 'accept-by-rule' })).toThrow(WireError);
    expect(() => statementFromWire({ ...wire, verb: 'constructor' })).toThrow(WireError);
    expect(() => statementFromWire({})).toThrow(WireError);
  });
});

describe('a Start and a Boot', () => {
  const start = signStart({ proposalHash: hash, attempt: 1, without: [host(3)] }, hostSeed);

  test('hold for what was signed only', () => {
    expect(verifyStart(start)).toBe(true);
    expect(decodeStart(encodeStart(start))).toEqual(start);
    expect(verifyStart({ ...start, attempt: 2 })).toBe(false);
    expect(verifyStart({ ...start, without: [] })).toBe(false);
    const boot = signBoot({ bootId: new Uint8Array(16), counter: 3 }, hostSeed);
    expect(verifyBoot(boot)).toBe(true);
    expect(verifyBoot({ ...boot, counter: 4 })).toBe(false);
    expect(verifyBoot({ ...boot, bootId: new Uint8Array(16).fill(1) })).toBe(false);
  });

  test('attempts are 1, 2 and 3', () => {
    for (const attempt of [0, 4, 1.5, -1]) {
      expect(() => signStart({ ...start, attempt }, hostSeed)).toThrow(RangeError);
    }
    for (const attempt of [0, 4]) {
      expect(() => decodeStart(encodeStart({ ...start, attempt }))).toThrow(WireError);
    }
    const twice = { ...start, without: [host(3), host(3)] };
    expect(() => decodeStart(encodeStart(twice))).toThrow(WireError);
  });
});
