/**
 * `permafrost backup restore`: a home out of a backup, or the store of a home that lost its own.
 * @module
 */
import { resolve } from 'node:path';
import { connect, type KeyClaim } from '@permafrost/client';
import { PermafrostError } from '@permafrost/client/errors';
import {
  type BackedUpHome,
  type BackedUpKey,
  type BackupSummary,
  eraseBackup,
  restoreHome,
  verifyBackup,
} from '@permafrost/node';
import { decodeRoster } from '@permafrost/protocol';
import { homePaths, type SealSecret, sealSecretFor } from '@permafrost/storage';
import { type BackupFlags, readBackup } from '../backup-file.ts';
import type { Context, Handler } from '../context.ts';
import { newPassphrasePrompt, passphrasePrompt } from '../prompt.ts';

type Flags = BackupFlags & {
  readonly offline?: boolean;
  readonly withoutStale?: boolean;
};

/** What became of a share, or why it stays out. */
type Fate = 'restored' | 'stale' | 'destroyed' | 'none';

export const restore: Handler<Flags> = async (context, flags, [given = '']) => {
  const path = resolve(context.surroundings.cwd, given);
  const { dir } = homePaths(context.home().home);
  const home = await readBackup(path, flags);
  try {
    const summary = await verifyBackup(home);
    const claims = flags.offline === true ? [] : await ask(context, home);
    const fates = new Map(summary.keys.map((key) => [key.id, fateOf(key, claims ?? [])]));
    const stale = summary.keys.filter(({ id }) => fates.get(id) === 'stale');
    if (stale.length > 0 && flags.withoutStale !== true) throw tooOld(path, stale, claims ?? []);
    const out = ({ id }: BackedUpKey) => fates.get(id) === 'stale' || fates.get(id) === 'destroyed';
    const without = new Set(summary.keys.filter(out).map(({ id }) => id));
    const part = await restoreHome({
      dir,
      home,
      without,
      secretFor: (config, isNew) => secretFor(context, dir, config, isNew),
    });
    if (claims === undefined) {
      context.output.warn(
        'no other node answered: whether this backup is too old is not known yet',
      );
    }
    context.output.result(
      {
        home: dir,
        restored: part,
        node: summary.node,
        peerId: summary.peerId,
        createdMs: summary.createdMs,
        asked: claims !== undefined && flags.offline !== true,
        keys: summary.keys.map(({ id, name, epoch }) => ({
          name,
          id,
          epoch,
          share: fates.get(id),
        })),
      },
      text(dir, { part, summary, fates }),
    );
    return 0;
  } finally {
    eraseBackup(home);
  }
};

function fateOf({ id, epoch, hasShare, state }: BackedUpKey, claims: readonly KeyClaim[]): Fate {
  const told = claims.filter((claim) => claim.id === id);
  if (state === 'destroyed' || told.some((claim) => claim.state === 'destroyed')) {
    return 'destroyed';
  }
  if (!hasShare) return 'none';
  return told.some((claim) => claim.epoch > epoch) ? 'stale' : 'restored';
}

/**
 * What the other nodes say of the keys in the backup; undefined when none answers. Nothing of it is
 * proven: it can keep a share out, and `--offline` puts it in all the same. The node itself goes by
 * certificates.
 */
async function ask(context: Context, home: BackedUpHome): Promise<readonly KeyClaim[] | undefined> {
  const { roster } = decodeRoster(new TextDecoder().decode(home.roster));
  const network = await connect({
    identity: home.operatorSeed,
    peers: roster.cards.flatMap(({ addresses }) => addresses.slice(0, 1)),
    lazy: true,
    signal: context.signal,
  });
  try {
    return await network.claims({ signal: context.signal });
  } catch (error) {
    const isSilence = error instanceof PermafrostError && error.code === 'E_THRESHOLD';
    if (!isSilence) throw error;
    return undefined;
  } finally {
    await network.close();
  }
}

/** The flag names the passphrase of the backup; that of the home comes from elsewhere. */
async function secretFor(
  context: Context,
  dir: string,
  config: Parameters<typeof sealSecretFor>[0],
  isNew: boolean,
): Promise<SealSecret> {
  return sealSecretFor(config, {
    dir,
    env: context.surroundings.env,
    prompt: isNew ? newPassphrasePrompt() : passphrasePrompt(`passphrase of ${dir}: `),
  });
}

function tooOld(
  path: string,
  stale: readonly BackedUpKey[],
  claims: readonly KeyClaim[],
): PermafrostError {
  const what = stale.map(({ id, name, epoch }) => {
    const now = Math.max(...claims.filter((claim) => claim.id === id).map((claim) => claim.epoch));
    return `${name} is at epoch ${now}, not ${epoch}`;
  });
  const names = stale.map(({ name }) => name).join(' ');
  return new PermafrostError({
    code: 'E_EPOCH',
    message: `${path} is older than what the other nodes have: ${what.join(', ')}`,
    hint: `restore a newer backup; or the rest of this one with --without-stale, start the node, and get the others back: permafrost node repair ${names}`,
  });
}

function text(
  dir: string,
  about: {
    readonly part: 'home' | 'store';
    readonly summary: BackupSummary;
    readonly fates: ReadonlyMap<string, Fate>;
  },
): string {
  const { part, summary, fates } = about;
  const named = (fate: Fate) => summary.keys.filter(({ id }) => fates.get(id) === fate);
  const list = (keys: readonly BackedUpKey[]) => keys.map(({ name }) => name).join(' ');
  const [restored, stale, destroyed] = [named('restored'), named('stale'), named('destroyed')];
  return [
    `${part === 'home' ? dir : `the store of ${dir}`} is that of ${summary.node} of ${new Date(summary.createdMs).toISOString()}`,
    restored.length === 0 ? 'no share is in it' : `its shares: ${list(restored)}`,
    ...(stale.length === 0
      ? []
      : [`of a past epoch, and left out: ${list(stale)}; next: permafrost node repair`]),
    ...(destroyed.length === 0 ? [] : [`destroyed, and left out: ${list(destroyed)}`]),
    'next: permafrost start. It asks the other nodes first, goes on after the last boot that they saw',
    'of this node, and gives no share for requests from before',
  ].join('\n');
}
