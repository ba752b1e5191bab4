/**
 * Whether a point of edwards25519 has prime order, without multiplying it by the order: by halving
 * (after Pornin, eprint 2022/1164). The curve's group is cyclic of order 8·q in its 2-part, so a
 * point is of order q (or the identity) exactly if it can be halved three times.
 *
 * On the Montgomery form v² = u³ + A·u² + u a point can be halved exactly if u is a square. Halving
 * goes through the 2-isogenous curve v² = u³ − 2A·u² + (A² − 4)·u: of the two preimages there, with
 * u′ = A + 2u ± 2·v/√u, one has a square u′, since their product A² − 4 is none; from it the half
 * follows without another root. Five exponentiations in all. Variable time: for public points.
 */

const P: bigint = 2n ** 255n - 19n;
const A: bigint = 486_662n;

function mod(value: bigint): bigint {
  const residue = value % P;
  return residue < 0n ? residue + P : residue;
}

function squarings(value: bigint, times: number): bigint {
  let out = value;
  for (let k = 0; k < times; k++) out = (out * out) % P;
  return out;
}

/** value^((P − 5)/8) = value^(2²⁵² − 3). */
function power(value: bigint): bigint {
  const one = value % P;
  const two = (((one * one) % P) * one) % P; // 2² − 1
  const four = (squarings(two, 2) * two) % P; // 2⁴ − 1
  const five = (squarings(four, 1) * one) % P; // 2⁵ − 1, and so on
  const ten = (squarings(five, 5) * five) % P;
  const twenty = (squarings(ten, 10) * ten) % P;
  const forty = (squarings(twenty, 20) * twenty) % P;
  const fifty = (squarings(forty, 10) * ten) % P;
  const hundred = (squarings(fifty, 50) * fifty) % P;
  const twoHundred = (squarings(hundred, 100) * hundred) % P;
  const all = (squarings(twoHundred, 50) * fifty) % P; // 2²⁵⁰ − 1
  return (squarings(all, 2) * one) % P;
}

/** r with r²·value ∈ {1, −1, i, −i}: ±1 exactly for squares. For value ≠ 0. */
function fourthRoot(value: bigint): bigint {
  const cube = (((value * value) % P) * value) % P;
  const seventh = (((cube * cube) % P) * value) % P;
  return (cube * power(seventh)) % P;
}

/** 2^((P − 1)/4), a square root of −1: 2 is not a square here. */
const I: bigint = ((): bigint => {
  const r = fourthRoot(2n);
  return mod(r * r * 2n);
})();

/** 1/√value, or undefined when value is not a square. */
function inverseRoot(value: bigint): bigint | undefined {
  const r = fourthRoot(value);
  const check = mod(r * r * value);
  if (check === 1n) return r;
  return check === P - 1n ? mod(r * I) : undefined;
}

const K: bigint = A * A - 4n;
/** 1/√(i·K) and 1/√(−i·K): both exist, as neither i nor K is a square. */
const ROOT_IK: bigint = inverseRoot(mod(I * K)) as bigint;
const ROOT_MINUS_IK: bigint = inverseRoot(mod(-I * K)) as bigint;
/** √(−(A + 2)): from the Edwards to the Montgomery form. */
const SCALE: bigint = mod(-(A + 2n) * (inverseRoot(mod(-(A + 2n))) as bigint));
const HALF: bigint = (P + 1n) / 2n;
/** d = −121665/121666 of edwards25519 (RFC 8032 section 5.1). */
const D: bigint = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

/** u, √u and v/√u of a point; signs do not matter, since −P is halved like P. */
type Halvable = { readonly u: bigint; readonly w: bigint; readonly s: bigint };

/** The u″ of a half and √u′, with v″ = √u′·u″. */
function halve({ u, w, s }: Halvable): { readonly u: bigint; readonly root: bigint } {
  const plus = mod(A + 2n * (u + s));
  const r = fourthRoot(plus);
  const check = mod(r * r * plus);
  let square = plus;
  let inverse: bigint;
  if (check === 1n || check === P - 1n) {
    inverse = check === 1n ? r : mod(r * I);
  } else {
    // The other preimage, K/plus: its inverse root is plus·r/√(±i·K).
    square = mod(A + 2n * (u - s));
    inverse = mod(mod(plus * r) * (check === I ? ROOT_IK : ROOT_MINUS_IK));
  }
  const root = mod(square * inverse);
  return { u: mod((square - A) * HALF - root * w), root };
}

/**
 * Whether the affine point (x, y) of edwards25519, not the identity, is of prime order. The point
 * is on the curve; nothing is checked about that here.
 */
export function isPrimeOrder(x: bigint, y: bigint): boolean {
  const [n, m] = [1n + y, 1n - y];
  const product = mod(n * m);
  if (product === 0n) return false; // order 2
  const r = inverseRoot(product);
  if (r === undefined) return false;
  const inverse = mod(r * r);
  const scaled = mod(mod(x * mod(D * mod(y * y) + 1n)) * mod(n * r));
  const first = halve({
    u: mod(mod(n * n) * inverse),
    w: mod(n * r),
    s: mod(mod(SCALE * scaled) * inverse),
  });
  const r2 = inverseRoot(first.u);
  if (r2 === undefined) return false;
  const w = mod(first.u * r2);
  const second = halve({ u: first.u, w, s: mod(first.root * w) });
  return inverseRoot(second.u) !== undefined;
}
