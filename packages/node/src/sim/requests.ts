/**
 * What a client of simulated nodes asks for.
 * @module
 */
import { type Ciphersuite, ed25519PublicKey, toHex } from '@permafrost/frost';
import {
  compareBytes,
  encodeProposal,
  encodeRequest,
  proposalHash,
  type SignatureRequest,
  signAsOperator,
  signRequest,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import { WALL_MS } from './clock.ts';
import type { Network } from './world.ts';

const { RpcRequest, RpcResponse } = permafrost.v1;

export type Watched = {
  /** Stages in order. */
  readonly stages: string[];
  key: permafrost.v1.KeyInfo.$Properties | undefined;
  error: permafrost.v1.RpcError.$Properties | undefined;
};

/** Proposes a key at a node and watches what becomes of it. */
export function createKey(
  network: Network,
  given: {
    readonly at: number;
    readonly name: string;
    readonly minSigners: number;
    readonly members?: readonly number[];
    readonly suite?: Ciphersuite['id'];
    /** Ed25519 keys of who may ask for signatures; the operator unless given. */
    readonly requesters?: readonly Uint8Array[];
    readonly expiresInMs?: number;
  },
): Watched {
  const { operatorSeed, nodes, world } = network;
  const operator = ed25519PublicKey(operatorSeed);
  const members = (given.members ?? nodes.map((_, i) => i))
    .map((i) => nodes[i]?.operator.hostPub ?? new Uint8Array())
    .sort(compareBytes);
  const bytes = encodeProposal({
    type: 'create',
    name: given.name,
    suite: (given.suite ?? 'ed25519') as 'ed25519',
    purpose: 'sign',
    minSigners: given.minSigners,
    members,
    requesters: (given.requesters ?? [operator]).map(peerIdOfKey),
    policy: new Uint8Array(),
    proposer: peerIdOfKey(operator),
    node: nodes[given.at]?.operator.hostPub ?? new Uint8Array(),
    nonce: world.random(`proposal ${given.name} ${world.now()}`)(16),
    expiresMs: WALL_MS + Math.floor(world.now()) + (given.expiresInMs ?? limits.PROPOSAL_LIFE_MS),
  });
  const hash = proposalHash(bytes);
  const watched: Watched = { stages: [], key: undefined, error: undefined };
  const operatorSignature = signAsOperator('accept', hash, operatorSeed);
  const proposalSubmit = { proposal: bytes, operatorSignature };
  network.call(
    given.at,
    toHex(operator),
    encodeMessage(RpcRequest, { proposalSubmit }),
    (first) => {
      const answer = decodeMessage(RpcResponse, first.body);
      if (answer.error !== undefined && answer.error !== null) {
        watched.error = answer.error;
        return;
      }
      const proposalWatch = { proposalHash: hash };
      network.call(
        given.at,
        toHex(operator),
        encodeMessage(RpcRequest, { proposalWatch }),
        (next) => {
          const { ceremony } = decodeMessage(RpcResponse, next.body);
          if (ceremony === undefined || ceremony === null) return;
          const stage = ceremony.stage ?? '';
          if (watched.stages.at(-1) !== stage) watched.stages.push(stage);
          if (ceremony.key !== undefined && ceremony.key !== null) watched.key = ceremony.key;
          if (ceremony.error !== undefined && ceremony.error !== null)
            watched.error = ceremony.error;
        },
      );
    },
  );
  return watched;
}

export type Signed = { progress: permafrost.v1.SignProgress.$Properties | undefined };

export type Wanted = {
  readonly key: permafrost.v1.KeyInfo.$Properties;
  readonly message: Uint8Array;
  readonly idempotencyKey?: Uint8Array;
  /** Of the identity that asks; the operator's unless given. */
  readonly requesterSeed?: Uint8Array;
  readonly change?: (request: SignatureRequest) => SignatureRequest;
};

export type SignedRequest = {
  readonly request: SignatureRequest;
  /** As it goes over the RPC; whoever gives it to a second node says so. */
  readonly body: (options?: { readonly resume: boolean }) => Uint8Array;
};

/** A signed request for a signature. */
export function signedRequest(network: Network, given: Wanted): SignedRequest {
  const { operatorSeed, world } = network;
  const seed = given.requesterSeed ?? operatorSeed;
  const nowMs = WALL_MS + Math.floor(world.now());
  const signed = signRequest(
    {
      requester: peerIdOfKey(ed25519PublicKey(seed)),
      keyId: given.key.id ?? new Uint8Array(),
      publicKey: given.key.publicKey ?? new Uint8Array(),
      suite: given.key.suite ?? '',
      path: '',
      tweak: new Uint8Array(),
      message: given.message,
      idempotencyKey: given.idempotencyKey ?? world.random(`request ${nowMs}`)(16),
      notBeforeMs: nowMs,
      deadlineMs: nowMs + 30_000,
    },
    seed,
  );
  const request = given.change?.(signed) ?? signed;
  const message = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
  return {
    request,
    body: ({ resume } = { resume: false }) =>
      encodeMessage(RpcRequest, { signSubmit: { request: message, resume } }),
  };
}

/** Asks a node to sign with a key, as the operator unless told otherwise. */
export function requestSignature(
  network: Network,
  given: Wanted & { readonly at: number },
): Signed {
  const signed: Signed = { progress: undefined };
  const caller = toHex(ed25519PublicKey(given.requesterSeed ?? network.operatorSeed));
  network.call(given.at, caller, signedRequest(network, given).body(), ({ body: answer }) => {
    signed.progress = decodeMessage(RpcResponse, answer).sign ?? undefined;
  });
  return signed;
}
