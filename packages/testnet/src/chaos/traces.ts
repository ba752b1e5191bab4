/**
 * What nodes leave behind, read from outside: their decision logs, their logs, evidence, alarms,
 * and how much memory their processes hold.
 * @module
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runningPid } from '../processes.ts';
import type { TestnetPaths, TestnetState } from '../state.ts';

export type Traces = {
  /** What must not be there, in sentences. */
  readonly violations: readonly string[];
  /** Decisions to give a share, and how many of them for the test signatures of new keys. */
  readonly allowed: number;
  readonly testSignatures: number;
  /** Signatures that nodes say they handed out. */
  readonly signed: number;
  readonly evidence: number;
};

/** Where the logs of each node end now; what follows belongs to the run. */
export type Marks = ReadonlyMap<string, { readonly decisions: number; readonly log: number }>;

export function markTraces(paths: TestnetPaths, state: TestnetState): Marks {
  return new Map(
    state.nodes.map(({ name }) => [
      name,
      { decisions: sizeOf(decisionsOf(paths, name)), log: sizeOf(paths.log(name)) },
    ]),
  );
}

/** @param isRequested whether a message of this hash was ever given to the network */
export function readTraces(
  {
    paths,
    state,
    marks,
  }: {
    readonly paths: TestnetPaths;
    readonly state: TestnetState;
    readonly marks: Marks;
  },
  isRequested: (hash: string) => boolean,
): Traces {
  const violations: string[] = [];
  const hosts = new Set(state.nodes.map((node) => node.peerId));
  /** Requests of ours that some node looked at: id → message hash. */
  const known = new Set<string>();
  let allowed = 0;
  let testSignatures = 0;
  let signed = 0;
  let evidence = 0;

  for (const { name } of state.nodes) {
    const from = marks.get(name)?.decisions ?? 0;
    for (const line of jsonLines(decisionsOf(paths, name), from)) {
      if (line.get('decision') !== 'allow') continue;
      allowed++;
      const id = String(line.get('requestId'));
      const hash = String(line.get('messageHash'));
      // Members sign a test message of each new key, as requesters of that alone.
      if (hosts.has(String(line.get('requester')))) {
        testSignatures++;
        known.add(id);
      } else if (isRequested(hash)) known.add(id);
      else violations.push(`${name} gave a share for a message that nobody asked for: ${hash}`);
    }
  }
  for (const { name } of state.nodes) {
    for (const line of jsonLines(paths.log(name), marks.get(name)?.log ?? 0)) {
      const event = String(line.get('msg'));
      if (Number(line.get('level')) >= 60) violations.push(`${name} logged a fatal: ${event}`);
      if (event !== 'signed') continue;
      signed++;
      const id = String(line.get('request'));
      if (!known.has(id)) violations.push(`${name} handed out a signature of nobody's: ${id}`);
    }
    for (const folder of ['evidence', 'alarms']) {
      for (const file of filesIn(join(paths.home(name), folder))) {
        evidence++;
        violations.push(`${name} accuses somebody, and all are honest: ${folder}/${file}`);
      }
    }
  }
  return { violations, allowed, testSignatures, signed, evidence };
}

/** Bytes that a node's process holds in memory; undefined when it does not run, or not on Linux. */
export function memoryOf(paths: TestnetPaths, name: string): number | undefined {
  const pid = runningPid(paths, name);
  if (pid === undefined) return undefined;
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found?.[1] === undefined ? undefined : Number(found[1]) * 1024;
  } catch {
    return undefined;
  }
}

function decisionsOf(paths: TestnetPaths, name: string): string {
  return join(paths.home(name), 'decisions.log');
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Lines that are JSON objects; a line cut off by SIGKILL is none. */
function* jsonLines(path: string, from: number): Generator<ReadonlyMap<string, unknown>> {
  if (!existsSync(path)) return;
  for (const text of readFileSync(path).subarray(from).toString('utf8').split('\n')) {
    if (!text.startsWith('{')) continue;
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      continue;
    }
    if (typeof parsed === 'object' && parsed !== null) yield new Map(Object.entries(parsed));
  }
}
