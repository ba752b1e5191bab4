import { type Identifier, identifier } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { decodeEvidence, type Evidence, encodeEvidence } from './evidence.ts';
import { encodeOffer, type NonceOffer, signOffers } from './offers.ts';
import { requestId } from './request.ts';
import { answerOwnCore, answerSignRequest } from './sign-answer.ts';
import {
  decodeSignCore,
  decodeSignRequest,
  encodeSignCore,
  encodeSignRequest,
  type SignCore,
  signRequestHash,
} from './sign-core.ts';
import {
  conflictingSharesEvidence,
  coordinatorShareEvidence,
  mixedEpochsEvidence,
  type SigningEvidenceKind,
  shareEvidence,
  verifySigningEvidence,
} from './sign-evidence.ts';
import {
  arrivalFrom,
  forgeShare,
  otherScalar,
  sealShare,
  type TestKey,
  testKey,
  testNode,
  testRequest,
} from './sign-testing.ts';

const key = testKey({ minSigners: 2, maxSigners: 3 });
const other = testKey({ minSigners: 2, maxSigners: 3, seed: 'another epoch' });

/** What went over the wire when seats 1 and 2 signed, honestly. */
function honest(of: TestKey = key) {
  const coordinator = testNode(of, 1);
  const signer = testNode(of, 2);
  const offers = [
    ...signOffers([coordinator.offer(coordinator)], coordinator.hostSeed),
    ...signOffers([signer.offer(coordinator)], signer.hostSeed),
  ];
  const core: SignCore = {
    epochId: of.epochId,
    request: testRequest(of),
    attempt: 1,
    signers: [identifier(1), identifier(2)],
    offers,
    canary: false,
  };
  const bytes = encodeSignCore(core);
  const own = answerOwnCore({ ...arrivalFrom(coordinator), bytes }, coordinator.ports);
  if (own.type !== 'share') throw new Error(own.type);
  const ownShare = own.payload.slice(64);
  const request = sealRequest(of, core, ownShare);
  const input = { ...arrivalFrom(coordinator), envelope: request, checkSignature: true };
  const answer = answerSignRequest(input, signer.ports);
  if (answer.type !== 'share') throw new Error(answer.type);
  return { core, ownShare, request, share: sealShare(of, 2, answer) };
}

function sealRequest(of: TestKey, core: SignCore, share: Uint8Array): Uint8Array {
  return sealEnvelope(
    {
      suite: of.suite.id,
      kind: 'sign',
      sessionId: requestId(core.request),
      round: 1,
      from: 1,
      to: 2,
      payload: encodeSignRequest({ core: encodeSignCore(core), share }),
    },
    of.hostSeeds[0]!,
  );
}

/** The verdict of somebody who has nothing but the file. */
function judge(evidence: Evidence) {
  const read = decodeEvidence(encodeEvidence(evidence));
  return verifySigningEvidence({ ...read, kind: read.kind as SigningEvidenceKind });
}

const lie = (envelope: Uint8Array, of: TestKey = key): Uint8Array =>
  forgeShare(envelope, of.hostSeeds[1]!, (share) => otherScalar(of.suite, share));

