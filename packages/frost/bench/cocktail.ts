/**
 * What a key generation costs one participant, by step, in milliseconds of one core.
 * `node packages/frost/bench/cocktail.ts [suite] [t] [n]`
 */

import { randomBytes } from 'node:crypto';
import {
  certify,
  checkCertificate,
  ciphersuite,
  cocktailContext,
  deal,
  encodeTranscript,
  finish,
  openShare,
  ordersHold,
  parseDeal,
  randomScalar,
  receiverDh,
  verifyProofOfPossession,
} from '../src/index.ts';
import { installNodeCrypto } from '../src/node-crypto.ts';

const [id = 'ed25519', t = '3', n = '5'] = process.argv.slice(2);
const minSigners = Number(t);
const maxSigners = Number(n);
const suite = ciphersuite(id).cocktail;
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

installNodeCrypto();

function timed<T>(name: string, run: () => T): T {
  const start = process.hrtime.bigint();
  const result = run();
  console.log(`${name}: ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms`);
  return result;
}

const secrets = Array.from({ length: maxSigners }, () => randomScalar(suite, random));
const publicKeys = secrets.map(suite.group.multiplyBase);
const receivers = publicKeys.map((publicKey, k) => ({ x: BigInt(k + 1), publicKey }));
const context = cocktailContext(suite, random(32), publicKeys);
const own = secrets[0] as bigint;
const dealt = (staticSecret: bigint): Uint8Array =>
  deal({ suite, context, minSigners, staticSecret, receivers, random }).message;

dealt(own);
console.log(`${id}, ${minSigners} of ${maxSigners}, one participant`);
const first = timed('deal', () => dealt(own));
const messages = [first, ...secrets.slice(1).map(dealt)];
const deals = timed('parse and order-check', () =>
  messages.map((bytes) =>
    parseDeal(suite, {
      bytes,
      minSigners,
      receivers: maxSigners,
      ciphertextBytesMax: suite.scalarBytes + 16,
    }),
  ),
);
timed('the same, orders checked together', () => {
  const read = messages.map((bytes) =>
    parseDeal(suite, {
      bytes,
      minSigners,
      receivers: maxSigners,
      ciphertextBytesMax: suite.scalarBytes + 16,
      deferOrderChecks: true,
    }),
  );
  const deferred = read.flatMap((one) => one.commitment.slice(1));
  if (!ordersHold(suite, deferred, random)) throw new Error('order');
});
timed('proofs of possession', () => {
  if (!deals.every((one) => verifyProofOfPossession(suite, context, one))) throw new Error('proof');
});
const shares = timed('open and check shares', () =>
  deals.map((one, k) => {
    const sender = publicKeys[k] as (typeof publicKeys)[number];
    const opened = openShare(suite, {
      context,
      dh: receiverDh(suite, own, one.ephemeral, sender),
      ephemeral: one.ephemeral,
      sender,
      receiver: receivers[0] as (typeof receivers)[number],
      ciphertext: one.ciphertexts[0] as Uint8Array,
      commitment: one.commitment,
    });
    if (opened.type === 'fault') throw new Error(opened.code);
    return opened.share;
  }),
);
timed('sums and all verifying shares', () =>
  finish(suite, {
    commitments: deals.map((one) => one.commitment),
    receivers: receivers.map((one) => one.x),
    own: { x: 1n, shares },
  }),
);
const transcript = encodeTranscript(suite, {
  context,
  minSigners,
  publicKeys,
  deals,
  extension: new Uint8Array(64),
});
timed('certify', () => certify(suite, own, transcript));
const signatures = secrets.map((secret) => certify(suite, secret, transcript));
timed('check the certificate', () => {
  if (checkCertificate(suite, publicKeys, transcript, signatures).length > 0)
    throw new Error('sig');
});
