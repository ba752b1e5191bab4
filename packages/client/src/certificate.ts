/**
 * Whether a group key really belongs to the members it claims: everything is recomputed from
 * signed bytes, so that the node that answered is trusted with nothing.
 * @module
 */
import {
  type Ciphersuite,
  ciphersuite,
  equalBytes,
  type PublicKeyPackage,
  toSigningPublicKeys,
} from '@permafrost/frost';
import {
  cardOfHost,
  decodeProposal,
  groupOfProposal,
  type Roster,
  verifyKeyProof,
} from '@permafrost/protocol';
import {
  boundedList,
  exactBytes,
  limits,
  type permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { PermafrostError } from './errors.ts';
import { provenLineage } from './lineage.ts';
import type { Pin } from './trust.ts';

type KeyInfo = permafrost.v1.KeyInfo.$Properties;
type Given = { readonly roster: Roster | undefined; readonly trusted: string | undefined };

/**
 * The pin of a key whose certificate holds: signed by the host key and the ceremony key of every
 * member, over the transcript from which the public key follows.
 * @param trusted hex public key that the caller knows from elsewhere
 * @throws PermafrostError E_BAD_SIGNATURE naming what does not hold; E_BAD_REQUEST when there is
 * nothing to hold it against
 */
export function checkCertificate(info: KeyInfo, given: Given): Pin {
  const name = info.name ?? '';
  if (given.roster === undefined && given.trusted === undefined) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `nothing says which public key ${name} has`,
      hint: 'give trust: { NAME: "public key in hex" }, or a home that has the roster',
    });
  }
  try {
    return check(info, given);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_SIGNATURE',
      message: `the certificate of key ${name} does not hold: ${cause.message}`,
      hint: 'ask another node, and the operators: nothing was pinned',
      cause,
    });
  }
}

/** The pin of a key of a later epoch: who holds it now follows from all its epochs. @throws WireError */
function checkLineage(info: KeyInfo, { roster, trusted }: Given): Pin {
  const { epochs, records } = provenLineage(Uint8Array.from(info.lineage ?? []));
  const first = epochs[0] as (typeof epochs)[number];
  const last = epochs[epochs.length - 1] as typeof first;
  const { name, suite: id } = decodeProposal((records[0] as (typeof records)[number]).proposal);
  const suite = ciphersuite(id);
  const { verifyingKey } = toSigningPublicKeys(first.publicKeys);
  const publicKey = suite.encodePublicKey(verifyingKey);
  checkClaims(info, { name, suite, keyId: first.keyId, publicKey });
  if (!equalBytes(info.epochId ?? new Uint8Array(), last.epochId)) {
    throw new WireError('its lineage ends at another epoch');
  }
  const hex = Buffer.from(publicKey).toString('hex');
  if (trusted !== undefined && trusted.toLowerCase() !== hex) {
    throw new WireError('it is for another public key than the one you trust');
  }
  return {
    name,
    id: Buffer.from(first.keyId).toString('hex'),
    suite: suite.id,
    publicKey: hex,
    rawKey: rawKeyOf(suite, first.publicKeys),
    threshold: last.group.threshold.minSigners,
    members: last.group.members.map((host) => memberName(host, roster)),
  };
}

/** @throws WireError */
function check(info: KeyInfo, given: Given): Pin {
  const { roster, trusted } = given;
  if ((info.lineage ?? []).length > 0) return checkLineage(info, given);
  const { proof } = info;
  if (!proof) throw new WireError('the node sent none');
  const bytes = proof.proposal ?? new Uint8Array();
  const proposal = decodeProposal(bytes);
  const hosts = boundedList(info.memberHosts, limits.MEMBERS_MAX, 'members').map((host) =>
    exactBytes(host, 32, 'host key'),
  );
  const without = proposal.members.filter((one) => !hosts.some((host) => equalBytes(host, one)));
  const group = groupOfProposal(bytes, without);
  const suite = ciphersuite(proposal.suite);
  const proven = verifyKeyProof(suite, {
    group,
    attempt: safeInteger(proof.attempt, 'attempt'),
    joins: proof.joins ?? [],
    certs: proof.certs ?? [],
    transcript: proof.transcript ?? new Uint8Array(),
  });
  const { verifyingKey } = toSigningPublicKeys(proven.publicKeys);
  const publicKey = suite.encodePublicKey(verifyingKey);
  checkClaims(info, { name: proposal.name, suite, keyId: proven.keyId, publicKey });
  const hex = Buffer.from(publicKey).toString('hex');
  if (trusted !== undefined && trusted.toLowerCase() !== hex) {
    throw new WireError('it is for another public key than the one you trust');
  }
  return {
    name: proposal.name,
    id: Buffer.from(proven.keyId).toString('hex'),
    suite: suite.id,
    publicKey: hex,
    rawKey: rawKeyOf(suite, proven.publicKeys),
    threshold: group.threshold.minSigners,
    members: group.members.map((host) => memberName(host, roster)),
  };
}

/** Where children of the key begin, in hex. */
function rawKeyOf(suite: Ciphersuite, { verifyingKey }: PublicKeyPackage): string {
  return Buffer.from(suite.encodeElement(verifyingKey)).toString('hex');
}

/** What the node says of the key beside the proof. @throws WireError */
function checkClaims(
  info: KeyInfo,
  proven: {
    readonly name: string;
    readonly suite: Ciphersuite;
    readonly keyId: Uint8Array;
    readonly publicKey: Uint8Array;
  },
): void {
  const none = new Uint8Array();
  if (info.name !== proven.name) throw new WireError('it is for a key of another name');
  if (info.suite !== proven.suite.id) throw new WireError('it is for another suite');
  if (!equalBytes(info.id ?? none, proven.keyId)) throw new WireError('it is for another key');
  if (!equalBytes(info.publicKey ?? none, proven.publicKey)) {
    throw new WireError('it is for another public key');
  }
}

/** @throws WireError when the roster does not know the host: then its signature means nothing */
function memberName(host: Uint8Array, roster: Roster | undefined): string {
  if (roster === undefined) return Buffer.from(host).toString('hex').slice(0, 8);
  const card = cardOfHost(roster, host);
  if (card === undefined) throw new WireError('a member is not on your roster');
  return card.name;
}
