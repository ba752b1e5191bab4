/**
 * Fields of the messages about later epochs of a key, with values that no honest peer sends.
 * @module
 */
import * as protocol from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { ACCEPTED, bytes, FAR, not, PROPOSED, type Table } from './message-rows.ts';

const { v1 } = permafrost;
const created = protocol.decodeProposal(PROPOSED.bytes);
const members = created.members;
const stranger = bytes(32);

const change: protocol.ChangeTerms = {
  keyId: bytes(16),
  baseEpochId: bytes(32),
  baseNumber: 3,
  number: 5,
  groupKey: bytes(32),
  baseMinSigners: 2,
  baseMembers: members,
  dealers: members.slice(0, 2),
  excluded: [],
};
const reshare = protocol.encodeProposal({
  ...created,
  type: 'reshare',
  requesters: [],
  ...change,
});
const vote = {
  keyId: bytes(16),
  baseEpochId: bytes(32),
  number: 5,
  epochId: bytes(32),
  hostPub: bytes(32),
  signature: bytes(64),
};
const activation = {
  stored: [bytes(100)],
  testSignature: bytes(64),
  votes: [vote],
  acceptances: [protocol.statementToWire(ACCEPTED)],
};
const record = {
  proposal: reshare,
  attempt: 1,
  without: [members[0]],
  joins: [bytes(200)],
  certs: [bytes(200)],
  transcript: bytes(500),
  activation,
};

/** Reads a KeyChange inside a proposal that is right but for it. */
function readChange(body: Uint8Array): unknown {
  const proposal = { ...decodeMessage(v1.Proposal, reshare), change: {} };
  const read = decodeMessage(v1.KeyChange, body);
  return protocol.decodeProposal(encodeMessage(v1.Proposal, { ...proposal, change: read }));
}

export const EPOCH_ROWS: readonly Table[] = [
  {
    message: 'KeyChange',
    good: decodeMessage(v1.Proposal, reshare).change as object,
    read: readChange,
    fields: {
      keyId: not(16),
      baseEpochId: not(32),
      baseNumber: [5, 6, ...FAR],
      number: [0, 3, ...FAR],
      groupKey: [bytes(0), bytes(31), bytes(65)],
      baseMinSigners: [0, 1, 3, 4, 0xffff_ffff],
      baseMembers: [[], [bytes(31)], [...members].reverse(), new Array(101).fill(bytes(32))],
      dealers: [[], members.slice(0, 1), [members[1], members[0]], [members[0], stranger]],
      excluded: [[stranger], [members[0]], [members[2], members[2]], [bytes(31)]],
      lost: [members[2], bytes(31)],
    },
  },
  {
    message: 'Vote',
    good: vote,
    read: protocol.decodeVote,
    fields: {
      keyId: not(16),
      baseEpochId: not(32),
      number: FAR,
      epochId: not(32),
      hostPub: not(32),
      signature: not(64),
    },
  },
  {
    message: 'ActivationCertificate',
    good: activation,
    read: protocol.decodeActivation,
    fields: {
      stored: [[bytes(0)], [bytes(513)], new Array(limits.MEMBERS_MAX + 1).fill(bytes(100))],
      testSignature: [bytes(0), bytes(63), bytes(129)],
      votes: [[{}], [vote, vote], new Array(limits.MEMBERS_MAX + 1).fill(vote)],
      acceptances: [[{}], [...activation.acceptances, ...activation.acceptances]],
    },
  },
  {
    message: 'EpochRecord',
    good: record,
    read: protocol.decodeEpochRecord,
    fields: {
      proposal: [bytes(0), bytes(70_000)],
      attempt: [0, 4, ...FAR],
      without: [[bytes(31)], [members[1], members[0]]],
      joins: [[bytes(0)], [bytes(4097)], new Array(201).fill(bytes(9))],
      certs: [[bytes(0)], [bytes(4097)], new Array(101).fill(bytes(9))],
      transcript: [bytes(0), bytes(1_048_577)],
      activation: [{}, { ...activation, votes: [vote, vote] }],
    },
  },
  {
    message: 'Lineage',
    good: { epochs: [record] },
    read: protocol.decodeLineage,
    fields: {
      epochs: [[{}], new Array(protocol.LINEAGE_EPOCHS_MAX + 1).fill({})],
    },
  },
];
