/**
 * What a run of chaos found, as one document and as lines for people.
 * @module
 */
import type { Latency, LoadFigures } from '../load-figures.ts';
import type { StageFigures } from './ledger.ts';
import type { NewKeyResult } from './new-keys.ts';
import type { Happened } from './trouble.ts';

export type ChaosReport = {
  readonly ok: boolean;
  readonly seed: string;
  readonly seconds: number;
  readonly nodes: number;
  readonly threshold: number;
  readonly key: string;
  /** What must never happen and did, in sentences. */
  readonly violations: readonly string[];
  readonly stages: readonly StageFigures[];
  readonly load: LoadFigures;
  /** Of requests that were open in the second after a node was killed. */
  readonly dying: {
    readonly kills: number;
    readonly latencyMs: Latency | null;
    /** Ten times the quiet p50, or 500 ms. */
    readonly limitMs: number | null;
    readonly isWithin: boolean | null;
  };
  readonly recovery: {
    /** From the end of all faults until every node says that it can sign and all are linked. */
    readonly readyMs: number | null;
    /** Until as much is signed in a second as in quiet. */
    readonly fullThroughputMs: number | null;
    readonly quietPerSecond: number;
    readonly perSecond: readonly number[];
  };
  readonly probes: { readonly asked: number; readonly repeated: number };
  readonly newKeys: readonly NewKeyResult[];
  readonly decisions: { readonly allowed: number; readonly testSignatures: number };
  readonly memory: readonly {
    readonly node: string;
    readonly startMb: number;
    readonly maxMb: number;
    readonly endMb: number;
  }[];
  readonly timeline: readonly Happened[];
  readonly leftOut: readonly string[];
  /** The folder of the testnet, where it was kept to be looked at. */
  readonly dir: string | null;
};

export function faultLine(fault: Happened): string {
  const at = `${(fault.atMs / 1000).toFixed(1)} s`.padStart(8);
  const how = fault.type === 'slow' ? ` by ${fault.delayMs} ms` : '';
  const long = fault.forMs === 0 ? '' : ` for ${(fault.forMs / 1000).toFixed(1)} s`;
  return `${at}  ${fault.type} ${fault.node}${how}${long}`;
}

export function chaosText(report: ChaosReport): string {
  const { recovery, dying, load } = report;
  const ms = (value: number | null) => (value === null ? 'never' : `${Math.round(value)} ms`);
  const latency = (one: Latency | null | undefined) =>
    one === null || one === undefined ? '–' : `p50 ${one.p50}   p99 ${one.p99}   max ${one.max} ms`;
  const stages = report.stages.map((one) => {
    const codes = Object.entries(one.errors).map(([code, count]) => `${code} ${count}`);
    return (
      `${one.stage.padEnd(7)} ${String(one.signed).padStart(6)} of ${one.requests} signed   ` +
      `${latency(one.latencyMs)}${codes.length === 0 ? '' : `   ${codes.join(', ')}`}`
    );
  });
  const memory = report.memory.map(
    (one) => `${one.node} ${one.startMb}→${one.endMb} (max ${one.maxMb})`,
  );
  const made = report.newKeys.filter((one) => one.result === 'made').length;
  return [
    ...stages,
    `while a node dies (${dying.kills} killed)   ${latency(dying.latencyMs)}   limit ${ms(dying.limitMs)}`,
    `after the faults   ready in ${ms(recovery.readyMs)}   full throughput in ${ms(recovery.fullThroughputMs)} (${recovery.quietPerSecond}/s)`,
    `${load.retries} given again · ${load.resigned} of ${load.repeated} repeated signed anew · ` +
      `${report.probes.repeated} of ${report.probes.asked} asked again at the same node, all the same bytes · ` +
      `${made} of ${report.newKeys.length} keys made meanwhile`,
    `memory in MB   ${memory.join('   ')}`,
    ...report.leftOut.map((text) => `left out: ${text}`),
    ...report.violations.slice(0, 30).map((text) => `VIOLATION  ${text}`),
    ...(report.dir === null ? [] : [`kept to be looked at: ${report.dir}`]),
    report.ok
      ? `nothing that must not happen happened · seed ${report.seed}`
      : `${report.violations.length} violations · seed ${report.seed}`,
  ].join('\n');
}
