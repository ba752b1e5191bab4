/**
 * Blame: who is said to be faulty, and what proves it.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { decodeEvidence, verifyEvidence } from '@permafrost/protocol';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';

/** Nobody honest is blamed, and every evidence file convinces by itself. */
export function checkBlame(
  network: Network,
  { corrupt, cloned, suite }: About,
  violate: Violate,
): void {
  // Two copies of one node contradict each other; nobody can tell that from a lie.
  const guilty = [...corrupt, ...(cloned ?? [])].map((i) => network.nodes[i]?.operator);
  for (const [index, node] of network.nodes.entries()) {
    if (corrupt.has(index)) continue;
    for (const { event, fields } of node.logs) {
      if (event === 'fault' && !guilty.some((one) => one?.name === fields.node)) {
        violate('no honest node is blamed', `${node.operator.name}: ${JSON.stringify(fields)}`);
      }
    }
    for (const text of node.evidence) {
      const verdict = verifyEvidence(decodeEvidence(text), () => suite);
      if (!verdict.proven) violate('evidence convinces by itself', verdict.reason);
      else if (!guilty.some((one) => one?.host === toHex(verdict.culprit))) {
        violate('evidence names the guilty', toHex(verdict.culprit));
      }
    }
  }
}
