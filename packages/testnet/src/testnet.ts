/**
 * What can be done with a testnet as a whole. Everything that people see is reported in lines.
 * @module
 */
import { relative, resolve } from 'node:path';
import { type Network, PermafrostError } from '@permafrost/client';
import { checkShape, createTestnet, type TestnetShape } from './create.ts';
import { makeKeys, type Report, signOnce } from './keys.ts';
import { isRerouted, type Links, writeRosters } from './links.ts';
import { killProcess, runningPid, stopProcess } from './processes.ts';
import { checkNodes, type Launch, openOperator, startNodes, untilLinked } from './running.ts';
import {
  readState,
  removeFolder,
  type TestnetKey,
  type TestnetPaths,
  type TestnetState,
  testnetPaths,
  writeState,
} from './state.ts';

export const DEFAULT_SHAPE: TestnetShape = {
  nodes: 5,
  threshold: 3,
  suites: ['ed25519', 'secp256k1-tr'],
};

export type UpOptions = {
  readonly dir: string;
  /** What was asked for; undefined where nothing was said. */
  readonly shape: { readonly [field in keyof TestnetShape]?: TestnetShape[field] | undefined };
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  readonly report: Report;
  /** Opens the lines that all connections go through; directly unless given. */
  readonly openLinks?: (nodes: TestnetState['nodes']) => Promise<Links>;
};

export type TestnetDocument = {
  readonly dir: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly peerId: string;
    readonly address: string;
    readonly pid: number | null;
    readonly state: 'running' | 'stopped';
  }[];
  readonly keys: readonly TestnetKey[];
};

export function openTestnet(dir: string): {
  readonly paths: TestnetPaths;
  readonly state: TestnetState;
} {
  const paths = testnetPaths(resolve(dir));
  const state = readState(paths);
  if (state !== undefined) return { paths, state };
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `there is no testnet in ${paths.dir}`,
    hint: 'start one with: permafrost testnet up',
  });
}

export function testnetDocument(paths: TestnetPaths, state: TestnetState): TestnetDocument {
  return {
    dir: paths.dir,
    nodes: state.nodes.map(({ name, peerId, address }) => {
      const pid = runningPid(paths, name) ?? null;
      return { name, peerId, address, pid, state: pid === null ? 'stopped' : 'running' };
    }),
    keys: state.keys,
  };
}

/** A new testnet, or the stopped one in this folder. Whatever it started it stops when it fails. */
export async function upTestnet(options: UpOptions): Promise<{
  readonly launch: Launch;
  readonly network: Network;
  /** For the caller to close, with {@link closeLinks}. */
  readonly links: Links | undefined;
}> {
  const { command, signal, report } = options;
  const paths = testnetPaths(resolve(options.dir));
  const found = readState(paths);
  if (found !== undefined) checkCanStart(paths, found, options);
  const shape = { ...DEFAULT_SHAPE, ...defined(options.shape) };
  if (found === undefined) checkShape(shape);
  const state = found ?? (await createTestnet(paths, shape));
  const launch = { paths, state, command, signal };
  const names = state.nodes.map((node) => node.name);
  report.line(
    `${names.length} nodes on 127.0.0.1 · state in ${near(paths.dir)} · ${report.stopHint}`,
  );
  let network: Network | undefined;
  let links: Links | undefined;
  try {
    links = await options.openLinks?.(state.nodes);
    // Whoever was stopped in the middle left rosters that lead nowhere.
    if (links !== undefined || isRerouted(paths)) await writeRosters(paths, state, links);
    report.progress('starting the nodes');
    await startNodes(launch, names);
    network = await openOperator(launch);
    const dots = names.map((name) => `${name} ●`).join(' ');
    await untilLinked(launch, network, (up, of) => report.progress(`${dots}   ${up}/${of} links`));
    const linkCount = names.length * (names.length - 1);
    report.line(`${dots}   ${linkCount}/${linkCount} links`);
    const complete = state.complete
      ? state
      : { ...state, keys: await makeKeys(launch, network, report), complete: true };
    if (!state.complete) writeState(paths, complete);
    for (const key of complete.keys) await signOnce(launch, network, key, report);
    return { launch: { ...launch, state: complete }, network, links };
  } catch (error) {
    await network?.close();
    await stopAll(paths, state);
    await closeLinks(paths, state, links);
    // Interrupted before it was of any use: nothing to keep, and no failure to look into.
    if (found === undefined && signal.aborted) removeFolder(paths);
    throw error;
  }
}

/** After its nodes have stopped: the homes reach each other directly from the next start on. */
export async function closeLinks(
  paths: TestnetPaths,
  state: TestnetState,
  links: Links | undefined,
): Promise<void> {
  if (links === undefined) return;
  await links.close();
  await writeRosters(paths, state, undefined);
}

export async function stopAll(paths: TestnetPaths, state: TestnetState): Promise<void> {
  await Promise.all(state.nodes.map((node) => stopProcess(paths, node.name)));
}

export async function killNodes(dir: string, names: readonly string[]): Promise<readonly string[]> {
  const { paths, state } = openTestnet(dir);
  const nodes = checkNodes(state, names);
  await Promise.all(nodes.map((name) => killProcess(paths, name)));
  return nodes;
}

/** Stops everything; a folder without a testnet is no error. */
export async function downTestnet(dir: string, purge: boolean): Promise<readonly string[]> {
  const paths = testnetPaths(resolve(dir));
  const state = readState(paths);
  if (state === undefined) return [];
  const ran = state.nodes
    .map((node) => node.name)
    .filter((name) => runningPid(paths, name) !== undefined);
  await stopAll(paths, state);
  if (purge) removeFolder(paths);
  return ran;
}

/** @throws PermafrostError E_BAD_REQUEST unless this folder's testnet is whole and stopped */
function checkCanStart(paths: TestnetPaths, state: TestnetState, { shape }: UpOptions): void {
  const bad = (message: string, hint: string) =>
    new PermafrostError({ code: 'E_BAD_REQUEST', message, hint });
  const all = state.nodes.map((node) => node.name);
  const running = all.filter((name) => runningPid(paths, name) !== undefined);
  const at = paths.dir;
  if (running.length === all.length) {
    throw bad(`a testnet runs in ${at} already`, 'stop it with: permafrost testnet down');
  }
  if (running.length > 0) {
    const dead = all.filter((name) => !running.includes(name));
    throw bad(
      `an old testnet in ${at} is half dead: ${running.join(' ')} still run, ${dead.join(' ')} do not`,
      `start the others: permafrost testnet start ${dead.join(' ')} — or stop it: permafrost testnet down`,
    );
  }
  if (!state.complete) {
    throw bad(
      `the testnet in ${at} was never finished: its keys were not made`,
      'clear it with: permafrost testnet down --purge',
    );
  }
  if (Object.keys(defined(shape)).length > 0) {
    throw bad(
      `there is a stopped testnet in ${at}, which keeps the shape it has`,
      'start it without --nodes, --threshold and --suites, or clear it: permafrost testnet down --purge',
    );
  }
}

/** The folder as people in this one would write it. */
function near(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path.startsWith('..') || path === '' ? dir : `./${path}`;
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
