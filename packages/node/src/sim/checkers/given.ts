/**
 * Shares that a node gives: only of keys that sign, for requests that an admitted requester signed,
 * and that the node's own policy allowed. Worked out again from what is on the wire and on disks.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import { canaryMessage, verifyRequest } from '@permafrost/protocol';
import { keyOfPeerId } from '../../peer-key.ts';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';
import { type KeyOnDisk, keyOnDisk } from './disks.ts';
import type { SeenRequest, SeenShare, Sightings } from './sightings.ts';

/** Between the two clocks that a window is checked by, with what they may be apart. */
const WINDOW_SLACK_MS = 120_000;
const WALL_MS = 1_700_000_000_000;

/** Watches every share that leaves an honest node. */
export function watchGiven(
  network: Network,
  about: About,
  sightings: Sightings,
  violate: Violate,
): void {
  const keys = new Map<string, KeyOnDisk>();
  /** Of each node: requests that its decision log says it allowed, and its keys that are active. */
  const allowed = new Set<string>();
  const active = new Set<string>();
  const given = new Set<string>();
  const answers = new Map<string, Set<string>>();

  network.onAction((index, action) => {
    if (action.type === 'decision') {
      const name = `${index}/${action.decision.requestId}`;
      if (action.decision.decision === 'allow') allowed.add(name);
      else allowed.delete(name);
    }
    if (action.type !== 'persist') return;
    for (const change of action.changes) {
      const id = /^key\/([0-9a-f]+)\/state$/.exec(change.key)?.[1];
      if (id !== undefined && change.type === 'put') active.add(`${index}/${id}`);
    }
  });

  sightings.onShare((share) => {
    const { request, by } = share;
    if (request === undefined) return; // Told by another checker.
    const id = toHex(request.core.request.keyId);
    const key = keys.get(id) ?? keyOnDisk(network, id);
    const say = (what: string) =>
      violate('a share is given only where it may be', `${by}: ${what}`);
    if (key === undefined) {
      say('of a key that is on no disk');
      return;
    }
    keys.set(id, key);
    const wrong = wrongShareOf(share, request, key);
    if (wrong !== undefined) say(wrong);
    if (!request.core.canary && !isActive(network, active, by, id))
      say('of a key in no such state');
    // The same bytes once more, for whoever lost them, give nothing away that was not given.
    const bytes = `${by}/${request.requestId}/${toHex(share.share)}`;
    if (allowed.has(`${by}/${request.requestId}`)) given.add(bytes);
    else if (!given.has(bytes)) say('of a request that it did not allow');
    const requester = toHex(keyOfPeerId(request.core.request.requester) ?? new Uint8Array());
    if (!request.core.canary && about.denied?.get(by)?.has(requester)) say('to who is denied');
    const { notBeforeMs, deadlineMs } = request.core.request;
    const nowMs = WALL_MS + network.world.now();
    if (nowMs < notBeforeMs - WINDOW_SLACK_MS || nowMs > deadlineMs + WINDOW_SLACK_MS) {
      say('outside of the window of the request');
    }
    countAnswer(share, request, key);
  });

  /** At most 2(n - t + 1) + 2 for one request and coordinator, in one boot. */
  function countAnswer(share: SeenShare, request: SeenRequest, key: KeyOnDisk): void {
    const boots = network.nodes[share.by]?.boots ?? 0;
    const name = `${share.by}/${boots}/${request.requestId}/${share.to ?? share.by}`;
    const seen = answers.get(name) ?? new Set();
    seen.add(request.reqHash);
    answers.set(name, seen);
    const most = 2 * (key.seats.length - key.minSigners + 1) + 2;
    if (seen.size > most) violate('one coordinator gets a limited number of shares', name);
  }

  /** What is wrong with a share whoever gives it. */
  function wrongShareOf(
    { seat, to, by }: SeenShare,
    { core }: SeenRequest,
    key: KeyOnDisk,
  ): string | undefined {
    const { request, signers, offers } = core;
    const own = network.nodes[by]?.operator.host;
    if (key.seats[seat - 1]?.host !== own) return 'in the seat of somebody else';
    if (!signers.some((signer) => signer === seat)) return 'of who is no signer';
    if (signers.length < key.minSigners) return 'to fewer than the threshold';
    if (new Set(signers).size !== signers.length) return 'to a set with one twice';
    // Not by the envelope: the same core may come in many.
    const coordinator = network.nodes[to ?? by]?.operator.host;
    if (offers.some(({ offer }) => toHex(offer.coordinator) !== coordinator)) {
      return 'with offers of another coordinator';
    }
    if (offers.some(({ offer }) => !equalBytes(offer.epochId, core.epochId))) {
      return 'with offers of another epoch';
    }
    const requester = keyOfPeerId(request.requester);
    if (requester === undefined || !verifyRequest(request, requester)) {
      return 'for a request that nobody signed';
    }
    if (core.canary) {
      const isTest = equalBytes(request.message, canaryMessage(request.keyId, core.epochId));
      return isTest && toHex(requester) === coordinator ? undefined : 'for a test that is none';
    }
    const isAdmitted = key.proposal.requesters.some((id) => equalBytes(id, request.requester));
    return isAdmitted ? undefined : 'for a requester of no such key';
  }
}

/** Its state is on its disk, or on its way there. */
function isActive(
  network: Network,
  active: ReadonlySet<string>,
  index: number,
  id: string,
): boolean {
  if (active.has(`${index}/${id}`)) return true;
  return network.nodes[index]?.disk.records.has(`key/${id}/state`) ?? false;
}
