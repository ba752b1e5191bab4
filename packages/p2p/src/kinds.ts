/**
 * What the transport itself puts on the wire: protocol names, lanes, and the kinds of frames below
 * {@link CALLER_KIND_MIN}. Kinds from there on belong to the caller.
 * @module
 */

/** A persistent stream between two hosts. Two lanes, so that bulk work cannot delay signing. */
export type Lane = 'sign' | 'bulk';

export const LANES: readonly Lane[] = ['sign', 'bulk'];

export const RPC_PROTOCOL: string = '/permafrost/rpc';

/** The libp2p protocol name of a lane. */
export function laneProtocol(lane: Lane): string {
  return `/permafrost/${lane}`;
}

/** Kinds of frames that the transport keeps for itself. */
export const KIND: {
  readonly hello: 1;
  readonly heartbeat: 2;
  readonly refused: 3;
  readonly rpcRequest: 4;
  readonly rpcResponse: 5;
} = { hello: 1, heartbeat: 2, refused: 3, rpcRequest: 4, rpcResponse: 5 };

/** The lowest kind that a caller may use; the highest is 255. */
export const CALLER_KIND_MIN: number = 16;

/** Kind of frame → largest body in bytes. A kind that is not listed is not accepted. */
export type Limits = ReadonlyMap<number, number>;

/** Bodies of the transport's own frames, in bytes. */
export const HEARTBEAT_BYTES: number = 5;
export const REFUSED_BYTES_MAX: number = 1024;
