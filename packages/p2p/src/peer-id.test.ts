import { generateKeyPair } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { describe, expect, test } from 'vitest';
import { parseAddress } from './dialling.ts';
import { peerIdBytes, peerIdFromPublicKey, publicKeyFromPeerId } from './peer-id.ts';
import { resolveSettings } from './settings.ts';
import { retryDelayMs } from './supervisor.ts';
import { ipMultiaddr } from './transport.ts';

describe('PeerIds', () => {
  test('a host key and its PeerId determine each other', async () => {
    const key = await generateKeyPair('Ed25519');
    const peerId = peerIdFromPublicKey(key.publicKey.raw);
    expect(peerId).toBe(peerIdFromPrivateKey(key).toString());
    expect(publicKeyFromPeerId(peerId)).toEqual(key.publicKey.raw);
    expect(peerIdBytes(peerId)).toHaveLength(38);
  });

  test('other keys and other text are refused', async () => {
    const secp256k1 = peerIdFromPrivateKey(await generateKeyPair('secp256k1')).toString();
    const wrong = [secp256k1, '', '__proto__', `12D3KooW${'1'.repeat(44)}`, 'x'.repeat(10_000)];
    for (const text of wrong) {
      expect(() => publicKeyFromPeerId(text)).toThrow(RangeError);
      expect(() => peerIdBytes(text)).toThrow(RangeError);
    }
    expect(() => peerIdFromPublicKey(new Uint8Array(33))).toThrow(RangeError);
  });
});

describe('addresses', () => {
  const peerId = '12D3KooWK99VoVxNE7XzyBwXEzW7xhK7Gpv85r9F3V3fyKSUKPH5';
  const other = '12D3KooWJWoaqZhDaoEFshF7Rh1bpY9ohihFhzcW6d69Lr2NASuq';

  test('get their PeerId, and contradict no other', () => {
    const full = `/ip4/127.0.0.1/tcp/1/p2p/${peerId}`;
    expect(parseAddress(full).toString()).toBe(full);
    expect(parseAddress('/ip4/127.0.0.1/tcp/1', peerId).toString()).toBe(full);
    expect(() => parseAddress(full, other)).toThrow(RangeError);
    expect(() => parseAddress('/ip4/127.0.0.1/tcp/1')).toThrow(RangeError);
    expect(() => parseAddress('nonsense', peerId)).toThrow(RangeError);
  });

  test('IPs and blocks become the multiaddrs of an allow list', () => {
    expect(ipMultiaddr('10.0.0.7')).toBe('/ip4/10.0.0.7');
    expect(ipMultiaddr('10.0.0.0/8')).toBe('/ip4/10.0.0.0/ipcidr/8');
    expect(ipMultiaddr('::1')).toBe('/ip6/::1');
  });
});

describe('settings', () => {
  const base = {
    seed: new Uint8Array(32),
    listen: [],
    admission: { admits: () => undefined },
    hello: () => new Uint8Array(),
    checkHello: () => ({ ok: true }) as const,
  };

  test('the kinds of the transport are not the caller’s to give', () => {
    for (const kind of [0, 2, 3, 6, 15, 256, 1.5]) {
      expect(() => resolveSettings({ ...base, limits: new Map([[kind, 10]]) })).toThrow(RangeError);
    }
    const settings = resolveSettings({ ...base, limits: new Map([[16, 10]]) });
    expect(() => settings.checkFrame(1, new Uint8Array())).toThrow(RangeError);
    expect(() => settings.checkFrame(16, new Uint8Array(11))).toThrow(RangeError);
    settings.checkFrame(16, new Uint8Array(10));
  });

  test('lanes carry no RPC, and each side of RPC reads only what the other may send', () => {
    const { sign, bulk, rpcServer, rpcClient } = resolveSettings({ ...base, limits: new Map() });
    expect([...sign.accepts.keys()]).toEqual([1, 2, 3]);
    expect([...bulk.accepts.keys()]).toEqual([1, 2, 3]);
    expect([...rpcServer.accepts.keys()]).toEqual([1, 2, 3, 4]);
    expect([...rpcClient.accepts.keys()]).toEqual([1, 2, 3, 5]);
  });

  test('a queue holds at least one frame of any kind', () => {
    const limits = new Map([[16, 5_000_000]]);
    expect(() => resolveSettings({ ...base, limits })).toThrow(RangeError);
  });
});

describe('retries', () => {
  test('come within 100 ms at first and within 2.5 s for ever', () => {
    expect(retryDelayMs(1, 1)).toBeLessThan(100);
    for (const failures of [2, 10, 100, 1e6]) {
      expect(retryDelayMs(failures, 1)).toBeLessThanOrEqual(2_500);
      expect(retryDelayMs(failures, 0)).toBeGreaterThanOrEqual(37);
    }
  });
});
