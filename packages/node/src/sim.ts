/**
 * `npm run sim -- --seeds N [--seed S] [--nodes n --threshold t] [--suite S] [--json]`: explores
 * seeds, prints the trace of one that fails, and replays it exactly with `--seeds 1 --seed S`.
 * @module
 */
import { createPublicKey, randomInt, verify } from 'node:crypto';
import { parseArgs } from 'node:util';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { explore, type OutsideVerifier, type RunReport, type Violation } from './sim/explore.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    nodes: { type: 'string' },
    threshold: { type: 'string' },
    suite: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** OpenSSL, through Node, for Ed25519. */
const outside: OutsideVerifier = (suite, { publicKey, message, signature }) => {
  if (suite !== 'ed25519') return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(undefined, message, key, signature);
};

installNodeCrypto();
const first = values.seed === undefined ? randomInt(2 ** 40) : Number(values.seed);
const seeds = Number(values.seeds);
const shape = {
  ...(values.nodes === undefined ? {} : { nodes: Number(values.nodes) }),
  ...(values.threshold === undefined ? {} : { threshold: Number(values.threshold) }),
  ...(values.suite === undefined ? {} : { suite: values.suite }),
};
const reports: RunReport[] = [];
if (!values.json) console.log(`exploring ${seeds} seeds from ${first}`);
for (let i = 0; i < seeds; i++) {
  const report = explore({ seed: first + i, ...shape }, outside);
  reports.push({ ...report, trace: [] });
  if (report.violations.length === 0 || values.json) continue;
  console.log(report.trace.join('\n'));
  for (const { checker, detail } of report.violations) {
    console.log(`seed ${report.seed}: ${checker}: ${detail}`);
  }
  console.log(`replay: npm run sim -- --seeds 1 --seed ${report.seed}`);
}

const bySuite = new Map<string, number>();
const faults = new Map<string, number>();
const violations: Violation[] = [];
for (const report of reports) {
  bySuite.set(report.suite, (bySuite.get(report.suite) ?? 0) + 1);
  for (const [kind, count] of report.faultsInjected) {
    faults.set(kind, (faults.get(kind) ?? 0) + count);
  }
  violations.push(...report.violations);
}
const sum = (of: (report: RunReport) => number) => reports.reduce((all, one) => all + of(one), 0);
const summary = {
  seeds: reports.length,
  seedsBySuite: Object.fromEntries(bySuite),
  events: sum(({ events }) => events),
  signatures: sum(({ signatures }) => signatures),
  keys: sum(({ keys }) => keys),
  faultsInjected: Object.fromEntries(faults),
  violations,
};
if (values.json) console.log(JSON.stringify(summary));
else console.log(summary);
process.exitCode = violations.length === 0 ? 0 : 1;
