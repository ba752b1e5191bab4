/**
 * Defects of signing: nonces, offers, requests, shares and what is proven about them.
 * @module
 */
import type { Defect } from './defect.ts';

const ANSWER = 'packages/protocol/src/sign-answer.ts';
const CHECKS = 'packages/protocol/src/sign-checks.ts';
const NONCES = 'packages/node/src/tables/nonces.ts';
const REQUESTS = 'packages/node/src/tables/requests-signer.ts';
const EVIDENCE = 'packages/protocol/src/sign-evidence.ts';
const ANSWER_TEST = 'packages/protocol/src/sign-answer.test.ts';
const NONCES_TEST = 'packages/node/src/tables/nonces.test.ts';
const CLIENT_TEST = 'packages/client/src/fail-over.net.test.ts';

export const SIGNING_DEFECTS: readonly Defect[] = [
  {
    name: 'a nonce is free again after it was taken',
    file: NONCES,
    find: "nonces.byId.set(nonceId, { state: 'consumed', item: entry.item, reqHash, share: undefined });",
    replace: '',
    by: { test: NONCES_TEST, named: 'gives one share in ten thousand takes' },
  },
  {
    name: 'a consumed nonce answers any request',
    file: NONCES,
    find: 'const isSame = equalBytes(entry.reqHash, reqHash);',
    replace: 'const isSame = true;',
    by: { test: NONCES_TEST, named: 'answers its own request again' },
  },
  {
    name: 'the clock is not looked at when a nonce is taken',
    file: NONCES,
    find: 'if (Math.abs(clockDifferenceMs - entry.clockDifferenceMs) > CLOCK_JUMP_MS) {',
    replace: 'if (false) {',
    by: { test: NONCES_TEST, named: 'whose clock jumped' },
  },
  {
    name: 'offers to an earlier boot of a coordinator stay good',
    file: CHECKS,
    find: 'if (!equalBytes(offer.coordinatorBootId, fromBootId)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'offers to another coordinator are accepted',
    file: CHECKS,
    find: 'if (!equalBytes(offer.coordinator, fromHostPub)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'nonces of another coordinator can be stolen',
    file: CHECKS,
    find: 'for (const { offer } of core.offers) {',
    replace: 'for (const { offer } of core.offers.slice(0, 0)) {',
    by: {
      script: 'stolen-nonce',
      seeds: [11, 12],
      says: 'a share is given only where it may be|a nonce serves one request',
    },
  },
  {
    name: 'the own offer is not compared',
    file: ANSWER,
    find: 'if (!equalBytes(offered, mine.item)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'an offer is honoured after its life',
    file: ANSWER,
    find: 'mine.offer.notAfterMs < subject.nowMs',
    replace: 'false',
    by: { test: 'packages/protocol/src/sign-nonce.test.ts', named: 'whose life is over' },
  },
  {
    name: 'the request id is believed and not computed',
    file: ANSWER,
    find: 'if (addressed !== undefined && !equalBytes(addressed.opened.sessionId, id)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'the signature of the requester is not checked',
    file: CHECKS,
    find: 'if (!verifyRequest(request, requesterKey)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'a coordinator may swap the message',
    file: CHECKS,
    find: "return { code: 'E_UNAUTHENTICATED', reason: 'the signature of the requester is wrong' };",
    replace: '',
    by: {
      script: 'swapped-message',
      seeds: [11],
      says: 'a share is given only where it may be',
    },
  },
  {
    name: 'anybody may ask for signatures',
    file: CHECKS,
    find: 'if (!ports.isRequester(key.keyId, request.requester)) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'the test message may be asked for like any other',
    file: CHECKS,
    find: 'key.epochs.some((one) => equalBytes(canaryMessage(key.keyId, one.epochId), request.message))',
    replace: 'false',
    by: { test: ANSWER_TEST, named: 'kept for the test' },
  },
  {
    name: 'an ordinary message passes as the test of a key',
    file: CHECKS,
    find: 'if (!equalBytes(request.message, canaryMessage(key.keyId, epoch.epochId))) {',
    replace: 'if (false) {',
    by: { test: 'packages/protocol/src/sign-canary.test.ts', named: 'the test signature of a key' },
  },
  {
    name: 'the threshold is off by one',
    file: CHECKS,
    find: 'if (signers.length < minSigners) return',
    replace: 'if (signers.length < minSigners - 1) return',
    by: { test: ANSWER_TEST, named: 'fewer signers than it takes' },
  },
  {
    name: 'signers may be in any order',
    file: CHECKS,
    find: 'if (sorted.length !== signers.length || sorted.some((id, i) => id !== signers[i])) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'signers in another order' },
  },
  {
    name: 'epochs are not compared',
    file: CHECKS,
    find: '({ offer }) => !equalBytes(offer.epochId, epochId) || !equalBytes(offer.keyId, key.keyId),',
    replace: '() => false,',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'a key signs before it is active',
    file: CHECKS,
    find: "if (key.state !== 'active') return {",
    replace: "if (key.state === 'destroyed') return {",
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'the deny list is not asked',
    file: 'packages/node/src/core/signing.ts',
    find: 'if (!claim.canary && context.options.denied.has(requester)) {',
    replace: 'if (false) {',
    by: { test: 'packages/node/src/sim/checkers/denied.test.ts', named: 'denies a requester' },
  },
  {
    name: 'a window that is over still counts',
    file: 'packages/protocol/src/request.ts',
    find: 'if (nowMs > deadlineMs + limits.CLOCK_SKEW_MAX_MS) {',
    replace: 'if (false) {',
    by: { test: ANSWER_TEST, named: 'touches no nonce' },
  },
  {
    name: 'one idempotency key stands for two requests',
    file: REQUESTS,
    find: 'if (known !== undefined && known.requestId !== requestId) {',
    replace: 'if (false) {',
    by: {
      test: 'packages/node/src/tables/requests.test.ts',
      named: 'knows one request for each requester and idempotency key',
    },
  },
  {
    name: 'one coordinator gets as many answers as it likes',
    file: REQUESTS,
    find: 'if (answered.size >= answersMax(minSigners, maxSigners)) {',
    replace: 'if (false) {',
    by: {
      test: 'packages/node/src/tables/requests.test.ts',
      named: 'answers each coordinator a limited number of times',
    },
  },
  {
    name: 'one coordinator uses up the answers of a request',
    file: REQUESTS,
    find: 'return 2 * (maxSigners - minSigners + 1) + 2;',
    replace: 'return 1_000_000;',
    by: {
      script: 'used-up-answers',
      seeds: [11],
      says: 'one coordinator gets a limited number of shares',
    },
  },
  {
    name: 'one coordinator may hold all nonces of a key',
    file: NONCES,
    find: 'countOf(nonces, keyTag(to, coordinator)) < limits.OFFERS_PER_COORDINATOR_MAX',
    replace: 'true',
    by: { test: NONCES_TEST, named: 'are bounded for each key and coordinator' },
  },
  {
    name: 'an owner does not hear of offers that came and could not be kept',
    file: 'packages/node/src/tables/nonces-pool.ts',
    find: 'for (const { offer } of proofs) noteCame(pool, about, offer);',
    replace: '',
    by: {
      test: 'packages/node/src/core/offers.test.ts',
      named: 'their owner hears that they are not held',
    },
  },
  {
    name: 'an offer of an earlier boot hides those of this one',
    file: 'packages/node/src/tables/nonces-pool.ts',
    find: 'if (!equalBytes(offer.bootId, bootId)) return;',
    replace: '',
    by: {
      test: 'packages/node/src/core/offers.test.ts',
      named: 'since they are of an earlier boot say nothing about this one',
    },
  },
  {
    name: 'offers that were lost are not made anew',
    file: 'packages/node/src/core/holdings.ts',
    find: '  refillPeer(context, signing, given.from);',
    replace: '',
    by: {
      test: 'packages/node/src/core/offers.test.ts',
      named: 'makes others at once, since requests may wait for them',
    },
  },
  {
    name: 'what became of a request is told to whoever asks',
    file: 'packages/node/src/rpc/sign.ts',
    find: 'if (answer !== undefined && mayKnow) {',
    replace: 'if (answer !== undefined) {',
    by: {
      test: 'packages/node/src/core/rpc.test.ts',
      named: 'is told by its id to who asked for it and to operators, and to nobody else',
    },
  },
  {
    name: 'the signature over a batch of offers is not checked',
    file: 'packages/protocol/src/offers.ts',
    find: 'if (!verifyEd25519(hostPub, batchStatement(hashes), signature)) {',
    replace: 'if (false) {',
    by: { test: 'packages/protocol/src/offers.test.ts', named: 'is refused when' },
  },
  {
    name: 'a signature is released without a look at it',
    file: 'packages/frost/src/signing.ts',
    find: 'if (verifies(pkg.message, signature, publicKeys)) return signature;',
    replace: 'return signature;',
    by: { script: 'wrong-share', seeds: [11], says: 'signatures verify|every request ends|thrown' },
  },
  {
    name: 'the binding factor does not cover the message',
    file: 'packages/frost/src/challenge.ts',
    find: '    suite.h4(message),\n',
    replace: '    suite.h4(new Uint8Array()),\n',
    by: { test: 'packages/protocol/src/sign-binding.test.ts', named: 'commits to' },
  },
  {
    name: 'points are not of prime order',
    file: 'packages/frost/src/encoding.ts',
    find: "if (!isTorsionFree(element)) throw new DecodeError('element is not of prime order');",
    replace: '',
    by: { test: 'packages/protocol/src/sign-encodings.test.ts', named: 'never get past an offer' },
  },
  {
    name: 'the identity is a point',
    file: 'packages/frost/src/encoding.ts',
    find: "if (isIdentity(element)) throw new DecodeError('element is the identity');",
    replace: '',
    by: { test: 'packages/protocol/src/malformed.test.ts', named: 'only the honest one passes' },
  },
  {
    name: 'evidence about a share counts for offers of any epoch',
    file: EVIDENCE,
    find: 'if (!isSet || core.offers.some(({ offer }) => !equalBytes(offer.epochId, epoch.epochId))) {',
    replace: 'if (!isSet) {',
    by: { test: 'packages/protocol/src/sign-evidence.test.ts', named: 'is no evidence' },
  },
  {
    name: 'evidence about a share counts for offers that nobody signed',
    file: EVIDENCE,
    find: '    verifyOfferProof(own, hostPub);\n  if (!isOwn)',
    replace: '    true;\n  if (!isOwn)',
    by: { test: 'packages/protocol/src/sign-evidence.test.ts', named: 'is no evidence' },
  },
  {
    name: 'one share said twice is evidence',
    file: EVIDENCE,
    find: 'return equalBytes(a.share, b.share)',
    replace: 'return a.share === b.share',
    by: {
      test: 'packages/protocol/src/sign-evidence.test.ts',
      named: 'two shares convince nobody',
    },
  },
  {
    name: 'a member is believed to have the signature',
    file: 'packages/node/src/core/resume.ts',
    find: 'if (!verifiesFor(key, request, signature)) {',
    replace: 'if (false) {',
    by: {
      script: 'false-result',
      seeds: [11, 12, 13],
      says: 'signatures verify|every request ends|thrown',
    },
  },
  {
    name: 'shares of an earlier attempt are added up unseen',
    file: 'packages/protocol/src/sign-resume.ts',
    find: 'if (verifySignatureShare(pkg, id, share, publicKeys)) shares.set(id, share);',
    replace: 'shares.set(id, share);',
    by: { test: 'packages/protocol/src/sign-resume.test.ts', named: '.' },
  },
  {
    name: 'a resumed signature is not looked at',
    file: 'packages/protocol/src/sign-resume.ts',
    find: 'if (suite.verify({ publicKey, message, signature })) return known;',
    replace: 'return known;',
    by: { test: 'packages/protocol/src/sign-resume.test.ts', named: 'only if it verifies' },
  },
  {
    name: 'anybody may take a request back at a member',
    file: 'packages/node/src/core/cancel.ts',
    find: '    verifyCancel(cancel, requesterKey);',
    replace: '    requesterKey !== undefined;',
    by: { test: 'packages/node/src/core/false-cancel.test.ts', named: 'taken back' },
  },
  {
    name: 'one requester’s cancels use up the part of all others',
    file: 'packages/node/src/tables/cancel-turns.ts',
    find: 'if (more.left < 1 || turns.shared.left < 1) return false;',
    replace: '',
    by: { test: 'packages/node/src/tables/cancel-turns.test.ts', named: 'no more than its part' },
  },
  {
    name: 'a few requesters fill the room for cancels',
    file: REQUESTS,
    find: 'if (count >= CANCELS_OF_EACH && isFull) return',
    replace: 'if (isFull) return',
    by: { test: 'packages/node/src/tables/requests.test.ts', named: 'room for some of one more' },
  },
  {
    name: 'the bare word of any node is believed that nothing was signed',
    file: 'packages/client/src/nothing-signed.ts',
    find: "said === true && !isTrusted ? 'unknown' : said",
    replace: 'said',
    by: { test: CLIENT_TEST, named: 'believes its own nodes alone' },
  },
  {
    name: 'the words of members about this call stand for earlier ones',
    file: 'packages/client/src/take-back.ts',
    find: "if (!isFirst) return 'unknown';",
    replace: '',
    by: { test: CLIENT_TEST, named: 'not called unsigned by words of this one' },
  },
];
