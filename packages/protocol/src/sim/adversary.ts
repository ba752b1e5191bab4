/**
 * Members that break the protocol, each in one way, and know everything else about it.
 * @module
 */
import {
  concat,
  deal,
  type Element,
  LP,
  type Random,
  randomScalar,
  type Scalar,
  schnorrSign,
  sealTo,
} from '@permafrost/frost';
import {
  bodyCommitment,
  type Ceremony,
  ceremonyOf,
  commitsRoot,
  ephemeralProofMessage,
  joinProofMessage,
  judgeJoin,
  type ReadReveal,
  readReveal,
  type Setup,
  setupOf,
} from '../ceremony.ts';
import {
  DKG_ROUND,
  decodeCommit,
  encodeBody,
  encodeCommit,
  encodeJoin,
  encodeReveal,
} from '../ceremony-messages.ts';
import type { DkgOptions, DkgResult } from '../dkg.ts';
import { Fault } from '../fault.ts';
import { hostOf } from '../group.ts';
import { gather, seal } from '../rounds.ts';
import type { Message, Protocol, Seat } from '../session.ts';
import type { Byzantine } from './dkg.ts';

/** All that a dealer knows of its own deal. */
export type DealtSecrets = {
  readonly ceremony: Ceremony;
  readonly setup: Setup;
  readonly me: Seat;
  readonly staticSecret: Scalar;
  readonly ephemeralSecret: Scalar;
  readonly ephemeral: Element;
  /** msg1 of COCKTAIL. */
  readonly message: Uint8Array;
  readonly random: Random;
};

/** What a member says instead; undefined: nothing to this one. */
type Alter = (
  payload: Uint8Array,
  to: Seat,
  know: Pick<DealtSecrets, 'me' | 'random'>,
) => Uint8Array | undefined;

export type Twist = {
  readonly join?: Alter;
  /** Before it is committed to. */
  readonly body?: (body: Uint8Array, secrets: DealtSecrets) => Uint8Array;
  readonly commit?: Alter;
  readonly reveal?: Alter;
  /** After all Reveals are in. Without it, the member says nothing more. */
  readonly third?: (
    secrets: DealtSecrets & { readonly reveals: ReadonlyMap<Seat, ReadReveal> },
  ) => Uint8Array | undefined;
  /** Another commitment to the others' commitments. */
  readonly root?: (root: Uint8Array) => Uint8Array;
};

const asIs: Alter = (payload) => payload;

/** A member that follows the protocol but for one twist. It never completes. */
export function byzantine(twist: Twist): Byzantine {
  return (options) => misbehave(options, twist);
}

