/** A module behind typed calls that check what they give it; the same for every curve. */

const POINT_WORDS = 36;
const LOW_64: bigint = (1n << 64n) - 1n;
/** Horner's rule doubles and adds for each bit of x, which must be below this. */
const HORNER_END: bigint = 1n << 31n;

/** A point of a curve. Opaque: made by a kernel of that curve, never changed. */
export class CurvePoint {
  /** Projective coordinates, four lanes of nine limbs. */
  readonly words: Uint32Array;
  /** Its encoding, once that is known. */
  encoded: Uint8Array | undefined;

  constructor(words: Uint32Array, encoded?: Uint8Array) {
    this.words = words;
    this.encoded = encoded;
  }
}

/**
 * Group operations on a curve. *Secret* operations take the same steps whatever the scalar is
 * and leave nothing of it in the memory of the module; the others take variable time. Scalars are
 * 0 … q − 1, RangeError otherwise.
 */
export type Curve = {
  readonly base: CurvePoint;
  readonly zero: CurvePoint;
  readonly add: (a: CurvePoint, b: CurvePoint) => CurvePoint;
  readonly negate: (a: CurvePoint) => CurvePoint;
  readonly sum: (points: readonly CurvePoint[]) => CurvePoint;
  readonly isEqual: (a: CurvePoint, b: CurvePoint) => boolean;
  readonly isIdentity: (a: CurvePoint) => boolean;
  /** Whether q·a is the identity: always where the cofactor is 1. */
  readonly isTorsionFree: (a: CurvePoint) => boolean;
  readonly multiplyBaseSecret: (scalar: bigint) => CurvePoint;
  readonly multiplySecret: (a: CurvePoint, scalar: bigint) => CurvePoint;
  /** Σ scalarₖ·pointₖ, and `base`·generator if it is given; arrays of one length, any length. */
  readonly multiplySum: (
    points: readonly CurvePoint[],
    scalars: readonly bigint[],
    base?: bigint,
  ) => CurvePoint;
  /**
   * Makes tables that let `multiplySum` of this very point alone take less than half the time: for
   * points in frequent use, as making them takes longer than a few multiplications. The oldest of
   * a few dozen give way.
   */
  readonly precompute: (a: CurvePoint) => void;
  /** Σ xᵏ·pointₖ for 1 ≤ x < 2^31. */
  readonly horner: (points: readonly CurvePoint[], x: bigint) => CurvePoint;
  /**
   * 32 bytes (RFC 8032) on edwards25519, and (RFC 9496) of ristretto255; 33 bytes (SEC 1,
   * compressed) on secp256k1, and the one byte 0 for its identity.
   */
  readonly encode: (a: CurvePoint) => Uint8Array;
  /**
   * The point of any order that 32 or 33 bytes encode canonically; undefined if they encode none.
   * The identity of secp256k1 is never decoded.
   */
  readonly decode: (bytes: Uint8Array) => CurvePoint | undefined;
};

// What we use of a global that every engine of ours has, and that belongs to no library of types.
declare const WebAssembly:
  | {
      readonly validate: (bytes: Uint8Array) => boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    }
  | undefined;

/** What the module exports. */
export type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly scalars: () => number;
  readonly points: () => number;
  readonly out: () => number;
  readonly bytes: () => number;
  readonly terms: () => number;
  readonly init: () => void;
  readonly wipe: () => void;
  readonly clearOut: () => void;
  readonly multiplyBaseSecret: () => void;
  readonly multiplySecret: () => void;
  readonly keys: () => number;
  readonly precompute: (key: number) => void;
  readonly multiplySum: (count: number, withBase: number, key: number) => void;
  readonly add: () => void;
  readonly negate: () => void;
  readonly sum: (count: number) => void;
  readonly horner: (count: number, x: number) => void;
  readonly isTorsionFree?: () => number;
  readonly isIdentity: () => number;
  readonly isEqual: () => number;
  readonly encode: () => void;
  readonly decode: () => number;
  readonly ristrettoEncode?: () => void;
  readonly ristrettoDecode?: () => number;
  readonly ristrettoIsEqual?: () => number;
  readonly ristrettoIsIdentity?: () => number;
};

