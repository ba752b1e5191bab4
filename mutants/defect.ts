/**
 * A deliberate defect of production code, and what must notice it.
 * @module
 */

export type Check =
  /** A unit test, by its file and a pattern of its name. */
  | { readonly test: string; readonly named: string }
  /** An adversary's script in the simulator; a pattern of what the checkers must say. */
  | { readonly script: string; readonly seeds: readonly number[]; readonly says: string };

export type Defect = {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly by: Check;
};

/** How a mutated process is told which defect it has: in its environment. */
export const VARIABLE = 'PERMAFROST_MUTANT';

/** The source with the defect in it. @throws RangeError unless `find` is there exactly once */
export function mutated(source: string, { name, file, find, replace }: Defect): string {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new RangeError(`${name}: its text is ${count} times in ${file}`);
  return source.replace(find, () => replace);
}
