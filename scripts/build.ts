/**
 * Compiles every package and packs it for publishing into artifacts/. With --verify, installs what
 * was packed into an empty project and runs it there.
 *
 * In the checkout a package's exports name its source; Node does not strip types below
 * node_modules, so a published package has a manifest of its own, which names what was compiled.
 *
 * Run: npm run build [-- --verify]
 * @module
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { PACKAGES } from './layers.ts';

const ROOT = join(import.meta.dirname, '..');
const ARTIFACTS = join(ROOT, 'artifacts');

type Manifest = {
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
} & Readonly<Record<string, unknown>>;

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function compile(names: readonly string[]): void {
  for (const name of names) rmSync(join(ROOT, 'packages', name, 'dist'), FORCE);
  const projects = names.map((name) => join(ROOT, 'packages', name));
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', ...projects],
    { cwd: ROOT, stdio: 'inherit' },
  );
  // The compiler leaves alone what is JavaScript already.
  const wire = join(ROOT, 'packages', 'wire');
  cpSync(join(wire, 'src', 'gen'), join(wire, 'dist', 'gen'), { recursive: true });
}

/** './src/x.ts' as it is called in the folder that is published. */
function compiled(source: string): { readonly types: string; readonly default: string } {
  const stem = source.replace(/^\.\/src\//, './').replace(/\.ts$/, '');
  return { types: `${stem}.d.ts`, default: `${stem}.js` };
}

function writeManifest(name: string): void {
  const folder = join(ROOT, 'packages', name);
  const root = readManifest(ROOT);
  const { private: _, ...manifest } = readManifest(folder);
  const published = {
    ...manifest,
    exports: Object.fromEntries(
      Object.entries(manifest.exports).map(([path, source]) => [path, compiled(source)]),
    ),
    engines: root.engines,
    // Whoever installs the command on an older Node gets the right one with it.
    ...(manifest.bin === undefined
      ? {}
      : { engines: { node: '>=12' }, optionalDependencies: root.optionalDependencies }),
  };
  const text = `${JSON.stringify(published, undefined, 2)}\n`;
  writeFileSync(join(folder, 'dist', 'package.json'), text);
}

function pack(name: string): void {
  const folder = join(ROOT, 'packages', name);
  const dist = join(folder, 'dist');
  rmSync(join(dist, '.tsbuildinfo'), FORCE);
  for (const part of ['README.md', 'bin']) {
    if (existsSync(join(folder, part))) {
      cpSync(join(folder, part), join(dist, part), { recursive: true });
    }
  }
  for (const path of globSync('LICENSE*', { cwd: ROOT })) {
    cpSync(join(ROOT, path), join(dist, basename(path)));
  }
  npm(['pack', '--silent', '--pack-destination', ARTIFACTS], dist);
}

/** Installs the tarballs where nothing else is, and runs the command as the system's own Node does. */
function verify(): void {
  const folder = mkdtempSync(join(tmpdir(), 'permafrost-install-'));
  try {
    const tarballs = globSync('*.tgz', { cwd: ARTIFACTS }).map((name) => join(ARTIFACTS, name));
    const dependencies = Object.fromEntries(
      tarballs.map((path) => [
        basename(path).replace(/^permafrost-([a-z0-9]+)-.*$/, '@permafrost/$1'),
        `file:${path}`,
      ]),
    );
    const { overrides, allowScripts } = readManifest(ROOT);
    const project = { name: 'empty', private: true, dependencies, overrides, allowScripts };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
    npm(['install', '--no-audit', '--no-fund', '--silent', '--prefer-offline'], folder);
    const bin = join(folder, 'node_modules', '.bin', 'permafrost');
    const env = { ...process.env, PATH: systemPath() };
    const version = execFileSync(bin, ['--version'], { cwd: folder, env, encoding: 'utf8' }).trim();
    console.log(`installed into an empty project: permafrost --version prints ${version}`);
  } finally {
    rmSync(folder, FORCE);
  }
}

/** Without the Node that npm installed here: the published command has to find its own. */
function systemPath(): string {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.filter((place) => !place.includes('node_modules')).join(delimiter);
}

function npm(args: readonly string[], cwd: string): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

const FORCE = { recursive: true, force: true } as const;

const names = [...PACKAGES.keys()];
compile(names);
rmSync(ARTIFACTS, FORCE);
mkdirSync(ARTIFACTS, { recursive: true });
for (const name of names) {
  writeManifest(name);
  pack(name);
}
console.log(`packed ${names.length} packages into artifacts/`);
if (process.argv.includes('--verify')) verify();