/** What differs from curve to curve. */
export type CurveOf = {
  /** The module, in base64. */
  readonly module: string;
  /** The order of the group: scalars are 0 … order − 1. */
  readonly order: bigint;
  /** 32 bytes of RFC 8032 or RFC 9496, or 33 bytes of SEC 1. */
  readonly form: 'edwards' | 'ristretto' | 'weierstrass';
};

/** What a module exports, by the names that all forms have. */
function namesOf({ form }: CurveOf, exports: Exports): Exports {
  if (form !== 'ristretto') return exports;
  const { ristrettoEncode, ristrettoDecode, ristrettoIsEqual, ristrettoIsIdentity } = exports;
  return {
    ...exports,
    encode: ristrettoEncode as () => void,
    decode: ristrettoDecode as () => number,
    isEqual: ristrettoIsEqual as () => number,
    isIdentity: ristrettoIsIdentity as () => number,
  };
}

/** The bytes of the module. */
export function wasmOf({ module }: CurveOf): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
}

/** Compiled modules, which instances of different groups share. */
const compiled = new Map<string, object>();

/** An instance with a memory of its own; undefined where there are no vector instructions. */
export function instantiate(curve: CurveOf): Exports | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  let module = compiled.get(curve.module);
  if (module === undefined) {
    const binary = wasmOf(curve);
    if (!WebAssembly.validate(binary)) return undefined;
    module = new WebAssembly.Module(binary);
    compiled.set(curve.module, module);
  }
  return new WebAssembly.Instance(module).exports as Exports;
}

/**
 * A kernel with a memory of its own, a few milliseconds to make; undefined where the engine has no
 * WebAssembly with vector instructions.
 */
export function loadCurve(curve: CurveOf): Curve | undefined {
  const exports = instantiate(curve);
  return exports === undefined ? undefined : curveOver(curve, exports);
}

