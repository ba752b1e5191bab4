/**
 * What a newcomer would try first: kill a node, sign again, start it again.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Network } from '@permafrost/client';
import type { Report } from './keys.ts';
import { killProcess, runningPid } from './processes.ts';
import { type Launch, startNodes, untilLinked } from './running.ts';

/** Shown only where a node can be spared. */
export async function tour(launch: Launch, network: Network, report: Report): Promise<void> {
  const { paths, state, signal } = launch;
  const [key] = state.keys;
  if (key === undefined || state.threshold >= state.nodes.length) return;
  // One that just signed, and not the node that we ask.
  const message = new TextEncoder().encode('hello');
  const before = await network.sign({ key: key.name, message, signal });
  const entry = state.nodes[0]?.name;
  const victim = before.signers.findLast((name) => name !== entry);
  if (victim === undefined) return;
  await killProcess(paths, victim);
  const after = await network.sign({ key: key.name, message, signal });
  report.line(
    `killed ${victim} · signed again   ${after.signers.join(' ')}   ${after.elapsedMs} ms`,
  );
  report.progress(`starting ${victim} again`);
  await startNodes(launch, [victim]);
  await untilLinked(launch, network, (up, of) => report.progress(`${up}/${of} links`));
  report.line(`started ${victim} again · all nodes linked`);
}

/** Stays until Ctrl-C, or until another command has stopped all nodes. */
export async function stay({ paths, state, signal }: Launch): Promise<void> {
  while (!signal.aborted) {
    if (state.nodes.every((node) => runningPid(paths, node.name) === undefined)) return;
    await sleep(500, undefined, { signal }).catch(ignoreAbort);
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
