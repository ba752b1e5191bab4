/**
 * Decoders of what changes a key, and the messages of a reshare and a repair that went well: no
 * scene of nodes has them all.
 * @module
 */
import { type Ciphersuite, CocktailFault, concat } from '@permafrost/frost';
import * as protocol from '@permafrost/protocol';
import {
  firstEpoch,
  nextEpoch,
  repairScene,
  reshareScene,
  simulateRepair,
  simulateReshare,
} from '@permafrost/protocol/sim';
import { WireError } from '@permafrost/wire';
import { readReveal } from '../packages/protocol/src/ceremony.ts';
import { encodeComplaint } from '../packages/protocol/src/ceremony-messages.ts';
import { parseParts } from '../packages/protocol/src/repair-body.ts';
import { decodeSumComplaint } from '../packages/protocol/src/repair-sum.ts';
import { binary, type Decoder, paired } from './decoder.ts';

const RESHARE = { seed: 1, old: [1, 2], fresh: [1, 2, 3], minSigners: [2, 2] } as const;
const REPAIR = { seed: 1, minSigners: 2, maxSigners: 3, helpers: [1, 3], lost: 2 } as const;

export function changeDecoders(suite: Ciphersuite): readonly Decoder[] {
  const { cocktail } = suite;
  const reshared = protocol.ceremonyOf(suite, reshareScene({ ...RESHARE, suite }).group, 1);
  const repaired = protocol.ceremonyOf(suite, repairScene({ ...REPAIR, suite }).group, 1);
  const records = [
    paired('decodeVote', protocol.decodeVote, protocol.encodeVote, WireError),
    paired('decodeActivation', protocol.decodeActivation, protocol.encodeActivation, WireError),
    paired('decodeEpochRecord', protocol.decodeEpochRecord, protocol.encodeEpochRecord, WireError),
    paired('decodeLineage', protocol.decodeLineage, protocol.encodeLineage, WireError),
    paired('decodeRepaired', protocol.decodeRepaired, protocol.encodeRepaired, WireError),
  ];
  return [
    ...records,
    binary(
      'readReveal of a reshare',
      (bytes) => {
        if (readReveal(reshared, bytes).type === 'fault') throw new WireError('reveal');
      },
      WireError,
    ),
    binary(
      'readReveal of a repair',
      (bytes) => {
        if (readReveal(repaired, bytes).type === 'fault') throw new WireError('reveal');
      },
      WireError,
    ),
    binary('parseParts', (bytes) => parseParts(cocktail, bytes, 2), CocktailFault),
    binary('decodeSumComplaint', (bytes) => decodeSumComplaint({ cocktail }, bytes, 2), WireError),
  ];
}

/** Of each of these decoders something that it accepts. */
export function changeParts(suite: Ciphersuite): readonly Uint8Array[] {
  const reshared = simulateReshare({ seed: 1, scene: reshareScene({ ...RESHARE, suite }) });
  const repaired = simulateRepair({ seed: 1, scene: repairScene({ ...REPAIR, suite }) });
  const payloads = [...reshared.simulation.letters, ...repaired.simulation.letters].map(
    ({ envelope }) => protocol.parseEnvelope(envelope).payload,
  );
  const [letter] = repaired.simulation.letters;
  if (letter === undefined) throw new RangeError('a repair says something');
  const { cocktail } = suite;
  const complaint = encodeComplaint({
    accused: 1,
    code: 1,
    contextHash: new Uint8Array(32),
    bodyHash: new Uint8Array(64),
    proof: new Uint8Array(2 * cocktail.elementBytes + 2 * cocktail.scalarBytes),
  });
  const disks = [...repaired.simulation.disks.values()].flat().map(({ bytes }) => bytes);
  return [
    ...payloads,
    ...payloads.map((payload) => payload.slice(36, payload.length - cocktail.signatureBytes)),
    concat(complaint, letter.envelope.slice(0, 200)),
    ...disks,
    ...lineage(),
  ];
}

/** A key with a second epoch, in the forms in which it is kept and told. */
function lineage(): readonly Uint8Array[] {
  const first = firstEpoch({ seed: 1, suite: 'ed25519', hosts: 3, members: 2, minSigners: 2 });
  const second = nextEpoch(first, { seed: 1, members: [1, 3], minSigners: 2 });
  const { activation } = second.record;
  if (activation === undefined) throw new RangeError('a second epoch is activated');
  return [
    protocol.encodeEpochRecord(first.record),
    protocol.encodeEpochRecord(second.record),
    protocol.encodeLineage([first.record, second.record]),
    protocol.encodeActivation(activation),
    ...activation.votes.map(protocol.encodeVote),
  ];
}
