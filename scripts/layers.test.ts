import { describe, expect, it } from 'vitest';
import { checkSource, PACKAGES } from './layers.ts';
import { importsOf, tokenize } from './tokens.ts';

const frost = 'packages/frost/src/x.ts';
const protocol = 'packages/protocol/src/x.ts';
const node = 'packages/node/src/x.ts';

function isClean(path: string, source: string): boolean {
  return checkSource(path, source).length === 0;
}

describe('layers', () => {
  it('let a package import lower layers and nothing beside or above', () => {
    expect(isClean(protocol, "import { a } from '@permafrost/frost';")).toBe(true);
    // A variable of that name in a template is no import.
    expect(isClean(protocol, 'const name = `${from}/${to}`;')).toBe(true);
    expect(isClean(protocol, 'await import(`@permafrost/p2p`);')).toBe(false);
    expect(isClean(frost, "import { a } from '@permafrost/wire';")).toBe(false);
    expect(isClean(protocol, "import { a } from '@permafrost/p2p';")).toBe(false);
    expect(isClean(node, "import type { A } from '@permafrost/client';")).toBe(false);
    expect(isClean(node, "export { a } from '@permafrost/cli';")).toBe(false);
    expect(isClean('packages/cli/src/x.ts', "import '@permafrost/testnet';")).toBe(true);
    expect(isClean('packages/testnet/src/x.ts', "import '@permafrost/cli';")).toBe(false);
    expect(isClean('packages/new/src/x.ts', '')).toBe(false);
  });

  it('put every package above all that it imports, but cli above testnet', () => {
    for (const [name, { layer, own }] of PACKAGES) {
      for (const other of own) {
        const below = (PACKAGES.get(other)?.layer ?? 9) < layer;
        expect(below || (name === 'cli' && other === 'testnet'), `${name} → ${other}`).toBe(true);
      }
    }
  });

  it('let a package import only the foreign modules that it is for', () => {
    expect(isClean(frost, "import { x } from '@noble/hashes/sha2.js';")).toBe(true);
    expect(isClean(frost, "import x from 'level';")).toBe(false);
    expect(isClean(protocol, "import x from 'protobufjs';")).toBe(false);
    expect(isClean(node, "const x = await import('libp2p');")).toBe(false);
    expect(isClean(node, 'const x = await import(name);')).toBe(false);
    expect(isClean(node, "const x = require('libp2p');")).toBe(false);
    const forbidden = "import { x } from '@noble/curves/abstract/frost.js';";
    expect(isClean(frost, forbidden)).toBe(false);
    expect(isClean('packages/frost/src/x.test.ts', forbidden)).toBe(true);
  });

  it('keep what only tests use out of the rest', () => {
    for (const support of ['./a-testing.ts', './a-testing-b.ts', './testing/a.ts']) {
      const source = `import { x } from '${support}';`;
      expect(isClean(node, source), support).toBe(false);
      expect(isClean('packages/node/src/x.test.ts', source), support).toBe(true);
      expect(isClean('packages/node/src/x-testing.ts', source), support).toBe(true);
    }
  });

  it('keep packages behind their names', () => {
    expect(isClean(node, "import { x } from '../../frost/src/x.ts';")).toBe(false);
    expect(isClean(node, "import { x } from '@permafrost/protocol/driver';")).toBe(true);
    expect(isClean(node, "import { x } from './index.ts';")).toBe(false);
    expect(isClean(node, "import { x } from './y.ts';")).toBe(true);
  });
});

describe('pure code', () => {
  const impure = [
    "import { x } from 'node:crypto';",
    'const x = Date.now();',
    'const x = new Date();',
    'const x = performance.now();',
    'setTimeout(f, 1);',
    'setInterval(f, 1);',
    'setImmediate(f);',
    'queueMicrotask(f);',
    'const x = Math.random();',
    'crypto.getRandomValues(x);',
    'type X = Promise<void>;',
    'async function f() {}',
    'for await (const x of y) {}',
    'const x = process.env;',
    'const x = Buffer.from(y);',
    'const x = `${Date.now()}`;',
    'const x = y ? Date : z;',
    'const x = [...process.argv];',
    'const a = 1 / 2; const b = Date.now() / 3;',
  ];

  it.each(impure)('may not say: %s', (source) => {
    for (const folder of ['frost/src', 'protocol/src', 'node/src/tables', 'node/src/policy']) {
      expect(isClean(`packages/${folder}/x.ts`, source), folder).toBe(false);
    }
    expect(isClean('packages/protocol/src/driver.ts', source)).toBe(true);
    expect(isClean('packages/protocol/src/sim/world.ts', source)).toBe(true);
    expect(isClean(node, source)).toBe(true);
  });

  const harmless = [
    '// Date.now() would be wrong here',
    '/* async\n * Promise */',
    "const x = 'Date.now()';",
    'const x = `Promise of ${y}`;',
    'const x = /Date|Promise/.test(y);',
    'const x = y.Date;',
    'type X = { readonly process: number; crypto?: string };',
    'const x = Math.floor(y);',
    'const x = `${{ a: `${1}` }.a} Date`;',
    "const x = '\\'; Date.now(); \\'';",
  ];

  it.each(harmless)('may say: %s', (source) => {
    expect(checkSource(protocol, source)).toEqual([]);
  });

  it('may not reach the driver or the simulation', () => {
    expect(isClean(protocol, "import { x } from './driver.ts';")).toBe(false);
    expect(isClean('packages/protocol/src/a/x.ts', "import { x } from '../sim/a.ts';")).toBe(false);
    expect(isClean('packages/protocol/src/sim/x.ts', "import { x } from '../driver.ts';")).toBe(
      true,
    );
    expect(
      isClean('packages/node/src/tables/x.ts', "import { x } from '@permafrost/protocol/sim';"),
    ).toBe(false);
  });

  it('is named with its line', () => {
    expect(checkSource(protocol, '\n/*\n*/ const x = `\n${Date}`;')).toEqual([
      'packages/protocol/src/x.ts:4 pure code may not use the clock: Date',
    ]);
  });
});

describe('printing', () => {
  it('is for the command line and the testnet', () => {
    expect(isClean(node, "console.log('x');")).toBe(false);
    expect(isClean('packages/storage/src/x.ts', "console.error('x');")).toBe(false);
    expect(isClean('packages/cli/src/x.ts', "console.log('x');")).toBe(true);
    expect(isClean('packages/testnet/src/x.ts', "console.log('x');")).toBe(true);
  });
});

describe('imports', () => {
  it('are found in every form and nowhere else', () => {
    const source = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import 'c';",
      "export * from 'd';",
      "const e = import('e');",
      "type F = import('f').F;",
      "// import g from 'g'",
      'const h = "from \'h\'";',
      "Array.from('i');",
    ].join('\n');
    const found = importsOf(tokenize(source)).map(({ specifier, line }) => [specifier, line]);
    expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) => [name, index + 1]));
  });
});
