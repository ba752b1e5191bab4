/**
 * `npm run fuzz`: wrong bytes for every decoder and for running nodes. Exit code 1 when something
 * but a typed refusal came of any of them.
 *
 *   --seconds N     begins no seed that would take longer, 60 unless given
 *   --seed S        the first; --seeds 1 --seed S is the same again, input by input
 *   --seeds N       how many at most
 *   --suite NAME    toy, ed25519 …; in turn unless given
 *   --target T --input HEX [--by HEX]   with --seed and --suite: this one input alone
 *   --json          one object on standard output
 * @module
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { fuzzSeed, replay, suiteOfSeed } from './campaign.ts';
import type { Finding, Tally } from './finding.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000000' },
    suite: { type: 'string' },
    target: { type: 'string' },
    input: { type: 'string' },
    by: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const AMOUNTS = { each: 80, nodes: 600, isWeighed: true };

installNodeCrypto();
const first = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed);
const suiteOf = (seed: number): string => values.suite ?? suiteOfSeed(seed);
const say = (line: string): void => {
  if (!values.json) console.log(line);
};

if (values.target !== undefined) await replayOne(values.target, values.input ?? '');
else await explore();

async function replayOne(target: string, input: string): Promise<void> {
  const given = { seed: first, suite: suiteOf(first), target, input, by: values.by };
  const complaints = await replay(given);
  if (values.json) console.log(JSON.stringify({ ...given, complaints }));
  else console.log(complaints.length === 0 ? 'nothing comes of it alone' : complaints.join('\n'));
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

async function explore(): Promise<void> {
  const untilMs = performance.now() + 1_000 * Number(values.seconds);
  const tallies: Tally[] = [];
  let longestMs = 0;
  say(`first seed ${first}`);
  for (let seed = first; seed < first + Number(values.seeds); seed++) {
    const startedMs = performance.now();
    if (tallies.length > 0 && startedMs + longestMs > untilMs) break;
    const tally = await fuzzSeed(seed, suiteOf(seed), AMOUNTS);
    tallies.push(tally);
    longestMs = Math.max(longestMs, performance.now() - startedMs);
    say(`seed ${seed} (${tally.suite}): ${tally.inputs} inputs, ${tally.findings.length} findings`);
    for (const finding of tally.findings) await tell(finding);
  }
  const findings = tallies.flatMap((tally) => tally.findings);
  const inputs = tallies.reduce((sum, tally) => sum + tally.inputs, 0);
  if (values.json) {
    const targets = Object.fromEntries(sums(tallies.map((tally) => tally.targets)));
    const mutations = Object.fromEntries(sums(tallies.map((tally) => tally.mutations)));
    console.log(
      JSON.stringify({ seed: first, seeds: tallies.length, inputs, targets, mutations, findings }),
    );
  }
  say(`${inputs} inputs of ${tallies.length} seeds from ${first} on: ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

async function tell(finding: Finding): Promise<void> {
  const { seed, suite, target, mutation, input, by, complaint } = finding;
  say(`\n${target}, ${mutation === '' ? 'as it arrived' : mutation}: ${complaint}`);
  say(`all of it again: npm run fuzz -- --seeds 1 --seed ${seed} --suite ${suite}`);
  if (input === '' || values.json) return;
  const alone = await replay(finding);
  const from = by === '' ? '' : ` --by ${by}`;
  say(`${alone.length === 0 ? 'not' : 'also'} alone, in a scene where nothing else is wrong:`);
  say(
    `npm run fuzz -- --seed ${seed} --suite ${suite} --target '${target}'${from} --input ${input}`,
  );
}

function sums(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const [name, times] of all.flatMap((one) => [...one])) {
    total.set(name, (total.get(name) ?? 0) + times);
  }
  return total;
}
