import type { Boot } from '@permafrost/protocol';
import { describe, expect, test } from 'vitest';
import {
  createPeers,
  isCutOff,
  isRefused,
  isUp,
  type PeersOutput,
  restoreHighest,
  stepPeers,
} from './peers.ts';

function boot(counter: number, id = counter): Boot {
  return {
    hostPub: new Uint8Array(32),
    bootId: new Uint8Array(16).fill(id),
    counter,
    signature: new Uint8Array(64),
  };
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
    expect(types(up('aa', boot(1)))).toEqual(['highest', 'new-boot']);
    down('aa', 'silent');
    expect(up('aa', boot(1))).toEqual([]);
  });

  test('with a later boot voids what it promised, and that boot is to be remembered', () => {
    const { up } = table();
    up('aa', boot(1));
    expect(up('aa', boot(2))).toEqual([
      { type: 'highest', host: 'aa', boot: boot(2) },
      { type: 'new-boot', host: 'aa', boot: boot(2) },
    ]);
  });

  test('with an earlier boot is not linked, an alarm each time that it is another one', () => {
    const { peers, up, down } = table();
    up('aa', boot(5));
    down('aa', 'closed');
    const old = { type: 'old-boot', host: 'aa', highest: boot(5), boot: boot(3) } as const;
    expect(up('aa', boot(3))).toEqual([{ ...old, isNews: true }]);
    expect(up('aa', boot(3))).toEqual([{ ...old, isNews: false }]);
    expect(isUp(peers, 'aa')).toBe(false);
    expect(isCutOff(peers, 'aa')).toBe(true);
    expect(peers.byHost.get('aa')?.reason).toBe('it shows boot 3 after boot 5');
    // A restored copy counts on from where it was: still below what was seen.
    expect(up('aa', boot(4))).toEqual([{ ...old, boot: boot(4), isNews: true }]);
    // Whoever goes on after all of them is the one.
    expect(types(up('aa', boot(6)))).toEqual(['highest', 'new-boot']);
    expect(isUp(peers, 'aa')).toBe(true);
    expect(isCutOff(peers, 'aa')).toBe(false);
    expect(peers.byHost.get('aa')?.refused).toBeUndefined();
  });

  test('that runs twice is an alarm: one counter, two boots; the first one stays', () => {
    const { peers, up } = table();
    up('aa', boot(5));
    expect(types(up('aa', boot(5, 6)))).toEqual(['old-boot']);
    expect(isUp(peers, 'aa')).toBe(true);
    expect(peers.byHost.get('aa')?.boot).toEqual(boot(5));
    expect(isRefused(peers, 'aa', boot(5, 6))).toBe(true);
    expect(isRefused(peers, 'aa', boot(5))).toBe(false);
  });

  test('that shows a later boot elsewhere loses the link of its earlier one', () => {
    const { peers, up } = table();
    up('aa', boot(5));
    expect(stepPeers(peers, { type: 'boot', host: 'aa', boot: boot(5) })).toEqual([]);
    expect(stepPeers(peers, { type: 'boot', host: 'aa', boot: boot(6) })).toEqual([
      { type: 'highest', host: 'aa', boot: boot(6) },
      { type: 'outdated', host: 'aa' },
    ]);
    expect(types(stepPeers(peers, { type: 'boot', host: 'aa', boot: boot(5) }))).toEqual([
      'old-boot',
    ]);
    expect(isRefused(peers, 'aa', boot(5))).toBe(true);
  });

  test('is held to what it proved before our own restart', () => {
    const { peers, up } = table();
    restoreHighest(peers, 'aa', boot(7));
    restoreHighest(peers, 'cc', boot(7));
    expect(types(up('aa', boot(6)))).toEqual(['old-boot']);
    expect(types(up('aa', boot(7)))).toEqual(['new-boot']);
    expect(peers.byHost.has('cc')).toBe(false);
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
