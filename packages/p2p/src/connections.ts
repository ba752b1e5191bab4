/**
 * Connections live as long as something uses them: a link, or RPC streams. One that nobody uses is
 * closed, by its dialler at once and by the other side after a while.
 * @module
 */
import type { Connection } from '@libp2p/interface';

const IDLE_MS = 10_000;

export type Connections = {
  readonly retain: (connection: Connection) => void;
  readonly release: (connection: Connection) => void;
  /** Closes what nobody has used for ten seconds. To be called now and then. */
  readonly reap: (open: readonly Connection[], nowMs: number) => void;
};

export function createConnections(): Connections {
  const users = new Map<Connection, number>();
  const releasedMs = new WeakMap<Connection, number>();
  return {
    retain(connection) {
      if (!users.has(connection)) {
        connection.addEventListener('close', () => users.delete(connection), { once: true });
      }
      users.set(connection, (users.get(connection) ?? 0) + 1);
    },
    release(connection) {
      const left = (users.get(connection) ?? 1) - 1;
      if (left > 0) {
        users.set(connection, left);
        return;
      }
      users.delete(connection);
      releasedMs.set(connection, Date.now());
      if (connection.direction === 'outbound') abortConnection(connection, 'no longer used');
    },
    reap(open, nowMs) {
      for (const connection of open) {
        if (users.has(connection)) continue;
        const sinceMs = releasedMs.get(connection) ?? connection.timeline.open;
        if (nowMs - sinceMs >= IDLE_MS) abortConnection(connection, 'idle');
      }
    },
  };
}

/** Not close(): after a dial that was refused, that never settles. */
export function abortConnection(connection: Connection, message: string): void {
  if (connection.status === 'open') connection.abort(new Error(message));
}