describe('evidence about a wrong share', () => {
  test('convinces for every form of key', () => {
    for (const suite of ['ed25519', 'secp256k1-tr']) {
      const of = testKey({ suite, minSigners: 2, maxSigners: 3, seed: suite });
      const { request, share } = honest(of);
      const culprit = of.hosts[1]!;
      const about = { request, share: lie(share, of), culprit };
      expect(judge(shareEvidence(of.record, about))).toEqual({
        proven: true,
        culprit,
        code: 'invalid-share',
      });
    }
  });

  test('names the host whose signature is on the share, whatever the claim says', () => {
    const { request, share } = honest();
    const about = { request, share: lie(share), culprit: key.hosts[2]! };
    expect(judge(shareEvidence(key.record, about))).toMatchObject({ culprit: key.hosts[1]! });
  });

  const { request, share, core, ownShare } = honest();
  const culprit = key.hosts[1]!;
  const rows: readonly (readonly [string, Evidence])[] = [
    ['a right share', shareEvidence(key.record, { request, share, culprit })],
    [
      'a wrong share that its signer never signed',
      shareEvidence(key.record, {
        request,
        share: forgeShare(share, key.hostSeeds[0]!, (z) => otherScalar(key.suite, z)),
        culprit,
      }),
    ],
    [
      'a right share shown with another core of the same request',
      shareEvidence(key.record, {
        request: sealRequest(key, { ...core, offers: [freshOffer(), core.offers[1]!] }, ownShare),
        share,
        culprit,
      }),
    ],
    [
      'a right share shown with the transcript of another epoch',
      shareEvidence(
        { ...key.record, transcript: other.record.transcript },
        { request, share, culprit },
      ),
    ],
    [
      'a right share shown with another attempt of the key generation',
      shareEvidence({ ...key.record, attempt: 2 }, { request, share, culprit }),
    ],
    [
      'a right share shown with another group',
      shareEvidence(
        { ...key.record, group: { ...key.record.group, proposalHash: new Uint8Array(64) } },
        { request, share, culprit },
      ),
    ],
    [
      'a transcript that does not decode',
      shareEvidence(
        { ...key.record, transcript: Uint8Array.of(1, 2) },
        { request, share, culprit },
      ),
    ],
    [
      'one envelope only',
      { ...shareEvidence(key.record, { request, share: lie(share), culprit }), envelopes: [share] },
    ],
    [
      'garbage',
      {
        ...shareEvidence(key.record, { request, share, culprit }),
        envelopes: [core.epochId, share],
      },
    ],
  ];
  for (const [what, evidence] of rows) {
    test(`is no evidence with ${what}`, () => {
      expect(judge(evidence).proven).toBe(false);
    });
  }

  test('is no evidence where the core mixes epochs: the accused may have been honest in another', () => {
    // A colluding coordinator moves an honest signer's offer of another epoch into this one. The
    // equation then fails for reasons that are not the signer's.
    const foreign = signOffers(
      [encodeOffer({ ...core.offers[1]!.offer, epochId: other.epochId })],
      key.hostSeeds[1]!,
    )[0]!;
    const mixed = { ...core, offers: [core.offers[0]!, foreign] };
    const asked = sealRequest(key, mixed, ownShare);
    const payload = Uint8Array.from([...answerHash(asked), ...key.suite.encodeScalar(12_345n)]);
    const answered = sealEnvelope({ ...parseEnvelope(share), payload }, key.hostSeeds[1]!);
    const verdict = judge(shareEvidence(key.record, { request: asked, share: answered, culprit }));
    expect(verdict.proven).toBe(false);
    expect(
      judge(mixedEpochsEvidence(key.record, { request: asked, culprit: key.hosts[0]! })),
    ).toEqual({ proven: true, culprit: key.hosts[0]!, code: 'mixed-epochs' });
  });

  test('is no evidence where the offer of another signer is of another epoch', () => {
    const item = encodeOffer({ ...core.offers[0]!.offer, epochId: other.epochId });
    const foreign = signOffers([item], key.hostSeeds[0]!)[0]!;
    const asked = sealRequest(key, { ...core, offers: [foreign, core.offers[1]!] }, ownShare);
    const answered = forgeAnswer(share, asked);
    const verdict = judge(shareEvidence(key.record, { request: asked, share: answered, culprit }));
    expect(verdict.proven).toBe(false);
  });

  test('is no evidence where the core names another epoch than its offers: nobody honest answers it', () => {
    const asked = sealRequest(key, { ...core, epochId: other.epochId }, ownShare);
    const answered = forgeAnswer(share, asked);
    const verdict = judge(shareEvidence(key.record, { request: asked, share: answered, culprit }));
    expect(verdict.proven).toBe(false);
    const lie = coordinatorShareEvidence(key.record, { request: asked, culprit: key.hosts[0]! });
    expect(judge(lie).proven).toBe(false);
  });

  test('is no evidence where another key’s coordinator shows an altered offer of the accused', () => {
    const altered = (change: Partial<NonceOffer>) => {
      const item = encodeOffer({ ...core.offers[1]!.offer, ...change });
      const forged = signOffers([item], key.hostSeeds[0]!)[0]!;
      const asked = sealRequest(key, { ...core, offers: [core.offers[0]!, forged] }, ownShare);
      const answered = forgeAnswer(share, asked);
      return judge(shareEvidence(key.record, { request: asked, share: answered, culprit }));
    };
    expect(altered({ hiding: core.offers[0]!.offer.hiding }).proven).toBe(false);
    expect(altered({ nonceId: 77 }).proven).toBe(false);
  });
});

