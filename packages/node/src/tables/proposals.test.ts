import { toHex } from '@permafrost/frost';
import {
  countersign,
  type ProposalStatement,
  signAsHost,
  signAsOperator,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, people, proposalOf, says, WALL_MS } from '../testing/operators.ts';
import {
  accepted,
  four,
  members,
  one,
  reasons,
  state,
  tableOf,
  three,
  two,
  types,
} from '../testing/proposals.ts';
import { acceptedBy } from './proposals-entry.ts';

beforeAll(installNodeCrypto);

describe('acceptance', () => {
  test('by rule is said by the host alone, and told to everybody', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(two, { rules: [one] });
    const outputs = step(state(one, submitted, [says(one, 'accept', submitted.hash)]));
    expect(types(outputs)).toEqual(['persist', 'changed', 'tell']);
    const word = held(submitted.hash).statements.get(`accept-by-rule/${two.operator.host}`);
    expect(word).toEqual(signAsHost('accept-by-rule', submitted.hash, two.hostSeed));
    expect(acceptedBy(held(submitted.hash))).toHaveLength(2);
  });

  test('waits for a hand where no rule names the proposer', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(two, { rules: [three] });
    const outputs = step(state(one, submitted, [says(one, 'accept', submitted.hash)]));
    expect(types(outputs)).not.toContain('tell');
    expect(acceptedBy(held(submitted.hash))).toEqual([one.operator.host]);
    const statement = says(two, 'accept', submitted.hash);
    const decided = step({ type: 'decide', id: toHex(submitted.hash), statement });
    expect(decided).toContainEqual({ type: 'tell', entry: held(submitted.hash), to: 'all' });
    expect(acceptedBy(held(submitted.hash))).toHaveLength(2);
  });

  test('is not said by a node that is no member, whatever its rule', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(four, { rules: [one] });
    step(state(one, submitted, [says(one, 'accept', submitted.hash)]));
    expect([...held(submitted.hash).statements.keys()]).toEqual([`accept/${one.operator.host}`]);
  });

  test('of all members starts the first attempt, at the node it was submitted to and nowhere else', () => {
    const atProposer = accepted(one);
    expect(types(atProposer.outputs)).toContain('tell-start');
    expect(atProposer.outputs).toContainEqual({
      type: 'join',
      entry: atProposer.held(atProposer.submitted.hash),
      attempt: 1,
    });
    for (const other of [two, three, four]) {
      expect(types(accepted(other).outputs)).not.toContain('tell-start');
    }
  });

  test('of all but one starts nothing', () => {
    const submitted = proposalOf(one, members);
    const { step } = tableOf(one);
    const words = [one, two].map((who) => says(who, 'accept', submitted.hash));
    expect(types(step(state(one, submitted, words)))).not.toContain('tell-start');
  });

  test('of a proposal that the own operator submits is there from the beginning', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(one);
    const statement = says(one, 'accept', submitted.hash);
    const outputs = step({ type: 'submit', submitted, statement });
    expect(types(outputs)).toEqual(['persist', 'changed', 'tell']);
    expect(acceptedBy(held(submitted.hash))).toEqual([one.operator.host]);
    // Given twice, it is the same proposal.
    expect(types(step({ type: 'submit', submitted, statement }))).toEqual(['changed']);
  });
});

