/**
 * Keys with several epochs, each made by whole sessions and activated by all that its certificate
 * asks for: records for those who verify them.
 * @module
 */
import {
  aggregate,
  type Ciphersuite,
  ciphersuite,
  commit,
  identifier,
  type KeyPackage,
  Secret,
  type SuiteId,
  sign,
  toSigningKeys,
  utf8,
} from '@permafrost/frost';
import { type ActivationCertificate, quorumOf } from '../activation.ts';
import { DKG_ROUND } from '../ceremony-messages.ts';
import { storedPayload } from '../certificate.ts';
import { hostPubOf, sealEnvelope } from '../envelope.ts';
import { type EpochRecord, type ProvenEpoch, verifyEpochRecord } from '../epoch-record.ts';
import { canaryMessage, compareBytes, proposalHash, RESHARE_KIND } from '../group.ts';
import { encodeProposal, groupOfProposal } from '../proposal.ts';
import type { ReshareResult } from '../reshare.ts';
import { baseFacts, groupOfReshare } from '../reshare-group.ts';
import { countersign, type ProposalStatement, signAsOperator } from '../statements.ts';
import { signVote } from '../vote.ts';
import { simulateDkg } from './dkg.ts';
import { seededRandom } from './random.ts';
import { type Place, type ReshareScene, simulateReshare } from './reshare.ts';

/** A key at one epoch, with all that its members hold. */
export type KeyAtEpoch = {
  readonly suite: Ciphersuite;
  /** Of all hosts that there are, in order of places. */
  readonly seeds: readonly Uint8Array[];
  readonly hosts: readonly Uint8Array[];
  readonly epoch: ProvenEpoch;
  /** Raw, in order of identifiers. */
  readonly keys: readonly KeyPackage[];
  readonly record: EpochRecord;
};

const TERMS = {
  name: 'key',
  purpose: 'sign',
  requesters: [],
  policy: new Uint8Array(),
  proposer: utf8('somebody'),
  expiresMs: 1_700_000_000_000,
} as const;

/** A new key of the first of `hosts` hosts. */
export function firstEpoch(options: {
  readonly seed: number;
  readonly suite: SuiteId;
  readonly hosts: number;
  readonly members: number;
  readonly minSigners: number;
}): KeyAtEpoch {
  const { seed, members: n, minSigners } = options;
  const suite = ciphersuite(options.suite);
  const random = seededRandom(seed, 'lineage');
  const seeds = Array.from({ length: options.hosts }, () => random(32)).sort((a, b) =>
    compareBytes(hostPubOf(a), hostPubOf(b)),
  );
  const hosts = seeds.map(hostPubOf);
  const proposal = encodeProposal({
    ...TERMS,
    type: 'create',
    suite: options.suite,
    minSigners,
    members: hosts.slice(0, n),
    node: hosts[0] as Uint8Array,
    nonce: random(16),
  });
  const group = groupOfProposal(proposal);
  const run = simulateDkg({ seed, suite, hosts: { group, proposal, seeds: seeds.slice(0, n) } });
  const outcomes = [...run.simulation.outcomes].sort(([a], [b]) => a - b);
  const results = outcomes.map(([, outcome]) => {
    if (outcome.type !== 'complete') throw new RangeError(outcome.detail.code);
    return outcome.result;
  });
  const { joins, transcript } = results[0] as (typeof results)[number];
  const certs = results.map(({ cert }) => cert);
  const activation = undefined;
  const record = { proposal, attempt: 1, without: [], joins, certs, transcript, activation };
  const keys = results.map(({ seat, share, publicKeys }) => ({
    identifier: identifier(seat),
    signingShare: share,
    publicKeys,
  }));
  return { suite, seeds, hosts, epoch: verifyEpochRecord(suite, undefined, record), keys, record };
}

