/** The two groups on edwards25519. */
import type { CurveOf } from './curve.ts';
import { EDWARDS25519_WASM } from './edwards25519-module.ts';

const order: bigint = (1n << 252n) + 27742317777372353535851937790883648493n;

/** The curve itself, of cofactor 8 (RFC 8032). */
export const edwards25519: CurveOf = { module: EDWARDS25519_WASM, order, form: 'edwards' };

/** The group of prime order whose elements are cosets of its points (RFC 9496). */
export const ristretto255: CurveOf = { module: EDWARDS25519_WASM, order, form: 'ristretto' };
