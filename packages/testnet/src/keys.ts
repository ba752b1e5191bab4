/**
 * Makes the keys of a testnet, signs with them, and has the signatures checked from outside.
 * @module
 */
import { type Network, PermafrostError, type Signature } from '@permafrost/client';
import { type OutsideVerdict, verifyOutside } from './outside.ts';
import type { Launch } from './running.ts';
import type { TestnetKey } from './state.ts';
import { sampleSpend, taprootSighash } from './taproot-sample.ts';

/** Where lines for people go. */
export type Report = {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
  /** How to stop it, for the first line. */
  readonly stopHint: string;
};

const NAMES: ReadonlyMap<string, string> = new Map([
  ['ed25519', 'team'],
  ['secp256k1-tr', 'treasury'],
]);

/** The name of a testnet's key of this suite. */
export function keyNameOf(suite: string): string {
  return NAMES.get(suite) ?? suite;
}

export async function makeKeys(
  { state, signal }: Launch,
  network: Network,
  report: Report,
): Promise<readonly TestnetKey[]> {
  const keys: TestnetKey[] = [];
  const n = state.nodes.length;
  for (const suite of state.suites) {
    const name = keyNameOf(suite);
    const started = performance.now();
    const key = await network.proposals.create({
      name,
      suite,
      threshold: state.threshold,
      signal,
      onProgress: ({ stage, done, missing }) =>
        report.progress(`key ${name}  ${stage} ${done.length}/${done.length + missing.length}`),
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    report.line(
      `key ${pad(name, widthOf(state.suites.map(keyNameOf)))}  ${pad(suite, widthOf(state.suites))}  ${state.threshold} of ${n}   commitments ${n}/${n}  ` +
        `shares ${n * (n - 1)}/${n * (n - 1)}  certificate ${n}/${n}   ${seconds} s`,
    );
    keys.push({
      name,
      suite,
      threshold: key.threshold,
      members: key.members,
      publicKey: Buffer.from(key.publicKey).toString('hex'),
    });
  }
  return keys;
}

/**
 * One signature of real input, verified here and by a program that is not ours.
 * @throws PermafrostError E_BAD_SIGNATURE when that program refuses it
 */
export async function signOnce(
  { paths, signal }: Launch,
  network: Network,
  key: TestnetKey,
  report: Report,
): Promise<Signature> {
  const publicKey = Uint8Array.from(Buffer.from(key.publicKey, 'hex'));
  const isBitcoin = key.suite === 'secp256k1-tr';
  const message = isBitcoin
    ? taprootSighash(sampleSpend(publicKey))
    : new TextEncoder().encode('hello');
  const signature = await network.sign({ key: key.name, message, signal });
  const verdict = await verifyOutside(paths.verify, {
    name: key.name,
    suite: key.suite,
    publicKey,
    message,
    signature: signature.signature,
  });
  const what = isBitcoin ? 'a Bitcoin sighash' : '"hello"';
  report.line(
    `signed ${pad(`${what} with ${key.name}`, 32)} ${signature.signers.join(' ')}   ` +
      `${signature.elapsedMs} ms   ${verdictText(verdict)}`,
  );
  if (verdict.command !== undefined) report.line(`  $ ${verdict.command}`);
  if (verdict.verified === false) {
    throw new PermafrostError({
      code: 'E_BAD_SIGNATURE',
      message: `${verdict.by} refuses the signature of ${key.name}`,
      hint: `try it by hand: ${verdict.command ?? ''}`,
      nothingSigned: false,
    });
  }
  return signature;
}

function verdictText({ verified, by }: OutsideVerdict): string {
  if (verified === undefined) return `not verified: ${by}`;
  return verified ? `verified by ${by}` : `REFUSED by ${by}`;
}

function widthOf(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

export function pad(text: string, width: number): string {
  return text.padEnd(width);
}
