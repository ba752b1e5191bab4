/**
 * What arrives from other nodes, by kind.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { EnvelopeError, type Opened, parseEnvelope, SIGN_ROUND } from '@permafrost/protocol';
import {
  boundedList,
  decodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { activeEpoch } from '../tables/epochs.ts';
import { admitsFrame, admitsTest } from '../tables/guard.ts';
import { latestAttempt, membersOf, type ProposalEntry } from '../tables/proposals-entry.ts';
import { onCancel, onCancelled } from './cancel.ts';
import { receiveFrame } from './ceremonies.ts';
import { type CoreContext, count, logAbout } from './context.ts';
import * as coordinator from './coordinator.ts';
import { madeBy, onOaths } from './destroy.ts';
import { onEpochChunk, onEpochParts, onEpochRequest, onEpochStatus } from './epochs-frames.ts';
import { onHeld } from './holdings.ts';
import { type CoreParts, isRunning } from './parts.ts';
import { type Progress, type Stage, tellWatchers } from './progress.ts';
import { proposalStateInput, startInput } from './proposals.ts';
import { answerWithResult, onResume, takeResult } from './resume.ts';
import { onOfferRequest, onSignRequest } from './signer.ts';

export type Frame = {
  readonly from: HostId;
  readonly kind: number;
  readonly body: Uint8Array;
};

/** Stages that a member may report. Its own words are not passed on. */
const STAGES = ['joining', 'certifying', 'storing', 'testing', 'active', 'failed'] as const;

/** A frame of a member of the roster. @throws WireError when it cannot be read */
export function onFrame(parts: CoreParts, { from, kind, body }: Frame): void {
  const { context, progress, ceremonies, signer, signingHooks } = parts;
  const { FRAME } = limits;
  if (isTooMuch(context, { from, kind, body })) return;
  switch (kind) {
    case FRAME.ceremony:
      receiveFrame(context, ceremonies, progress, { from, body }, parts.ceremonyHooks);
      return;
    case FRAME.proposal:
      parts.propose(proposalStateInput(from, body));
      return;
    case FRAME.start: {
      const input = startInput(from, body);
      parts.propose(input);
      return;
    }
    case FRAME.keyStatus:
      onKeyStatus(parts, from, body);
      return;
    case FRAME.keyRecords: {
      const message = decodeMessage(permafrost.v1.KeyRecords, body);
      const id = toHex(exactBytes(message.keyId, 16, 'key id'));
      const envelopes = boundedList(message.envelopes, 2 * limits.MEMBERS_MAX, 'envelopes');
      for (const envelope of envelopes) {
        parts.runKeys({ type: 'envelope', id, envelope: Uint8Array.from(envelope) });
      }
      return;
    }
    case FRAME.ceremonyReport:
      onReport(parts, from, body);
      return;
    case FRAME.oaths:
      onOaths(parts, from, body);
      return;
    case FRAME.epochStatus:
      onEpochStatus(parts, from, body);
      return;
    case FRAME.epochParts:
      onEpochParts(parts, body);
      return;
    case FRAME.epochRequest:
      onEpochRequest(parts, from, body);
      return;
    case FRAME.epochChunk:
      onEpochChunk(parts, from, body);
      return;
    case FRAME.offerRequest:
      onOfferRequest(context, signer, from, body);
      return;
    case FRAME.offers:
      coordinator.onOffers(context, signer, { from, body }, signingHooks);
      return;
    case FRAME.noOffers:
      coordinator.onNoOffers(context, signer, { from, body }, signingHooks);
      return;
    case FRAME.heldOffers:
      onHeld(context, signer, { from, body });
      return;
    case FRAME.sign:
      onSignEnvelope(parts, from, body);
      return;
    case FRAME.signRefusal:
      coordinator.onRefusal(context, signer, { from, body }, signingHooks);
      return;
    case FRAME.signResult:
      if (takeResult(parts.plane, from, body)) return;
      if (!admitsTest(context.guard, from, context.clocks.monotonicMs)) return;
      coordinator.onResult(context, signer, { from, body }, signingHooks);
      return;
    case FRAME.signCancel:
      onCancel(parts.plane, from, body);
      return;
    case FRAME.signCancelled:
      onCancelled(parts.plane, from, body);
      return;
    default:
      throw new WireError('a kind of frame that is not for nodes');
  }
}

