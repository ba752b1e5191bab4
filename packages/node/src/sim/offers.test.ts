import { parseEnvelope } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { limits, type permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKey, requestSignature, type Signed } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('pay 3');
const { FRAME } = limits;
type Key = permafrost.v1.KeyInfo.$Properties;

beforeAll(installNodeCrypto);

/** A key of all nodes, which signed once at the first of them, and idle moments since. */
function withUsedKey(seed: number, nodes: number, minSigners: number) {
  const network = createNetwork({ seed, nodes, suiteOf: () => toy });
  network.setConditions({ repeatRatio: 0 });
  for (let i = 0; i < nodes; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error(network.world.trace.join('\n'));
  expect(sign(network, key).progress?.state).toBe('signed');
  network.run(3_000);
  return { network, key };
}

function sign(network: Network, key: Key, at = 0): Signed {
  const signed = requestSignature(network, { at, key, message });
  network.run(2_000);
  return signed;
}

/** Frames of signing from now on, in words. */
function watchFrames(network: Network): string[] {
  const seen: string[] = [];
  network.onFrame(({ kind, body }) => {
    if (kind === FRAME.sign) seen.push(parseEnvelope(body).round === 1 ? 'request' : 'share');
    else if (kind === FRAME.offerRequest) seen.push('pull');
    else if (kind === FRAME.signRefusal) seen.push('refusal');
    return body;
  });
  return seen;
}

const ROUND = ['request', 'request', 'share', 'share'];

function verifies(key: Key, { progress }: Signed): boolean {
  const signature = progress?.signature ?? new Uint8Array();
  return toy.verify({ publicKey: key.publicKey ?? new Uint8Array(), message, signature });
}

describe('a request', () => {
  test('is t - 1 SignRequests and t - 1 SignShares, and no more, however many came before', () => {
    const { network, key } = withUsedKey(1, 5, 3);
    const seen = watchFrames(network);
    for (let i = 0; i < 30; i++) {
      const signed = sign(network, key);
      expect(verifies(key, signed)).toBe(true);
      expect(seen.splice(0).sort()).toEqual(ROUND);
    }
  });

  test('needs no more after links broke and came back: what was offered is still good', () => {
    const { network, key } = withUsedKey(2, 5, 3);
    const seen = watchFrames(network);
    for (let i = 0; i < 6; i++) {
      for (const peer of [1, 2, 3, 4]) network.reset(0, peer);
      network.run(5_000);
      expect(verifies(key, sign(network, key))).toBe(true);
      expect(seen.splice(0).sort()).toEqual(ROUND);
    }
  });

  test('uses no offer of a boot that is over, of its owners or its coordinator', () => {
    const { network, key } = withUsedKey(3, 5, 3);
    const seen = watchFrames(network);
    for (const restarted of [1, 2, 0, 3, 0]) {
      network.kill(restarted);
      network.run(500);
      network.start(restarted);
      network.run(15_000);
      for (let i = 0; i < 3; i++) expect(verifies(key, sign(network, key))).toBe(true);
      expect(seen.splice(0)).not.toContain('refusal');
    }
  });

  test('finds its way when it comes before the offers do', () => {
    const { network, key } = withUsedKey(4, 5, 3);
    network.kill(0);
    network.run(500);
    let signed: Signed | undefined;
    let links = 0;
    network.onInput((index, input) => {
      if (index !== 0 || input.type !== 'peer-up' || ++links < 3) return;
      signed ??= requestSignature(network, { at: 0, key, message });
    });
    network.start(0);
    network.run(15_000);
    expect(signed !== undefined && verifies(key, signed)).toBe(true);
  });
});

describe('a coordinator that dies between choosing signers and sending', () => {
  test('leaves nothing behind that would hinder the same request', () => {
    for (let seed = 10; seed < 14; seed++) {
      const { network, key } = withUsedKey(seed, 4, 3);
      let isDead = false;
      network.onAction((index, action) => {
        if (index !== 0 || isDead || action.type !== 'send' || action.kind !== FRAME.sign) return;
        isDead = true;
        network.kill(0);
      });
      const idempotencyKey = new Uint8Array(16).fill(seed);
      requestSignature(network, { at: 0, key, message, idempotencyKey });
      network.run(500);
      expect(isDead).toBe(true);
      network.start(0);
      network.run(15_000);
      const again = requestSignature(network, { at: 0, key, message, idempotencyKey });
      network.run(3_000);
      expect(verifies(key, again), `seed ${seed}`).toBe(true);
    }
  });
});

describe('signers that never answer', () => {
  test('cost one request a short delay, and those after it none', () => {
    const { network, key } = withUsedKey(5, 5, 3);
    for (let i = 0; i < 12; i++) sign(network, key); // How long answers take is known by now.
    const silent = new Set([1, 2]);
    network.onFrame(({ from, kind, body }) =>
      silent.has(from) && kind === FRAME.sign ? undefined : body,
    );
    const attempts: number[] = [];
    for (let i = 0; i < 8; i++) {
      const signed = requestSignature(network, { at: 0, key, message });
      network.run(1_000);
      expect(verifies(key, signed)).toBe(true);
      attempts.push(signed.progress?.attempts?.length ?? 0);
    }
    expect(Math.max(...attempts)).toBeLessThanOrEqual(3);
    expect(attempts.slice(-4)).toEqual([1, 1, 1, 1]);
  });

  test('are waited for where no one else is left, until they answer', () => {
    const { network, key } = withUsedKey(6, 3, 3);
    let isHeld = true;
    const held: (() => void)[] = [];
    network.onFrame((frame) => {
      if (!isHeld || frame.from !== 1 || frame.kind !== FRAME.sign) return frame.body;
      held.push(() => network.inject(frame));
      return undefined;
    });
    const signed = requestSignature(network, { at: 0, key, message });
    network.run(12_000);
    expect(signed.progress).toBeUndefined();
    isHeld = false;
    for (const give of held) give();
    network.run(1_000);
    expect(verifies(key, signed)).toBe(true);
  });
});

test('nodes with many keys begin with few offers, and memory does not grow with requests', () => {
  const { network, key } = withUsedKey(7, 5, 3);
  const sizes = (): number =>
    Math.max(
      ...network.nodes.flatMap(
        ({ core }) =>
          core?.poolSizes().map(({ pool, size }) => (/offers|nonces/.test(pool) ? size : 0)) ?? [],
      ),
    );
  for (let i = 0; i < 40; i++) requestSignature(network, { at: i % 2, key, message });
  network.run(20_000);
  // Two coordinators in use, at each of four others, and little for the rest.
  expect(sizes()).toBeGreaterThan(16);
  expect(sizes()).toBeLessThan(5 * limits.OFFERS_PER_COORDINATOR_MAX);
});
