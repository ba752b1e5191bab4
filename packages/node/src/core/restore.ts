/**
 * From what is on the disk to what a node knows when it starts.
 * @module
 */
import { integerBE, Secret, toHex } from '@permafrost/frost';
import { decodeMessage, exactBytes, permafrost, safeInteger } from '@permafrost/wire';
import type { BootNumber } from '../tables/boots.ts';
import { restoreFaults } from '../tables/faults.ts';
import { type KeyEntry, secretName } from '../tables/keys-entry.ts';
import { hasSworn, oathsFromRecord } from '../tables/keys-oaths.ts';
import { restoreHighest } from '../tables/peers.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { restoreAnswer } from '../tables/requests-entry.ts';
import { decodeBoot, RECOVERED_PATH, RESTORED_PATH } from './boots.ts';
import { restoreCancelRecord } from './cancel.ts';
import type { CoreContext } from './context.ts';
import type { Entry } from './entry-state.ts';
import { restoreEpochs } from './epochs-restore.ts';
import { faultOfRecord, restoreBlame } from './faults.ts';
import { answerFromRecord } from './finish.ts';
import { keyStateOf, newKey, proposalOfRecord } from './key-entry.ts';
import { proposalFromRecord } from './proposals.ts';
import { loadShare, type Signing } from './signing.ts';

/** Everything a node has stored. Secrets are erased by the restored core once they are loaded. */
export type Restored = {
  readonly records: readonly (readonly [key: string, value: Uint8Array])[];
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** Milliseconds since 1970. */
  readonly wallMs: number;
};

/** The boot that this store counted last. */
export function lastBootOf({ records }: Restored): BootNumber | undefined {
  const stored = records.find(([path]) => path === 'boot')?.[1];
  if (stored === undefined) return undefined;
  const { counter, bootId } = decodeMessage(permafrost.v1.StoredBoot, stored);
  return {
    counter: safeInteger(counter, 'boot counter'),
    bootId: exactBytes(bootId, 16, 'boot id'),
  };
}

/** Whether this store came out of a backup: what this node did since then is not in it. */
export function isRestored({ records }: Restored): boolean {
  return records.some(([path]) => path === RESTORED_PATH);
}

/** When its operator last ordered this node to go on, milliseconds since 1970. */
export function recoveredMsOf({ records }: Restored): number | undefined {
  const stored = records.find(([path]) => path === RECOVERED_PATH)?.[1];
  return stored === undefined ? undefined : Number(integerBE(exactBytes(stored, 8, 'time')));
}

export function restore(
  context: CoreContext,
  signing: Signing,
  requests: Entry,
  restored: Restored,
): void {
  const records = new Map(restored.records);
  for (const [path, value] of records) {
    if (path.startsWith('proposal/')) {
      const entry = proposalFromRecord(value);
      entry.attemptUsed = Math.max(entry.attemptUsed, records.get(`attempt/${entry.id}`)?.[0] ?? 0);
      context.proposals.byId.set(entry.id, entry);
    } else if (path.startsWith('name/')) {
      context.keys.bound.set(path.slice('name/'.length), toHex(value));
    } else if (path.startsWith('boot/')) {
      restoreHighest(context.peers, path.slice('boot/'.length), decodeBoot(value));
    } else if (path.startsWith('blame/')) {
      restoreBlame(context.peers, path, value);
    } else if (path.startsWith('request/')) {
      restoreAnswer(requests.requests, answerFromRecord(value), restored.wallMs);
    } else if (path.startsWith('cancel/')) {
      restoreCancelRecord(signing.signerRequests, value);
    }
  }
  restoreOaths(context, records);
  restoreFaults(context.peers.faults, [...records].flatMap(faultOfRecord));
  for (const [path, value] of records) {
    const [kind, id, what] = path.split('/');
    if (kind !== 'key' || what !== 'record' || id === undefined) continue;
    const key = restoreKey(context, records, id, value);
    key.isSworn = key.state === 'destroyed' || hasSworn(context.keys, key.id, context.self);
    context.keys.byId.set(key.id, key);
    const share = restored.secrets.get(secretName(key));
    if (key.state === 'destroyed') share?.fill(0);
    else restoreShare(signing, key, share);
  }
  restoreEpochs(context, signing, { records, secrets: restored.secrets });
}

/** Before the keys, and in order with the writes of those that are known. */
function restoreOaths(context: CoreContext, records: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, value] of records) {
    if (!path.startsWith('oaths/')) continue;
    const id = path.slice('oaths/'.length);
    const record = records.get(`key/${id}/record`);
    const made = record === undefined ? undefined : toHex(proposalOfRecord(record).hash);
    context.keys.oaths.set(id, oathsFromRecord(value, made));
  }
}

function restoreKey(
  context: CoreContext,
  records: ReadonlyMap<string, Uint8Array>,
  id: string,
  record: Uint8Array,
): KeyEntry {
  const own = proposalOfRecord(record);
  const known: Pick<ProposalEntry, 'id' | 'proposal'> = {
    id: toHex(own.hash),
    proposal: own.proposal,
  };
  const key = newKey(context, known, record);
  for (let seat = 1; seat <= key.group.members.length; seat++) {
    const cert = records.get(`key/${id}/cert/${seat}`);
    if (cert !== undefined) key.certs.set(seat, cert);
    const stored = records.get(`key/${id}/stored/${seat}`);
    if (stored !== undefined) key.stored.set(seat, stored);
  }
  const state = records.get(`key/${id}/state`);
  if (state !== undefined) {
    const message = decodeMessage(permafrost.v1.StoredKeyState, state);
    key.state = keyStateOf(message.state);
    key.settled = message.settled;
    if (message.testSignature.length > 0)
      key.testSignature = Uint8Array.from(message.testSignature);
  }
  return key;
}

function restoreShare(signing: Signing, key: KeyEntry, bytes: Uint8Array | undefined): void {
  if (bytes === undefined) return;
  const identifier = key.seat as never;
  const raw = { identifier, signingShare: new Secret(bytes), publicKeys: key.publicKeys };
  loadShare(signing, key, raw);
  bytes.fill(0);
}
