/**
 * Repair of a lost share (Stinson and Wei, 2017/1155), with every step checked: the helpers split
 * what they hold into parts, publish each part's element, and say the sums of the parts they got to
 * the owner alone. Nobody but the owner learns more than before, and who lies is named.
 *
 * Join → Commit → Reveal → Sum to the owner, or Complaint → the owner has its share. The messages up
 * to the Reveal, and their checks, are those of key generation.
 * @module
 */
import {
  type Ciphersuite,
  checkedRandom,
  concat,
  type Element,
  equalBytes,
  type Random,
  randomScalar,
  repairedShare,
  repairSum,
  type Scalar,
  Secret,
  schnorrSign,
  u16,
} from '@permafrost/frost';
import { exactBytes, safeInteger, WireError } from '@permafrost/wire';
import {
  bodyCommitment,
  ceremonyOf,
  commitsRoot,
  ephemeralProofMessage,
  ROLE_REPAIR,
  type Setup,
  staticKeyOf,
} from './ceremony.ts';
import {
  CEREMONY_ROUNDS,
  DKG_ROUND,
  encodeBody,
  encodeCommit,
  encodeReveal,
} from './ceremony-messages.ts';
import { joinPayload } from './dealing.ts';
import { checkCommits, checkJoins, checkReveals } from './dkg-checks.ts';
import { ceremonyConflict } from './dkg-exchange.ts';
import { type Run, runOf } from './dkg-listen.ts';
import { ATTEMPT_USED, encodeAttemptUsed } from './dkg-record.ts';
import { openShares } from './dkg-shares.ts';
import { Fault } from './fault.ts';
import {
  ceremonySeats,
  type Group,
  type GroupChange,
  isRepair,
  KEY_ID_BYTES,
  proposalHash,
  seatsOfHost,
} from './group.ts';
import { splitShare, type ToOwner } from './repair-body.ts';
import { gatherSums, waitForOwner } from './repair-listen.ts';
import { encodeSum, ownerOf, type Parts, repairedPayload } from './repair-sum.ts';
import { type ChangeOptions, keysOfBase } from './reshare-group.ts';
import { broadcast, persist, send } from './rounds.ts';
import { type Protocol, type Seat, type Session, startSession, type Unsealed } from './session.ts';

/** Written before a Sum: from then on the owner may have its share. proposalHash ‖ attempt. */
export const HELPED = 'helped';
/** Written by the owner, with its share, before it says that it has it. `encodeRepaired`. */
export const REPAIRED = 'repaired';

/** `group` is of `groupOfRepair`; a host is a helper, or the owner of the lost share. */
export type RepairOptions = ChangeOptions;

export type RepairResult = {
  readonly group: Group;
  readonly attempt: number;
  /** Own identifier. */
  readonly seat: Seat;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly sessionId: Uint8Array;
  /** The owner's share, raw, equal to the one that was lost; of a helper undefined. */
  readonly share: Secret | undefined;
};

/** What a node has to know of a repaired share beside the share. */
export type RepairedRecord = {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly identifier: number;
  readonly proposalHash: Uint8Array;
  readonly attempt: number;
};

/** keyId 16 ‖ epochId 32 ‖ u16 identifier ‖ proposalHash 64 ‖ u64 attempt. */
export function encodeRepaired(record: RepairedRecord): Uint8Array {
  const { keyId, epochId, identifier, attempt } = record;
  return concat(keyId, epochId, u16(identifier), encodeAttemptUsed(record.proposalHash, attempt));
}

/** @throws WireError. */
export function decodeRepaired(bytes: Uint8Array): RepairedRecord {
  const owned = exactBytes(bytes, KEY_ID_BYTES + 32 + 2 + 72, 'repaired');
  const view = new DataView(owned.buffer);
  const at = KEY_ID_BYTES + 32;
  return {
    keyId: owned.slice(0, KEY_ID_BYTES),
    epochId: owned.slice(KEY_ID_BYTES, at),
    identifier: view.getUint16(at),
    proposalHash: owned.slice(at + 2, at + 66),
    attempt: safeInteger(Number(view.getBigUint64(at + 66)), 'attempt'),
  };
}

