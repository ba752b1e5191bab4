/**
 * A unix socket that speaks the ssh-agent protocol and hands everything to be signed to the
 * network.
 * @module
 */
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { PermafrostError } from '@permafrost/client/errors';
import { sshKeyBlob } from '../encodings/ssh.ts';
import {
  type AgentKey,
  createFrameReader,
  failure,
  identitiesAnswer,
  kindOfData,
  parseAgentRequest,
  signResponse,
  success,
} from './frames.ts';

/** What a sockaddr_un holds on Linux, less the final zero. */
export const SOCKET_PATH_BYTES_MAX: number = 107;

/** Connections at once, and answers that one connection may wait for. */
const CONNECTIONS_MAX = 64;
const PENDING_MAX = 16;

export type AgentPorts = {
  /** The keys that may be offered now. */
  readonly keys: () => Promise<readonly AgentKey[]>;
  readonly sign: (key: AgentKey, data: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
  /** One line for the operator; never the data. */
  readonly log: (line: string) => void;
};

export type Agent = {
  readonly path: string;
  /** Stops answering and removes the socket. */
  readonly stop: () => Promise<void>;
};

/**
 * Listens on `path`, mode 0600.
 * @throws PermafrostError E_BAD_REQUEST for a path that is too long or taken
 */
export async function startAgent(path: string, ports: AgentPorts): Promise<Agent> {
  await checkPath(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, ports);
  });
  server.maxConnections = CONNECTIONS_MAX;
  await listen(server, path);
  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    rmSync(path, { force: true });
  }
  return { path, stop };
}

/** Answers in the order of the questions, one at a time for each connection. */
function serve(socket: Socket, ports: AgentPorts): void {
  const reader = createFrameReader();
  const gone = new AbortController();
  const waiting: Buffer[] = [];
  let busy = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const reply = await answer(body, ports, gone.signal);
      if (!socket.destroyed) socket.write(reply);
      if (waiting.length < PENDING_MAX) socket.resume();
    }
    busy = false;
  }

  socket.on('data', (chunk) => {
    const bodies = reader.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (bodies === undefined) {
      socket.destroy();
      return;
    }
    waiting.push(...bodies);
    if (waiting.length >= PENDING_MAX) socket.pause();
    void work();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort());
}

async function answer(body: Buffer, ports: AgentPorts, signal: AbortSignal): Promise<Buffer> {
  const request = parseAgentRequest(body);
  try {
    switch (request.type) {
      case 'identities':
        return identitiesAnswer(await ports.keys());
      case 'sign': {
        const keys = await ports.keys();
        const key = keys.find((one) => sshKeyBlob(one.publicKey).equals(request.keyBlob));
        if (key === undefined) return failure();
        const signature = await ports.sign(key, request.data, signal);
        ports.log(`signed ${kindOfData(request.data)} with ${key.name}`);
        return signResponse(signature);
      }
      case 'session-bind':
        return success();
      case 'unknown':
        return failure();
    }
  } catch (error) {
    if (!(error instanceof PermafrostError)) throw error;
    ports.log(`refused: ${error.code} ${error.message}`);
    return failure();
  }
}

async function checkPath(path: string): Promise<void> {
  const length = Buffer.byteLength(path);
  if (length > SOCKET_PATH_BYTES_MAX) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `the socket path has ${length} bytes; ${SOCKET_PATH_BYTES_MAX} are possible`,
      hint: 'give a shorter one with --socket PATH',
    });
  }
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isSocket() || (await isAnswered(path))) {
    const what = there.isSocket() ? 'an agent listens there already' : 'it is no socket';
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${path} exists: ${what}`,
      hint: 'stop that one, or give another path with --socket PATH',
    });
  }
  rmSync(path, { force: true });
}

/** Whether somebody listens: a socket file that a killed agent left behind refuses. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The mask is set around bind, so that there is no moment at which others could connect. */
function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Threads cannot set it; there the mode is right a moment later.
    const before = isMainThread ? process.umask(0o177) : undefined;
    const restore = () => {
      if (before !== undefined) process.umask(before);
    };
    server.once('error', (cause) => {
      restore();
      const message = `cannot listen on ${path}: ${cause.message}`;
      reject(
        new PermafrostError({
          code: 'E_BAD_REQUEST',
          message,
          hint: 'give another --socket PATH',
          cause,
        }),
      );
    });
    server.listen(path, () => {
      restore();
      chmodSync(path, 0o600);
      resolve();
    });
  });
}
