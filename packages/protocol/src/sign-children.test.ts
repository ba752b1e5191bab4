import { ed25519 } from '@noble/curves/ed25519.js';
import { schnorr } from '@noble/curves/secp256k1.js';
import {
  aggregate,
  type DerivationRoot,
  deriveChild,
  derivePublicKeys,
  extendedPublicKey,
  FrostFault,
  identifier,
} from '@permafrost/frost';
import { HDKey } from '@scure/bip32';
import { describe, expect, test } from 'vitest';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { commitmentsOf } from './offers.ts';
import { childPathOf, requestId, type SignatureRequest, tweakOf } from './request.ts';
import { signatureKey } from './request-key.ts';
import {
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  encodeSignCore,
  encodeSignRequest,
} from './sign-core.ts';
import { shareEvidence, verifySigningEvidence } from './sign-evidence.ts';
import { type TestKey, testKey, testNode, testRequest } from './sign-testing.ts';
import { expectBlame, lyingShare, signed } from './sign-testing-expect.ts';
import { run } from './sign-testing-run.ts';
import { ask, codeOf, key as plainKey, resign, scene } from './sign-testing-scene.ts';

const SUITES = ['ed25519', 'secp256k1', 'secp256k1-tr'] as const;
const keys = new Map<string, TestKey>(
  SUITES.map((suite) => [suite, testKey({ suite, minSigners: 2, maxSigners: 4, seed: suite })]),
);
const keyOf = (suite: string): TestKey => keys.get(suite)!;

/** What can be asked for beside the key itself. */
function wantedFor(suite: string): readonly Pick<SignatureRequest, 'path' | 'tweak'>[] {
  const plain = ['m/0', 'm/0/7', 'm/1/2/3/4/5/6/7/8/9/2147483647'].map((path) => ({
    path,
    tweak: tweakOf(undefined),
  }));
  if (suite !== 'secp256k1-tr') return plain;
  const roots = [new Uint8Array(), new Uint8Array(32).fill(5)];
  return [...plain, ...roots.map((root) => ({ path: 'm/0/7', tweak: tweakOf(root) }))];
}

function childKey(key: TestKey, request: SignatureRequest): Uint8Array {
  return key.suite.encodePublicKey(deriveChild(key.root, childPathOf(request)).verifyingKey);
}

describe.each(SUITES)('a request with a path, of a key of %s', (suite) => {
  const key = keyOf(suite);

  test('is signed with that very child, as other libraries verify', () => {
    const seen = new Set<string>();
    for (const wanted of wantedFor(suite)) {
      const request = testRequest(key, wanted);
      const { message } = request;
      const { signature } = signed(run(key, { request }));
      const publicKey = childKey(key, request);
      expect(key.suite.verify({ publicKey, message, signature }), wanted.path).toBe(true);
      expect(key.suite.verify({ publicKey: key.publicKey, message, signature })).toBe(false);
      if (suite === 'ed25519') expect(ed25519.verify(signature, message, publicKey)).toBe(true);
      if (suite === 'secp256k1-tr') {
        expect(schnorr.verify(signature, message, publicKey)).toBe(true);
      }
      if (suite !== 'ed25519' && wanted.tweak.length === 0) {
        const theirs = HDKey.fromExtendedKey(extendedPublicKey(key.root, '')).derive(wanted.path);
        expect(theirs.publicKey?.slice(-publicKey.length)).toEqual(publicKey);
      }
      seen.add(publicKey.join());
    }
    expect(seen.size).toBe(wantedFor(suite).length);
  });

  test('is signed without a member that lies, and its wrong share of the child is proven', () => {
    for (const wanted of wantedFor(suite)) {
      const request = testRequest(key, wanted);
      const result = run(key, { request, hooks: { onShare: lyingShare(key, 2) } });
      expect(signed(result).signers).toEqual([1, 3]);
      expectBlame(result, key, [2]);
      expect(result.reports.some(({ evidence }) => evidence !== undefined)).toBe(true);
    }
  });

  test('is signed without a member that signs with another path, and that is proven too', () => {
    // It follows another chain code: to another child than all others.
    const root: DerivationRoot = { ...key.root, chainCode: new Uint8Array(32) };
    const nodes = new Map([[2, testNode(key, 2, { signerKey: { root } })]]);
    const request = testRequest(key, { path: 'm/0/7' });
    const result = run(key, { request, nodes });
    expect(signed(result).signers).toEqual([1, 3]);
    expectBlame(result, key, [2]);
  });

  test('makes no evidence of right shares, whatever path they are shown with', () => {
    const request = testRequest(key, { path: 'm/0/7' });
    const { requests, answers } = run(key, { request });
    const [asked] = requests;
    const [answer] = answers;
    if (asked === undefined || answer?.type !== 'share') throw new Error('not signed');
    const share = sealEnvelope(
      {
        suite,
        kind: 'sign',
        sessionId: answer.claim.requestId,
        round: 2,
        from: 2,
        to: 1,
        payload: answer.payload,
      },
      key.hostSeeds[1]!,
    );
    const culprit = key.hosts[1]!;
    const shown = [asked.envelope, ...['m/0/8', ''].map((path) => withPath(key, asked, path))];
    for (const other of shown) {
      const evidence = shareEvidence(key.record, { request: other, share, culprit });
      expect(verifySigningEvidence({ ...evidence, kind: 'share' }).proven).toBe(false);
    }
  });

  test('has another key for another child of the pinned key, and none for another raw key', () => {
    const request = testRequest(key, { path: 'm/0/7' });
    const raw = key.rawKey;
    expect(signatureKey(key.suite, request, raw)).toEqual(childKey(key, request));
    expect(signatureKey(key.suite, { ...request, path: '' }, new Uint8Array())).toBe(key.publicKey);
    const other = testKey({ suite, minSigners: 2, maxSigners: 3, seed: 'other' });
    expect(() => signatureKey(key.suite, request, other.rawKey)).toThrow(/another key/);
    expect(() => signatureKey(key.suite, request, raw.subarray(1))).toThrow();
  });
});

