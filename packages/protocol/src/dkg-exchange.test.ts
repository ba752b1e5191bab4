import { concat } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND, encodeExchange } from './ceremony-messages.ts';
import { compareEnvelopes, findEquivocation } from './dkg-exchange.ts';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { joinScope } from './group.ts';
import { flipped, installNodeCrypto, makeHosts, simulateDkg } from './sim/index.ts';

beforeAll(installNodeCrypto);

const hosts = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
const { group } = hosts;
const attempt = 1;
const scope = joinScope({ kind: 'cocktail-dkg', proposalHash: group.proposalHash, attempt });
const run = simulateDkg({ seed: 1, hosts });
const said = (seat: number, round: number): Uint8Array => {
  const letter = run.simulation.letters.find((l) => l.from === seat && l.round === round);
  if (letter === undefined) throw new Error('nothing said');
  return letter.envelope;
};
const joins = [1, 2, 3].map((seat) => said(seat, DKG_ROUND.join));
const ours = new Map(joins.map((bytes, i) => [i + 1, bytes]));

/** Seat 2's Join with other words, signed by some seat's host. */
function otherJoin(signer: number): Uint8Array {
  const join = parseEnvelope(joins[1] as Uint8Array);
  const payload = flipped(join.payload, 40);
  return sealEnvelope({ ...join, payload }, hosts.seeds[signer - 1] as Uint8Array);
}

const look = (theirs: Uint8Array) =>
  findEquivocation({ group, attempt, scope, round: DKG_ROUND.join, ours, theirs });

describe('what another member shows', () => {
  test('finds who signed two things', () => {
    const found = look(encodeExchange([joins[0], otherJoin(2), joins[2]] as Uint8Array[]));
    expect(found?.detail).toEqual({ code: 'equivocation', culprit: 2, round: DKG_ROUND.join });
  });

  test.each<readonly [string, Uint8Array]>([
    ['the same as ours', encodeExchange(joins)],
    ['nothing', encodeExchange([])],
    ['words that somebody else put into a mouth', encodeExchange([otherJoin(1)])],
    [
      'words with a broken signature',
      encodeExchange([flipped(otherJoin(2), otherJoin(2).length - 1)]),
    ],
    ['envelopes of another round', encodeExchange([said(2, DKG_ROUND.commit)])],
    ['no envelopes', encodeExchange([Uint8Array.of(1, 2, 3)])],
    ['more than there are members', encodeExchange([...joins, otherJoin(2)])],
    ['no list', Uint8Array.of(9)],
    ['a list that goes on', concat(encodeExchange([otherJoin(2)]), Uint8Array.of(0))],
  ])('convicts nobody when it is %s', (_, theirs) => {
    expect(look(theirs)).toBeUndefined();
  });

  test('under another join scope is about another attempt', () => {
    const join = parseEnvelope(otherJoin(2));
    const seed = hosts.seeds[1] as Uint8Array;
    const elsewhere = sealEnvelope({ ...join, sessionId: new Uint8Array(32) }, seed);
    expect(look(encodeExchange([elsewhere]))).toBeUndefined();
    const given = { group, attempt, ours: joins, theirs: [elsewhere] };
    expect(compareEnvelopes(given)).toBeUndefined();
    expect(compareEnvelopes({ ...given, theirs: [otherJoin(2)] })).toBeDefined();
  });
});
