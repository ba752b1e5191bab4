/**
 * Verification by programs that are not ours, so that a newcomer need not believe us.
 * @module
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type OutsideVerdict = {
  /** undefined: it could not be tried. */
  readonly verified: boolean | undefined;
  /** "by OpenSSL", or why it was not tried. */
  readonly by: string;
  /** The command that was run, to be run again by hand. */
  readonly command: string | undefined;
};

export type ToVerify = {
  readonly name: string;
  readonly suite: string;
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** Heads of the DER form of public keys (RFC 8410). */
const SPKI_HEAD: ReadonlyMap<string, string> = new Map([
  ['ed25519', '302a300506032b6570032100'],
  ['ed448', '3043300506032b6571033a00'],
]);

/** The exit code by which the BIP 340 check says that its library is not installed. */
export const NO_LIBRARY: number = 3;

/** @param folder where key, message and signature are left, for the command to be tried again */
export async function verifyOutside(folder: string, given: ToVerify): Promise<OutsideVerdict> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const head = SPKI_HEAD.get(given.suite);
  if (head !== undefined) return byOpenssl(folder, head, given);
  if (given.suite === 'secp256k1-tr') return byLibsecp256k1(given);
  const by = `no program but ours verifies Schnorr signatures of ${given.suite}`;
  return { verified: undefined, by, command: undefined };
}

async function byOpenssl(folder: string, head: string, given: ToVerify): Promise<OutsideVerdict> {
  const write = (extension: string, bytes: Uint8Array) => {
    const path = join(folder, `${given.name}.${extension}`);
    writeFileSync(path, bytes, { mode: 0o600 });
    return path;
  };
  const key = write('der', Buffer.concat([Buffer.from(head, 'hex'), given.publicKey]));
  const message = write('msg', given.message);
  const signature = write('sig', given.signature);
  const args = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', key];
  args.push('-rawin', '-in', message, '-sigfile', signature);
  const code = await exitCode('openssl', args);
  if (code === 'missing') return { verified: undefined, by: 'no openssl here', command: undefined };
  return { verified: code === 0, by: 'OpenSSL', command: ['openssl', ...args].join(' ') };
}

/** tiny-secp256k1 is libsecp256k1, Bitcoin Core's own library, as WebAssembly. */
async function byLibsecp256k1(given: ToVerify): Promise<OutsideVerdict> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const script = fileURLToPath(new URL(`./verify-bip340.${extension}`, import.meta.url));
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const args = [script, hex(given.publicKey), hex(given.message), hex(given.signature)];
  const code = await exitCode(process.execPath, args);
  if (code === NO_LIBRARY) {
    return { verified: undefined, by: 'tiny-secp256k1 is not installed', command: undefined };
  }
  return {
    verified: code === 0,
    by: 'libsecp256k1, BIP 340',
    // With the full path: another node on the PATH may be too old to run it.
    command: [process.execPath, ...args].join(' '),
  };
}

function exitCode(program: string, args: readonly string[]): Promise<number | 'missing'> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: 20_000 }, (error) => {
      if (error === null) resolve(0);
      else if (error.code === 'ENOENT') resolve('missing');
      else resolve(typeof error.code === 'number' ? error.code : 1);
    });
  });
}
