/** The registry of ciphersuites. */

import type { BackendName } from '@permafrost/kernel';
import type { Backend } from './backend/backend.ts';
import { ed25519Backend } from './backend/ed25519.ts';
import { ristretto255Backend } from './backend/ristretto255.ts';
import { secp256k1Backend } from './backend/secp256k1.ts';
import { ed448 } from './ed448.ts';
import { ed25519 } from './ed25519.ts';
import { p256 } from './p256.ts';
import { ristretto255 } from './ristretto255.ts';
import { secp256k1 } from './secp256k1.ts';
import { secp256k1Tr } from './secp256k1-tr.ts';
import type { Ciphersuite, SuiteId } from './suite.ts';

/** All ciphersuites by id. */
export const suites: ReadonlyMap<SuiteId, Ciphersuite> = new Map<SuiteId, Ciphersuite>([
  ['ed25519', ed25519],
  ['ristretto255', ristretto255],
  ['p256', p256],
  ['ed448', ed448],
  ['secp256k1', secp256k1],
  ['secp256k1-tr', secp256k1Tr],
]);

/** The ciphersuite with this id; RangeError when there is none. */
export function ciphersuite(id: string): Ciphersuite {
  const suite = (suites as ReadonlyMap<string, Ciphersuite>).get(id);
  if (suite === undefined) throw new RangeError('unknown ciphersuite');
  return suite;
}

/** Suites that can run on the kernel. */
const backends: ReadonlyMap<SuiteId, Backend> = new Map<SuiteId, Backend>([
  ['ed25519', ed25519Backend],
  ['ristretto255', ristretto255Backend],
  ['secp256k1', secp256k1Backend],
  ['secp256k1-tr', secp256k1Backend],
]);

/**
 * The arithmetic of this process for one suite; without one, the kernel if every suite runs on it
 * that can.
 */
export function activeBackend(id?: SuiteId): BackendName {
  if (id !== undefined) return backends.get(id)?.name ?? 'noble';
  return [...backends.values()].every(({ name }) => name === 'kernel') ? 'kernel' : 'noble';
}