/** What simulated liars do instead. */
export type RepairLies = {
  readonly split?: typeof splitShare;
  readonly body?: (body: Uint8Array) => Uint8Array;
  readonly sum?: (payload: Uint8Array, parts: Parts, toOwner: ToOwner) => Uint8Array;
};

/**
 * One host's run. Simulations have hosts that lie.
 * @throws Fault. RangeError when suite, proposal, host, share and group do not belong together.
 */
export function* repair(options: RepairOptions, lies: RepairLies = {}): Protocol<RepairResult> {
  const { suite, group, attempt } = options;
  const { me, change, share, verifyingShare } = partOf(options);
  const random = checkedRandom(options.random);
  const ceremony = ceremonyOf(suite, group, attempt);
  const run = runOf(ceremony, [me], options.withinMs);
  const { cocktail, scope } = ceremony;
  const staticKey = new Secret(cocktail.encodeScalar(randomScalar(cocktail, random)));
  const secret = (): Scalar => cocktail.decodeNonZeroScalar(staticKey.reveal());
  const used = encodeAttemptUsed(group.proposalHash, attempt);
  try {
    yield* persist({ kind: ATTEMPT_USED, bytes: used });
    const publicKey = cocktail.group.multiplyBase(secret());
    const join = joinPayload(run, me, { secret: secret(), publicKey, nonce: random(32) });
    yield* run.speak(broadcast({ sessionId: scope, round: DKG_ROUND.join, payload: join }));
    const setup = yield* checkJoins(run, new Map([[me, publicKey]]), options.usedSession);
    const { sessionId } = setup;

    let dealt: Dealt | undefined;
    if (share !== undefined) {
      dealt = dealtParts(run, setup, { staticSecret: secret(), share, random, lies });
      const payload = encodeCommit({
        bodyCommitment: bodyCommitment(sessionId, me, dealt.body),
        contextHash: setup.contextHash,
      });
      yield* run.speak(broadcast({ sessionId: scope, round: DKG_ROUND.commit, payload }));
    }
    const commitments = yield* checkCommits(run, setup);
    const root = commitsRoot(sessionId, commitments);
    if (dealt !== undefined) {
      yield* accepted(options);
      const payload = encodeReveal({ root, body: dealt.body });
      yield* run.speak(broadcast({ sessionId, round: DKG_ROUND.reveal, payload }));
    }
    const reveals = yield* checkReveals(run, setup, { commitments, root });
    const parts: Parts = { ceremony, setup, reveals, root };
    const { keyId, epochId } = change.base;
    const result = { group, attempt, seat: me, keyId, epochId, sessionId, share: undefined };
    const owner = ownerOf(ceremony);

    if (dealt !== undefined) {
      const staticSecret = secret();
      const opened = yield* openShares(run, setup, { reveals, staticSecret, random });
      const { toOwner } = dealt;
      const honest = encodeSum(parts, { helper: me, sum: repairSum(suite, opened), toOwner });
      const payload = lies.sum?.(honest, parts, toOwner) ?? honest;
      yield* persist({ kind: HELPED, bytes: used });
      yield* send({ sessionId, round: DKG_ROUND.cert, to: owner, payload });
      yield* waitForOwner(run, parts);
      return result;
    }
    const sums = yield* gatherSums(run, parts, { staticSecret: secret(), random });
    // Also this last: published code leaves it to its caller, and one liar would go unnoticed.
    const encoded = suite.encodeScalar(repairedShare(suite, sums, verifyingShare));
    const again = new Secret(encoded);
    encoded.fill(0);
    const { proposalHash: hash } = group;
    const record = { keyId, epochId, identifier: me, proposalHash: hash, attempt };
    yield* persist({ kind: REPAIRED, bytes: encodeRepaired(record), secret: again });
    const payload = repairedPayload(parts);
    yield* broadcast({ sessionId, round: DKG_ROUND.stored, payload });
    return { ...result, share: again };
  } finally {
    staticKey.erase();
  }
}

