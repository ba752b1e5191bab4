/**
 * How Bitcoin and Nostr write a BIP 340 key.
 * @module
 */
import { encodeBech32, toWords } from './bech32.ts';

export type BitcoinNetwork = 'mainnet' | 'testnet' | 'regtest';

const PREFIX: ReadonlyMap<string, string> = new Map([
  ['mainnet', 'bc'],
  ['testnet', 'tb'],
  ['regtest', 'bcrt'],
]);

export function isBitcoinNetwork(text: string): text is BitcoinNetwork {
  return PREFIX.has(text);
}

/**
 * The p2tr address (BIP 341, BIP 350) whose *output key* is `outputKey`: no further tweak, since
 * the network's key has its empty-script tweak already.
 * @param outputKey 32 bytes, x-only
 */
export function taprootAddress(outputKey: Uint8Array, network: BitcoinNetwork): string {
  const prefix = PREFIX.get(network);
  if (prefix === undefined || outputKey.length !== 32) throw new RangeError('not an output key');
  return encodeBech32(prefix, [1, ...toWords(outputKey)], 'bech32m');
}

/** NIP-19. @param publicKey 32 bytes, x-only */
export function npub(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new RangeError('not an x-only key');
  return encodeBech32('npub', toWords(publicKey), 'bech32');
}
