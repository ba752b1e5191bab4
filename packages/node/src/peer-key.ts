/**
 * The binary PeerId of an Ed25519 key: an identity multihash around the key. Only this form is
 * admitted anywhere.
 * @module
 */

const PREFIX = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20] as const;

/** 38 bytes. @throws RangeError unless `key` has 32 bytes */
export function peerIdOfKey(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new RangeError('an Ed25519 key has 32 bytes');
  return Uint8Array.from([...PREFIX, ...key]);
}

/** The Ed25519 key of a binary PeerId, or undefined for any other. */
export function keyOfPeerId(peerId: Uint8Array): Uint8Array | undefined {
  if (peerId.length !== PREFIX.length + 32) return undefined;
  if (!PREFIX.every((byte, i) => peerId[i] === byte)) return undefined;
  return peerId.slice(PREFIX.length);
}
