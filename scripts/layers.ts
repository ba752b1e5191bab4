/**
 * Which way packages depend on each other, what else each may import, and where there is no clock.
 * @module
 */
import { posix } from 'node:path';
import { importsOf, type Token, tokenize } from './tokens.ts';

type Package = {
  readonly layer: number;
  /** Packages of this repository; always of a lower layer, but for the exceptions of layer 3. */
  readonly own: readonly string[];
  /** Others; a star at the end stands for anything. */
  readonly foreign: readonly string[];
};

/** The packages, lowest first. A package imports what stands in its lists and nothing else. */
export const PACKAGES: ReadonlyMap<string, Package> = new Map<string, Package>([
  // Below everything: arithmetic that frost alone uses.
  ['kernel', { layer: -1, own: [], foreign: [] }],
  ['frost', { layer: 0, own: ['kernel'], foreign: ['@noble/*'] }],
  ['wire', { layer: 0, own: [], foreign: ['protobufjs', 'protobufjs/*', 'long'] }],
  [
    'storage',
    {
      layer: 0,
      own: [],
      foreign: ['node:*', 'level', '@noble/ciphers/*', 'smol-toml', 'valibot', 'age-encryption'],
    },
  ],
  ['protocol', { layer: 1, own: ['frost', 'wire'], foreign: [] }],
  [
    'p2p',
    {
      layer: 1,
      own: ['wire'],
      foreign: [
        'node:*',
        'libp2p',
        '@libp2p/*',
        '@chainsafe/*',
        '@multiformats/*',
        'it-*',
        'uint8arraylist',
      ],
    },
  ],
  [
    'node',
    {
      layer: 2,
      own: ['protocol', 'p2p', 'storage', 'wire', 'frost'],
      foreign: ['node:*', 'pino', 'prom-client', 'smol-toml', 'valibot', '@noble/ciphers/*'],
    },
  ],
  [
    'client',
    { layer: 2, own: ['protocol', 'p2p', 'storage', 'wire', 'frost'], foreign: ['node:*'] },
  ],
  [
    'testnet',
    {
      layer: 3,
      own: ['client', 'node', 'protocol', 'p2p', 'storage', 'wire', 'frost'],
      foreign: ['node:*'],
    },
  ],
  [
    'cli',
    {
      layer: 3,
      own: ['testnet', 'client', 'node', 'protocol', 'p2p', 'storage', 'wire', 'frost'],
      foreign: ['node:*', 'commander'],
    },
  ],
]);

/** Where simulated signatures are verified by what is not ours; nodes never load it. */
const VERIFIES_OUTSIDE = 'packages/node/src/sim/outside.ts';
const OUTSIDE: readonly string[] = ['@noble/curves/', 'tiny-secp256k1'];

const SCOPE = '@permafrost/';

/** Where equal inputs must give equal outputs: no clock, chance, promise or machine. */
const PURE: readonly string[] = [
  'packages/frost/src/',
  'packages/protocol/src/',
  'packages/node/src/tables/',
  'packages/node/src/policy/',
];
/** What runs pure code for real, or in a simulated world. Nothing else in protocol imports it. */
const IMPURE: readonly string[] = [
  'packages/frost/src/node-crypto.ts',
  'packages/protocol/src/driver.ts',
  'packages/protocol/src/sim/',
];
/** Where people are spoken to. */
const MAY_PRINT: readonly string[] = [
  'packages/cli/',
  'packages/testnet/',
  'packages/node/src/sim.ts',
];

const IMPURE_NAMES = new Map<string, string>(
  Object.entries({
    Date: 'the clock',
    performance: 'the clock',
    Temporal: 'the clock',
    setTimeout: 'timers',
    setInterval: 'timers',
    setImmediate: 'timers',
    queueMicrotask: 'timers',
    crypto: 'ambient randomness',
    Promise: 'promises',
    async: 'promises',
    await: 'promises',
    process: 'the process',
    Buffer: 'Node',
    globalThis: 'globals',
    fetch: 'the network',
  }),
);

/** Tests, and what only tests use: `x.test.ts`, `x-testing.ts`, `x-testing-y.ts`, `testing/x.ts`. */
const TEST = /\.test\.ts$|-testing(-[a-z0-9-]+)?\.ts$|\/testing\//;

