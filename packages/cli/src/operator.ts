/**
 * The identities of a home, for commands that sign as its operator without asking the network.
 * @module
 */
import { cardOf } from '@permafrost/client';
import { ed25519PublicKey } from '@permafrost/frost';
import type { RosterCard } from '@permafrost/protocol';
import { type HomeConfig, openHome, readIdentity, sealSecretFor } from '@permafrost/storage';
import { announced } from './addresses.ts';
import type { Context } from './context.ts';
import { passphrasePrompt } from './prompt.ts';

export type Operator = {
  /** Folder of the home. */
  readonly home: string;
  readonly config: HomeConfig;
  /** Ed25519, 32 bytes; the caller erases it. */
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
  /** Of the home's node; unsealing it takes a moment. */
  readonly hostPub: () => Promise<Uint8Array>;
};

/** @throws StorageError E_SEAL_AUTH, E_NOT_FOUND … */
export async function openOperator(context: Context): Promise<Operator> {
  const { paths, config } = await openHome(context.home().home);
  const secret = await sealSecretFor(config, {
    dir: paths.dir,
    passphraseFile: context.flags.passphraseFile,
    env: context.surroundings.env,
    prompt: passphrasePrompt(`passphrase of ${paths.dir}: `),
  });
  const seed = await readIdentity(paths.dir, 'operator', secret);
  async function hostPub(): Promise<Uint8Array> {
    const nodeSeed = await readIdentity(paths.dir, 'node', secret);
    const publicKey = ed25519PublicKey(nodeSeed);
    nodeSeed.fill(0);
    return publicKey;
  }
  return { home: paths.dir, config, seed, publicKey: ed25519PublicKey(seed), hostPub };
}

/** What others need to know of this node. `addresses` where it listens unless given. */
export async function ownCard(
  operator: Operator,
  addresses?: readonly string[],
): Promise<RosterCard> {
  const { config, publicKey: operatorPub } = operator;
  const hostPub = await operator.hostPub();
  return cardOf({
    name: config.name,
    hostPub,
    operatorPub,
    addresses: addresses ?? config.listen.map(announced),
  });
}
