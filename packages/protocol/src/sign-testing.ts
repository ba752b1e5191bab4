/**
 * A small world for tests of signing: members of one key, a queue with a clock, and hooks through
 * which one member at a time misbehaves. Not exported.
 * @module
 */
import {
  type Ciphersuite,
  ciphersuite,
  commit,
  commitPolynomial,
  concat,
  type DerivationRoot,
  derivationRoot,
  encodeTranscript,
  evaluate,
  finish,
  type Identifier,
  identifier,
  type KeyPackage,
  randomPolynomial,
  Secret,
  type SigningNonces,
  sha512,
  toHex,
  toSigningKeys,
  u64,
} from '@permafrost/frost';
import { hostPubOf, parseEnvelope, sealEnvelope } from './envelope.ts';
import {
  compareBytes,
  firstEpochId,
  type Group,
  groupHash,
  keyId,
  transcriptHash,
} from './group.ts';
import { encodeOffer } from './offers.ts';
import { type RequestContent, type SignatureRequest, signRequest } from './request.ts';
import type { Seat } from './session.ts';
import type { SignAnswer } from './sign-answer.ts';
import { SIGN_KIND, SIGN_ROUND } from './sign-core.ts';
import type { KeyRecord } from './sign-evidence.ts';
import type { Arrival, NonceSource, SignerKey, SignerPorts, Take } from './sign-ports.ts';

/** Bytes that depend on nothing but the seed and how many were drawn before. */
export function seededRandom(seed: string): (length: number) => Uint8Array {
  let drawn = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let have = 0; have < length; have += 64) {
      blocks.push(sha512(concat(new TextEncoder().encode(seed), u64(drawn++))));
    }
    return concat(...blocks).slice(0, length);
  };
}

export type TestKey = {
  readonly suite: Ciphersuite;
  readonly record: KeyRecord;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly publicKey: Uint8Array;
  /** The encoded element of key generation. */
  readonly rawKey: Uint8Array;
  readonly root: DerivationRoot;
  /** In order of seats. */
  readonly hostSeeds: readonly Uint8Array[];
  readonly hosts: readonly Uint8Array[];
  /** In the form that signs. */
  readonly shares: readonly KeyPackage[];
};

/** A key as its key generation would have made it, transcript included. */
export function testKey(options: {
  readonly suite?: string | Ciphersuite;
  readonly minSigners: number;
  readonly maxSigners: number;
  readonly seed?: string;
}): TestKey {
  const { minSigners, maxSigners, seed = 'key' } = options;
  const { suite: wanted = 'ed25519' } = options;
  const suite = typeof wanted === 'string' ? ciphersuite(wanted) : wanted;
  const random = seededRandom(seed);
  const hostSeeds = Array.from({ length: maxSigners }, () => random(32)).sort((a, b) =>
    compareBytes(hostPubOf(a), hostPubOf(b)),
  );
  const group: Group = {
    suite: suite.id,
    purpose: 'sign',
    proposalHash: random(64),
    threshold: { minSigners, maxSigners },
    members: hostSeeds.map(hostPubOf),
  };
  const { order } = suite;
  const polynomials = hostSeeds.map(() => randomPolynomial({ minSigners, order, random }));
  const commitments = polynomials.map((one) => commitPolynomial(suite, one));
  const keys = hostSeeds.map(() => suite.group.multiplyBase(BigInt(`0x${toHex(random(16))}`)));
  const proof = concat(suite.cocktail.encodeElement(keys[0]!), suite.cocktail.encodeScalar(1n));
  const transcript = encodeTranscript(suite.cocktail, {
    context: sha512(random(32)),
    minSigners,
    publicKeys: keys,
    deals: commitments.map((commitment, i) => ({
      commitmentBytes: concat(...commitment.map((one) => suite.cocktail.encodeElement(one))),
      proof,
      ephemeralBytes: suite.cocktail.encodeElement(keys[i]!),
    })),
    extension: new Uint8Array(64),
  });
  const ids = hostSeeds.map((_, i) => identifier(i + 1));
  const { verifyingKey, verifyingShares } = finish(suite.cocktail, {
    commitments,
    receivers: ids.map(BigInt),
  });
  const publicKeys = {
    suite,
    minSigners,
    verifyingKey,
    verifyingShares: new Map(ids.map((id, i) => [id, verifyingShares[i]!] as const)),
  };
  const shares = ids.map((id) => {
    const sum = polynomials.reduce((z, one) => (z + evaluate(one, BigInt(id), order)) % order, 0n);
    const signingShare = new Secret(suite.encodeScalar(sum));
    return toSigningKeys({ identifier: id, signingShare, publicKeys });
  });
  const id = keyId(groupHash(group), 1);
  return {
    suite,
    record: { group, attempt: 1, transcript },
    keyId: id,
    epochId: firstEpochId(id, transcriptHash(transcript)),
    publicKey: suite.encodePublicKey(shares[0]!.publicKeys.verifyingKey),
    rawKey: suite.encodeElement(verifyingKey),
    root: derivationRoot(id, suite, verifyingKey),
    hostSeeds,
    hosts: group.members,
    shares,
  };
}

