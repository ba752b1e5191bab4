/**
 * What a testnet's folder says about itself. One file of facts that do not change once the keys
 * are made, and one small file per running process, so that two commands never write the same one.
 * @module
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PermafrostError } from '@permafrost/client';

export const STATE_FILE: string = 'testnet.json';

export type TestnetNode = {
  readonly name: string;
  readonly peerId: string;
  /** Multiaddr that ends in the PeerId. */
  readonly address: string;
};

export type TestnetKey = {
  readonly name: string;
  readonly suite: string;
  readonly threshold: number;
  readonly members: readonly string[];
  /** Hex. */
  readonly publicKey: string;
};

export type TestnetState = {
  readonly version: 1;
  readonly nodes: readonly TestnetNode[];
  readonly threshold: number;
  readonly suites: readonly string[];
  readonly keys: readonly TestnetKey[];
  /** All keys are there: until then the folder is of no use. */
  readonly complete: boolean;
};

/** Paths in a testnet's folder. */
export type TestnetPaths = {
  readonly dir: string;
  readonly state: string;
  readonly operator: string;
  readonly home: (name: string) => string;
  readonly log: (name: string) => string;
  /** What the node printed on standard output: the error document of a failed start. */
  readonly answer: (name: string) => string;
  readonly pid: (name: string) => string;
  readonly verify: string;
};

/** @param dir absolute */
export function testnetPaths(dir: string): TestnetPaths {
  return {
    dir,
    state: join(dir, STATE_FILE),
    operator: join(dir, 'operator'),
    home: (name) => join(dir, name),
    log: (name) => join(dir, 'logs', `${name}.log`),
    answer: (name) => join(dir, 'logs', `${name}.out`),
    pid: (name) => join(dir, 'run', `${name}.pid`),
    verify: join(dir, 'verify'),
  };
}

/** @returns undefined when there is no testnet in this folder */
export function readState({ dir, state }: TestnetPaths): TestnetState | undefined {
  if (!existsSync(state)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(state, 'utf8'));
  } catch {
    parsed = undefined;
  }
  if (isState(parsed)) return parsed;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `${state} is not readable`,
    hint: `remove the folder ${dir} once none of its nodes runs`,
  });
}

export function writeState(paths: TestnetPaths, state: TestnetState): void {
  const temporary = `${paths.state}.new`;
  writeFileSync(temporary, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, paths.state);
}

/** Makes the folder. @throws PermafrostError E_BAD_REQUEST when it holds something else */
export function makeFolder(paths: TestnetPaths): void {
  if (existsSync(paths.dir) && readdirSync(paths.dir).length > 0) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${paths.dir} exists and is no testnet`,
      hint: 'give another folder with --dir, or remove that one',
    });
  }
  for (const folder of ['', 'logs', 'run', 'verify']) {
    mkdirSync(join(paths.dir, folder), { recursive: true, mode: 0o700 });
  }
}

export function removeFolder({ dir }: TestnetPaths): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function isState(value: unknown): value is TestnetState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'nodes' in value &&
    Array.isArray(value.nodes) &&
    'keys' in value &&
    Array.isArray(value.keys)
  );
}
