/**
 * False words about things that are otherwise true: results, what is held, boots, oaths, cancels.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  decodeOffer,
  encodeCancel,
  encodeCancelled,
  encodeSignResult,
  encodeSignResume,
  parseEnvelope,
  SIGN_ROUND,
  sealEnvelope,
  signBoot,
  signNoShare,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { encodeBoot } from '../../core/boots.ts';
import { peerIdOfKey } from '../../peer-key.ts';
import type { SimFrame } from '../world.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

const { FRAME } = limits;

/** Calls back with every signing session that one of its nodes hears of, at once. */
function onRequests(
  hands: Hands,
  f: (seen: {
    readonly from: number;
    readonly frame: SimFrame;
    readonly requestId: Uint8Array;
  }) => void,
): void {
  const hear = (from: number, frame: SimFrame): void => {
    if (frame.kind !== FRAME.sign) return;
    const opened = unlessBad(() => parseEnvelope(frame.body));
    // Answers to what was said here would be answered for ever.
    if (opened === undefined || opened.round === SIGN_ROUND.resume) return;
    f({ from, frame, requestId: opened.sessionId });
  };
  hands.incoming((frame) => hear(frame.to, frame));
  hands.outgoing((frame) => {
    hear(frame.from, frame);
    return frame.body;
  });
}

/** Signatures that are none, as the result of every request that it hears of. */
export function falseResults(hands: Hands): void {
  onRequests(hands, ({ from, requestId }) => {
    for (const to of hands.honest) {
      hands.did('false-result');
      const signers = [1, 2, 3];
      const body = encodeSignResult({ requestId, signature: hands.random(64), signers });
      hands.later(hands.pick(1, 200), () => hands.say({ from, to, kind: FRAME.signResult, body }));
    }
  });
}

/** Answers of a Resume that nobody asked for, or that was asked for: other shares and signatures. */
export function falseResumes(hands: Hands): void {
  onRequests(hands, ({ from, frame, requestId }) => {
    const opened = parseEnvelope(frame.body);
    const keyId = keyIds(hands)[0];
    const seat = seatOf(hands, from);
    if (keyId === undefined) return;
    for (const to of hands.honest) {
      hands.did('false-resume');
      const known = hands.chance(0.5)
        ? { signature: hands.random(64), signers: [1, 2, 3] }
        : undefined;
      const payload = encodeSignResume(
        hands.chance(0.3)
          ? { type: 'question', keyId }
          : { type: 'answer', keyId, known, attempts: [] },
      );
      const statement = {
        ...opened,
        sessionId: requestId,
        round: SIGN_ROUND.resume,
        from: seat,
        to: seatOf(hands, to),
        payload,
      };
      const body = sealEnvelope(statement, hands.seedOf(from));
      hands.later(hands.pick(1, 200), () => hands.say({ from, to, kind: FRAME.sign, body }));
    }
  });
}

/** Cancels that no requester signed, and words that no share was given, true or not. */
export function falseCancels(hands: Hands): void {
  onRequests(hands, ({ from, requestId }) => {
    const keyId = keyIds(hands)[0];
    if (keyId === undefined) return;
    for (const to of hands.honest) {
      hands.did('false-cancel');
      const { operatorPub } = hands.network.nodes[from]?.operator ?? {};
      const requester = operatorPub === undefined ? hands.random(38) : peerIdOfKey(operatorPub);
      const cancel = encodeCancel({ requestId, keyId, requester, signature: hands.random(64) });
      const word = signNoShare({ requestId, requester, sinceMs: 0 }, hands.seedOf(from));
      const cancelled = encodeCancelled(
        { requestId, requester },
        hands.chance(0.5) ? word : undefined,
      );
      const say = (kind: number, body: Uint8Array) =>
        hands.later(hands.pick(1, 100), () => hands.say({ from, to, kind, body }));
      say(FRAME.signCancel, cancel);
      say(FRAME.signCancelled, cancelled);
    }
  });
}