describe('a proposal ends', () => {
  test('when a member rejects it, by name', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(one);
    const words = [says(one, 'accept', submitted.hash), says(two, 'accept', submitted.hash)];
    step(state(one, submitted, words));
    step(state(three, submitted, [says(three, 'reject', submitted.hash)]));
    expect(held(submitted.hash).outcome).toBe('rejected');
    expect(held(submitted.hash).blamed).toEqual([three.operator.host]);
    const late = step(state(three, submitted, [says(three, 'accept', submitted.hash)]));
    expect(types(late)).not.toContain('tell-start');
  });

  test('not when somebody who is no member rejects it', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(one);
    const words = [says(one, 'accept', submitted.hash), says(four, 'reject', submitted.hash)];
    step(state(one, submitted, words));
    expect(held(submitted.hash).outcome).toBe('open');
  });

  test('when its own node withdraws it, and by no other withdrawal', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(two);
    const first = says(one, 'accept', submitted.hash);
    step(state(one, submitted, [first, says(three, 'withdraw', submitted.hash)]));
    expect(held(submitted.hash).outcome).toBe('open');
    step(state(one, submitted, [says(one, 'withdraw', submitted.hash)]));
    expect(held(submitted.hash).outcome).toBe('withdrawn');
  });

  test('when it expires without a start, but not while a ceremony runs', () => {
    const submitted = proposalOf(one, members);
    const waiting = tableOf(two);
    waiting.step(state(one, submitted, [says(one, 'accept', submitted.hash)]));
    const running = accepted(one);
    for (const { step, later } of [waiting, running]) {
      later(3_600_000);
      expect(step({ type: 'tick' })).toEqual([]);
      later(1);
      step({ type: 'tick' });
    }
    expect(waiting.held(submitted.hash).outcome).toBe('expired');
    expect(running.held(submitted.hash).outcome).toBe('open');
    // An acceptance that comes too late does not bring it back.
    const statement = says(two, 'accept', submitted.hash);
    const id = toHex(submitted.hash);
    expect(reasons(waiting.step({ type: 'decide', id, statement }))).toEqual([
      'the proposal is expired already',
    ]);
  });

  test('in expiry also where the last acceptance comes before the next tick', () => {
    const submitted = proposalOf(one, members);
    const { step, later, held } = tableOf(one);
    step(
      state(
        one,
        submitted,
        [one, two].map((who) => says(who, 'accept', submitted.hash)),
      ),
    );
    later(3_600_001);
    const outputs = step(state(three, submitted, [says(three, 'accept', submitted.hash)]));
    expect(types(outputs)).not.toContain('tell-start');
    expect(held(submitted.hash).outcome).toBe('expired');
  });
});

describe('what is not taken up', () => {
  test('is a second open proposal of one name, and it is refused in writing', () => {
    const { step, held } = accepted(two);
    const second = proposalOf(three, members, { nonce: new Uint8Array(16).fill(2) });
    const outputs = step(state(three, second, [says(three, 'accept', second.hash)]));
    expect(held(second.hash).outcome).toBe('rejected');
    expect(held(second.hash).statements.has(`reject-by-rule/${two.operator.host}`)).toBe(true);
    expect(outputs).toContainEqual({ type: 'tell', entry: held(second.hash), to: 'all' });
    // The first goes on.
    expect(held(proposalOf(one, members).hash).outcome).toBe('open');
  });

  test('is a name that a key has already', () => {
    const submitted = proposalOf(one, members);
    const { step, entry } = tableOf(one, { taken: 'team' });
    const statement = says(one, 'accept', submitted.hash);
    const outputs = step({ type: 'submit', submitted, statement });
    expect(reasons(outputs)).toEqual(['a key or proposal named team exists already']);
    expect(entry(submitted.hash)).toBeUndefined();
  });

  test('is one that has expired, or would stay open for more than a day', () => {
    const { step } = tableOf(one);
    const until = (expiresMs: number): readonly string[] => {
      const submitted = proposalOf(one, members, { expiresMs });
      const statement = says(one, 'accept', submitted.hash);
      return reasons(step({ type: 'submit', submitted, statement }));
    };
    expect(until(WALL_MS)).toEqual(['the proposal has expired']);
    const skewed = WALL_MS + limits.PROPOSAL_LIFE_MS + limits.CLOCK_SKEW_MAX_MS;
    expect(until(skewed + 1)).toEqual(['the proposal would stay open for more than a day']);
    expect(until(skewed)).toEqual([]);
  });

  test('is one with a member who is not on the roster', () => {
    const [stranger] = people(5).slice(4) as [Person];
    const submitted = proposalOf(one, [one, two, stranger]);
    const { step } = tableOf(one);
    const statement = says(one, 'accept', submitted.hash);
    expect(reasons(step({ type: 'submit', submitted, statement }))).toEqual([
      'a member is not on the network roster',
    ]);
  });

  test('is the word of somebody who is no member: it takes no room', () => {
    const submitted = proposalOf(one, members);
    const { step, held } = tableOf(two);
    const words = [one, four].map((who) => says(who, 'accept', submitted.hash));
    step(state(one, submitted, words));
    expect([...held(submitted.hash).statements.keys()]).toEqual([`accept/${one.operator.host}`]);
  });

  test('is more of one node than its part of the open ones', () => {
    const { step, table } = tableOf(one);
    const share = limits.PROPOSALS_OPEN_MAX / 4;
    const propose = (i: number): readonly string[] => {
      const submitted = proposalOf(one, members, { name: `key${i}` });
      const statement = says(one, 'accept', submitted.hash);
      return reasons(step({ type: 'submit', submitted, statement }));
    };
    for (let i = 0; i < share; i++) expect(propose(i)).toEqual([]);
    expect(propose(share)).toEqual(['too many open proposals']);
    expect(table.byId.size).toBe(share);
  });

  test('is what a peer brings without the word of its proposer', () => {
    const submitted = proposalOf(one, members);
    const { step, table } = tableOf(two, { rules: [one, three] });
    expect(step(state(three, submitted, []))).toEqual([]);
    expect(step(state(three, submitted, [says(three, 'accept', submitted.hash)]))).toEqual([]);
    // In the name of an operator whose node it was not given to.
    const foreign = proposalOf(one, members, { node: three.operator.hostPub });
    expect(step(state(three, foreign, [says(three, 'accept', foreign.hash)]))).toEqual([]);
    expect(table.byId.size).toBe(0);
    // With its word it counts, whoever brings it.
    step(state(four, submitted, [says(one, 'accept', submitted.hash)]));
    expect(table.byId.size).toBe(1);
  });
});

