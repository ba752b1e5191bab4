import {
  type Ciphersuite,
  commit,
  concat,
  type Element,
  type Identifier,
  identifier,
  type NonceCommitments,
} from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { parseEnvelope } from './envelope.ts';
import { commitmentsOf } from './offers.ts';
import { decodeSignCore, decodeSignRequest, signRequestHash } from './sign-core.ts';
import { seededRandom, testKey } from './sign-testing.ts';
import { run } from './sign-testing-run.ts';

/** Binding factors and group commitment straight from RFC 9591, section 4.4 and 4.5. */
function rfc(
  suite: Ciphersuite,
  verifyingKey: Element,
  message: Uint8Array,
  commitments: ReadonlyMap<Identifier, NonceCommitments>,
) {
  const sorted = [...commitments].sort(([a], [b]) => a - b);
  const encoded = concat(
    ...sorted.map(([id, one]) =>
      concat(suite.encodeScalar(BigInt(id)), one.hidingBytes, one.bindingBytes),
    ),
  );
  const prefix = concat(suite.encodeElement(verifyingKey), suite.h4(message), suite.h5(encoded));
  const factors = sorted.map(([id]) => suite.h1(concat(prefix, suite.encodeScalar(BigInt(id)))));
  const r = suite.group.sum(
    sorted.map(([, { hiding, binding }], i) =>
      suite.group.add(hiding, suite.group.multiplyPublic(binding, factors[i] ?? 0n)),
    ),
  );
  return { factors, r: suite.encodeElement(r) };
}

describe('what a signer commits to', () => {
  const key = testKey({ minSigners: 3, maxSigners: 5 });
  const { suite } = key;

  test('is the group commitment of RFC 9591 over exactly the core that was sent', () => {
    const { outcome, requests } = run(key);
    if (outcome.type !== 'signed') throw new Error('not signed');
    const sent = requests.map(({ envelope }) => decodeSignRequest(parseEnvelope(envelope).payload));
    expect(new Set(sent.map(({ core }) => signRequestHash(core).join())).size).toBe(1);
    const core = decodeSignCore(sent[0]!.core);
    const commitments = new Map(
      core.offers.map(({ offer }) => [offer.identifier, commitmentsOf(suite, offer)] as const),
    );
    const { verifyingKey } = key.shares[0]!.publicKeys;
    const { r } = rfc(suite, verifyingKey, core.request.message, commitments);
    expect(outcome.signature.slice(0, 32)).toEqual(r);
  });

  test('changes with the key, the message, the signers and every commitment, over 300 open sessions', () => {
    // With nonces known before the message, 256 sessions at once suffice to forge a signature of a
    // scheme whose R does not depend on all of these (ROS; Drijvers et al. 2019).
    const random = seededRandom('many sessions');
    const mine = commit(key.shares[0]!, random).commitments;
    const theirs = Array.from({ length: 4 }, () => commit(key.shares[1]!, random).commitments);
    const { verifyingKey } = key.shares[0]!.publicKeys;
    const otherKey = suite.group.add(verifyingKey, suite.group.base);
    const seen = new Set<string>();
    let sessions = 0;
    const open = (
      y: Element,
      message: Uint8Array,
      others: readonly [number, NonceCommitments][],
    ) => {
      const commitments = new Map([
        [identifier(1), mine] as const,
        ...others.map(([id, one]) => [identifier(id), one] as const),
      ]);
      const { factors, r } = rfc(suite, y, message, commitments);
      seen.add(`factor ${factors[0]}`);
      seen.add(`R ${r.join()}`);
      sessions++;
    };
    const [a, b, c, d] = theirs as [
      NonceCommitments,
      NonceCommitments,
      NonceCommitments,
      NonceCommitments,
    ];
    for (let i = 0; i < 50; i++) {
      const message = Uint8Array.of(i);
      open(verifyingKey, message, [
        [2, a],
        [3, b],
      ]);
      open(otherKey, message, [
        [2, a],
        [3, b],
      ]);
      open(verifyingKey, message, [
        [2, a],
        [4, b],
      ]);
      open(verifyingKey, message, [
        [2, a],
        [3, b],
        [4, c],
      ]);
      open(verifyingKey, message, [
        [2, b],
        [3, a],
      ]);
      open(verifyingKey, message, [
        [2, a],
        [3, { ...b, binding: d.binding, bindingBytes: d.bindingBytes }],
      ]);
    }
    expect(sessions).toBe(300);
    expect(seen.size).toBe(2 * sessions);
  });
});
