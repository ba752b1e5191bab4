/**
 * Reads the table of attacks, and says what in it is not true any more.
 * @module
 */

export type Row = {
  readonly id: string;
  readonly tests: readonly Named[];
};

/** One test, by its file and the name that stands there. */
export type Named = {
  readonly file: string;
  readonly name: string;
};

const CELLS = 4;
const ID = /^(keygen|change|sign|run)-\d\d$/;
const SPAN = /`([^`]+)`/g;
const FILE = /^[\w./-]+\/[\w.-]+\.ts$/;

/**
 * The rows of all tables with ids, in order. A file in the last cell stands before its names.
 * @throws RangeError for a row with another number of cells, or a name before any file
 */
export function attackRows(markdown: string): readonly Row[] {
  const rows: Row[] = [];
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').slice(1, -1);
    const id = cells[0]?.trim() ?? '';
    if (!ID.test(id)) continue;
    if (cells.length !== CELLS) throw new RangeError(`${id} has ${cells.length} cells`);
    rows.push({ id, tests: namedTests(id, cells[CELLS - 1] ?? '') });
  }
  return rows;
}

function namedTests(id: string, cell: string): readonly Named[] {
  const tests: Named[] = [];
  let file: string | undefined;
  let isUsed = true;
  for (const [, span = ''] of cell.matchAll(SPAN)) {
    if (FILE.test(span)) {
      if (!isUsed) throw new RangeError(`${id} names ${file} and no test in it`);
      file = span;
      isUsed = false;
      continue;
    }
    if (file === undefined) throw new RangeError(`${id} names a test before any file: ${span}`);
    tests.push({ file, name: span });
    isUsed = true;
  }
  if (!isUsed) throw new RangeError(`${id} names ${file} and no test in it`);
  return tests;
}

/** Whether a name stands in a source as a whole string. */
export function hasName(source: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
}

/** What is wrong with the ids: each once, counted from 01 without a gap in each table. */
export function wrongIds(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  return rows.flatMap(({ id }) => {
    const kind = id.slice(0, id.indexOf('-'));
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const wanted = `${kind}-${String(count).padStart(2, '0')}`;
    return id === wanted ? [] : [`${id} stands where ${wanted} should`];
  });
}
