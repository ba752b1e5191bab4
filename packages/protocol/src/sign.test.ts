import { ed25519 } from '@noble/curves/ed25519.js';
import { schnorr } from '@noble/curves/secp256k1.js';
import { describe, expect, test } from 'vitest';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { decodeSignCore, decodeSignRequest } from './sign-core.ts';
import {
  forgeShare,
  otherScalar,
  type TestKey,
  testKey,
  testNode,
  testRequest,
} from './sign-testing.ts';
import {
  expectBlame,
  failed,
  lyingShare,
  signed,
  threeOfFive,
  twoOfThree,
} from './sign-testing-expect.ts';
import { run } from './sign-testing-run.ts';

describe('a coordinator', () => {
  test('gets signatures that other libraries verify, for every suite', () => {
    for (const suite of ['ed25519', 'secp256k1-tr', 'secp256k1', 'p256', 'ristretto255', 'ed448']) {
      const key = testKey({ suite, minSigners: 2, maxSigners: 3, seed: suite });
      const { signature, signers, attempts } = signed(run(key));
      const message = testRequest(key).message;
      expect(key.suite.verify({ publicKey: key.publicKey, message, signature }), suite).toBe(true);
      expect(signers).toEqual([1, 2]);
      expect(attempts).toEqual([{ signers: [1, 2], excluded: [] }]);
      if (suite === 'ed25519') {
        expect(ed25519.verify(signature, message, key.publicKey)).toBe(true);
      }
      if (suite === 'secp256k1-tr') {
        expect(schnorr.verify(signature, message, key.publicKey)).toBe(true);
      }
    }
  });

  test('signs with everybody when all are needed, and with messages of any length', () => {
    const all = testKey({ minSigners: 3, maxSigners: 3, seed: 'all' });
    for (const message of [new Uint8Array(), new Uint8Array(262_144).fill(7)]) {
      expect(signed(run(all, { request: testRequest(all, { message }) })).signers).toEqual([
        1, 2, 3,
      ]);
    }
  });

  test('asks for offers only when the pool has none, and then needs one round trip', () => {
    const pulled = run(threeOfFive);
    const pooled = run(threeOfFive, { pooled: 1 });
    expect(pulled.trace.filter((line) => line.includes('send 0')).length).toBe(4);
    expect(pulled.tookMs).toBe(10);
    expect(pooled.trace.some((line) => line.includes('send 0'))).toBe(false);
    expect(pooled.tookMs).toBe(5);
  });

  test('does the same for the same inputs', () => {
    const lie = { onShare: lyingShare(threeOfFive, 2) };
    expect(run(threeOfFive, { hooks: lie }).trace).toEqual(run(threeOfFive, { hooks: lie }).trace);
  });

  test('that holds no share lets others sign', () => {
    const outcome = signed(run(twoOfThree, { hasOwnShare: false }));
    expect(outcome.signers).toEqual([2, 3]);
  });

  test('sends SignRequests whose every byte is in the evidence: nothing is left out of the core', () => {
    const { requests } = run(threeOfFive);
    const { core, share } = decodeSignRequest(parseEnvelope(requests[0]!.envelope).payload);
    const { signers, offers, attempt } = decodeSignCore(core);
    expect(signers).toEqual(offers.map(({ offer }) => offer.identifier));
    expect(attempt).toBe(1);
    expect(share.length).toBe(32);
  });
});

