/**
 * What convinces somebody who was not there, and trusts only a roster, that a group key belongs to
 * these members. The session keys that certify a transcript are fresh, so that anybody could make
 * up a transcript with keys of his own: the members' host keys have to stand behind each of them.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  concat,
  type Element,
  equalBytes,
  type PublicKeyPackage,
  schnorrVerify,
  type Transcript,
  verifyProofOfPossession,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { ceremonyOf, constantOf, judgeJoin, placeOf, type Setup, setupOf } from './ceremony.ts';
import { DKG_ROUND, decodeCert, kindOfThird } from './ceremony-messages.ts';
import { parseCeremonyTranscript } from './ceremony-transcript.ts';
import { publicKeysIn } from './dkg-record.ts';
import { EnvelopeError, type Opened, openEnvelope } from './envelope.ts';
import {
  ceremonyKind,
  ceremonySeats,
  epochIdOf,
  type Group,
  hostOf,
  keyIdOf,
  seatsOf,
  transcriptHash,
} from './group.ts';

export type KeyProof = {
  readonly group: Group;
  readonly attempt: number;
  /** Signed envelopes in order of seats. */
  readonly joins: readonly Uint8Array[];
  readonly certs: readonly Uint8Array[];
  readonly transcript: Uint8Array;
};

export type ProvenKey = {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly sessionId: Uint8Array;
  /** Raw. */
  readonly publicKeys: PublicKeyPackage;
};

/**
 * Checks a proof: every member's signed Join and Cert, the transcript's own context, and that every
 * dealer knew what it dealt. That the host keys are the right ones is for the caller to check.
 * @throws WireError saying what is wrong.
 */
export function verifyKeyProof(suite: Ciphersuite, proof: KeyProof): ProvenKey {
  const { group, attempt, transcript } = proof;
  const ceremony = ceremonyOf(suite, group, attempt);
  const joins = opened(proof, DKG_ROUND.join).map(({ payload, from, sessionId: scope }) => {
    const hostPub = hostOf(group, from) as Uint8Array;
    const place = placeOf(group, from);
    const judged = judgeJoin(suite.cocktail, { ...place, scope, hostPub, payload });
    if (
      judged.type !== 'good' ||
      !equalBytes(scope, ceremony.scope) ||
      !equalBytes(judged.join.groupHash, ceremony.groupHash)
    ) {
      throw new WireError('key proof: a Join of another group, or a bad one');
    }
    return judged;
  });
  const setup = setupOf(ceremony, joins);
  const parsed = parsedTranscript(suite, group, transcript);
  checkTranscript(suite, { group, setup, parsed });
  checkCerts(suite, { proof, setup });
  const publicKeys = provenKeys(suite, parsed);
  const { change } = group;
  // Every byte, with parity: of the points x and −x only one is this key.
  if (change !== undefined) {
    const raw = suite.encodeElement(publicKeys.verifyingKey);
    if (!equalBytes(raw, change.base.groupKey)) throw new WireError('key proof: of another key');
  }
  return {
    keyId: keyIdOf(group, attempt),
    epochId: epochIdOf(group, attempt, transcript),
    sessionId: setup.sessionId,
    publicKeys,
  };
}

function provenKeys(suite: Ciphersuite, parsed: Transcript): PublicKeyPackage {
  try {
    return publicKeysIn(suite, parsed);
  } catch (error) {
    if (!(error instanceof CocktailFault)) throw error;
    throw new WireError('key proof: a key that is the identity', { cause: error });
  }
}

function checkTranscript(
  suite: Ciphersuite,
  given: { readonly group: Group; readonly setup: Setup; readonly parsed: Transcript },
): void {
  const { group, setup, parsed } = given;
  const { cocktail } = suite;
  const fits =
    equalBytes(parsed.context, setup.context) &&
    parsed.minSigners === group.threshold.minSigners &&
    parsed.maxSigners === group.threshold.maxSigners &&
    setup.publicKeys.every((key, i) =>
      cocktail.group.equals(key, parsed.publicKeys[i] as (typeof setup.publicKeys)[number]),
    );
  if (!fits) throw new WireError('key proof: a transcript of another session');
  parsed.commitments.forEach((commitment, i) => {
    const { change } = group;
    if (change !== undefined) {
      const expected = constantOf(suite, change, change.dealers[i] as number);
      if (!cocktail.group.equals(commitment[0] as Element, expected)) {
        throw new WireError('key proof: a dealer dealt something else than its share');
      }
    }
    const ephemeral = parsed.ephemerals[i] as (typeof setup.publicKeys)[number];
    const dealt = {
      commitment,
      proof: parsed.proofs[i] as Uint8Array,
      commitmentBytes: concat(...commitment.map((point) => cocktail.encodeElement(point))),
      ephemeralBytes: cocktail.encodeElement(ephemeral),
    };
    if (!verifyProofOfPossession(cocktail, setup.context, dealt)) {
      throw new WireError('key proof: a dealer did not prove what it dealt');
    }
  });
}

function checkCerts(
  suite: Ciphersuite,
  { proof, setup }: { readonly proof: KeyProof; readonly setup: Setup },
): void {
  const hash = transcriptHash(proof.transcript);
  opened(proof, DKG_ROUND.cert).forEach(({ payload, sessionId }, i) => {
    if (
      !equalBytes(sessionId, setup.sessionId) ||
      kindOfThird(suite.cocktail, payload) !== 'cert'
    ) {
      throw new WireError('key proof: a Cert of another session');
    }
    const cert = decodeCert(suite.cocktail, payload);
    const key = setup.publicKeys[i] as (typeof setup.publicKeys)[number];
    if (
      !equalBytes(cert.transcriptHash, hash) ||
      !schnorrVerify(suite.cocktail, key, proof.transcript, cert.signature)
    ) {
      throw new WireError('key proof: a Cert does not verify');
    }
  });
}

/** One envelope of each seat that speaks in this round, signed by its host, in order of seats. */
function opened(proof: KeyProof, round: typeof DKG_ROUND.join | typeof DKG_ROUND.cert): Opened[] {
  const { group } = proof;
  const envelopes = round === DKG_ROUND.join ? proof.joins : proof.certs;
  const seats = round === DKG_ROUND.join ? ceremonySeats(group) : seatsOf(group);
  if (envelopes.length !== seats.length) {
    throw new WireError('key proof: one envelope of each member');
  }
  return envelopes.map((bytes, i) => {
    const hostPub = hostOf(group, i + 1) as Uint8Array;
    let envelope: Opened;
    try {
      envelope = openEnvelope(bytes, { hostPub });
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
      throw new WireError('key proof: an envelope is not signed by its member', { cause: error });
    }
    const { kind, suite, from } = envelope;
    if (
      kind !== ceremonyKind(group) ||
      suite !== group.suite ||
      envelope.round !== round ||
      from !== i + 1
    ) {
      throw new WireError('key proof: an envelope out of place');
    }
    return envelope;
  });
}

function parsedTranscript(suite: Ciphersuite, group: Group, transcript: Uint8Array): Transcript {
  try {
    return parseCeremonyTranscript(suite, group, transcript);
  } catch (error) {
    if (error instanceof CocktailFault) throw new WireError('key proof: no transcript');
    throw error;
  }
}
