/**
 * `permafrost start`: the node of this home, in the foreground, until SIGTERM or Ctrl-C.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';
import { startNode } from '@permafrost/node';
import { openHome, parseMetrics, StorageError, sealSecretFor } from '@permafrost/storage';
import type { Handler } from '../context.ts';
import { hardenObjects } from '../harden.ts';
import { passphrasePrompt } from '../prompt.ts';

type Flags = { readonly recover?: boolean; readonly metrics?: string };

export const start: Handler<Flags> = async (context, flags) => {
  // The process is this node's alone.
  hardenObjects();
  if (flags.metrics !== undefined) parseMetrics(flags.metrics);
  const { home } = context.home();
  const { paths, config } = await openHome(home);
  const secret = await sealSecretFor(config, {
    dir: paths.dir,
    passphraseFile: context.flags.passphraseFile,
    env: context.surroundings.env,
    prompt: passphrasePrompt(`passphrase of ${paths.dir}: `),
  });
  const node = await startNode({
    home: paths.dir,
    secret,
    ...(flags.recover === true ? { recover: true } : {}),
    ...(flags.metrics === undefined ? {} : { metrics: flags.metrics }),
  });
  const onSignal = () => void node.stop();
  if (context.signal.aborted) onSignal();
  context.signal.addEventListener('abort', onSignal, { once: true });
  // Where nobody looks on, SIGHUP is not the end of a terminal but the operator's word.
  const isService = process.stdin.isTTY !== true && process.stderr.isTTY !== true;
  const onHangUp = () => void node.reload();
  if (isService) process.on('SIGHUP', onHangUp);
  const reason = await node.stopped;
  process.off('SIGHUP', onHangUp);
  if (reason === undefined) return 0;
  // What its operator has to see to: a copy of it runs, or its home is an old snapshot.
  if (reason instanceof StorageError) throw reason;
  throw new PermafrostError({
    code: 'E_INTERNAL',
    message: `the node stopped by itself: ${reason.message}`,
    hint: 'look at its log; start it again',
    nothingSigned: 'unknown',
    cause: reason,
  });
};