/** Binary PeerId of an Ed25519 key. */
export function peerIdOf(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0, 36, 8, 1, 18, 32), publicKey);
}

export const REQUESTER_SEED: Uint8Array = new Uint8Array(32).fill(0x77);
export const REQUESTER: Uint8Array = hostPubOf(REQUESTER_SEED);
export const NOW = 1_800_000_000_000;

export function testRequest(
  key: TestKey,
  changes: Partial<SignatureRequest> = {},
): SignatureRequest {
  const content: RequestContent & { notBeforeMs: number; deadlineMs: number } = {
    requester: peerIdOf(REQUESTER),
    keyId: key.keyId,
    publicKey: key.publicKey,
    suite: key.suite.id,
    path: '',
    tweak: new Uint8Array(),
    message: new TextEncoder().encode('hello'),
    idempotencyKey: new Uint8Array(16).fill(1),
    notBeforeMs: NOW - 1_000,
    deadlineMs: NOW + 30_000,
    ...changes,
  };
  return signRequest(content, REQUESTER_SEED);
}

/** Nonces of a test signer: the smallest thing that keeps the promise of NonceSource. */
export function testNonces(
  key: KeyPackage,
  random: (length: number) => Uint8Array,
): NonceSource & {
  readonly make: () => { readonly nonceId: number; readonly nonces: SigningNonces };
  readonly add: (nonceId: number, item: Uint8Array, nonces: SigningNonces) => void;
} {
  type Entry = { item: Uint8Array; nonces: SigningNonces; reqHash?: string; share?: Uint8Array };
  const entries = new Map<number, Entry>();
  let next = 1;
  return {
    make: () => ({ nonceId: next++, nonces: commit(key, random).nonces }),
    add: (nonceId, item, nonces) => entries.set(nonceId, { item, nonces }),
    offered: (nonceId) => entries.get(nonceId)?.item,
    take: ({ nonceId, reqHash }): Take => {
      const entry = entries.get(nonceId);
      if (entry === undefined) return { type: 'refused', why: 'unknown' };
      if (entry.reqHash === undefined) {
        entry.reqHash = toHex(reqHash);
        return { type: 'taken', nonces: entry.nonces };
      }
      return entry.reqHash === toHex(reqHash) && entry.share !== undefined
        ? { type: 'again', share: entry.share }
        : { type: 'refused', why: 'used' };
    },
    keep: (nonceId, share) => {
      const entry = entries.get(nonceId);
      if (entry !== undefined) entry.share = share;
    },
  };
}

