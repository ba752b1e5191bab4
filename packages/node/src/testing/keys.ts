/**
 * Keys as the members of a group hold them right after a key generation, for tests of the table.
 * @module
 */
import {
  aggregate,
  type Ciphersuite,
  commit,
  identifier,
  parseTranscript,
  Secret,
  sign,
  toHex,
  toSigningKeys,
  toSigningPublicKeys,
} from '@permafrost/frost';
import {
  canaryMessage,
  DKG_ROUND,
  type DkgResult,
  firstEpochId,
  groupOfProposal,
  PENDING,
  sealEnvelope,
  storedPayload,
  transcriptHash,
} from '@permafrost/protocol';
import { seededRandom, simulateDkg, toySuite } from '@permafrost/protocol/sim';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { proposalPath, proposalRecord } from '../core/proposals.ts';
import type { Restored } from '../core/restore.ts';
import { peerIdOfKey } from '../peer-key.ts';
import { type KeyEntry, keyPath, secretName } from '../tables/keys-entry.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { type Person, people, proposalOf, says, WALL_MS } from './operators.ts';

/** Quick, and under the name of a suite that proposals may ask for. */
export const toy: Ciphersuite = { ...toySuite, id: 'ed25519' };

export type Ceremony = {
  /** Members in order of seats. */
  readonly members: readonly Person[];
  /** What this member (from 0) holds; a fresh one at each call. */
  readonly entryOf: (member: number) => KeyEntry;
  /** What is on the disk of a member once the key is active. */
  readonly restoredOf: (member: number) => Restored;
  readonly certOf: (member: number) => Uint8Array;
  readonly storedOf: (member: number) => Uint8Array;
  /** Signed by the first minSigners members; the test message of the key unless given. */
  readonly signatureOf: (message?: Uint8Array) => Uint8Array;
};

const cache = new Map<string, Ceremony>();

/** A key generation of `n` members that went well. The same for the same arguments. */
export function ceremony(
  n: number,
  { attempt = 1, nonce = 1, name = 'team', requester, besides }: CeremonyOptions = {},
): Ceremony {
  const who = `${requester?.operator.name}/${besides?.operator.name}`;
  const label = `${n}/${attempt}/${nonce}/${name}/${who}`;
  const known = cache.get(label);
  if (known !== undefined) return known;
  const made = make(n, { attempt, nonce, name, requester, besides });
  cache.set(label, made);
  return made;
}

export type CeremonyOptions = {
  readonly attempt?: number;
  /** Another one is another proposal. */
  readonly nonce?: number;
  readonly name?: string;
  /** Who may ask for signatures with its operator key; the proposer unless given. */
  readonly requester?: Person;
  /** Another one who may. */
  readonly besides?: Person;
};

