/**
 * Proposals to destroy keys that never became active, in the table of one node.
 */
import { toHex } from '@permafrost/frost';
import { compareBytes, encodeProposal, proposalHash, signAsHost } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, proposalOf, says } from '../testing/operators.ts';
import {
  accepted,
  four,
  given,
  members,
  one,
  reasons,
  startOf,
  state,
  type TableOf,
  tableOf,
  three,
  two,
  types,
} from '../testing/proposals.ts';
import type { Submitted } from './proposals-entry.ts';

beforeAll(installNodeCrypto);

/** Of a node that is the first one unless given, about a key of the first three. */
function destroyOf(by: Person = one, nonce = 9): Submitted {
  const { proposal: terms } = proposalOf(by, members);
  const proposal = {
    ...terms,
    type: 'destroy',
    requesters: [],
    nonce: new Uint8Array(16).fill(nonce),
    members: [...terms.members].sort(compareBytes),
    keys: [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)],
  } as const;
  const bytes = encodeProposal(proposal);
  return { hash: proposalHash(bytes), bytes, proposal };
}

const swears = (outputs: Parameters<typeof types>[0]) =>
  types(outputs).filter((type) => type === 'swear').length;

const asked = destroyOf();
const rejection = (who: Person) => signAsHost('reject-by-rule', asked.hash, who.hostSeed);

/** The table of a node that heard of it from the first one. */
function heard(self: Person, options: Parameters<typeof tableOf>[1] = {}) {
  const mine = tableOf(self, options);
  const outputs = mine.step(state(one, asked, [says(one, 'accept', asked.hash)]));
  return { ...mine, outputs };
}

const outcome = ({ held }: TableOf) => held(asked.hash).outcome;

describe('a proposal to destroy', () => {
  test('makes its own node swear at once, by the hand that proposed it', () => {
    const mine = tableOf(one);
    const statement = says(one, 'accept', asked.hash);
    expect(swears(mine.step({ type: 'submit', submitted: asked, statement }))).toBe(1);
  });

  test('makes a member swear when its operator accepts, and by rule where that is configured', () => {
    const byHand = heard(two);
    expect(swears(byHand.outputs)).toBe(0);
    const statement = says(two, 'accept', asked.hash);
    const decided = byHand.step({ type: 'decide', id: toHex(asked.hash), statement });
    // Kept first: who accepted swears also when the process begins again in between.
    expect(types(decided).slice(0, 1)).toEqual(['persist']);
    expect(swears(decided)).toBe(1);
    expect(swears(byHand.step({ type: 'resume' }))).toBe(1);
    expect(swears(heard(two, { rules: [one] }).outputs)).toBe(1);
    expect(swears(heard(two, { rules: [three] }).outputs)).toBe(0);
  });

  test('begins no ceremony, and a node that is no member has nothing to swear', () => {
    const mine = heard(four, { rules: [one] });
    const words = [two, three].map((who) => says(who, 'accept', asked.hash));
    const outputs = mine.step(state(two, asked, words));
    expect(types(outputs)).not.toContain('join');
    expect(swears(outputs)).toBe(0);
    const lead = tableOf(one);
    lead.step({ type: 'submit', submitted: asked, statement: says(one, 'accept', asked.hash) });
    expect(types(lead.step(state(two, asked, words)))).not.toContain('tell-start');
  });

  test('is refused where the key is active: by hand with the reason, by rule with a rejection', () => {
    const why = 'key team is active';
    const mine = tableOf(one, { undestroyable: why });
    const statement = says(one, 'accept', asked.hash);
    expect(reasons(mine.step({ type: 'submit', submitted: asked, statement }))).toEqual([why]);
    const other = heard(two, { undestroyable: why, rules: [one] });
    expect(swears(other.outputs)).toBe(0);
    expect(outcome(other)).toBe('rejected');
    expect(other.held(asked.hash).statements.has(`reject-by-rule/${two.operator.host}`)).toBe(true);
  });

  test('is not ended by one rejection, which may be the liar’s, but by two', () => {
    const mine = heard(two);
    mine.step(state(three, asked, [rejection(three)]));
    expect(outcome(mine)).toBe('open');
    const statement = says(two, 'accept', asked.hash);
    expect(swears(mine.step({ type: 'decide', id: toHex(asked.hash), statement }))).toBe(1);
    const lead = tableOf(one);
    lead.step({ type: 'submit', submitted: asked, statement: says(one, 'accept', asked.hash) });
    lead.step(state(three, asked, [rejection(three)]));
    expect(outcome(lead)).toBe('open');
    lead.step(state(two, asked, [rejection(two)]));
    expect(outcome(lead)).toBe('rejected');
  });

  test('has the name of a key that is there, and does not keep it from another', () => {
    const mine = tableOf(two, { taken: 'team' });
    mine.step(state(one, asked, [says(one, 'accept', asked.hash)]));
    expect(outcome(mine)).toBe('open');
    const free = heard(two);
    const fresh = proposalOf(one, members);
    free.step(state(one, fresh, [says(one, 'accept', fresh.hash)]));
    expect(free.held(fresh.hash).outcome).toBe('open');
  });

  test('ends with the day, and when it is fulfilled', () => {
    const late = heard(two);
    late.later(25 * 3_600_000);
    late.step({ type: 'tick' });
    expect(outcome(late)).toBe('expired');
    expect(swears(late.step({ type: 'resume' }))).toBe(0);
    const mine = heard(two);
    mine.step({ type: 'done', id: toHex(asked.hash) });
    expect(outcome(mine)).toBe('done');
  });
});

describe('the proposal of a key', () => {
  test('comes to nothing when its key is destroyed, and its node gives it up for all', () => {
    for (const self of [one, two, four]) {
      const { submitted, step, held } = accepted(self);
      step({ type: 'destroyed', id: toHex(submitted.hash) });
      expect(held(submitted.hash)).toMatchObject({ outcome: 'failed' });
      const isGivenUp = held(submitted.hash).statements.has(`give-up/${one.operator.host}`);
      expect(isGivenUp).toBe(self === one);
      expect(types(step(given(one, startOf(one, submitted, 2))))).not.toContain('join');
    }
  });

  test('that began and left no key here ends with its time: whoever led it may be gone', () => {
    for (const hasKey of [true, false]) {
      const submitted = proposalOf(one, members);
      const mine = tableOf(two, { hasKey, rules: [one] });
      const words = members.map((who) => says(who, 'accept', submitted.hash));
      mine.step(state(one, submitted, words, [startOf(one, submitted, 1)]));
      mine.later(25 * 3_600_000);
      mine.step({ type: 'tick' });
      expect(mine.held(submitted.hash).outcome).toBe(hasKey ? 'open' : 'expired');
    }
  });
});
