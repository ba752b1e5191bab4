/**
 * A testnet for tests: started by the command itself, in a temporary folder.
 * @module
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Network } from '@permafrost/client';
import { type Ran, type RunOptions, runProgram } from './programs.ts';

export const LAUNCHER: string = fileURLToPath(
  new URL('../packages/cli/bin/permafrost.cjs', import.meta.url),
);

export type UpDocument = {
  readonly dir: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly peerId: string;
    readonly address: string;
    readonly pid: number;
  }[];
  readonly keys: readonly {
    readonly name: string;
    readonly suite: string;
    readonly threshold: number;
    readonly members: readonly string[];
    readonly publicKey: string;
  }[];
};

export type SharedTestnet = {
  /** The folder around `.testnet`. */
  readonly top: string;
  readonly up: UpDocument;
  /** As the testnet's operator. */
  readonly network: Network;
  /** Runs the command in the testnet's folder. */
  readonly permafrost: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** Public key bytes of a key. */
  readonly publicKey: (name: string) => Uint8Array;
  readonly stop: () => Promise<void>;
};

/** @param flags of `testnet up` */
export async function startTestnet(flags: readonly string[]): Promise<SharedTestnet> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'pf-net-')));
  const permafrost = (args: readonly string[], options: RunOptions = {}) =>
    runProgram(process.execPath, [LAUNCHER, ...args], { cwd: top, ...options });
  const clear = async () => {
    await permafrost(['testnet', 'down', '--purge']);
    rmSync(top, { recursive: true, force: true });
  };
  const ran = await permafrost(['testnet', 'up', '--detach', '--json', ...flags]);
  if (ran.code !== 0) {
    await clear();
    throw new Error(`testnet up: ${ran.out} ${ran.err}`);
  }
  const up: UpDocument = JSON.parse(ran.out);
  const network = await connect({ identity: join(up.dir, 'operator'), env: {} });
  return {
    top,
    up,
    network,
    permafrost,
    publicKey(name) {
      const key = up.keys.find((one) => one.name === name);
      if (key === undefined) throw new RangeError(`no key ${name}`);
      return Uint8Array.from(Buffer.from(key.publicKey, 'hex'));
    },
    async stop() {
      await network.close();
      await clear();
    },
  };
}
