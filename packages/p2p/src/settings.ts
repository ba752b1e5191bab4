/** The limits a host runs with: the caller's, and the transport's own. @module */
import { limits as wireLimits } from '@permafrost/wire';
import type { HostOptions } from './api.ts';
import { CALLER_KIND_MIN, HEARTBEAT_BYTES, KIND, type Limits, REFUSED_BYTES_MAX } from './kinds.ts';
import { RPC_HEADER_BYTES } from './rpc-frames.ts';

const KiB = 1024;
const QUEUE_BYTES_MAX = 4096 * KiB;
const CALLS_MAX = 64;

type ChannelSettings = {
  readonly accepts: Limits;
  readonly sends: Limits;
  readonly queueBytesMax: number;
};

export type Settings = {
  readonly sign: ChannelSettings;
  readonly bulk: ChannelSettings;
  readonly rpcServer: ChannelSettings;
  readonly rpcClient: ChannelSettings;
  readonly callsMax: number;
  readonly responseBytesMax: number;
  /** @throws RangeError when the kind is not the caller's, or the body too large */
  readonly checkFrame: (kind: number, body: Uint8Array) => void;
};

/** @throws RangeError for kinds that are not the caller's, or a queue too short for one frame */
export function resolveSettings(options: HostOptions): Settings {
  const { limits } = options;
  const own: [number, number][] = [
    [KIND.hello, limits.get(KIND.hello) ?? wireLimits.HELLO_BYTES_MAX],
    [KIND.heartbeat, HEARTBEAT_BYTES],
    [KIND.refused, REFUSED_BYTES_MAX],
  ];
  const callers = [...limits].filter(([kind]) => kind >= CALLER_KIND_MIN);
  for (const [kind, bytes] of limits) {
    const settable = kind === KIND.hello || kind === KIND.rpcRequest || kind === KIND.rpcResponse;
    const allowed = settable || (kind >= CALLER_KIND_MIN && kind <= 255);
    if (!Number.isInteger(kind) || !allowed) throw new RangeError(`a limit for kind ${kind}`);
    if (!Number.isInteger(bytes) || bytes < 0) throw new RangeError(`a limit of ${bytes} bytes`);
  }
  const responseBytesMax = limits.get(KIND.rpcResponse) ?? wireLimits.RPC_RESPONSE_BYTES_MAX;
  const requestBytesMax = limits.get(KIND.rpcRequest) ?? wireLimits.RPC_REQUEST_BYTES_MAX;
  const laneLimits = new Map([...own, ...callers]);
  const requests: Limits = new Map([...own, [KIND.rpcRequest, requestBytesMax + RPC_HEADER_BYTES]]);
  const responses: Limits = new Map([
    ...own,
    [KIND.rpcResponse, responseBytesMax + RPC_HEADER_BYTES],
  ]);
  const queue = (lane: 'sign' | 'bulk' | 'rpc', channelLimits: Limits): number => {
    const bytes = options.queueBytesMax?.[lane] ?? QUEUE_BYTES_MAX;
    const largest = Math.max(...channelLimits.values());
    if (bytes < largest + 8) throw new RangeError(`a ${lane} queue shorter than one frame`);
    return bytes;
  };
  const lane = (name: 'sign' | 'bulk'): ChannelSettings => ({
    accepts: laneLimits,
    sends: laneLimits,
    queueBytesMax: queue(name, laneLimits),
  });
  return {
    sign: lane('sign'),
    bulk: lane('bulk'),
    rpcServer: {
      accepts: requests,
      sends: responses,
      queueBytesMax: queue('rpc', responses),
    },
    rpcClient: {
      accepts: responses,
      sends: requests,
      queueBytesMax: queue('rpc', requests),
    },
    callsMax: options.callsMax ?? CALLS_MAX,
    responseBytesMax,
    checkFrame(kind, body) {
      const most = kind >= CALLER_KIND_MIN ? laneLimits.get(kind) : undefined;
      if (most === undefined) throw new RangeError(`kind ${kind} has no limit`);
      if (body.length > most) {
        throw new RangeError(`${body.length} bytes of kind ${kind}, which may have ${most}`);
      }
    },
  };
}
