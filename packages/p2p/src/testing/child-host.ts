/**
 * A host in a process of its own, for tests: prints its events as JSON lines.
 * Argument: JSON of {@link ChildOptions}.
 * @module
 */
import type { PeerAddress } from '../api.ts';
import { createHost } from '../host.ts';

export type ChildOptions = {
  readonly seedByte: number;
  readonly port: number;
  readonly peers: readonly PeerAddress[];
  readonly freezeObjectPrototype?: boolean;
};

const options = JSON.parse(process.argv[2]!) as ChildOptions;
const startedMs = performance.now();
const print = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
if (options.freezeObjectPrototype === true) Object.freeze(Object.prototype);

const host = await createHost({
  seed: new Uint8Array(32).fill(options.seedByte),
  listen: [`/ip4/127.0.0.1/tcp/${options.port}`],
  admission: { admits: () => 'host' },
  hello: () => Uint8Array.of(options.seedByte),
  checkHello: () => ({ ok: true }),
  limits: new Map([[16, 64 * 1024]]),
  trustedIps: ['127.0.0.1'],
  handlers: {
    onPeerUp: (peerId) =>
      print({ type: 'up', peerId, sinceStartMs: Math.round(performance.now() - startedMs) }),
    onPeerDown: (peerId, reason) => print({ type: 'down', peerId, code: reason.code }),
    // An echo, by which the round trip is measured.
    onFrame: (peerId, lane, kind, body) => void host.sendFrame(peerId, lane, kind, body),
  },
});
host.handleRpc((call) => void call.respond(call.body, { more: false }));
host.setPeers(options.peers);
print({ type: 'listening', addresses: host.addresses() });
process.stdin.on('data', () => print({ type: 'memory', rss: process.memoryUsage().rss }));
process.stdin.on('end', () => void host.stop().then(() => process.exit(0)));
