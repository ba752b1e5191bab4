/** secp256k1 (SEC 2). */
import type { CurveOf } from './curve.ts';
import { SECP256K1_WASM } from './secp256k1-module.ts';

export const secp256k1: CurveOf = {
  module: SECP256K1_WASM,
  order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  form: 'weierstrass',
};