/** The kernel over an instance that nothing else uses. */
export function curveOver(curve: CurveOf, instance: Exports): Curve {
  const { order, form } = curve;
  const encodedBytes = form === 'weierstrass' ? 33 : 32;
  const exports = namesOf(curve, instance);
  exports.init();
  const buffer = exports.memory.buffer;
  const terms = exports.terms();
  const scalarWords = new BigUint64Array(buffer, exports.scalars(), 4 * terms);
  const pointWords = new Uint32Array(buffer, exports.points(), POINT_WORDS * terms);
  const outWords = new Uint32Array(buffer, exports.out(), POINT_WORDS);
  const bytes = new Uint8Array(buffer, exports.bytes(), encodedBytes);

  function putScalar(slot: number, scalar: bigint): void {
    if (scalar < 0n || scalar >= order) throw new RangeError('a scalar is not below the order');
    for (let k = 0, rest = scalar; k < 4; k++, rest >>= 64n) {
      scalarWords[4 * slot + k] = rest & LOW_64;
    }
  }
  function putPoint(slot: number, point: CurvePoint): void {
    pointWords.set(point.words, POINT_WORDS * slot);
  }
  function putPoints(points: readonly CurvePoint[]): void {
    for (let k = 0; k < points.length; k++) putPoint(k, points[k] as CurvePoint);
  }
  /** What stands in BYTES. SEC 1 has one byte for the identity. */
  function encodedHere(): Uint8Array {
    return form === 'weierstrass' && bytes[0] === 0 ? Uint8Array.of(0) : bytes.slice();
  }
  function taken(encoded?: Uint8Array): CurvePoint {
    return new CurvePoint(outWords.slice(), encoded);
  }
  /** A secret operation, after which nothing of it is left in memory, whatever happens. */
  function secretly(scalar: bigint, point: CurvePoint | undefined): CurvePoint {
    try {
      putScalar(0, scalar);
      if (point === undefined) {
        exports.multiplyBaseSecret();
      } else {
        putPoint(0, point);
        exports.multiplySecret();
      }
      if (form === 'ristretto') {
        // The multiplication left the encoding of the point, not of the element.
        pointWords.set(outWords);
        exports.encode();
      }
      return taken(encodedHere());
    } finally {
      exports.wipe();
    }
  }
  /** Which points have tables, by their place. */
  const keys: (CurvePoint | undefined)[] = new Array<undefined>(exports.keys()).fill(undefined);
  let nextKey = 0;
  function precompute(a: CurvePoint): void {
    if (keys.includes(a)) return;
    putPoint(0, a);
    exports.precompute(nextKey);
    keys[nextKey] = a;
    nextKey = (nextKey + 1) % keys.length;
  }
  /** base·generator + scalar·(the point with tables in this place). */
  function multiplyKey(key: number, scalar: bigint, base: bigint | undefined): CurvePoint {
    if (base !== undefined) putScalar(0, base);
    putScalar(1, scalar);
    exports.multiplySum(0, base === undefined ? 0 : 1, key);
    return taken();
  }
  function multiplyPart(
    points: readonly CurvePoint[],
    scalars: readonly bigint[],
    base: bigint | undefined,
  ): CurvePoint {
    putPoints(points);
    scalars.forEach((scalar, k) => {
      putScalar(k, scalar);
    });
    if (base !== undefined) putScalar(scalars.length, base);
    exports.multiplySum(points.length, base === undefined ? 0 : 1, -1);
    return taken();
  }
  function sumPart(points: readonly CurvePoint[]): CurvePoint {
    putPoints(points);
    exports.sum(points.length);
    return taken();
  }
  function add(a: CurvePoint, b: CurvePoint): CurvePoint {
    putPoint(0, a);
    putPoint(1, b);
    exports.add();
    return taken();
  }

  exports.clearOut();
  const zero = taken();
  const base = multiplyPart([], [], 1n);
  return {
    base,
    zero,
    add,
    negate: (a) => {
      putPoint(0, a);
      exports.negate();
      return taken();
    },
    sum: (points) => {
      let out: CurvePoint | undefined;
      for (let k = 0; k < points.length; k += terms) {
        const part = sumPart(points.slice(k, k + terms));
        out = out === undefined ? part : add(out, part);
      }
      return out ?? zero;
    },
    isEqual: (a, b) => {
      putPoint(0, a);
      putPoint(1, b);
      return exports.isEqual() === 1;
    },
    isIdentity: (a) => {
      putPoint(0, a);
      return exports.isIdentity() === 1;
    },
    isTorsionFree: (a) => {
      if (form !== 'edwards' || exports.isTorsionFree === undefined) return true;
      putPoint(0, a);
      return exports.isTorsionFree() === 1;
    },
    multiplyBaseSecret: (scalar) => secretly(scalar, undefined),
    multiplySecret: (a, scalar) => secretly(scalar, a),
    multiplySum: (points, scalars, baseScalar) => {
      if (points.length !== scalars.length) throw new RangeError('arrays differ in length');
      const key = points.length === 1 ? keys.indexOf(points[0]) : -1;
      if (key >= 0) return multiplyKey(key, scalars[0] as bigint, baseScalar);
      // Two places are kept for scalars of the generator and of a key.
      const most = terms - 2;
      let out = multiplyPart(points.slice(0, most), scalars.slice(0, most), baseScalar);
      for (let k = most; k < points.length; k += most) {
        const part = multiplyPart(points.slice(k, k + most), scalars.slice(k, k + most), undefined);
        out = add(out, part);
      }
      return out;
    },
    precompute,
    horner: (points, x) => {
      if (x < 1n || x >= HORNER_END) throw new RangeError('x is not below 2^31');
      exports.clearOut();
      for (let end = points.length; end > 0; end -= terms) {
        const part = points.slice(Math.max(0, end - terms), end);
        putPoints(part);
        exports.horner(part.length, Number(x));
      }
      return taken();
    },
    encode: (a) => {
      if (a.encoded === undefined) {
        putPoint(0, a);
        exports.encode();
        a.encoded = encodedHere();
      }
      return a.encoded.slice();
    },
    decode: (encoded) => {
      if (encoded.length !== encodedBytes) return undefined;
      bytes.set(encoded);
      return exports.decode() === 1 ? taken(encoded.slice()) : undefined;
    },
  };
}
