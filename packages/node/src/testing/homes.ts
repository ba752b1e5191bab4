/**
 * Homes of a small network on loopback, the nodes that run in them, and calls to those nodes.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ed25519PublicKey } from '@permafrost/frost';
import {
  createHost,
  type Host,
  type HostOptions,
  type P2pError,
  peerIdFromPublicKey,
} from '@permafrost/p2p';
import {
  compareBytes,
  encodeProposal,
  encodeRequest,
  encodeRoster,
  proposalHash,
  type Roster,
  type RosterCard,
  rosterOf,
  signAsOperator,
  signRequest,
  signRoster,
} from '@permafrost/protocol';
import { createHome, homePaths, type SealSecret } from '@permafrost/storage';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { type Logger, pino } from 'pino';
import { encodeHello } from '../hello.ts';
import { type NodeOptions, type RunningNode, startNode } from '../node.ts';
import { peerIdOfKey } from '../peer-key.ts';

export type TestHome = {
  readonly name: string;
  readonly dir: string;
  readonly secret: SealSecret;
  readonly nodeSeed: Uint8Array;
  readonly card: RosterCard;
};

export type Site = {
  readonly dir: string;
  readonly homes: readonly TestHome[];
  readonly operatorSeed: Uint8Array;
  readonly roster: Roster;
};

/** A log that keeps its lines, parsed and as they were written. */
export type Lines = {
  readonly logger: Logger;
  readonly text: () => string;
  readonly all: () => readonly Readonly<Record<string, unknown>>[];
  readonly of: (event: string) => readonly Readonly<Record<string, unknown>>[];
};

export function logLines(): Lines {
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const all = (): readonly Readonly<Record<string, unknown>>[] =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    logger,
    text: () => lines.join(''),
    all,
    of: (event) => all().filter(({ msg }) => msg === event),
  };
}

const KEY_FILE = 'seal.key';
const made: string[] = [];
const stops: (() => Promise<void>)[] = [];

/** Homes node1 … nodeN of one operator, with a roster signed by it. */
export async function makeSite(count: number): Promise<Site> {
  const dir = await mkdtemp(join(tmpdir(), 'permafrost-node-'));
  made.push(dir);
  const operatorSeed = Uint8Array.from(randomBytes(32));
  const ports = await freePorts(count);
  const homes = ports.map((port, i): TestHome => {
    const nodeSeed = Uint8Array.from(randomBytes(32));
    const name = `node${i + 1}`;
    const address = `/ip4/127.0.0.1/tcp/${port}`;
    const card = cardOf(name, nodeSeed, operatorSeed, address);
    const home = join(dir, name);
    return {
      name,
      dir: home,
      secret: { type: 'key-file', path: join(home, KEY_FILE) },
      nodeSeed,
      card,
    };
  });
  const roster = rosterOf(homes.map(({ card }) => card));
  const operator = peerIdFromPublicKey(ed25519PublicKey(operatorSeed));
  for (const home of homes) {
    await createHome({
      dir: home.dir,
      config: {
        name: home.name,
        listen: home.card.addresses.map((address) => address.replace(/\/p2p\/.*/, '')),
        accept: [operator],
        deny: [],
        metrics: undefined,
        seal: { type: 'key-file', path: KEY_FILE },
        logLevel: 'info',
      },
      secret: home.secret,
      nodeSeed: home.nodeSeed,
      operatorSeed,
    });
    await putRoster(home, encodeRoster(signRoster(roster, operatorSeed)));
  }
  return { dir, homes, operatorSeed, roster };
}

export function cardOf(
  name: string,
  nodeSeed: Uint8Array,
  operatorSeed: Uint8Array,
  address: string,
): RosterCard {
  const hostPub = ed25519PublicKey(nodeSeed);
  const operatorPub = ed25519PublicKey(operatorSeed);
  const peerId = peerIdFromPublicKey(hostPub);
  return {
    name,
    hostPub,
    peerId,
    operatorPub,
    operatorPeerId: peerIdFromPublicKey(operatorPub),
    addresses: [`${address}/p2p/${peerId}`],
  };
}

export async function putRoster({ dir }: TestHome, text: string): Promise<void> {
  await writeFile(homePaths(dir).roster, text, { mode: 0o600 });
}

/** Starts the node of a home; {@link cleanUp} stops it if the test does not. */
export async function startAt(
  { dir, secret }: TestHome,
  options: Partial<NodeOptions> = {},
): Promise<RunningNode> {
  const node = await startNode({ home: dir, secret, logger: logLines().logger, ...options });
  stops.push(node.stop);
  return node;
}

/** For afterEach: stops what runs, and removes the homes. */
export async function cleanUp(): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await Promise.all(made.splice(0).map((dir) => rm(dir, { recursive: true, force: true })));
}

