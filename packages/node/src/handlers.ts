/**
 * What the transport tells a node, as inputs of its core and lines of its log.
 * @module
 */
import type { HostHandlers, Limits } from '@permafrost/p2p';
import { limits } from '@permafrost/wire';
import type { Directory } from './directory.ts';
import type { Input } from './effects.ts';
import { COPY_REFUSED } from './greeting.ts';
import { bootsOf, skewOf } from './hello.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** The roster name of a PeerId, or the PeerId itself. */
export function peerName(directory: Directory, peerId: string): string {
  return directory.byPeerId.get(peerId)?.name ?? peerId;
}

/** Largest bodies of the frames between nodes, and of the transport's own. */
export function hostLimits(): Limits {
  return new Map([
    ...limits.FRAME_BYTES_MAX,
    [1, limits.HELLO_BYTES_MAX],
    [4, limits.RPC_REQUEST_BYTES_MAX + 16],
    [5, limits.RPC_RESPONSE_BYTES_MAX + 16],
  ]);
}

export function peerHandlers(about: {
  readonly directory: Directory;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly step: (input: Input) => void;
  /** A handler threw: a bug of ours. */
  readonly fatal: (error: unknown) => void;
}): HostHandlers {
  const { directory, metrics, logger, step } = about;
  return {
    onPeerUp: (peerId, hello) => {
      const peer = directory.byPeerId.get(peerId);
      const { boot, seen } = bootsOf(hello);
      if (peer === undefined || boot === undefined) return;
      const skewMs = skewOf(hello, Date.now());
      if (Math.abs(skewMs) > limits.CLOCK_SKEW_WARN_MS) {
        logger.warn({ node: peer.name, skewMs }, 'clocks differ');
      }
      step({ type: 'peer-up', host: peer.host, boot, seen });
    },
    onPeerDown: (peerId, reason) => {
      const peer = directory.byPeerId.get(peerId);
      if (peer === undefined) return;
      step({ type: 'peer-down', host: peer.host, reason: `${reason.code}: ${reason.message}` });
    },
    onFrame: (peerId, _lane, kind, body) => {
      const peer = directory.byPeerId.get(peerId);
      if (peer !== undefined) step({ type: 'frame', from: peer.host, kind, body });
    },
    onRefused: (peerId, times) => {
      metrics.count('refused_dials', {}, times);
      logger.warn({ peerId, times }, 'refused: not on the roster and no requester');
    },
    onHelloRefused: (peerId, refusal) => {
      logger.warn({ node: peerName(directory, peerId), ...refusal }, 'hello refused');
      const peer = directory.byPeerId.get(peerId);
      if (peer !== undefined && refusal.by === 'them' && refusal.code === COPY_REFUSED) {
        step({ type: 'boot-doubted', by: peer.host });
      }
    },
    onHandlerError: about.fatal,
  };
}
