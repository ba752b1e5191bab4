/** Constants of edwards25519 as data of the module. */
import { LIMBS, limbsOf, P } from './field.ts';

function mod(x: bigint): bigint {
  return ((x % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let out = 1n;
  let square = mod(base);
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) out = mod(out * square);
    square = mod(square * square);
  }
  return out;
}

function inverse(x: bigint): bigint {
  return power(x, P - 2n);
}

/** d of −x² + y² = 1 + d·x²y² (RFC 8032). */
export const D: bigint = mod(-121665n * inverse(121666n));
/** √−1 */
export const ROOT_OF_MINUS_ONE: bigint = power(2n, (P - 1n) / 4n);
/** The generator of RFC 8032: y = 4/5, x even. */
export const BASE_X: bigint =
  15112221349535400772501151409588531511454012693041857206046113283949847762202n;
export const BASE_Y: bigint = mod(4n * inverse(5n));
export const ORDER: bigint = (1n << 252n) + 27742317777372353535851937790883648493n;

function vector(name: string, lanes: readonly [bigint, bigint, bigint, bigint]): string {
  const limbs = lanes.map((x) => limbsOf(mod(x)));
  const words: bigint[] = [];
  for (let k = 0; k < LIMBS; k++) for (const lane of limbs) words.push(lane[k] as bigint);
  return `export const ${name}: usize = memory.data<u32>([${words.join(', ')}], 16);\n`;
}

function everywhere(name: string, x: bigint): string {
  return vector(name, [x, x, x, x]);
}

function bytes(name: string, x: bigint): string {
  const list = Array.from({ length: 32 }, (_, k) => (x >> BigInt(8 * k)) & 0xffn);
  return `export const ${name}: usize = memory.data<u8>([${list.join(', ')}], 16);\n`;
}

/** A file of AssemblyScript. */
export function emitConstants(): string {
  return [
    '// Written by src/emitter; changes here are lost.\n',
    everywhere('ZERO', 0n),
    everywhere('ONE', 1n),
    everywhere('D', D),
    everywhere('ROOT_OF_MINUS_ONE', ROOT_OF_MINUS_ONE),
    vector('TO_CACHED', [1n, 1n, 2n, 2n * D]),
    vector('BASE', [BASE_X, BASE_Y, 1n, BASE_X * BASE_Y]),
    vector('NEUTRAL', [0n, 1n, 1n, 0n]),
    vector('NEUTRAL_CACHED', [1n, 1n, 2n, 0n]),
    bytes('ORDER', ORDER),
  ].join('');
}
