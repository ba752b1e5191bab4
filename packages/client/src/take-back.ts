/**
 * A request taken back: the network is told, and what its members say of it is checked here.
 * @module
 */
import { P2pError, peerIdBytes } from '@permafrost/p2p';
import {
  cardOfHost,
  noShareFrom,
  type Roster,
  requestId,
  type SignatureRequest,
  signCancel,
  verifyNoShare,
} from '@permafrost/protocol';
import { exactBytes, limits, type permafrost, WireError } from '@permafrost/wire';
import { decodeAnswer, encodeCall, expectPart } from './calls.ts';
import type { Entries, Peer } from './entries.ts';
import { type NothingSigned, PermafrostError } from './errors.ts';
import type { Pin } from './trust.ts';

/** A little longer than nodes wait for each other. */
const WITHIN_MS: number = limits.CANCEL_WITHIN_MS + 300;

/**
 * Asks these nodes to stop a request and to tell all members. A member's word is about every
 * window of the request that has begun: ours has.
 * @returns `true` when every member signed that it gave no share and gives none from now on,
 * `false` when there is a signature, else `unknown`
 */
export async function takeBack(
  entries: Entries,
  request: SignatureRequest,
  options: {
    readonly seed: Uint8Array;
    readonly peers: readonly Peer[];
    readonly pin: Pin;
    readonly roster: Roster | undefined;
    /** Its idempotency key was never used in another window, of which members may have forgotten. */
    readonly isFirst: boolean;
  },
): Promise<NothingSigned> {
  const id = requestId(request);
  const content = {
    requestId: id,
    keyId: request.keyId,
    requester: peerIdBytes(entries.peerId),
  };
  const body = encodeCall({ signCancel: signCancel(content, options.seed) });
  // All that have it: each stops at once, and the first that knows decides.
  const told = options.peers.map(async (peer) => {
    const signal = AbortSignal.timeout(WITHIN_MS);
    const { connection } = await entries.at(peer, signal);
    const answer = decodeAnswer(await connection.callOne(body, { signal }));
    return verdict(expectPart(answer.cancelled, 'word on the cancel'), request, options);
  });
  const verdicts = await Promise.allSettled(told);
  const known: NothingSigned[] = [];
  for (const one of verdicts) {
    if (one.status === 'fulfilled') known.push(one.value);
    else if (!isExpected(one.reason)) throw one.reason;
  }
  if (known.includes(false)) return false;
  return known.includes(true) ? true : 'unknown';
}

function isExpected(error: unknown): boolean {
  return error instanceof PermafrostError || error instanceof P2pError;
}

function verdict(
  result: permafrost.v1.SignCancelResult.$Properties,
  request: SignatureRequest,
  { pin, roster, isFirst }: Pick<Parameters<typeof takeBack>[2], 'pin' | 'roster' | 'isFirst'>,
): NothingSigned {
  if (result.nothingSigned === 'false') return false;
  if (!isFirst) return 'unknown';
  const about = { requestId: requestId(request), requester: request.requester };
  const members = new Set<string>();
  try {
    for (const word of result.members ?? []) {
      const host = exactBytes(word.hostPub ?? new Uint8Array(), 32, 'host key');
      const said = noShareFrom(about, word);
      // A member that restarted since may have given a share before it did.
      const isOfAll = said.sinceMs <= request.notBeforeMs - limits.CLOCK_SKEW_MAX_MS;
      const name = memberOf(host, roster);
      if (isOfAll && name !== undefined && verifyNoShare(said, host)) members.add(name);
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return 'unknown';
  }
  return pin.members.every((member) => members.has(member)) ? true : 'unknown';
}

/** As a pin names members. */
function memberOf(host: Uint8Array, roster: Roster | undefined): string | undefined {
  if (roster !== undefined) return cardOfHost(roster, host)?.name;
  return Buffer.from(host).toString('hex').slice(0, 8);
}
