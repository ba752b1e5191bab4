import { describe, expect, test } from 'vitest';
import { people, proposalOf } from '../testing/operators.ts';
import { isByRule, type LeastSigners } from './accept-rule.ts';
import type { ProposalEntry } from './proposals-entry.ts';

const [one, two, three, four] = people(4) as [Person, Person, Person, Person];
type Person = ReturnType<typeof people>[number];

describe('a rule for the proposals of an operator', () => {
  const accepts = (minSigners: number, least: LeastSigners | undefined, rules = [one]): boolean => {
    const { proposal } = proposalOf(one, [one, two, three, four], { minSigners });
    const acceptRules = new Set(rules.map(({ operator }) => operator.operator));
    return isByRule({ proposal } as ProposalEntry, { acceptRules, acceptMinSigners: least });
  };

  test('leaves to a hand what half of the members or fewer could sign with', () => {
    expect([2, 3, 4].map((t) => accepts(t, 'majority'))).toEqual([false, true, true]);
  });

  test('leaves to a hand what fewer could sign with than its operator says', () => {
    expect([2, 3, 4].map((t) => accepts(t, 2))).toEqual([true, true, true]);
    expect([2, 3, 4].map((t) => accepts(t, 4))).toEqual([false, false, true]);
  });

  test('is about those operators only', () => {
    expect(accepts(4, 'majority', [two])).toBe(false);
  });
});
