/** What arithmetic a suite can run on, and how one is chosen. */

import { type BackendName, type CurveOf, loadCurve, wantedBackend } from '@permafrost/kernel';
import { equalBytes, toHex } from '../bytes.ts';
import type { Element, Group } from '../suite.ts';
import { kernelDecode, kernelEncode, kernelGroup } from './kernel.ts';

/** A group with the encodings of its elements, of any order and the identity too. */
export type Backend = {
  readonly name: BackendName;
  readonly group: Group;
  readonly encode: (element: Element) => Uint8Array;
  /** Throws anything on bytes that encode no element. */
  readonly parse: (bytes: Uint8Array) => Element;
};

/** The kernel for a curve, with a memory of its own; undefined without vector instructions. */
export function kernelBackendOf(curve: CurveOf): Backend | undefined {
  const kernel = loadCurve(curve);
  if (kernel === undefined) return undefined;
  return {
    name: 'kernel',
    group: kernelGroup(kernel, curve),
    encode: (element) => kernelEncode(kernel, element),
    parse: (bytes) => kernelDecode(kernel, bytes),
  };
}

/** Known answers: the order of the group, and the published encoding of three times its generator. */
export type KnownAnswers = { readonly order: bigint; readonly three: string };

/** Whether a backend gives what it must for a few known inputs, by every way to multiply. */
export function isSound({ group, encode, parse }: Backend, known: KnownAnswers): boolean {
  const { order } = known;
  const three = group.multiplyBase(3n);
  const bytes = encode(three);
  return (
    toHex(bytes) === known.three &&
    equalBytes(encode(parse(bytes)), bytes) &&
    [
      group.negate(group.multiply(group.base, order - 3n)),
      group.add(group.multiplyAddPublic(5n, three, order - 1n), group.base),
      group.msm([three, group.base], [2n, order - 3n]),
      group.horner([group.base, group.base], 2n),
      group.sum([group.base, group.base, group.base]),
    ].every((element) => group.equals(element, three)) &&
    group.isTorsionFree(three) &&
    !group.isIdentity(three) &&
    group.isIdentity(group.subtract(three, three))
  );
}

/** The kernel where it runs and answers right, unless the environment asks for the reference. */
export function chooseBackend(options: {
  readonly kernel: () => Backend | undefined;
  readonly reference: Backend;
  readonly known: KnownAnswers;
}): Backend {
  const { kernel, reference, known } = options;
  const ours = wantedBackend() === 'kernel' ? kernel() : undefined;
  return ours !== undefined && isSound(ours, known) ? ours : reference;
}
