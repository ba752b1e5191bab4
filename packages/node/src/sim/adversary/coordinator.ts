/**
 * A coordinator that lies. It has what an honest one has, the requests and everybody's offers to
 * it, and puts together of them whatever a signer should refuse.
 * @module
 */
import { type Identifier, identifier } from '@permafrost/frost';
import {
  decodeSignCore,
  decodeSignRequest,
  encodeOffer,
  encodeOfferRequest,
  encodeSignCore,
  encodeSignRequest,
  type OfferProof,
  openOfferBatch,
  parseEnvelope,
  requestId,
  type SignCore,
  sealEnvelope,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { SimFrame } from '../world.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

const { FRAME } = limits;

type Asking = { readonly core: SignCore; readonly share: Uint8Array };

/** SignRequests of its own core, changed for each receiver. */
function askOtherwise(
  hands: Hands,
  kind: string,
  change: (asking: Asking, frame: SimFrame) => Asking | undefined,
): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.sign) return frame.body;
    const other = unlessBad(() => {
      const opened = parseEnvelope(frame.body);
      if (opened.round !== 1) return undefined;
      const { core, share } = decodeSignRequest(opened.payload);
      const changed = change({ core: decodeSignCore(core), share }, frame);
      return changed === undefined ? undefined : sealed(hands, frame, changed);
    });
    if (other === undefined) return frame.body;
    hands.did(kind);
    return other;
  });
}

/** Another SignRequest in the envelope of one, its session sometimes what it should be then. */
function sealed(hands: Hands, frame: SimFrame, { core, share }: Asking): Uint8Array {
  const opened = parseEnvelope(frame.body);
  const payload = encodeSignRequest({ core: encodeSignCore(core), share });
  const sessionId = hands.chance(0.6) ? requestId(core.request) : opened.sessionId;
  return sealEnvelope({ ...opened, sessionId, payload }, hands.seedOf(frame.from));
}

/** Another message, path or tweak under the requester's signature and the old request id. */
export function swapMessage(hands: Hands): void {
  askOtherwise(hands, 'swapped', ({ core, share }) => {
    const { request } = core;
    const others = [
      { ...request, message: hands.random(20) },
      { ...request, path: 'm/0/7' },
      { ...request, tweak: Uint8Array.of(1) },
      { ...request, idempotencyKey: hands.random(16) },
      { ...request, deadlineMs: request.deadlineMs + 60_000 },
      { ...request, publicKey: hands.random(32) },
      { ...request, keyId: hands.random(16) },
    ];
    return { core: { ...core, request: hands.oneOf(others) ?? request }, share };
  });
}

/** To each signer another set, order, attempt or commitment. */
export function splitSigners(hands: Hands): void {
  askOtherwise(hands, 'split', ({ core, share }) => ({
    core: { ...core, attempt: hands.pick(1, 60_000) },
    share,
  }));
}

/** Sets of signers that are none. */
export function malformedSets(hands: Hands): void {
  askOtherwise(hands, 'malformed-set', ({ core, share }) => {
    const { signers, offers } = core;
    const [seat = identifier(1)] = signers;
    const [offer] = offers;
    const pair = (some: readonly Identifier[], of: readonly OfferProof[]) => ({
      core: { ...core, signers: some, offers: of },
      share,
    });
    switch (hands.pick(0, 6)) {
      case 0:
        return pair([...signers].reverse(), [...offers].reverse());
      case 1:
        return pair(signers.slice(1), offers.slice(1));
      case 2:
        return pair(signers.slice(0, -1), offers.slice(0, -1));
      case 3:
        return offer === undefined ? undefined : pair([...signers, seat], [...offers, offer]);
      case 4:
        return pair(signers, offers.slice(1));
      case 5:
        return pair([], []);
      default:
        return pair([...signers, identifier(60_000)], offers);
    }
  });
}

/** A signer's own commitment, altered. */
export function alterOffers(hands: Hands): void {
  const { group } = hands.suite;
  askOtherwise(hands, 'altered-offer', ({ core, share }) => {
    const at = hands.pick(0, core.offers.length - 1);
    const offers = core.offers.map((proof, i) => {
      if (i !== at) return proof;
      const hiding = hands.suite.encodeElement(group.multiplyBase(BigInt(hands.pick(2, 9_999))));
      return reitem({ ...proof, offer: { ...proof.offer, hiding } });
    });
    return { core: { ...core, offers }, share };
  });
}

/** The core's epoch, or one offer's, is another. */
export function mixEpochs(hands: Hands): void {
  askOtherwise(hands, 'mixed-epochs', ({ core, share }) => {
    const epochId = hands.random(32);
    if (hands.chance(0.3)) return { core: { ...core, epochId }, share };
    const at = hands.pick(0, core.offers.length - 1);
    const offers = core.offers.map((proof, i) =>
      i === at ? reitem({ ...proof, offer: { ...proof.offer, epochId } }) : proof,
    );
    return { core: { ...core, offers }, share };
  });
}

/** An ordinary request as if it were the test of a key. */
export function falseTests(hands: Hands): void {
  askOtherwise(hands, 'false-test', ({ core, share }) => ({
    core: { ...core, canary: !core.canary },
    share,
  }));
}

/** Its own share, wrong or left out. */
export function wrongOwnShare(hands: Hands): void {
  const { suite } = hands;
  askOtherwise(hands, 'wrong-own-share', ({ core, share }) => {
    if (share.length === 0) return undefined;
    const other = hands.chance(0.7)
      ? suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order)
      : new Uint8Array();
    return { core, share: other };
  });
}

