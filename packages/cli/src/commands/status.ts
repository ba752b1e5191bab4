/**
 * `permafrost status`: exit 0 only if this node and a quorum can sign now.
 * @module
 */
import { type KeyReadiness, type Network, PermafrostError, type Status } from '@permafrost/client';
import type { Context, Handler } from '../context.ts';
import { table } from '../keys.ts';
import { withNetwork } from '../open.ts';

type Answer = {
  readonly ready: boolean;
  readonly keys: readonly KeyReadiness[];
  /** Name of this home's node; null in the home of an operator or requester alone. */
  readonly node: string | null;
  readonly links: Status['links'];
  readonly warnings: readonly string[];
  readonly why?: string;
};

export const status: Handler = async (context) => {
  const answer = await withNetwork(context, (network) => ask(network, context), {
    lazy: true,
  });
  context.output.result(answer, text(answer));
  return answer.ready ? 0 : 1;
};

/** That nobody answers is an answer: not ready. An identity that is refused is an error. */
async function ask(network: Network, context: Context): Promise<Answer> {
  const node = network.ownNode?.name ?? null;
  try {
    const found =
      network.ownNode === undefined
        ? await network.status({ signal: context.signal })
        : await network.statusOf(network.ownNode, { signal: context.signal });
    const { ready, keys, links, warnings } = found;
    return { ready, keys, node, links, warnings };
  } catch (error) {
    if (!(error instanceof PermafrostError) || error.code !== 'E_THRESHOLD') throw error;
    const keys = network.pins().map((pin) => ({
      name: pin.name,
      ready: false,
      need: pin.threshold,
      have: 0,
      down: pin.members,
      why: error.message,
    }));
    return { ready: false, keys, node, links: [], warnings: [], why: error.message };
  }
}

function text({ ready, keys, links, warnings, node, why }: Answer): string {
  const lines = keys.map((key) => [
    key.ready ? '●' : '○',
    key.name,
    `${key.have} of ${key.need} needed`,
    key.down.length === 0 ? '' : `down: ${key.down.join(' ')}`,
    key.why,
  ]);
  const down = links.filter((link) => !link.up);
  return [
    `${ready ? 'ready' : 'NOT ready'}${node === null ? '' : ` · ${node}`}${why === undefined ? '' : ` · ${why}`}`,
    ...(lines.length === 0 ? [] : [table(lines)]),
    ...down.map((link) => `no link to ${link.name}: ${link.reason}`),
    ...warnings.map((warning) => `warning: ${warning}`),
  ].join('\n');
}
