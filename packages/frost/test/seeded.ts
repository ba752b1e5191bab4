/** Deterministic randomness and small builders for tests. */

import { concat, u64, utf8 } from '../src/bytes.ts';
import { sha512 } from '../src/hash.ts';
import { type Identifier, identifier } from '../src/identifier.ts';
import { dealKeys, type KeyPackage, toSigningKeys } from '../src/keys.ts';
import type { SigningNonces } from '../src/nonces.ts';
import { commit } from '../src/nonces.ts';
import type { SigningPackage } from '../src/signing.ts';
import type { Ciphersuite, Random } from '../src/suite.ts';

/** SHA-512 of seed and counter: the same bytes in every run. */
export function seeded(seed: string | number): Random {
  let counter = 0;
  return (length) => {
    let out: Uint8Array = new Uint8Array(0);
    while (out.length < length) {
      out = concat(out, sha512(concat(utf8(String(seed)), u64(counter))));
      counter += 1;
    }
    return out.slice(0, length);
  };
}

export function ids(...numbers: readonly number[]): Identifier[] {
  return numbers.map(identifier);
}

/** Signing-form packages of a dealt key, by identifier. */
export function dealtKeys(
  suite: Ciphersuite,
  minSigners: number,
  identifiers: readonly Identifier[],
  random: Random,
): ReadonlyMap<Identifier, KeyPackage> {
  const raw = dealKeys({ suite, minSigners, identifiers, random });
  return new Map([...raw].map(([id, key]) => [id, toSigningKeys(key)]));
}

/** Round one by these signers: the package, and everyone's nonces. */
export function roundOne(
  keys: ReadonlyMap<Identifier, KeyPackage>,
  signers: readonly Identifier[],
  message: Uint8Array,
  random: Random,
): { readonly pkg: SigningPackage; readonly nonces: ReadonlyMap<Identifier, SigningNonces> } {
  const nonces = new Map(
    signers.map((id) => [id, commit(keys.get(id) as KeyPackage, random).nonces]),
  );
  const commitments = new Map([...nonces].map(([id, one]) => [id, one.commitments]));
  return { pkg: { message, commitments }, nonces };
}
