/**
 * Defects of children: paths, Taproot tweaks, and whose shares are checked.
 * @module
 */
import type { Defect } from './defect.ts';

const CHILD = 'packages/frost/src/child.ts';
const CHILD_TEST = 'packages/frost/src/child.test.ts';
const SIGN_TEST = 'packages/protocol/src/sign-children.test.ts';

export const CHILD_DEFECTS: readonly Defect[] = [
  {
    name: 'the binding factor does not cover the child',
    file: 'packages/frost/src/challenge.ts',
    find: '    verifyingKeyBytes,\n    suite.h4(message),',
    replace: '    suite.h4(message),',
    by: { test: CHILD_TEST, named: 'change every binding factor with the path' },
  },
  {
    name: 'hardened indexes are taken for others',
    file: 'packages/frost/src/derive.ts',
    find: 'index < 0 || index >= HARDENED',
    replace: 'index < 0 || index >= 2 * HARDENED',
    by: { test: 'packages/frost/src/derive.test.ts', named: 'that are hardened are refused' },
  },
  {
    name: 'a path begins at the group key with even y, whatever its parity',
    file: CHILD,
    find: 'let map = evenYMap(bare(suite, groupKey));',
    replace: 'let map: KeyMap = { negate: false, tweak: 0n };',
    by: { test: CHILD_TEST, named: 'sign for the key that anyone derives' },
  },
  {
    name: 'the parity of a child is forgotten for its Taproot output',
    file: CHILD,
    find: 'const tweak = second.negate ? -first.tweak : first.tweak;',
    replace: 'const tweak = first.tweak;',
    by: { test: CHILD_TEST, named: 'sign for the key that anyone derives' },
  },
  {
    name: 'a Taproot tweak is put on the group key once more',
    file: 'packages/frost/src/derive.ts',
    find: 'if (wanted.isTaproot && !wanted.isDerived) {',
    replace: 'if (false) {',
    by: { test: CHILD_TEST, named: 'Taproot without a path' },
  },
  {
    name: 'the request id does not cover the path',
    file: 'packages/protocol/src/request.ts',
    find: '    ascii(content.path),\n',
    replace: '',
    by: { test: SIGN_TEST, named: 'under the signature of the requester for the first' },
  },
  {
    name: 'a signer uses its share of the key for a child',
    file: 'packages/protocol/src/sign-answer.ts',
    find: "if (request.path === '') return use(epoch.key);",
    replace: 'if (request !== undefined) return use(epoch.key);',
    by: { test: SIGN_TEST, named: 'is signed with that very child' },
  },
  {
    name: 'evidence about a share of a child is judged by the shares of the key',
    file: 'packages/protocol/src/sign-evidence.ts',
    find: 'return derivePublicKeys(publicKeys, root, childPathOf(core.request)).publicKeys;',
    replace: 'return publicKeys ?? root ?? childPathOf(core.request);',
    by: { test: SIGN_TEST, named: 'makes no evidence of right shares' },
  },
  {
    name: 'the test signature of a key may be one of its child',
    file: 'packages/protocol/src/sign-checks.ts',
    find: "if (request.path !== '' || request.tweak.length > 0) {",
    replace: 'if (false) {',
    by: { test: 'packages/protocol/src/sign-canary.test.ts', named: 'a child of the key' },
  },
  {
    name: 'whoever says a raw key is believed',
    file: 'packages/protocol/src/request-key.ts',
    find: 'if (!equalBytes(pinned, publicKey)) throw',
    replace: 'if (pinned === publicKey && equalBytes(pinned, root.chainCode)) throw',
    by: { test: SIGN_TEST, named: 'none for another raw key' },
  },
];
