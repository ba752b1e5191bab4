/**
 * A node of the network: the core, with sockets, a disk and clocks around it.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { checkedRandom, ciphersuite, ed25519PublicKey, toHex } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { type Host, peerIdFromPublicKey, publicKeyFromPeerId, type RpcCall } from '@permafrost/p2p';
import {
  openHome,
  openHomeStore,
  readIdentity,
  type SealSecret,
  StorageError,
  type Store,
} from '@permafrost/storage';
import { limits } from '@permafrost/wire';
import { createAsking } from './asking.ts';
import { wasBegunAnew } from './boot.ts';
import { decodeBoot } from './core/boots.ts';
import { createCore } from './core/core.ts';
import { createDenyList } from './deny-list.ts';
import { type Directory, others } from './directory.ts';
import type { Action, Input } from './effects.ts';
import { createExecutor } from './executor.ts';
import { createBootAsking, createGreeting } from './greeting.ts';
import { hostLimits, peerHandlers, peerName } from './handlers.ts';
import {
  createHomeFiles,
  openDecisionLog,
  readRosterBytes,
  removeEvidence,
  writeAction,
} from './home-files.ts';
import { listening } from './listening.ts';
import { loadRestored } from './load.ts';
import { createLogger, type Logger } from './log.ts';
import { createMetrics, serveMetrics } from './metrics.ts';
import { directoryFrom, trustedIps } from './roster.ts';

export const SOFTWARE: string = 'permafrost/0.1.0';

export type NodeOptions = {
  /** Folder of the node's home. */
  readonly home: string;
  readonly secret: SealSecret;
  /**
   * On the operator's word: begin with an empty store in the place of a damaged one, and go on
   * after whatever boot of this node others can prove.
   */
  readonly recover?: boolean;
  /** `HOST:PORT` to serve metrics at; the configuration's unless given. */
  readonly metrics?: string;
  /** How long a round of a ceremony may take; 10 s unless given. */
  readonly ceremonyRoundMs?: number;
  /** Logs go here; to standard error unless given. */
  readonly logger?: Logger;
};

