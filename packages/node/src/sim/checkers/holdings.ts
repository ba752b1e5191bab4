/**
 * Everything that nodes signed and that anybody could have seen, by what it is: the material of
 * whoever would frame one of them.
 * @module
 */
import { TH, toHex } from '@permafrost/frost';
import {
  decodeOffer,
  decodeSignCore,
  decodeSignRequest,
  encodeStart,
  type OfferProof,
  type Opened,
  parseEnvelope,
  startFromWire,
} from '@permafrost/protocol';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import type { Network } from '../world.ts';
import { ifReadable } from './sightings.ts';

/** Of one kind of frame, at most: a run's first ones are as good as any. */
const FRAMES_MAX = 600;

export type Holdings = {
  /** Envelopes, each once. */
  readonly ceremony: readonly Opened[];
  readonly signRequests: readonly Opened[];
  readonly signShares: readonly Opened[];
  readonly starts: readonly Uint8Array[];
  readonly offers: readonly OfferProof[];
};

/** Collects what is sent, and what arrives; read at the end. */
export function collectHoldings(network: Network): () => Holdings {
  const { FRAME } = limits;
  const kinds = [FRAME.ceremony, FRAME.keyRecords, FRAME.start, FRAME.proposal] as const;
  const frames = new Map<number, Uint8Array[]>(
    [...kinds, FRAME.offers, FRAME.sign].map((kind) => [kind, []]),
  );
  const keep = (kind: number, body: Uint8Array): void => {
    const kept = frames.get(kind);
    if (kept !== undefined && kept.length < FRAMES_MAX) kept.push(body);
  };
  network.onAction((_, action) => {
    if (action.type === 'send') keep(action.kind, action.body);
  });
  network.onInput((_, input) => {
    if (input.type === 'frame') keep(input.kind, input.body);
  });
  return () => sorted(frames);
}

function sorted(frames: ReadonlyMap<number, readonly Uint8Array[]>): Holdings {
  const { FRAME } = limits;
  const each = (kind: number, f: (body: Uint8Array) => void): void => {
    for (const body of frames.get(kind) ?? []) ifReadable(() => f(body));
  };
  const ceremony = collector<Opened>();
  const signRequests = collector<Opened>();
  const signShares = collector<Opened>();
  const starts = collector<Uint8Array>();
  const offers = collector<OfferProof>();

  each(FRAME.ceremony, (body) => {
    const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
    ceremony.add(envelope, () => parseEnvelope(Uint8Array.from(envelope)));
  });
  each(FRAME.keyRecords, (body) => {
    for (const one of decodeMessage(permafrost.v1.KeyRecords, body).envelopes) {
      ceremony.add(one, () => parseEnvelope(Uint8Array.from(one)));
    }
  });
  each(FRAME.start, (body) => starts.add(body, () => body));
  each(FRAME.proposal, (body) => {
    for (const start of decodeMessage(permafrost.v1.ProposalState, body).starts) {
      const bytes = encodeStart(startFromWire(start));
      starts.add(bytes, () => bytes);
    }
  });
  each(FRAME.offers, (body) => {
    const { items, signature } = decodeMessage(permafrost.v1.OfferBatch, body);
    const hashes = items.map((item) => TH('offer', item).subarray(0, 32));
    for (const item of items) {
      offers.add(item, () => ({ offer: decodeOffer(item), item, hashes, signature }));
    }
  });
  each(FRAME.sign, (body) => {
    const opened = parseEnvelope(body);
    if (opened.round === 2) signShares.add(body, () => opened);
    if (opened.round !== 1) return;
    signRequests.add(body, () => opened);
    const { core } = decodeSignRequest(opened.payload);
    for (const proof of decodeSignCore(core).offers) offers.add(proof.item, () => proof);
  });
  return {
    ceremony: ceremony.all(),
    signRequests: signRequests.all(),
    signShares: signShares.all(),
    starts: starts.all(),
    offers: offers.all(),
  };
}

/** Values by the bytes that they come from, each once. */
function collector<T>(): {
  readonly add: (bytes: Uint8Array, value: () => T) => void;
  readonly all: () => readonly T[];
} {
  const byBytes = new Map<string, T>();
  return {
    add: (bytes, value) => {
      const name = toHex(bytes);
      if (!byBytes.has(name)) byBytes.set(name, value());
    },
    all: () => [...byBytes.values()],
  };
}
