/**
 * What a member checks in each round of a key generation, in this order: what somebody provably
 * did wrong, then what members disagree about, then who is missing.
 * @module
 */
import { type Element, equalBytes } from '@permafrost/frost';
import {
  bodyCommitment,
  judgeJoin,
  placeOf,
  proofFault,
  readReveal,
  type Setup,
  setupOf,
} from './ceremony.ts';
import { DKG_ROUND, decodeCommit, decodeJoin } from './ceremony-messages.ts';
import { accuse, badReveal, caseAgainst, evidenceAgainst, malformed } from './dkg-case.ts';
import type { Found } from './dkg-exchange.ts';
import { demandAll, fits, listen, type Run, settle, show } from './dkg-listen.ts';
import { heedComplaints, type Reveals } from './dkg-shares.ts';
import { parseEnvelope } from './envelope.ts';
import { Fault, type FaultDetail } from './fault.ts';
import { hostOf } from './group.ts';
import type { Message, Protocol, Seat } from './session.ts';
import { sharingSeats } from './shared-points.ts';

/** Good Joins of all to one group, and what follows from them. `ownKeys` are in our own Joins. */
export function* checkJoins(
  run: Run,
  ownKeys: ReadonlyMap<Seat, Element>,
  usedSession?: (sessionId: Uint8Array, publicKeys: readonly Uint8Array[]) => boolean,
): Protocol<Setup> {
  const { ceremony } = run;
  const { cocktail, scope, group } = ceremony;
  const elsewhere = (m: Message): boolean => !fits(run, m) || isOfAnotherGroup(run, m);
  const heard = yield* listen(run, {
    round: DKG_ROUND.join,
    sessionId: scope,
    stage: 'joining',
    alarming: elsewhere,
  });
  const { there, mail } = heard;
  const strangers = [...there.values()].filter(elsewhere).map((m) => m.from);
  if (strangers.length > 0) throw new Fault({ code: 'group-mismatch', seats: strangers });

  const judge = (seat: Seat, payload: Uint8Array): ReturnType<typeof judgeJoin> => {
    const ownKey = ownKeys.get(seat);
    if (ownKey !== undefined) {
      return { type: 'good', join: decodeJoin(cocktail, payload), publicKey: ownKey };
    }
    const hostPub = hostOf(group, seat) as Uint8Array;
    return judgeJoin(cocktail, { ...placeOf(group, seat), scope, hostPub, payload });
  };
  const judged = bySeat(run, DKG_ROUND.join, there, judge);
  const found = judged.flatMap(({ seat, is }): Found[] => {
    if (is.type === 'good') return [];
    if (is.type === 'malformed') return [malformed(run, seat, DKG_ROUND.join)];
    const evidence = evidenceAgainst(run, seat, {
      kind: 'bad-join',
      code: 'bad-join',
      envelopes: [run.envelopeOf(DKG_ROUND.join, seat)],
    });
    return [{ detail: { code: 'bad-join', culprit: seat }, evidence }];
  });
  // Others may have got another Join of the same seat: let them compare before we leave.
  if (found.length > 0) yield* show(run, mail, DKG_ROUND.join);
  yield* accuse(found);
  demandAll(run, DKG_ROUND.join, heard);

  const joins = judged.map(({ is }) => {
    if (is.type !== 'good') throw new RangeError('unreachable: bad Joins were refused');
    return is;
  });
  const points = joins.map(({ join }, i) => ({
    seat: ceremony.seats[i] as Seat,
    point: join.publicKey,
  }));
  refuseShared(points);
  const setup = setupOf(ceremony, joins);
  const keys = points.map(({ point }) => point);
  if (usedSession?.(setup.sessionId, keys) === true) throw new Fault({ code: 'session-seen' });
  return setup;
}

/** What every dealer committed to, in order of seats, all in this context. */
export function* checkCommits(run: Run, setup: Setup): Protocol<readonly Uint8Array[]> {
  const { scope } = run.ceremony;
  const elsewhere = ({ payload }: Message): boolean =>
    payload.length === 64 && !equalBytes(decodeCommit(payload).contextHash, setup.contextHash);
  const heard = yield* listen(run, {
    round: DKG_ROUND.commit,
    sessionId: scope,
    stage: 'committing',
    alarming: elsewhere,
  });
  const { mail } = heard;
  const there = fitting(run, heard.there);
  const bad = [...there.values()].filter(({ payload }) => payload.length !== 64);
  yield* accuse(bad.map(({ from }) => malformed(run, from, DKG_ROUND.commit)));

  const seats = [...there.values()].filter(elsewhere).map((m) => m.from);
  if (seats.length > 0) {
    const otherwise: FaultDetail = { code: 'context-mismatch', seats };
    yield* settle(run, { compared: DKG_ROUND.join, mail, otherwise });
  }
  demandAll(run, DKG_ROUND.commit, { ...heard, there });
  const read = (_: Seat, payload: Uint8Array): Uint8Array => decodeCommit(payload).bodyCommitment;
  return bySeat(run, DKG_ROUND.commit, there, read).map(({ is }) => is);
}

