import { installNodeCrypto } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { proposalOf, says, WALL_MS } from '../testing/operators.ts';
import {
  given,
  members,
  one,
  startOf,
  state,
  tableOf,
  three,
  two,
  types,
} from '../testing/proposals.ts';
import { mayBeForgotten } from './proposals-entry.ts';

beforeAll(installNodeCrypto);

const rules = [one];

/** A proposal that was made this long ago, as others tell of it, accepted by them. */
function told(agoMs: number) {
  const expiresMs = WALL_MS + limits.PROPOSAL_LIFE_MS - agoMs;
  const submitted = proposalOf(one, members, { expiresMs });
  return {
    submitted,
    state: state(
      one,
      submitted,
      [one, three].map((by) => says(by, 'accept', submitted.hash)),
    ),
  };
}

test('a node that was recovered refuses what may be older, saying so, and joins no attempt of it', () => {
  const { step, held } = tableOf(two, { rules, recoveredMs: WALL_MS });
  const { submitted, state } = told(10_000);
  step(state);
  expect(held(submitted.hash)).toMatchObject({
    outcome: 'rejected',
    detail: expect.stringContaining('propose it again'),
  });
  const start = step(given(one, startOf(one, submitted, 1)));
  expect(types(start)).not.toContain('join');
});

test('one made after the recovery is joined as ever', () => {
  const { step } = tableOf(two, { rules, recoveredMs: WALL_MS - 60_000 });
  const { submitted, state } = told(10_000);
  step(state);
  expect(types(step(given(one, startOf(one, submitted, 1))))).toContain('join');
});

test('a proposal that an old snapshot still holds as open is not joined after the recovery', () => {
  const { submitted, state } = told(10_000);
  const before = tableOf(two, { rules });
  before.step(state);
  const after = tableOf(two, { rules, recoveredMs: WALL_MS });
  after.table.byId.set(before.held(submitted.hash).id, before.held(submitted.hash));
  const outputs = after.step(given(one, startOf(one, submitted, 1)));
  expect(types(outputs)).not.toContain('join');
  expect(after.held(submitted.hash).attemptUsed).toBe(0);
});

test('of every kind but the end of a key attempts may be forgotten; its own were made by its clock', () => {
  const { proposal } = told(0).submitted;
  const since = { recoveredMs: WALL_MS };
  for (const type of ['create', 'reshare', 'repair'] as const) {
    const one = { ...proposal, type } as Parameters<typeof mayBeForgotten>[0];
    expect(mayBeForgotten(one, since), type).toBe(true);
    expect(mayBeForgotten({ ...one, expiresMs: one.expiresMs + 5_000 }, since)).toBe(false);
    const directory = { self: { hostPub: one.node } };
    expect(mayBeForgotten(one, { ...since, directory })).toBe(false);
    expect(mayBeForgotten({ ...one, expiresMs: one.expiresMs - 1 }, { ...since, directory })).toBe(
      true,
    );
  }
  expect(mayBeForgotten({ ...proposal, type: 'destroy' } as never, since)).toBe(false);
});
