import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCRIPTS } from '../packages/node/src/sim/adversary/index.ts';
import { TWISTS } from '../packages/protocol/src/sim/index.ts';
import { attackRows, hasName, type Named, wrongIds } from './attacks.ts';

const ROOT = join(import.meta.dirname, '..');
const markdown = read('docs/attacks.md');
const rows = attackRows(markdown);

/** Tests whose names come from a list that another file exports. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'packages/node/src/sim/adversary/signing.test.ts',
    SCRIPTS.filter(({ against }) => against === 'signing').map(({ name }) => name),
  ],
  ['packages/node/src/sim/adversary/scripts.soak.test.ts', SCRIPTS.map(({ name }) => name)],
  ['packages/protocol/src/sim/twists.test.ts', TWISTS.map(({ name }) => name)],
]);

const sources = new Map<string, string>();

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What is wrong with one name, or undefined. */
function wrong({ file, name }: Named): string | undefined {
  if (!/\.test\.ts$|^mutants\/defects-\w+\.ts$/.test(file)) return `${file} has no tests`;
  if (!existsSync(join(ROOT, file))) return `there is no ${file}`;
  const source = sources.get(file) ?? read(file);
  sources.set(file, source);
  if (LISTS.get(file)?.includes(name) === true || hasName(source, name)) return undefined;
  return `${file} has no test “${name}”`;
}

describe('the table of attacks', () => {
  test('names tests that are there', () => {
    const gone = rows.flatMap(({ id, tests }) =>
      tests.flatMap((one) => {
        const text = wrong(one);
        return text === undefined ? [] : [`${id}: ${text}`];
      }),
    );
    expect(gone).toEqual([]);
  });

  test('has a test of its own for each attack, not only one that takes long or a defect', () => {
    const isOften = ({ file }: Named): boolean => !/\.soak\.test\.ts$|^mutants\//.test(file);
    expect(rows.filter(({ tests }) => !tests.some(isOften)).map(({ id }) => id)).toEqual([]);
  });

  test('counts its rows, and none gets lost', () => {
    expect(wrongIds(rows)).toEqual([]);
    expect(rows.length).toBe(markdown.match(/^\| [a-z]+-\d/gm)?.length);
    expect(rows.length).toBeGreaterThan(90);
  });

  test('names files that are there, also beside the tables', () => {
    const files = [...markdown.matchAll(/`((?:packages|scripts|mutants|testnet)\/[^`]+)`/g)];
    const gone = files.map(([, file = '']) => file).filter((f) => !existsSync(join(ROOT, f)));
    expect(gone).toEqual([]);
  });

  test('is found from where people begin to read', () => {
    expect(read('README.md')).toContain('(docs/attacks.md)');
    expect(read('SECURITY.md')).toContain('(docs/attacks.md)');
  });
});

describe('a row', () => {
  const row = (cell: string): string => `| run-01 | a | b | ${cell} |`;

  test('has names after their files', () => {
    expect(attackRows(row('`a/x.test.ts` `one` `two`; `b/y.test.ts` `three`'))).toEqual([
      {
        id: 'run-01',
        tests: [
          { file: 'a/x.test.ts', name: 'one' },
          { file: 'a/x.test.ts', name: 'two' },
          { file: 'b/y.test.ts', name: 'three' },
        ],
      },
    ]);
  });

  test('with a name without a file, a file without a name, or too few cells is refused', () => {
    expect(() => attackRows(row('`one`'))).toThrow(RangeError);
    expect(() => attackRows(row('`a/x.test.ts`; `b/y.test.ts` `one`'))).toThrow(RangeError);
    expect(() => attackRows(row('`a/x.test.ts` `one`; `b/y.test.ts`'))).toThrow(RangeError);
    expect(() => attackRows('| run-01 | a | `a/x.test.ts` `one` |')).toThrow(RangeError);
  });

  test('is found wrong when it is there twice or left out', () => {
    const id = (name: string) => ({ id: name, tests: [] });
    expect(wrongIds([id('run-01'), id('sign-01'), id('run-02')])).toEqual([]);
    expect(wrongIds([id('run-01'), id('run-01')])).toHaveLength(1);
    expect(wrongIds([id('run-01'), id('run-03')])).toHaveLength(1);
  });

  test('is no longer right when its name is only a part of one', () => {
    expect(hasName("test('signs nothing twice', …)", 'signs nothing twice')).toBe(true);
    expect(hasName("test('signs nothing twice', …)", 'signs nothing')).toBe(false);
  });
});
