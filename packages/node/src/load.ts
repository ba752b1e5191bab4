/**
 * Reads what a node stored, for its core to start from.
 * @module
 */
import type { Store } from '@permafrost/storage';
import type { Restored } from './core/restore.ts';

const PREFIXES = ['boot', 'proposal/', 'attempt/', 'name/', 'key/', 'oaths/', 'request/'] as const;

export async function loadRestored(store: Store, wallMs: number): Promise<Restored> {
  const records = (await Promise.all(PREFIXES.map((prefix) => store.entries(prefix)))).flat();
  const secrets = new Map<string, Uint8Array>();
  for (const name of await store.secrets.secretNames()) {
    const bytes = await store.secrets.getSecret(name);
    if (bytes !== undefined) secrets.set(name, bytes);
  }
  return { records, secrets, wallMs };
}
