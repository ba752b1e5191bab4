import { beforeAll, expect, test } from 'vitest';
import { bodyCommitment } from './ceremony.ts';
import { DKG_ROUND, decodeCommit, encodeCommit, encodeReveal } from './ceremony-messages.ts';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { evidenceOf } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import type { Seat } from './session.ts';
import {
  byzantine,
  type DealtSecrets,
  dealInstead,
  installNodeCrypto,
  makeHosts,
  simulateDkg,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

test('a complaint is not judged against another body that its dealer signs afterwards', () => {
  const dealer: Seat = 2;
  const hosts = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
  const { group, seeds } = hosts;
  let good: { readonly body: Uint8Array; readonly secrets: DealtSecrets } | undefined;
  const run = simulateDkg({
    seed: 5,
    hosts,
    byzantine: new Map([
      [
        dealer,
        byzantine({
          body: (body, secrets) => {
            good = { body, secrets };
            return dealInstead(secrets, 3, toySuite.encodeScalar(4711n));
          },
        }),
      ],
    ]),
  });
  const said = (seat: Seat, round: number): Uint8Array => {
    const letter = run.simulation.letters.find((l) => l.from === seat && l.round === round);
    if (letter === undefined) throw new Error('nothing said');
    return letter.envelope;
  };
  if (good === undefined) throw new Error('nothing dealt');
  const { body, secrets } = good;
  const { sessionId } = secrets.setup;
  const seed = seeds[dealer - 1] ?? new Uint8Array();
  const joins = [1, 2, 3].map((seat) => said(seat, DKG_ROUND.join));
  const commit = parseEnvelope(said(dealer, DKG_ROUND.commit));
  const reveal = parseEnvelope(said(dealer, DKG_ROUND.reveal));
  const complaint = said(3, DKG_ROUND.cert);
  const judge = (envelopes: readonly Uint8Array[]) =>
    verifyEvidence(
      evidenceOf({
        kind: 'complaint',
        group,
        attempt: 1,
        envelopes: [...joins, ...envelopes, complaint],
        claim: { culprit: group.members[2] ?? new Uint8Array(), code: 'false-complaint' },
      }),
      () => toySuite,
    );

  // Against what was complained about: the dealer.
  expect(judge([commit.bytes, reveal.bytes])).toMatchObject({ proven: true, code: 'bad-share' });
  // A good deal of the same session, committed to and revealed as well: the complainer is no liar.
  const { contextHash } = decodeCommit(commit.payload);
  const again = encodeCommit({
    bodyCommitment: bodyCommitment(sessionId, dealer, body),
    contextHash,
  });
  const shown = encodeReveal({ root: reveal.payload.slice(0, 32), body });
  const verdict = judge([
    sealEnvelope({ ...commit, payload: again }, seed),
    sealEnvelope({ ...reveal, payload: shown }, seed),
  ]);
  expect(verdict).toEqual({ proven: false, reason: 'complaint about another body' });
});
