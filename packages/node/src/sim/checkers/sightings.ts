/**
 * What is seen of signing on the wire: which request a share answers, and who gave it. Frames are
 * decoded once, for all checkers.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  EnvelopeError,
  type Opened,
  parseEnvelope,
  requestId,
  type SignCore,
  signRequestHash,
} from '@permafrost/protocol';
import { limits, WireError } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { About } from './about.ts';

export type SeenRequest = {
  readonly opened: Opened;
  readonly core: SignCore;
  /** Hex, as all ids here. */
  readonly reqHash: string;
  readonly requestId: string;
};

export type SeenShare = {
  /** Index of the node that gave it. */
  readonly by: number;
  /** Index of the node that gets it; undefined for a coordinator's own, which all get. */
  readonly to: number | undefined;
  readonly seat: number;
  readonly share: Uint8Array;
  /** What it answers; undefined when nobody ever asked. */
  readonly request: SeenRequest | undefined;
  readonly envelope: Uint8Array;
};

export type Sightings = {
  /** Calls back with every share that an honest node lets out, before it is on its way. */
  readonly onShare: (hook: (share: SeenShare) => void) => void;
};

/** Watches a network. */
export function watchSigning(network: Network, { corrupt }: About): Sightings {
  const requests = new Map<string, SeenRequest>();
  const hooks: ((share: SeenShare) => void)[] = [];
  const indexOf = new Map(network.nodes.map(({ operator }, i) => [operator.host, i]));

  /** A SignRequest, read and remembered. */
  function readRequest(opened: Opened): {
    readonly request: SeenRequest;
    readonly share: Uint8Array;
  } {
    const { core: bytes, share } = decodeSignRequest(opened.payload);
    const reqHash = toHex(signRequestHash(bytes));
    const known = requests.get(reqHash);
    if (known !== undefined) return { request: known, share };
    const core = decodeSignCore(bytes);
    const request = { opened, core, reqHash, requestId: toHex(requestId(core.request)) };
    requests.set(reqHash, request);
    return { request, share };
  }

  function sent(by: number, to: number | undefined, body: Uint8Array): void {
    const opened = parseEnvelope(body);
    if (opened.round === 1) {
      const { request, share } = readRequest(opened);
      const seen = { by, to: undefined, seat: opened.from, share, request, envelope: body };
      if (share.length > 0) for (const hook of hooks) hook(seen);
    } else if (opened.round === 2) {
      const { reqHash, share } = decodeSignShare(opened.payload);
      const request = requests.get(toHex(reqHash));
      const seen = { by, to, seat: opened.from, share, request, envelope: body };
      for (const hook of hooks) hook(seen);
    }
  }

  network.onAction((index, action) => {
    if (action.type !== 'send' || action.kind !== limits.FRAME.sign || corrupt.has(index)) return;
    sent(index, indexOf.get(action.to), action.body);
  });
  // What the adversary asks is only known when it arrives.
  network.onInput((_, input) => {
    if (input.type !== 'frame' || input.kind !== limits.FRAME.sign) return;
    if (!corrupt.has(indexOf.get(input.from) ?? -1)) return;
    ifReadable(() => {
      const opened = parseEnvelope(input.body);
      if (opened.round === 1) readRequest(opened);
    });
  });
  return { onShare: (hook) => hooks.push(hook) };
}

/** What `f` gives, unless the bytes of the adversary cannot be read. */
export function ifReadable<T>(f: () => T): T | undefined {
  try {
    return f();
  } catch (error) {
    const isAboutBytes =
      error instanceof WireError || error instanceof EnvelopeError || error instanceof RangeError;
    if (!isAboutBytes) throw error;
    return undefined;
  }
}