/** Asks again with what others were asked: offers that were made to another coordinator. */
export function stealNonces(hands: Hands): void {
  hands.incoming((frame) => {
    const asking = askingOf(frame);
    if (asking === undefined) return;
    const { core } = asking;
    for (const to of hands.honest) {
      // The thief coordinates: under its own seat, if it is a signer.
      const opened = parseEnvelope(frame.body);
      const seat = identifier(Number(opened.to));
      const target = seatOfOffers(hands, core, to);
      if (target === undefined) continue;
      hands.did('stolen-nonce');
      const changed = { ...core, attempt: core.attempt + (hands.chance(0.5) ? 1 : 0) };
      // Nobody looks at whether it is right before giving its own.
      const share = hands.suite.encodeScalar(BigInt(hands.pick(1, 9_999)));
      const payload = encodeSignRequest({ core: encodeSignCore(changed), share });
      const statement = { ...opened, from: seat, to: target, payload };
      const body = sealEnvelope(statement, hands.seedOf(frame.to));
      hands.later(hands.pick(1, 40), () => hands.say({ ...frame, from: frame.to, to, body }));
    }
  });
}

/** The seat of a node in a core, by its host key in the offers to it, where there is one. */
function seatOfOffers(hands: Hands, core: SignCore, index: number): number | undefined {
  const sorted = hands.network.nodes
    .map(({ operator }, i) => ({ host: operator.host, i }))
    .sort((a, b) => (a.host < b.host ? -1 : 1));
  const seat = sorted.findIndex(({ i }) => i === index) + 1;
  return core.signers.some((signer) => signer === seat) ? seat : undefined;
}

function askingOf(frame: SimFrame): Asking | undefined {
  if (frame.kind !== FRAME.sign) return undefined;
  return unlessBad(() => {
    const opened = parseEnvelope(frame.body);
    if (opened.round !== 1) return undefined;
    const { core, share } = decodeSignRequest(opened.payload);
    return { core: decodeSignCore(core), share };
  });
}

/** Everything that it was ever asked, asked again by itself: under other keys, times and seats. */
export function replayRequests(hands: Hands): void {
  const heard: SimFrame[] = [];
  const keep = (frame: SimFrame): void => {
    if (askingOf(frame) !== undefined && heard.length < 200) heard.push(frame);
  };
  hands.incoming(keep);
  hands.outgoing((frame) => {
    keep(frame);
    const old = hands.oneOf(heard);
    const to = hands.oneOf(hands.honest);
    if (old === undefined || to === undefined) return frame.body;
    hands.did('replayed-request');
    const { from } = frame;
    const opened = parseEnvelope(old.body);
    const again = hands.chance(0.5) ? old.body : sealEnvelope(opened, hands.seedOf(from));
    hands.later(hands.pick(1, 90_000), () => hands.say({ ...old, from, to, body: again }));
    return frame.body;
  });
}

/** One request, again and again with fresh offers, for as many answers as it can get. */
export function useUpAnswers(hands: Hands): void {
  const latest = new Map<number, { readonly frame: SimFrame; readonly asking: Asking }>();
  let rounds = 0;
  hands.incoming((frame) => {
    if (frame.kind !== FRAME.offers) return;
    const proofs = unlessBad(() => openOfferBatch(frame.body, hands.hostPubOf(frame.from)));
    const known = latest.get(frame.to);
    if (proofs === undefined || known === undefined) return;
    for (const proof of proofs) {
      const { core } = known.asking;
      const offers = core.offers.map((one) =>
        one.offer.identifier === proof.offer.identifier ? proof : one,
      );
      if (!offers.includes(proof)) continue;
      hands.did('used-up');
      const attempt = hands.pick(2, 60_000);
      const to = frame.from;
      const opened = parseEnvelope(known.frame.body);
      const payload = encodeSignRequest({
        core: encodeSignCore({ ...core, attempt, offers }),
        share: known.asking.share,
      });
      const statement = { ...opened, to: proof.offer.identifier, payload };
      const body = sealEnvelope(statement, hands.seedOf(frame.to));
      hands.later(hands.pick(1, 20), () => hands.say({ ...known.frame, to, body }));
    }
    if (rounds++ < 60) ask(frame.to, frame.from, known.asking.core);
  });
  hands.outgoing((frame) => {
    const asking = askingOf(frame);
    if (asking !== undefined) {
      latest.set(frame.from, { frame: { ...frame, body: Uint8Array.from(frame.body) }, asking });
      for (const to of hands.honest) ask(frame.from, to, asking.core);
    }
    return frame.body;
  });

  function ask(from: number, to: number, { request, epochId }: SignCore): void {
    const body = encodeOfferRequest({ keyId: request.keyId, epochId, count: 4 });
    hands.later(hands.pick(1, 30), () => hands.say({ from, to, kind: FRAME.offerRequest, body }));
  }
}

/** Asks for as many offers as there may be, for ever, and uses none of them. */
export function fillSlots(hands: Hands): void {
  hands.outgoing((frame) => {
    const asking = askingOf(frame);
    if (asking === undefined) return frame.body;
    const { request, epochId } = asking.core;
    const body = encodeOfferRequest({ keyId: request.keyId, epochId, count: 64 });
    for (const to of hands.honest) {
      for (let i = 0; i < 8; i++) {
        hands.did('filled-slots');
        const { from } = frame;
        const ask = () => hands.say({ from, to, kind: FRAME.offerRequest, body });
        hands.later(hands.pick(1, 5_000), ask);
      }
    }
    return frame.body;
  });
}

/** A proof whose item says what its offer says; its signature is no longer right. */
function reitem(proof: OfferProof): OfferProof {
  return { ...proof, item: encodeOffer(proof.offer) };
}
