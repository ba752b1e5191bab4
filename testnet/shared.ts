/**
 * A testnet for tests: started by the command itself, in a temporary folder.
 * @module
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@permafrost/cli';
import { connect, type Network } from '@permafrost/client';
import { type Ran, runProgram } from './programs.ts';

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
  /** Runs the command in the testnet's folder, in this process: that is faster. */
  readonly permafrost: (args: readonly string[]) => Promise<Ran>;
  /** Public key bytes of a key. */
  readonly publicKey: (name: string) => Uint8Array;
  readonly stop: () => Promise<void>;
};

/** @param flags of `testnet up` */
export async function startTestnet(flags: readonly string[]): Promise<SharedTestnet> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'pf-net-')));
  const permafrost = (args: readonly string[]) => runHere(args, top);
  const clear = async () => {
    await permafrost(['testnet', 'down', '--purge']);
    rmSync(top, { recursive: true, force: true });
  };
  const up = ['testnet', 'up', '--detach', '--json', ...flags];
  const ran = await runProgram(process.execPath, [LAUNCHER, ...up], { cwd: top });
  if (ran.code !== 0) {
    await clear();
    throw new Error(`testnet up: ${ran.out} ${ran.err}`);
  }
  const document: UpDocument = JSON.parse(ran.out);
  const network = await connect({ identity: join(document.dir, 'operator'), env: {} });
  return {
    top,
    up: document,
    network,
    permafrost,
    publicKey(name) {
      const key = document.keys.find((one) => one.name === name);
      if (key === undefined) throw new RangeError(`no key ${name}`);
      return Uint8Array.from(Buffer.from(key.publicKey, 'hex'));
    },
    async stop() {
      await network.close();
      await clear();
    },
  };
}

/** The command in this process, with nothing of our environment but what is given. */
export async function runHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd,
    env: { HOME: cwd, ...env },
    streams: {
      out: {
        write: (text) => {
          out += text;
        },
      },
      err: {
        write: (text) => {
          err += text;
        },
      },
    },
  });
  return { code, out, err };
}
