/**
 * `permafrost sign`: asks the network and verifies the answer here.
 * @module
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkName, type Network, PermafrostError, type Signature } from '@permafrost/client';
import { childNote, taprootOf } from '../child.ts';
import type { Context, Handler } from '../context.ts';
import { wholeNumber } from '../flags.ts';
import { type MessageFlags, readMessage } from '../message.ts';
import { withNetwork } from '../open.ts';

type Flags = MessageFlags & {
  readonly path?: string;
  readonly taproot?: string | true;
  readonly out?: string;
  readonly deadline?: string;
  readonly suite?: string;
  readonly idempotencyKey?: string;
};

const DEADLINE_MS_MAX = 600_000;

export const sign: Handler<Flags> = async (context, flags, [name = '']) => {
  const message = readMessage(flags, context.surroundings.cwd);
  checkName(name);
  const taproot = taprootOf(flags.taproot);
  const options = {
    key: name,
    message,
    signal: context.signal,
    onState: (state: string) => context.output.progress(`${name}: ${state}`),
    ...(flags.suite === undefined ? {} : { suite: flags.suite }),
    ...(flags.path === undefined ? {} : { path: flags.path }),
    ...taproot,
    ...(flags.deadline === undefined
      ? {}
      : {
          deadlineMs: wholeNumber(flags.deadline, {
            what: 'the deadline in milliseconds',
            min: 0,
            max: DEADLINE_MS_MAX,
          }),
        }),
    ...(flags.idempotencyKey === undefined
      ? {}
      : { idempotencyKey: idempotencyKey(flags.idempotencyKey) }),
  };
  const signature = await withNetwork(context, (network: Network) => network.sign(options));
  if (signature.suite === 'secp256k1-tr' && message.length !== 32) {
    context.output.warn(
      `note: ${message.length} bytes were signed as given; Bitcoin and Nostr sign 32-byte hashes`,
    );
  }
  const { suite, path } = signature;
  const note = childNote({ suite, path, isTaproot: flags.taproot !== undefined });
  if (note !== undefined && context.streams.err.isTTY === true) context.output.warn(note);
  if (flags.out !== undefined)
    writeSignature(resolve(context.surroundings.cwd, flags.out), signature);
  context.output.result(
    document(signature),
    flags.out === undefined
      ? Buffer.from(signature.signature).toString('hex')
      : `wrote ${signature.signature.length} bytes to ${flags.out}`,
  );
  tell(context, signature);
  return 0;
};

function document(signature: Signature) {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    key: signature.key,
    suite: signature.suite,
    publicKey: hex(signature.publicKey),
    ...(signature.path === '' ? {} : { path: signature.path }),
    message: hex(signature.message),
    signature: hex(signature.signature),
    signers: signature.signers,
    epoch: signature.epoch,
    attempts: signature.attempts,
    elapsedMs: signature.elapsedMs,
  };
}

/** Who signed, and who was left out and why: for people, beside the result. */
function tell(context: Context, signature: Signature): void {
  if (context.output.json || context.streams.err.isTTY !== true) return;
  const excluded = signature.attempts.flatMap((attempt) => attempt.excluded);
  const without = excluded.map(({ node, reason }) => `${node} ${reason}`).join(', ');
  context.output.warn(
    `signed by ${signature.signers.join(' ')} in ${signature.elapsedMs} ms` +
      (without === '' ? '' : ` (without ${without})`),
  );
}

/** Text of 16 to 64 bytes as it is; anything shorter stands for its hash. */
function idempotencyKey(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === 0 || bytes.length > 64) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `the idempotency key has ${bytes.length} bytes; 1 to 64 are possible`,
    });
  }
  if (bytes.length >= 16) return Uint8Array.from(bytes);
  return Uint8Array.from(
    createHash('sha256').update('permafrost idempotency key\n').update(bytes).digest(),
  );
}

function writeSignature(path: string, signature: Signature): void {
  try {
    writeFileSync(path, signature.signature);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `cannot write the signature: ${cause.message}`,
      hint: `the signature is ${Buffer.from(signature.signature).toString('hex')}`,
      nothingSigned: false,
    });
  }
}
