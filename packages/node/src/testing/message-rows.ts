/**
 * Fields of the messages that peers send, with values that no honest one sends: what decoders
 * refuse.
 * @module
 */
import * as protocol from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import { decodeBoot } from '../core/boots.ts';
import { proposalStateInput, submitted } from '../core/proposals.ts';
import { PROTOCOL_VERSION } from '../core/views.ts';
import { checkHello, PROTOCOL_VERSION_MIN } from '../hello.ts';
import { peerIdOfKey } from '../peer-key.ts';
import { oathsIn } from '../tables/keys-oaths.ts';
import { type Person, people, proposalOf, says, WALL_MS } from './operators.ts';

const { v1 } = permafrost;
const all = people(4);
const first = all[0] as Person;
const { operator: host, hostSeed } = all[2] as Person;

/** A proposal of the first of four, and its operator's acceptance. */
export const PROPOSED: { readonly bytes: Uint8Array; readonly hash: Uint8Array } = proposalOf(
  first,
  all.slice(0, 3),
  { name: 'another' },
);
export const ACCEPTED: protocol.ProposalStatement = says(first, 'accept', PROPOSED.hash);

export const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
/** Bytes of any other length than this one. */
export const not = (length: number): readonly Uint8Array[] =>
  [0, length - 1, length + 1, 70_000].filter((n) => n !== length).map(bytes);
/** Numbers that are none of JavaScript's. */
export const FAR: readonly number[] = [2 ** 53, 2 ** 63];
export const NAMES: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  '../x',
  'two\nlines',
  'x'.repeat(5_000),
];
/** No value of its type is malformed by itself: whatever comes is taken or refused, no more. */
export const ANY: readonly unknown[] = [];
const peerId = peerIdOfKey(host.operatorPub);

export type Table = {
  readonly message: string;
  readonly good: object;
  /** @throws WireError when the message is refused */
  readonly read: (body: Uint8Array) => unknown;
  readonly fields: Readonly<Record<string, readonly unknown[]>>;
};

const start = protocol.signStart(
  { proposalHash: PROPOSED.hash, attempt: 1, without: [] },
  first.hostSeed,
);
const boot = protocol.signBoot({ bootId: bytes(16), counter: 7 }, hostSeed);
const oath = { hostPub: host.hostPub, signature: bytes(64) };
const held = {
  signers: [1, 2],
  hiding: [bytes(32), bytes(32)],
  binding: [bytes(32), bytes(32)],
  coordinator: 1,
  coordinatorShare: bytes(32),
  share: bytes(32),
};
const resume = {
  keyId: bytes(16),
  answers: true,
  signature: bytes(64),
  signers: [1, 2],
  attempts: [held],
};
const statement = protocol.statementToWire(ACCEPTED);
const byWire = (read: (message: never) => unknown, type: { readonly decode: unknown }) => {
  return (body: Uint8Array) => read(decodeMessage(type as never, body) as never);
};
const about = {
  hostPub: host.hostPub,
  isHost: true,
  on: 'lane',
  wallMs: WALL_MS,
  name: 'node3',
  self: 'node1',
} as const;

