/**
 * The next epoch of a key: t or more old members deal their weighted shares to the new members, and
 * plain sums of what they deal are shares of the same key (Desmedt and Jajodia). The messages and
 * their checks are those of key generation; only dealers Commit and Reveal, and only receivers
 * certify or complain. A refresh is a reshare to the same members by all of them.
 *
 * What is dealt here outlives the session, so that no static key of it can ever be shown: a complaint
 * opens one ciphertext and is the only way in which anything is opened.
 * @module
 */
import {
  type Ciphersuite,
  certify,
  checkedRandom,
  concat,
  type Element,
  equalBytes,
  identifier,
  type PublicKeyPackage,
  randomScalar,
  reshareConstant,
  reshareConstantCommitment,
  type Scalar,
  Secret,
  u64,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import {
  bodyCommitment,
  bodyHash,
  type Ceremony,
  ceremonyOf,
  commitsRoot,
  type Setup,
} from './ceremony.ts';
import {
  CEREMONY_ROUNDS,
  DKG_ROUND,
  encodeCert,
  encodeCommit,
  encodeReveal,
} from './ceremony-messages.ts';
import { transcriptOf } from './ceremony-transcript.ts';
import { dealtBody, joinPayload, publicSum, sumUp } from './dealing.ts';
import { checkCommits, checkJoins, checkReveals } from './dkg-checks.ts';
import { ceremonyConflict } from './dkg-exchange.ts';
import { type Run, runOf } from './dkg-listen.ts';
import { ATTEMPT_USED, encodeAttemptUsed, encodePending, type PendingKey } from './dkg-record.ts';
import { openShares, type Reveals } from './dkg-shares.ts';
import { Fault } from './fault.ts';
import {
  ceremonySeats,
  epochIdOf,
  type Group,
  type GroupChange,
  proposalHash,
  seatsOfHost,
  transcriptHash,
} from './group.ts';
import { type ChangeOptions, keysOfBase } from './reshare-group.ts';
import { broadcast, persist, resend, seal } from './rounds.ts';
import { type Protocol, type Seat, type Session, startSession, type Unsealed } from './session.ts';

/** Written before a Cert, with the new share: from then on others may activate this epoch. */
export const PREPARED = 'prepared';
/** Written before a Reveal: from then on the receivers may hold the key. proposalHash ‖ attempt ‖ number. */
export const DEALT = 'dealt';

/** `group` is of `groupOfReshare`; a host has a seat as receiver, as dealer, or both. */
export type ReshareOptions = ChangeOptions;

export type ReshareResult = PendingKey & {
  /** 32 bytes. */
  readonly epochId: Uint8Array;
  /** Own share of the new epoch, raw; of a receiver. The caller erases this copy. */
  readonly share: Secret | undefined;
  /** Of the new epoch, raw. */
  readonly publicKeys: PublicKeyPackage;
  /** Of all seats, in order. */
  readonly staticKeys: readonly Element[];
  /** SHA-512 of each dealer's body, in order. */
  readonly bodyHashes: readonly Uint8Array[];
};

/**
 * One host's run, in all its seats. Simulations have hosts that deal something else (`dealt`).
 * @throws Fault. RangeError when suite, proposal, host, share and group do not belong together.
 */
export function* reshare(
  options: ReshareOptions,
  dealt: typeof dealtBody = dealtBody,
): Protocol<ReshareResult> {
  const { suite, group, proposal, attempt } = options;
  const { change, receiver, dealer, constant } = partOf(options);
  const random = checkedRandom(options.random);
  const ceremony = ceremonyOf(suite, group, attempt);
  const seats = [receiver, dealer].filter((seat) => seat !== undefined);
  const run = runOf(ceremony, seats, options.withinMs);
  const { cocktail } = ceremony;
  const statics = new Map(
    seats.map((seat) => [seat, new Secret(cocktail.encodeScalar(randomScalar(cocktail, random)))]),
  );
  const secretOf = (seat: Seat): Scalar =>
    cocktail.decodeNonZeroScalar((statics.get(seat) as Secret).reveal());
  try {
    yield* persist({ kind: ATTEMPT_USED, bytes: encodeAttemptUsed(group.proposalHash, attempt) });
    const ownKeys = new Map(
      seats.map((seat) => [seat, cocktail.group.multiplyBase(secretOf(seat))]),
    );
    for (const [seat, publicKey] of ownKeys) {
      const own = { secret: secretOf(seat), publicKey, nonce: random(32) };
      yield* say(run, seat, {
        sessionId: ceremony.scope,
        round: DKG_ROUND.join,
        payload: joinPayload(run, seat, own),
      });
    }
    const setup = yield* checkJoins(run, ownKeys, options.usedSession);

    let body: Uint8Array | undefined;
    if (dealer !== undefined && constant !== undefined) {
      const staticSecret = secretOf(dealer);
      body = dealt(ceremony, setup, {
        dealer,
        staticSecret,
        random,
        constant: cocktail.decodeNonZeroScalar(constant.reveal()),
      }).body;
      yield* commitTo(run, setup, { dealer, change, body });
    }
    const commitments = yield* checkCommits(run, setup);
    const root = commitsRoot(setup.sessionId, commitments);
    if (dealer !== undefined && body !== undefined) {
      yield* accepted(options);
      const bytes = concat(encodeAttemptUsed(group.proposalHash, attempt), u64(change.number));
      yield* persist({ kind: DEALT, bytes });
      yield* say(run, dealer, {
        sessionId: setup.sessionId,
        round: DKG_ROUND.reveal,
        payload: encodeReveal({ root, body }),
      });
    }
    const reveals = yield* checkReveals(run, setup, { commitments, root });
    const made = publicSum(ceremony, reveals);
    // All bytes: with x alone the negative of the key would pass for the key.
    if (!equalBytes(suite.encodeElement(made.verifyingKey), change.base.groupKey)) {
      throw new Fault({ code: 'other-key' });
    }
    const facts = madeFacts(run, setup, { reveals, attempt, group });
    if (receiver === undefined) {
      return { ...facts, seat: run.me, cert: new Uint8Array(), share: undefined, publicKeys: made };
    }
    const staticSecret = secretOf(receiver);
    const shares = yield* openShares(run, setup, { reveals, staticSecret, random });
    const { share, publicKeys } = sumUp(ceremony, receiver, { reveals, shares });
    const { transcript, sessionId } = facts;
    const payload = encodeCert({
      transcriptHash: transcriptHash(transcript),
      signature: certify(cocktail, staticSecret, transcript, ownKeys.get(receiver) as Element),
    });
    const cert = yield* seal({ sessionId, round: DKG_ROUND.cert, to: 'all', payload });
    const prepared = { ...facts, seat: receiver, cert };
    yield* persist({ kind: PREPARED, bytes: encodePending(prepared, proposal), secret: share });
    yield* resend(DKG_ROUND.cert, cert);
    return { ...prepared, share, publicKeys };
  } finally {
    for (const one of statics.values()) one.erase();
    constant?.erase();
  }
}

/** A session of `reshare`; `seal` signs with the host key, from the seat that each statement names. */
export function startReshare(
  options: ReshareOptions,
  seal: (unsealed: Unsealed) => Uint8Array,
): Session<ReshareResult> {
  const { group, attempt, hostPub } = options;
  const mine = seatsOfHost(group, hostPub);
  return startSession(reshare(options), {
    peers: ceremonySeats(group).filter((seat) => !mine.includes(seat)),
    rounds: CEREMONY_ROUNDS,
    seal,
    conflict: ceremonyConflict(group, attempt),
  });
}

/** Our seats, and what we deal where we do. */
function partOf({ suite, group, proposal, hostPub, share }: ReshareOptions): {
  readonly change: GroupChange;
  readonly receiver: Seat | undefined;
  readonly dealer: Seat | undefined;
  readonly constant: Secret | undefined;
} {
  const { change, members } = group;
  if (change === undefined) throw new RangeError('the group follows from no other');
  if (!equalBytes(proposalHash(proposal), group.proposalHash)) {
    throw new RangeError('the group is of another proposal');
  }
  const seats = seatsOfHost(group, hostPub);
  if (seats.length === 0) throw new RangeError('no seat of ours');
  const publicKeys = baseKeys(suite, change);
  const receiver = seats.find((seat) => seat <= members.length);
  const dealer = seats.find((seat) => seat > members.length);
  if (dealer === undefined) return { change, receiver, dealer, constant: undefined };
  if (share === undefined) throw new RangeError('a dealer has a share');
  const own = identifier(change.dealers[dealer - members.length - 1] as number);
  const key = { identifier: own, signingShare: share, publicKeys };
  const scalar = reshareConstant(key, change.dealers.map(identifier));
  const dealt = suite.group.multiplyBase(scalar);
  const weighted = reshareConstantCommitment(publicKeys, change.dealers.map(identifier), own);
  if (!suite.group.equals(dealt, weighted)) throw new RangeError('the share is not of this base');
  const encoded = suite.encodeScalar(scalar);
  const constant = new Secret(encoded);
  encoded.fill(0);
  return { change, receiver, dealer, constant };
}

function baseKeys(suite: Ciphersuite, { base }: GroupChange): PublicKeyPackage {
  try {
    return keysOfBase(suite, base);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new RangeError('the base is none', { cause });
  }
}

/** Waits until what is to be dealt may be dealt. */
function* accepted({ mayReveal, withinMs }: ReshareOptions): Protocol<void> {
  yield { type: 'wait', ready: () => mayReveal(), withinMs };
  if (!mayReveal()) throw new Fault({ code: 'not-accepted' });
}

function* commitTo(
  run: Run,
  setup: Setup,
  by: { readonly dealer: Seat; readonly change: GroupChange; readonly body: Uint8Array },
): Protocol<void> {
  const { scope, group } = run.ceremony;
  const old = by.change.dealers[by.dealer - group.members.length - 1] as number;
  const payload = encodeCommit({
    bodyCommitment: bodyCommitment(setup.sessionId, old, by.body),
    contextHash: setup.contextHash,
  });
  yield* say(run, by.dealer, { sessionId: scope, round: DKG_ROUND.commit, payload });
}

function* say(run: Run, seat: Seat, words: Omit<Unsealed, 'to' | 'from'>): Protocol<void> {
  yield* run.speak(broadcast({ ...words, from: seat }));
}

type Made = Omit<ReshareResult, 'seat' | 'cert' | 'share' | 'publicKeys'>;

function madeFacts(
  run: Run,
  setup: Setup,
  given: { readonly reveals: Reveals; readonly attempt: number; readonly group: Group },
): Made {
  const ceremony: Ceremony = run.ceremony;
  const { reveals, attempt, group } = given;
  const transcript = transcriptOf(ceremony, setup, reveals);
  return {
    group,
    attempt,
    keyId: (group.change as GroupChange).base.keyId,
    epochId: epochIdOf(group, attempt, transcript),
    scope: ceremony.scope,
    sessionId: setup.sessionId,
    transcript,
    ...run.envelopes(),
    staticKeys: setup.publicKeys,
    bodyHashes: reveals.map(({ body }) => bodyHash(body)),
  };
}
