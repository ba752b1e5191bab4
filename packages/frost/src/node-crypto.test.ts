import { ed25519 as noble } from '@noble/curves/ed25519.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { utf8 } from './bytes.ts';
import { signEd25519 } from './ed25519.ts';
import { installNodeCrypto } from './node-crypto.ts';

describe('signatures by Node', () => {
  beforeAll(installNodeCrypto);

  it('are those of RFC 8032, however often a seed signs', () => {
    const seed = seeded('node signs')(32);
    for (const text of ['one', 'two', 'three']) {
      expect(signEd25519(seed, utf8(text))).toEqual(noble.sign(utf8(text), seed));
    }
  });

  it('are by what the array holds now: a seed that was erased signs no more', () => {
    const seed = seeded('node erased')(32);
    const message = utf8('message');
    const before = signEd25519(seed, message);
    seed.fill(0);
    expect(signEd25519(seed, message)).not.toEqual(before);
    expect(signEd25519(seed, message)).toEqual(noble.sign(message, new Uint8Array(32)));
    seed.set(seeded('node other')(32));
    expect(signEd25519(seed, message)).toEqual(noble.sign(message, seed));
  });
});