/** One member of the test world. */
export type TestNode = {
  readonly seat: Identifier;
  readonly hostPub: Uint8Array;
  readonly hostSeed: Uint8Array;
  readonly bootId: Uint8Array;
  readonly ports: SignerPorts;
  readonly nonces: ReturnType<typeof testNonces>;
  readonly offer: (coordinator: TestNode, changes?: Partial<OfferChanges>) => Uint8Array;
};
type OfferChanges = { epochId: Uint8Array; coordinator: Uint8Array; coordinatorBootId: Uint8Array };

export function testNode(
  key: TestKey,
  seat: number,
  overrides: Partial<SignerPorts> & { readonly signerKey?: Partial<SignerKey> } = {},
): TestNode {
  const { signerKey, ...ports } = overrides;
  const share = key.shares[seat - 1]!;
  const hostSeed = key.hostSeeds[seat - 1]!;
  const random = seededRandom(`node ${seat}`);
  const bootId = random(16);
  const nonces = testNonces(share, random);
  const view: SignerKey = {
    keyId: key.keyId,
    suite: key.suite,
    publicKey: key.publicKey,
    root: key.root,
    state: 'active',
    purpose: 'sign',
    epochs: [{ epochId: key.epochId, members: key.hosts, key: share, use: 'sign' }],
    ...signerKey,
  };
  const known = [REQUESTER, ...key.hosts].map((publicKey) => ({
    peerId: toHex(peerIdOf(publicKey)),
    publicKey,
  }));
  return {
    seat: identifier(seat),
    hostPub: key.hosts[seat - 1]!,
    hostSeed,
    bootId,
    nonces,
    ports: {
      key: (id) => (toHex(id) === toHex(key.keyId) ? view : undefined),
      requesterKey: (id) => known.find(({ peerId }) => peerId === toHex(id))?.publicKey,
      isRequester: (_, id) => toHex(id) === known[0]?.peerId,
      claim: () => undefined,
      policy: () => undefined,
      nonces,
      ...ports,
    },
    offer: (coordinator, changes = {}) => {
      const { nonceId, nonces: made } = nonces.make();
      const item = encodeOffer({
        suite: key.suite.id,
        keyId: key.keyId,
        epochId: key.epochId,
        identifier: identifier(seat),
        coordinator: coordinator.hostPub,
        coordinatorBootId: coordinator.bootId,
        bootId,
        nonceId,
        hiding: made.commitments.hidingBytes,
        binding: made.commitments.bindingBytes,
        notAfterMs: NOW + 3_600_000,
        ...changes,
      });
      nonces.add(nonceId, item, made);
      return item;
    },
  };
}

export function arrivalFrom(coordinator: TestNode, nowMs: number = NOW): Arrival {
  return {
    fromHostPub: coordinator.hostPub,
    fromBootId: coordinator.bootId,
    nowMs,
    clockDifferenceMs: NOW,
  };
}

/** A SignShare envelope of this seat to the coordinator. */
export function sealShare(
  key: TestKey,
  seat: Seat,
  { payload, claim }: Pick<Extract<SignAnswer, { type: 'share' }>, 'payload' | 'claim'>,
): Uint8Array {
  return sealEnvelope(
    {
      suite: key.suite.id,
      kind: SIGN_KIND,
      sessionId: claim.requestId,
      round: SIGN_ROUND.share,
      from: seat,
      to: 1,
      payload,
    },
    key.hostSeeds[seat - 1]!,
  );
}

/** The same SignShare envelope with another payload, signed again unless `seed` is another's. */
export function forgeShare(
  envelope: Uint8Array,
  seed: Uint8Array,
  change: (share: Uint8Array) => Uint8Array,
): Uint8Array {
  const { bytes: _, ...statement } = parseEnvelope(envelope);
  const payload = concat(statement.payload.slice(0, 64), change(statement.payload.slice(64)));
  return sealEnvelope({ ...statement, payload }, seed);
}

/** A canonical scalar that is another one. */
export function otherScalar(suite: Ciphersuite, share: Uint8Array): Uint8Array {
  return suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
}
