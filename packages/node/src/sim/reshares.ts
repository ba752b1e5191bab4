/**
 * Changes of keys as an operator asks for them in a simulated network.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import {
  compareBytes,
  encodeProposal,
  proposalHash,
  type ReshareProposal,
  signAsOperator,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import { WALL_MS } from './clock.ts';
import type { Watched } from './requests.ts';
import type { Network } from './world.ts';

const { RpcRequest, RpcResponse } = permafrost.v1;

type KeyInfo = permafrost.v1.KeyInfo.$Properties;

export type ReshareWish = {
  /** Index of the node that leads it. */
  readonly at: number;
  /** As a member tells it. */
  readonly key: KeyInfo;
  readonly members: readonly number[];
  readonly minSigners: number;
  readonly changes?: Partial<ReshareProposal>;
};

/** Proposes the next epoch of a key at a node and watches what becomes of it. */
export function reshareKey(network: Network, wish: ReshareWish): Watched {
  const { operatorSeed, nodes, world } = network;
  const { at, key } = wish;
  const operator = ed25519PublicKey(operatorSeed);
  const none = new Uint8Array();
  const old = [...(key.memberHosts ?? [])].sort(compareBytes);
  const bytes = encodeProposal({
    type: 'reshare',
    name: key.name ?? '',
    suite: (key.suite ?? '') as 'ed25519',
    purpose: 'sign',
    minSigners: wish.minSigners,
    members: wish.members.map((i) => nodes[i]?.operator.hostPub ?? none).sort(compareBytes),
    requesters: [],
    policy: none,
    proposer: peerIdOfKey(operator),
    node: nodes[at]?.operator.hostPub ?? none,
    nonce: world.random(`reshare ${world.now()}`)(16),
    expiresMs: WALL_MS + Math.floor(world.now()) + limits.PROPOSAL_LIFE_MS,
    keyId: key.id ?? none,
    baseEpochId: key.epochId ?? none,
    baseNumber: key.epoch ?? 0,
    number: Number(key.nextNumber ?? 0),
    groupKey: key.groupKey ?? none,
    baseMinSigners: key.threshold ?? 0,
    baseMembers: old,
    dealers: old,
    excluded: [],
    ...wish.changes,
  });
  const hash = proposalHash(bytes);
  const watched: Watched = { stages: [], key: undefined, error: undefined };
  const operatorSignature = signAsOperator('accept', hash, operatorSeed);
  const proposalSubmit = { proposal: bytes, operatorSignature };
  const caller = toHex(operator);
  network.call(at, caller, encodeMessage(RpcRequest, { proposalSubmit }), (first) => {
    watched.error = decodeMessage(RpcResponse, first.body).error ?? undefined;
    if (watched.error !== undefined) return;
    const proposalWatch = { proposalHash: hash };
    network.call(at, caller, encodeMessage(RpcRequest, { proposalWatch }), ({ body }) => {
      const { ceremony } = decodeMessage(RpcResponse, body);
      watched.stages.push(ceremony?.stage ?? '');
      watched.error = ceremony?.error ?? watched.error;
      watched.key = ceremony?.key ?? watched.key;
    });
  });
  return watched;
}
