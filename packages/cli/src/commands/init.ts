/**
 * `permafrost init`: a home with two identities, a sealed store and a configuration.
 * @module
 */

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { checkName } from '@permafrost/client';
import { ed25519PublicKey } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { fingerprintInWords } from '@permafrost/protocol';
import {
  createHome,
  type HomeConfig,
  keyFilePath,
  type SealSecret,
  sealSecretFor,
} from '@permafrost/storage';
import type { Context, Handler } from '../context.ts';
import { table } from '../keys.ts';
import { newPassphrasePrompt } from '../prompt.ts';

type Flags = {
  readonly name?: string;
  readonly listen: string;
  readonly keyFile?: string;
  readonly accept?: readonly string[];
};

export const init: Handler<Flags> = async (context, flags) => {
  const name = flags.name ?? defaultName();
  checkName(name);
  const { home } = context.home();
  const dir = resolve(context.surroundings.cwd, home);
  const config: HomeConfig = {
    name,
    listen: [flags.listen],
    metrics: undefined,
    seal:
      flags.keyFile === undefined
        ? { type: 'passphrase' }
        : { type: 'key-file', path: flags.keyFile },
    accept: flags.accept ?? [],
    deny: [],
    logLevel: 'info',
  };
  const nodeSeed = Uint8Array.from(randomBytes(32));
  const operatorSeed = Uint8Array.from(randomBytes(32));
  const hostPub = ed25519PublicKey(nodeSeed);
  const operatorPub = ed25519PublicKey(operatorSeed);
  try {
    const secret = await newSecret(context, dir, config);
    await createHome({ dir, config, secret, nodeSeed, operatorSeed });
  } finally {
    nodeSeed.fill(0);
    operatorSeed.fill(0);
  }
  const document = {
    name,
    peerId: peerIdFromPublicKey(hostPub),
    operatorPeerId: peerIdFromPublicKey(operatorPub),
    fingerprint: identityFingerprint(hostPub, operatorPub),
    home: dir,
  };
  context.output.result(
    document,
    [
      table([
        ['made', dir],
        ['name', name],
        ['node', document.peerId],
        ['operator', document.operatorPeerId],
        ['fingerprint', document.fingerprint],
      ]),
      'next: exchange cards with the other operators: permafrost roster card > FILE, roster add FILE…',
    ].join('\n'),
  );
  return 0;
};

/** Words for the two keys of a home; addresses may change without them. */
export function identityFingerprint(hostPub: Uint8Array, operatorPub: Uint8Array): string {
  return fingerprintInWords('identity', Buffer.concat([hostPub, operatorPub]));
}

async function newSecret(context: Context, dir: string, config: HomeConfig): Promise<SealSecret> {
  if (config.seal.type === 'key-file') {
    return { type: 'key-file', path: keyFilePath(dir, config.seal.path) };
  }
  return sealSecretFor(config, {
    dir,
    passphraseFile: context.flags.passphraseFile,
    env: context.surroundings.env,
    prompt: newPassphrasePrompt(),
  });
}

/** The machine's name as far as it is a name of ours. */
function defaultName(): string {
  const name = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63);
  return name === '' ? 'node' : name;
}
