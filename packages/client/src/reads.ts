/**
 * Calls that only read: any node may answer them, and a node that is gone is passed over.
 * @module
 */
import { P2pError } from '@permafrost/p2p';
import type { permafrost } from '@permafrost/wire';
import {
  decodeAnswer,
  encodeCall,
  expectPart,
  infoOf,
  type NodeInfo,
  type Response,
  type Status,
  statusOf,
} from './calls.ts';
import { abortable, cancelled, type Entries, type Entry, HEDGE_MS, type Peer } from './entries.ts';
import { PermafrostError } from './errors.ts';

const CALL_MS = 10_000;
/** How long a list waits for nodes that say nothing. */
const LIST_MS = 2_000;

export type Waiting = { readonly signal?: AbortSignal };

export type Ask = (
  request: permafrost.v1.RpcRequest.$Properties,
  options?: Waiting,
) => Promise<Response>;

/** One node's own answer, or why it gave none. */
export type NodeAnswer =
  | { readonly peer: Peer; readonly status: Status; readonly info: NodeInfo }
  | { readonly peer: Peer; readonly error: PermafrostError };

/**
 * What each node lists, by name of key: a node knows the keys that it is a member of. Those that do
 * not answer in time are left out.
 * @throws PermafrostError when no node answers
 */
export async function listEverywhere(
  entries: Entries,
  options: Waiting,
): Promise<ReadonlyMap<string, readonly permafrost.v1.KeyInfo.$Properties[]>> {
  const signal = withLimit(LIST_MS, options);
  const body = encodeCall({ keyList: {} });
  const answers = await Promise.allSettled(
    entries.peers.map(async (peer) => {
      const response = await callOne(await entries.at(peer, signal), body, signal);
      return expectPart(response.keyList, 'list of keys').keys ?? [];
    }),
  );
  const lists = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (lists.length === 0) {
    const odd = answers.find((one) => one.status === 'rejected' && !isDown(one.reason));
    if (odd?.status === 'rejected') throw odd.reason;
    await entries.get(options);
  }
  const byName = new Map<string, permafrost.v1.KeyInfo.$Properties[]>();
  for (const info of lists.flat()) {
    const name = info.name ?? '';
    byName.set(name, [...(byName.get(name) ?? []), info]);
  }
  return byName;
}

function withLimit(ms: number, { signal }: Waiting): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(ms), ...(signal === undefined ? [] : [signal])]);
}

function isDown(error: unknown): boolean {
  return error instanceof PermafrostError && error.code === 'E_THRESHOLD';
}

/** Any node will do: a quiet one is joined by the next, the first answer counts. */
export async function askAnyone(
  entries: Entries,
  body: Uint8Array,
  options: Waiting,
): Promise<Response> {
  const stop = new AbortController();
  const limit = AbortSignal.timeout(CALL_MS);
  const signal = AbortSignal.any([
    stop.signal,
    limit,
    ...(options.signal === undefined ? [] : [options.signal]),
  ]);
  const tried = new Set<string>();

  async function next(): Promise<Response> {
    const entry = await entries.get({ signal, without: new Set(tried) });
    tried.add(entry.peer.address);
    const mine = callOne(entry, body, signal);
    const isLast = tried.size >= entries.peers.length;
    const quiet = new Promise<'quiet'>((resolve) => {
      const timer = setTimeout(() => resolve('quiet'), HEDGE_MS);
      mine.then(() => clearTimeout(timer)).catch(() => clearTimeout(timer));
    });
    const first = await Promise.race([mine, ...(isLast ? [] : [quiet])]).catch((error: unknown) => {
      if (!isNodeGone(error) || isLast) throw error;
      return 'quiet' as const;
    });
    if (first !== 'quiet') return first;
    return firstGood([mine, next()]);
  }

  try {
    return await abortable(next(), signal);
  } finally {
    stop.abort();
  }
}

/**
 * A key by its name. Nodes know the keys that they had part in, and may have lost them with their
 * store: that one does not know it is no answer before all were asked.
 * @throws PermafrostError E_UNKNOWN_KEY when no node that answers in time knows it
 */
export async function askForKey(
  entries: Entries,
  keyGet: { readonly name: string; readonly proof: boolean; readonly lineage?: boolean },
  options: Waiting,
): Promise<permafrost.v1.KeyInfo.$Properties> {
  const body = encodeCall({ keyGet });
  const keyIn = (response: Response) => expectPart(response.key, 'key');
  try {
    return keyIn(await askAnyone(entries, body, options));
  } catch (error) {
    if (!(error instanceof PermafrostError) || error.code !== 'E_UNKNOWN_KEY') throw error;
    const signal = withLimit(LIST_MS, options);
    const all = entries.peers.map(async (peer) =>
      keyIn(await callOne(await entries.at(peer, signal), body, signal)),
    );
    return Promise.any(all).catch(() => Promise.reject(error));
  }
}

/** The first that succeeds; else the error that tells most: not "gone" if another says more. */
async function firstGood(work: readonly Promise<Response>[]): Promise<Response> {
  try {
    return await Promise.any(work);
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    throw error.errors.find((one) => !isNodeGone(one)) ?? error.errors[0];
  }
}

async function callOne(entry: Entry, body: Uint8Array, signal: AbortSignal): Promise<Response> {
  try {
    return decodeAnswer(await entry.connection.callOne(body, { signal }));
  } catch (error) {
    if (!(error instanceof P2pError)) throw error;
    if (signal.aborted) throw cancelled(signal);
    throw nodeGone(entry.peer, error);
  }
}

function nodeGone(peer: Peer, cause: P2pError): PermafrostError {
  return new PermafrostError({
    code: cause.code === 'busy' || cause.remote?.code === 'E_BUSY' ? 'E_BUSY' : 'E_THRESHOLD',
    message: `${peer.name} went away: ${cause.message}`,
    down: [peer.name],
    cause,
  });
}

function isNodeGone(error: unknown): boolean {
  return error instanceof PermafrostError && error.cause instanceof P2pError;
}

export async function askOne(entries: Entries, peer: Peer, options: Waiting): Promise<NodeAnswer> {
  const signal = withLimit(CALL_MS, options);
  try {
    const entry = await entries.at(peer, signal);
    const [status, info] = await Promise.all([
      callOne(entry, encodeCall({ nodeStatus: {} }), signal),
      callOne(entry, encodeCall({ nodeInfo: {} }), signal),
    ]);
    return {
      peer,
      status: statusOf(expectPart(status.nodeStatus, 'status')),
      info: infoOf(expectPart(info.nodeInfo, 'node info')),
    };
  } catch (error) {
    if (!(error instanceof PermafrostError)) throw error;
    return { peer, error };
  }
}
