/**
 * Group arithmetic in WebAssembly.
 * @module
 */
export {
  type Edwards25519,
  EdwardsPoint,
  edwards25519Wasm,
  loadEdwards25519,
} from './edwards25519.ts';
export { type BackendName, wantedBackend } from './wanted.ts';
