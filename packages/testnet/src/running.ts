/**
 * Starts nodes and waits for them by asking: a node is up when it answers, not when its process
 * exists.
 * @module
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Network, PermafrostError } from '@permafrost/client';
import { isErrorCode } from '@permafrost/wire';
import { killProcess, runningPid, startProcess } from './processes.ts';
import type { TestnetNode, TestnetPaths, TestnetState } from './state.ts';

const ANSWERS_MS = 30_000;
const POLL_MS = 60;

export type Launch = {
  readonly paths: TestnetPaths;
  readonly state: TestnetState;
  /** What runs the permafrost command, with no launcher between. */
  readonly command: readonly string[];
  readonly signal: AbortSignal;
};

/** A client with the testnet operator's identity. */
export function openOperator({ paths, signal }: Launch): Promise<Network> {
  return connect({ identity: paths.operator, env: {}, signal, lazy: true });
}

/**
 * Starts those nodes that do not run, and waits until each answers.
 * @throws PermafrostError with the node's own code when it did not start
 */
export async function startNodes(
  launch: Launch,
  names: readonly string[],
  flags: readonly string[] = [],
): Promise<void> {
  const { paths, command } = launch;
  const network = await openOperator(launch);
  try {
    await Promise.all(
      names
        .filter((name) => runningPid(paths, name) === undefined)
        .map(async (name) => {
          const { exited } = startProcess(paths, name, command, flags);
          let ended: number | undefined;
          exited.then((code) => {
            ended = code;
          }, ignore);
          await untilAnswers(launch, network, name, { code: () => ended, exited });
        }),
    );
  } finally {
    await network.close();
  }
}

async function untilAnswers(
  { paths, state, signal }: Launch,
  network: Network,
  name: string,
  ends: { readonly code: () => number | undefined; readonly exited: Promise<unknown> },
): Promise<void> {
  const peer = network.peers.find((one) => one.name === name);
  if (peer === undefined || !state.nodes.some((node) => node.name === name)) throw unknown(name);
  const endMs = performance.now() + ANSWERS_MS;
  for (;;) {
    signal.throwIfAborted();
    if (ends.code() !== undefined) throw whyNotStarted(paths, name);
    try {
      await network.statusOf(peer, { signal });
      return;
    } catch (error) {
      if (!(error instanceof PermafrostError)) throw error;
      // A node that stops while it is asked leaves its own reason.
      await Promise.race([ends.exited, sleep(POLL_MS)]);
      if (ends.code() !== undefined) throw whyNotStarted(paths, name);
      if (error.code !== 'E_THRESHOLD' && error.code !== 'E_UNAUTHENTICATED') throw error;
    }
    if (performance.now() > endMs) {
      await killProcess(paths, name);
      throw new PermafrostError({
        code: 'E_INTERNAL',
        message: `${name} runs but did not answer in ${ANSWERS_MS / 1000} s`,
        blame: [name],
        hint: `look at ${paths.log(name)}`,
      });
    }
    await sleep(POLL_MS);
  }
}

/** The error document that `start --json` leaves, else the end of the log. */
function whyNotStarted(paths: TestnetPaths, name: string): PermafrostError {
  const hint = `look at ${paths.log(name)}`;
  try {
    const { error } = JSON.parse(readFileSync(paths.answer(name), 'utf8')) as {
      readonly error?: {
        readonly code?: string;
        readonly message?: string;
        readonly hint?: string;
      };
    };
    const code = error?.code ?? '';
    if (isErrorCode(code)) {
      const message = `${name} did not start: ${error?.message ?? code}`;
      return new PermafrostError({ code, message, blame: [name], hint: error?.hint ?? hint });
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const last = lastLine(paths.log(name));
  const message = `${name} ended at once${last === '' ? '' : `: ${last}`}`;
  return new PermafrostError({ code: 'E_INTERNAL', message, blame: [name], hint });
}

function lastLine(path: string): string {
  return readFileSync(path, 'utf8').trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

/** Links that are up, each side's view: n(n−1) when all are. */
export async function untilLinked(
  launch: Launch,
  network: Network,
  onLinks: (up: number, of: number) => void,
): Promise<void> {
  const { length: n } = launch.state.nodes;
  const endMs = performance.now() + ANSWERS_MS;
  for (;;) {
    launch.signal.throwIfAborted();
    const answers = await network.survey({ signal: launch.signal });
    const up = answers.reduce(
      (sum, one) => sum + ('status' in one ? one.status.links.filter((link) => link.up).length : 0),
      0,
    );
    onLinks(up, n * (n - 1));
    if (up >= n * (n - 1)) return;
    if (performance.now() > endMs) {
      throw new PermafrostError({
        code: 'E_INTERNAL',
        message: `only ${up} of ${n * (n - 1)} links came up in ${ANSWERS_MS / 1000} s`,
        hint: `look at the logs in ${launch.paths.dir}/logs`,
      });
    }
    await sleep(POLL_MS);
  }
}

/** @throws PermafrostError E_BAD_REQUEST unless all are nodes of this testnet */
export function checkNodes(state: TestnetState, names: readonly string[]): readonly string[] {
  for (const name of names) {
    if (!state.nodes.some((node) => node.name === name)) throw unknown(name, state.nodes);
  }
  return [...new Set(names)];
}

function unknown(name: string, nodes: readonly TestnetNode[] = []): PermafrostError {
  return new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `no node is called ${JSON.stringify(name)}`,
    hint: `the nodes are ${nodes.map((node) => node.name).join(', ')}`,
  });
}

function ignore(): void {}
