/**
 * Compiles the module from source and writes it as packages/kernel/src/edwards25519-module.ts. The compiler and
 * what is in it are pinned, so the same source gives the same bytes everywhere.
 *
 * Run: npm run build:kernel [-- --check]    --check writes nothing and fails if the bytes differ
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';
import { emitConstants } from '../packages/kernel/src/emitter/constants.ts';
import { emitEdwards25519 } from '../packages/kernel/src/emitter/edwards.ts';

const KERNEL = join(import.meta.dirname, '..', 'packages', 'kernel');
const MODULE = join(KERNEL, 'src', 'edwards25519-module.ts');

/** The bytes of the module. Throws with the compiler's words if it refuses. */
export async function build(): Promise<Uint8Array> {
  const sources = new Map([
    ['edwards25519.ts', await readFile(join(KERNEL, 'assembly', 'edwards25519.ts'), 'utf8')],
    ['field.ts', emitEdwards25519()],
    ['constants.ts', emitConstants()],
  ]);
  let binary: Uint8Array | undefined;
  const { error, stderr } = await compile(
    [
      'edwards25519.ts',
      ...['--outFile', 'edwards25519.wasm'],
      ...['--enable', 'simd'],
      ...['--runtime', 'stub'],
      // A higher level moves locals about and makes the products slower.
      '-O1',
      '--noAssert',
    ],
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (_, contents) => {
        if (contents instanceof Uint8Array) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) {
    throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  }
  return binary;
}

function moduleText(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  const lines = text.match(/.{1,96}/g) ?? [];
  return [
    '/** Made by `npm run build:kernel`; changes here are lost. */',
    '// biome-ignore format: data',
    'export const EDWARDS25519_WASM: string =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const binary = await build();
  const text = moduleText(binary);
  const hash = createHash('sha256').update(binary).digest('hex');
  console.log(`edwards25519: ${binary.length} bytes, SHA-256 ${hash}`);
  if (process.argv.includes('--check')) {
    if ((await readFile(MODULE, 'utf8')) !== text) {
      console.error('the committed module is not what its source gives: npm run build:kernel');
      process.exitCode = 1;
    }
  } else {
    await writeFile(MODULE, text);
  }
}
