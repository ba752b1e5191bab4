/**
 * Agreement, at every moment: whoever holds a key holds the same one, and a name has one.
 * @module
 */

import { toHex } from '@permafrost/frost';
import { decodeMessage, permafrost } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';
import { keyOfRecord } from './disks.ts';

/** Watches what honest nodes write of keys. */
export function watchAgreement(network: Network, { corrupt }: About, violate: Violate): void {
  const transcripts = new Map<string, string>();
  const names = new Map<string, string>();
  const activeOf = new Map<string, string>();
  network.onAction((index, action) => {
    if (action.type !== 'persist' || corrupt.has(index)) return;
    for (const change of action.changes) {
      if (change.type !== 'put') continue;
      const [, id, what] = /^key\/([0-9a-f]+)\/(record|state)$/.exec(change.key) ?? [];
      if (id === undefined) continue;
      if (what === 'record') {
        const { transcript, proposal } = keyOfRecord(change.value);
        const text = toHex(transcript);
        if ((transcripts.get(id) ?? text) !== text) violate('agreement', `two keys under ${id}`);
        transcripts.set(id, text);
        names.set(id, proposal.name);
      } else if (decodeMessage(permafrost.v1.StoredKeyState, change.value).state === 'active') {
        const name = names.get(id);
        if (name === undefined) continue; // Put there by a dealer, before the run.
        const other = activeOf.get(name) ?? id;
        if (other !== id) violate('agreement', `${name} is ${other} and ${id}`);
        activeOf.set(name, id);
      }
    }
  });
}