function make(
  n: number,
  {
    attempt,
    nonce,
    name,
    requester,
    besides,
  }: Required<Omit<CeremonyOptions, 'requester' | 'besides'>> & {
    readonly requester: Person | undefined;
    readonly besides: Person | undefined;
  },
): Ceremony {
  const all = people(n);
  const first = all[0];
  if (first === undefined) throw new RangeError('a key has members');
  const { hash, bytes, proposal } = proposalOf(first, all, {
    name,
    nonce: new Uint8Array(16).fill(nonce),
    requesters: [requester ?? first, ...(besides === undefined ? [] : [besides])].map(
      ({ operator }) => peerIdOfKey(operator.operatorPub),
    ),
  });
  const group = groupOfProposal(bytes);
  const members = group.members.map((hostPub) => {
    const found = all.find(({ operator }) => operator.host === toHex(hostPub));
    if (found === undefined) throw new RangeError('a member who is nobody');
    return found;
  });
  const seeds = members.map(({ hostSeed }) => hostSeed);
  const hosts = { group, proposal: bytes, seeds };
  const run = simulateDkg({ seed: 7 * attempt + nonce, hosts, suite: toy, attempt });
  const resultOf = (member: number): DkgResult => {
    const outcome = run.simulation.outcomes.get(member + 1);
    if (outcome?.type !== 'complete') throw new RangeError('the key generation failed');
    return outcome.result;
  };
  const storedOf = (member: number): Uint8Array => {
    const { sessionId, transcript } = resultOf(member);
    const payload = storedPayload(transcript);
    const from = member + 1;
    return sealEnvelope(
      {
        suite: toy.id,
        kind: 'cocktail-dkg',
        sessionId,
        round: DKG_ROUND.stored,
        from,
        to: 'all',
        payload,
      },
      seeds[member] ?? new Uint8Array(),
    );
  };
  const made: Ceremony = {
    members,
    restoredOf: (member) => restored(member),
    certOf: (member) => resultOf(member).cert,
    storedOf,
    signatureOf: (message) => {
      const { keyId, transcript } = resultOf(0);
      const epoch = firstEpochId(keyId, transcriptHash(transcript));
      const results = Array.from({ length: proposal.minSigners }, (_, i) => resultOf(i));
      return signatureBy(results, message ?? canaryMessage(keyId, epoch));
    },
    entryOf: (member) => {
      const key = resultOf(member);
      const signingKeys = toSigningPublicKeys(key.publicKeys);
      return {
        id: toHex(key.keyId),
        keyId: key.keyId,
        proposalId: toHex(hash),
        proposal,
        attempt,
        group,
        suite: toy,
        seat: key.seat,
        scope: key.scope,
        sessionId: key.sessionId,
        transcript: key.transcript,
        staticKeys: parseTranscript(toy.cocktail, key.transcript).publicKeys,
        joins: key.joins,
        commits: key.commits,
        reveals: key.reveals,
        epoch: 0,
        epochId: firstEpochId(key.keyId, transcriptHash(key.transcript)),
        publicKeys: key.publicKeys,
        signingKeys,
        publicKey: toy.encodePublicKey(signingKeys.verifyingKey),
        certs: new Map([[key.seat, key.cert]]),
        stored: new Map(),
        told: new Map(),
        complained: new Set(),
        state: 'pending',
        testSignature: undefined,
        settled: false,
        isRetiring: false,
        isSworn: false,
        sinceMs: WALL_MS,
      };
    },
  };

  function restored(member: number): Restored {
    const entry = made.entryOf(member);
    const disk = run.simulation.disks.get(member + 1) ?? [];
    const pending = disk.find(({ kind }) => kind === PENDING);
    const secret = pending?.secret;
    if (pending === undefined || secret === undefined) throw new RangeError('nothing was stored');
    const proposed: ProposalEntry = {
      id: toHex(hash),
      hash,
      bytes,
      proposal,
      statements: new Map(
        members.map((who) => [`accept/${who.operator.host}`, says(who, 'accept', hash)]),
      ),
      starts: new Map(),
      attemptUsed: attempt,
      outcome: 'done',
      detail: '',
      blamed: [],
    };
    const state = encodeMessage(permafrost.v1.StoredKeyState, {
      state: 'active',
      settled: true,
      testSignature: made.signatureOf(),
    });
    return {
      records: [
        [proposalPath(proposed), proposalRecord(proposed)],
        [`name/${name}`, entry.keyId],
        [keyPath(entry.id, 'record'), pending.bytes],
        [keyPath(entry.id, 'state'), state],
        ...members.flatMap((_, i): readonly (readonly [string, Uint8Array])[] => [
          [keyPath(entry.id, `cert/${i + 1}`), made.certOf(i)],
          [keyPath(entry.id, `stored/${i + 1}`), made.storedOf(i)],
        ]),
      ],
      secrets: new Map([[secretName(entry), secret.reveal().slice()]]),
      wallMs: WALL_MS,
    };
  }

  return made;
}

function signatureBy(results: readonly DkgResult[], message: Uint8Array): Uint8Array {
  const random = seededRandom(1, 'nonces');
  const signers = results.map(({ seat, share, publicKeys }) => {
    const signingShare = new Secret(share.reveal().slice());
    const key = toSigningKeys({ identifier: identifier(seat), signingShare, publicKeys });
    return { key, ...commit(key, random) };
  });
  const commitments = new Map(signers.map(({ key, commitments: own }) => [key.identifier, own]));
  const pkg = { message, commitments };
  const shares = new Map(
    signers.map(({ key, nonces }) => [key.identifier, sign(pkg, nonces, key)]),
  );
  const keys = signers[0]?.key.publicKeys;
  if (keys === undefined) throw new RangeError('nobody signs');
  return aggregate(pkg, shares, keys);
}
