/**
 * One seed of fuzzing: a scene, its decoders and its nodes, and what is found out about them.
 * @module
 */
import { type Ciphersuite, ciphersuite, fromHex } from '@permafrost/frost';
import { toySuite } from '@permafrost/protocol/sim';
import { isCost, settledHeapBytes } from './budget.ts';
import { decodersOf } from './decoders.ts';
import { decoderComplaint, feedDecoders, prepare } from './feed-decoders.ts';
import { createFeeder } from './feed-nodes.ts';
import { addFinding, createTally, type Finding, type Tally } from './finding.ts';
import { makeScene, type Scene } from './scene.ts';

export type Amounts = {
  /** Inputs for each decoder. */
  readonly each: number;
  /** Frames and calls that the nodes are given. */
  readonly nodes: number;
  /** Whether memory is weighed before and after: only where nothing else runs. */
  readonly isWeighed: boolean;
};

/** What a node may have more of in memory after all of it. */
const HEAP_GROWTH_BYTES_MAX = 32 * 1024 * 1024;

/** Suites in turn: the quick one half of the time. */
export const SUITES: readonly string[] = ['toy', 'ed25519', 'toy', 'secp256k1-tr', 'toy', 'p256'];

/** `toy` stands in for ed25519, under its name. */
export function suiteNamed(name: string): Ciphersuite {
  return name === 'toy' ? { ...toySuite, id: 'ed25519' } : ciphersuite(name);
}

export function suiteOfSeed(seed: number): string {
  return SUITES[seed % SUITES.length] ?? 'toy';
}

/** The same inputs for the same arguments, however long they take. */
export async function fuzzSeed(seed: number, suite: string, amounts: Amounts): Promise<Tally> {
  const tally = createTally(seed, suite);
  const scene = makeScene(seed, suiteNamed(suite));
  if (amounts.each > 0) {
    const fed = await prepare(scene, tally);
    for (let round = 0; round < amounts.each; round++) {
      await feedDecoders(scene, fed, tally, round);
    }
  }
  fuzzNodes(scene, tally, amounts);
  await confirmCosts(tally, amounts);
  return tally;
}

function fuzzNodes(scene: Scene, tally: Tally, { nodes, isWeighed }: Amounts): void {
  if (nodes === 0) return;
  const feeder = createFeeder(scene, tally);
  forgetLogs(scene);
  const before = isWeighed ? settledHeapBytes() : 0;
  if (!feeder.feed(nodes)) return;
  feeder.finish();
  if (!isWeighed) return;
  forgetLogs(scene);
  const grown = settledHeapBytes() - before;
  if (grown < HEAP_GROWTH_BYTES_MAX) return;
  addFinding(tally, {
    target: 'memory',
    mutation: '',
    by: '',
    bytes: new Uint8Array(),
    complaint: `${Math.round(grown / 1_024)} KiB are still held`,
  });
}

/** What a simulated node keeps, and a real one writes into files. */
function forgetLogs({ network }: Scene): void {
  for (const { logs, evidence } of network.nodes) {
    logs.length = 0;
    evidence.length = 0;
  }
}

/** A step that once took long is a finding when it does so again. */
async function confirmCosts(tally: Tally, amounts: Amounts): Promise<void> {
  const costly = tally.findings.filter(({ by, complaint }) => by !== '' && isCost(complaint));
  if (costly.length === 0) return;
  const again = createTally(tally.seed, tally.suite);
  fuzzNodes(makeScene(tally.seed, suiteNamed(tally.suite)), again, amounts);
  const isAgain = (one: Finding): boolean =>
    !costly.includes(one) || again.findings.some(({ input }) => input === one.input);
  const confirmed = tally.findings.filter(isAgain);
  tally.findings.splice(0, tally.findings.length, ...confirmed);
}

/** What one input does alone, in a scene in which nothing else is wrong. */
export async function replay(
  finding: Pick<Finding, 'seed' | 'suite' | 'target' | 'input' | 'by'>,
): Promise<readonly string[]> {
  const scene = makeScene(finding.seed, suiteNamed(finding.suite));
  const decoder = decodersOf(scene).find(({ name }) => name === finding.target);
  if (decoder !== undefined) {
    const complaint = await decoderComplaint(decoder, fromHex(finding.input));
    return complaint === undefined ? [] : [complaint];
  }
  const tally = createTally(finding.seed, finding.suite);
  createFeeder(scene, tally).replay(finding);
  return tally.findings.map(({ complaint }) => complaint);
}
