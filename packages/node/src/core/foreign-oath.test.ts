/**
 * What a node that has no part in a key can make its members swear, before they know of the key.
 */
import { toHex } from '@permafrost/frost';
import {
  compareBytes,
  encodeProposal,
  groupHash,
  groupOfProposal,
  keyId,
  type ProposalStatement,
  proposalHash,
  signOath,
  statementToWire,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import type { Submitted } from '../tables/proposals-entry.ts';
import { createCores } from '../testing/cores.ts';
import { people, proposalOf, says } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

const [victim, two, three, liar] = people(4) as [Person, Person, Person, Person];
type Person = ReturnType<typeof people>[number];
const KEY = proposalOf(two, [victim, two, three]);
const keyIds = [1, 2, 3].map((attempt) => keyId(groupHash(groupOfProposal(KEY.bytes)), attempt));

/** It names whom it likes as members: nobody who does not know the key can tell. */
function falseDestroy(): Submitted {
  const { proposal: terms } = proposalOf(liar, [victim, liar]);
  const members = [...terms.members].sort(compareBytes);
  const keys = [...keyIds].sort(compareBytes);
  const proposal = { ...terms, type: 'destroy', requesters: [], members, keys } as const;
  const bytes = encodeProposal(proposal);
  return { hash: proposalHash(bytes), bytes, proposal };
}

function stateBody({ bytes }: Submitted, ...statements: readonly ProposalStatement[]): Uint8Array {
  const wire = { proposal: bytes, statements: statements.map(statementToWire), starts: [] };
  return encodeMessage(permafrost.v1.ProposalState, wire);
}

test('nobody swears to destroy a key on the word of one who named its members himself', () => {
  const s = createCores(4);
  s.connect();
  const from = liar.operator.host;
  const at = s.all.findIndex(({ operator }) => operator.host === victim.operator.host);
  const say = (kind: number, body: Uint8Array) => s.give(at, { type: 'frame', from, kind, body });
  const destroy = falseDestroy();
  say(limits.FRAME.proposal, stateBody(destroy, says(liar, 'accept', destroy.hash)));
  for (const id of keyIds) {
    const { hostPub, signature } = signOath(id, liar.hostSeed);
    say(
      limits.FRAME.oaths,
      encodeMessage(permafrost.v1.Oaths, { keyId: id, oaths: [{ hostPub, signature }] }),
    );
  }
  const kept = s.actions.flatMap(({ by, action }) =>
    by === at && action.type === 'persist' ? action.changes.map(({ key }) => key) : [],
  );
  expect(kept).toContain(`proposal/${toHex(destroy.hash)}`);
  expect(kept.filter((key) => key.startsWith('oaths/'))).toEqual([]);
});
