/**
 * Our signing against the FROST built into @noble/curves on the same work, interleaved in one run:
 * medians of each step and their ratio. `node packages/frost/bench/sign.ts [suite] [t] [n] [rounds]`
 */

import { randomBytes } from 'node:crypto';
import { ed448_FROST } from '@noble/curves/ed448.js';
import { ed25519_FROST, ristretto255_FROST } from '@noble/curves/ed25519.js';
import { p256_FROST } from '@noble/curves/nist.js';
import { schnorr_FROST, secp256k1_FROST } from '@noble/curves/secp256k1.js';
import {
  aggregate,
  ciphersuite,
  commit,
  dealKeys,
  decodeNonceCommitments,
  identifier,
  type KeyPackage,
  type NonceCommitments,
  type SigningPackage,
  sign,
  toSigningKeys,
} from '../src/index.ts';
import { installNodeCrypto } from '../src/node-crypto.ts';

const [id = 'ed25519', t = '2', n = '3', rounds = '60'] = process.argv.slice(2);
const minSigners = Number(t);
const maxSigners = Number(n);

installNodeCrypto();

const peers = {
  ed25519: ed25519_FROST,
  ristretto255: ristretto255_FROST,
  p256: p256_FROST,
  ed448: ed448_FROST,
  secp256k1: secp256k1_FROST,
  'secp256k1-tr': schnorr_FROST,
} as const;

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const suite = ciphersuite(id);
const peer = peers[id as keyof typeof peers];
const message = random(32);

const ids = Array.from({ length: maxSigners }, (_, k) => identifier(k + 1));
const keys = [...dealKeys({ suite, minSigners, identifiers: ids, random }).values()].map(
  toSigningKeys,
);
const signers = keys.slice(0, minSigners) as readonly KeyPackage[];
const own = signers[0] as KeyPackage;
const dealt = peer.trustedDealer({ min: minSigners, max: maxSigners });
const peerSigners = Object.values(dealt.secretShares).slice(0, minSigners);

const times = new Map<string, number[]>();
function timed<T>(name: string, run: () => T): T {
  const start = process.hrtime.bigint();
  const result = run();
  const took = Number(process.hrtime.bigint() - start) / 1000;
  const list = times.get(name);
  if (list === undefined) times.set(name, [took]);
  else list.push(took);
  return result;
}

function ours(): void {
  const first = timed('ours commit', () => commit(own, random));
  const rest = signers.slice(1).map((key) => commit(key, random));
  const all = [first, ...rest];
  const parsed = timed('ours parse', () =>
    rest.map(({ commitments: c }) => decodeNonceCommitments(suite, c.hidingBytes, c.bindingBytes)),
  );
  const commitments = new Map(
    signers.map((key, k) => [
      key.identifier,
      (k === 0 ? first.commitments : parsed[k - 1]) as NonceCommitments,
    ]),
  );
  const pkg: SigningPackage = { message, commitments };
  const shares = new Map(
    signers.map((key, k) => {
      const run = (): Uint8Array => sign(pkg, (all[k] as typeof first).nonces, key);
      return [key.identifier, k === 0 ? timed('ours sign', run) : run()];
    }),
  );
  timed('ours aggregate', () => aggregate(pkg, shares, own.publicKeys));
}

function theirs(): void {
  const all = peerSigners.map((secret, k) =>
    k === 0 ? timed('noble commit', () => peer.commit(secret)) : peer.commit(secret),
  );
  const list = all.map((one) => one.commitments);
  const shares = Object.fromEntries(
    peerSigners.map((secret, k) => {
      const nonces = (all[k] as (typeof all)[number]).nonces;
      const run = (): Uint8Array => peer.signShare(secret, dealt.public, nonces, list, message);
      return [secret.identifier, k === 0 ? timed('noble sign', run) : run()];
    }),
  );
  timed('noble aggregate', () => peer.aggregate(dealt.public, list, message, shares));
}

for (let k = 0; k < 5; k++) {
  ours();
  theirs();
}
times.clear();
for (let k = 0; k < Number(rounds); k++) {
  ours();
  theirs();
}

function median(name: string): number {
  const sorted = (times.get(name) ?? [0]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

console.log(`${id}, ${minSigners} of ${maxSigners}, medians of ${rounds} in microseconds`);
console.log(`parsing foreign commitments: ${median('ours parse').toFixed(0)}`);
for (const step of ['commit', 'sign', 'aggregate']) {
  const us = median(`ours ${step}`);
  const them = median(`noble ${step}`);
  console.log(
    `${step}: ours ${us.toFixed(0)}, noble ${them.toFixed(0)}, ratio ${(them / us).toFixed(2)}`,
  );
}
