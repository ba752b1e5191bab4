/**
 * Helpers and owners of a repair that break the protocol in one way each.
 * @module
 */
import { frame, type Random, randomScalar, type Scalar, sealTo } from '@permafrost/frost';
import {
  type Ceremony,
  ceremonyOf,
  commitsRoot,
  judgeJoin,
  placeOf,
  readReveal,
  setupOf,
  staticKeyOf,
} from '../ceremony.ts';
import { DKG_ROUND, decodeCommit } from '../ceremony-messages.ts';
import { Fault } from '../fault.ts';
import { hostOf } from '../group.ts';
import { type RepairLies, type RepairOptions, type RepairResult, repair } from '../repair.ts';
import { splitShare, type ToOwner } from '../repair-body.ts';
import { complainOfSum, ownerOf, type Parts } from '../repair-sum.ts';
import { seal } from '../rounds.ts';
import type { Mail, Message, Protocol, Reply, Seat } from '../session.ts';

/** Splits another share than its own; all its parts are good. */
export const splitsAnother: RepairLies = {
  split: (by) => splitShare({ ...by, share: (by.share + 1n) % by.suite.order }),
};

/** Splits its share without its weight, as if it were the only helper. */
export const splitsUnweighted: RepairLies = {
  split: (by) => splitShare({ ...by, owner: { ...by.owner, seat: by.owner.seat + 7 } }),
};

/** A body with one bit flipped at a place. */
export function flipsBody(at: (length: number) => number): RepairLies {
  return { body: (body) => flippedAt(body, at(body.length)) };
}

/** Says another sum than that of the parts it got, well sealed. */
export function saysSum(plaintext: (parts: Parts) => Uint8Array): RepairLies {
  return {
    sum: (_, parts, toOwner) => sealedToOwner(parts, toOwner, plaintext(parts)),
  };
}

/** A Sum of any bytes, sealed as an honest helper would. */
function sealedToOwner(parts: Parts, { dh, ephemeral }: ToOwner, plaintext: Uint8Array) {
  const { ceremony, setup, reveals } = parts;
  const { cocktail } = ceremony;
  const at = reveals.findIndex(({ deal }) => cocktail.group.equals(deal.ephemeral, ephemeral));
  const channel = {
    context: setup.context,
    dh,
    ephemeral,
    sender: staticKeyOf(setup, ceremony.dealers[at] as Seat),
    receiver: staticKeyOf(setup, ownerOf(ceremony)),
  };
  return frame(sealTo(cocktail, channel, plaintext));
}

/**
 * An owner that complains of a Sum that is right, or says something else in its place; `instead` are
 * other parts than those that were revealed.
 */
export function complainsOf(
  helper: Seat,
  change: (payload: Uint8Array) => Uint8Array = (payload) => payload,
  instead: (parts: Parts) => Parts = (parts) => parts,
): (options: RepairOptions) => Protocol<RepairResult> {
  return function* (options) {
    const drawn: Uint8Array[] = [];
    const random: Random = (length) => {
      const bytes = options.random(length);
      drawn.push(bytes.slice());
      return bytes;
    };
    const honest = repair({ ...options, random });
    let reply: Reply | undefined;
    for (;;) {
      const next = reply === undefined ? honest.next(undefined as never) : honest.next(reply);
      if (next.done === true) return next.value;
      const effect = next.value;
      if (effect.type === 'seal' && effect.round === DKG_ROUND.stored && reply !== undefined) {
        const parts = instead(partsIn(options, reply.mail, drawn));
        const said = reply.mail.find((m) => m.round === DKG_ROUND.cert && m.from === helper);
        const payload = complainOfSum(parts, {
          helper,
          sum: said as Message,
          why: 'VSS',
          staticSecret: staticSecretOf(parts.ceremony, drawn),
          random: options.random,
        });
        const { sessionId } = parts.setup;
        const round = DKG_ROUND.cert;
        const envelope = yield* seal({ sessionId, round, to: 'all', payload: change(payload) });
        yield { type: 'send', to: 'all', round, envelope };
        throw new Fault({ code: 'local' });
      }
      reply = yield effect;
    }
  };
}

/** What the owner knows of a repair, from the messages that it got. */
function partsIn(options: RepairOptions, mail: Mail, drawn: readonly Uint8Array[]): Parts {
  const { suite, group, attempt } = options;
  const ceremony = ceremonyOf(suite, group, attempt);
  const { cocktail, scope } = ceremony;
  const said = (round: number, seat: Seat): Uint8Array =>
    (mail.find((m) => m.round === round && m.from === seat) as Message).payload;
  const owner = ownerOf(ceremony);
  const secret = staticSecretOf(ceremony, drawn);
  const joins = ceremony.seats.map((seat) => {
    if (seat === owner) {
      const publicKey = cocktail.group.multiplyBase(secret);
      const join = {
        groupHash: ceremony.groupHash,
        nonce: drawn[3] as Uint8Array,
        publicKey: cocktail.encodeElement(publicKey),
        proof: new Uint8Array(),
      };
      return { join, publicKey };
    }
    const hostPub = hostOf(group, seat) as Uint8Array;
    const payload = said(DKG_ROUND.join, seat);
    const judged = judgeJoin(cocktail, { ...placeOf(group, seat), scope, hostPub, payload });
    if (judged.type !== 'good') throw new Fault({ code: 'local' });
    return judged;
  });
  const setup = setupOf(ceremony, joins);
  const reveals = ceremony.dealers.map((seat) => {
    const read = readReveal(ceremony, said(DKG_ROUND.reveal, seat));
    if (read.type === 'fault') throw new Fault({ code: 'local' });
    return read.reveal;
  });
  const commitments = ceremony.dealers.map(
    (seat) => decodeCommit(said(DKG_ROUND.commit, seat)).bodyCommitment,
  );
  return { ceremony, setup, reveals, root: commitsRoot(setup.sessionId, commitments) };
}

/** A static key is the first that a host draws after its generator was tried twice; then the nonce. */
function staticSecretOf({ cocktail }: Ceremony, drawn: readonly Uint8Array[]): Scalar {
  return randomScalar(cocktail, () => (drawn[2] as Uint8Array).slice());
}

function flippedAt(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
