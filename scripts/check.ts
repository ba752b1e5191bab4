/**
 * Everything that can be checked without running the code; one line for each check.
 *
 * Run: npm run check
 * @module
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const ROOT = join(import.meta.dirname, '..');

type Check = {
  readonly title: string;
  /** JavaScript or TypeScript, relative to the root. */
  readonly program: string;
  readonly args: readonly string[];
  readonly fix: string;
};

const CHECKS: readonly Check[] = [
  {
    title: 'format and lint',
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '--diagnostic-level=warn', '.'],
    fix: 'npm run format',
  },
  {
    title: 'types',
    program: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'tsconfig.json'],
    fix: 'correct the types',
  },
  {
    title: 'layers and purity',
    program: 'scripts/check-layers.ts',
    args: [],
    fix: 'scripts/layers.ts says which package may import what',
  },
  {
    title: 'schemas',
    program: 'node_modules/@bufbuild/buf/bin/buf',
    args: ['lint'],
    fix: 'correct the .proto files',
  },
  {
    title: 'generated wire format',
    program: 'scripts/gen-protos.ts',
    args: ['--check'],
    fix: 'npm run protos',
  },
];

let failed = 0;
for (const { title, program, args, fix } of CHECKS) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(ROOT, program), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status === 0) {
    console.log(`ok      ${title} (${seconds} s)`);
    continue;
  }
  failed += 1;
  console.log(`FAILED  ${title} (${seconds} s): ${fix}`);
  console.log(error === undefined ? `${stdout}${stderr}`.trimEnd() : error.message);
}
process.exitCode = failed === 0 ? 0 : 1;