/** The same SignRequest with another path, sealed by its coordinator. */
function withPath(key: TestKey, { envelope }: { envelope: Uint8Array }, path: string): Uint8Array {
  const opened = parseEnvelope(envelope);
  const { core, share } = decodeSignRequest(opened.payload);
  const read = decodeSignCore(core);
  const request = resign(read.request, { path });
  const payload = encodeSignRequest({ core: encodeSignCore({ ...read, request }), share });
  const { bytes: _, ...statement } = opened;
  return sealEnvelope({ ...statement, sessionId: requestId(request), payload }, key.hostSeeds[0]!);
}

describe('a coordinator that gives signers different paths', () => {
  const one = 'm/0/7';

  test('gets no share under the signature of the requester for the first', () => {
    const s = scene();
    const request = resign(s.core.request, { path: one });
    const other = { ...request, path: 'm/0/8' };
    expect(codeOf(ask(s, { request: other }))).toBe('E_UNAUTHENTICATED');
    expect(codeOf(ask(s, { request: other }, { sessionId: requestId(request) }))).toBe('fault');
    expect(s.takes()).toBe(0);
    expect(codeOf(ask(s, { request }))).toBe('share');
  });

  test('cannot have a second path signed with the nonces of the first', () => {
    const s = scene();
    const asked = (path: string) => ask(s, { request: resign(s.core.request, { path }) });
    expect(codeOf(asked(one))).toBe('share');
    for (const path of ['m/0/8', '', 'm/0']) {
      const answer = asked(path);
      expect(codeOf(answer)).toBe('E_NONCE_USED');
      expect(answer).toMatchObject({ alarm: 'nonce-used-twice' });
    }
    expect(codeOf(asked(one))).toBe('share');
  });

  test('gets shares that make no signature together, under any of their keys', () => {
    // Both requests are signed by the requester: coordinator and requester are in league.
    const key = plainKey;
    const result = run(key, {
      request: testRequest(key, { path: one }),
      hooks: {
        onRequest: (seat, envelope) => [
          seat === 2 ? withPath(key, { envelope }, 'm/0/8') : envelope,
        ],
      },
    });
    const [asked] = result.requests;
    const [second] = result.answers;
    if (asked === undefined || second?.type !== 'share') throw new Error('no share of seat 2');
    // Its answer is to another request: the session does not take it for one to this.
    expect(signed(result).signers).not.toContain(2);
    const { core, share } = decodeSignRequest(parseEnvelope(asked.envelope).payload);
    const { offers, request } = decodeSignCore(core);
    const commitments = new Map(
      offers.map(({ offer }) => [offer.identifier, commitmentsOf(key.suite, offer)] as const),
    );
    const both = new Map([
      [identifier(1), share],
      [identifier(2), decodeSignShare(second.payload).share],
    ]);
    for (const path of [one, 'm/0/8', '']) {
      const { publicKeys } = derivePublicKeys(key.shares[0]!.publicKeys, key.root, { path });
      const pkg = { message: request.message, commitments };
      expect(() => aggregate(pkg, both, publicKeys)).toThrow(FrostFault);
    }
  });
});
