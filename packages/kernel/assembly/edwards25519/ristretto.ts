/**
 * Encodings and equality of ristretto255 (RFC 9496 section 4.3), whose elements are cosets of points
 * of edwards25519.
 */
import { sameBytes, spreadBytes, spreadLane } from '../shared';
import {
  BYTES,
  DEN_1,
  DEN_2,
  FIELD_ALT,
  FIELD_T,
  FIELD_U,
  FIELD_V,
  FIELD_V3,
  FIELD_W,
  FIELD_X,
  FIELD_Y,
  FIELD_Z,
  INVERSE,
  LEFT,
  OUT,
  POINT,
  POINTS,
  ROOT,
  WINDOW,
  at,
} from './areas';
import { fromCoordinates, powerOfRoot, sameLane, toBytes } from './numbers';
import {
  D,
  INVERSE_ROOT_A_MINUS_D,
  MINUS_ONE,
  MINUS_ROOT,
  ONE,
  ROOT_OF_MINUS_ONE,
  ZERO,
} from './data';
import { add4, choose, mul2, square2, sub4 } from './field';

/** BYTES = the encoding of the element of POINTS[0]; the same steps for every point. */
export function ristrettoEncode(): void {
  const x = at(FIELD_X);
  const y = at(FIELD_Y);
  const z = at(FIELD_Z);
  const t = at(FIELD_T);
  const u = at(FIELD_U);
  const v = at(FIELD_V);
  const w = at(FIELD_W);
  const inverse = at(INVERSE);
  spreadLane(x, POINTS, 0);
  spreadLane(y, POINTS, 1);
  spreadLane(z, POINTS, 2);
  spreadLane(t, POINTS, 3);
  // u = (Z + Y)(Z − Y), v = XY
  add4(u, z, y);
  sub4(v, z, y);
  mul2(u, u, v);
  mul2(v, x, y);
  square2(w, v);
  mul2(w, w, u);
  inverseRoot(at(ROOT), w);
  mul2(at(DEN_1), at(ROOT), u);
  mul2(at(DEN_2), at(ROOT), v);
  mul2(inverse, at(DEN_1), at(DEN_2));
  mul2(inverse, inverse, t);
  mul2(w, t, inverse);
  const rotate = -isNegative(w);
  mul2(u, y, ROOT_OF_MINUS_ONE);
  mul2(v, x, ROOT_OF_MINUS_ONE);
  mul2(w, at(DEN_1), INVERSE_ROOT_A_MINUS_D);
  choose(x, x, u, rotate);
  choose(y, y, v, rotate);
  choose(at(DEN_2), at(DEN_2), w, rotate);
  mul2(w, x, inverse);
  sub4(u, ZERO, y);
  choose(y, y, u, -isNegative(w));
  sub4(z, z, y);
  mul2(z, z, at(DEN_2));
  absolute(z);
  toBytes(BYTES, z, 0);
}

/** OUT = a point of the element that BYTES encode, in the one canonical way; 0 if they encode none. */
export function ristrettoDecode(): i32 {
  const s = at(FIELD_T);
  const x = at(FIELD_X);
  const y = at(FIELD_Y);
  const u1 = at(FIELD_U);
  const u2 = at(FIELD_Z);
  const v = at(FIELD_V);
  const w = at(FIELD_W);
  spreadBytes(s, BYTES, WINDOW);
  toBytes(LEFT, s, 0);
  if (sameBytes(LEFT, BYTES) == 0 || (load<u8>(BYTES) & 1) != 0) return 0;
  square2(w, s);
  sub4(u1, ONE, w);
  add4(u2, ONE, w);
  // v = −(d·u1²) − u2²
  square2(v, u1);
  mul2(v, v, D);
  square2(x, u2);
  add4(v, v, x);
  sub4(v, ZERO, v);
  mul2(w, v, x);
  if (inverseRoot(at(ROOT), w) == 0) return 0;
  mul2(at(DEN_1), at(ROOT), u2);
  mul2(at(DEN_2), at(ROOT), at(DEN_1));
  mul2(at(DEN_2), at(DEN_2), v);
  add4(x, s, s);
  mul2(x, x, at(DEN_1));
  absolute(x);
  mul2(y, u1, at(DEN_2));
  mul2(w, x, y);
  if (isNegative(w) != 0 || sameLane(y, ZERO, 0) != 0) return 0;
  fromCoordinates(OUT, x, 0, y, 0);
  return 1;
}

/** Whether POINTS[0] and POINTS[1] are one element: X₁Y₂ = X₂Y₁ or Y₁Y₂ = X₁X₂. */
export function ristrettoIsEqual(): i32 {
  const other = POINTS + POINT;
  spreadLane(at(FIELD_U), other, 0);
  spreadLane(at(FIELD_V), other, 1);
  // X₁X₂, Y₁X₂ and X₁Y₂, Y₁Y₂
  mul2(at(FIELD_X), POINTS, at(FIELD_U));
  mul2(at(FIELD_Y), POINTS, at(FIELD_V));
  spreadLane(at(FIELD_U), at(FIELD_X), 1);
  spreadLane(at(FIELD_V), at(FIELD_Y), 1);
  return sameLane(at(FIELD_U), at(FIELD_Y), 0) | sameLane(at(FIELD_V), at(FIELD_X), 0);
}

/** Whether POINTS[0] is of the identity element: X = 0 or Y = 0. */
export function ristrettoIsIdentity(): i32 {
  return sameLane(POINTS, ZERO, 0) | sameLane(POINTS, ZERO, 1);
}

/** out = |1/√v| if v is a square, else |1/√(v·√−1)| up to its sign; whether it is, 0 for v = 0. */
export function inverseRoot(out: usize, v: usize): i32 {
  square2(at(FIELD_V3), v);
  mul2(at(FIELD_V3), at(FIELD_V3), v);
  square2(at(FIELD_ALT), at(FIELD_V3));
  mul2(at(FIELD_ALT), at(FIELD_ALT), v);
  powerOfRoot(out, at(FIELD_ALT));
  mul2(out, out, at(FIELD_V3));
  square2(at(FIELD_ALT), out);
  mul2(at(FIELD_ALT), at(FIELD_ALT), v);
  const right = sameLane(at(FIELD_ALT), ONE, 0);
  const flipped = sameLane(at(FIELD_ALT), MINUS_ONE, 0);
  const turned = sameLane(at(FIELD_ALT), MINUS_ROOT, 0);
  mul2(at(FIELD_ALT), out, ROOT_OF_MINUS_ONE);
  choose(out, out, at(FIELD_ALT), -(flipped | turned));
  absolute(out);
  return right | flipped;
}

/** Whether the least bit of what stands in lane 0 is set: such are called negative. */
export function isNegative(a: usize): i32 {
  toBytes(LEFT, a, 0);
  return load<u8>(LEFT) & 1;
}

/** a or −a, whichever is not negative. */
export function absolute(a: usize): void {
  sub4(at(FIELD_ALT), ZERO, a);
  choose(a, a, at(FIELD_ALT), -isNegative(a));
}
