/**
 * A connected client with the identity of the home that a command works on.
 * @module
 */
import { connect, type Network } from '@permafrost/client';
import type { Context } from './context.ts';
import { passphrasePrompt } from './prompt.ts';

/** Runs `work` with the network and closes it in the end, whatever happens. */
export async function withNetwork<T>(
  context: Context,
  work: (network: Network) => Promise<T>,
  options: { readonly lazy?: boolean } = {},
): Promise<T> {
  const network = await openNetwork(context, options);
  try {
    return await work(network);
  } finally {
    await network.close();
  }
}

/** @param options.lazy returns at once, also when no node answers */
export async function openNetwork(
  context: Context,
  options: { readonly lazy?: boolean } = {},
): Promise<Network> {
  const { home } = context.home();
  const prompt = passphrasePrompt(`passphrase of ${home}: `);
  return connect({
    identity: home,
    env: context.surroundings.env,
    signal: context.signal,
    ...options,
    ...(context.flags.passphraseFile === undefined
      ? {}
      : { passphraseFile: context.flags.passphraseFile }),
    ...(prompt === undefined ? {} : { prompt }),
  });
}