/** Polls; the test's own timeout ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(10);
}

/** Nothing but an identity: a client, or a host that says what a test wants. */
export async function bareHost(
  seed: Uint8Array,
  options: Partial<HostOptions> = {},
): Promise<Host> {
  const host = await createHost({
    seed,
    listen: [],
    admission: { admits: () => 'host' },
    hello: () => clientHello(),
    checkHello: () => ({ ok: true }),
    limits: new Map(limits.FRAME_BYTES_MAX),
    ...options,
  });
  stops.push(host.stop);
  return host;
}

/** Of a client: without a boot. */
export function clientHello(wallMs: number = Date.now()): Uint8Array {
  return encodeMessage(permafrost.v1.Hello, {
    version: 1,
    versionMin: 1,
    software: 'test',
    timeMs: wallMs,
  });
}

/** Of a host, for its boot. */
export function hostHello(boot: Parameters<typeof encodeHello>[0]['boot']): Uint8Array {
  return encodeHello({ software: 'test', wallMs: Date.now(), boot });
}

export type Caller = {
  readonly call: (
    request: permafrost.v1.RpcRequest.$Properties,
  ) => Promise<permafrost.v1.RpcResponse>;
  readonly callAll: (
    request: permafrost.v1.RpcRequest.$Properties,
  ) => AsyncIterable<permafrost.v1.RpcResponse>;
};

/** Calls a node under the identity of this host. @throws P2pError */
export async function callerOf(client: Host, { card }: TestHome): Promise<Caller> {
  const connection = await client.dial(card.addresses[0] ?? '');
  const decode = (body: Uint8Array) => decodeMessage(permafrost.v1.RpcResponse, body);
  return {
    call: async (request) =>
      decode(await connection.callOne(encodeMessage(permafrost.v1.RpcRequest, request))),
    async *callAll(request) {
      for await (const body of connection.call(encodeMessage(permafrost.v1.RpcRequest, request))) {
        yield decode(body);
      }
    },
  };
}

/** Makes an ed25519 key of all nodes, 2 of n, and waits until it is active. */
export async function makeKey(
  { homes, operatorSeed }: Site,
  caller: Caller,
  name: string,
): Promise<permafrost.v1.KeyInfo.$Properties> {
  const operator = peerIdOfKey(ed25519PublicKey(operatorSeed));
  const bytes = encodeProposal({
    type: 'create',
    name,
    suite: 'ed25519',
    purpose: 'sign',
    minSigners: 2,
    members: homes.map(({ card }) => card.hostPub).sort(compareBytes),
    requesters: [operator],
    policy: new Uint8Array(),
    proposer: operator,
    node: homes[0]?.card.hostPub ?? new Uint8Array(),
    nonce: Uint8Array.from(randomBytes(16)),
    expiresMs: Date.now() + 60_000,
  });
  const hash = proposalHash(bytes);
  const operatorSignature = signAsOperator('accept', hash, operatorSeed);
  const { error } = await caller.call({ proposalSubmit: { proposal: bytes, operatorSignature } });
  if (error !== undefined && error !== null) throw new Error(error.message ?? 'not proposed');
  let last = '';
  for await (const told of caller.callAll({ proposalWatch: { proposalHash: hash } })) {
    last = `${told.ceremony?.stage} ${told.ceremony?.error?.message ?? ''}`;
    const key = told.ceremony?.key;
    if (told.ceremony?.stage === 'active' && key !== undefined && key !== null) return key;
  }
  throw new Error(`no key: ${last}`);
}

/** Asks a node for a signature as the operator. */
export async function signWith(
  { operatorSeed }: Site,
  caller: Caller,
  key: permafrost.v1.KeyInfo.$Properties,
  message: Uint8Array,
): Promise<permafrost.v1.SignProgress.$Properties> {
  const nowMs = Date.now();
  const request = signRequest(
    {
      requester: peerIdOfKey(ed25519PublicKey(operatorSeed)),
      keyId: key.id ?? new Uint8Array(),
      publicKey: key.publicKey ?? new Uint8Array(),
      suite: key.suite ?? '',
      path: '',
      tweak: new Uint8Array(),
      message,
      idempotencyKey: Uint8Array.from(randomBytes(16)),
      notBeforeMs: nowMs,
      deadlineMs: nowMs + 30_000,
    },
    operatorSeed,
  );
  const wire = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
  const { sign } = await caller.call({ signSubmit: { request: wire } });
  return sign ?? {};
}

/** The code of what a dial was refused with. */
export function codeOf(error: unknown): string | undefined {
  return (error as Partial<P2pError>).code;
}

/** Distinct loopback ports: all are held until the last one is known. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const { promise, resolve } = Promise.withResolvers<Server>();
      const server = createServer();
      server.listen(0, '127.0.0.1', () => resolve(server));
      return promise;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
