import { describe, expect, test } from 'vitest';
import {
  addFault,
  createFaultTable,
  FAULTS_STORED_MAX,
  type FaultTable,
  faultPath,
  proofsOf,
  restoreFaults,
} from './faults.ts';

const A = 'aa'.repeat(32);
const B = 'bb'.repeat(32);

function add(table: FaultTable, host: string, isProven: boolean, bootCounter = 1) {
  return addFault(table, { bootCounter, host, code: 'bad-share', isProven });
}

const hosts = (table: FaultTable, host: string): number =>
  table.stored.filter((one) => one.host === host).length;

describe('faults on record', () => {
  test('are as many as fit; whoever has most loses its oldest first', () => {
    const table = createFaultTable();
    for (let i = 0; i < 5; i++) expect(add(table, B, true).dropped).toBeUndefined();
    for (let i = 5; i < FAULTS_STORED_MAX; i++) add(table, A, true);
    const { dropped } = add(table, A, true);
    expect(dropped).toMatchObject({ number: '1-6', host: A });
    for (let i = 0; i < 1_000; i++) add(table, A, true);
    expect([hosts(table, A), hosts(table, B)]).toEqual([FAULTS_STORED_MAX - 5, 5]);
    // Against others there is room even then.
    expect(add(table, B, true)).toMatchObject({ dropped: { host: A } });
  });

  test('that cannot be proved never take the room of those that can', () => {
    const table = createFaultTable();
    add(table, A, true);
    for (let i = 0; i < 3 * FAULTS_STORED_MAX; i++) add(table, A, false);
    expect(proofsOf(table, A, 'bad-share')).toHaveLength(1);
    expect(table.stored).toHaveLength(FAULTS_STORED_MAX + 1);
  });

  test('come back in order after a restart, and no number is given twice', () => {
    const before = createFaultTable();
    for (const boot of [2, 2, 10]) add(before, A, true, boot);
    const found = before.stored.map(({ number, ...one }) => ({ path: faultPath(number), ...one }));
    const after = createFaultTable();
    restoreFaults(after, [...found].reverse());
    expect(after.stored).toEqual(before.stored);
    // The same boot may be counted again where it was not yet shown to anybody.
    expect(add(after, A, true, 10).added.number).toBe('10-4');
  });

  test('with paths that no version of ours wrote are passed over', () => {
    const table = createFaultTable();
    const about = { host: A, code: 'bad-share', isProven: true };
    for (const path of ['fault/', 'fault/1', 'fault/1-2-3', 'fault/../1-2', 'fault/x-1']) {
      restoreFaults(table, [{ path, ...about }]);
      expect(table.stored, path).toEqual([]);
    }
  });

  test('name the newest few proofs of one code', () => {
    const table = createFaultTable();
    for (let i = 0; i < 20; i++) add(table, A, true);
    add(table, B, true);
    const numbers = proofsOf(table, A, 'bad-share').map(({ number }) => number);
    expect(numbers).toEqual(['13', '14', '15', '16', '17', '18', '19', '20'].map((n) => `1-${n}`));
    expect(proofsOf(table, A, 'equivocation')).toEqual([]);
  });
});
