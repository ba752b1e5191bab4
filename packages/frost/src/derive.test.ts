import { describe, expect, it } from 'vitest';
import { derivePath, deriveStep, groupChainCode, noDerivation, parsePath } from './derive.ts';
import { ciphersuite } from './suites.ts';

const keyId = new Uint8Array(16).fill(7);

describe('derivation paths', () => {
  it('are read strictly', () => {
    expect(parsePath('')).toEqual([]);
    expect(parsePath('m')).toEqual([]);
    expect(parsePath('m/0/2147483647')).toEqual([0, 2_147_483_647]);
    const bad = ['/', 'm/', 'm//1', '0/1', 'm/-1', 'm/01', 'm/1 ', 'M/1', 'm/1e3', 'm/٣', "m'"];
    for (const text of bad) {
      expect(() => parsePath(text), text).toThrow(RangeError);
    }
    expect(() => parsePath(`m${'/1'.repeat(10)}`)).not.toThrow();
    expect(() => parsePath(`m${'/1'.repeat(11)}`)).toThrow(/too deep/);
  });

  it('that are hardened are refused with the reason, in every spelling', () => {
    for (const text of ["m/0'", 'm/0h', 'm/0H', "m/86'/0'/0'/0/1", 'm/2147483648']) {
      expect(() => parsePath(text), text).toThrow(/hardened/);
    }
  });

  it('lead nowhere where a suite has no children, and Taproot tweaks belong to children', () => {
    const child = { isDerived: true, isTaproot: false };
    for (const id of ['ed25519', 'secp256k1', 'secp256k1-tr']) {
      expect(noDerivation(id, child)).toBeUndefined();
    }
    for (const id of ['p256', 'ristretto255', 'ed448']) {
      expect(noDerivation(id, child)).toMatch(/no children/);
      expect(noDerivation(id, { isDerived: false, isTaproot: false })).toBeUndefined();
    }
    expect(noDerivation('secp256k1-tr', { isDerived: true, isTaproot: true })).toBeUndefined();
    expect(noDerivation('secp256k1-tr', { isDerived: false, isTaproot: true })).toMatch(/a path/);
    expect(noDerivation('secp256k1', { isDerived: true, isTaproot: true })).toMatch(/no Taproot/);
    expect(noDerivation('ed25519', { isDerived: true, isTaproot: true })).toMatch(/no Taproot/);
  });
});

describe.each(['ed25519', 'secp256k1', 'secp256k1-tr'])('steps of derivation in %s', (id) => {
  const suite = ciphersuite(id);
  const parent = suite.group.base;
  const chainCode = groupChainCode(keyId, suite, parent);

  it('make a path', () => {
    const first = deriveStep(suite, parent, chainCode, 0);
    const second = deriveStep(suite, first.child, first.chainCode, 7);
    const whole = derivePath(suite, parent, chainCode, [0, 7]);
    expect(suite.group.equals(whole.child, second.child)).toBe(true);
    expect(whole.chainCode).toEqual(second.chainCode);
    expect(whole.tweak).toBe((first.tweak + second.tweak) % suite.order);
  });

  it('have an index that is not hardened, and a chain code of 32 bytes', () => {
    for (const index of [-1, 0x8000_0000, 1.5]) {
      expect(() => deriveStep(suite, parent, chainCode, index)).toThrow(RangeError);
    }
    expect(() => deriveStep(suite, parent, chainCode.subarray(1), 0)).toThrow(RangeError);
  });

  it('begin at a chain code of their key alone', () => {
    expect(groupChainCode(new Uint8Array(16), suite, parent)).not.toEqual(chainCode);
    const other = suite.group.add(parent, parent);
    expect(groupChainCode(keyId, suite, other)).not.toEqual(chainCode);
    expect(chainCode.length).toBe(32);
  });
});
