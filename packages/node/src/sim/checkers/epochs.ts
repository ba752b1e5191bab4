/**
 * What holds of the epochs of a key at every moment, read from the disks of honest nodes: enough
 * shares of one epoch are always there, and none goes before a higher certificate is durable.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  baseOfRecord,
  decodeEpochRecord,
  decodePending,
  decodeProposal,
  type EpochRecord,
  epochId,
  firstEpochId,
  groupOfProposal,
  type Proposal,
  transcriptHash,
} from '@permafrost/protocol';
import { decodeMessage, permafrost } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { Violate } from './about.ts';

/** An epoch as some disk tells of it. */
type Told = { readonly keyId: string; readonly number: number; readonly minSigners: number };

/** Watches every write of a network, of nodes that are honest. */
export function watchEpochs(
  network: Network,
  corrupt: ReadonlySet<number>,
  violate: Violate,
): void {
  const epochs = new Map<string, Told>();
  const certificates = new Map<string, string>();
  const alive = new Set<string>();
  network.onAction((index, action, node) => {
    if (action.type !== 'persist' || corrupt.has(index)) return;
    for (const change of action.changes) {
      if (change.type !== 'put') continue;
      learn(change.key, change.value, epochs);
      noteCertificate(change.key, change.value, certificates, violate);
    }
    for (const secret of action.secrets ?? []) {
      if (secret.type !== 'erase-secret' || !secret.name.startsWith('share/')) continue;
      const [, keyId = '', erased = ''] = secret.name.split('/');
      const own = epochs.get(erased);
      if (own === undefined || !node.disk.secrets.has(secret.name)) continue;
      if (!holdsHigher(node.disk.records, keyId, { at: erased, number: own.number })) {
        violate('erased only by a node that holds a higher certificate', `${node.operator.name}`);
      }
    }
    checkShares(network, corrupt, { epochs, alive, violate });
  });
}

function learn(path: string, value: Uint8Array, epochs: Map<string, Told>): void {
  const [kind, id = '', at = '', what] = path.split('/');
  if (kind === 'key' && at === 'record') {
    const { key } = decodePending(value, (proposal) => groupOfProposal(proposal));
    const first = firstEpochId(key.keyId, transcriptHash(key.transcript));
    const { minSigners } = key.group.threshold;
    epochs.set(toHex(first), { keyId: id, number: 0, minSigners });
  } else if (kind === 'epoch' && what === 'prepared') {
    const raw = decodeMessage(permafrost.v1.StoredKey, value);
    const proposal = decodeProposal(Uint8Array.from(raw.proposal));
    epochs.set(at, { keyId: id, number: numberOf(proposal), minSigners: proposal.minSigners });
  }
}

/** Two different certificates of one base and number, of which none gives up on anybody. */
function noteCertificate(
  path: string,
  value: Uint8Array,
  certificates: Map<string, string>,
  violate: Violate,
): void {
  const [kind, id, at = '', what] = path.split('/');
  if (kind !== 'epoch' || what !== 'record') return;
  const record = decodeEpochRecord(value);
  const proposal = decodeProposal(record.proposal);
  if (proposal.type !== 'reshare' || proposal.excluded.length > 0) return;
  const name = `${id}/${toHex(baseOfRecord(record))}/${proposal.number}`;
  const known = certificates.get(name);
  certificates.set(name, at);
  if (known !== undefined && known !== at) {
    violate('one regular certificate per (base, number)', `number ${proposal.number}`);
  }
  if (toHex(nameOf(id ?? '', record)) !== at) violate('an epoch has its own name', at);
}

function nameOf(id: string, record: EpochRecord): Uint8Array {
  const proposal = decodeProposal(record.proposal);
  const keyId = Uint8Array.from(id.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return epochId({
    keyId,
    number: numberOf(proposal),
    baseEpochId: baseOfRecord(record),
    transcriptHash: transcriptHash(record.transcript),
  });
}

function numberOf(proposal: Proposal): number {
  return proposal.type === 'reshare' ? proposal.number : 0;
}

function holdsHigher(
  records: ReadonlyMap<string, Uint8Array>,
  keyId: string,
  erased: { readonly at: string; readonly number: number },
): boolean {
  for (const [path, value] of records) {
    const [kind, id, at = '', what] = path.split('/');
    if (kind !== 'epoch' || id !== keyId || what !== 'record') continue;
    const number = numberOf(decodeProposal(decodeEpochRecord(value).proposal));
    if (number > erased.number || (number === erased.number && at > erased.at)) return true;
  }
  return false;
}

/** Of each key that was whole once, some epoch has shares enough on the disks of honest nodes. */
function checkShares(
  network: Network,
  corrupt: ReadonlySet<number>,
  given: {
    readonly epochs: ReadonlyMap<string, Told>;
    readonly alive: Set<string>;
    readonly violate: Violate;
  },
): void {
  const counts = new Map<string, number>();
  for (const { disk, index } of network.nodes) {
    if (corrupt.has(index)) continue;
    for (const name of disk.secrets.keys()) {
      const [kind, , epoch = ''] = name.split('/');
      if (kind === 'share') counts.set(epoch, (counts.get(epoch) ?? 0) + 1);
    }
  }
  const whole = new Set<string>();
  for (const [epoch, count] of counts) {
    const told = given.epochs.get(epoch);
    if (told !== undefined && count >= told.minSigners) whole.add(told.keyId);
  }
  for (const keyId of given.alive) {
    if (!whole.has(keyId)) {
      given.violate('some single epoch has at least t honest usable shares', keyId);
    }
  }
  for (const keyId of whole) given.alive.add(keyId);
}

/** After exchange: the epoch that every honest disk holds the highest certificate of. */
export function checkOneEpoch(
  network: Network,
  corrupt: ReadonlySet<number>,
  keyId: string,
  violate: Violate,
): string {
  const highest = network.nodes
    .filter(({ index }) => !corrupt.has(index))
    .map(({ disk }) => {
      const all = [...disk.records].flatMap(([path, value]) => {
        const [kind, id, at = '', what] = path.split('/');
        if (kind !== 'epoch' || id !== keyId || what !== 'record') return [];
        return [{ at, number: numberOf(decodeProposal(decodeEpochRecord(value).proposal)) }];
      });
      const last = all.sort((a, b) => a.number - b.number || (a.at < b.at ? -1 : 1)).at(-1);
      return last === undefined || last.number === 0 ? 'first' : last.at;
    });
  if (new Set(highest).size > 1) {
    violate('one active epoch after exchange', highest.map((id) => id.slice(0, 8)).join(' '));
  }
  return highest[0] ?? '';
}
