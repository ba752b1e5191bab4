/**
 * Opening what was dealt to us, and complaints about what does not open: our own and others'.
 * @module
 */
import { type DhKeys, equalBytes, type Random, type Scalar } from '@permafrost/frost';
import { type Ceremony, type ReadReveal, readReveal, type Setup } from './ceremony.ts';
import { DKG_ROUND, kindOfThird } from './ceremony-messages.ts';
import { complain, dhFrom, dhWith, openDealt } from './complaint.ts';
import { caseAgainst, evidenceAgainst, verdictOn } from './dkg-case.ts';
import { awaited, fits, type Run } from './dkg-listen.ts';
import { parseEnvelope } from './envelope.ts';
import { isMalformed } from './evidence-verify.ts';
import { Fault, type ShareFault } from './fault.ts';
import { resend, seal } from './rounds.ts';
import type { Mail, Message, Protocol, Seat } from './session.ts';

/** All Reveals, read and with their proofs verified, in order of dealers. */
export type Reveals = readonly ReadReveal[];

/**
 * What every dealer dealt to us, in order of seats.
 * @throws Fault `bad-share` after complaining about a dealer.
 */
export function* openShares(
  run: Run,
  setup: Setup,
  given: {
    readonly reveals: Reveals;
    readonly staticSecret: Scalar;
    /** What our own dealing, by the same static key, came to share with each member. */
    readonly dh?: readonly DhKeys[];
    readonly random: Random;
  },
): Protocol<readonly Scalar[]> {
  const { ceremony, me } = run;
  const { reveals, staticSecret, random } = given;
  const opened = reveals.map((reveal, i) => {
    const dealer = { seat: ceremony.dealers[i] as Seat, reveal };
    const dh = dhOf(ceremony, setup, { dealer, me, staticSecret, known: given.dh?.[i] });
    return openDealt(ceremony, setup, { dealer, to: me, dh });
  });
  const at = opened.findIndex(({ type }) => type === 'fault');
  if (at < 0) {
    return opened.map((o) => {
      if (o.type === 'fault') throw new RangeError('unreachable: faults were found before');
      return o.share;
    });
  }

  // Before the whole world is told: once more from the bytes on record, by the rules by which
  // everybody else will judge. A flipped bit in our memory must not accuse anybody.
  const accused = ceremony.dealers[at] as Seat;
  if (run.mine.includes(accused)) throw new RangeError('own share does not open');
  const again = readReveal(
    ceremony,
    parseEnvelope(run.envelopeOf(DKG_ROUND.reveal, accused)).payload,
  );
  if (again.type === 'fault') throw new RangeError('a stored Reveal changed');
  const dealer = { seat: accused, reveal: again.reveal };
  const dh = dhWith(ceremony.cocktail, setup, dealer, staticSecret);
  const result = openDealt(ceremony, setup, { dealer, to: me, dh });
  if (result.type !== 'fault') throw new RangeError('a share opened the second time');
  const why: ShareFault = result.code;
  const payload = complain(ceremony, setup, { me, dealer, why, staticSecret, random });
  const { sessionId } = setup;
  const envelope = yield* seal({ sessionId, round: DKG_ROUND.cert, to: 'all', payload });
  const envelopes = [...caseAgainst(run, accused), envelope];
  const evidence = evidenceAgainst(run, accused, {
    kind: 'complaint',
    code: 'bad-share',
    envelopes,
  });
  const verdict = verdictOn(run, evidence);
  if (!verdict.proven || !equalBytes(verdict.culprit, evidence.claim.culprit)) {
    throw new RangeError('own complaint does not convince ourselves');
  }
  yield* resend(DKG_ROUND.cert, envelope);
  throw new Fault({ code: 'bad-share', culprit: accused, witness: me }, evidence);
}

function dhOf(
  { cocktail, group }: Ceremony,
  setup: Setup,
  given: {
    readonly dealer: { readonly seat: Seat; readonly reveal: ReadReveal };
    readonly me: Seat;
    readonly staticSecret: Scalar;
    readonly known: DhKeys | undefined;
  },
): DhKeys {
  const { dealer, me, staticSecret, known } = given;
  if (known === undefined || group.change !== undefined) {
    return dhWith(cocktail, setup, dealer, staticSecret);
  }
  return dealer.seat === me ? known : dhFrom(cocktail, dealer.reveal, staticSecret, known);
}

/** Others' complaints that came before our own Cert: each names exactly one culprit. */
export function heedComplaints(
  run: Run,
  setup: Setup,
  mail: Mail,
  reveals: ReadonlyMap<Seat, Message>,
): void {
  const { suite, cocktail, receivers } = run.ceremony;
  for (const message of mail) {
    const { round, from, payload, envelope } = message;
    if (round !== DKG_ROUND.cert || !equalBytes(message.sessionId, setup.sessionId)) continue;
    if (!fits(run, message)) continue;
    if (isMalformed(suite, parseEnvelope(envelope))) {
      const evidence = evidenceAgainst(run, from, {
        kind: 'malformed',
        code: 'malformed-message',
        envelopes: [envelope],
      });
      throw new Fault({ code: 'malformed-message', culprit: from, round }, evidence);
    }
    if (kindOfThird(cocktail, payload) !== 'complaint') continue;
    // Who gets no share has nothing to complain about.
    if (!receivers.includes(from)) continue;
    const accused = ((payload[0] as number) << 8) | (payload[1] as number);
    const known = run.said.get(DKG_ROUND.reveal)?.has(accused) || reveals.has(accused);
    if (!known && awaited(run, DKG_ROUND.reveal).includes(accused)) continue; // Its Reveal is still on its way.
    if (!known) throw new Fault({ code: 'void-complaint', seats: [from] });
    const envelopes = [...caseAgainst(run, accused), envelope];
    const evidence = evidenceAgainst(run, accused, {
      kind: 'complaint',
      code: 'bad-share',
      envelopes,
    });
    const verdict = verdictOn(run, evidence);
    if (!verdict.proven) throw new Fault({ code: 'void-complaint', seats: [from] });
    if (equalBytes(verdict.culprit, evidence.claim.culprit)) {
      throw new Fault({ code: 'bad-share', culprit: accused, witness: from }, evidence);
    }
    const against = evidenceAgainst(run, from, {
      kind: 'complaint',
      code: 'false-complaint',
      envelopes,
    });
    throw new Fault({ code: 'false-complaint', culprit: from, accused }, against);
  }
}
