/**
 * Hellos of a running node: what it says to each peer, what it makes of theirs, and how it asks
 * them for its own earlier boots.
 * @module
 */
import { type Host, type HostOptions, P2pError, publicKeyFromPeerId } from '@permafrost/p2p';
import { decodeBoot } from './core/boots.ts';
import type { Core } from './core/core.ts';
import { type Directory, nameOf, others } from './directory.ts';
import type { HostId, Input } from './effects.ts';
import { bootsOf, checkHello, encodeHello } from './hello.ts';
import type { Logger } from './log.ts';

/** The code under which a boot is refused that is not its host's last. */
export const COPY_REFUSED = 'E_STORE_TAMPERED';
/** How long one peer may take to answer; it is asked again. */
const ANSWER_WITHIN_MS = 3_000;

export type Greeting = Pick<HostOptions, 'hello' | 'checkHello'> & {
  /** From now on this boot is shown. */
  readonly show: (boot: Uint8Array) => void;
  /** PeerIds that are being asked: a boot that they refuse would keep them from answering. */
  readonly asking: Set<string>;
};

export function createGreeting(about: {
  readonly directory: Directory;
  readonly core: Core;
  readonly software: string;
  /** Asked for later, never from within a hello. */
  readonly step: (input: Input) => void;
}): Greeting {
  const { directory, core, software } = about;
  const asking = new Set<string>();
  let own: ReturnType<typeof decodeBoot> | undefined;

  const hello: Greeting['hello'] = (peerId, on) => {
    const host = directory.byPeerId.get(peerId)?.host;
    const seen = host === undefined ? undefined : core.highestBoot(host);
    return encodeHello({
      software,
      wallMs: Date.now(),
      boot: on === 'rpc' && asking.has(peerId) ? undefined : own,
      ...(seen === undefined ? {} : { seen: decodeBoot(seen) }),
    });
  };

  return {
    show: (boot) => {
      own = decodeBoot(boot);
    },
    asking,
    hello,
    checkHello: (peerId, body, on) => {
      const peer = directory.byPeerId.get(peerId);
      const name = peer?.name ?? peerId;
      const self = directory.self.name;
      const verdict = checkHello(body, {
        hostPub: publicKeyFromPeerId(peerId),
        isHost: peer !== undefined,
        on,
        wallMs: Date.now(),
        name,
        self,
      });
      if (!verdict.ok || peer === undefined) return verdict;
      const { host } = peer;
      const { boot, seen } = bootsOf(body);
      const isRefused = boot !== undefined && core.refusesBoot(host, boot);
      // A link says the same when it is up. Nothing may be cut from within a hello.
      if (on === 'rpc' || isRefused) {
        queueMicrotask(() => about.step({ type: 'hello', host, boot, seen }));
      }
      if (!isRefused) return verdict;
      const message = `${self} knows a later or another boot of ${name}: a copy of it runs, or it was started from an old snapshot`;
      return { ok: false, code: COPY_REFUSED, message };
    },
  };
}

export type BootAsking = {
  /** Asks a peer for the highest boot of ours that it holds. */
  readonly ask: (to: HostId) => void;
  /** Shows our boot to those peers that dial us, so that they hear of it whoever links first. */
  readonly announce: () => void;
};

/** The question is our hello of a call, and the answer the peer's. */
export function createBootAsking(about: {
  readonly host: Host;
  readonly directory: Directory;
  readonly greeting: Greeting;
  readonly logger: Logger;
  readonly step: (input: Input) => void;
}): BootAsking {
  const { host, directory, logger } = about;
  const { asking } = about.greeting;

  async function exchange(to: HostId): Promise<Uint8Array | undefined> {
    const address = directory.byHost.get(to)?.addresses[0];
    if (address === undefined) return undefined;
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const connection = await host.dial(address, { signal });
      connection.close();
      return connection.hello;
    } catch (error) {
      if (!(error instanceof P2pError)) throw error;
      logger.debug({ to: nameOf(directory, to), err: error }, 'no word on earlier boots');
      return undefined;
    }
  }

  async function ask(from: HostId): Promise<void> {
    const peerId = directory.byHost.get(from)?.peerId;
    if (peerId === undefined || asking.has(peerId)) return;
    asking.add(peerId);
    const hello = await exchange(from);
    asking.delete(peerId);
    if (hello !== undefined) {
      about.step({ type: 'boot-answer', from, seen: bootsOf(hello).seen });
    }
  }

  return {
    ask: (to) => void ask(to),
    announce: () => {
      for (const { host: to, peerId } of others(directory)) {
        if (peerId < host.peerId) void exchange(to);
      }
    },
  };
}
