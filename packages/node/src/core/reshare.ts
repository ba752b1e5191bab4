/**
 * This node's part in dealing the next epoch of a key: which session it runs, what that writes, and
 * what the key's entry is made of afterwards.
 * @module
 */
import { toHex, toSigningPublicKeys } from '@permafrost/frost';
import {
  type BaseFacts,
  baseFacts,
  baseOfRecord,
  type CreateProposal,
  DEALT,
  type DurableRecord,
  decodePending,
  epochIdOf,
  epochKeysOf,
  groupOfHosts,
  groupOfReshare,
  mayDeal,
  type PendingKey,
  PREPARED,
  parseCeremonyTranscript,
  RESHARE_KIND,
  sealEnvelope,
  seatsOfHost,
  startReshare,
} from '@permafrost/protocol';
import { WireError } from '@permafrost/wire';
import type { Action } from '../effects.ts';
import { activeEpoch, isOfActive, type KeyEpochs } from '../tables/epochs.ts';
import { type KeyEntry, secretName } from '../tables/keys-entry.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import type { Changing } from './ceremonies.ts';
import { type Ceremonies, isReplayed, type Running } from './ceremonies-state.ts';
import { type CoreContext, log } from './context.ts';
import { rawShareOf, type Signing } from './signing.ts';

/** Where all that this node holds of an epoch of a key is stored. */
export function epochPath(
  { id, epochId }: { readonly id: string; readonly epochId: Uint8Array },
  what: string,
): string {
  return `epoch/${id}/${toHex(epochId)}/${what}`;
}

/** The session of an attempt to deal the next epoch; undefined where it is not ours to run. */
export function changingSession(
  context: CoreContext,
  signing: Signing,
  ceremonies: Ceremonies,
  given: {
    readonly epochs: KeyEpochs | undefined;
    readonly entry: ProposalEntry;
    readonly attempt: number;
  },
): Changing | undefined {
  const { epochs, entry, attempt } = given;
  const { proposal } = entry;
  if (proposal.type !== 'reshare' || epochs === undefined) return undefined;
  if (!isOfActive(epochs, proposal)) return undefined;
  const { hostSeed, random, ceremonyRoundMs, suiteOf } = context.options;
  const { hostPub } = context.directory.self;
  const base = baseFacts(activeEpoch(epochs).epoch);
  const without = entry.starts.get(attempt)?.without ?? [];
  let group: ReturnType<typeof groupOfReshare>;
  try {
    group = groupOfReshare(entry.bytes, base, without);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    log(context, 'warn', 'a change of a key does not fit', {
      key: proposal.name,
      why: error.message,
    });
    return undefined;
  }
  const seats = seatsOfHost(group, hostPub);
  if (seats.length === 0) return undefined;
  const deals = seats.some((seat) => seat > group.members.length);
  const share = deals ? rawShareOf(signing, { id: epochs.id, epochId: base.epochId }) : undefined;
  if (deals && share === undefined) {
    log(context, 'warn', 'no share to deal from', { key: proposal.name });
    return undefined;
  }
  const session = startReshare(
    {
      suite: suiteOf(group.suite),
      group,
      proposal: entry.bytes,
      attempt,
      hostPub,
      ...(share === undefined ? {} : { share }),
      mayReveal: () => mayDeal(entry.bytes, base, [...entry.statements.values()]),
      random,
      withinMs: ceremonyRoundMs,
      usedSession: (id, publicKeys) => isReplayed(ceremonies, id, publicKeys),
    },
    (unsealed) =>
      sealEnvelope(
        {
          ...unsealed,
          suite: group.suite,
          kind: RESHARE_KIND,
          from: unsealed.from ?? (seats[0] as number),
        },
        hostSeed,
      ),
  );
  return { group, seats, subject: epochs.subject, session };
}

/** What a session of a change writes. */
export function changeRecord(
  { entry, group, attempt }: Pick<Running, 'entry' | 'group' | 'attempt'>,
  record: DurableRecord,
): Extract<Action, { readonly type: 'persist' }> {
  if (record.kind === DEALT) {
    const key = `dealt/${entry.id}/${attempt}`;
    return { type: 'persist', changes: [{ type: 'put', key, value: record.bytes }] };
  }
  if (record.kind !== PREPARED || record.secret === undefined) {
    throw new RangeError(`a change of a key stored ${record.kind}`);
  }
  const { key } = decodePending(record.bytes, () => group);
  const id = toHex(key.keyId);
  const of = { id, epochId: epochIdOf(group, attempt, key.transcript) };
  return {
    type: 'persist',
    changes: [
      { type: 'put', key: epochPath(of, 'prepared'), value: record.bytes },
      { type: 'put', key: epochPath(of, `cert/${key.seat}`), value: key.cert },
    ],
    secrets: [{ type: 'put-secret', name: secretName(of), bytes: record.secret.reveal().slice() }],
  };
}

/** The entry of a later epoch of a key, of a member of it. */
export function laterEntry(
  context: CoreContext,
  of: {
    readonly subject: string;
    readonly created: CreateProposal;
    readonly key: PendingKey;
  },
): KeyEntry {
  const { subject, created, key } = of;
  const { group, attempt, transcript } = key;
  const suite = context.options.suiteOf(group.suite);
  const publicKeys = epochKeysOf(suite, group, transcript);
  const signingKeys = toSigningPublicKeys(publicKeys);
  const certs = key.cert.length === 0 ? [] : [[key.seat, key.cert] as const];
  return {
    ...key,
    id: toHex(key.keyId),
    proposalId: subject,
    proposal: created,
    suite,
    staticKeys: parseCeremonyTranscript(suite, group, transcript).publicKeys,
    epoch: group.change?.number ?? 0,
    epochId: epochIdOf(group, attempt, transcript),
    publicKeys,
    signingKeys,
    publicKey: suite.encodePublicKey(signingKeys.verifyingKey),
    certs: new Map(certs),
    stored: new Map(),
    told: new Map(),
    complained: new Set(),
    state: 'pending',
    testSignature: undefined,
    settled: true,
    isRetiring: false,
    isSworn: false,
    sinceMs: context.clocks.wallMs,
  };
}

/** Reads what {@link changeRecord} wrote, with the base that it names. @throws WireError */
export function preparedOf(
  record: Uint8Array,
  baseNamed: (epochId: Uint8Array) => BaseFacts | undefined,
): ReturnType<typeof decodePending> {
  return decodePending(record, (proposal, hosts) => {
    const base = baseNamed(baseOfRecord({ proposal }));
    if (base === undefined) throw new WireError('prepared: its base is not known');
    return groupOfHosts(proposal, base, hosts);
  });
}
