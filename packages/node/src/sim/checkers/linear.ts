/**
 * Systems of linear equations modulo a prime, as far as an adversary needs them: which unknowns do
 * its equations determine? What the equations are equal to does not matter for that.
 * @module
 */
import { invert } from './modular.ts';

/** A linear form: coefficients by the names of unknowns, none of them zero. */
export type Form = ReadonlyMap<string, bigint>;

export type System = {
  /** Adds one equation. Whether it says anything new. */
  readonly add: (form: Form) => boolean;
  /** Whether the equations so far give the value of a form. */
  readonly determines: (form: Form) => boolean;
};

/** An empty system modulo a prime. Gaussian elimination, one equation at a time. */
export function createSystem(order: bigint): System {
  // Each row has coefficient 1 at its pivot, and no pivot of an earlier row.
  const rows: { readonly pivot: string; readonly form: Form }[] = [];

  function reduced(form: Form): Map<string, bigint> {
    const rest = new Map(form);
    for (const row of rows) {
      const factor = rest.get(row.pivot);
      if (factor !== undefined) subtract(rest, row.form, factor, order);
    }
    return rest;
  }

  return {
    add: (form) => {
      const rest = reduced(form);
      for (const [pivot, coefficient] of rest) {
        const inverse = invert(coefficient, order);
        const scaled = [...rest].map(([name, c]) => [name, (c * inverse) % order] as const);
        rows.push({ pivot, form: new Map(scaled) });
        return true;
      }
      return false;
    },
    determines: (form) => reduced(form).size === 0,
  };
}

function subtract(from: Map<string, bigint>, form: Form, factor: bigint, order: bigint): void {
  for (const [name, coefficient] of form) {
    const value = ((from.get(name) ?? 0n) - factor * coefficient) % order;
    const positive = value < 0n ? value + order : value;
    if (positive === 0n) from.delete(name);
    else from.set(name, positive);
  }
}
