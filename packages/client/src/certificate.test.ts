import { ciphersuite, type SuiteId, toSigningPublicKeys } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import {
  encodeProposal,
  groupHash,
  groupOfProposal,
  hostPubOf,
  keyId,
  publicKeysOf,
  type Roster,
  rosterOf,
} from '@permafrost/protocol';
import { type Hosts, makeHosts, seededRandom, simulateDkg } from '@permafrost/protocol/sim';
import type { permafrost } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import { checkCertificate } from './certificate.ts';
import { cardOf } from './roster.ts';

type KeyInfo = permafrost.v1.KeyInfo.$Properties;

/** A key as an honest node shows it, and the roster of its members. */
function madeKey(
  suiteId: SuiteId,
  seed: number,
): { readonly info: KeyInfo; readonly roster: Roster } {
  const suite = ciphersuite(suiteId);
  const { group: members, seeds } = makeHosts({ seed, suite, minSigners: 2, maxSigners: 3 });
  const random = seededRandom(seed, 'proposal');
  const proposal = encodeProposal({
    type: 'create',
    name: 'team',
    suite: suiteId,
    purpose: 'sign',
    minSigners: 2,
    members: members.members,
    requesters: [],
    policy: new Uint8Array(),
    proposer: random(38),
    node: members.members[0] ?? new Uint8Array(),
    nonce: random(16),
    expiresMs: 1,
  });
  const group = groupOfProposal(proposal);
  const hosts: Hosts = { group, proposal, seeds };
  const { simulation } = simulateDkg({ seed, suite, hosts });
  const results = [...simulation.outcomes.values()].flatMap((outcome) =>
    outcome.type === 'complete' ? [outcome.result] : [],
  );
  const [first] = results;
  if (first === undefined || results.length !== 3) throw new Error('the key was not made');
  const certs = [...results].sort((a, b) => a.seat - b.seat).map((result) => result.cert);
  const { verifyingKey } = toSigningPublicKeys(publicKeysOf(suite, first.transcript));
  return {
    info: {
      name: 'team',
      id: keyId(groupHash(group), 1),
      suite: suiteId,
      threshold: 2,
      state: 'active',
      publicKey: suite.encodePublicKey(verifyingKey),
      memberHosts: [...group.members],
      proof: {
        proposal,
        attempt: 1,
        joins: [...first.joins],
        certs,
        transcript: first.transcript,
      },
    },
    roster: rosterOf(
      seeds.map((hostSeed, i) =>
        cardOf({
          name: `node${i + 1}`,
          hostPub: hostPubOf(hostSeed),
          operatorPub: hostPubOf(hostSeed),
          addresses: ['/ip4/127.0.0.1/tcp/1'],
        }),
      ),
    ),
  };
}

const team = madeKey('ed25519', 1);
const other = madeKey('ed25519', 2);
const hex = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('hex');
const check = (info: KeyInfo, roster: Roster | undefined = team.roster, trusted?: string) =>
  checkCertificate(info, { roster, trusted });
const withProof = (change: Partial<permafrost.v1.KeyProof.$Properties>): KeyInfo => ({
  ...team.info,
  proof: { ...team.info.proof, ...change },
});
const flipped = (bytes: Uint8Array | null | undefined, at: number) =>
  Uint8Array.from(bytes ?? []).map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('the certificate of a key', () => {
  test.each(['ed25519', 'secp256k1-tr', 'p256'] as const)('of %s becomes a pin', (suite) => {
    const { info, roster } = madeKey(suite, 3);
    const transcript = info.proof?.transcript ?? new Uint8Array();
    const { verifyingKey } = publicKeysOf(ciphersuite(suite), transcript);
    expect(check(info, roster)).toEqual({
      name: 'team',
      id: hex(info.id),
      suite,
      publicKey: hex(info.publicKey),
      rawKey: hex(ciphersuite(suite).encodeElement(verifyingKey)),
      threshold: 2,
      members: ['node1', 'node2', 'node3'],
    });
  });

  test('holds against trust alone, without a roster, and against the right key only', () => {
    expect(check(team.info, undefined, hex(team.info.publicKey)).publicKey).toBe(
      hex(team.info.publicKey),
    );
    expect(() => check(team.info, undefined, hex(other.info.publicKey))).toThrow(/you trust/);
    expect(() => checkCertificate(team.info, { roster: undefined, trusted: undefined })).toThrow(
      expect.objectContaining({ code: 'E_BAD_REQUEST' }),
    );
  });

  test('means nothing when a member is not on the roster', () => {
    expect(() => check(team.info, other.roster)).toThrow(/not on your roster/);
  });

  const none = new Uint8Array();
  const { proof = {}, ...unproven } = team.info;
  const theirs = other.info.proof ?? {};
  const [join1 = new Uint8Array(), ...joins] = proof.joins ?? [];
  const [cert1 = new Uint8Array(), ...certs] = proof.certs ?? [];
  const lies: readonly (readonly [string, KeyInfo])[] = [
    ['no proof', unproven],
    ['another name', { ...team.info, name: 'treasury' }],
    ['another id', { ...team.info, id: flipped(team.info.id, 0) }],
    ['another suite', { ...team.info, suite: 'ristretto255' }],
    ['another public key', { ...team.info, publicKey: other.info.publicKey ?? none }],
    ['the key of others under this proof', { ...other.info, proof }],
    ['another attempt', withProof({ attempt: 2 })],
    ['a proposal of others', withProof({ proposal: theirs.proposal ?? none })],
    ['a changed proposal', withProof({ proposal: flipped(proof.proposal, 8) })],
    ['a transcript of others', withProof({ transcript: theirs.transcript ?? none })],
    ['a changed transcript', withProof({ transcript: flipped(proof.transcript, 200) })],
    ['an empty transcript', withProof({ transcript: new Uint8Array() })],
    ['a Join too few', withProof({ joins })],
    ['Joins in another order', withProof({ joins: [...joins, join1] })],
    ['a Join of others', withProof({ joins: [(theirs.joins ?? [])[0] ?? join1, ...joins] })],
    ['a changed Join', withProof({ joins: [flipped(join1, join1.length - 1), ...joins] })],
    ['a Cert too few', withProof({ certs })],
    ['one Cert twice', withProof({ certs: [cert1, cert1, ...certs.slice(1)] })],
    ['a Cert of others', withProof({ certs: [(theirs.certs ?? [])[0] ?? cert1, ...certs] })],
    ['a changed Cert', withProof({ certs: [flipped(cert1, cert1.length - 1), ...certs] })],
    ['a member left out', { ...team.info, memberHosts: (team.info.memberHosts ?? []).slice(1) }],
    ['members of others', { ...team.info, memberHosts: other.info.memberHosts ?? [] }],
    ['no members', { ...team.info, memberHosts: [] }],
    ['a short host key', { ...team.info, memberHosts: [new Uint8Array(31)] }],
  ];

  test.each(lies)('with %s is refused', (_, info) => {
    expect(() => check(info)).toThrow(expect.objectContaining({ code: 'E_BAD_SIGNATURE' }));
  });

  test('names a member by the roster, whatever PeerIds it has there', () => {
    const [card] = team.roster.cards;
    expect(card?.peerId).toBe(peerIdFromPublicKey(card?.hostPub ?? new Uint8Array(32)));
  });
});
