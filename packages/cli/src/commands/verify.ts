/**
 * `permafrost verify`: one signature, no network. Loads the arithmetic and nothing else.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';
import { type Ciphersuite, ciphersuite } from '@permafrost/frost';
import type { Handler } from '../context.ts';
import { hex, type MessageFlags, readMessage } from '../message.ts';

type Flags = MessageFlags & {
  readonly suite: string;
  readonly publicKey: string;
  readonly signature: string;
};

export const verify: Handler<Flags> = async ({ output, surroundings }, flags) => {
  const message = readMessage(flags, surroundings.cwd);
  const suite = suiteOf(flags.suite);
  const keyBytes = suite.evenY ? suite.scalarBytes : suite.elementBytes;
  const publicKey = hex(flags.publicKey, 'public key', keyBytes);
  const signature = hex(flags.signature, 'signature', suite.signatureBytes);
  const valid = suite.verify({ publicKey, message, signature });
  output.result({ valid }, valid ? 'valid' : 'NOT valid');
  return valid ? 0 : 1;
};

function suiteOf(id: string): Ciphersuite {
  try {
    return ciphersuite(id);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `no suite is called ${JSON.stringify(id)}`,
      hint: 'ed25519, secp256k1-tr, secp256k1, p256, ristretto255 or ed448',
    });
  }
}
