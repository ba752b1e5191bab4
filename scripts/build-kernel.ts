/**
 * Compiles the modules of packages/kernel from source and writes them as src/NAME-module.ts. The
 * compiler and what is in it are pinned, so the same source gives the same bytes everywhere.
 *
 * Run: npm run build:kernel [-- --check]    --check writes nothing and fails if the bytes differ
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';
import {
  emitEdwards25519,
  emitEdwards25519Data,
} from '../packages/kernel/src/emitter/edwards25519.ts';
import { emitSecp256k1, emitSecp256k1Data } from '../packages/kernel/src/emitter/secp256k1.ts';

const KERNEL = join(import.meta.dirname, '..', 'packages', 'kernel');

/** The files of each module, and what the emitter writes for it. */
const MODULES = [
  {
    name: 'edwards25519',
    files: ['index', 'areas', 'numbers', 'ristretto'],
    field: emitEdwards25519,
    data: emitEdwards25519Data,
  },
  {
    name: 'secp256k1',
    files: ['index', 'areas', 'numbers', 'halves'],
    field: emitSecp256k1,
    data: emitSecp256k1Data,
  },
] as const;
type Module = (typeof MODULES)[number];

const assembly = (name: string): Promise<string> =>
  readFile(join(KERNEL, 'assembly', `${name}.ts`), 'utf8');

/** The bytes of a module. Throws with the compiler's words if it refuses. */
async function build({ name, files, field, data }: Module): Promise<Uint8Array> {
  const sources = new Map([
    ['shared.ts', await assembly('shared')],
    [`${name}/field.ts`, field()],
    [`${name}/data.ts`, data()],
  ]);
  for (const file of files) sources.set(`${name}/${file}.ts`, await assembly(`${name}/${file}`));
  let binary: Uint8Array | undefined;
  const { error, stderr } = await compile(
    [
      `${name}/index.ts`,
      ...['--outFile', `${name}.wasm`],
      ...['--enable', 'simd'],
      ...['--runtime', 'stub'],
      // A higher level moves locals about and makes the products slower.
      '-O1',
      '--noAssert',
    ],
    {
      readFile: (file) => sources.get(file) ?? null,
      writeFile: (_, contents) => {
        if (contents instanceof Uint8Array) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) {
    throw new Error(`${name} does not compile: ${stderr.toString()}`);
  }
  return binary;
}

function moduleText(name: string, binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  const lines = text.match(/.{1,96}/g) ?? [];
  return [
    '/** Made by `npm run build:kernel`; changes here are lost. */',
    '// biome-ignore format: data',
    `export const ${name.toUpperCase()}_WASM: string =`,
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  for (const module of MODULES) {
    const { name } = module;
    const binary = await build(module);
    const file = join(KERNEL, 'src', `${name}-module.ts`);
    const text = moduleText(name, binary);
    const hash = createHash('sha256').update(binary).digest('hex');
    console.log(`${name}: ${binary.length} bytes, SHA-256 ${hash}`);
    if (!process.argv.includes('--check')) {
      await writeFile(file, text);
    } else if ((await readFile(file, 'utf8')) !== text) {
      console.error('the committed module is not what its source gives: npm run build:kernel');
      process.exitCode = 1;
    }
  }
}
