/**
 * Whether a point of edwards448 has prime order, without multiplying it by the order: by halving
 * (after Pornin, eprint 2022/1164). The group is cyclic of order 4·q in its 2-part, since d is not
 * a square and so (0, −1) is the only point of order 2. A point is therefore of order q (or the
 * identity) exactly if it can be halved twice.
 *
 * With u = (1 − d)·(1 + y)/(1 − y) and v = 2u/x the curve x² + y² = 1 + d·x²·y² becomes
 * v² = u³ + a·u² + b·u, a = 2(1 + d), b = (1 − d)². Halving goes through the 2-isogenous curve
 * v² = u³ − 2a·u² + (a² − 4b)·u. A point of ours, not (0, 0), has preimages there exactly if u is a
 * square: they have u′ = a + 2u ± 2·v/√u. One of them is the image of a point of ours, a half,
 * exactly if its u′ is a square; as the product of both, a² − 4b = 16d, is none, just one of them
 * is. The halves then have u″ = (u′ − a)/2 ± √u·√u′. They differ by (0, 0) and the product of their
 * u″ is b, a square: either of them tells whether it can be halved again, by u″ being a square. So
 * no sign of a root matters. No u, u′ or u″ is 0 but u of (0, 0), which is (0, −1) there.
 *
 * Three exponentiations. Variable time: for public points.
 */

const P: bigint = 2n ** 448n - 2n ** 224n - 1n;
/** d of edwards448 (RFC 8032 section 5.2): not a square. */
const D: bigint = P - 39_081n;

function mod(value: bigint): bigint {
  const residue = value % P;
  return residue < 0n ? residue + P : residue;
}

function squarings(value: bigint, times: number): bigint {
  let out = value;
  for (let k = 0; k < times; k++) out = (out * out) % P;
  return out;
}

/** value^((P − 3)/4) = value^(2⁴⁴⁶ − 2²²² − 1); times its square with value it is ±1 or 0. */
function power(value: bigint): bigint {
  const one = value % P;
  const two = (squarings(one, 1) * one) % P; // 2² − 1, and so on
  const three = (squarings(two, 1) * one) % P;
  const six = (squarings(three, 3) * three) % P;
  const nine = (squarings(six, 3) * three) % P;
  const eighteen = (squarings(nine, 9) * nine) % P;
  const nineteen = (squarings(eighteen, 1) * one) % P;
  const thirtySeven = (squarings(nineteen, 18) * eighteen) % P;
  const seventyFour = (squarings(thirtySeven, 37) * thirtySeven) % P;
  const hundredEleven = (squarings(seventyFour, 37) * thirtySeven) % P;
  const twoHundredTwentyTwo = (squarings(hundredEleven, 111) * hundredEleven) % P;
  const oneMore = (squarings(twoHundredTwentyTwo, 1) * one) % P;
  return (squarings(oneMore, 223) * twoHundredTwentyTwo) % P;
}

/** 1/√value, or undefined when value is not a square. For value ≠ 0. */
function inverseRoot(value: bigint): bigint | undefined {
  const r = power(value);
  return (((r * r) % P) * value) % P === 1n ? r : undefined;
}

const ONE_MINUS_D: bigint = mod(1n - D);
const A: bigint = mod(2n * (1n + D));
/** 1/√(−(a² − 4b)) = 1/√(−16d): it exists, as neither −1 nor d is a square. */
const ROOT: bigint = inverseRoot(mod(-16n * D)) as bigint;
const HALF: bigint = (P + 1n) / 2n;

/**
 * Whether the affine point (x, y) of edwards448, not the identity, is of prime order. The point is
 * on the curve; nothing is checked about that here.
 */
export function isPrimeOrder(x: bigint, y: bigint): boolean {
  const yy = (y * y) % P;
  const scaled = mod(ONE_MINUS_D * (1n - yy));
  if (scaled === 0n) return false; // (0, −1), of order 2
  const r = inverseRoot(scaled);
  if (r === undefined) return false;
  // u = (1 − d)²(1 + y)²·r², and 1/x = x(1 − d·y²)/(1 − y²) from the equation of the curve.
  const w = mod(((ONE_MINUS_D * (1n + y)) % P) * r); // √u
  const u = (w * w) % P;
  const overX = mod(((x * mod(1n - D * yy)) % P) * ((((r * r) % P) * ONE_MINUS_D) % P));
  const s = (2n * w * overX) % P; // v/√u
  const plus = mod(A + 2n * (u + s));
  const r2 = power(plus);
  const rootOfPlus = (plus * r2) % P; // √plus or √−plus
  let square = plus;
  let root = rootOfPlus;
  if ((rootOfPlus * rootOfPlus) % P !== plus) {
    // The other one, (a² − 4b)/plus: its inverse root is √−plus/√−(a² − 4b).
    square = mod(A + 2n * (u - s));
    root = (square * ((rootOfPlus * ROOT) % P)) % P;
  }
  return inverseRoot(mod((square - A) * HALF - root * w)) !== undefined;
}
