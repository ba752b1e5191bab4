export type {
  Admission,
  HelloVerdict,
  Host,
  HostHandlers,
  HostOptions,
  LinkStatus,
  Logger,
  PeerAddress,
  Role,
  RpcCall,
  RpcConnection,
  RpcHandler,
  StreamUse,
} from './api.ts';
export {
  type EndReason,
  FramingError,
  type FramingReason,
  P2pError,
  type P2pErrorCode,
  type Refusal,
} from './errors.ts';
export { createHost } from './host.ts';
export { CALLER_KIND_MIN, KIND, LANES, type Lane, type Limits } from './kinds.ts';
export { peerIdBytes, peerIdFromPublicKey, publicKeyFromPeerId } from './peer-id.ts';
