/**
 * How helpers and owner of a repair end it: the owner collects the Sums, the helpers wait for its
 * word, and everybody heeds complaints meanwhile.
 * @module
 */
import { equalBytes, type Random, type Scalar } from '@permafrost/frost';
import { DKG_ROUND } from './ceremony-messages.ts';
import { caseAgainst, evidenceAgainst, verdictOn } from './dkg-case.ts';
import { demandAll, fits, type Run } from './dkg-listen.ts';
import { heedComplaints } from './dkg-shares.ts';
import { type Opened, parseEnvelope } from './envelope.ts';
import type { Evidence } from './evidence.ts';
import { isMalformedSum } from './evidence-repair.ts';
import { Fault } from './fault.ts';
import {
  complainOfSum,
  decodeSumComplaint,
  dhWithHelper,
  openSum,
  ownerOf,
  type Parts,
  repairedPayload,
} from './repair-sum.ts';
import { type Gathered, gather, resend, seal } from './rounds.ts';
import type { Mail, Message, Protocol, Seat } from './session.ts';

/**
 * The Sums of all helpers, in their order, each what its parts add up to.
 * @throws Fault `bad-share` after complaining about a helper.
 */
export function* gatherSums(
  run: Run,
  parts: Parts,
  own: { readonly staticSecret: Scalar; readonly random: Random },
): Protocol<readonly Scalar[]> {
  const { ceremony } = run;
  const { dealers } = ceremony;
  const heard = yield* attend(run, parts, { round: DKG_ROUND.cert, from: dealers });
  const there = new Map([...heard.there].filter(([, message]) => isSum(run, message)));
  for (const message of there.values()) refuseMalformed(run, message);
  demandAll(run, DKG_ROUND.cert, { ...heard, there });
  const opened = dealers.map((helper) => {
    const { payload } = there.get(helper) as Message;
    const dh = dhWithHelper(parts, helper, own.staticSecret);
    return openSum(parts, { helper, payload, dh });
  });
  const at = opened.findIndex(({ type }) => type === 'fault');
  if (at >= 0) {
    const helper = dealers[at] as Seat;
    yield* complain(run, parts, { helper, said: there.get(helper) as Message, ...own });
  }
  return opened.map((one) => {
    if (one.type === 'fault') throw new RangeError('unreachable: faults were found before');
    return one.share;
  });
}

/** Waits for the owner's word that it has its share. @throws Fault when somebody complains. */
export function* waitForOwner(run: Run, parts: Parts): Protocol<void> {
  const owner = ownerOf(run.ceremony);
  const { there, lost } = yield* attend(run, parts, { round: DKG_ROUND.stored, from: [owner] });
  const said = there.get(owner);
  const isDone =
    said !== undefined && fits(run, said) && equalBytes(said.payload, repairedPayload(parts));
  if (isDone) return;
  if (said !== undefined) throw new Fault({ code: 'session-mismatch', seats: [owner] });
  const missing = lost.has(owner) || there.size === 0 ? [owner] : [];
  throw new Fault({ code: 'timeout', round: DKG_ROUND.stored, missing });
}

/** Waits for one round's message of each of some, and judges all complaints that come meanwhile. */
function* attend(
  run: Run,
  parts: Parts,
  { round, from }: { readonly round: number; readonly from: readonly Seat[] },
): Protocol<Gathered> {
  const { sessionId } = parts.setup;
  const reveals = run.heard.get(DKG_ROUND.reveal) ?? new Map<Seat, Message>();
  const looked = new Set<Message>();
  const fresh = (mail: Mail): readonly Message[] =>
    mail.filter((m) => isComplaint(run, parts, m) && !looked.has(m));
  for (;;) {
    const heard = yield* gather({
      round,
      sessionId,
      from,
      withinMs: run.withinMs,
      stage: 'repairing',
      enough: (_, mail) => fresh(mail).length > 0,
    });
    const found = fresh(heard.mail);
    for (const message of found) looked.add(message);
    heedComplaints(run, parts.setup, heard.mail, reveals);
    for (const message of found) heedOwner(run, message);
    if (found.length === 0 || heard.there.size === from.length) return heard;
  }
}

