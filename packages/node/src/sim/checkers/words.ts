/**
 * Words about what was not signed: of members that say that they gave no share of a request and
 * give none, and of entry nodes that say that nothing was signed.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { decodeCancelled } from '@permafrost/protocol';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { WALL_MS } from '../clock.ts';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';
import type { SeenShare, Sightings } from './sightings.ts';

/** What clients were told of their requests. */
export type Told = {
  /** A request goes to an entry node. */
  readonly asked: (id: string, at: number) => void;
  /** An entry node's last word on a request, or on its cancel. */
  readonly answered: (
    id: string,
    at: number,
    word: { readonly nothingSigned: string; readonly isCancel: boolean },
  ) => void;
};

type Request = {
  /** Entry nodes that were given it and have said no last word. */
  readonly open: Map<number, number>;
  /** Somebody said what does not rule a signature out, or never answered. */
  isUnclear: boolean;
  isUnsigned: boolean;
  /** When an honest entry node said so of its cancel, milliseconds since 1970. */
  takenBackMs: number | undefined;
};

type Given = {
  readonly by: number;
  readonly boot: number;
  /** By the clock of whoever gave it. */
  readonly wallMs: number;
  readonly reqHash: string;
  readonly notBeforeMs: number;
  readonly deadlineMs: number;
};

/** Watches a network; what its clients hear is for the caller to tell. */
export function watchWords(
  network: Network,
  about: About,
  sightings: Sightings,
  violate: Violate,
): Told & { readonly finish: () => void } {
  const { corrupt, cloned = new Set(), damaged = new Set() } = about;
  const isHonest = (index: number): boolean =>
    !corrupt.has(index) && !cloned.has(index) && !damaged.has(index);
  /** By hex request id. */
  const requests = new Map<string, Request>();
  const given = new Map<string, Given[]>();
  /** `node/request id` of members that promised. */
  const words = new Set<string>();
  const thresholds = new Map<string, number>();

  function requestOf(id: string): Request {
    const known = requests.get(id);
    if (known !== undefined) return known;
    const fresh = { open: new Map(), isUnclear: false, isUnsigned: false, takenBackMs: undefined };
    requests.set(id, fresh);
    return fresh;
  }

  sightings.onShare((share: SeenShare) => {
    const { by, request } = share;
    if (request === undefined) return; // Told by another checker.
    const id = request.requestId;
    if (isHonest(by) && words.has(`${by}/${id}`)) {
      violate('who promised no share gives none', `node ${by}, request ${id}`);
    }
    const node = network.nodes[by];
    const { notBeforeMs, deadlineMs } = request.core.request;
    const one: Given = {
      by,
      boot: node?.boots ?? 0,
      wallMs: node?.clock.read().wallMs ?? 0,
      reqHash: request.reqHash,
      notBeforeMs,
      deadlineMs,
    };
    given.set(id, [...(given.get(id) ?? []), one]);
    thresholds.set(id, request.core.signers.length);
  });

  /** A member says that it gave no share since a time that it names. */
  function promised(by: number, id: string, sinceMs: number): void {
    if (!isHonest(by)) return;
    words.add(`${by}/${id}`);
    const node = network.nodes[by];
    const nowMs = node?.clock.read().wallMs ?? 0;
    const before = (given.get(id) ?? []).some(
      (one) =>
        one.by === by &&
        one.boot === node?.boots &&
        one.wallMs >= sinceMs &&
        one.deadlineMs + limits.REQUEST_MEMORY_MS >= nowMs,
    );
    if (before) violate('who says that it gave no share gave none', `node ${by}, request ${id}`);
  }

  /** Fewer honest members gave a share in one attempt than a signature needs beside all liars. */
  function checkNone(id: string, all: readonly Given[], who: string): void {
    const attempts = Map.groupBy(all, ({ reqHash }) => reqHash);
    for (const shares of attempts.values()) {
      const honest = new Set(shares.map(({ by }) => by).filter((by) => !corrupt.has(by))).size;
      if (honest + corrupt.size < (thresholds.get(id) ?? 0)) continue;
      violate('nothing signed is nothing signed', `request ${id}, by the word of ${who}`);
    }
  }

  network.onAction((index, action) => {
    if (action.type === 'send' && action.kind === limits.FRAME.signCancelled) {
      if (corrupt.has(index)) return;
      const { requestId, word } = decodeCancelled(action.body);
      if (word !== undefined) promised(index, toHex(requestId), word.sinceMs);
    } else if (action.type === 'respond' && !corrupt.has(index)) {
      const { cancelled } = decodeMessage(permafrost.v1.RpcResponse, action.body);
      const own = network.nodes[index]?.operator.host;
      for (const { hostPub, sinceMs } of cancelled?.members ?? []) {
        if (toHex(hostPub ?? new Uint8Array()) !== own) continue;
        promised(index, toHex(cancelled?.requestId ?? new Uint8Array()), Number(sinceMs));
      }
    }
  });

  return {
    asked: (id, at) => {
      const request = requestOf(id);
      request.open.set(at, (request.open.get(at) ?? 0) + 1);
      request.isUnsigned = false;
    },
    answered: (id, at, { nothingSigned, isCancel }) => {
      const request = requestOf(id);
      if (isCancel) {
        if (nothingSigned === 'true' && isHonest(at)) {
          request.takenBackMs = WALL_MS + network.world.now();
        }
        return;
      }
      const left = (request.open.get(at) ?? 1) - 1;
      if (left === 0) request.open.delete(at);
      else request.open.set(at, left);
      if (nothingSigned !== 'true' || !isHonest(at)) request.isUnclear = true;
      request.isUnsigned = nothingSigned === 'true' && request.open.size === 0;
    },
    finish: () => {
      for (const [id, { open, isUnclear, isUnsigned, takenBackMs }] of requests) {
        const all = given.get(id) ?? [];
        if (isUnsigned && !isUnclear && open.size === 0) checkNone(id, all, 'all that were asked');
        if (takenBackMs === undefined) continue;
        // Words are about windows that had begun and were not long over.
        const meant = all.filter(
          (one) => one.notBeforeMs <= takenBackMs && one.deadlineMs >= takenBackMs,
        );
        checkNone(id, meant, 'its cancel');
      }
    },
  };
}
