/**
 * Signs one request in a world of its own: a queue with a clock, and hooks through which one member
 * at a time misbehaves. Not exported.
 * @module
 */
import { derivePublicKeys } from '@permafrost/frost';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import type { Evidence } from './evidence.ts';
import type { FaultDetail } from './fault.ts';
import { encodeOfferBatch, type OfferProof, openOfferBatch, signOffers } from './offers.ts';
import { childPathOf, type SignatureRequest } from './request.ts';
import type { Seat } from './session.ts';
import { PULL_ROUND } from './sign.ts';
import { answerOwnCore, answerSignRequest, type SignAnswer } from './sign-answer.ts';
import { decodeOfferRequest, encodeSignRefusal, SIGN_KIND } from './sign-core.ts';
import type { SignOutcome } from './sign-outcome.ts';
import type { CoordinateOptions } from './sign-ports.ts';
import { type SigningInput, type SigningOutput, startSigning } from './sign-session.ts';
import {
  arrivalFrom,
  sealShare,
  type TestKey,
  type TestNode,
  testNode,
  testRequest,
} from './sign-testing.ts';

export type Hooks = {
  /** Bytes on their way to or from a member; undefined loses them, a list sends all of it. */
  readonly onShare?: (seat: Seat, envelope: Uint8Array) => readonly Uint8Array[];
  readonly onRequest?: (seat: Seat, envelope: Uint8Array) => readonly Uint8Array[];
  readonly onOffers?: (seat: Seat, batch: Uint8Array) => readonly Uint8Array[];
  /** Instead of the offers that the session asks this member for; false to send them after all. */
  readonly onPull?: (seat: Seat, feed: (input: SigningInput) => void) => boolean;
  /** How long an answer of this member takes. */
  readonly delayMs?: (seat: Seat) => number;
  /** Runs when the session sends its nth SignRequest. */
  readonly onSend?: (
    count: number,
    feed: (input: SigningInput) => void,
    to: Seat,
    after: (ms: number, act: () => void) => void,
  ) => void;
};

/** The time that a request has. */
export const LEFT_MS = 10_000;
export const GRACE_MS = 500;

export type RunResult = {
  readonly outcome: SignOutcome;
  readonly reports: readonly { readonly detail: FaultDetail; readonly evidence?: Evidence }[];
  /** Virtual time when it ended. */
  readonly tookMs: number;
  readonly trace: readonly string[];
  readonly requests: readonly { readonly to: Seat; readonly envelope: Uint8Array }[];
  readonly answers: readonly SignAnswer[];
};