/** @returns one line for each rule that a source file breaks; tests are not judged. */
export function checkSource(path: string, source: string): readonly string[] {
  if (TEST.test(path)) return [];
  const tokens = tokenize(source);
  const problems = [...checkImports(path, tokens), ...checkNames(path, tokens)];
  return problems.map(({ line, text }) => `${path}:${line} ${text}`);
}

type Problem = { readonly line: number; readonly text: string };

function checkImports(path: string, tokens: readonly Token[]): readonly Problem[] {
  const name = path.split('/')[1] ?? '';
  const rules = PACKAGES.get(name);
  if (rules === undefined) return [{ line: 1, text: `${name} has no place in the layers` }];
  return importsOf(tokens).flatMap(({ specifier, line }) => {
    const text = specifier.startsWith('.')
      ? relativeProblem(path, name, specifier)
      : packageProblem(path, name, rules, specifier);
    return text === undefined ? [] : [{ line, text }];
  });
}

function relativeProblem(path: string, name: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const root = `packages/${name}/src/`;
  if (!target.startsWith(root)) return `${specifier} leaves the package: import it by name`;
  if (TEST.test(target)) return `${specifier} is for tests`;
  if (target === `${root}index.ts`) return 'nothing inside a package imports its index.ts';
  if (isIn(target, IMPURE) && !isIn(path, IMPURE)) return `pure code may not import ${specifier}`;
  return undefined;
}

function packageProblem(
  path: string,
  name: string,
  rules: Package,
  specifier: string,
): string | undefined {
  if (specifier === '(computed)') {
    // The testnet checks signatures with programs that are not ours, where they are installed.
    return name === 'testnet' ? undefined : 'an import must name its module';
  }
  if (specifier.startsWith('@noble/curves/abstract/frost')) {
    return `${specifier} is for tests: our own signing is what is reviewed`;
  }
  if (specifier.startsWith(SCOPE)) {
    const [target = '', ...rest] = specifier.slice(SCOPE.length).split('/');
    if (!rules.own.includes(target)) return `${name} may not import ${target}`;
    if (isPure(path) && rest.length > 0) return `pure code may not import ${specifier}`;
    return undefined;
  }
  if (specifier.startsWith('node:') && isPure(path)) return `pure code may not import ${specifier}`;
  if (path === VERIFIES_OUTSIDE && OUTSIDE.some((start) => specifier.startsWith(start))) {
    return undefined;
  }
  const isAllowed = rules.foreign.some((pattern) =>
    pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern,
  );
  // Drivers and simulations may use what the rest of protocol may not.
  if (isAllowed || (specifier.startsWith('node:') && isIn(path, IMPURE))) return undefined;
  return `${name} may not import ${specifier}`;
}

function checkNames(path: string, tokens: readonly Token[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [position, token] of tokens.entries()) {
    if (token.type !== 'word' || isProperty(tokens, position)) continue;
    if (token.text === 'console' && !isIn(path, MAY_PRINT)) {
      problems.push({ line: token.line, text: 'only cli and testnet print' });
    }
    if (!isPure(path)) continue;
    const why = IMPURE_NAMES.get(token.text);
    if (why !== undefined) {
      problems.push({ line: token.line, text: `pure code may not use ${why}: ${token.text}` });
    }
    const [dot, property] = [tokens[position + 1]?.text, tokens[position + 2]?.text];
    if (token.text === 'Math' && dot === '.' && property === 'random') {
      problems.push({ line: token.line, text: 'pure code may not use chance: Math.random' });
    }
  }
  return problems;
}

/** Whether a word names a member (`x.Date`, `{ Date: 1 }`) and not a variable. */
function isProperty(tokens: readonly Token[], position: number): boolean {
  const [before, next] = [tokens[position - 1], tokens[position + 1]];
  if (before?.type === 'sign' && before.text === '.') return tokens[position - 2]?.text !== '.';
  const optional = next?.text === '?' && tokens[position + 2]?.text === ':';
  const isLabel = next?.type === 'sign' && (next.text === ':' || optional);
  return isLabel && before?.text !== '?';
}

function isPure(path: string): boolean {
  return isIn(path, PURE) && !isIn(path, IMPURE);
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));
}