/** A session of `repair`; `seal` signs envelopes with the host key. */
export function startRepair(
  options: RepairOptions,
  seal: (unsealed: Unsealed) => Uint8Array,
): Session<RepairResult> {
  const { group, attempt, hostPub } = options;
  const mine = seatsOfHost(group, hostPub);
  return startSession(repair(options), {
    peers: ceremonySeats(group).filter((seat) => !mine.includes(seat)),
    rounds: CEREMONY_ROUNDS,
    seal,
    conflict: ceremonyConflict(group, attempt),
  });
}

/** Our seat, and our share where we help. */
function partOf({ suite, group, proposal, hostPub, share }: RepairOptions): {
  readonly me: Seat;
  readonly change: GroupChange;
  readonly share: Secret | undefined;
  /** Of our own identifier. */
  readonly verifyingShare: Element;
} {
  const { change } = group;
  if (change === undefined || !isRepair(group)) throw new RangeError('the group repairs nothing');
  if (!equalBytes(proposalHash(proposal), group.proposalHash)) {
    throw new RangeError('the group is of another proposal');
  }
  const [me] = seatsOfHost(group, hostPub);
  if (me === undefined) throw new RangeError('no seat of ours');
  const verifyingShare = verifyingShares(suite, change).get(me);
  if (verifyingShare === undefined) throw new RangeError('no share of ours');
  if (me === change.lost) return { me, change, share: undefined, verifyingShare };
  if (share === undefined) throw new RangeError('a helper has a share');
  const own = suite.group.multiplyBase(suite.decodeNonZeroScalar(share.reveal()));
  if (!suite.group.equals(own, verifyingShare)) {
    throw new RangeError('the share is not of this epoch');
  }
  return { me, change, share, verifyingShare };
}

function verifyingShares(suite: Ciphersuite, { base }: GroupChange): ReadonlyMap<number, Element> {
  try {
    return keysOfBase(suite, base).verifyingShares;
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new RangeError('the base is none', { cause });
  }
}

type Dealt = { readonly body: Uint8Array; readonly toOwner: ToOwner };

/** Splits our share among the helpers. The ephemeral key ends with this function. */
function dealtParts(
  run: Run,
  setup: Setup,
  by: {
    readonly staticSecret: Scalar;
    readonly share: Secret;
    readonly random: Random;
    readonly lies: RepairLies;
  },
): Dealt {
  const { suite, cocktail, dealers } = run.ceremony;
  const { context } = setup;
  const owner = ownerOf(run.ceremony);
  const keyOf = (seat: Seat) => ({ seat, publicKey: staticKeyOf(setup, seat) });
  const { message, ephemeralSecret, toOwner } = (by.lies.split ?? splitShare)({
    suite,
    context,
    helper: run.me,
    helpers: dealers.map(keyOf),
    owner: keyOf(owner),
    staticSecret: by.staticSecret,
    share: suite.decodeNonZeroScalar(by.share.reveal()),
    random: by.random,
  });
  const signed = ephemeralProofMessage(run.me, context, ROLE_REPAIR);
  const proof = schnorrSign(cocktail, ephemeralSecret, signed, toOwner.ephemeral);
  const body = encodeBody(message, proof);
  return { body: by.lies.body?.(body) ?? body, toOwner };
}

/** Waits until the parts may be dealt. */
function* accepted({ mayReveal, withinMs }: RepairOptions): Protocol<void> {
  yield { type: 'wait', ready: () => mayReveal(), withinMs };
  if (!mayReveal()) throw new Fault({ code: 'not-accepted' });
}
