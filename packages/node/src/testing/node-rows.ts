/**
 * Fields of the messages that a running node reads: frames of a member, and calls.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { decodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import { type Cores, createCores } from './cores.ts';
import { ceremony } from './keys.ts';
import { ACCEPTED, ANY, bytes, FAR, NAMES, not, PROPOSED, type Table } from './message-rows.ts';
import { type Person, people, WALL_MS } from './operators.ts';
import { requestOf, submission } from './requests.ts';
import { readSchemas } from './schemas.ts';

const { v1 } = permafrost;
const { FRAME } = limits;
const VICTIM = 0;
const SENDER = 2;
const key = ceremony(3);
const entry = key.entryOf(0);
const all = people(4);
const first = all[0] as Person;
const host = (all[SENDER] as Person).operator;

const SUBMITTED = submission(requestOf(first, entry, WALL_MS)).signSubmit;

/** Methods of a request by the message that they take: the number and the name of their field. */
const METHODS = [...(readSchemas().get('RpcRequest') ?? [])];
const RPC_FIELDS = new Map(METHODS.map(({ type, number }) => [type, number]));
const RPC_NAMES = new Map(METHODS.map(({ type, name }) => [type, name]));

/** By a node that runs. */
export const NODE_ROWS: readonly Table[] = [
  {
    message: 'CeremonyEnvelope',
    good: { scope: bytes(32), envelope: bytes(200) },
    read: asFrame(FRAME.ceremony),
    // Of a ceremony that has not begun: kept for a while and read then.
    fields: { scope: not(32), envelope: ANY },
  },
  {
    message: 'KeyStatus',
    good: { keyId: entry.keyId, epochId: entry.epochId, ceremonyAttempt: 1, state: 'active' },
    read: asFrame(FRAME.keyStatus),
    fields: {
      keyId: not(16),
      epochId: ANY,
      ceremonyAttempt: ANY,
      state: ANY,
      cert: ANY,
      stored: ANY,
      certsMissing: [new Array(limits.MEMBERS_MAX + 1).fill(1)],
      storedMissing: [new Array(limits.MEMBERS_MAX + 1).fill(1)],
      testSignature: ANY,
      settled: ANY,
    },
  },
  {
    message: 'KeyRecords',
    good: { keyId: entry.keyId, envelopes: [] },
    read: asFrame(FRAME.keyRecords),
    fields: { keyId: not(16), envelopes: [new Array(2 * limits.MEMBERS_MAX + 1).fill(bytes(3))] },
  },
  {
    message: 'CeremonyReport',
    good: {
      proposalHash: PROPOSED.hash,
      attempt: 1,
      stage: 'joining',
      hosts: [host.hostPub],
      code: '',
    },
    read: (body) => {
      const s = withProposal();
      const before = drops(s);
      s.give(VICTIM, { type: 'frame', from: host.host, kind: FRAME.ceremonyReport, body });
      if (drops(s) > before) throw new WireError('its sender was cut off');
    },
    fields: {
      proposalHash: not(64),
      attempt: FAR,
      stage: ANY,
      hosts: [[bytes(31)], [bytes(33)], new Array(limits.MEMBERS_MAX + 1).fill(bytes(32))],
      code: ANY,
    },
  },
  {
    message: 'KeyGetRequest',
    good: { name: 'team', proof: true },
    read: asCall('KeyGetRequest'),
    fields: { name: ['nobody', ...NAMES], proof: ANY, lineage: ANY },
  },
  {
    message: 'KeyDeriveRequest',
    good: { name: 'team', path: 'm/0/7' },
    read: asCall('KeyDeriveRequest'),
    fields: {
      name: ['nobody', ...NAMES],
      path: ['m', 'm/', "m/0'", 'm/2147483648', `m${'/1'.repeat(11)}`, '0/7'],
      // A tweak that is one, of a key that has none.
      tweak: [...[1, 2, 32, 34].map(bytes), Uint8Array.of(1)],
    },
  },
  {
    message: 'SignSubmitRequest',
    good: { ...SUBMITTED, watch: true, resume: true },
    read: asCall('SignSubmitRequest'),
    fields: {
      request: [undefined, {}, { ...SUBMITTED.request, message: bytes(4) }],
      watch: ANY,
      forwarded: ANY,
      resume: ANY,
    },
  },
  {
    message: 'SignGetRequest',
    good: { requestId: bytes(32) },
    // Nobody asked for it, which is told in other words.
    read: (body) => exact(body, 'SignGetRequest', 'this node knows no such request'),
    fields: { requestId: not(32) },
  },
  {
    message: 'ProposalSubmitRequest',
    good: {
      proposal: PROPOSED.bytes,
      operatorSignature: ACCEPTED.operator?.signature ?? new Uint8Array(),
    },
    read: asCall('ProposalSubmitRequest'),
    fields: {
      proposal: [bytes(0), bytes(9), PROPOSED.bytes.slice(1)],
      operatorSignature: [...not(64), bytes(64)],
    },
  },
  {
    message: 'ProposalDecideRequest',
    good: {
      proposalHash: PROPOSED.hash,
      verb: 'accept',
      operatorSignature: ACCEPTED.operator?.signature ?? new Uint8Array(),
    },
    read: (body) => exact(body, 'ProposalDecideRequest', 'nothing was decided'),
    fields: {
      proposalHash: [...not(64), bytes(64)],
      verb: ['withdraw', ...NAMES],
      operatorSignature: [...not(64), bytes(64)],
    },
  },
  {
    message: 'ProposalWatchRequest',
    good: { proposalHash: PROPOSED.hash },
    read: (body) => exact(body, 'ProposalWatchRequest', 'there is no such proposal'),
    fields: { proposalHash: not(64) },
  },
];

