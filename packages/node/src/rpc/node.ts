/**
 * `node.info`, `node.ready` and the roster: facts about this node, for whoever may connect.
 * @module
 */
import { nodeInfo, nodeStatus } from '../core/views.ts';
import { type RpcCall, type RpcParts, respond } from './parts.ts';

export function info(parts: RpcParts, { call }: RpcCall): void {
  respond(parts, call, { nodeInfo: nodeInfo(parts.context, parts.startedMs()) });
}

export function status(parts: RpcParts, { call }: RpcCall): void {
  respond(parts, call, { nodeStatus: nodeStatus(parts.context) });
}

export function roster(parts: RpcParts, { call }: RpcCall): void {
  respond(parts, call, { roster: { roster: parts.context.options.roster } });
}
