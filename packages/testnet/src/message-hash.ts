/** How the nodes' decision logs name messages. @module */
import { createHash } from 'node:crypto';

/** The first 32 bytes of the SHA-512 of a message, hex. */
export function messageHash(message: Uint8Array): string {
  return createHash('sha512').update(message).digest('hex').slice(0, 64);
}
