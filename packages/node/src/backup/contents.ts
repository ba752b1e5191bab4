/**
 * What of a home goes into its backup, and what of it comes out again.
 *
 * Shares and public records of keys at their present epoch; the boots that were counted and seen;
 * the two identities, the roster, the configuration. Left behind is whatever a second node with the
 * same memory could use twice: requests that were answered or refused, shares of epochs that are
 * past or not active yet, and words about keys that were still being made. Nonces and offers are on
 * no disk at all.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { type BackupParts, StorageError, type StoreRecord } from '@permafrost/storage';
import { RECOVERED_PATH } from '../core/boots.ts';
import type { Restored } from '../core/restore.ts';
import { secretName } from '../tables/keys-entry.ts';
import { type HeldKey, type Holder, heldKeys } from './held.ts';

/** What is known of a node besides its records. Bytes of files are as they lie in the home. */
export type BackedUpHome = {
  readonly config: Uint8Array;
  readonly roster: Uint8Array;
  /** Public keys that the command line has checked; none in a home that never asked. */
  readonly pins: Uint8Array | undefined;
  /** Ed25519 seeds, 32 bytes. */
  readonly nodeSeed: Uint8Array;
  readonly operatorSeed: Uint8Array;
  /** When its store was read, milliseconds since 1970. */
  readonly createdMs: number;
  readonly records: readonly StoreRecord[];
  /** By name. */
  readonly secrets: ReadonlyMap<string, Uint8Array>;
};

/** The records and secrets of a store that belong in a backup. */
export function selectRecords(
  from: Pick<BackedUpHome, 'records' | 'secrets'>,
  node: Holder,
): Pick<BackedUpHome, 'records' | 'secrets'> {
  const held = heldKeys(restoredOf(from), node);
  try {
    const kept = held.filter(isKept);
    const present = new Map(kept.map(({ entry }) => [entry.id, toHex(entry.epochId)]));
    const proposals = new Set(kept.map(({ entry }) => entry.proposalId));
    const secrets = new Map<string, Uint8Array>();
    for (const { entry, share } of kept) {
      const name = secretName(entry);
      const bytes = share === undefined ? undefined : from.secrets.get(name);
      if (bytes !== undefined) secrets.set(name, bytes);
    }
    const records = from.records.filter(([path, value]) =>
      belongs(path, value, { present, proposals }),
    );
    return { records, secrets };
  } finally {
    for (const { share } of held) share?.signingShare.erase();
  }
}

/**
 * A key in the making counts from this node's own Stored on: before it, the name may still become
 * that of another key, and a node that came back would not know it.
 */
function isKept({ entry }: HeldKey): boolean {
  return entry.state !== 'pending' || entry.stored.has(entry.seat);
}

function belongs(
  path: string,
  value: Uint8Array,
  kept: {
    /** Present epoch of each key, both in hex. */
    readonly present: ReadonlyMap<string, string>;
    readonly proposals: ReadonlySet<string>;
  },
): boolean {
  const [kind, what = '', epochId, part] = path.split('/');
  switch (kind) {
    case 'boot':
    case RECOVERED_PATH:
    case 'begun-anew':
    case 'oaths':
      return true;
    case 'key':
    case 'vote':
      return kept.present.has(what);
    case 'epoch':
      // What makes a chain of epochs from the first to the present one, and the own part in that.
      return kept.present.has(what) && (part === 'record' || kept.present.get(what) === epochId);
    case 'name':
      return kept.present.has(toHex(value));
    case 'proposal':
    case 'attempt':
      return kept.proposals.has(what);
    default:
      return false;
  }
}

/** For reading. */
export function restoredOf(from: Pick<BackedUpHome, 'records' | 'secrets'>): Restored {
  return { records: from.records, secrets: from.secrets, wallMs: Date.now() };
}

export function encodeHome(home: BackedUpHome): BackupParts {
  const parts = new Map<string, Uint8Array>([
    ['created', new TextEncoder().encode(String(home.createdMs))],
    ['file/config.toml', home.config],
    ['file/roster.json', home.roster],
    ['seed/node', home.nodeSeed],
    ['seed/operator', home.operatorSeed],
  ]);
  if (home.pins !== undefined) parts.set('file/pins.json', home.pins);
  for (const [path, value] of home.records) parts.set(`record/${path}`, value);
  for (const [name, bytes] of home.secrets) parts.set(`secret/${name}`, bytes);
  return parts;
}

/** @throws StorageError E_BAD_REQUEST when a part is missing, or there is one too many. */
export function decodeHome(parts: BackupParts): BackedUpHome {
  const records: StoreRecord[] = [];
  const secrets = new Map<string, Uint8Array>();
  const rest = new Map(parts);
  for (const [name, bytes] of parts) {
    const at = name.indexOf('/') + 1;
    if (name.startsWith('record/')) records.push([name.slice(at), bytes]);
    else if (name.startsWith('secret/')) secrets.set(name.slice(at), bytes);
    else continue;
    rest.delete(name);
  }
  const take = (name: string, sizeBytes?: number): Uint8Array => {
    const bytes = rest.get(name);
    rest.delete(name);
    if (bytes !== undefined && (sizeBytes === undefined || bytes.length === sizeBytes)) {
      return bytes;
    }
    throw unreadable(`it lacks ${name}`);
  };
  const createdMs = Number(new TextDecoder().decode(take('created')));
  if (!Number.isSafeInteger(createdMs) || createdMs < 0) throw unreadable('it has no date');
  const pins = rest.get('file/pins.json');
  rest.delete('file/pins.json');
  const home: BackedUpHome = {
    config: take('file/config.toml'),
    roster: take('file/roster.json'),
    pins,
    nodeSeed: take('seed/node', 32),
    operatorSeed: take('seed/operator', 32),
    createdMs,
    records,
    secrets,
  };
  const [odd] = rest.keys();
  if (odd !== undefined) {
    throw unreadable(`this program does not know its part ${JSON.stringify(odd.slice(0, 60))}`);
  }
  return home;
}

/** Overwrites everything secret in it. */
export function eraseHome({ nodeSeed, operatorSeed, secrets }: BackedUpHome): void {
  nodeSeed.fill(0);
  operatorSeed.fill(0);
  for (const bytes of secrets.values()) bytes.fill(0);
}

function unreadable(what: string, cause?: unknown): StorageError {
  return new StorageError(
    'E_BAD_REQUEST',
    `this backup cannot be read: ${what}`,
    'read it with the version of permafrost that made it',
    cause,
  );
}
