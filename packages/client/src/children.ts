/**
 * Children of keys, computed here from the pinned key: no node is asked, and none is believed.
 * @module
 */
import {
  type Ciphersuite,
  ciphersuite,
  DecodeError,
  type DerivationRoot,
  derivationRoot,
  deriveChild,
  equalBytes,
  extendedPublicKey,
  noDerivation,
  parsePath,
} from '@permafrost/frost';
import { childPathOf, tweakOf } from '@permafrost/protocol';
import { PermafrostError } from './errors.ts';
import type { Pin } from './trust.ts';

/** The child as a Taproot output key (BIP 341); only of keys of secp256k1-tr, and with a path. */
export type Taproot = {
  /** 32 bytes, or empty where no script can spend. */
  readonly merkleRoot: Uint8Array | '';
};

/** Which child. */
export type ChildOf = {
  /** `m/0/7`: up to ten indexes below 2^31; empty or `m` for the key itself. */
  readonly path?: string;
  readonly taproot?: Taproot;
};

/** Public facts of a child. */
export type DerivedKey = {
  /** Name of the key. */
  readonly name: string;
  readonly suite: string;
  /** `m/0/7`; empty for the key itself. */
  readonly path: string;
  /** Empty or 32 bytes. */
  readonly merkleRoot: Uint8Array | undefined;
  /** What signatures for this child verify under, as `key show` would print it. */
  readonly publicKey: Uint8Array;
  /** Of secp256k1 and secp256k1-tr, without any Taproot tweak: for mainnet, and test networks. */
  readonly xpub: string | undefined;
  readonly tpub: string | undefined;
};

/** As a request says it. */
export type AskedChild = { readonly path: string; readonly tweak: Uint8Array };

/**
 * Path and tweak as a request has them.
 * @throws PermafrostError E_BAD_REQUEST with the reason when keys of this suite have no such child
 */
export function askedChild(suite: string, { path = '', taproot }: ChildOf): AskedChild {
  const merkleRoot =
    taproot === undefined ? undefined : Uint8Array.from(Buffer.from(taproot.merkleRoot));
  try {
    const isDerived = parsePath(path).length > 0;
    const reason = noDerivation(suite, { isDerived, isTaproot: merkleRoot !== undefined });
    if (reason !== undefined) throw new RangeError(reason);
    if (merkleRoot !== undefined && merkleRoot.length !== 0 && merkleRoot.length !== 32) {
      throw new RangeError(`a Merkle root has 0 or 32 bytes, not ${merkleRoot.length}`);
    }
    return { path: isDerived ? path : '', tweak: tweakOf(merkleRoot) };
  } catch (cause) {
    throw noChild(cause);
  }
}

/** Whether a pin says enough to compute children of its key. */
export function knowsChildren({ suite, rawKey }: Pin): boolean {
  // Of other suites the public key is the raw key.
  return rawKey !== undefined || suite !== 'secp256k1-tr';
}

/**
 * A child of a pinned key. `asked` comes from askedChild.
 * @throws PermafrostError E_BAD_REQUEST when the pin is no key, or has no such child
 */
export function derivedKey(pin: Pin, asked: AskedChild): DerivedKey {
  const { name, suite: id } = pin;
  const suite = ciphersuite(id);
  try {
    const root = rootOf(pin, suite);
    const wanted = childPathOf(asked);
    const isBip32 = id === 'secp256k1' || id === 'secp256k1-tr';
    return {
      name,
      suite: id,
      path: asked.path,
      merkleRoot: wanted.taprootMerkleRoot,
      publicKey: suite.encodePublicKey(deriveChild(root, wanted).verifyingKey),
      xpub: isBip32 ? extendedPublicKey(root, asked.path) : undefined,
      tpub: isBip32 ? extendedPublicKey(root, asked.path, 'testnet') : undefined,
    };
  } catch (cause) {
    throw noChild(cause);
  }
}

/** @throws RangeError, DecodeError when the raw key of the pin is not that of its public key */
function rootOf(pin: Pin, suite: Ciphersuite): DerivationRoot {
  const raw = suite.decodeElement(bytesOf(pin.rawKey ?? pin.publicKey));
  const root = derivationRoot(bytesOf(pin.id), suite, raw);
  const { verifyingKey } = deriveChild(root, { path: '' });
  const pinned = bytesOf(pin.publicKey);
  if (equalBytes(suite.encodePublicKey(verifyingKey), pinned)) return root;
  throw new RangeError(`the raw key that is pinned for ${pin.name} is that of another key`);
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function noChild(cause: unknown): PermafrostError {
  if (!(cause instanceof RangeError) && !(cause instanceof DecodeError)) throw cause;
  return new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: cause.message,
    hint: 'a path looks like m/0/7: ten indexes at most, each below 2^31',
    nothingSigned: true,
    cause,
  });
}
