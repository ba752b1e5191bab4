import { fromHex, toHex } from '../src/bytes.ts';
import type { Ciphersuite, Element, Scalar } from '../src/suite.ts';

export type Dict = { readonly [name: string]: string };

export function codec(suite: Ciphersuite): {
  readonly scalar: (hex: string) => Scalar;
  readonly element: (hex: string) => Element;
  readonly hexScalar: (s: Scalar) => string;
  readonly hexElement: (e: Element) => string;
  readonly scalars: (dict: Dict) => Map<Scalar, Scalar>;
  readonly elements: (dict: Dict) => Map<Scalar, Element>;
} {
  const scalar = (hex: string): Scalar => suite.decodeScalar(fromHex(hex));
  const element = (hex: string): Element => suite.decodeElement(fromHex(hex));
  return {
    scalar,
    element,
    hexScalar: (s) => toHex(suite.encodeScalar(s)),
    hexElement: (e) => toHex(suite.encodeElement(e)),
    scalars: (dict) => new Map(Object.entries(dict).map(([x, s]) => [scalar(x), scalar(s)])),
    elements: (dict) => new Map(Object.entries(dict).map(([x, e]) => [scalar(x), element(e)])),
  };
}

export const neverRandom = (): Uint8Array => {
  throw new Error('vectors bring their own randomness');
};
