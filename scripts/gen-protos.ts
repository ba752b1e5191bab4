/**
 * Generates packages/wire/src/gen from protos/. With --check it writes nothing there and fails when
 * what is committed is not what the schemas give.
 *
 * Run: npm run protos
 * @module
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const NAMES = ['permafrost.js', 'permafrost.d.ts'] as const;

/** Writes the static module and its types into a folder; the same bytes on every machine. */
function generate(folder: string): void {
  const protos = globSync('permafrost/v1/*.proto', { cwd: join(ROOT, 'protos') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  if (protos.length === 0) throw new Error('there are no protos/permafrost/v1/*.proto');
  const flags = ['-t', 'static-module', '-w', 'esm', '-d', '--null-semantics'];
  const without = ['--no-service', '--no-typeurl', '--no-delimited', '--no-verify', '--no-convert'];
  const out = join(folder, NAMES[0]);
  const pbjs = join(ROOT, 'node_modules', 'protobufjs-cli', 'bin', 'pbjs');
  execFileSync(
    process.execPath,
    [pbjs, ...flags, ...without, '-p', join(ROOT, 'protos'), '-o', out, ...protos],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (const name of NAMES) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trimEnd();
    writeFileSync(path, `${text}\n`);
  }
}

function isCurrent(committed: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'permafrost-protos-'));
  try {
    generate(folder);
    return NAMES.every((name) =>
      readFileSync(join(folder, name)).equals(readFileSync(join(committed, name))),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const gen = join(ROOT, 'packages', 'wire', 'src', 'gen');
if (process.argv.includes('--check')) {
  if (!isCurrent(gen)) {
    console.error('packages/wire/src/gen is not what protos/ gives: run npm run protos');
    process.exitCode = 1;
  }
} else {
  mkdirSync(gen, { recursive: true });
  generate(gen);
}
