/**
 * What a backup holds, for people.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { parseConfig } from '@permafrost/storage';
import type { Directory } from '../directory.ts';
import { directoryFrom } from '../roster.ts';
import type { KeyState } from '../tables/keys-entry.ts';
import { type BackedUpHome, restoredOf } from './contents.ts';
import { type HeldKey, heldKeys } from './held.ts';

export type BackedUpKey = {
  readonly name: string;
  /** Hex. */
  readonly id: string;
  readonly suite: string;
  /** Hex, as shown to users. */
  readonly publicKey: string;
  readonly state: KeyState;
  readonly epoch: number;
  /** How many shares of this epoch are the key, and how many there are. */
  readonly threshold: number;
  readonly members: number;
  /** Whether this node's share of it is in the backup. */
  readonly hasShare: boolean;
};

export type BackupSummary = {
  /** Name of the node on the roster. */
  readonly node: string;
  readonly peerId: string;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  /** In order of names. */
  readonly keys: readonly BackedUpKey[];
};

/** @throws StorageError E_BAD_REQUEST when roster or configuration do not fit the identities. */
export function summaryOf(home: BackedUpHome): BackupSummary {
  const held = heldKeys(restoredOf(home), { directory: directoryOf(home), roster: home.roster });
  for (const { share } of held) share?.signingShare.erase();
  return summaryOfKeys(home, held);
}

export function summaryOfKeys(home: BackedUpHome, held: readonly HeldKey[]): BackupSummary {
  return {
    node: configOf(home).name,
    peerId: peerIdFromPublicKey(ed25519PublicKey(home.nodeSeed)),
    createdMs: home.createdMs,
    keys: held.map(({ entry, share }) => ({
      name: entry.proposal.name,
      id: entry.id,
      suite: entry.suite.id,
      publicKey: toHex(entry.publicKey),
      state: entry.state,
      epoch: entry.epoch,
      threshold: entry.publicKeys.minSigners,
      members: entry.group.members.length,
      hasShare: share !== undefined,
    })),
  };
}

export function configOf({ config }: BackedUpHome): ReturnType<typeof parseConfig> {
  return parseConfig(new TextDecoder().decode(config), 'config.toml in the backup');
}

/** The roster in it, which its own operator signed. */
export function directoryOf(home: BackedUpHome): Directory {
  return directoryFrom(home.roster, {
    name: configOf(home).name,
    hostSeed: home.nodeSeed,
    operatorPub: ed25519PublicKey(home.operatorSeed),
  });
}