/** What it holds of others' offers: less, more, or what nobody ever made. */
export function falseHoldings(hands: Hands): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.heldOffers) return frame.body;
    const said = unlessBad(() => decodeMessage(permafrost.v1.HeldOffers, frame.body));
    if (said === undefined) return frame.body;
    hands.did('false-holding');
    const all = Array.from({ length: hands.pick(0, 40) }, () => hands.pick(1, 200));
    const nonceIds = hands.oneOf([[], all, [...new Set(all)].sort((a, b) => a - b)]) ?? [];
    const known = hands.oneOf([0, 1, 1_000_000, Number.MAX_SAFE_INTEGER]) ?? 0;
    const bootId = hands.chance(0.2) ? hands.random(16) : said.bootId;
    return encodeMessage(permafrost.v1.HeldOffers, { bootId, nonceIds, known });
  });
  // And offers that were void are offered again, after the next connection.
  const old: SimFrame[] = [];
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.offers) return frame.body;
    const batch = unlessBad(() => decodeMessage(permafrost.v1.OfferBatch, frame.body));
    const isReadable = batch?.items.every(
      (item: Uint8Array) => unlessBad(() => decodeOffer(item)) !== undefined,
    );
    if (isReadable === true && old.length < 20) old.push({ ...frame, body: frame.body.slice() });
    const again = hands.oneOf(old);
    if (again !== undefined && hands.chance(0.3)) {
      hands.did('offered-again');
      hands.later(hands.pick(100, 20_000), () => hands.say(again));
    }
    return frame.body;
  });
}

/** Boots of others that they never had: forged, or signed by itself. */
export function falseBoots(hands: Hands): void {
  const liars = new Set(
    [...hands.corrupt].flatMap((i) => hands.network.nodes[i]?.operator.host ?? []),
  );
  const [liar = 0] = hands.corrupt;
  for (const victim of hands.honest) {
    // It is said at each connection.
    hands.later(hands.pick(1, 4_000), () => hands.network.reset(liar, victim));
    hands.network.intercept(victim, (input) => {
      if (input.type !== 'peer-up' || !liars.has(input.host) || !hands.isActive()) return input;
      hands.did('false-boot');
      const own = signBoot({ bootId: hands.random(16), counter: 900 }, hands.seedOf(liar));
      const forged = { ...own, hostPub: hands.hostPubOf(victim) };
      return { ...input, seen: encodeBoot(hands.chance(0.5) ? own : forged) };
    });
  }
}

/** Oaths of others that they never took, and keys that are said to be gone or never known. */
export function falseOaths(hands: Hands): void {
  hands.outgoing((frame) => {
    if (frame.kind === FRAME.keyStatus && hands.chance(0.4)) {
      const other = unlessBad(() => {
        const status = decodeMessage(permafrost.v1.KeyStatus, frame.body);
        const state = hands.oneOf(['unknown', 'destroyed', 'pending', 'active']) ?? 'unknown';
        return encodeMessage(permafrost.v1.KeyStatus, { ...status, state });
      });
      if (other === undefined) return frame.body;
      hands.did('false-state');
      return other;
    }
    const keyId = hands.oneOf(keyIds(hands));
    if (keyId === undefined || !hands.chance(0.2)) return frame.body;
    hands.did('false-oath');
    const oaths = hands.honest.map((index) => ({
      hostPub: hands.hostPubOf(index),
      signature: hands.random(64),
    }));
    const body = encodeMessage(permafrost.v1.Oaths, { keyId, oaths, destroyed: hands.chance(0.5) });
    const { from, to } = frame;
    hands.later(hands.pick(1, 50), () => hands.say({ from, to, kind: FRAME.oaths, body }));
    return frame.body;
  });
}

/** Ids of keys that its nodes are members of: they are on its disks. */
function keyIds(hands: Hands): readonly Uint8Array[] {
  const ids = new Set<string>();
  for (const index of hands.corrupt) {
    for (const path of hands.network.nodes[index]?.disk.records.keys() ?? []) {
      const id = /^key\/([0-9a-f]{32})\/record$/.exec(path)?.[1];
      if (id !== undefined) ids.add(id);
    }
  }
  return [...ids].map((id) => fromHex(id));
}

/** In keys of all nodes: by the order of host keys. */
function seatOf(hands: Hands, index: number): number {
  const own = toHex(hands.hostPubOf(index));
  return hands.network.nodes.filter(({ operator }) => operator.host <= own).length;
}
