/**
 * One node's table of proposals, for tests: what it is told and what it says. Four operators; the
 * first three are members of what the first proposes.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { type ProposalStatement, type Start, signStart } from '@permafrost/protocol';
import {
  createProposals,
  type ProposalsInput,
  type ProposalsOutput,
  stepProposals,
} from '../tables/proposals.ts';
import type {
  ProposalEntry,
  Proposals,
  Submitted,
  Unchangeable,
} from '../tables/proposals-entry.ts';
import { directoryOf, type Person, people, proposalOf, says, WALL_MS } from './operators.ts';

const all = people(4) as [Person, Person, Person, Person];
export const one: Person = all[0];
export const two: Person = all[1];
export const three: Person = all[2];
export const four: Person = all[3];
/** Of {@link proposalOf} by the first. */
export const members: readonly Person[] = [one, two, three];

export type TableOf = {
  readonly table: Proposals;
  readonly step: (input: ProposalsInput) => readonly ProposalsOutput[];
  readonly entry: (hash: Uint8Array) => ProposalEntry | undefined;
  /** The entry, which must be there. */
  readonly held: (hash: Uint8Array) => ProposalEntry;
  /** Lets time pass. */
  readonly later: (ms: number) => void;
};

/** The table of one node, and what it was told and said. */
export function tableOf(
  self: Person,
  options: {
    readonly rules?: readonly Person[];
    readonly taken?: string;
    /** Why nothing can be destroyed there. */
    readonly undestroyable?: string;
    /** Why no key is changed there. */
    readonly unchangeable?: Unchangeable;
    /** Its rule accepts any change of a key. */
    readonly acceptsChanges?: boolean;
    /** Whether its proposals have keys. */
    readonly hasKey?: boolean;
    /** When its operator ordered it to go on. */
    readonly recoveredMs?: number;
  } = {},
): TableOf {
  const table = createProposals([]);
  let wallMs = WALL_MS;
  const step = (input: ProposalsInput): readonly ProposalsOutput[] =>
    stepProposals(table, input, {
      directory: directoryOf(all, self),
      hostSeed: self.hostSeed,
      acceptRules: new Set((options.rules ?? []).map(({ operator }) => operator.operator)),
      wallMs,
      recoveredMs: options.recoveredMs,
      nameTaken: (name) => name === options.taken,
      undestroyable: () => options.undestroyable,
      hasKey: () => options.hasKey ?? true,
      unchangeable: () => options.unchangeable,
      acceptsChanges: options.acceptsChanges ?? false,
      isUp: () => true,
    });
  const entry = (hash: Uint8Array): ProposalEntry | undefined => table.byId.get(toHex(hash));
  return {
    table,
    step,
    entry,
    held: (hash: Uint8Array): ProposalEntry => {
      const found = entry(hash);
      if (found === undefined) throw new Error('no such proposal');
      return found;
    },
    later: (ms: number) => {
      wallMs += ms;
    },
  };
}

export const types = (outputs: readonly ProposalsOutput[]): readonly string[] =>
  outputs.map(({ type }) => type);

export const reasons = (outputs: readonly ProposalsOutput[]): readonly string[] =>
  outputs.flatMap((output) => (output.type === 'refused' ? [output.reason] : []));

export function state(
  from: Person,
  submitted: Submitted,
  statements: readonly ProposalStatement[],
  starts: readonly Start[] = [],
): ProposalsInput {
  return { type: 'state', from: from.operator.host, submitted, statements, starts };
}

export const startOf = (who: Person, { hash }: Submitted, attempt: number): Start =>
  signStart({ proposalHash: hash, attempt, without: [] }, who.hostSeed);

export const given = (from: Person, start: Start): ProposalsInput => ({
  type: 'start',
  from: from.operator.host,
  start,
});

/** Table of `self`, who holds `one`'s proposal and everybody's acceptance. */
export function accepted(
  self: Person,
): TableOf & { readonly submitted: Submitted; readonly outputs: readonly ProposalsOutput[] } {
  const submitted = proposalOf(one, members);
  const mine = tableOf(self);
  const words = members.map((who) => says(who, 'accept', submitted.hash));
  const outputs = mine.step(state(one, submitted, words));
  return { ...mine, submitted, outputs };
}
