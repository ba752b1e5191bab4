import { toHex } from '@permafrost/frost';
import { type Start, signAsHost, signStart } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposalFromRecord, proposalRecord } from '../core/proposals.ts';
import { type Person, proposalOf, says } from '../testing/operators.ts';
import {
  accepted,
  four,
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
import type { ProposalsInput, ProposalsOutput } from './proposals.ts';
import { acceptedBy, latestAttempt, type Submitted } from './proposals-entry.ts';

beforeAll(installNodeCrypto);

describe('a Start', () => {
  test('makes a member join, once', () => {
    const { step, held, submitted } = accepted(two);
    const start = startOf(one, submitted, 1);
    expect(types(step(given(one, start)))).toEqual(['persist', 'join', 'changed']);
    expect(step(given(one, start))).toEqual([]);
    expect(held(submitted.hash).attemptUsed).toBe(1);
  });

  test('counts when somebody else brings it', () => {
    const { step, submitted } = accepted(two);
    expect(types(step(state(three, submitted, [], [startOf(one, submitted, 1)])))).toContain(
      'join',
    );
  });

  test('of any other node counts for nothing, nor does a forged one', () => {
    const { step, held, submitted } = accepted(two);
    const good = startOf(one, submitted, 1);
    const forged: readonly Start[] = [
      startOf(three, submitted, 1),
      startOf(two, submitted, 1),
      { ...startOf(three, submitted, 1), hostPub: one.operator.hostPub },
      { ...good, attempt: 2 },
      { ...good, attempt: 0 },
      { ...good, attempt: 4 },
      { ...good, without: [three.operator.hostPub] },
      signStart(
        { proposalHash: submitted.hash, attempt: 1, without: [three.operator.hostPub] },
        one.hostSeed,
      ),
    ];
    for (const start of forged) expect(step(given(one, start))).toEqual([]);
    expect(latestAttempt(held(submitted.hash))).toBe(0);
  });

  test('of an unknown proposal is ignored', () => {
    expect(tableOf(two).step(given(one, startOf(one, proposalOf(one, members), 1)))).toEqual([]);
  });

  test('does not make a node join what it did not accept itself, nor one that is no member', () => {
    const submitted = proposalOf(one, members);
    for (const self of [two, four]) {
      const { step } = tableOf(self);
      const words = [says(one, 'accept', submitted.hash), says(three, 'accept', submitted.hash)];
      step(state(one, submitted, words));
      expect(types(step(given(one, startOf(one, submitted, 1))))).toEqual(['persist', 'changed']);
    }
  });

  test('is never followed by one of an earlier attempt', () => {
    const { step, held, submitted } = accepted(two);
    expect(types(step(given(one, startOf(one, submitted, 3))))).toContain('join');
    expect(types(step(given(one, startOf(one, submitted, 1))))).not.toContain('join');
    expect(types(step(given(one, startOf(one, submitted, 2))))).not.toContain('join');
    expect(held(submitted.hash).attemptUsed).toBe(3);
  });

  test('that another one of the same attempt contradicts is an equivocation', () => {
    const { step, held, submitted } = accepted(two);
    const start = startOf(one, submitted, 1);
    step(given(one, start));
    const without = [three.operator.hostPub];
    const other = signStart({ proposalHash: submitted.hash, attempt: 1, without }, one.hostSeed);
    const entry = held(submitted.hash);
    expect(step(given(one, other))).toEqual([
      { type: 'equivocation', entry, first: start, second: other },
    ]);
    expect(entry.starts.get(1)).toBe(start);
  });

  test('that says the same under another signature is none', () => {
    const { step, held, submitted } = accepted(two);
    const start = startOf(one, submitted, 1);
    step(given(one, start));
    held(submitted.hash).starts.set(1, { ...start, signature: new Uint8Array(64) });
    expect(step(given(one, start))).toEqual([]);
  });

  test('after the proposal ended makes nobody join', () => {
    const { step, submitted } = accepted(two);
    step(state(one, submitted, [says(one, 'withdraw', submitted.hash)]));
    expect(types(step(given(one, startOf(one, submitted, 1))))).not.toContain('join');
  });
});

describe('attempts', () => {
  const failed = (submitted: Submitted, attempt: number): ProposalsInput => ({
    type: 'attempt-failed',
    id: toHex(submitted.hash),
    attempt,
    code: 'disconnected',
    hosts: [three.operator.host],
  });
  const next = (submitted: Submitted, after: number): ProposalsInput => ({
    type: 'next-attempt',
    id: toHex(submitted.hash),
    after,
  });

  test('are three at most, then the proposal is given up and everybody is told', () => {
    const { step, held, submitted } = accepted(one);
    for (const attempt of [1, 2]) {
      const outputs = step(failed(submitted, attempt));
      expect(types(outputs)).toEqual(['changed', 'retry-later']);
      expect(types(step(next(submitted, attempt)))).toContain('tell-start');
      expect(latestAttempt(held(submitted.hash))).toBe(attempt + 1);
    }
    expect(types(step(failed(submitted, 3)))).toEqual(['persist', 'tell', 'changed']);
    expect(held(submitted.hash)).toMatchObject({
      outcome: 'failed',
      detail: 'disconnected',
      blamed: [three.operator.host],
    });
    expect(held(submitted.hash).statements.has(`give-up/${one.operator.host}`)).toBe(true);
    expect(step(next(submitted, 3))).toEqual([]);
    expect(step(failed(submitted, 3))).toEqual([]);
  });

  test('that are over already are not failed again, and none begins twice', () => {
    const { step, held, submitted } = accepted(one);
    step(failed(submitted, 1));
    step(next(submitted, 1));
    expect(step(failed(submitted, 1))).toEqual([]);
    expect(step(next(submitted, 1))).toEqual([]);
    expect(latestAttempt(held(submitted.hash))).toBe(2);
  });

  test('are begun by the node it was submitted to alone', () => {
    const { step, submitted } = accepted(two);
    step(given(one, startOf(one, submitted, 1)));
    expect(types(step(failed(submitted, 1)))).toEqual(['changed']);
  });

  test('that were given up end the proposal at the members, by the word of its node alone', () => {
    const { step, held, submitted } = accepted(two);
    const giveUp = (who: Person) => signAsHost('give-up', submitted.hash, who.hostSeed);
    step(state(three, submitted, [giveUp(three)]));
    expect(held(submitted.hash).outcome).toBe('open');
    step(state(one, submitted, [giveUp(one)]));
    expect(held(submitted.hash).outcome).toBe('failed');
  });
});

describe('news', () => {
  test('of open proposals, and of those that ended before their time, go to whoever connects', () => {
    const { step, later, held, submitted } = accepted(two);
    const tells = (): readonly ProposalsOutput[] =>
      step({ type: 'peer-up', host: three.operator.host });
    const tell = { type: 'tell', entry: held(submitted.hash), to: three.operator.host };
    expect(tells()).toEqual([tell]);
    step(state(one, submitted, [says(one, 'withdraw', submitted.hash)]));
    expect(tells()).toEqual([tell]);
    later(3_600_001);
    expect(tells()).toEqual([]);
  });

  test('that a node has already make it say nothing', () => {
    const { step, submitted } = accepted(two);
    const words = members.map((who) => says(who, 'accept', submitted.hash));
    expect(step(state(three, submitted, words))).toEqual([]);
  });

  test('do not bounce between two nodes for ever', () => {
    const submitted = proposalOf(one, members);
    const tables = [two, three].map((self) => ({ self, ...tableOf(self, { rules: [one] }) }));
    const [a, b] = tables as [(typeof tables)[0], (typeof tables)[0]];
    let told = a.step(state(one, submitted, [says(one, 'accept', submitted.hash)]));
    let frames = 0;
    for (let at = a; told.some(({ type }) => type === 'tell'); frames++) {
      const words = [...at.held(submitted.hash).statements.values()];
      const from = at.self;
      at = at === a ? b : a;
      told = at.step(state(from, submitted, words));
      expect(frames).toBeLessThan(4);
    }
    for (const { held } of [a, b]) expect(acceptedBy(held(submitted.hash))).toHaveLength(3);
  });
});

describe('after a restart', () => {
  test('a node stands by what it said and joins no attempt twice', () => {
    const { step, held, submitted } = accepted(two);
    step(given(one, startOf(one, submitted, 1)));
    const restored = proposalFromRecord(proposalRecord(held(submitted.hash)));
    expect({ ...restored, blamed: [] }).toEqual({ ...held(submitted.hash), blamed: [] });
    const again = tableOf(two);
    again.table.byId.set(restored.id, restored);
    expect(again.step(given(one, startOf(one, submitted, 1)))).toEqual([]);
    expect(types(again.step(given(one, startOf(one, submitted, 2))))).toContain('join');
  });

  test('an attempt that was noted before its Start was is not joined again either', () => {
    const { step, held, submitted } = accepted(two);
    // The note that an attempt was used is a record of its own, and may be all that was synced.
    held(submitted.hash).attemptUsed = 2;
    expect(types(step(given(one, startOf(one, submitted, 1))))).not.toContain('join');
    expect(types(step(given(one, startOf(one, submitted, 2))))).not.toContain('join');
    expect(types(step(given(one, startOf(one, submitted, 3))))).toContain('join');
  });

  test('an ended proposal stays ended', () => {
    const { step, held, submitted } = accepted(one);
    step(state(three, submitted, [says(three, 'reject', submitted.hash)]));
    const restored = proposalFromRecord(proposalRecord(held(submitted.hash)));
    expect(restored.outcome).toBe('rejected');
  });
});
