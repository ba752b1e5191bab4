#!/usr/bin/env node
// Syntax that every Node since 12 understands: on an older Node this starts again under the Node 24
// that npm installed, so that people need not install one themselves.
const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');
const url = require('url');

const NEEDED = [24, 12];

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** In a checkout the source runs; in a published package, what was compiled from it. */
function entry() {
  const compiled = path.join(__dirname, '..', 'main.js');
  return fs.existsSync(compiled) ? compiled : path.join(__dirname, '..', 'src', 'main.ts');
}

/** The Node of the package node-<os>-<arch>; undefined where npm installed none. */
function installedNode() {
  const isWindows = process.platform === 'win32';
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  try {
    return require.resolve(`${name}/bin/node${isWindows ? '.exe' : ''}`);
  } catch (_) {
    return undefined;
  }
}

function fail(message) {
  process.stderr.write(`permafrost: ${message}\n`);
  process.exit(1);
}

/** Starts this file again under another Node, and ends as that one ends. */
function runUnder(node) {
  const child = childProcess.spawn(node, [__filename].concat(process.argv.slice(2)), {
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to the child as well; passed on, it would arrive twice.
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => {
    if (!hasTerminal) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => fail(`cannot start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * Compiled code is kept beside the installation, which saves a third of each start. Never in a
 * shared folder for temporary files: whoever can write there could put code of his own in it.
 */
function keepCompiled() {
  const at = __dirname.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  const modules =
    at < 0
      ? path.join(__dirname, '..', '..', '..', 'node_modules')
      : path.join(__dirname.slice(0, at), 'node_modules');
  if (process.env.NODE_COMPILE_CACHE !== undefined || !fs.existsSync(modules)) return;
  const { enableCompileCache } = require('module');
  if (enableCompileCache) enableCompileCache(path.join(modules, '.cache', 'permafrost'));
}

function runHere() {
  keepCompiled();
  import(url.pathToFileURL(entry()).href)
    .then((main) => main.run(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error) => fail(error instanceof Error ? error.stack : String(error)));
}

if (isNewEnough()) {
  runHere();
} else {
  const node = installedNode();
  if (node !== undefined) runUnder(node);
  else {
    fail(
      `Node ${NEEDED.join('.')} or newer is needed, and this is ${process.version}. ` +
        'Run "npm ci", which brings one on Linux and on Windows x64, or install it yourself.',
    );
  }
}
