import { describe, expect, test } from 'vitest';
import { type Boot, createPeers, isUp, type PeersOutput, stepPeers } from './peers.ts';

function boot(counter: number, id = counter): Boot {
  return { hostPub: new Uint8Array(32), bootId: new Uint8Array(16).fill(id), counter };
}

function table() {
  const peers = createPeers(['aa', 'bb']);
  const up = (host: string, given: Boot): readonly PeersOutput[] =>
    stepPeers(peers, { type: 'up', host, boot: given, monotonicMs: 5 });
  const down = (host: string, reason: string): readonly PeersOutput[] =>
    stepPeers(peers, { type: 'down', host, reason, monotonicMs: 9 });
  return { peers, up, down };
}

const types = (outputs: readonly PeersOutput[]): readonly string[] =>
  outputs.map(({ type }) => type);

describe('a peer', () => {
  test('is down, and says why, until it is connected', () => {
    const { peers, up, down } = table();
    expect(isUp(peers, 'aa')).toBe(false);
    expect(peers.byHost.get('aa')?.reason).toBe('not yet connected');
    up('aa', boot(1));
    expect(isUp(peers, 'aa')).toBe(true);
    expect(isUp(peers, 'bb')).toBe(false);
    expect(peers.byHost.get('aa')).toMatchObject({ reason: '', sinceMs: 5 });
    down('aa', 'silent');
    expect(peers.byHost.get('aa')).toMatchObject({ up: false, reason: 'silent', sinceMs: 9 });
  });

  test('keeps its boot over a lost connection: what it promised in it still holds', () => {
    const { up, down } = table();
    expect(types(up('aa', boot(1)))).toEqual(['new-boot']);
    down('aa', 'silent');
    expect(up('aa', boot(1))).toEqual([]);
  });

  test('with another boot voids what it promised', () => {
    const { up } = table();
    up('aa', boot(1));
    expect(up('aa', boot(2))).toEqual([{ type: 'new-boot', host: 'aa', boot: boot(2) }]);
  });

  test('with an older boot is an alarm, each time until it has outlived its copy', () => {
    const { up } = table();
    up('aa', boot(5));
    expect(up('aa', boot(3))).toEqual([
      { type: 'old-boot', host: 'aa', seen: 5, now: 3 },
      { type: 'new-boot', host: 'aa', boot: boot(3) },
    ]);
    // The restored copy counts on from where it was: still below what was seen.
    expect(types(up('aa', boot(4)))).toEqual(['old-boot', 'new-boot']);
    expect(types(up('aa', boot(5, 99)))).toEqual(['old-boot', 'new-boot']);
    expect(types(up('aa', boot(6)))).toEqual(['new-boot']);
  });

  test('that runs twice is an alarm: one counter, two boots', () => {
    const { up } = table();
    up('aa', boot(5));
    expect(types(up('aa', boot(5, 6)))).toEqual(['old-boot', 'new-boot']);
    // What this connection may ask for is what this connection proved.
    expect(types(up('aa', boot(5)))).toEqual(['new-boot']);
  });

  test('that is not on the roster leaves no trace', () => {
    const { peers, up, down } = table();
    expect(up('cc', boot(1))).toEqual([]);
    expect(down('cc', 'gone')).toEqual([]);
    expect([...peers.byHost.keys()]).toEqual(['aa', 'bb']);
    expect(isUp(peers, 'cc')).toBe(false);
  });

  test('is counted against by host and code, and by nothing it could name itself', () => {
    const { peers } = table();
    for (const code of ['bad-envelope', 'bad-envelope', '__proto__']) {
      expect(stepPeers(peers, { type: 'fault', host: 'aa', code })).toEqual([]);
    }
    expect([...(peers.blame.get('aa') ?? [])]).toEqual([
      ['bad-envelope', 2],
      ['__proto__', 1],
    ]);
    expect(peers.blame.has('bb')).toBe(false);
    expect(({} as Record<string, unknown>)['bad-envelope']).toBeUndefined();
  });
});
