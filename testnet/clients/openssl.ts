/** `openssl pkeyutl -verify`. @module */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { missingProgram, runProgram } from '../programs.ts';
import type { SharedTestnet } from '../shared.ts';

export function opensslTests(net: () => SharedTestnet): void {
  const missing = missingProgram('openssl');

  describe('openssl pkeyutl -verify', () => {
    beforeEach(({ skip }) => skip(missing !== undefined, missing));

    test.each([
      ['team', 'ed25519'],
      ['ed448', 'ed448'],
    ])('accepts what %s signed, and nothing else', async (key, suite) => {
      const { network, permafrost, top } = net();
      const folder = mkdtempSync(join(top, 'openssl-'));
      const file = (name: string, bytes: Uint8Array | string) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      };
      const shown = await permafrost(['key', 'show', key, '--format', 'pem']);
      const pem = file('key.pem', shown.out);
      const message = new TextEncoder().encode(`a message for ${suite}`);
      const { signature } = await network.sign({ key, message });
      const verify = (sig: Uint8Array, msg: Uint8Array) =>
        runProgram('openssl', [
          ...['pkeyutl', '-verify', '-pubin', '-inkey', pem, '-rawin'],
          ...['-in', file('m', msg), '-sigfile', file('s', sig)],
        ]);
      expect(await verify(signature, message)).toMatchObject({ code: 0 });
      const flipped = (bytes: Uint8Array, at: number) =>
        bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect((await verify(signature, flipped(message, 0))).code).not.toBe(0);
      expect((await verify(flipped(signature, 1), message)).code).not.toBe(0);
      expect((await verify(flipped(signature, signature.length / 2), message)).code).not.toBe(0);
    });
  });
}