/** As a frame of a member to a running node; refused is what gets its link dropped. */
export function asFrame(kind: number): Table['read'] {
  return (body) => {
    const s = connected();
    const before = drops(s);
    s.give(VICTIM, { type: 'frame', from: host.host, kind, body });
    if (drops(s) > before) throw new WireError('its sender was cut off');
  };
}

const drops = (s: Cores): number =>
  s.actions.filter(({ by, action }) => by === VICTIM && action.type === 'drop').length;

function connected(): Cores {
  const s = createCores(4, [key], { rules: all });
  s.connect();
  return s;
}

/** As a call of the node's operator; refused is what is answered with an error. */
function asCall(method: string): Table['read'] {
  return (body) => {
    const s = connected();
    const index = RPC_FIELDS.get(method) ?? 0;
    const call = Uint8Array.from([...varint((index << 3) | 2), ...varint(body.length), ...body]);
    const [answer] = s.callRaw(VICTIM, toHex(first.operator.operatorPub), call);
    if (answer === undefined) return;
    const { error, sign } = decodeMessage(v1.RpcResponse, answer);
    const code = error?.code ?? sign?.error?.code;
    if (code !== undefined && code !== null) throw new WireError(code);
  };
}

const varint = (n: number): readonly number[] =>
  n < 128 ? [n] : [(n & 0x7f) | 0x80, ...varint(n >> 7)];

/** A call whose good form is answered with this error, and any other with another one. */
function exact(body: Uint8Array, method: string, message: string): void {
  const s = connected();
  const request = RPC_NAMES.get(method) ?? '';
  const type = new Map(Object.entries(v1)).get(method) as never;
  const value: object = decodeMessage(type, body);
  const [answer] = s.call(VICTIM, first.operator.operatorPub, { [request]: value });
  if (!(answer?.error?.message ?? '').includes(message)) throw new WireError('refused');
}

function withProposal(): Cores {
  const s = createCores(4, [key], { rules: all, loses: FRAME.ceremony });
  s.connect();
  const operatorSignature = ACCEPTED.operator?.signature ?? new Uint8Array();
  const proposalSubmit = { proposal: PROPOSED.bytes, operatorSignature };
  s.call(VICTIM, first.operator.operatorPub, { proposalSubmit });
  return s;
}