describe('one member at a time misbehaves, and the request is signed without it', () => {
  test('a closed connection before the start costs nothing', () => {
    const result = run(threeOfFive, { dead: [2], pooled: 1 });
    const outcome = signed(result);
    expect(outcome.attempts).toEqual([
      { signers: [1, 3, 4], excluded: [{ seat: 2, reason: 'disconnected' }] },
    ]);
    expect(result.tookMs).toBe(5);
    expectBlame(result, threeOfFive, []);
  });

  test('a connection that closes during an attempt replaces its member at once', () => {
    const result = run(threeOfFive, {
      pooled: 1,
      hooks: {
        onRequest: (seat, envelope) => (seat === 2 ? [] : [envelope]),
        onSend: (count, feed) => {
          if (count === 1) feed({ type: 'lost', from: 2 });
        },
      },
    });
    const outcome = signed(result);
    expect(outcome.attempts.map(({ excluded }) => excluded)).toEqual([
      [{ seat: 2, reason: 'disconnected' }],
      [{ seat: 2, reason: 'disconnected' }],
    ]);
    expect(result.tookMs).toBeLessThan(200);
    expectBlame(result, threeOfFive, []);
  });

  test('a member that was lost and is back is asked again, before slower ones answer', () => {
    let asked = 0;
    const result = run(twoOfThree, {
      hooks: {
        delayMs: (seat) => (seat === 3 ? 300 : 5),
        onPull: (seat, feed) => {
          if (seat !== 2 || asked++ > 0) return false;
          feed({ type: 'lost', from: 2 });
          feed({ type: 'found', from: 2, isNewBoot: false });
          return true;
        },
      },
    });
    expect(signed(result).signers).toEqual([1, 2]);
    expect(asked).toBe(2);
    expect(result.tookMs).toBeLessThan(100);
  });

  test('a silent member is replaced after the hedge delay, and never blamed', () => {
    const result = run(threeOfFive, {
      pooled: 1,
      hooks: { onRequest: (seat, envelope) => (seat === 2 ? [] : [envelope]) },
    });
    const outcome = signed(result);
    expect(outcome.signers).not.toContain(2);
    expect(outcome.attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'silent' }]);
    expect(result.tookMs).toBeGreaterThanOrEqual(200);
    expect(result.tookMs).toBeLessThan(300);
    expectBlame(result, threeOfFive, []);
  });

  test('a late member completes the first attempt where nobody else is left', () => {
    const result = run(twoOfThree, {
      pooled: 1,
      dead: [3],
      hooks: { delayMs: () => 700 },
    });
    const outcome = signed(result);
    expect(outcome.signers).toEqual([1, 2]);
    expect(result.tookMs).toBe(700);
    expect(outcome.attempts[0]?.excluded).toEqual([{ seat: 3, reason: 'disconnected' }]);
    expectBlame(result, twoOfThree, []);
  });

  test('a share that is a little wrong is proven, and the others sign', () => {
    const result = run(threeOfFive, { hooks: { onShare: lyingShare(threeOfFive, 2) } });
    const outcome = signed(result);
    expect(outcome.attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'invalid-share' }]);
    expect(outcome.signers).not.toContain(2);
    expectBlame(result, threeOfFive, [2]);
    expect(result.reports[0]?.evidence?.kind).toBe('share');
  });

  test('a share that is no scalar is proven just the same', () => {
    const result = run(twoOfThree, {
      hooks: {
        onShare: (seat, envelope) =>
          seat === 2
            ? [forgeShare(envelope, twoOfThree.hostSeeds[1]!, (share) => share.fill(0xff))]
            : [envelope],
      },
    });
    expect(signed(result).signers).toEqual([1, 3]);
    expectBlame(result, twoOfThree, [2]);
  });

  test('every lie of every liar is found, whoever lies, as long as enough are honest', () => {
    for (const liars of [
      [2, 3],
      [3, 5],
      [4, 5],
    ]) {
      const result = run(threeOfFive, {
        pooled: 2,
        hooks: {
          onShare: (seat, envelope) =>
            liars.includes(seat) ? lyingShare(threeOfFive, seat)(seat, envelope) : [envelope],
        },
      });
      const { signers, attempts } = signed(result);
      expect(signers.some((seat) => liars.includes(seat))).toBe(false);
      expect(attempts.length).toBeLessThanOrEqual(3);
      const used = liars.filter((seat) => attempts.some((one) => one.signers.includes(seat)));
      expectBlame(result, threeOfFive, used);
    }
  });

  test('a wrong share under a wrong signature is known here and proven to nobody', () => {
    const result = run(twoOfThree, {
      hooks: {
        onShare: (seat, envelope) =>
          seat === 2
            ? [
                forgeShare(envelope, twoOfThree.hostSeeds[2]!, (z) =>
                  otherScalar(twoOfThree.suite, z),
                ),
              ]
            : [envelope],
      },
    });
    const outcome = signed(result);
    expect(outcome.attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'invalid-envelope' }]);
    expect(result.reports).toEqual([
      { type: 'report', detail: { code: 'bad-envelope', culprit: 2 } },
    ]);
  });

  test('the signature of an envelope matters at once for a member under suspicion', () => {
    const result = run(twoOfThree, {
      change: { isSuspect: (seat) => seat === 2, candidates: [2] },
      dead: [3],
      hooks: {
        onShare: (_, envelope) => [forgeShare(envelope, twoOfThree.hostSeeds[2]!, (z) => z)],
      },
    });
    expect(failed(result).blame).toEqual([2]);
  });

  test('two different shares for one request are evidence by themselves', () => {
    const key = threeOfFive;
    const result = run(key, {
      hooks: {
        delayMs: (seat) => (seat === 3 ? 50 : 5),
        onShare: (seat, envelope) =>
          seat === 2 ? [envelope, ...lyingShare(key, 2)(seat, envelope)] : [envelope],
      },
      change: { candidates: [2, 3] },
    });
    signed(result);
    expectBlame(result, key, [2]);
    expect(result.reports[0]?.evidence?.kind).toBe('shares');
  });

  test('the same share twice, and shares of no request of ours, change nothing', () => {
    const result = run(threeOfFive, {
      hooks: {
        onShare: (seat, envelope) => [
          envelope,
          envelope,
          forgeOtherRequest(envelope, threeOfFive.hostSeeds[seat - 1]!),
        ],
      },
    });
    expect(signed(result).attempts.length).toBe(1);
    expectBlame(result, threeOfFive, []);
  });

  test('garbage instead of a share leaves its sender out', () => {
    const result = run(twoOfThree, {
      hooks: {
        onShare: (seat, envelope) =>
          seat === 2
            ? [forgeShare(envelope, twoOfThree.hostSeeds[1]!, () => new Uint8Array(3))]
            : [envelope],
      },
    });
    expect(signed(result).attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'invalid-envelope' }]);
  });

  test('a refusal is no fault, and a refusing member is replaced at once', () => {
    const refusing = testNode(twoOfThree, 2, {
      policy: () => ({ code: 'E_FORBIDDEN', reason: 'not today' }),
    });
    const result = run(twoOfThree, { nodes: new Map([[2, refusing]]) });
    expect(signed(result).attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'refused' }]);
    expect(result.tookMs).toBeLessThan(100);
    expectBlame(result, twoOfThree, []);
  });

  test('a member at another epoch is left out by that name', () => {
    const stale = testNode(twoOfThree, 2, { signerKey: { epochs: [] } });
    const result = run(twoOfThree, { nodes: new Map([[2, stale]]) });
    expect(signed(result).attempts[0]?.excluded).toEqual([{ seat: 2, reason: 'epoch' }]);
  });

  test('a restarted member is asked again with an offer of its new boot', () => {
    const result = run(twoOfThree, {
      dead: [3],
      nodes: new Map([[2, forgetful(twoOfThree)]]),
    });
    const outcome = signed(result);
    expect(outcome.signers).toEqual([1, 2]);
    expect(outcome.attempts.length).toBe(2);
    expectBlame(result, twoOfThree, []);
  });
});

/** A member that has lost its first nonce. */
function forgetful(key: TestKey) {
  const node = testNode(key, 2);
  let isFirst = true;
  const offered = (nonceId: number): Uint8Array | undefined => {
    if (!isFirst) return node.nonces.offered(nonceId);
    isFirst = false;
    return undefined;
  };
  return { ...node, ports: { ...node.ports, nonces: { ...node.nonces, offered } } };
}

function forgeOtherRequest(envelope: Uint8Array, seed: Uint8Array): Uint8Array {
  const { payload } = parseEnvelope(envelope);
  return forgeShareHash(envelope, seed, payload.slice(0, 64).reverse());
}

function forgeShareHash(envelope: Uint8Array, seed: Uint8Array, hash: Uint8Array): Uint8Array {
  const { bytes: _, ...statement } = parseEnvelope(envelope);
  const payload = Uint8Array.from([...hash, ...statement.payload.slice(64)]);
  return sealEnvelope({ ...statement, payload }, seed);
}