/** Whether a member sends more than its part of this node's time: then it is not heard for now. */
function isTooMuch(context: CoreContext, { from, kind, body }: Frame): boolean {
  const frame = { from, kind, bytes: body.length };
  if (admitsFrame(context.guard, frame, context.clocks.monotonicMs)) return false;
  const peer = nameOf(context.directory, from);
  count(context, 'frames_refused', { peer });
  logAbout(context, from, { level: 'warn', event: 'too many frames', fields: { node: peer } });
  return true;
}

/** Somebody asks for our share, or answers with its own. */
function onSignEnvelope(parts: CoreParts, from: HostId, body: Uint8Array): void {
  let opened: Opened;
  try {
    opened = parseEnvelope(body);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    parts.fault(from, 'bad-envelope', undefined);
    return;
  }
  const { context, signer, signingHooks } = parts;
  const given = { from, body };
  const { round, sessionId } = opened;
  if (round === SIGN_ROUND.share) coordinator.onShare(context, signer, given, signingHooks);
  else if (round === SIGN_ROUND.resume) onResume(parts.plane, from, opened);
  else if (answerWithResult(parts.plane, from, sessionId)) return;
  else onSignRequest(context, signer, given, signingHooks);
}

function onKeyStatus(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const { context } = parts;
  const message = decodeMessage(permafrost.v1.KeyStatus, body);
  const status = {
    keyId: exactBytes(message.keyId, 16, 'key id'),
    state: message.state,
    cert: Uint8Array.from(message.cert),
    stored: Uint8Array.from(message.stored),
    certsMissing: boundedList(message.certsMissing, limits.MEMBERS_MAX, 'seats'),
    storedMissing: boundedList(message.storedMissing, limits.MEMBERS_MAX, 'seats'),
    testSignature: Uint8Array.from(message.testSignature),
    settled: message.settled,
  };
  const id = toHex(status.keyId);
  const key = context.keys.byId.get(id);
  // Of later epochs members tell each other in words of their own.
  const later = context.keys.epochs.byKey.get(id);
  if (later !== undefined && activeEpoch(later).epoch.number > 0) return;
  if (key === undefined) {
    const one = madeBy(context, status.keyId);
    // A key that is being made here is not unknown, unless all had it and it was lost here.
    if (one !== undefined && isRunning(parts, one) && !status.settled) return;
    if (one !== undefined && !membersOf(one).includes(context.self)) {
      foreignStatus(parts, one, from, status.state);
      return;
    }
  }
  parts.runKeys({ type: 'status', from, status });
}

/** What a member says of a key that this node is no member of. */
function foreignStatus(parts: CoreParts, one: ProposalEntry, from: HostId, state: string): void {
  const { context, progress } = parts;
  if (!membersOf(one).includes(from)) return;
  const stage = state === 'active' ? 'active' : 'testing';
  noteReport(progress, one, from, { attempt: latestAttempt(one), stage, done: [], missing: [] });
  const reports = progress.reports.get(one.id);
  const all = membersOf(one).every((host) => reports?.get(host)?.stage === 'active');
  if (all) parts.propose({ type: 'done', id: one.id });
  tellWatchers(context, progress, one.id);
}

function onReport(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const { context, progress } = parts;
  const message = decodeMessage(permafrost.v1.CeremonyReport, body);
  const one = context.proposals.byId.get(toHex(exactBytes(message.proposalHash, 64, 'hash')));
  if (one === undefined || !membersOf(one).includes(from)) return;
  const hosts = boundedList(message.hosts, limits.MEMBERS_MAX, 'hosts').map((host) =>
    toHex(exactBytes(host, 32, 'host key')),
  );
  const attempt = safeInteger(message.attempt, 'attempt');
  const stage = STAGES.find((known) => known === message.stage) ?? 'joining';
  noteReport(progress, one, from, { attempt, stage, done: [], missing: hosts });
  // Before the first attempt there is nothing that could have failed.
  if (stage === 'failed' && attempt >= 1) {
    // Whom it names is its word alone: shown to people, held against nobody.
    const named = hosts.filter((host) => membersOf(one).includes(host));
    const code = /^[a-z-]{1,32}$/.test(message.code) ? message.code : 'failed';
    parts.propose({ type: 'attempt-failed', id: one.id, attempt, code, hosts: named });
  }
  tellWatchers(context, progress, one.id);
}

function noteReport(progress: Progress, one: ProposalEntry, from: HostId, stage: Stage): void {
  const reports = progress.reports.get(one.id) ?? new Map();
  reports.set(from, stage);
  progress.reports.set(one.id, reports);
}
