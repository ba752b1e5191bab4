/**
 * Reshares of many members, for tests.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { type Place, reshareScene, simulateReshare } from './sim/index.ts';

/** Places 1 to n. */
export function upTo(n: number): readonly Place[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

/**
 * Runs one over the toy suite, and counts who holds a share of the same epoch and key in the end.
 */
export function sharesAfterReshare(shape: {
  readonly seed: number;
  readonly old: readonly Place[];
  readonly fresh: readonly Place[];
  readonly dealers?: readonly Place[];
  readonly minSigners: readonly [number, number];
}): number {
  const scene = reshareScene(shape);
  const { simulation } = simulateReshare({ seed: shape.seed, scene });
  const done = [...simulation.outcomes.values()].flatMap((outcome) =>
    outcome.type === 'complete' ? [outcome.result] : [],
  );
  const [first] = done;
  if (first === undefined) return 0;
  const { suite, base } = scene;
  return done.filter(
    ({ share, epochId, publicKeys }) =>
      share !== undefined &&
      equalBytes(epochId, first.epochId) &&
      equalBytes(suite.encodeElement(publicKeys.verifyingKey), base.groupKey),
  ).length;
}
