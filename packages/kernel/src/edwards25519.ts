/** edwards25519: the curve of ed25519 and of ristretto255. */
import type { CurveOf } from './curve.ts';
import { EDWARDS25519_WASM } from './edwards25519-module.ts';

export const edwards25519: CurveOf = {
  module: EDWARDS25519_WASM,
  order: (1n << 252n) + 27742317777372353535851937790883648493n,
  encodedBytes: 32,
};
