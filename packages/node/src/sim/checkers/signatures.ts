/**
 * Every signature verifies, and every request that had whom it needed ends signed.
 * @module
 */
import type { About, Asked, Violate } from './about.ts';

export function checkSignatures(about: About, asked: Asked, violate: Violate): void {
  const { suite, suiteName, verifyOutside } = about;
  for (const [index, { at, key, message, signed, mustSign }] of asked.signatures.entries()) {
    const { progress } = signed;
    if (progress?.state !== 'signed') {
      const why = progress?.error?.message ?? 'no answer';
      if (mustSign) violate('every request ends', `request ${index} at ${at}: ${why}`);
      continue;
    }
    const signature = progress.signature ?? new Uint8Array();
    const publicKey = key.publicKey ?? new Uint8Array();
    const given = { publicKey, message, signature };
    const isValid = suite.verify(given) && verifyOutside(suiteName, given) !== false;
    if (!isValid) violate('signatures verify', `request ${index} at ${at}`);
  }
}