/** Another offer of seat 1: the share of seat 2 does not fit it. */
function freshOffer() {
  const coordinator = testNode(key, 1);
  coordinator.offer(coordinator);
  return signOffers([coordinator.offer(coordinator)], coordinator.hostSeed)[0]!;
}

function answerHash(request: Uint8Array): Uint8Array {
  const { core } = decodeSignRequest(parseEnvelope(request).payload);
  return signRequestHash(core);
}

/** The accused signs a wrong share for whatever it is asked: only its own offer is missing. */
function forgeAnswer(share: Uint8Array, asked: Uint8Array): Uint8Array {
  const payload = Uint8Array.from([...answerHash(asked), ...key.suite.encodeScalar(3n)]);
  return sealEnvelope({ ...parseEnvelope(share), payload }, key.hostSeeds[1]!);
}

describe('evidence about a coordinator', () => {
  test('convinces when its own share is wrong or missing, by the request alone', () => {
    const { core, ownShare, request } = honest();
    const culprit = key.hosts[0]!;
    const shares = [otherScalar(key.suite, ownShare), new Uint8Array(), ownShare.slice(1)];
    for (const wrong of shares) {
      const evidence = coordinatorShareEvidence(key.record, {
        request: sealRequest(key, core, wrong),
        culprit,
      });
      const code = 'invalid-coordinator-share';
      expect(judge(evidence)).toEqual({ proven: true, culprit, code });
    }
    expect(judge(coordinatorShareEvidence(key.record, { request, culprit })).proven).toBe(false);
  });

  test('is no evidence when the coordinator did not sign it, or was no signer', () => {
    const { core, ownShare } = honest();
    const wrong = otherScalar(key.suite, ownShare);
    const unsigned = sealEnvelope(
      { ...parseEnvelope(sealRequest(key, core, wrong)) },
      key.hostSeeds[2]!,
    );
    const alone = { ...core, signers: [2 as Identifier], offers: core.offers.slice(1) };
    for (const request of [unsigned, sealRequest(key, alone, new Uint8Array())]) {
      const evidence = coordinatorShareEvidence(key.record, { request, culprit: key.hosts[0]! });
      expect(judge(evidence).proven).toBe(false);
    }
  });

  test('about mixed epochs is none when all offers are of one', () => {
    const { request } = honest();
    const evidence = mixedEpochsEvidence(key.record, { request, culprit: key.hosts[0]! });
    expect(judge(evidence).proven).toBe(false);
  });
});

describe('two statements where an honest host makes one', () => {
  test('two shares for one request convince, in any order and without a transcript', () => {
    const { share } = honest();
    const culprit = key.hosts[1]!;
    for (const pair of [[share, lie(share)] as const, [lie(share), share] as const]) {
      expect(judge(conflictingSharesEvidence(key.record, { pair, culprit }))).toEqual({
        proven: true,
        culprit,
        code: 'conflicting-shares',
      });
    }
  });

  test('two shares convince nobody when they are one, answer two requests, or are not signed', () => {
    const { share } = honest();
    const culprit = key.hosts[1]!;
    const pairs = [
      [share, share],
      [
        share,
        forgeAnswer(share, sealRequest(key, { ...honest().core, attempt: 3 }, new Uint8Array())),
      ],
      [share, forgeShare(share, key.hostSeeds[0]!, (z) => otherScalar(key.suite, z))],
    ] as const;
    for (const pair of pairs) {
      expect(judge(conflictingSharesEvidence(key.record, { pair, culprit })).proven).toBe(false);
    }
  });
});

test('a core decodes to what was encoded', () => {
  const { core } = honest();
  expect(decodeSignCore(encodeSignCore(core))).toEqual(core);
});
