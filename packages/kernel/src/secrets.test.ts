import binaryen from 'binaryen';
import { describe, expect, it } from 'vitest';
import { type Curve, type CurveOf, curveOver, instantiate, wasmOf } from './curve.ts';
import { edwards25519, ristretto255 } from './edwards25519.ts';
import { secp256k1 } from './secp256k1.ts';

/** The functions of the committed module as text, by name or number. */
function functionsOf(binary: Uint8Array): ReadonlyMap<string, string> {
  const module = binaryen.readBinary(binary);
  const text = module.emitText();
  module.dispose();
  const functions = new Map<string, string>();
  for (const body of text.split(/^ \(func /m).slice(1)) {
    functions.set(/^\$(\S+)/.exec(body)?.[1] ?? '', body);
  }
  for (const [, name, target] of text.matchAll(/\(export "(\w+)" \(func \$(\S+?)\)\)/g)) {
    functions.set(`export ${name}`, functions.get(target as string) as string);
  }
  return functions;
}

/** What `root` and everything it calls is made of. */
function reachable(functions: ReadonlyMap<string, string>, root: string): readonly string[] {
  const seen = new Set<string>();
  const bodies: string[] = [];
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const body = functions.get(name);
    if (body === undefined) throw new Error(`no function ${name}`);
    bodies.push(body);
    for (const [, callee] of body.matchAll(/\(call \$([^\s()]+)/g)) visit(callee as string);
  };
  visit(root);
  return bodies;
}

const count = (bodies: readonly string[], what: RegExp): number =>
  bodies.reduce((total, body) => total + [...body.matchAll(what)].length, 0);

describe.each(Object.entries({ edwards25519, ristretto255, secp256k1 }))(
  'secret operations of %s',
  (_, curve) => {
    const binary = wasmOf(curve);
    const functions = functionsOf(binary);

    it('import nothing, and export what is called', () => {
      const module = binaryen.readBinary(binary);
      expect(module.emitText()).not.toContain('(import');
      module.dispose();
      expect(functions.has('export multiplyBaseSecret')).toBe(true);
    });

    const encode = curve.form === 'ristretto' ? 'ristrettoEncode' : 'encode';
    for (const root of ['multiplyBaseSecret', 'multiplySecret', encode]) {
      it(`${root} has no branch but the ends of loops, no selection and no division`, () => {
        const bodies = reachable(functions, `export ${root}`);
        expect(count(bodies, /\((select|call_indirect|br_table|\w+\.(div|rem)_\w)\b/g)).toBe(0);
        // Every loop has one condition, which tests a counter.
        const loops = count(bodies, /\(loop\b/g);
        const conditions = count(bodies, /\((if|br_if)\b/g);
        expect(loops).toBeGreaterThan(5);
        expect(conditions).toBeLessThanOrEqual(loops);
        for (const body of bodies) {
          for (const condition of conditionsOf(body)) {
            // Counters are locals compared with constants or with the number of turns.
            expect(condition).not.toMatch(/load/);
          }
        }
      });
    }

    it('the audit notices a function that branches on data', () => {
      const bodies = reachable(functions, 'export decode');
      const loaded = bodies.flatMap((body) => conditionsOf(body)).some((one) => /load/.test(one));
      expect(loaded || count(bodies, /\((select)\b/g) > 0).toBe(true);
    });

    it('leave nothing of their scalar, nor of their result, in memory', () => {
      const { kernel, memory } = watched(curve);
      const scalar = 0x0123456789abcdef0fedcba987654321aabbccddeeff00112233445566778899n >> 4n;
      const point = kernel.multiplyBaseSecret(7n);
      const clean = Buffer.from(memory()).toString('hex');
      for (const secret of [
        () => kernel.multiplyBaseSecret(scalar),
        () => kernel.multiplySecret(point, scalar),
      ]) {
        const result = secret();
        const left = Buffer.from(memory());
        expect(left.includes(Buffer.from(result.encoded as Uint8Array))).toBe(false);
        expect(left.toString('hex') === clean).toBe(true);
      }
      expect(() => kernel.multiplyBaseSecret(curve.order)).toThrow(RangeError);
      expect(Buffer.from(memory()).toString('hex') === clean).toBe(true);
    });

    it('give points with Z = 1, since another Z would tell of the scalar', () => {
      const { kernel } = watched(curve);
      for (const point of [
        kernel.multiplyBaseSecret(12_345n),
        kernel.multiplySecret(kernel.base, 77n),
      ]) {
        const z = Array.from({ length: 9 }, (_, k) => point.words[4 * k + 2]);
        expect(z).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
      }
    });
  },
);

/** The conditions of a function: what stands right after `(if` or `(br_if $label`. */
function conditionsOf(body: string): readonly string[] {
  const conditions: string[] = [];
  for (const match of body.matchAll(/\((?:if|br_if \$\S+)\s+(?=\()/g)) {
    let depth = 0;
    let at = match.index + match[0].length;
    const start = at;
    do {
      if (body[at] === '(') depth++;
      if (body[at] === ')') depth--;
      at++;
    } while (depth > 0 && at < body.length);
    conditions.push(body.slice(start, at));
  }
  return conditions;
}

/** A kernel, and its whole memory. */
function watched(curve: CurveOf): { readonly kernel: Curve; readonly memory: () => Uint8Array } {
  const exports = instantiate(curve);
  if (exports === undefined) throw new Error('no vector instructions here');
  return { kernel: curveOver(curve, exports), memory: () => new Uint8Array(exports.memory.buffer) };
}
