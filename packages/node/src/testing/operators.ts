/**
 * A roster of operators for tests, each with keys of its own, and the proposals they make.
 * @module
 */
import { ed25519PublicKey, sha512, toHex, utf8 } from '@permafrost/frost';
import {
  type CreateProposal,
  compareBytes,
  countersign,
  encodeProposal,
  type OperatorVerb,
  type ProposalStatement,
  proposalHash,
  signAsOperator,
} from '@permafrost/protocol';
import { createDirectory, type Directory, type Operator } from '../directory.ts';
import { peerIdOfKey } from '../peer-key.ts';
import type { Submitted } from '../tables/proposals-entry.ts';

/** An operator with the seeds of both its identities. */
export type Person = {
  readonly operator: Operator;
  readonly hostSeed: Uint8Array;
  readonly operatorSeed: Uint8Array;
};

export const WALL_MS: number = 1_700_000_000_000;
const HOUR_MS = 3_600_000;

/** node1, node2 …; the same at every call. */
export function people(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, i) => person(`node${i + 1}`));
}

/** An operator by this name. Its operator seed may be somebody else's too. */
export function person(name: string, operatorSeed: Uint8Array = seedOf(`op ${name}`)): Person {
  const hostSeed = seedOf(`host ${name}`);
  const hostPub = ed25519PublicKey(hostSeed);
  const operatorPub = ed25519PublicKey(operatorSeed);
  const operator: Operator = {
    name,
    hostPub,
    host: toHex(hostPub),
    peerId: toHex(hostPub),
    operatorPub,
    operator: toHex(operatorPub),
    operatorPeerId: toHex(operatorPub),
    addresses: [],
  };
  return { operator, hostSeed, operatorSeed };
}

/** 32 bytes that follow from a label. */
export function seedOf(label: string): Uint8Array {
  return sha512(utf8(label)).slice(0, 32);
}

/** The roster as one of them sees it. */
export function directoryOf(all: readonly Person[], self: Person): Directory {
  return createDirectory(
    all.map(({ operator }) => operator),
    self.operator.host,
  );
}

/** A proposal of `by`, submitted to its own node. */
export function proposalOf(
  by: Person,
  members: readonly Person[],
  changes: Partial<CreateProposal> = {},
): Submitted {
  const proposal: CreateProposal = {
    type: 'create',
    name: 'team',
    suite: 'ed25519',
    purpose: 'sign',
    minSigners: 2,
    members: members.map(({ operator }) => operator.hostPub).sort(compareBytes),
    requesters: [peerIdOfKey(by.operator.operatorPub)],
    policy: new Uint8Array(),
    proposer: peerIdOfKey(by.operator.operatorPub),
    node: by.operator.hostPub,
    nonce: new Uint8Array(16).fill(1),
    expiresMs: WALL_MS + HOUR_MS,
    ...changes,
  };
  const bytes = encodeProposal(proposal);
  return { hash: proposalHash(bytes), bytes, proposal };
}

/** What an operator says, countersigned by its host. */
export function says(
  who: Person,
  verb: Exclude<OperatorVerb, 'veto'>,
  hash: Uint8Array,
): ProposalStatement {
  const signature = signAsOperator(verb, hash, who.operatorSeed);
  const operator = { publicKey: who.operator.operatorPub, signature };
  return countersign({ verb, proposalHash: hash, operator }, who.hostSeed);
}
