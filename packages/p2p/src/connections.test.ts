import type { Connection } from '@libp2p/interface';
import { describe, expect, test } from 'vitest';
import { createConnections } from './connections.ts';

type Fake = { readonly connection: Connection; readonly aborted: () => boolean };

function fake(direction: 'inbound' | 'outbound', openMs: number): Fake {
  const target = new EventTarget();
  const state = { direction, status: 'open', timeline: { open: openMs } };
  const abort = (): void => {
    state.status = 'aborted';
    target.dispatchEvent(new Event('close'));
  };
  const connection = Object.assign(target, state, { abort });
  Object.defineProperty(connection, 'status', { get: () => state.status });
  return {
    connection: connection as unknown as Connection,
    aborted: () => state.status === 'aborted',
  };
}

describe('connections', () => {
  test('the dialler closes one when its last user has gone', () => {
    const connections = createConnections();
    const { connection, aborted } = fake('outbound', 0);
    connections.retain(connection);
    connections.retain(connection);
    connections.release(connection);
    expect(aborted()).toBe(false);
    connections.release(connection);
    expect(aborted()).toBe(true);
  });

  test('the other side leaves that to the dialler, for ten seconds', () => {
    const connections = createConnections();
    const { connection, aborted } = fake('inbound', 0);
    connections.retain(connection);
    connections.reap([connection], Date.now() + 60_000);
    connections.release(connection);
    connections.reap([connection], Date.now() + 9_000);
    expect(aborted()).toBe(false);
    connections.reap([connection], Date.now() + 11_000);
    expect(aborted()).toBe(true);
  });

  test('one that was opened and never used is closed too', () => {
    const connections = createConnections();
    const { connection, aborted } = fake('inbound', 1_000);
    connections.reap([connection], 10_999);
    expect(aborted()).toBe(false);
    connections.reap([connection], 11_000);
    expect(aborted()).toBe(true);
  });
});
