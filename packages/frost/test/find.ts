/**
 * Finds vector files and tells their formats by their fields. With PERMAFROST_VECTORS=DIR only that
 * folder is read; otherwise the project's own copies and, where it exists, the folder of published
 * sets beside the checkout. Nothing is assumed about names or numbers of files.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

export type Format =
  | 'rfc9591'
  | 'zf-dkg'
  | 'zf-elements'
  | 'zf-samples'
  | 'zf-repair'
  | 'bip32'
  | 'bip328'
  | 'bip340'
  | 'bip341'
  | 'frost-sign'
  | 'pedpop'
  | 'share-ops'
  | 'hd'
  | 'malformed'
  | 'cocktail'
  | 'cocktail-negative';

export type Json = { readonly [name: string]: unknown };
export type Case = { readonly name: string; readonly run: () => void };
/** Returns the cases of a file, or why it has none. */
export type Runner = (data: Json, file: VectorFile) => readonly Case[] | string;

export type VectorFile = { readonly name: string; readonly text: string };

const project: string = resolve(import.meta.dirname, '../vectors');
const published: string = resolve(import.meta.dirname, '../../../../shared/vectors');

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return /\.(json|csv)$/.test(entry.name) ? [path] : [];
    });
}

function roots(): string[] {
  const given = process.env.PERMAFROST_VECTORS;
  return given === undefined || given === '' ? [project, published] : [resolve(given)];
}

function find(): { readonly files: readonly VectorFile[]; readonly notes: readonly string[] } {
  const files: VectorFile[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const root of roots()) {
    if (!existsSync(root)) {
      notes.push(`skipped: ${root}: no such folder`);
      continue;
    }
    for (const path of walk(root)) {
      const text = readFileSync(path, 'utf8');
      const name = relative(root, path);
      // The same file in both roots counts once; the folder may say for which suite a file is.
      const digest = createHash('sha256').update(dirname(name)).update(text).digest('hex');
      if (seen.has(digest)) continue;
      seen.add(digest);
      files.push({ name, text });
    }
  }
  return { files, notes };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => name in value);
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function formatOf(data: Json): Format | undefined {
  const config = data.config;
  const first = firstOf(data.cases);
  if (has(config, 'name') && has(data, 'round_one_outputs', 'final_output')) return 'rfc9591';
  if (has(config, 'name') && has(data.inputs, '1', 'verifying_key')) return 'zf-dkg';
  if (has(data.elements, 'invalid_element')) return 'zf-elements';
  if (has(data, 'proof_of_knowledge', 'element1', 'scalar1')) return 'zf-samples';
  if (has(data, 'scalar_generation', 'sigma_generation')) return 'zf-repair';
  if (has(data, 'ciphersuite', 'round2_cases')) return 'cocktail-negative';
  if (has(data, 'ciphersuite', 'vectors')) return 'cocktail';
  if (isObject(data.points) && isObject(data.scalars)) return 'malformed';
  if (has(first, 'op', 'group', 'shares')) return 'share-ops';
  if (has(first, 'dealers', 'untweaked')) return 'pedpop';
  if (has(first, 'signers', 'signature', 'shares')) return 'frost-sign';
  if (has(first, 'chain_code', 'child_shares')) return 'hd';
  if (has(firstOf(data.valid), 'seed', 'chains')) return 'bip32';
  if (has(firstOf(data.items), 'aggregate_pubkey', 'xpub')) return 'bip328';
  if (has(firstOf(data.scriptPubKey), 'given', 'intermediary')) return 'bip341';
  return undefined;
}

/** The rows of the BIP 340 table as objects by column. */
function csvRows(text: string): Json | undefined {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  if (!columns.includes('public key') || !columns.includes('verification result')) return undefined;
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
  return { rows };
}

function parse(file: VectorFile): { readonly data: Json; readonly format: Format } | string {
  if (file.name.endsWith('.csv')) {
    const data = csvRows(file.text);
    return data === undefined ? 'unknown table' : { data, format: 'bip340' };
  }
  let data: unknown;
  try {
    data = JSON.parse(file.text);
  } catch {
    return 'not JSON';
  }
  if (Array.isArray(data)) data = { items: data };
  const format = isObject(data) ? formatOf(data) : undefined;
  return format === undefined ? 'not a format of this package' : { data: data as Json, format };
}

/**
 * Registers a test for every case of every file in one of these formats, and prints a line per
 * file. Passes when there is nothing to run only if some other format had something.
 */
export function runVectors(
  runners: Partial<Record<Format, Runner>>,
  options: { readonly printUnknown: boolean },
): void {
  const { files, notes } = find();
  const lines: string[] = options.printUnknown ? [...notes] : [];
  let recognised = 0;
  for (const file of files) {
    const parsed = parse(file);
    if (typeof parsed === 'string') {
      if (options.printUnknown) lines.push(`skipped: ${file.name}: ${parsed}`);
      continue;
    }
    recognised += 1;
    const runner = runners[parsed.format];
    if (runner === undefined) continue;
    const cases = runner(parsed.data, file);
    if (typeof cases === 'string') {
      lines.push(`skipped: ${file.name}: ${cases}`);
      continue;
    }
    lines.push(`${file.name}: ${cases.length} cases`);
    describe(file.name, () => {
      for (const one of cases) it(one.name, one.run);
    });
  }
  it('finds vector files', () => {
    console.log(lines.join('\n'));
    expect(recognised).toBeGreaterThan(0);
  });
}
