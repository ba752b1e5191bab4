/**
 * Proposals: the document that operators agree on before any cryptography runs.
 * @module
 */

import { equalBytes, type SuiteId, suites } from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  boundedText,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import {
  checkAscendingKeys,
  checkGroup,
  compareBytes,
  type Group,
  KEY_ID_BYTES,
  proposalHash,
} from './group.ts';
import { type ChangeTerms, changeFromWire, changeToWire } from './proposal-change.ts';

export type Proposal = CreateProposal | DestroyProposal | ReshareProposal | RepairProposal;

/** Asks for a key. */
export type CreateProposal = Terms & { readonly type: 'create' };

/**
 * Asks for the end of keys of one name that were begun and never became active. Suite, threshold and
 * members are those of the keys; there are no requesters and no policy.
 */
export type DestroyProposal = Terms & {
  readonly type: 'destroy';
  /** Ids of 16 bytes, ascending, 1 to 48. */
  readonly keys: readonly Uint8Array[];
};

/**
 * Asks for the next epoch of a key, with these members and threshold; a refresh where both stay. The
 * requesters stay too and are not named.
 */
export type ReshareProposal = Terms & ChangeTerms & { readonly type: 'reshare' };

/** Asks for one member's lost share of the epoch that is; members and threshold are its own. */
export type RepairProposal = Terms &
  ChangeTerms & {
    readonly type: 'repair';
    /** Host key of a member who does not help. */
    readonly lost: Uint8Array;
  };

type Terms = {
  /** Label of the key, `isName`. */
  readonly name: string;
  readonly suite: SuiteId;
  readonly purpose: 'sign';
  readonly minSigners: number;
  /** Host keys, ascending. */
  readonly members: readonly Uint8Array[];
  /** PeerIds that may ask for signatures, in binary form. */
  readonly requesters: readonly Uint8Array[];
  /** Reserved; at most 4 KiB. */
  readonly policy: Uint8Array;
  /** PeerId of the proposing operator, in binary form. */
  readonly proposer: Uint8Array;
  /** Host key of the node to which it was submitted: only its Start counts. */
  readonly node: Uint8Array;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly expiresMs: number;
};

const POLICY_BYTES_MAX = 4096;
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** Names of keys and nodes: 1 to 63 of a–z 0–9 . - _, a letter or digit first. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

/** The canonical bytes. @throws WireError on values that no node would accept. */
export function encodeProposal(proposal: Proposal): Uint8Array {
  const bytes = encodeMessage(permafrost.v1.Proposal, {
    ...proposal,
    keys: proposal.type === 'destroy' ? [...proposal.keys] : [],
    members: [...proposal.members],
    requesters: [...proposal.requesters],
    ...(proposal.type === 'reshare' || proposal.type === 'repair'
      ? { change: changeToWire(proposal) }
      : {}),
  });
  decodeProposal(bytes);
  return bytes;
}

/** @throws WireError on anything but a valid proposal in canonical form. */
export function decodeProposal(bytes: Uint8Array): Proposal {
  const raw = decodeMessage(permafrost.v1.Proposal, bytes);
  if (raw.purpose !== 'sign') throw new WireError('proposal: unknown purpose');
  const name = boundedText(raw.name, 63, 'name');
  if (!isName(name)) throw new WireError('name: 1 to 63 of a-z 0-9 . - _');
  const suite = [...suites.keys()].find((id) => id === raw.suite);
  if (suite === undefined) throw new WireError('proposal: unknown suite');
  const members = boundedList(raw.members, limits.MEMBERS_MAX, 'members').map((key) =>
    exactBytes(key, 32, 'host key'),
  );
  checkAscendingKeys(members);
  if (!(2 <= raw.minSigners && raw.minSigners <= members.length)) {
    throw new WireError('threshold: 2 ≤ minSigners ≤ members');
  }
  const requesters = boundedList(raw.requesters, limits.REQUESTERS_MAX, 'requesters').map(peerId);
  if (new Set(requesters.map((id) => id.join())).size !== requesters.length) {
    throw new WireError('requesters: distinct');
  }
  const terms: Terms = {
    name,
    suite,
    purpose: 'sign',
    minSigners: raw.minSigners,
    members,
    requesters,
    policy: boundedBytes(raw.policy, { min: 0, max: POLICY_BYTES_MAX }, 'policy'),
    proposer: peerId(raw.proposer),
    node: exactBytes(raw.node, 32, 'node'),
    nonce: exactBytes(raw.nonce, 16, 'nonce'),
    expiresMs: safeInteger(raw.expiresMs as number, 'expiry'),
  };
  const keys = boundedList(raw.keys, limits.DESTROY_KEYS_MAX, 'keys').map((id) =>
    exactBytes(id, KEY_ID_BYTES, 'key id'),
  );
  const { type } = raw;
  if (type === 'reshare' || type === 'repair') return changing(raw, type, terms, keys);
  if (raw.change) throw new WireError('proposal: of no existing key');
  switch (type) {
    case 'create':
      if (keys.length > 0) throw new WireError('proposal: a new key has no id yet');
      return { type: 'create', ...terms };
    case 'destroy':
      if (keys.length === 0) throw new WireError('proposal: nothing to destroy');
      if (keys.some((id, i) => i > 0 && compareBytes(keys[i - 1] ?? id, id) >= 0)) {
        throw new WireError('keys: distinct and ascending');
      }
      if (terms.requesters.length > 0 || terms.policy.length > 0) {
        throw new WireError('proposal: nobody asks for signatures of what is destroyed');
      }
      return { type: 'destroy', ...terms, keys };
    default:
      throw new WireError('proposal: unknown type');
  }
}

function changing(
  raw: permafrost.v1.Proposal.$Properties,
  type: 'reshare' | 'repair',
  terms: Terms,
  keys: readonly Uint8Array[],
): ReshareProposal | RepairProposal {
  if (!raw.change) throw new WireError('proposal: what changes is missing');
  if (keys.length > 0) throw new WireError('proposal: destroys nothing');
  if (terms.requesters.length > 0 || terms.policy.length > 0) {
    throw new WireError('proposal: the requesters of a key stay');
  }
  const { lost, ...change } = changeFromWire(raw.change, type, terms);
  return lost === undefined
    ? { type: 'reshare', ...terms, ...change }
    : { type: 'repair', ...terms, ...change, lost };
}

/**
 * The group that an attempt of this proposal makes a key with: its members less those left out.
 * @throws WireError when it makes no key, somebody else is left out, or too few remain.
 */
export function groupOfProposal(bytes: Uint8Array, without: readonly Uint8Array[] = []): Group {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'create') throw new WireError('proposal: makes no key');
  if (!without.every((key) => proposal.members.some((member) => equalBytes(member, key)))) {
    throw new WireError('without: members only');
  }
  const members = proposal.members.filter((m) => !without.some((key) => equalBytes(m, key)));
  const group: Group = {
    suite: proposal.suite,
    purpose: proposal.purpose,
    proposalHash: proposalHash(bytes),
    threshold: { minSigners: proposal.minSigners, maxSigners: members.length },
    members,
  };
  checkGroup(group);
  return group;
}

function peerId(bytes: Uint8Array | null | undefined): Uint8Array {
  return boundedBytes(bytes, { min: 1, max: limits.PEER_ID_BYTES_MAX }, 'PeerId');
}
