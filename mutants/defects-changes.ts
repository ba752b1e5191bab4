/**
 * Defects of what changes a key: reshare, activation and its certificates, repair.
 * @module
 */
import type { Defect } from './defect.ts';

const SRC = 'packages/protocol/src';
const RESHARE_LIARS = `${SRC}/reshare-adversary.test.ts`;
const REPAIR_LIARS = `${SRC}/repair-adversary.test.ts`;
const REPAIR_LIMITS = `${SRC}/repair-limits.test.ts`;
const RECORDS = `${SRC}/epoch-record.test.ts`;

export const CHANGE_DEFECTS: readonly Defect[] = [
  {
    name: 'a dealer of the next epoch may deal any constant',
    file: `${SRC}/ceremony.ts`,
    find: "return cocktail.group.equals(deal.commitment[0] as Element, expected) ? undefined : 'CONSTANT';",
    replace: 'return expected === undefined ? "CONSTANT" : undefined;',
    by: { test: RESHARE_LIARS, named: 'deals another constant is proven guilty by all' },
  },
  {
    name: 'the negative of a key passes for the key',
    file: `${SRC}/ceremony.ts`,
    find: "return cocktail.group.equals(deal.commitment[0] as Element, expected) ? undefined : 'CONSTANT';",
    replace:
      "return [expected, cocktail.group.negate(expected)].some((one) => cocktail.group.equals(deal.commitment[0] as Element, one)) ? undefined : 'CONSTANT';",
    by: { test: RESHARE_LIARS, named: 'deals what would make the negative of the key' },
  },
  {
    name: 'shares of the base need not belong to its key',
    file: `${SRC}/reshare-group.ts`,
    find: '    checkPublicKeyPackage(keys);\n',
    replace: '',
    by: { test: RESHARE_LIARS, named: 'is refused before the Join' },
  },
  {
    name: 'the next epoch is dealt before it is accepted',
    file: `${SRC}/reshare.ts`,
    find: '      yield* accepted(options);\n',
    replace: '',
    by: { test: `${SRC}/reshare.test.ts`, named: 'nothing is dealt before they are in hand' },
  },
  {
    name: 'what is dealt is not recorded first',
    file: `${SRC}/reshare.ts`,
    find: '      yield* persist({ kind: DEALT, bytes });\n',
    replace: '',
    by: { test: `${SRC}/reshare.test.ts`, named: 'is on disk before anybody hears of it' },
  },
  {
    name: 'a share is checked at the identifier of its dealer',
    file: `${SRC}/complaint.ts`,
    find: 'receiver: { x: BigInt(to), publicKey: staticKeyOf(setup, to) },',
    replace: 'receiver: { x: BigInt(dealer.seat), publicKey: staticKeyOf(setup, to) },',
    by: { test: `${SRC}/reshare.test.ts`, named: '.' },
  },
  {
    name: 'somebody who receives nothing may complain',
    file: `${SRC}/evidence-verify.ts`,
    find: '  need(ceremony.receivers.includes(complaint.from), ',
    replace: '  need(true, ',
    by: { test: RESHARE_LIARS, named: 'of a seat that receives nothing' },
  },
  {
    name: 'a host may complain about itself from its other seat',
    file: `${SRC}/evidence-verify.ts`,
    find: "  need(!isSelf, 'complaint about oneself');\n",
    replace: '',
    by: { test: RESHARE_LIARS, named: 'of a host about itself' },
  },
  {
    name: 'another base is not noticed at the Join',
    file: `${SRC}/group.ts`,
    find: '    base.epochId,\n    u16(base.minSigners),',
    replace: '    new Uint8Array(32),\n    u16(base.minSigners),',
    by: { test: RESHARE_LIARS, named: 'of another epoch blames nobody' },
  },
  {
    name: 'one vote fewer than a quorum activates',
    file: `${SRC}/activation.ts`,
    find: 'return Math.ceil((maxSigners + minSigners) / 2);',
    replace: 'return Math.ceil((maxSigners + minSigners) / 2) - 1;',
    by: { test: RECORDS, named: 'needs half of the members' },
  },
  {
    name: 'a certificate counts one voter twice',
    file: `${SRC}/activation.ts`,
    find: '  checkAscendingKeys(certificate.votes.map((vote) => vote.hostPub));\n',
    replace: '',
    by: { test: RECORDS, named: 'does not count a voter twice' },
  },
  {
    name: 'votes need no signature',
    file: `${SRC}/activation.ts`,
    find: '    verifyVote(vote)\n',
    replace: '    true\n',
    by: { test: RECORDS, named: 'does not count a voter twice' },
  },
  {
    name: 'an epoch is activated before all of its members stored it',
    file: `${SRC}/activation.ts`,
    find: '  if (stored.length !== group.members.length) {',
    replace: '  if (stored.length > group.members.length) {',
    by: { test: RECORDS, named: 'needs everybody’s Stored' },
  },
  {
    name: 'an epoch is activated without a test signature',
    file: `${SRC}/activation.ts`,
    find: '  if (!isTestSignature(prepared, certificate.testSignature)) {',
    replace: '  if (false) {',
    by: { test: RECORDS, named: 'needs everybody’s Stored' },
  },
  {
    name: 'a rule accepts that somebody is excluded',
    file: `${SRC}/activation.ts`,
    find: "      word.verb === 'accept' &&\n",
    replace: '',
    by: { test: RECORDS, named: 'by exclusion' },
  },
  {
    name: 'two votes convict whoever did not sign them',
    file: `${SRC}/evidence-verify.ts`,
    find: "  need(verifyVote(first) && verifyVote(second), 'signature');\n",
    replace: '',
    by: { test: `${SRC}/vote.test.ts`, named: 'that do not conflict' },
  },
  {
    name: 'votes of different numbers conflict',
    file: `${SRC}/vote.ts`,
    find: '    a.number === b.number &&\n',
    replace: '',
    by: { test: `${SRC}/vote.test.ts`, named: '.' },
  },
  {
    name: 'a slow host keeps the record of an epoch from all others',
    file: 'packages/node/src/tables/epochs.ts',
    find: '(isSame || nowMs - one.sinceMs < FETCH_ALONE_MS)) return false;',
    replace: 'nowMs >= 0) return false;',
    by: {
      test: 'packages/node/src/core/epochs-fetch.test.ts',
      named: 'when the first one is slow',
    },
  },
  {
    name: 'parts of a record may be of any size',
    file: 'packages/node/src/tables/epochs.ts',
    find: 'part.length === Math.min(PART_BYTES, left);',
    replace: 'part.length <= left;',
    by: { test: 'packages/node/src/core/epochs-fetch.test.ts', named: 'too small' },
  },
  {
    name: 'whatever part comes is taken',
    file: 'packages/node/src/core/epochs-frames.ts',
    find: ' && offset === one.bytes;',
    replace: ';',
    by: { test: 'packages/node/src/core/epochs-fetch.test.ts', named: 'of the one size' },
  },
  {
    name: 'two votes of one member are not noticed',
    file: 'packages/node/src/core/epochs-votes.ts',
    find: 'if (other === undefined || !verifyVote(vote)) continue;',
    replace: 'if (other === undefined || verifyVote(vote)) continue;',
    by: { test: 'packages/node/src/core/epochs-votes.test.ts', named: '.' },
  },
  {
    name: 'a repaired share is not compared with its element',
    file: 'packages/frost/src/repair.ts',
    find: 'if (share === 0n || !suite.group.equals(suite.group.multiplyBase(share), verifyingShare)) {',
    replace: 'if (share === 0n) {',
    by: { test: 'packages/frost/src/share-operations.test.ts', named: 'repair' },
  },
  {
    name: 'the parts of a helper need not add up',
    file: `${SRC}/ceremony.ts`,
    find: "return isOwn ? undefined : 'CONSTANT';",
    replace: "return isOwn || true ? undefined : 'CONSTANT';",
    by: { test: REPAIR_LIARS, named: 'splits another share than its own' },
  },
  {
    name: 'the parts of a helper are checked without its weight',
    file: `${SRC}/ceremony.ts`,
    find: 'BigInt(seat), BigInt(lost as number));',
    replace: 'BigInt(seat), BigInt((lost as number) + 7));',
    by: { test: `${SRC}/repair.test.ts`, named: 'works with' },
  },
  {
    name: 'a sum is not compared with the parts that it is of',
    file: `${SRC}/repair-sum.ts`,
    find: "return openSum(parts, { helper, payload, dh }).type === 'fault' ? 'helper' : 'owner';",
    replace: "return openSum(parts, { helper, payload, dh }).type === 'fault' ? 'owner' : 'owner';",
    by: { test: REPAIR_LIARS, named: 'as its sum' },
  },
  {
    name: 'a complaint about a part is heard by its author alone',
    file: `${SRC}/repair-listen.ts`,
    find: '    heedComplaints(run, parts.setup, heard.mail, reveals);\n',
    replace: '',
    by: { test: REPAIR_LIARS, named: 'deals garbage to another helper' },
  },
  {
    name: 'a sum is said to all',
    file: `${SRC}/repair.ts`,
    find: 'yield* send({ sessionId, round: DKG_ROUND.cert, to: owner, payload });',
    replace: "yield* send({ sessionId, round: DKG_ROUND.cert, to: 'all', payload });",
    by: { test: `${SRC}/repair.test.ts`, named: 'says its sums to the owner alone' },
  },
  {
    name: 'a share is repaired before that is accepted',
    file: `${SRC}/repair.ts`,
    find: '      yield* accepted(options);\n',
    replace: '',
    by: { test: REPAIR_LIMITS, named: 'before its acceptances are in hand' },
  },
  {
    name: 'a share is repaired although its owner did not ask',
    file: `${SRC}/repair-group.ts`,
    find: '  return isWithin([...helpers, proposal.lost], accepted);',
    replace: '  return isWithin(helpers, accepted);',
    by: { test: REPAIR_LIMITS, named: 'unless its owner and all helpers' },
  },
  {
    name: 'a helper that agreed to other parts is judged by these',
    file: `${SRC}/evidence-repair.ts`,
    find: "  need(equalBytes(own.root, root), 'Reveals that the accused did not agree to');\n",
    replace: '',
    by: { test: REPAIR_LIARS, named: 'make no liar of another helper' },
  },
  {
    name: 'an owner that complained of other words is judged by these',
    file: `${SRC}/repair-sum.ts`,
    find: 'if (!equalBytes(statement.bodyHash, complaint.bodyHash)) return undefined;',
    replace: '',
    by: { test: REPAIR_LIARS, named: 'complains about another sum' },
  },
];
