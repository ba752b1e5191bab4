/**
 * SubjectPublicKeyInfo (RFC 5280, RFC 8410, RFC 5480) and JWK (RFC 7517, RFC 8037, RFC 8812).
 * @module
 */
import { ECDH } from 'node:crypto';

export type SpkiSuite = 'ed25519' | 'ed448' | 'p256' | 'secp256k1';

/** Everything of the DER before the key: algorithm identifier and the head of the BIT STRING. */
const DER_HEAD: Readonly<Record<SpkiSuite, string>> = {
  ed25519: '302a300506032b6570032100',
  ed448: '3043300506032b6571033a00',
  p256: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  secp256k1: '3056301006072a8648ce3d020106052b8104000a034200',
};

const CURVE: ReadonlyMap<SpkiSuite, string> = new Map([
  ['p256', 'prime256v1'],
  ['secp256k1', 'secp256k1'],
]);

export function isSpkiSuite(suite: string): suite is SpkiSuite {
  return Object.hasOwn(DER_HEAD, suite);
}

/** DER. Points of Weierstrass curves go in uncompressed, the form that every reader knows. */
export function spkiDer(suite: SpkiSuite, publicKey: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(DER_HEAD[suite], 'hex'), keyBytes(suite, publicKey)]);
}

export function spkiPem(suite: SpkiSuite, publicKey: Uint8Array): string {
  const lines =
    spkiDer(suite, publicKey)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----'].join('\n');
}

export type Jwk = Readonly<Record<'kty' | 'crv' | 'x', string>> & {
  readonly y?: string;
  readonly kid: string;
};

/** @param keyName becomes `kid` */
export function jwk(suite: SpkiSuite, publicKey: Uint8Array, keyName: string): Jwk {
  const bytes = keyBytes(suite, publicKey);
  const kid = keyName;
  if (suite === 'ed25519' || suite === 'ed448') {
    const crv = suite === 'ed25519' ? 'Ed25519' : 'Ed448';
    return { kty: 'OKP', crv, x: bytes.toString('base64url'), kid };
  }
  const x = bytes.subarray(1, 33).toString('base64url');
  const y = bytes.subarray(33).toString('base64url');
  return { kty: 'EC', crv: suite === 'p256' ? 'P-256' : 'secp256k1', x, y, kid };
}

function keyBytes(suite: SpkiSuite, publicKey: Uint8Array): Buffer {
  const curve = CURVE.get(suite);
  if (curve === undefined) return Buffer.from(publicKey);
  const point = ECDH.convertKey(publicKey, curve, undefined, undefined, 'uncompressed');
  return Buffer.from(point as Buffer);
}