/** The epoch after it, of these places, activated; with `excluded`, by exclusion. */
export function nextEpoch(
  from: KeyAtEpoch,
  change: {
    readonly seed: number;
    readonly members: readonly Place[];
    readonly minSigners: number;
    readonly dealers?: readonly Place[];
    readonly excluded?: readonly Place[];
  },
): KeyAtEpoch {
  const { suite, seeds, hosts, epoch } = from;
  const random = seededRandom(change.seed, 'next epoch');
  const at = (places: readonly Place[]): readonly Uint8Array[] =>
    places.map((place) => hosts[place - 1] as Uint8Array);
  const base = baseFacts(epoch);
  const proposal = encodeProposal({
    ...TERMS,
    type: 'reshare',
    suite: suite.id as SuiteId,
    minSigners: change.minSigners,
    members: at(change.members),
    node: hosts[0] as Uint8Array,
    nonce: random(16),
    keyId: base.keyId,
    baseEpochId: base.epochId,
    baseNumber: base.number,
    number: base.number + 1,
    groupKey: base.groupKey,
    baseMinSigners: base.minSigners,
    baseMembers: base.members,
    dealers: change.dealers === undefined ? base.members : at(change.dealers),
    excluded: at(change.excluded ?? []),
  });
  const group = groupOfReshare(proposal, base);
  const scene: ReshareScene = { suite, seeds, hosts, base, keys: from.keys, proposal, group };
  const run = simulateReshare({ seed: change.seed, scene });
  const results = change.members.map((place): ReshareResult => {
    const outcome = run.simulation.outcomes.get(place);
    if (outcome?.type !== 'complete') throw new RangeError('no next epoch');
    return outcome.result;
  });
  const [result] = results;
  if (result === undefined) throw new RangeError('no members');
  const keys = results.map(({ share, publicKeys }, i) => ({
    identifier: identifier(i + 1),
    signingShare: share as Secret,
    publicKeys,
  }));
  const record: EpochRecord = {
    proposal,
    attempt: 1,
    without: [],
    joins: result.joins,
    certs: results.map(({ cert }) => cert),
    transcript: result.transcript,
    activation: activationOf({ ...from, keys }, { result, proposal, change }),
  };
  return { ...from, keys, record, epoch: verifyEpochRecord(suite, epoch, record) };
}

function activationOf(
  of: KeyAtEpoch,
  made: {
    readonly result: ReshareResult;
    readonly proposal: Uint8Array;
    readonly change: { readonly excluded?: readonly Place[] };
  },
): ActivationCertificate {
  const { suite, hosts, seeds, epoch: base, keys } = of;
  const { result, proposal } = made;
  const { sessionId, keyId, epochId, transcript, group } = result;
  const payload = storedPayload(transcript);
  const words = {
    suite: suite.id,
    kind: RESHARE_KIND,
    sessionId,
    round: DKG_ROUND.stored,
  } as const;
  const seedOf = (host: Uint8Array): Uint8Array =>
    seeds[hosts.findIndex((one) => compareBytes(one, host) === 0)] as Uint8Array;
  const stored = group.members.map((host, i) =>
    sealEnvelope({ ...words, from: i + 1, to: 'all', payload }, seedOf(host)),
  );
  const excluded = (made.change.excluded ?? []).map((place) => hosts[place - 1] as Uint8Array);
  const { members, threshold } = base.group;
  const remaining = members.filter(
    (host) => !excluded.some((one) => compareBytes(one, host) === 0),
  );
  const isExclusion = excluded.length > 0;
  const need = isExclusion
    ? remaining.length
    : quorumOf(threshold.maxSigners, threshold.minSigners);
  const name = { keyId, baseEpochId: base.epochId, number: base.number + 1, epochId };
  return {
    stored,
    testSignature: signatureBy(keys, canaryMessage(keyId, epochId)),
    votes: remaining.slice(0, need).map((host) => signVote(name, seedOf(host))),
    acceptances: isExclusion ? remaining.map((host) => byHand(proposal, seedOf(host))) : [],
  };
}

/** An operator's acceptance, countersigned by this host. */
export function byHand(proposal: Uint8Array, hostSeed: Uint8Array): ProposalStatement {
  const hash = proposalHash(proposal);
  const operatorSeed = hostSeed.map((byte) => byte ^ 0x55);
  const signature = signAsOperator('accept', hash, operatorSeed);
  const operator = { publicKey: hostPubOf(operatorSeed), signature };
  return countersign({ verb: 'accept', proposalHash: hash, operator }, hostSeed);
}

/** A signature by as many of these as it takes, from their raw keys. */
export function signatureBy(keys: readonly KeyPackage[], message: Uint8Array): Uint8Array {
  const random = seededRandom(1, 'nonces');
  const { minSigners } = (keys[0] as KeyPackage).publicKeys;
  const signers = keys.slice(-minSigners).map((raw) => {
    const signingShare = new Secret(raw.signingShare.reveal().slice());
    const key = toSigningKeys({ ...raw, signingShare });
    return { key, ...commit(key, random) };
  });
  const commitments = new Map(signers.map(({ key, commitments: own }) => [key.identifier, own]));
  const pkg = { message, commitments };
  const shares = new Map(
    signers.map(({ key, nonces }) => [key.identifier, sign(pkg, nonces, key)]),
  );
  return aggregate(pkg, shares, (signers[0] as (typeof signers)[number]).key.publicKeys);
}
