/**
 * The lineage of a key: the record of every epoch, from which anybody who knows the public key alone
 * can tell who holds it now, and by whose votes. Needs no network.
 * @module
 */
import { ciphersuite, toSigningPublicKeys } from '@permafrost/frost';
import {
  decodeLineage,
  decodeProposal,
  type EpochRecord,
  type ProvenEpoch,
  verifyEpochRecord,
  verifyLineage,
} from '@permafrost/protocol';
import { WireError } from '@permafrost/wire';
import { PermafrostError } from './errors.ts';

/** One epoch of a key whose lineage holds. */
export type LineageEpoch = {
  readonly number: number;
  /** Hex, 32 bytes. */
  readonly epochId: string;
  readonly threshold: number;
  /** Host keys in hex, in order of identifiers. */
  readonly members: readonly string[];
  /** In that order, hex. */
  readonly verifyingShares: readonly string[];
  /** How it was activated; the first epoch needs nothing. */
  readonly grade: 'first' | 'regular' | 'exclusion';
};

export type VerifiedLineage = {
  readonly name: string;
  readonly suite: string;
  /** Hex, 16 bytes. */
  readonly keyId: string;
  /** Hex, as `key show` prints it. */
  readonly publicKey: string;
  readonly epochs: readonly LineageEpoch[];
};

/**
 * Verifies a lineage from the public key alone.
 * @param publicKey hex, as `key show` prints it
 * @throws PermafrostError E_BAD_SIGNATURE saying what does not hold
 */
export function verifyKeyLineage(bytes: Uint8Array, publicKey: string): VerifiedLineage {
  try {
    const { epochs, records } = provenLineage(bytes);
    const verified = lineageOf(epochs, records);
    if (verified.publicKey !== publicKey.toLowerCase()) {
      throw new WireError('it is the lineage of another public key');
    }
    return verified;
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_SIGNATURE',
      message: `the lineage does not hold: ${cause.message}`,
      hint: 'ask another node for it, and compare the public key',
      cause,
    });
  }
}

/** A lineage that holds for the key of its own first epoch. @throws WireError */
export function provenLineage(bytes: Uint8Array): {
  readonly epochs: readonly ProvenEpoch[];
  readonly records: readonly EpochRecord[];
} {
  const records = decodeLineage(bytes);
  const [first] = records;
  if (first === undefined) throw new WireError('lineage: empty');
  const suite = ciphersuite(decodeProposal(first.proposal).suite);
  const { publicKeys } = verifyEpochRecord(suite, undefined, first);
  const groupKey = suite.encodeElement(publicKeys.verifyingKey);
  return { epochs: verifyLineage(suite, groupKey, records), records };
}

function lineageOf(
  epochs: readonly ProvenEpoch[],
  records: readonly EpochRecord[],
): VerifiedLineage {
  const [first] = epochs;
  const [record] = records;
  if (first === undefined || record === undefined) throw new WireError('lineage: empty');
  const { name, suite: id } = decodeProposal(record.proposal);
  const suite = ciphersuite(id);
  const { verifyingKey } = toSigningPublicKeys(first.publicKeys);
  return {
    name,
    suite: id,
    keyId: hex(first.keyId),
    publicKey: hex(suite.encodePublicKey(verifyingKey)),
    epochs: epochs.map(({ number, epochId, group, publicKeys, grade }) => ({
      number,
      epochId: hex(epochId),
      threshold: group.threshold.minSigners,
      members: group.members.map(hex),
      verifyingShares: [...publicKeys.verifyingShares]
        .sort(([a], [b]) => a - b)
        .map(([, share]) => hex(suite.encodeElement(share))),
      grade: grade ?? 'first',
    })),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
