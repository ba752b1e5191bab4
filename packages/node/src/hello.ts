/**
 * The first words between two hosts, or a host and a client: versions, clocks, and the boot that
 * makes earlier promises void.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { type Boot, bootFromWire, verifyBoot } from '@permafrost/protocol';
import {
  boundedText,
  decodeMessage,
  encodeMessage,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { encodeBoot } from './core/boots.ts';
import { PROTOCOL_VERSION } from './core/views.ts';

/** The oldest protocol version that this node still speaks. */
export const PROTOCOL_VERSION_MIN: number = 1;

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly message: string };

export function encodeHello(options: {
  readonly software: string;
  readonly wallMs: number;
  /** Of a host; undefined while it asks its peers for earlier ones. */
  readonly boot: Boot | undefined;
  /** The highest boot of the one spoken to that we hold. */
  readonly seen?: Boot | undefined;
}): Uint8Array {
  const { software, wallMs, boot, seen } = options;
  return encodeMessage(permafrost.v1.Hello, {
    version: PROTOCOL_VERSION,
    versionMin: PROTOCOL_VERSION_MIN,
    software,
    timeMs: wallMs,
    ...(boot === undefined ? {} : { boot: { ...boot } }),
    ...(seen === undefined ? {} : { seen: { ...seen } }),
  });
}

/**
 * Whether we can talk to somebody who says this. `hostPub` is the key that the transport proved;
 * a host must show a boot signed by it on its lanes, and may call without one, which is how it asks
 * for its own earlier boots; a client shows none.
 */
export function checkHello(
  body: Uint8Array,
  about: {
    readonly hostPub: Uint8Array;
    readonly isHost: boolean;
    /** A link between hosts, or a call. */
    readonly on: 'lane' | 'rpc';
    readonly wallMs: number;
    /** Name of who says it, and of this node: the refusal is read on both sides. */
    readonly name: string;
    readonly self: string;
  },
): Verdict {
  let hello: ReturnType<typeof readHello>;
  try {
    hello = readHello(body);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return { ok: false, code: 'E_VERSION', message: 'its hello cannot be read' };
  }
  const { name, self } = about;
  if (hello.version < PROTOCOL_VERSION_MIN || hello.versionMin > PROTOCOL_VERSION) {
    const behind = hello.version < PROTOCOL_VERSION_MIN ? name : self;
    return {
      ok: false,
      code: 'E_VERSION',
      message: `${behind} is behind: ${name} speaks version ${hello.version}, ${self} version ${PROTOCOL_VERSION}`,
    };
  }
  const skewMs = hello.timeMs - about.wallMs;
  if (Math.abs(skewMs) > limits.CLOCK_SKEW_MAX_MS) {
    const seconds = Math.round(skewMs / 1000);
    return {
      ok: false,
      code: 'E_CLOCK_SKEW',
      message: `the clocks of ${name} and ${self} differ by ${seconds} s`,
    };
  }
  if (!about.isHost) return { ok: true };
  const { boot } = hello;
  if (boot === undefined && about.on === 'rpc') return { ok: true };
  if (boot === undefined || !equalBytes(boot.hostPub, about.hostPub) || !verifyBoot(boot)) {
    return { ok: false, code: 'E_VERSION', message: `${name} shows no boot of its own` };
  }
  return { ok: true };
}

/**
 * The boot in a hello that was checked, and the one of ours that its sender holds, which nobody
 * verified yet. @throws WireError
 */
export function bootsOf(body: Uint8Array): {
  readonly boot: Uint8Array | undefined;
  readonly seen: Uint8Array | undefined;
} {
  const { boot, seen } = readHello(body);
  return {
    boot: boot === undefined ? undefined : encodeBoot(boot),
    seen: seen === undefined ? undefined : encodeBoot(seen),
  };
}

/** Difference between the clock that a hello tells and ours. @throws WireError */
export function skewOf(body: Uint8Array, wallMs: number): number {
  return readHello(body).timeMs - wallMs;
}

function readHello(body: Uint8Array) {
  const message = decodeMessage(permafrost.v1.Hello, body);
  boundedText(message.software, 64, 'software');
  return {
    version: message.version,
    versionMin: message.versionMin,
    timeMs: safeInteger(message.timeMs, 'time'),
    boot: optionalBoot(message.boot),
    seen: optionalBoot(message.seen),
  };
}

function optionalBoot(raw: permafrost.v1.Boot.$Properties | null | undefined): Boot | undefined {
  return raw === undefined || raw === null ? undefined : bootFromWire(raw);
}
