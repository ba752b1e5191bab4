/**
 * What the disks of a simulated network say.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { decodePending, type Group, groupOfProposal, type Proposal } from '@permafrost/protocol';
import { submitted } from '../../core/proposals.ts';
import type { Network } from '../world.ts';

export type KeyOnDisk = {
  readonly id: string;
  readonly group: Group;
  readonly attempt: number;
  readonly proposal: Proposal;
  readonly transcript: Uint8Array;
  readonly minSigners: number;
  readonly seats: readonly { readonly seat: number; readonly host: string }[];
};

/** A key as a record of it says. */
export function keyOfRecord(record: Uint8Array): KeyOnDisk {
  const { key, proposal } = decodePending(record, (bytes) => groupOfProposal(bytes));
  return {
    id: toHex(key.keyId),
    group: key.group,
    attempt: key.attempt,
    proposal: submitted(proposal).proposal,
    transcript: key.transcript,
    minSigners: key.group.threshold.minSigners,
    seats: key.group.members.map((host, i) => ({ seat: i + 1, host: toHex(host) })),
  };
}

/** The first record of a key on any disk. */
export function keyOnDisk(network: Network, id: string): KeyOnDisk | undefined {
  for (const { disk } of network.nodes) {
    const record = disk.records.get(`key/${id}/record`);
    if (record !== undefined) return keyOfRecord(record);
  }
  return undefined;
}

/** All keys that any disk has a record of. */
export function keysOnDisks(network: Network): readonly KeyOnDisk[] {
  const all = new Map<string, KeyOnDisk>();
  for (const { disk } of network.nodes) {
    for (const [path, record] of disk.records) {
      const id = /^key\/([0-9a-f]+)\/record$/.exec(path)?.[1];
      if (id !== undefined && !all.has(id)) all.set(id, keyOfRecord(record));
    }
  }
  return [...all.values()];
}
