/**
 * A client of simulated nodes that does not give up at once: the very same request goes to the
 * next entry node when one is gone, silent or in trouble, until its deadline.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import { requestId, type SignatureRequest } from '@permafrost/protocol';
import { decodeMessage, isErrorCode, permafrost, retryOf } from '@permafrost/wire';
import type { Told } from './checkers/words.ts';
import { type Signed, signedRequest, type Wanted } from './requests.ts';
import type { Network } from './world.ts';

export type Client = Signed & {
  /** Nodes that it gave the request to, in order. */
  readonly given: number[];
  readonly request: SignatureRequest;
  /** It has an answer that stands, or its deadline passed. */
  isOver: boolean;
};

/** Codes that are one node's own trouble: another one may do better. */
const NODE_TROUBLE: ReadonlySet<string> = new Set([
  'E_UNKNOWN_KEY',
  'E_STORE_TAMPERED',
  'E_CLOCK_SKEW',
  'E_EPOCH',
]);
const QUIET_MS = 4_000;
const AGAIN_MS = 250;
const DEADLINE_MS = 30_000;

/** Asks a node, and others after it, for a signature. */
export function startClient(
  network: Network,
  wanted: Wanted & {
    readonly at: number;
    readonly withinMs?: number;
    /** Hears what was asked and answered. */
    readonly told?: Told;
  },
): Client {
  const { world, nodes } = network;
  const { request, body: bodyOf } = signedRequest(network, wanted);
  const client: Client = { progress: undefined, given: [], request, isOver: false };
  const id = toHex(requestId(request));
  const caller = toHex(ed25519PublicKey(wanted.requesterSeed ?? network.operatorSeed));
  const untilMs = world.now() + (wanted.withinMs ?? DEADLINE_MS);

  function ask(at: number): void {
    if (client.isOver) return;
    if (world.now() > untilMs) {
      client.isOver = true;
      return;
    }
    const body = bodyOf({ resume: client.given.length > 0 });
    client.given.push(at);
    wanted.told?.asked(id, at);
    let isLeft = false;
    /** To the next one, whatever this one says from now on. */
    const leave = (afterMs: number): void => {
      if (isLeft || client.isOver) return;
      isLeft = true;
      world.after(afterMs, () => ask((at + 1) % nodes.length));
    };
    network.call(
      at,
      caller,
      body,
      ({ body: answer, more }) => {
        const { sign, error } = decodeMessage(permafrost.v1.RpcResponse, answer);
        if (!more) {
          const nothingSigned = sign?.error?.nothingSigned ?? error?.nothingSigned ?? '';
          wanted.told?.answered(id, at, { nothingSigned, isCancel: false });
        }
        if (client.isOver) return;
        const progress = sign ?? undefined;
        const code = progress?.error?.code ?? error?.code ?? '';
        if (progress?.state === 'signed') {
          client.progress = progress;
          client.isOver = true;
          return;
        }
        if (progress !== undefined && code === '') return; // On its way.
        client.progress = progress ?? client.progress;
        const isRetryable = isErrorCode(code) && retryOf(code).retryable;
        if (isRetryable || NODE_TROUBLE.has(code)) leave(AGAIN_MS);
        else client.isOver = true;
      },
      () => leave(AGAIN_MS),
    );
    world.after(QUIET_MS, () => leave(0));
  }

  ask(wanted.at);
  return client;
}