describe('a statement counts for nothing', () => {
  const submitted = proposalOf(one, members);
  const { hash } = submitted;
  const good = says(two, 'accept', hash);
  const spoiled = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(bytes, (byte, i) => (i === 5 ? byte ^ 1 : byte));
  const asTwo = (operatorPerson: Person, host: Person): ProposalStatement => {
    const signature = signAsOperator('accept', hash, operatorPerson.operatorSeed);
    const operator = { publicKey: operatorPerson.operator.operatorPub, signature };
    return countersign({ verb: 'accept', proposalHash: hash, operator }, host.hostSeed);
  };
  const stranger = people(5)[4] as Person;
  const bad: readonly (readonly [string, ProposalStatement])[] = [
    ['with a spoiled host signature', { ...good, hostSignature: spoiled(good.hostSignature) }],
    [
      'with a spoiled operator signature',
      {
        ...good,
        operator: {
          publicKey: two.operator.operatorPub,
          signature: spoiled(good.operator?.signature ?? new Uint8Array(64)),
        },
      },
    ],
    ['with the verb exchanged', { ...says(two, 'reject', hash), verb: 'accept' }],
    ['without its operator', { ...good, operator: undefined } as never],
    ['of an operator for another one’s host', asTwo(three, two)],
    ['countersigned by the host of somebody else', { ...good, hostPub: three.operator.hostPub }],
    ['of a host that is not on the roster', says(stranger, 'accept', hash)],
    ['about another proposal', says(two, 'accept', proposalOf(two, members).hash)],
    [
      'by rule, signed by another host',
      { ...signAsHost('accept-by-rule', hash, three.hostSeed), hostPub: two.operator.hostPub },
    ],
    [
      'by rule, with an operator in it',
      { ...signAsHost('accept-by-rule', hash, two.hostSeed), operator: good.operator } as never,
    ],
  ];
  test.each(bad)('%s', (_, statement) => {
    const { step, held } = tableOf(three);
    step(state(one, submitted, [says(one, 'accept', hash)]));
    step(state(two, submitted, [statement]));
    expect(acceptedBy(held(hash))).toEqual([one.operator.host]);
    const id = toHex(hash);
    expect(reasons(step({ type: 'decide', id, statement }))).toHaveLength(1);
    expect(acceptedBy(held(hash))).toEqual([one.operator.host]);
  });

  test('but the good one in the same frame does', () => {
    const { step, held } = tableOf(three);
    const words = [...bad.map(([, statement]) => statement), says(one, 'accept', hash), good];
    step(state(one, submitted, words));
    expect([...acceptedBy(held(hash))].sort()).toEqual(
      [one.operator.host, two.operator.host].sort(),
    );
  });
});