/** By decoders alone. */
export const MESSAGE_ROWS: readonly Table[] = [
  {
    message: 'Boot',
    good: { ...boot },
    read: decodeBoot,
    fields: { hostPub: not(32), bootId: not(16), counter: FAR, signature: not(64) },
  },
  {
    message: 'Hello',
    good: {
      version: PROTOCOL_VERSION,
      versionMin: PROTOCOL_VERSION_MIN,
      software: 'x/1',
      timeMs: WALL_MS,
      boot: { ...boot },
    },
    read: (body) => {
      if (!checkHello(body, about).ok) throw new WireError('refused');
    },
    fields: {
      version: [0],
      versionMin: [PROTOCOL_VERSION + 1],
      software: ['x'.repeat(300)],
      timeMs: [0, ...FAR],
      boot: [{ ...boot, counter: 8 }, { ...boot, signature: bytes(64) }, {}],
      seen: [{ ...boot, bootId: bytes(15) }],
    },
  },
  {
    message: 'Oath',
    good: oath,
    read: (body) =>
      oathsIn(encodeMessage(v1.Oaths, { keyId: bytes(16), oaths: [decodeMessage(v1.Oath, body)] })),
    fields: { hostPub: not(32), signature: not(64) },
  },
  {
    message: 'Oaths',
    good: { keyId: bytes(16), oaths: [oath], destroyed: true },
    read: oathsIn,
    fields: { keyId: not(16), oaths: [[{}], [oath, {}]], destroyed: ANY },
  },
  {
    message: 'Proposal',
    good: decodeMessage(v1.Proposal, PROPOSED.bytes),
    read: submitted,
    fields: {
      type: ['', 'Create', 'refresh', ...NAMES],
      name: ['A', 'a b', 'x'.repeat(64), ...NAMES.filter((name) => name !== 'constructor')],
      suite: ['ed25519 ', ...NAMES],
      purpose: ['decrypt', ...NAMES],
      minSigners: [0, 1, 4, 0xffff_ffff],
      members: [[], [bytes(31)], [bytes(32), bytes(32)], new Array(101).fill(bytes(32))],
      requesters: [[bytes(1)], [peerId, peerId], new Array(257).fill(peerId)],
      policy: [bytes(70_000)],
      proposer: [bytes(0), bytes(1), bytes(limits.PEER_ID_BYTES_MAX + 1)],
      node: not(32),
      nonce: not(16),
      expiresMs: FAR,
      keys: [[bytes(16)], [bytes(15)], new Array(limits.DESTROY_KEYS_MAX + 1).fill(bytes(16))],
      change: [{}, { keyId: bytes(16) }],
    },
  },
  {
    message: 'Statement',
    good: statement,
    read: byWire(protocol.statementFromWire, v1.Statement),
    fields: {
      verb: ['Accept', 'accept-by-rule', ...NAMES],
      proposalHash: not(64),
      hostPub: not(32),
      operatorPub: not(32),
      operatorSignature: not(64),
      hostSignature: not(64),
    },
  },
  {
    message: 'ProposalState',
    good: { proposal: PROPOSED.bytes, statements: [statement], starts: [start] },
    read: (body) => proposalStateInput(host.host, body),
    fields: {
      proposal: [bytes(0), bytes(9), PROPOSED.bytes.slice(1)],
      statements: [[{}], new Array(limits.STATEMENTS_MAX + 1).fill(statement)],
      starts: [[{}], new Array(limits.CEREMONY_ATTEMPTS_MAX + 1).fill(start)],
    },
  },
  {
    message: 'Start',
    good: start,
    read: protocol.decodeStart,
    fields: {
      proposalHash: not(64),
      attempt: [0, 4, ...FAR],
      without: [[bytes(31)], [bytes(32), bytes(32)], new Array(101).fill(bytes(32))],
      hostPub: not(32),
      signature: not(64),
    },
  },
  {
    message: 'NoOffers',
    good: { keyId: bytes(16), epochId: bytes(32), code: 'E_BUSY' },
    read: protocol.decodeNoOffers,
    fields: { keyId: not(16), epochId: not(32), code: ['E_NONE', ...NAMES] },
  },
  {
    message: 'HeldOffers',
    good: { bootId: bytes(16), nonceIds: [1, 2], known: 3 },
    read: protocol.decodeHeldOffers,
    fields: {
      bootId: not(16),
      nonceIds: [[2 ** 53], new Array(limits.OFFERS_HELD_MAX + 1).fill(1)],
      known: FAR,
    },
  },
  {
    message: 'SignResult',
    good: { requestId: bytes(32), signature: bytes(64), signers: [1, 2] },
    read: protocol.decodeSignResult,
    fields: {
      requestId: not(32),
      signature: [bytes(0), bytes(63), bytes(115)],
      signers: [[0], [65_535], new Array(limits.MEMBERS_MAX + 1).fill(1)],
    },
  },
  {
    message: 'SignResume',
    good: resume,
    read: protocol.decodeSignResume,
    fields: {
      keyId: not(16),
      answers: ANY,
      signature: [bytes(115)],
      signers: [[0], [65_535], new Array(limits.MEMBERS_MAX + 1).fill(1)],
      attempts: [[{}], new Array(limits.HELD_ATTEMPTS_MAX + 1).fill(held)],
    },
  },
  {
    message: 'HeldAttempt',
    good: held,
    read: (body) => {
      const attempts = [decodeMessage(v1.HeldAttempt, body)];
      return protocol.decodeSignResume(encodeMessage(v1.SignResume, { ...resume, attempts }));
    },
    fields: {
      signers: [[], [1], [2, 1], [1, 1], [0, 1], [1, 65_535], [1, 2, 3]],
      hiding: [[], [bytes(32)], [bytes(32), bytes(31)], [bytes(32), bytes(58)]],
      binding: [[], [bytes(32)], [bytes(32), bytes(31)], [bytes(32), bytes(58)]],
      coordinator: [0, 65_535, 0xffff_ffff],
      coordinatorShare: [bytes(58)],
      share: [bytes(0), bytes(31), bytes(58)],
    },
  },
  {
    message: 'SignCancel',
    good: { requestId: bytes(32), keyId: bytes(16), requester: peerId, signature: bytes(64) },
    read: protocol.decodeCancel,
    fields: {
      requestId: not(32),
      keyId: not(16),
      requester: [bytes(0), bytes(1), bytes(limits.PEER_ID_BYTES_MAX + 1)],
      signature: not(64),
    },
  },
  {
    message: 'SignCancelled',
    good: { requestId: bytes(32), sinceMs: 5, signature: bytes(64), requester: peerId },
    read: protocol.decodeCancelled,
    fields: {
      requestId: not(32),
      sinceMs: FAR,
      signature: [bytes(1), bytes(63), bytes(65)], // None: it gave a share, or may have.
      requester: [bytes(0), bytes(1), bytes(limits.PEER_ID_BYTES_MAX + 1)],
    },
  },
];