function isComplaint(run: Run, { setup }: Parts, message: Message): boolean {
  return (
    message.round === DKG_ROUND.cert &&
    equalBytes(message.sessionId, setup.sessionId) &&
    fits(run, message)
  );
}

/** What the owner says of a Sum: it names exactly one culprit, or is about nothing we know of. */
function heedOwner(run: Run, { from, payload, envelope }: Message): void {
  if (from !== ownerOf(run.ceremony)) return;
  const { complaint } = decodeSumComplaint(run.ceremony, payload, from);
  const { accused } = complaint;
  if (!run.ceremony.dealers.includes(accused)) {
    throw new Fault({ code: 'void-complaint', seats: [from] });
  }
  const evidence = sumEvidence(run, accused, envelope);
  const verdict = verdictOn(run, evidence);
  if (!verdict.proven) throw new Fault({ code: 'void-complaint', seats: [from] });
  if (equalBytes(verdict.culprit, evidence.claim.culprit)) {
    throw new Fault({ code: 'bad-share', culprit: accused, witness: from }, evidence);
  }
  const claim = { culprit: verdict.culprit, code: 'false-complaint' };
  throw new Fault({ code: 'false-complaint', culprit: from, accused }, { ...evidence, claim });
}

function* complain(
  run: Run,
  parts: Parts,
  about: {
    readonly helper: Seat;
    readonly said: Message;
    readonly staticSecret: Scalar;
    readonly random: Random;
  },
): Protocol<never> {
  const { helper, said, staticSecret, random } = about;
  // Once more from the bytes on record: a flipped bit in our memory must not accuse anybody.
  const sum = parseEnvelope(said.envelope);
  const dh = dhWithHelper(parts, helper, staticSecret);
  const result = openSum(parts, { helper, payload: sum.payload, dh });
  if (result.type !== 'fault') throw new RangeError('a Sum opened the second time');
  const shown = { payload: sum.payload, envelope: sum.bytes };
  const payload = complainOfSum(parts, {
    helper,
    sum: shown,
    why: result.code,
    staticSecret,
    random,
  });
  const { sessionId } = parts.setup;
  const envelope = yield* seal({ sessionId, round: DKG_ROUND.cert, to: 'all', payload });
  const evidence = sumEvidence(run, helper, envelope);
  const verdict = verdictOn(run, evidence);
  if (!verdict.proven || !equalBytes(verdict.culprit, evidence.claim.culprit)) {
    throw new RangeError('own complaint does not convince ourselves');
  }
  yield* resend(DKG_ROUND.cert, envelope);
  throw new Fault({ code: 'bad-share', culprit: helper, witness: run.me }, evidence);
}

/** All that a judgement of a Sum rests on: the case against its author, and the others' Reveals. */
function sumEvidence(run: Run, helper: Seat, complaint: Uint8Array): Evidence {
  const others = run.ceremony.dealers.filter((seat) => seat !== helper);
  const reveals = others.map((seat) => run.envelopeOf(DKG_ROUND.reveal, seat));
  const envelopes = [...caseAgainst(run, helper), ...reveals, complaint];
  return evidenceAgainst(run, helper, { kind: 'sum', code: 'bad-share', envelopes });
}

/** Whether a round-3 message is what a helper says to us alone. */
function isSum(run: Run, message: Message): boolean {
  const { from, to, kind, suite } = parseEnvelope(message.envelope);
  const { ceremony, me } = run;
  return (
    from === message.from && to === me && kind === ceremony.kind && suite === ceremony.suite.id
  );
}

function refuseMalformed(run: Run, { from, payload, envelope, round }: Message): void {
  const opened: Opened = parseEnvelope(envelope);
  const isRight = payload.length === run.ceremony.sizes.cert;
  if (isRight && !isMalformedSum(run.ceremony.suite, opened)) return;
  if (isRight || isMalformedSum(run.ceremony.suite, opened)) {
    const evidence = evidenceAgainst(run, from, {
      kind: 'malformed',
      code: 'malformed-message',
      envelopes: [envelope],
    });
    throw new Fault({ code: 'malformed-message', culprit: from, round }, evidence);
  }
  // A Complaint that is for us alone: it is no Sum, and nobody else has heard of it.
  throw new Fault({ code: 'session-mismatch', seats: [from] });
}
