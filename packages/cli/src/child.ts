/**
 * Children of keys on the command line, and what people should know of them.
 * @module
 */
import type { Taproot } from '@permafrost/client';
import { hex } from './message.ts';

/** `--taproot [root]`: without a root no script can spend. @throws PermafrostError E_BAD_REQUEST */
export function taprootOf(flag: string | true | undefined): { readonly taproot?: Taproot } {
  if (flag === undefined) return {};
  return { taproot: { merkleRoot: flag === true ? '' : hex(flag, 'Merkle root', 32) } };
}

/** What somebody who pays to, or expects something of, a child should know; undefined for nothing. */
export function childNote(child: {
  readonly suite: string;
  readonly path: string;
  readonly isTaproot: boolean;
}): string | undefined {
  const { suite, path, isTaproot } = child;
  if (path === '') return undefined;
  if (suite === 'ed25519') {
    return (
      'note: children of ed25519 keys are of this network alone: their signatures verify ' +
      'everywhere, but they are neither SLIP-10 nor BIP32-Ed25519, and no wallet imports them'
    );
  }
  if (suite === 'secp256k1-tr' && !isTaproot) {
    return (
      'note: this child is used as it is; wallets that watch the xpub show its address with the ' +
      'Taproot tweak: --taproot'
    );
  }
  return undefined;
}
