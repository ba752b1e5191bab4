/**
 * Calls to other nodes, over connections that are kept.
 * @module
 */
import type { Host, RpcConnection } from '@permafrost/p2p';
import { type Directory, nameOf } from './directory.ts';
import type { HostId } from './effects.ts';
import type { Logger } from './log.ts';

const ANSWER_WITHIN_MS = 30_000;

/** Asks a node of the roster; undefined when it does not answer, whatever the reason. */
export type AskNode = (to: HostId, body: Uint8Array) => Promise<Uint8Array | undefined>;

export function createAsking(host: Host, directory: Directory, logger: Logger): AskNode {
  const connections = new Map<HostId, Promise<RpcConnection>>();

  function connectionTo(to: HostId): Promise<RpcConnection> {
    const known = connections.get(to);
    if (known !== undefined) return known;
    const address = directory.byHost.get(to)?.addresses[0];
    if (address === undefined) return Promise.reject(new RangeError('not on the roster'));
    const fresh = host.dial(address);
    connections.set(to, fresh);
    const forget = () => {
      if (connections.get(to) === fresh) connections.delete(to);
    };
    fresh.then((connection) => connection.closed.then(forget), forget);
    return fresh;
  }

  return async (to, body) => {
    try {
      const connection = await connectionTo(to);
      return await connection.callOne(body, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    } catch (error) {
      // Whatever kept it from answering: the next node is asked, and this one dialled anew.
      connections.delete(to);
      logger.debug({ to: nameOf(directory, to), err: error }, 'no answer');
      return undefined;
    }
  };
}
