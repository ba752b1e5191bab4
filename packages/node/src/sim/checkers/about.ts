/**
 * What checkers are told of a run, and what they say.
 * @module
 */
import type { Ciphersuite } from '@permafrost/frost';
import type { permafrost } from '@permafrost/wire';
import type { Signed, Watched } from '../requests.ts';

export type Violation = {
  readonly seed: number;
  readonly checker: string;
  readonly detail: string;
};

export type Violate = (checker: string, detail: string) => void;

/** Verifies with something that is not ours; undefined: there is no such thing for the suite. */
export type OutsideVerifier = (
  suite: string,
  given: {
    readonly publicKey: Uint8Array;
    readonly message: Uint8Array;
    readonly signature: Uint8Array;
  },
) => boolean | undefined;

export type About = {
  readonly seed: number;
  /** `toy`, or the id of a real suite. */
  readonly suiteName: string;
  readonly suite: Ciphersuite;
  /** Indexes of the nodes that the adversary has. */
  readonly corrupt: ReadonlySet<number>;
  /** Nodes of which there were two at once, so that honest ones contradict themselves. */
  readonly cloned?: ReadonlySet<number>;
  /** Honest nodes that lost something they had promised to keep. */
  readonly damaged?: ReadonlySet<number>;
  /** Hex keys of requesters that a node was told to refuse, by its index. */
  readonly denied?: ReadonlyMap<number, ReadonlySet<string>>;
  readonly verifyOutside: OutsideVerifier;
};

/** A key that was proposed, and what its proposer heard of it. */
export type AskedKey = {
  readonly name: string;
  readonly at: number;
  /** Indexes of the nodes that shall hold it; all unless given. */
  readonly members?: readonly number[];
  readonly watched: Watched;
  /** Whether nothing stands in its way: once faults stop it must become active. */
  readonly mustEnd: boolean;
};

/** A signature that was asked for, and what its requester heard of it. */
export type AskedSignature = {
  readonly at: number;
  readonly key: permafrost.v1.KeyInfo.$Properties;
  readonly message: Uint8Array;
  readonly signed: Signed;
  /** Whether enough honest nodes answered all the time that it must end signed. */
  readonly mustSign: boolean;
};

/** All that was asked in a run, in order; it grows while the run goes on. */
export type Asked = {
  readonly keys: AskedKey[];
  readonly signatures: AskedSignature[];
};
