/**
 * Checks one BIP 340 signature with libsecp256k1 (tiny-secp256k1), in a process of its own that
 * loads nothing of ours: `node verify-bip340 PUBLIC_KEY MESSAGE SIGNATURE`, all in hex.
 * Exit 0 valid, 1 not valid, 3 when the library is not installed.
 * @module
 */

/** A variable, since the library is there only where developers have installed it. */
const library: string = 'tiny-secp256k1';

type Library = {
  readonly verifySchnorr: (message: Uint8Array, key: Uint8Array, signature: Uint8Array) => boolean;
};

async function main(args: readonly string[]): Promise<number> {
  const [key, message, signature] = args.map((arg) => Uint8Array.from(Buffer.from(arg, 'hex')));
  if (key === undefined || message === undefined || signature === undefined) return 1;
  let loaded: Library;
  try {
    loaded = (await import(library)) as Library;
  } catch {
    return 3;
  }
  return loaded.verifySchnorr(message, key, signature) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
