/**
 * Changes of keys as an operator proposes them to running cores, for tests.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  compareBytes,
  decodeProposal,
  encodeProposal,
  proposalHash,
  type ReshareProposal,
  signAsOperator,
} from '@permafrost/protocol';
import type { permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import type { Cores } from './cores.ts';
import type { Person } from './operators.ts';

type KeyInfo = permafrost.v1.KeyInfo.$Properties;

/** A key as a node tells it. */
export function keyAt(s: Cores, index: number, name = 'team'): KeyInfo | undefined {
  const { operatorPub } = (s.all[0] as Person).operator;
  const [answer] = s.call(index, operatorPub, { keyGet: { name, lineage: true } });
  return answer?.key ?? undefined;
}

/** The next epoch of a key as it is told, of these members. */
export function reshareOf(
  s: Cores,
  by: number,
  info: KeyInfo,
  to: {
    readonly members: readonly number[];
    readonly threshold?: number;
    readonly changes?: Partial<ReshareProposal>;
  },
): Uint8Array {
  const { operator } = s.all[by] as Person;
  const old = [...(info.memberHosts ?? [])].sort(compareBytes);
  return encodeProposal({
    type: 'reshare',
    name: info.name ?? '',
    suite: 'ed25519',
    purpose: 'sign',
    minSigners: to.threshold ?? info.threshold ?? 2,
    members: to.members.map((at) => (s.all[at] as Person).operator.hostPub).sort(compareBytes),
    requesters: [],
    policy: new Uint8Array(),
    proposer: peerIdOfKey(operator.operatorPub),
    node: operator.hostPub,
    nonce: new Uint8Array(16).fill(9),
    expiresMs: s.now() + 3_600_000,
    keyId: info.id ?? fromHex(''),
    baseEpochId: info.epochId ?? fromHex(''),
    baseNumber: info.epoch ?? 0,
    number: Number(info.nextNumber),
    groupKey: info.groupKey ?? fromHex(''),
    baseMinSigners: info.threshold ?? 2,
    baseMembers: old,
    dealers: old,
    excluded: [],
    ...to.changes,
  });
}

/** Gives a proposal to the node of its operator. */
export function propose(
  s: Cores,
  by: number,
  proposal: Uint8Array,
): permafrost.v1.RpcResponse | undefined {
  const { operator, operatorSeed } = s.all[by] as Person;
  const operatorSignature = signAsOperator('accept', proposalHash(proposal), operatorSeed);
  return s.call(by, operator.operatorPub, { proposalSubmit: { proposal, operatorSignature } })[0];
}

/** The operator of a node accepts a proposal. */
export function acceptByHand(s: Cores, at: number, proposal: Uint8Array): void {
  const { operator, operatorSeed } = s.all[at] as Person;
  const hash = proposalHash(proposal);
  const operatorSignature = signAsOperator('accept', hash, operatorSeed);
  const proposalDecide = { proposalHash: hash, verb: 'accept', operatorSignature };
  s.call(at, operator.operatorPub, { proposalDecide });
}

/** Fires all timers of this kind that were set so far, once each. */
export function fire(s: Cores, kind: string): void {
  const due = s.actions.filter(
    ({ action }) => action.type === 'timer' && action.id.startsWith(`${kind}/`),
  );
  for (const { by, action } of due) {
    if (action.type === 'timer') s.give(by, { type: 'timer', id: action.id });
  }
}

/** A repair of the share of this host. */
export function repairOf(s: Cores, by: number, info: KeyInfo, lost: Uint8Array): Uint8Array {
  const base = decodeProposal(reshareOf(s, by, info, { members: [0, 1] })) as ReshareProposal;
  const members = base.baseMembers;
  return encodeProposal({
    ...base,
    type: 'repair',
    members,
    number: base.baseNumber,
    dealers: members.filter((host) => toHex(host) !== toHex(lost)),
    lost,
  });
}
