/**
 * A client of simulated nodes that fails over: the same signed request at one entry node after the
 * other, and what became of it at each. It can take requests back.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import {
  encodeRequest,
  requestId,
  type SignatureRequest,
  signCancel,
  signRequest,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import type { Network } from './world.ts';

type Progress = permafrost.v1.SignProgress.$Properties;
type Key = permafrost.v1.KeyInfo.$Properties;

const WALL_MS = 1_700_000_000_000;

export type Asking = {
  readonly request: SignatureRequest;
  /** Last words of entry nodes, in order. */
  readonly answers: { readonly at: number; readonly progress: Progress }[];
  /** Entry nodes that went away without a last word. */
  readonly lost: number[];
};

/** A request as the operator of the network would sign it now. */
export function requestFor(
  network: Network,
  given: {
    readonly key: Key;
    readonly message: Uint8Array;
    readonly idempotencyKey: Uint8Array;
    readonly deadlineMs?: number;
    /** Of a child of the key. */
    readonly path?: string;
    /** Ed25519 seed of the requester; the operator's unless given. */
    readonly seed?: Uint8Array;
  },
): SignatureRequest {
  const { operatorSeed, world } = network;
  const { key, message, idempotencyKey, seed = operatorSeed } = given;
  const nowMs = WALL_MS + Math.floor(world.now());
  return signRequest(
    {
      requester: peerIdOfKey(ed25519PublicKey(seed)),
      keyId: key.id ?? new Uint8Array(),
      publicKey: key.publicKey ?? new Uint8Array(),
      suite: key.suite ?? '',
      path: given.path ?? '',
      tweak: new Uint8Array(),
      message,
      idempotencyKey,
      notBeforeMs: nowMs,
      deadlineMs: nowMs + (given.deadlineMs ?? 30_000),
    },
    seed,
  );
}

/** Gives a request to the first of these nodes; to the next when that one goes away. */
export function ask(
  network: Network,
  request: SignatureRequest,
  entries: readonly number[],
  options: { readonly isResumed?: boolean; readonly seed?: Uint8Array } = {},
): Asking {
  const asking: Asking = { request, answers: [], lost: [] };
  const caller = toHex(ed25519PublicKey(options.seed ?? network.operatorSeed));
  const rest = [...entries];
  function next(resume: boolean): void {
    const at = rest.shift();
    if (at === undefined) return;
    const message = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
    const signSubmit = { request: message, ...(resume ? { resume } : {}) };
    let isOver = false;
    const gone = (): void => {
      if (isOver) return;
      isOver = true;
      asking.lost.push(at);
      next(true);
    };
    const body = encodeMessage(permafrost.v1.RpcRequest, { signSubmit });
    if (network.nodes[at]?.core === undefined) {
      gone();
      return;
    }
    network.call(
      at,
      caller,
      body,
      ({ body: answer, more }) => {
        if (more || isOver) return;
        isOver = true;
        const { sign, error } = decodeMessage(permafrost.v1.RpcResponse, answer);
        asking.answers.push({ at, progress: sign ?? { state: 'failed', error: error ?? {} } });
      },
      gone,
    );
  }
  next(options.isResumed === true);
  return asking;
}

/** Takes a request back at a node; the result, once there is one. */
export function cancel(
  network: Network,
  request: SignatureRequest,
  at: number,
  options: {
    /** Ed25519 seed of the requester; the operator's unless given. */
    readonly seed?: Uint8Array;
    readonly told?: (result: permafrost.v1.SignCancelResult.$Properties) => void;
  } = {},
): {
  result: permafrost.v1.SignCancelResult.$Properties | undefined;
  error: permafrost.v1.RpcError.$Properties | undefined;
} {
  const { seed = network.operatorSeed } = options;
  const told: ReturnType<typeof cancel> = { result: undefined, error: undefined };
  const { keyId } = request;
  const content = {
    requestId: requestId(request),
    keyId,
    requester: peerIdOfKey(ed25519PublicKey(seed)),
  };
  const body = encodeMessage(permafrost.v1.RpcRequest, { signCancel: signCancel(content, seed) });
  network.call(at, toHex(ed25519PublicKey(seed)), body, ({ body: answer }) => {
    const { cancelled, error } = decodeMessage(permafrost.v1.RpcResponse, answer);
    told.result = cancelled ?? undefined;
    told.error = error ?? undefined;
    if (told.result !== undefined) options.told?.(told.result);
  });
  return told;
}