/** All deals, each the one its dealer committed to, by somebody who knows the keys in it. */
export function* checkReveals(
  run: Run,
  setup: Setup,
  agreed: { readonly commitments: readonly Uint8Array[]; readonly root: Uint8Array },
): Protocol<Reveals> {
  const { ceremony } = run;
  const { sessionId } = setup;
  const heard = yield* listen(run, { round: DKG_ROUND.reveal, sessionId, stage: 'revealing' });
  const { mail } = heard;
  const there = fitting(run, heard.there);

  const broken = [...there.values()].filter((m) => breaksPromise(run, setup, agreed, m));
  if (broken.length > 0) yield* show(run, mail, DKG_ROUND.commit);
  yield* accuse(
    broken.map(({ from: seat }) => ({
      detail: { code: 'commit-mismatch', culprit: seat },
      evidence: evidenceAgainst(run, seat, {
        kind: 'reveal',
        code: 'commit-mismatch',
        envelopes: caseAgainst(run, seat),
      }),
    })),
  );
  const read = bySeat(run, DKG_ROUND.reveal, there, (_, payload) => readReveal(ceremony, payload));
  yield* accuse(
    read.flatMap(({ seat, is }) => (is.type === 'fault' ? [badReveal(run, seat, is.why)] : [])),
  );
  const others = [...there.values()].filter(
    ({ payload }) => !equalBytes(payload.subarray(0, 32), agreed.root),
  );
  if (others.length > 0) {
    const seats = others.map((m) => m.from);
    const otherwise: FaultDetail = { code: 'root-mismatch', seats };
    yield* settle(run, { compared: DKG_ROUND.commit, mail, otherwise });
  }

  const reveals = read.map(({ seat, is }) => {
    if (is.type === 'fault') throw new RangeError('unreachable: bad Reveals were refused');
    return { seat, reveal: is.reveal };
  });
  yield* accuse(
    reveals.flatMap(({ seat, reveal }) => {
      const why = run.mine.includes(seat) ? undefined : proofFault(ceremony, setup, seat, reveal);
      return why === undefined ? [] : [badReveal(run, seat, why)];
    }),
  );
  heedComplaints(run, setup, mail, there);
  demandAll(run, DKG_ROUND.reveal, { ...heard, there });
  const { elementBytes } = ceremony.cocktail;
  refuseShared(
    reveals.flatMap(({ seat, reveal: { deal } }) =>
      [...pieces(deal.commitmentBytes, elementBytes), deal.ephemeralBytes].map((point) => ({
        seat,
        point,
      })),
    ),
  );
  return reveals.map(({ reveal }) => reveal);
}

function refuseShared(points: Parameters<typeof sharingSeats>[0]): void {
  const seats = sharingSeats(points);
  if (seats.length > 0) throw new Fault({ code: 'same-secret', seats });
}

function breaksPromise(
  run: Run,
  setup: Setup,
  agreed: { readonly commitments: readonly Uint8Array[] },
  { from, payload }: Message,
): boolean {
  if (payload.length !== run.ceremony.sizes.reveal) return false;
  const body = payload.subarray(32);
  const { dealers, group } = run.ceremony;
  const promised = agreed.commitments[dealers.indexOf(from)] as Uint8Array;
  const { seat } = placeOf(group, from);
  return !equalBytes(promised, bodyCommitment(setup.sessionId, seat, body));
}

function isOfAnotherGroup(run: Run, { payload }: Message): boolean {
  const { cocktail, groupHash } = run.ceremony;
  const { join } = run.ceremony.sizes;
  return payload.length === join && !equalBytes(decodeJoin(cocktail, payload).groupHash, groupHash);
}

/** Something of each seat that has spoken in a round, ourselves included, in the order of seats. */
function bySeat<T>(
  run: Run,
  round: number,
  there: ReadonlyMap<Seat, Message>,
  of: (seat: Seat, payload: Uint8Array) => T,
): readonly { readonly seat: Seat; readonly is: T }[] {
  return [...(run.said.get(round)?.keys() ?? []), ...there.keys()]
    .sort((a, b) => run.ceremony.seats.indexOf(a) - run.ceremony.seats.indexOf(b))
    .map((seat) => {
      const payload =
        there.get(seat)?.payload ?? parseEnvelope(run.envelopeOf(round, seat)).payload;
      return { seat, is: of(seat, payload) };
    });
}

/** Without those whose envelope says something else than the place that it came in. */
function fitting(run: Run, there: ReadonlyMap<Seat, Message>): ReadonlyMap<Seat, Message> {
  return new Map([...there].filter(([, message]) => fits(run, message)));
}

function pieces(bytes: Uint8Array, length: number): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / length }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length),
  );
}
