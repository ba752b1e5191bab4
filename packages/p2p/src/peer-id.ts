/** PeerIds of Ed25519 keys, as strings at every edge: PeerId objects do not compare. @module */
import { publicKeyFromRaw } from '@libp2p/crypto/keys';
import { peerIdFromString, peerIdFromPublicKey as peerIdOfKey } from '@libp2p/peer-id';

/**
 * The PeerId of a host key.
 * @param publicKey 32 bytes, RFC 8032
 * @throws RangeError when it has another length
 */
export function peerIdFromPublicKey(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new RangeError(`public key of ${publicKey.length} bytes`);
  return peerIdOfKey(publicKeyFromRaw(publicKey)).toString();
}

/**
 * The host key of a PeerId: 32 bytes, RFC 8032.
 * @throws RangeError when the text is no PeerId of an Ed25519 key
 */
export function publicKeyFromPeerId(peerId: string): Uint8Array {
  return parse(peerId).publicKey.raw.slice();
}

/**
 * The 38 bytes of the multihash of a PeerId.
 * @throws RangeError when the text is no PeerId of an Ed25519 key
 */
export function peerIdBytes(peerId: string): Uint8Array {
  return parse(peerId).toMultihash().bytes.slice();
}

function parse(peerId: string) {
  // The only spelling in use; it also keeps text of any length away from the decoder.
  if (!/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/.test(peerId)) throw new RangeError('not a PeerId');
  let parsed: ReturnType<typeof peerIdFromString>;
  try {
    parsed = peerIdFromString(peerId);
  } catch (cause) {
    throw new RangeError('not a PeerId', { cause });
  }
  if (parsed.type !== 'Ed25519') throw new RangeError('not the PeerId of an Ed25519 key');
  return parsed;
}
