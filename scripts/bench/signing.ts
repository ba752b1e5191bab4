/** The same signature by our code over some backend, and by the FROST that comes with noble. */
import { randomBytes } from 'node:crypto';
import { ed25519_FROST } from '@noble/curves/ed25519.js';
import { schnorr_FROST } from '@noble/curves/secp256k1.js';
import {
  aggregate,
  type Ciphersuite,
  commit,
  dealKeys,
  type Identifier,
  identifier,
  type KeyPackage,
  type SigningPackage,
  sign,
  toHex,
  toSigningKeys,
} from '@permafrost/frost';
import type { Work } from './measure.ts';

/** Steps of one signature; `whole` is all of it: every signer, the aggregate and a last check. */
export const STEPS = ['commit', 'sign', 'aggregate', 'verify', 'whole'] as const;
export type Step = (typeof STEPS)[number];
export type Steps = Readonly<Record<Step, Work>>;

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const message = new Uint8Array(32).fill(7);

export type Keys = {
  readonly suite: Ciphersuite;
  readonly t: number;
  readonly all: ReadonlyMap<Identifier, KeyPackage>;
  readonly signers: readonly Identifier[];
};

/** A key of t of n, dealt in this process: what is measured does not depend on how it was made. */
export function keysOf(suite: Ciphersuite, t: number, n: number): Keys {
  const identifiers = Array.from({ length: n }, (_, k) => identifier(k + 1));
  const raw = dealKeys({ suite, minSigners: t, identifiers, random });
  const all = new Map([...raw].map(([id, key]) => [id, toSigningKeys(key)]));
  return { suite, t, all, signers: identifiers.slice(0, t) };
}

function keyOf(keys: Keys, id: Identifier): KeyPackage {
  return keys.all.get(id) as KeyPackage;
}

/** Commitments are parsed and checked before: a node does that once, when an offer arrives. */
export function ourSteps(keys: Keys): Steps {
  const { suite, signers } = keys;
  const first = signers[0] as Identifier;
  const key = keyOf(keys, first);
  const { publicKeys } = key;
  const publicKey = suite.encodePublicKey(publicKeys.verifyingKey);
  function signAll(): {
    readonly pkg: SigningPackage;
    readonly shares: Map<Identifier, Uint8Array>;
  } {
    const nonces = signers.map((id) => commit(keyOf(keys, id), random).nonces);
    const commitments = new Map(signers.map((id, k) => [id, nonces[k]!.commitments]));
    const shares = new Map(
      signers.map((id, k) => {
        // Every signer prepares the package itself, as in a process of its own.
        return [id, sign({ message, commitments }, nonces[k]!, keyOf(keys, id))] as const;
      }),
    );
    return { pkg: { message, commitments }, shares };
  }
  const { pkg, shares } = signAll();
  const signature = aggregate(pkg, shares, publicKeys);
  const check = (bytes: Uint8Array): void => {
    if (!suite.verify({ publicKey, message, signature: bytes })) throw new Error('does not verify');
  };
  return {
    commit: () => () => commit(key, random),
    sign: () => {
      const own = commit(key, random).nonces;
      const commitments = new Map(pkg.commitments).set(first, own.commitments);
      return () => sign({ message, commitments }, own, key);
    },
    aggregate: () => () => aggregate({ ...pkg }, shares, publicKeys),
    verify: () => () => check(signature),
    whole: () => () => {
      const made = signAll();
      check(aggregate(made.pkg, made.shares, publicKeys));
    },
  };
}

type Oracle = typeof ed25519_FROST | typeof schnorr_FROST;

const oracles: ReadonlyMap<string, Oracle> = new Map<string, Oracle>([
  ['ed25519', ed25519_FROST],
  ['secp256k1-tr', schnorr_FROST],
]);

/** The same key in noble's FROST, whose interface takes bytes and parses them each time. */
export function nobleSteps(keys: Keys): Steps | undefined {
  const { suite, t, signers } = keys;
  const oracle = oracles.get(suite.id);
  if (oracle === undefined) return undefined;
  const name = (id: Identifier): string => toHex(suite.encodeScalar(BigInt(id)));
  const { publicKeys } = keyOf(keys, signers[0] as Identifier);
  const pub = {
    signers: { min: t, max: keys.all.size },
    commitments: [suite.encodeElement(publicKeys.verifyingKey)],
    verifyingShares: Object.fromEntries(
      [...publicKeys.verifyingShares].map(([id, share]) => [name(id), suite.encodeElement(share)]),
    ),
  };
  const secrets = signers.map((id) => ({
    identifier: name(id),
    signingShare: keyOf(keys, id).signingShare.reveal(),
  }));
  const publicKey = suite.encodeElement(publicKeys.verifyingKey);
  const commitAll = () => secrets.map((secret) => oracle.commit(secret));
  const signAll = (made: ReturnType<typeof commitAll>) => {
    const list = made.map((one) => one.commitments);
    return Object.fromEntries(
      secrets.map((secret, k) => [
        secret.identifier,
        oracle.signShare(secret, pub, made[k]!.nonces, list, message),
      ]),
    );
  };
  // Its signShare erases nothing of what it is given, but a nonce is used once all the same.
  const made = commitAll();
  const list = made.map((one) => one.commitments);
  let shares: ReturnType<typeof signAll> | undefined;
  const sharesOnce = () => {
    shares ??= signAll(
      made.map(({ commitments, nonces }) => ({ commitments, nonces: copy(nonces) })),
    );
    return shares;
  };
  let signature: Uint8Array | undefined;
  const signatureOnce = () => {
    signature ??= oracle.aggregate(pub, list, message, sharesOnce());
    return signature;
  };
  const check = (bytes: Uint8Array): void => {
    if (!oracle.verify(bytes, message, publicKey)) throw new Error('does not verify');
  };
  const [secret] = secrets as [(typeof secrets)[number]];
  return {
    commit: () => () => oracle.commit(secret),
    sign: () => {
      const own = oracle.commit(secret);
      const others = [own.commitments, ...list.slice(1)];
      return () => oracle.signShare(secret, pub, own.nonces, others, message);
    },
    aggregate: () => {
      const all = sharesOnce();
      return () => oracle.aggregate(pub, list, message, all);
    },
    verify: () => {
      const bytes = signatureOnce();
      return () => check(bytes);
    },
    whole: () => () => {
      const all = commitAll();
      const of = all.map((one) => one.commitments);
      check(oracle.aggregate(pub, of, message, signAll(all)));
    },
  };
}

function copy<T extends Readonly<Record<string, Uint8Array>>>(nonces: T): T {
  return Object.fromEntries(
    Object.entries(nonces).map(([key, value]) => [key, Uint8Array.from(value)]),
  ) as T;
}
