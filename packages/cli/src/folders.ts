/**
 * Which home a command works on.
 * @module
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const TESTNET_FOLDER: string = '.testnet';
/** The file that makes a folder a testnet's. */
export const TESTNET_STATE: string = 'testnet.json';

export type Surroundings = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type FoundHome = {
  readonly home: string;
  /** The folder of the testnet whose operator home this is. */
  readonly testnet: string | undefined;
};

/** `--home`, else PERMAFROST_HOME, else the testnet around us, else `~/.permafrost`. */
export function findHome(given: string | undefined, { cwd, env }: Surroundings): FoundHome {
  const named = given ?? nonEmpty(env['PERMAFROST_HOME']);
  if (named !== undefined) {
    const home = resolve(cwd, named);
    const around = dirname(home);
    return { home, testnet: isTestnet(around) ? around : undefined };
  }
  const testnet = findTestnet(cwd);
  if (testnet !== undefined) return { home: join(testnet, 'operator'), testnet };
  return { home: join(nonEmpty(env['HOME']) ?? homedir(), '.permafrost'), testnet: undefined };
}

/** The testnet's folder in this folder or a parent of it, or this folder itself when it is one. */
export function findTestnet(cwd: string): string | undefined {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    if (isTestnet(at)) return at;
    const inside = join(at, TESTNET_FOLDER);
    if (isTestnet(inside)) return inside;
    if (dirname(at) === at) return undefined;
  }
}

function isTestnet(folder: string): boolean {
  return existsSync(join(folder, TESTNET_STATE));
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
