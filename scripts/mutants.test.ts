import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutated } from '../mutants/defect.ts';
import { DEFECTS } from '../mutants/defects.ts';

const ROOT = join(import.meta.dirname, '..');

test('every mutant has a name of its own, one line that it changes, and a test that is there', () => {
  expect(new Set(DEFECTS.map(({ name }) => name)).size).toBe(DEFECTS.length);
  expect(DEFECTS.length).toBeGreaterThan(100);
  const broken = DEFECTS.flatMap((defect) => {
    const source = readFileSync(join(ROOT, defect.file), 'utf8');
    try {
      if (mutated(source, defect) === source) return [`${defect.name}: changes nothing`];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [error.message];
    }
    const { by } = defect;
    return 'test' in by && !existsSync(join(ROOT, by.test))
      ? [`${defect.name}: no ${by.test}`]
      : [];
  });
  expect(broken).toEqual([]);
});
