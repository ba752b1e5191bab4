export {
  boundedBytes,
  boundedList,
  boundedText,
  decodeMessage,
  encodeMessage,
  exactBytes,
  type MessageType,
  safeInteger,
  WireError,
} from './decode.ts';
export { type ErrorCode, isErrorCode, type Retry, retryOf } from './errors.ts';
export { permafrost } from './gen/permafrost.js';
export * as limits from './limits.ts';
