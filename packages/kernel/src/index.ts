/**
 * Group arithmetic in WebAssembly.
 * @module
 */
export { type Curve, type CurveOf, CurvePoint, loadCurve } from './curve.ts';
export { edwards25519, ristretto255 } from './edwards25519.ts';
export { secp256k1 } from './secp256k1.ts';
export { type BackendName, wantedBackend } from './wanted.ts';
