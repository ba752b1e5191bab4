/**
 * Arithmetic modulo a prime, apart from the code under test.
 * @module
 */

/** Fermat: a^(q-2). RangeError for zero. */
export function invert(value: bigint, order: bigint): bigint {
  if (value % order === 0n) throw new RangeError('zero has no inverse');
  let result = 1n;
  let base = value % order;
  for (let power = order - 2n; power > 0n; power >>= 1n) {
    if ((power & 1n) === 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}

/** λ of one x among distinct ones, at zero. */
export function lagrangeAtZero(x: bigint, among: readonly bigint[], order: bigint): bigint {
  let top = 1n;
  let bottom = 1n;
  for (const other of among) {
    if (other === x) continue;
    top = (top * (order - other)) % order;
    bottom = (bottom * ((x - other + order) % order)) % order;
  }
  return (top * invert(bottom, order)) % order;
}
