/**
 * Oaths: the host statement `destroy-pending` over a key id. A member that signed one never says
 * Stored for this key from then on, and never counts it as active. When all members but one have,
 * the key is destroyed and its name free.
 * @module
 */
import { ascii, ed25519PublicKey, signEd25519, TH, verifyEd25519 } from '@permafrost/frost';
import { exactBytes, type permafrost } from '@permafrost/wire';

export type Oath = {
  /** 16 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly hostPub: Uint8Array;
  /** 64 bytes, Ed25519 by the host key. */
  readonly signature: Uint8Array;
};

/** To be stored before anybody sees it. `hostSeed`: 32 bytes. */
export function signOath(keyId: Uint8Array, hostSeed: Uint8Array): Oath {
  const signature = signEd25519(hostSeed, preimage(keyId));
  return { keyId, hostPub: ed25519PublicKey(hostSeed), signature };
}

/** Whether this host is a member of the key is for the caller to know. */
export function verifyOath({ keyId, hostPub, signature }: Oath): boolean {
  return verifyEd25519(hostPub, preimage(keyId), signature);
}

/** @throws WireError. The signature is not verified here. */
export function oathFromWire(keyId: Uint8Array, raw: permafrost.v1.Oath.$Properties): Oath {
  return {
    keyId,
    hostPub: exactBytes(raw.hostPub, 32, 'host key'),
    signature: exactBytes(raw.signature, 64, 'signature'),
  };
}

/** The word stands beside the id in a hash of its own kind: no other statement has these bytes. */
function preimage(keyId: Uint8Array): Uint8Array {
  return TH('oath', ascii('destroy-pending'), keyId);
}
