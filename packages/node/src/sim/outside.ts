/**
 * Signatures verified by what is not ours: OpenSSL through Node for Ed25519, secp256k1 compiled
 * from Bitcoin Core's library for BIP 340, and for the others the Schnorr equation itself, on the
 * points of another library and the hashes of Node. For simulations and tests.
 * @module
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { verifySchnorr } from 'tiny-secp256k1';
import type { OutsideVerifier } from './checkers/about.ts';

type Given = Parameters<OutsideVerifier>[1];

/** Undefined for a suite that nothing here knows, such as the toy suite. */
export const verifyOutside: OutsideVerifier = (suite, given) => {
  switch (suite) {
    case 'ed25519':
      return verifyWithNode(given);
    case 'secp256k1-tr':
      return given.message.length === 32
        ? verifySchnorr(given.message, given.publicKey, given.signature)
        : undefined;
    case 'ristretto255':
      return verifyRistretto(given);
    case 'p256':
      return verifyWeierstrass(given, p256.Point, 'FROST-P256-SHA256-v1');
    case 'secp256k1':
      return verifyWeierstrass(given, secp256k1.Point, 'FROST-secp256k1-SHA256-v1');
    default:
      return undefined;
  }
};

function verifyWithNode({ publicKey, message, signature }: Given): boolean {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  return verify(
    undefined,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
}

/** RFC 9591, 6.2: the challenge is SHA-512(context ‖ "chal" ‖ R ‖ Y ‖ message), little endian. */
function verifyRistretto({ publicKey, message, signature }: Given): boolean {
  const encodedR = signature.subarray(0, 32);
  const digest = createHash('sha512')
    .update('FROST-RISTRETTO255-SHA512-v1chal')
    .update(encodedR)
    .update(publicKey)
    .update(message)
    .digest();
  const { Point } = ristretto255;
  const { ORDER } = Point.Fn;
  const challenge = fromLittle(digest) % ORDER;
  const z = fromLittle(signature.subarray(32)) % ORDER;
  const right = Point.fromBytes(encodedR).add(times(Point.fromBytes(publicKey), challenge));
  return times(Point.BASE, z).equals(right);
}

type Curve = typeof p256.Point | typeof secp256k1.Point;

/** RFC 9591, 6.4 and 6.5: the challenge is hash_to_field of R ‖ Y ‖ message, RFC 9380 5.2. */
function verifyWeierstrass(
  { publicKey, message, signature }: Given,
  Point: Curve,
  context: string,
): boolean {
  const encodedR = signature.subarray(0, 33);
  const { ORDER } = Point.Fn;
  const input = Buffer.concat([encodedR, publicKey, message]);
  const challenge = fromBig(expand(input, `${context}chal`, 48)) % ORDER;
  const z = fromBig(signature.subarray(33)) % ORDER;
  const right = Point.fromBytes(encodedR).add(
    times(Point.fromBytes(publicKey) as never, challenge),
  );
  return times(Point.BASE, z).equals(right as never);
}

/** expand_message_xmd of RFC 9380 with SHA-256, up to 64 bytes. */
function expand(message: Uint8Array, tag: string, length: number): Uint8Array {
  const dst = Buffer.concat([Buffer.from(tag), Uint8Array.of(tag.length)]);
  const sha = (...parts: readonly Uint8Array[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const size = Uint8Array.of(length >> 8, length & 255);
  const first = sha(new Uint8Array(64), message, size, Uint8Array.of(0), dst);
  const one = sha(first, Uint8Array.of(1), dst);
  const mixed = Uint8Array.from(first, (byte, i) => byte ^ (one[i] ?? 0));
  return Buffer.concat([one, sha(mixed, Uint8Array.of(2), dst)]).subarray(0, length);
}

function times<P extends { multiplyUnsafe(n: bigint): P; is0(): boolean }>(point: P, n: bigint): P {
  return point.multiplyUnsafe(n);
}

function fromBig(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function fromLittle(bytes: Uint8Array): bigint {
  return fromBig(Uint8Array.from(bytes).reverse());
}
