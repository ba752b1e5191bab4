/**
 * Attacks on key generation that need no twisted member: what an honest one says comes at another
 * time, to fewer, or is said twice.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import {
  countersign,
  DKG_ROUND,
  decodeProposal,
  encodeProposal,
  encodeStart,
  parseEnvelope,
  proposalHash,
  sealEnvelope,
  signAsOperator,
  signStart,
  startFromWire,
  statementToWire,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../../peer-key.ts';
import { ceremonyRound } from './ceremony.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

const { FRAME } = limits;

/** Rounds are said to some members only, others by random choice: nobody can say who is at fault. */
export function saySelectively(hands: Hands, rounds: readonly number[]): void {
  const deaf = new Map<string, boolean>();
  hands.outgoing((frame) => {
    const round = ceremonyRound(frame);
    const isStatus = frame.kind === FRAME.keyStatus || frame.kind === FRAME.keyRecords;
    if (round === undefined ? !isStatus : !rounds.includes(round)) return frame.body;
    const name = `${round ?? 'status'}/${frame.to}`;
    const isDeaf = deaf.get(name) ?? hands.chance(0.5);
    deaf.set(name, isDeaf);
    if (!isDeaf) return frame.body;
    hands.did('withheld-round');
    return undefined;
  });
}

/** Certs come when the attempt has long been given up. */
export function certifyLate(hands: Hands): void {
  hands.outgoing((frame) => {
    const round = ceremonyRound(frame);
    const isCert = round === DKG_ROUND.cert || round === DKG_ROUND.stored;
    const isStatus = frame.kind === FRAME.keyStatus || frame.kind === FRAME.keyRecords;
    if (!isCert && !isStatus) return frame.body;
    hands.did('late-cert');
    const copy = { ...frame, body: Uint8Array.from(frame.body) };
    hands.later(hands.pick(11_000, 40_000), () => hands.say(copy));
    return undefined;
  });
}

/** Reveals only what it has seen of all others: with another constant term. */
export function revealLast(hands: Hands): void {
  hands.outgoing((frame) => {
    if (ceremonyRound(frame) !== DKG_ROUND.reveal) return frame.body;
    hands.did('rushed');
    const { scope, envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
    const opened = parseEnvelope(Uint8Array.from(envelope));
    const payload = Uint8Array.from(opened.payload);
    const { cocktail } = hands.suite;
    // Whatever it would like the sum to be, it has committed to something else.
    const wanted = cocktail.encodeElement(cocktail.group.multiplyBase(42n));
    payload.set(wanted, 32 + 4);
    const sealed = sealEnvelope({ ...opened, payload }, hands.seedOf(frame.from));
    const body = encodeMessage(permafrost.v1.CeremonyEnvelope, { scope, envelope: sealed });
    hands.later(hands.pick(1_000, 3_000), () => hands.say({ ...frame, body }));
    return undefined;
  });
}

/** Starts of one attempt that leave out different members, to different members. */
export function startTwice(hands: Hands): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.start) return frame.body;
    const other = unlessBad(() => {
      const start = startFromWire(decodeMessage(permafrost.v1.Start, frame.body));
      const hostPub = hands.hostPubOf(frame.from);
      const isOwn = toHex(start.hostPub) === toHex(hostPub);
      if (!isOwn || start.without.length > 0) return undefined;
      const left = hands.oneOf(hands.honest.filter((index) => index !== frame.to));
      if (left === undefined) return undefined;
      const without = [hands.hostPubOf(left)];
      return encodeStart(signStart({ ...start, without }, hands.seedOf(frame.from)));
    });
    if (other === undefined) return frame.body;
    hands.did('second-start');
    const copy = { ...frame, body: other };
    if (hands.chance(0.5)) {
      hands.later(hands.pick(1, 2_000), () => hands.say(copy));
      return frame.body;
    }
    return other;
  });
}

/** Shows some members the same proposal with other requesters, its operator's word on both. */
export function proposeTwice(hands: Hands): void {
  const { operatorSeed } = hands.network;
  const requester = peerIdOfKey(ed25519PublicKey(hands.random(32)));
  const told = new Map<number, boolean>();
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.proposal) return frame.body;
    const isOther = told.get(frame.to) ?? hands.chance(0.5);
    told.set(frame.to, isOther);
    if (!isOther) return frame.body;
    const other = unlessBad(() => {
      const state = decodeMessage(permafrost.v1.ProposalState, frame.body);
      const proposal = decodeProposal(Uint8Array.from(state.proposal));
      if (toHex(proposal.node) !== toHex(hands.hostPubOf(frame.from))) return undefined;
      if (proposal.type !== 'create') return undefined;
      const bytes = encodeProposal({ ...proposal, requesters: [requester] });
      const hash = proposalHash(bytes);
      const publicKey = ed25519PublicKey(operatorSeed);
      const signature = signAsOperator('accept', hash, operatorSeed);
      const operator = { publicKey, signature };
      const said = countersign(
        { verb: 'accept', proposalHash: hash, operator },
        hands.seedOf(frame.from),
      );
      return encodeMessage(permafrost.v1.ProposalState, {
        proposal: bytes,
        statements: [statementToWire(said)],
        starts: state.starts.map((start: permafrost.v1.Start.$Properties) => ({
          ...signStart({ ...startFromWire(start), proposalHash: hash }, hands.seedOf(frame.from)),
          without: [],
        })),
      });
    });
    if (other === undefined) return frame.body;
    hands.did('second-proposal');
    return other;
  });
}

/** Whatever it says, it says again from the seats of others. */
export function speakAsOthers(hands: Hands): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.ceremony) return frame.body;
    const { scope, envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
    const opened = unlessBad(() => parseEnvelope(Uint8Array.from(envelope)));
    if (opened === undefined) return frame.body;
    for (const [i] of hands.network.nodes.entries()) {
      const from = i + 1;
      if (from === opened.from) continue;
      hands.did('other-seat');
      // Its own word, but for a bit: two different ones of that seat.
      const payload = Uint8Array.from(opened.payload);
      payload[hands.pick(0, Math.max(0, payload.length - 1))] = hands.pick(0, 255);
      const sealed = sealEnvelope({ ...opened, from, payload }, hands.seedOf(frame.from));
      const body = encodeMessage(permafrost.v1.CeremonyEnvelope, { scope, envelope: sealed });
      hands.later(hands.pick(1, 30), () => hands.say({ ...frame, body }));
    }
    return frame.body;
  });
}
