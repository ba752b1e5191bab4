/**
 * Reads what a node stored, for its core to start from.
 * @module
 */
import type { Store } from '@permafrost/storage';
import type { Restored } from './core/restore.ts';

export async function loadRestored(store: Store, wallMs: number): Promise<Restored> {
  // All of them: what is of no use to the core it passes over, and what is left out is forgotten.
  const records = await store.entries('');
  const secrets = new Map<string, Uint8Array>();
  for (const name of await store.secrets.secretNames()) {
    const bytes = await store.secrets.getSecret(name);
    if (bytes !== undefined) secrets.set(name, bytes);
  }
  return { records, secrets, wallMs };
}