/** Signs one request in a world of its own, to the end. The coordinator has seat 1. */
export function run(
  key: TestKey,
  options: {
    readonly nodes?: ReadonlyMap<number, TestNode>;
    readonly request?: SignatureRequest;
    readonly hooks?: Hooks;
    readonly dead?: readonly Seat[];
    readonly hasOwnShare?: boolean;
    /** Offers in the pool before it begins, of each member. */
    readonly pooled?: number;
    readonly change?: Partial<CoordinateOptions>;
  } = {},
): RunResult {
  const { hooks = {}, dead = [], pooled = 0 } = options;
  const nodes = new Map(
    key.hosts.map((_, i) => [i + 1, options.nodes?.get(i + 1) ?? testNode(key, i + 1)] as const),
  );
  const self = nodes.get(1)!;
  const pool = new Map<Seat, OfferProof[]>();
  const queue: { readonly atMs: number; readonly order: number; readonly act: () => void }[] = [];
  const trace: string[] = [];
  const reports: RunResult['reports'][number][] = [];
  const requests: RunResult['requests'][number][] = [];
  const answers: SignAnswer[] = [];
  let nowMs = 0;
  let order = 0;
  let outcome: SignOutcome | undefined;

  const later = (afterMs: number, act: () => void): void => {
    queue.push({ atMs: nowMs + afterMs, order: order++, act });
  };
  const addToPool = (seat: Seat, items: readonly Uint8Array[]): void => {
    const node = nodes.get(seat)!;
    const batch = encodeOfferBatch(signOffers(items, node.hostSeed));
    for (const bytes of hooks.onOffers?.(seat, batch) ?? [batch]) {
      pool.set(seat, [...(pool.get(seat) ?? []), ...openOfferBatch(bytes, node.hostPub)]);
    }
  };
  const request = options.request ?? testRequest(key);
  const others = [...nodes.keys()].filter((seat) => seat !== 1 && !dead.includes(seat));
  for (const seat of others) {
    const items = Array.from({ length: pooled }, () => nodes.get(seat)!.offer(self));
    if (items.length > 0) addToPool(seat, items);
  }
  const session = startSigning(
    {
      suite: key.suite,
      keyId: key.keyId,
      epochId: key.epochId,
      publicKeys: derivePublicKeys(key.shares[0]!.publicKeys, key.root, childPathOf(request))
        .publicKeys,
      members: key.hosts,
      seat: 1,
      own:
        options.hasOwnShare === false
          ? undefined
          : {
              seat: self.seat,
              offer: () => signOffers([self.offer(self)], self.hostSeed)[0],
              answer: (bytes) => {
                const answer = answerOwnCore({ ...arrivalFrom(self), bytes }, self.ports);
                if (answer.type === 'share') {
                  return { type: 'share', share: answer.payload.slice(64) };
                }
                if (answer.type === 'fault') throw new Error(answer.reason);
                return { type: 'refused', ...answer.refusal };
              },
            },
      candidates: others,
      request,
      canary: false,
      pool: {
        has: (seat) => (pool.get(seat)?.length ?? 0) > 0,
        take: (seat) => pool.get(seat)?.shift(),
      },
      isSuspect: () => false,
      hedgeMs: () => 200,
      leftMs: () => LEFT_MS - nowMs,
      graceMs: GRACE_MS,
      offersAtOnce: 1,
      record: key.record,
      ...options.change,
    },
    {
      seal: ({ sessionId, round, to, payload }) =>
        sealEnvelope(
          { suite: key.suite.id, kind: SIGN_KIND, sessionId, round, from: 1, to, payload },
          self.hostSeed,
        ),
    },
  );

  function feed(input: SigningInput): void {
    carryOut(session.step(input));
  }

  function carryOut(outputs: readonly SigningOutput[]): void {
    for (const output of outputs) {
      if (output.type !== 'send') trace.push(`${nowMs} ${output.type}`);
      switch (output.type) {
        case 'deadline':
          later(output.afterMs, () => feed({ type: 'timeout', wait: output.wait }));
          break;
        case 'send': {
          const to = output.to as Seat;
          trace.push(`${nowMs} send ${output.round} to ${to}`);
          if (output.round === PULL_ROUND) pull(to, output.envelope);
          else ask(to, output.envelope);
          break;
        }
        case 'report':
          reports.push(output);
          break;
        case 'complete':
          outcome = output.result;
          break;
        case 'abort':
          throw new Error(`aborted: ${output.detail.code}`);
      }
    }
  }

  function delay(seat: Seat): number {
    return hooks.delayMs?.(seat) ?? 5;
  }

  function pull(seat: Seat, bytes: Uint8Array): void {
    if (dead.includes(seat)) return;
    if (hooks.onPull?.(seat, (input) => later(1, () => feed(input))) === true) return;
    const { count } = decodeOfferRequest(bytes);
    later(delay(seat), () => {
      const items = Array.from({ length: count }, () => nodes.get(seat)!.offer(self));
      addToPool(seat, items);
      feed({ type: 'offers', from: seat });
    });
  }

  function ask(seat: Seat, sent: Uint8Array): void {
    requests.push({ to: seat, envelope: sent });
    hooks.onSend?.(requests.length, (input) => later(0, () => feed(input)), seat, later);
    if (dead.includes(seat)) return;
    for (const envelope of hooks.onRequest?.(seat, sent) ?? [sent]) {
      later(delay(seat), () => answer(seat, envelope));
    }
  }

  function answer(seat: Seat, envelope: Uint8Array): void {
    const node = nodes.get(seat)!;
    const input = { ...arrivalFrom(self), envelope, checkSignature: false };
    const answered = answerSignRequest(input, node.ports);
    answers.push(answered);
    if (answered.type === 'fault') return;
    if (answered.type === 'refusal') {
      const body = encodeSignRefusal(answered.refusal);
      feed({ type: 'refusal', from: seat, body });
      return;
    }
    const reply = sealShare(key, seat, answered);
    for (const bytes of hooks.onShare?.(seat, reply) ?? [reply]) {
      feed({ type: 'share', from: seat, opened: parseEnvelope(bytes) });
    }
  }

  carryOut(session.start());
  while (outcome === undefined) {
    queue.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
    const next = queue.shift();
    if (next === undefined) throw new Error('the session waits for nothing');
    nowMs = next.atMs;
    next.act();
  }
  return { outcome, reports, tookMs: nowMs, trace, requests, answers };
}
