/**
 * Defects of key generation and of what goes with it: envelopes, ceremonies, certificates,
 * proposals, evidence, and the order of writing and saying.
 * @module
 */
import type { Defect } from './defect.ts';

const DKG_TEST = 'packages/protocol/src/dkg-adversary.test.ts';
const EVIDENCE = 'packages/protocol/src/evidence-verify.ts';
const CASE = 'packages/protocol/src/evidence-case.ts';
const KEYS = 'packages/node/src/tables/keys.ts';
const CERTIFICATE = 'packages/protocol/src/certificate.ts';
const ATTEMPTS_TEST = 'packages/node/src/tables/proposals-attempts.test.ts';
const RECOVERED_TEST = 'packages/node/src/core/recovered-key.test.ts';

export const KEY_DEFECTS: readonly Defect[] = [
  {
    name: 'the signature of an envelope is not checked',
    file: 'packages/protocol/src/envelope.ts',
    find: 'if (!verifyEd25519(hostPub, signedHash({ ...opened, to }), signature)) {',
    replace: 'if (false) {',
    by: { test: 'packages/protocol/src/envelope.test.ts', named: 'an envelope' },
  },
  {
    name: 'an envelope does not cover its session',
    file: 'packages/protocol/src/envelope.ts',
    find: '    s.sessionId,\n    u8(s.round),',
    replace: '    new Uint8Array(32),\n    u8(s.round),',
    by: { test: 'packages/protocol/src/envelope.test.ts', named: 'an envelope' },
  },
  {
    name: 'the sender of a word is read from the word',
    file: 'packages/node/src/core/ceremonies.ts',
    find: "running.session.step({ type: 'message', ...toMessage(opened, seat) });",
    replace: "running.session.step({ type: 'message', ...toMessage(opened, opened.from) });",
    by: {
      script: 'other-seats',
      seeds: [11, 12],
      says: 'honest node is blamed|framed|guilty|convinces',
    },
  },
  {
    name: 'a session keeps whatever it is sent',
    file: 'packages/protocol/src/session.ts',
    find: 'if (slot.length >= SESSION_IDS_PER_SLOT_MAX) return [];',
    replace: '',
    by: { test: 'packages/protocol/src/session.test.ts', named: '.' },
  },
  {
    name: 'a message from nobody counts',
    file: 'packages/protocol/src/session.ts',
    find: 'if (!peers.has(from) || !Number.isInteger(round)) return [];',
    replace: '',
    by: { test: 'packages/protocol/src/session.test.ts', named: '.' },
  },
  {
    name: 'a second word of one round is not noticed',
    file: 'packages/protocol/src/session.ts',
    find: 'const found = conflict?.(earlier, message);',
    replace: 'const found = undefined as ReturnType<NonNullable<typeof conflict>>;',
    by: { test: DKG_TEST, named: 'saying different things' },
  },
  {
    name: 'a static key needs no proof',
    file: 'packages/protocol/src/ceremony.ts',
    find: "return known ? { type: 'good', join, publicKey } : { type: 'bad', join };",
    replace: "return known || true ? { type: 'good', join, publicKey } : { type: 'bad', join };",
    by: { test: DKG_TEST, named: 'misconduct that everybody sees' },
  },
  {
    name: 'a constant term needs no proof',
    file: 'packages/protocol/src/ceremony.ts',
    find: "if (!verifyProofOfPossession(cocktail, setup.context, deal)) return 'POP';",
    replace: '',
    by: { test: DKG_TEST, named: 'proof of possession' },
  },
  {
    name: 'an ephemeral key needs no proof',
    file: 'packages/protocol/src/ceremony.ts',
    find: "if (!schnorrVerify(cocktail, deal.ephemeral, message, ephemeralProof)) return 'POKE';\n  if (group.change",
    replace: 'if (group.change',
    by: { test: 'packages/protocol/src/sim/twists.test.ts', named: 'copied-ephemeral$' },
  },
  {
    name: 'what was revealed is not compared with what was committed to',
    file: 'packages/protocol/src/dkg-checks.ts',
    find: 'return !equalBytes(promised, bodyCommitment(setup.sessionId, seat, body));',
    replace: 'return promised === undefined;',
    by: { test: DKG_TEST, named: 'a Reveal of something else' },
  },
  {
    name: 'a reveal under another root counts',
    file: 'packages/protocol/src/dkg-checks.ts',
    find: '({ payload }) => !equalBytes(payload.subarray(0, 32), agreed.root),',
    replace: '() => false,',
    by: { test: DKG_TEST, named: 'a root that is made up' },
  },
  {
    name: 'a share is not checked against its commitment',
    file: 'packages/frost/src/cocktail.ts',
    find: "if (!verifyShare(suite, commitment, receiver.x, share)) return { type: 'fault', code: 'VSS' };",
    replace: '',
    by: { test: 'packages/protocol/src/sim/twists.test.ts', named: 'share-of-another-value' },
  },
  {
    name: 'two members may have one static key',
    file: 'packages/protocol/src/dkg-checks.ts',
    find: '  refuseShared(points);\n',
    replace: '',
    by: { test: 'packages/protocol/src/sim/shared-keys.test.ts', named: 'one static key' },
  },
  {
    name: 'a complaint is believed without its proof',
    file: 'packages/protocol/src/complaint.ts',
    find: "if (dh === undefined) return 'complainer';",
    replace: "if (dh === undefined) return 'dealer';",
    by: { test: 'packages/protocol/src/dkg-complaint.test.ts', named: 'convicts its author' },
  },
  {
    name: 'a complaint about another body is judged',
    file: EVIDENCE,
    find: "need(equalBytes(said.bodyHash, bodyHash(judged.body)), 'complaint about another body');",
    replace: '',
    by: { test: 'packages/protocol/src/evidence-bodies.test.ts', named: 'another body' },
  },
  {
    name: 'a session may be put together from a second Join',
    file: CASE,
    find: "    'Commit to another context',\n",
    replace: '',
    by: { test: 'packages/protocol/src/evidence.test.ts', named: 'second Join of a colluder' },
  },
  {
    name: 'evidence needs no signatures',
    file: CASE,
    find: '  return openEnvelope(bytes, { hostPub });\n',
    replace: '  return parseEnvelope(bytes);\n',
    by: { test: 'packages/protocol/src/evidence.test.ts', named: 'evidence' },
  },
  {
    name: 'saying the same twice is an equivocation',
    file: EVIDENCE,
    find: "need(!equalBytes(first.payload, second.payload), 'the same words twice');",
    replace: '',
    by: {
      test: 'packages/protocol/src/evidence.test.ts',
      named: 'evidence against an honest member',
    },
  },
  {
    name: 'a Cert of another transcript counts',
    file: CERTIFICATE,
    find: 'if (!equalBytes(cert.transcriptHash, transcriptHash(transcript))) {',
    replace: 'if (false) {',
    by: { test: 'packages/protocol/src/certificate.test.ts', named: '.' },
  },
  {
    name: 'a Cert needs no signature of its session key',
    file: CERTIFICATE,
    find: 'if (schnorrVerify(suite.cocktail, publicKey, transcript, cert.signature)) {',
    replace: 'if (true) {',
    by: { test: 'packages/protocol/src/certificate.test.ts', named: 'with a bad signature' },
  },
  {
    name: 'Stored is said for two keys of one name',
    file: KEYS,
    find: 'if (!isOurs && isBound(table, entry.proposal.name)) return false;',
    replace: '',
    by: {
      test: 'packages/node/src/tables/keys-names.test.ts',
      named: 'is bound to the key|never two',
    },
  },
  {
    name: 'Stored is said without the Certs of all',
    file: KEYS,
    find: 'const isNext = entry.certs.size === n &&',
    replace: 'const isNext = entry.certs.size >= n - 1 &&',
    by: { test: 'packages/node/src/tables/keys.test.ts', named: 'says Stored once' },
  },
  {
    name: 'a key is confirmed by all but one',
    file: 'packages/node/src/tables/keys-entry.ts',
    find: 'entry.stored.size === entry.group.members.length',
    replace: 'entry.stored.size >= entry.group.members.length - 1',
    by: { test: 'packages/node/src/tables/keys.test.ts', named: 'is not confirmed|is confirmed' },
  },
  {
    name: 'a key becomes active by any test signature',
    file: KEYS,
    find: '  if (!isValid) return [];\n',
    replace: '',
    by: { test: 'packages/node/src/tables/keys.test.ts', named: 'that is wrong' },
  },
  {
    name: 'what follows a write does not wait for it',
    file: 'packages/node/src/executor.ts',
    find: '        ports.persist(action, () => drain(subject, queue));\n        return;\n',
    replace: '        ports.persist(action, () => {});\n        continue;\n',
    by: {
      script: 'delay',
      seeds: [12],
      says: 'nothing is promised before it is durable',
    },
  },
  {
    name: 'a Cert goes out before the key is on the disk',
    file: 'packages/protocol/src/dkg.ts',
    find: '    yield* persist({ kind: PENDING, bytes, secret: key.share });\n    yield* resend(DKG_ROUND.cert, cert);\n',
    replace:
      '    yield* resend(DKG_ROUND.cert, cert);\n    yield* persist({ kind: PENDING, bytes, secret: key.share });\n',
    by: {
      script: 'delay',
      seeds: [12],
      says: 'nothing is promised before it is durable',
    },
  },
  {
    name: 'an attempt is joined before that is on the disk',
    file: 'packages/protocol/src/dkg.ts',
    find: '    yield* persist({ kind: ATTEMPT_USED, bytes: encodeAttemptUsed(group.proposalHash, attempt) });\n',
    replace: '',
    by: {
      test: 'packages/protocol/src/dkg.test.ts',
      named: 'the attempt is on disk before the Join',
    },
  },
  {
    name: 'a word on a proposal needs no signature',
    file: 'packages/node/src/tables/proposals-entry.ts',
    find: '  if (!verifyStatement(statement)) return false;\n',
    replace: '',
    by: {
      test: 'packages/node/src/tables/proposals.test.ts',
      named: 'a statement counts for nothing',
    },
  },
  {
    name: 'any node may start an attempt',
    file: 'packages/node/src/tables/proposals-starts.ts',
    find: '    toHex(start.hostPub) === toHex(entry.proposal.node) &&\n',
    replace: '',
    by: { test: ATTEMPTS_TEST, named: 'of any other node counts for nothing' },
  },
  {
    name: 'a Start needs no signature',
    file: 'packages/node/src/tables/proposals-starts.ts',
    find: '    verifyStart(start);\n',
    replace: '    true;\n',
    by: {
      test: ATTEMPTS_TEST,
      named: 'of any other node counts for nothing, nor does a forged one',
    },
  },
  {
    name: 'two Starts of one attempt are not noticed',
    file: 'packages/node/src/tables/proposals-starts.ts',
    find: "return isSame ? [] : [{ type: 'equivocation', entry, first: known, second: start }];",
    replace: 'return isSame ? [] : [];',
    by: { test: ATTEMPTS_TEST, named: 'contradicts is an equivocation' },
  },
  {
    name: 'a key starts when all but one accepted',
    file: 'packages/node/src/tables/proposals-entry.ts',
    find: "case 'destroy':\n      return isBy(proposal.members);",
    replace: "case 'destroy':\n      return isBy(proposal.members.slice(1));",
    by: {
      test: 'packages/node/src/tables/proposals.test.ts',
      named: 'of all but one starts nothing',
    },
  },
  {
    name: 'an oath needs no signature',
    file: 'packages/node/src/tables/keys-oaths.ts',
    find: ' || !verifyOath({ ...oath, keyId })) continue;',
    replace: ') continue;',
    by: { test: 'packages/node/src/tables/keys-oaths.test.ts', named: 'by its signature alone' },
  },
  {
    name: 'a node stops at any claim of a later boot',
    file: 'packages/node/src/core/boots.ts',
    find: 'if (!isOurs || !verifyBoot(shown)) {',
    replace: 'if (!isOurs) {',
    by: { script: 'false-boot', seeds: [11], says: 'every request ends|thrown|everything pending' },
  },
  {
    name: 'the proof of a key needs no proofs of its dealers',
    file: 'packages/protocol/src/key-proof.ts',
    find: 'if (!verifyProofOfPossession(cocktail, setup.context, dealt)) {',
    replace: 'if (verifyProofOfPossession.length === 99) {',
    by: { test: 'packages/protocol/src/key-proof.test.ts', named: 'whoever certifies it' },
  },
  {
    name: 'points checked together get no coins',
    file: 'packages/frost/src/orders.ts',
    find: 'const coins = part.map(() => random(SUBSETS / 8));',
    replace: 'const coins = part.map(() => new Uint8Array(SUBSETS / 8).fill(255));',
    by: { test: 'packages/frost/src/orders.test.ts', named: 'cancel in the plain sum' },
  },
  {
    name: 'a recovered member says Stored for a key of before',
    file: 'packages/node/src/tables/keys.ts',
    find: ' && !mayBeForgotten(entry.proposal, context)) {',
    replace: ') {',
    by: { test: RECOVERED_TEST, named: 'says Stored for no key of before' },
  },
  {
    name: 'a recovered member gives a share of the test of a key of before',
    file: 'packages/node/src/core/signing.ts',
    find: ' && isOfBefore(key.proposal, boots)) {',
    replace: ' && isOfBefore(key.proposal, {})) {',
    by: { test: RECOVERED_TEST, named: 'gives no share of its test signature' },
  },
  {
    name: 'each wrong test signature of a member is verified',
    file: 'packages/node/src/tables/keys.ts',
    find: ' || wrong.has(seat)) return [];',
    replace: ') return [];',
    by: {
      test: 'packages/node/src/tables/keys-status.test.ts',
      named: 'has one of each member verified',
    },
  },
  {
    name: 'by rule a key of any threshold is accepted',
    file: 'packages/node/src/tables/accept-rule.ts',
    find: 'return proposal.minSigners >= leastOf(proposal.members.length, least);',
    replace: 'return true;',
    by: { test: 'packages/node/src/tables/accept-rule.test.ts', named: 'half of the members' },
  },
];
