/**
 * What one input may cost, and what must be the same after it.
 * @module
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ErrorClass } from './decoder.ts';

export type Budget = {
  /** Of processor time, so that a busy machine changes nothing. */
  readonly cpuMs: number;
  readonly heapBytes: number;
};

export const BUDGET: Budget = { cpuMs: 500, heapBytes: 64 * 1024 * 1024 };

/** Why an input is a finding; undefined when all is well. */
export type Complaint = string | undefined;

/** Runs `f`, which may throw what is listed and may not cost more than this. */
export async function judge(
  f: () => unknown,
  throws: readonly ErrorClass[],
  budget: Budget = BUDGET,
): Promise<Complaint> {
  const meter = startMeter(budget);
  try {
    const given = f();
    if (given instanceof Promise) await given;
  } catch (error) {
    if (!throws.some((type) => error instanceof type)) return described(error);
  }
  return meter();
}

/** Call the result when the work is done: it complains about what was too much. */
export function startMeter(budget: Budget = BUDGET): () => Complaint {
  const heap = heapBytes();
  const cpu = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(cpu);
    const cpuMs = (user + system) / 1_000;
    if (cpuMs > budget.cpuMs) return `took ${Math.round(cpuMs)} ms of processor time`;
    const grown = heapBytes() - heap;
    if (grown > budget.heapBytes) return `took ${Math.round(grown / 1_024)} KiB of memory`;
    return isTouched() ? 'changed a prototype' : undefined;
  };
}

/** Whether a complaint is about what an input cost, which can also have other reasons. */
export function isCost(complaint: string): boolean {
  return complaint.startsWith('took ');
}

export function described(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  return `threw ${error.name}: ${error.message}\n${error.stack ?? ''}`;
}

/** Used by this thread, on the heap and in buffers. */
export function heapBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

/** As {@link heapBytes}, once all that nobody holds any more is gone. */
export function settledHeapBytes(): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  gc();
  return heapBytes();
}

const PROTOTYPES: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  Uint8Array.prototype,
  Map.prototype,
];
const UNTOUCHED = PROTOTYPES.map((one) => Reflect.ownKeys(one).length);

/** Whether the prototypes of all objects have other properties than at first. */
export function isTouched(): boolean {
  return PROTOTYPES.some((one, i) => Reflect.ownKeys(one).length !== UNTOUCHED[i]);
}