function* misbehave(options: DkgOptions, twist: Twist): Protocol<DkgResult> {
  const { suite, group, attempt, me, random, withinMs } = options;
  const ceremony = ceremonyOf(suite, group, attempt);
  const { cocktail, scope } = ceremony;
  const hostPub = hostOf(group, me) as Uint8Array;
  const others = group.members.map((_, i) => i + 1).filter((seat) => seat !== me);
  const staticSecret = randomScalar(cocktail, random);

  function* say(
    round: number,
    sessionId: Uint8Array,
    payload: Uint8Array,
    alter: Alter = asIs,
  ): Protocol<void> {
    for (const to of others) {
      const said = alter(payload, to, { me, random });
      if (said === undefined) continue;
      const envelope = yield* seal({ sessionId, round, to: 'all', payload: said });
      yield { type: 'send', to, round, envelope };
    }
  }
  function* hear(round: number, sessionId: Uint8Array): Protocol<ReadonlyMap<Seat, Message>> {
    const stage = 'lurking';
    const { there } = yield* gather({ round, sessionId, from: others, withinMs, stage });
    if (there.size < others.length) throw new Fault({ code: 'local' });
    return there;
  }
  const inOrder = <T>(own: T, of: (seat: Seat) => T): readonly T[] =>
    group.members.map((_, i) => (i + 1 === me ? own : of(i + 1)));

  const nonce = random(32);
  const ownJoin = encodeJoin({
    groupHash: ceremony.groupHash,
    nonce,
    publicKey: cocktail.encodeElement(cocktail.group.multiplyBase(staticSecret)),
    proof: schnorrSign(
      cocktail,
      staticSecret,
      joinProofMessage({ seat: me, scope, hostPub, nonce }),
    ),
  });
  yield* say(DKG_ROUND.join, scope, ownJoin, twist.join);
  const joins = yield* hear(DKG_ROUND.join, scope);
  const payloads = inOrder(ownJoin, (seat) => (joins.get(seat) as Message).payload);
  const setup = setupOf(
    ceremony,
    payloads.map((payload, i) => {
      const host = hostOf(group, i + 1) as Uint8Array;
      const judged = judgeJoin(cocktail, { seat: i + 1, scope, hostPub: host, payload });
      if (judged.type !== 'good') throw new Fault({ code: 'local' });
      return judged;
    }),
  );

  const { context } = setup;
  const receivers = setup.publicKeys.map((publicKey, i) => ({ x: BigInt(i + 1), publicKey }));
  const { minSigners } = ceremony;
  const dealt = deal({ suite: cocktail, context, minSigners, staticSecret, receivers, random });
  const pokE = schnorrSign(cocktail, dealt.ephemeralSecret, ephemeralProofMessage(me, context));
  const honest = encodeBody(dealt.message, pokE);
  const secrets: DealtSecrets = { ceremony, setup, me, staticSecret, random, ...dealt };
  const body = twist.body?.(honest, secrets) ?? honest;
  const commitment = bodyCommitment(setup.sessionId, me, body);
  const commit = encodeCommit({ bodyCommitment: commitment, contextHash: setup.contextHash });
  yield* say(DKG_ROUND.commit, scope, commit, twist.commit);
  const commits = yield* hear(DKG_ROUND.commit, scope);

  const root = commitsRoot(
    setup.sessionId,
    inOrder(commitment, (seat) => {
      const { payload } = commits.get(seat) as Message;
      return payload.length === 64 ? decodeCommit(payload).bodyCommitment : new Uint8Array(32);
    }),
  );
  const reveal = encodeReveal({ root: twist.root?.(root) ?? root, body });
  yield* say(DKG_ROUND.reveal, setup.sessionId, reveal, twist.reveal);
  const shown = yield* hear(DKG_ROUND.reveal, setup.sessionId);
  const reveals = new Map<Seat, ReadReveal>();
  for (const [seat, { payload }] of [...shown, [me, { payload: reveal }] as const]) {
    const judged = readReveal(ceremony, payload);
    if (judged.type === 'read') reveals.set(seat, judged.reveal);
  }
  const third = twist.third?.({ ...secrets, reveals });
  if (third !== undefined) yield* say(DKG_ROUND.cert, setup.sessionId, third);
  throw new Fault({ code: 'local' });
}

/** The body with another plaintext sealed to one receiver. */
export function dealInstead(secrets: DealtSecrets, to: Seat, plaintext: Uint8Array): Uint8Array {
  const { ceremony, setup, me, staticSecret, ephemeralSecret, ephemeral, message } = secrets;
  const { cocktail } = ceremony;
  const receiver = setup.publicKeys[to - 1] as Element;
  const sealed = sealTo(
    cocktail,
    {
      context: setup.context,
      dh: {
        se: cocktail.group.multiply(receiver, ephemeralSecret),
        sd: cocktail.group.multiply(receiver, staticSecret),
      },
      ephemeral,
      sender: setup.publicKeys[me - 1] as Element,
      receiver,
    },
    plaintext,
  );
  const changed = Uint8Array.from(message);
  changed.set(sealed, ciphertextAt(ceremony, to));
  const proof = schnorrSign(cocktail, ephemeralSecret, ephemeralProofMessage(me, setup.context));
  return concat(LP(changed), proof);
}

/** Where in msg1 the ciphertext to a seat begins, behind its 8 bytes of length. */
export function ciphertextAt(ceremony: Ceremony, to: Seat): number {
  const { cocktail, minSigners, sizes } = ceremony;
  const fixed = (minSigners + 1) * cocktail.elementBytes + cocktail.signatureBytes;
  return fixed + (to - 1) * (8 + sizes.ciphertext) + 8;
}

/** A copy with one bit flipped. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