export type RunningNode = {
  readonly name: string;
  readonly peerId: string;
  /** Multiaddrs that end in the PeerId. */
  readonly addresses: readonly string[];
  /** Where metrics are served, if they are. */
  readonly metricsAddress: string | undefined;
  /**
   * Settles when the node stopped by itself; with the reason, when it had to: a StorageError
   * E_STORE_TAMPERED when a copy of this node runs or its home is an old snapshot.
   */
  readonly stopped: Promise<Error | undefined>;
  /** Reads again whom this node denies, from its configuration; nothing else of that. */
  readonly reload: () => Promise<void>;
  /** Finishes what is being written, says goodbye, closes everything. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a node from its home.
 * @throws StorageError: no home, wrong passphrase, damaged or locked store, wrong configuration
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  installNodeCrypto();
  const { config } = await openHome(options.home);
  const logger = options.logger ?? createLogger({ name: config.name, level: config.logLevel });
  const hostSeed = await readIdentity(options.home, 'node', options.secret);
  const roster = await readRosterBytes(options.home);
  const operatorPub = await operatorKey(options);
  const directory = directoryFrom(roster, { name: config.name, hostSeed, operatorPub });
  const store = await openHomeStore(options.home, hostSeed, {
    ...(options.recover === undefined ? {} : { recover: options.recover }),
  });
  try {
    const { metrics } = config;
    const configured = metrics === undefined ? undefined : `${metrics.host}:${metrics.port}`;
    const metricsAt = options.metrics ?? configured;
    return await run({ options, config, logger, hostSeed, roster, directory, store, metricsAt });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Public key of the operator's identity in this home. */
async function operatorKey({ home, secret }: NodeOptions): Promise<Uint8Array> {
  const seed = await readIdentity(home, 'operator', secret);
  try {
    return ed25519PublicKey(seed);
  } finally {
    seed.fill(0);
  }
}

async function run(given: {
  readonly options: NodeOptions;
  readonly config: Awaited<ReturnType<typeof openHome>>['config'];
  readonly logger: Logger;
  readonly hostSeed: Uint8Array;
  readonly roster: Uint8Array;
  readonly directory: Directory;
  readonly store: Store;
  readonly metricsAt: string | undefined;
}): Promise<RunningNode> {
  const { options, config, logger, hostSeed, roster, directory, store } = given;
  const random = checkedRandom((length) => Uint8Array.from(randomBytes(length)));
  const denyList = createDenyList(options.home, config.deny, logger);
  const isBegunAnew = await wasBegunAnew(store);
  const restored = await loadRestored(store, Date.now());
  const core = createCore(
    {
      directory,
      hostSeed,
      bootId: random(16),
      isRecovering: options.recover === true,
      random,
      acceptRules: new Set(config.accept.map((id) => toHex(publicKeyFromPeerId(id)))),
      acceptsChanges: config.acceptChanges ?? false,
      acceptMinSigners: config.acceptMinSigners ?? 'majority',
      denied: denyList.denied,
      peerIdText: peerIdFromPublicKey,
      software: SOFTWARE,
      pid: process.pid,
      cpuMs: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1_000;
      },
      roster,
      isBegunAnew,
      warnings: isBegunAnew ? ['this store was begun anew: it holds no share of earlier keys'] : [],
      ceremonyRoundMs: options.ceremonyRoundMs ?? limits.CEREMONY_ROUND_MS,
      suiteOf: ciphersuite,
    },
    restored,
  );

  const begun = Promise.withResolvers<void>();
  const greeting = createGreeting({ directory, core, software: SOFTWARE, step });
  const calls = new Map<number, RpcCall>();
  const timers = new Map<string, NodeJS.Timeout>();
  const stopped = Promise.withResolvers<Error | undefined>();
  let requesters: ReadonlySet<string> = core.requesters();
  let nextCall = 1;
  let isStopping = false;
  let writing = 0;
  let allWritten = (): void => {};

  const metrics = createMetrics({
    roundTrips: () =>
      host
        .links()
        .flatMap(({ peerId, rttMs }) =>
          rttMs === undefined ? [] : [{ peer: peerName(directory, peerId), seconds: rttMs / 1000 }],
        ),
    pools: () => core.poolSizes(),
    patienceSeconds: () => core.patienceMs() / 1000,
    links: () => {
      const links = host.links();
      return { up: links.filter(({ up }) => up).length, total: links.length };
    },
  });

  const executor = createExecutor({
    persist: (action, done) => {
      writing++;
      const began = performance.now();
      writeAction(store, action).then(
        () => {
          writing--;
          metrics.storeSeconds((performance.now() - began) / 1000);
          done();
          if (writing === 0) allWritten();
        },
        (error: unknown) => {
          writing--;
          allWritten();
          fatal(error);
        },
      );
    },
    perform,
  });

  function perform(action: Exclude<Action, { readonly type: 'persist' }>): void {
    switch (action.type) {
      case 'send': {
        const peer = directory.byHost.get(action.to);
        if (peer === undefined || isStopping) return;
        const sent = host.sendFrame(peer.peerId, action.lane, action.kind, action.body);
        if (!sent) logger.debug({ to: peer.name, kind: action.kind }, 'not sent: no link');
        return;
      }
      case 'timer': {
        // What was waiting for the disk comes while we stop: nothing may outlive the node.
        if (isStopping) return;
        clearTimeout(timers.get(action.id));
        const { id } = action;
        const fire = () => {
          timers.delete(id);
          step({ type: 'timer', id });
        };
        timers.set(id, setTimeout(fire, action.afterMs));
        return;
      }
      case 'respond': {
        const call = calls.get(action.call);
        if (call === undefined) return;
        if (!action.more) calls.delete(action.call);
        // False only when the caller is gone, of which its signal tells.
        call.respond(action.body, { more: action.more }).catch(fatal);
        return;
      }
      case 'forward':
        askNode(action.to, action.body).then(
          (body) => step({ type: 'forwarded', forward: action.forward, body }),
          fatal,
        );
        return;
      case 'drop': {
        const peer = directory.byHost.get(action.peer);
        if (peer !== undefined) host.dropPeer(peer.peerId, action.reason);
        return;
      }
      case 'decision':
        decisions.write(`${JSON.stringify(action.decision)}\n`);
        return;
      case 'ask-boot':
        if (!isStopping) boots.ask(action.to);
        return;
      case 'begin':
        if (!isStopping) begin(action.boot);
        return;
      case 'stop':
        files.alarm(action.file);
        logger.fatal({ code: action.code, hint: action.hint }, action.message);
        stop(new StorageError(action.code, action.message, action.hint)).catch(stopFailed);
        return;
      case 'evidence':
        files.evidence(action.name, action.text);
        return;
      case 'drop-evidence':
        removeEvidence(options.home, action.name).catch(fatal);
        return;
      case 'admission': {
        const before = requesters;
        requesters = core.requesters();
        const isSmaller = [...before].some((key) => !requesters.has(key));
        if (isSmaller) host.evictUnadmitted();
        return;
      }
      case 'log':
        logger[action.level](action.fields, action.event);
        return;
      case 'count':
        metrics.count(action.metric, action.labels, action.by ?? 1);
        return;
    }
  }

  function step(input: Input): void {
    if (isStopping) return;
    try {
      const clocks = { wallMs: Date.now(), monotonicMs: performance.now() };
      for (const next of core.step(input, clocks)) executor.run(next);
    } catch (error) {
      fatal(error);
    }
  }

  const decisions = openDecisionLog(options.home, fatal);
  const files = createHomeFiles(options.home, logger);

  /** A bug of ours, or a disk that failed: a node that cannot trust itself does not go on. */
  function fatal(error: unknown): void {
    const reason = error instanceof Error ? error : new Error('not an Error', { cause: error });
    logger.fatal({ err: reason }, 'stopped: internal error');
    stop(reason).catch(stopFailed);
  }

  function stopFailed(error: unknown): void {
    logger.fatal({ err: error }, 'stopping failed');
  }

  /** Our boot is durable: from here on others may hold us to it. */
  function begin(boot: Uint8Array): void {
    greeting.show(boot);
    begun.resolve();
    host.setPeers(others(directory).map(({ peerId, addresses }) => ({ peerId, addresses })));
    boots.announce();
    logger.info({ boot: decodeBoot(boot).counter }, 'boot begun');
    queueMicrotask(() => step({ type: 'begun' }));
  }

  const host: Host = await listening(config.listen, {
    seed: hostSeed,
    admission: {
      admits: (peerId) => {
        if (directory.byPeerId.has(peerId)) return 'host';
        const key = toHex(publicKeyFromPeerId(peerId));
        return directory.operators.has(key) || requesters.has(key) ? 'client' : undefined;
      },
    },
    hello: greeting.hello,
    checkHello: greeting.checkHello,
    lanesAfter: begun.promise,
    limits: hostLimits(),
    trustedIps: trustedIps(directory),
    log: logger,
    handlers: peerHandlers({ directory, metrics, logger, step, fatal }),
  });
  const askNode = createAsking(host, directory, logger);
  const boots = createBootAsking({ host, directory, greeting, logger, step });
  host.handleRpc((call) => {
    const id = nextCall++;
    calls.set(id, call);
    call.signal.addEventListener('abort', () => {
      if (calls.delete(id)) step({ type: 'rpc-gone', call: id });
    });
    const caller = toHex(publicKeyFromPeerId(call.peerId));
    step({ type: 'rpc', call: id, caller, body: call.body });
  });

  let served: Awaited<ReturnType<typeof serveMetrics>> | undefined;
  try {
    served =
      given.metricsAt === undefined ? undefined : await serveMetrics(metrics, given.metricsAt);
  } catch (error) {
    await host.stop();
    throw error;
  }

  async function stop(reason?: Error): Promise<void> {
    if (isStopping) {
      await stopped.promise;
      return;
    }
    isStopping = true;
    let failure: unknown;
    try {
      await close(reason);
      logger.info({}, 'stopped');
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      // Whoever waits for the end hears of it, however it went.
      stopped.resolve(reason ?? (failure instanceof Error ? failure : undefined));
    }
  }

  async function close(reason: Error | undefined): Promise<void> {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    await served?.stop();
    await host.stop();
    if (writing > 0 && reason === undefined) {
      await new Promise<void>((resolve) => {
        allWritten = resolve;
      });
    }
    await files.settled();
    await new Promise<void>((resolve) => decisions.end(() => resolve()));
    await store.close();
    hostSeed.fill(0);
  }

  logger.info(
    { peerId: host.peerId, addresses: host.addresses(), metrics: served?.address },
    'node started',
  );
  step({ type: 'start' });
  return {
    name: directory.self.name,
    peerId: host.peerId,
    addresses: host.addresses(),
    metricsAddress: served?.address,
    stopped: stopped.promise,
    reload: denyList.reload,
    stop,
  };
}
