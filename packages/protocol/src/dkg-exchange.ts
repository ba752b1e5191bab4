/**
 * When members find that they saw different Joins or Commits, each shows what it received. Either
 * somebody said two things, which its two signatures prove; or nobody did, and they only disagree.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { DKG_ROUND, decodeExchange } from './ceremony-messages.ts';
import { EnvelopeError, type Opened, openEnvelope, parseEnvelope } from './envelope.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { FaultDetail } from './fault.ts';
import { ceremonyKind, ceremonySeats, type Group, hostOf } from './group.ts';
import type { Conflict, Seat } from './session.ts';

export type Found = { readonly detail: FaultDetail; readonly evidence: Evidence };

export type Shown = {
  readonly group: Group;
  readonly attempt: number;
  readonly scope: Uint8Array;
  /** What is compared: Joins or Commits. */
  readonly round: typeof DKG_ROUND.join | typeof DKG_ROUND.commit;
  /** Verified envelopes that we hold, our own included. */
  readonly ours: ReadonlyMap<Seat, Uint8Array>;
  /** Payload of another member's exchange message. */
  readonly theirs: Uint8Array;
};

/** Somebody who signed two different envelopes of this round, one held by us, one shown to us. */
export function findEquivocation(shown: Shown): Found | undefined {
  const { group, attempt, ours } = shown;
  for (const theirs of readable(shown)) {
    const mine = ours.get(theirs.from);
    if (mine === undefined || equalBytes(parseEnvelope(mine).payload, theirs.payload)) continue;
    const hostPub = hostOf(group, theirs.from);
    // Unsigned words prove nothing, and whoever relays them is not worth another look.
    if (hostPub === undefined || !isSignedBy(theirs.bytes, hostPub)) return undefined;
    return equivocation({ group, attempt, envelopes: [mine, theirs.bytes] });
  }
  return undefined;
}

/** The fault and the proof of one seat's two different envelopes of one round. */
export function equivocation(given: {
  readonly group: Group;
  readonly attempt: number;
  readonly envelopes: readonly [Uint8Array, Uint8Array];
}): Found {
  const { group, attempt, envelopes } = given;
  const { from, round } = parseEnvelope(envelopes[0]);
  const culprit = hostOf(group, from);
  if (culprit === undefined) throw new RangeError('no such seat');
  return {
    detail: { code: 'equivocation', culprit: from, round },
    evidence: evidenceOf({
      kind: 'equivocation',
      group,
      attempt,
      envelopes,
      claim: { culprit, code: 'equivocation' },
    }),
  };
}

/**
 * What two messages of one seat, round and session id mean in a key generation: from Join to Cert
 * a host says everything once, also over a restart.
 */
export function ceremonyConflict(group: Group, attempt: number): Conflict {
  return (first, second) => {
    if (first.round > DKG_ROUND.cert) return undefined;
    const envelopes = [first.envelope, second.envelope] as const;
    if (!envelopes.every((bytes) => parseEnvelope(bytes).from === first.from)) return undefined;
    return { ...equivocation({ group, attempt, envelopes }), fatal: true };
  };
}

/**
 * The first seat of which two members hold different envelopes of one round, both signed. `ours`
 * and `theirs` are in any order.
 */
export function compareEnvelopes(given: {
  readonly group: Group;
  readonly attempt: number;
  readonly ours: readonly Uint8Array[];
  readonly theirs: readonly Uint8Array[];
}): Found | undefined {
  const { group, attempt } = given;
  const held = given.ours.map(parseEnvelope);
  for (const bytes of given.theirs) {
    const theirs = parsed(bytes);
    if (
      theirs === undefined ||
      theirs.kind !== ceremonyKind(group) ||
      theirs.round > DKG_ROUND.cert
    )
      continue;
    const mine = held.find(
      (o) =>
        o.from === theirs.from &&
        o.round === theirs.round &&
        equalBytes(o.sessionId, theirs.sessionId) &&
        !equalBytes(o.payload, theirs.payload),
    );
    const hostPub = hostOf(group, theirs.from);
    if (mine === undefined || hostPub === undefined || !isSignedBy(bytes, hostPub)) continue;
    return equivocation({ group, attempt, envelopes: [mine.bytes, theirs.bytes] });
  }
  return undefined;
}

function readable({ group, scope, round, theirs }: Shown): readonly Opened[] {
  let envelopes: readonly Uint8Array[];
  try {
    envelopes = decodeExchange(theirs, ceremonySeats(group).length);
  } catch (error) {
    if (error instanceof WireError) return [];
    throw error;
  }
  return envelopes.flatMap((bytes) => {
    const opened = parsed(bytes);
    const fits =
      opened !== undefined &&
      opened.kind === ceremonyKind(group) &&
      opened.round === round &&
      equalBytes(opened.sessionId, scope);
    return fits ? [opened] : [];
  });
}

function parsed(bytes: Uint8Array): Opened | undefined {
  try {
    return parseEnvelope(bytes);
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}

function isSignedBy(bytes: Uint8Array, hostPub: Uint8Array): boolean {
  try {
    openEnvelope(bytes, { hostPub });
    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
}
