/**
 * `permafrost passwd`: another passphrase, or a key file, opens this home from now on.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';
import {
  type HomeConfig,
  keyFilePath,
  openHome,
  resealHome,
  type SealSecret,
  sealSecretFor,
} from '@permafrost/storage';
import type { Handler } from '../context.ts';
import { newPassphrasePrompt, passphrasePrompt } from '../prompt.ts';
import { UsageError } from '../usage.ts';

type Flags = { readonly newPassphraseFile?: string; readonly newKeyFile?: string };

export const passwd: Handler<Flags> = async (context, flags) => {
  if (flags.newPassphraseFile !== undefined && flags.newKeyFile !== undefined) {
    throw new UsageError('give --new-passphrase-file or --new-key-file, not both');
  }
  const { paths, config } = await openHome(context.home().home);
  const from = await sealSecretFor(config, {
    dir: paths.dir,
    passphraseFile: context.flags.passphraseFile,
    env: context.surroundings.env,
    prompt: passphrasePrompt(`present passphrase of ${paths.dir}: `),
  });
  const seal: HomeConfig['seal'] =
    flags.newKeyFile === undefined
      ? { type: 'passphrase' }
      : { type: 'key-file', path: flags.newKeyFile };
  const to = await newSecret(paths.dir, { flags, seal });
  if (from.type === 'key-file' && to.type === 'key-file' && from.path === to.path) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${to.path} is the key file that opens this home now`,
      hint: 'name a file that does not exist yet: it is made',
    });
  }
  await resealHome(paths.dir, { from, to, seal });
  const by = to.type === 'passphrase' ? 'the new passphrase' : to.path;
  context.output.result({ home: paths.dir, seal: seal.type }, text(paths.dir, by, from));
  return 0;
};

function text(dir: string, by: string, from: SealSecret): string {
  const old = from.type === 'passphrase' ? 'the old passphrase' : from.path;
  return [
    `${dir} is opened by ${by} from now on; a node that runs goes on`,
    `copies of its files made before this, backups among them, are still opened by ${old}`,
  ].join('\n');
}

async function newSecret(
  dir: string,
  { flags, seal }: { readonly flags: Flags; readonly seal: HomeConfig['seal'] },
): Promise<SealSecret> {
  if (seal.type === 'key-file') return { type: 'key-file', path: keyFilePath(dir, seal.path) };
  if (flags.newPassphraseFile === undefined && newPassphrasePrompt() === undefined) {
    throw new PermafrostError({
      code: 'E_SEAL_AUTH',
      message: 'no new passphrase: there is no terminal to ask at, and no file was named',
      hint: 'give --new-passphrase-file FILE or --new-key-file FILE',
    });
  }
  // The environment names the present passphrase, which must not be taken for the new one.
  return sealSecretFor(
    { seal },
    { dir, passphraseFile: flags.newPassphraseFile, env: {}, prompt: newPassphrasePrompt() },
  );
}
