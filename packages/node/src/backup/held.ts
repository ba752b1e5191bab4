/**
 * What the records of a node say that it holds, read by the very code that a start reads them with,
 * and nothing started.
 * @module
 */
import { type Ciphersuite, ciphersuite, type KeyPackage, Secret } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import type { CoreContext } from '../core/context.ts';
import { createEntry } from '../core/entry-state.ts';
import { lastBootOf, type Restored, recoveredMsOf, restore } from '../core/restore.ts';
import { createSigning, destroyAll } from '../core/signing.ts';
import type { Directory } from '../directory.ts';
import { createOwnBoots } from '../tables/boots.ts';
import { createGuard } from '../tables/guard.ts';
import { createKeys, type KeyEntry, secretName } from '../tables/keys-entry.ts';
import { createPeers } from '../tables/peers.ts';
import { createProposals } from '../tables/proposals.ts';

/** Whose records they are. */
export type Holder = {
  readonly directory: Directory;
  /** Bytes of roster.json. */
  readonly roster: Uint8Array;
  /** Another source of ciphersuites, in tests. */
  readonly suiteOf?: (id: string) => Ciphersuite;
};

export type HeldKey = {
  readonly entry: KeyEntry;
  /** Own share, raw; undefined where it was lost, or erased. */
  readonly share: KeyPackage | undefined;
};

/**
 * Keys of these records at their present epoch, in order of names. The caller erases their shares.
 * @throws WireError, CocktailFault when a record does not fit together
 */
export function heldKeys(restored: Restored, holder: Holder): readonly HeldKey[] {
  const { directory, roster, suiteOf = ciphersuite } = holder;
  const nothing = (): never => {
    throw new RangeError('nothing is made while records are read');
  };
  const context: CoreContext = {
    options: {
      directory,
      hostSeed: new Uint8Array(32),
      bootId: new Uint8Array(16),
      isRecovering: false,
      random: nothing,
      acceptRules: new Set(),
      denied: new Set(),
      peerIdText: peerIdFromPublicKey,
      software: '',
      pid: 0,
      cpuMs: () => 0,
      roster,
      isBegunAnew: false,
      warnings: [],
      ceremonyRoundMs: 0,
      suiteOf,
    },
    directory,
    self: directory.self.host,
    peers: createPeers(directory.all.map(({ host }) => host)),
    boots: createOwnBoots({
      last: lastBootOf(restored),
      isRecovering: false,
      recoveredMs: recoveredMsOf(restored),
    }),
    proposals: createProposals([]),
    keys: createKeys(),
    guard: createGuard(),
    clocks: { wallMs: restored.wallMs, monotonicMs: 0 },
    act: nothing,
  };
  const signing = createSigning(context);
  const copies = new Map([...restored.secrets].map(([name, bytes]) => [name, copy(bytes)]));
  restore(context, signing, createEntry(), { ...restored, secrets: copies });
  destroyAll(signing);
  for (const bytes of copies.values()) bytes.fill(0);
  return [...context.keys.byId.values()]
    .map((entry) => ({ entry, share: shareOf(entry, restored.secrets) }))
    .sort((a, b) => (a.entry.proposal.name < b.entry.proposal.name ? -1 : 1));
}

function shareOf(
  entry: KeyEntry,
  secrets: ReadonlyMap<string, Uint8Array>,
): KeyPackage | undefined {
  const bytes = secrets.get(secretName(entry));
  if (bytes === undefined || entry.state === 'destroyed') return undefined;
  const identifier = entry.seat as never;
  return { identifier, signingShare: new Secret(copy(bytes)), publicKeys: entry.publicKeys };
}

function copy(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}
