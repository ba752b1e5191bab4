/**
 * Key generation: COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1) without a coordinator. Everything is
 * said to all, in signed envelopes, and committed to before it is shown.
 *
 * Join → Commit → Reveal → Cert, or Complaint. The session ends with its own Cert sent; collecting
 * everybody's is not bound to one run of a node and so is not done here.
 * @module
 */
import {
  type Ciphersuite,
  certify,
  checkedRandom,
  type Element,
  type PublicKeyPackage,
  type Random,
  randomScalar,
  type Scalar,
  Secret,
} from '@permafrost/frost';
import { bodyCommitment, bodyHash, ceremonyOf, commitsRoot } from './ceremony.ts';
import {
  CEREMONY_ROUNDS,
  DKG_ROUND,
  encodeCert,
  encodeCommit,
  encodeReveal,
} from './ceremony-messages.ts';
import { transcriptOf } from './ceremony-transcript.ts';
import { dealtBody, joinPayload, sumUp } from './dealing.ts';
import { checkCommits, checkJoins, checkReveals } from './dkg-checks.ts';
import { ceremonyConflict } from './dkg-exchange.ts';
import { runOf } from './dkg-listen.ts';
import {
  ATTEMPT_USED,
  encodeAttemptUsed,
  encodePending,
  PENDING,
  type PendingKey,
} from './dkg-record.ts';
import { openShares } from './dkg-shares.ts';
import { type Group, keyId, proposalHash, seatsOf, transcriptHash } from './group.ts';
import { broadcast, persist, resend, seal } from './rounds.ts';
import { type Protocol, type Seat, type Session, startSession, type Unsealed } from './session.ts';

export type DkgOptions = {
  readonly suite: Ciphersuite;
  readonly group: Group;
  /** Bytes of the proposal; the group carries their hash. Stored with the key. */
  readonly proposal: Uint8Array;
  /** 1 to 3. The caller never runs an attempt at or below one recorded as used. */
  readonly attempt: number;
  readonly me: Seat;
  readonly random: Random;
  /** How long to wait for the others in each round. */
  readonly withinMs: number;
  /** Whether this node saw a session of this id, or one of these static keys, before. */
  readonly usedSession?: (sessionId: Uint8Array, publicKeys: readonly Uint8Array[]) => boolean;
};

export type DkgResult = PendingKey & {
  /** Own signing share, raw. Already in the `pending` record; the caller erases this copy. */
  readonly share: Secret;
  /** Raw, as the transcript speaks of them. */
  readonly publicKeys: PublicKeyPackage;
  /** What the certificates are signed with, in order of seats. */
  readonly staticKeys: readonly Element[];
  /** SHA-512 of each dealer's body, in order of seats. */
  readonly bodyHashes: readonly Uint8Array[];
};

/**
 * Makes a key with the other members of the group. Rounds 0 and 1 and the exchanges go under the
 * join scope, the rest under the session id.
 * @throws Fault. RangeError when suite, proposal, seat and group do not belong together.
 */
export function* cocktailDkg(options: DkgOptions): Protocol<DkgResult> {
  const { suite, group, proposal, attempt, me } = options;
  if (proposalHash(proposal).join() !== group.proposalHash.join()) {
    throw new RangeError('the group is of another proposal');
  }
  const random = checkedRandom(options.random);
  const ceremony = ceremonyOf(suite, group, attempt);
  const run = runOf(ceremony, [me], options.withinMs);
  const { cocktail } = ceremony;
  const staticKey = new Secret(cocktail.encodeScalar(randomScalar(cocktail, random)));
  const secret = (): Scalar => cocktail.decodeNonZeroScalar(staticKey.reveal());
  try {
    // From here on this attempt is used up, also if the power fails: never two Joins of one.
    yield* persist({ kind: ATTEMPT_USED, bytes: encodeAttemptUsed(group.proposalHash, attempt) });

    // Join: everybody brings a fresh static key, and proves to know it.
    const publicKey = cocktail.group.multiplyBase(secret());
    const join = joinPayload(run, me, { secret: secret(), publicKey, nonce: random(32) });
    yield* run.speak(
      broadcast({ sessionId: ceremony.scope, round: DKG_ROUND.join, payload: join }),
    );
    const setup = yield* checkJoins(run, new Map([[me, publicKey]]), options.usedSession);

    // Commit to everything dealt, before seeing what anybody else deals: nobody chooses last.
    const { body, dh } = dealtBody(ceremony, setup, { dealer: me, staticSecret: secret(), random });
    const commit = encodeCommit({
      bodyCommitment: bodyCommitment(setup.sessionId, me, body),
      contextHash: setup.contextHash,
    });
    yield* run.speak(
      broadcast({ sessionId: ceremony.scope, round: DKG_ROUND.commit, payload: commit }),
    );
    const commitments = yield* checkCommits(run, setup);

    // Reveal, once all are committed and to the same session.
    const root = commitsRoot(setup.sessionId, commitments);
    const reveal = encodeReveal({ root, body });
    yield* run.speak(
      broadcast({ sessionId: setup.sessionId, round: DKG_ROUND.reveal, payload: reveal }),
    );
    const reveals = yield* checkReveals(run, setup, { commitments, root });
    const shares = yield* openShares(run, setup, {
      reveals,
      staticSecret: secret(),
      dh,
      random,
    });
    const key = sumUp(ceremony, me, { reveals, shares });

    // Certify. What we sign for is on disk first: others may use the key as soon as they hold all
    // certificates, and from then on a lost share is lost signing power.
    const transcript = transcriptOf(ceremony, setup, reveals);
    const payload = encodeCert({
      transcriptHash: transcriptHash(transcript),
      signature: certify(cocktail, secret(), transcript, publicKey),
    });
    const { sessionId } = setup;
    const cert = yield* seal({ sessionId, round: DKG_ROUND.cert, to: 'all', payload });
    const pending: PendingKey = {
      group,
      attempt,
      seat: me,
      keyId: keyId(ceremony.groupHash, attempt),
      scope: ceremony.scope,
      sessionId,
      transcript,
      ...run.envelopes(),
      cert,
    };
    const bytes = encodePending(pending, proposal);
    yield* persist({ kind: PENDING, bytes, secret: key.share });
    yield* resend(DKG_ROUND.cert, cert);
    const bodyHashes = reveals.map((r) => bodyHash(r.body));
    const { share, publicKeys } = key;
    return { ...pending, share, publicKeys, staticKeys: setup.publicKeys, bodyHashes };
  } finally {
    staticKey.erase();
  }
}

/** A session of `cocktailDkg`; `seal` signs envelopes with the host key. */
export function startDkg(
  options: DkgOptions,
  seal: (unsealed: Unsealed) => Uint8Array,
): Session<DkgResult> {
  const { group, attempt, me } = options;
  return startSession(cocktailDkg(options), {
    peers: seatsOf(group).filter((seat) => seat !== me),
    rounds: CEREMONY_ROUNDS,
    seal,
    conflict: ceremonyConflict(group, attempt),
  });
}
