/** One TCP hop that can turn into a black hole: it keeps its sockets open and swallows all. @module */
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

export type Proxy = {
  readonly port: number;
  /** From now on nothing gets through any open connection, and none of them is closed. */
  readonly partition: () => void;
  /** Closes what was partitioned; new connections get through again. */
  readonly heal: () => void;
  readonly close: () => Promise<void>;
};

export async function startProxy(targetPort: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let partitioned = false;
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = createConnection({ host: '127.0.0.1', port: targetPort, noDelay: true });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!partitioned) to.write(chunk);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        if (!partitioned) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const closeSockets = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    partition() {
      partitioned = true;
    },
    heal() {
      closeSockets();
      partitioned = false;
    },
    async close() {
      closeSockets();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
