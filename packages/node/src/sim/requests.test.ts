import { ed25519PublicKey, toHex } from '@permafrost/frost';
import {
  decodeEvidence,
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
  verifyEvidence,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('pay 3');
const idempotencyKey = new Uint8Array(16).fill(7);
type Key = permafrost.v1.KeyInfo.$Properties;

beforeAll(installNodeCrypto);

function withKey(
  seed: number,
  shape: { readonly nodes: number; readonly minSigners: number; readonly members?: number[] },
): { network: Network; key: Key } {
  const { nodes, minSigners, members } = shape;
  const network = createNetwork({ seed, nodes, suiteOf: () => toy });
  for (let i = 0; i < nodes; i++) network.start(i);
  const chosen = members === undefined ? {} : { members };
  const watched = createKey(network, { at: 0, name: 'team', minSigners, ...chosen });
  network.run(20_000);
  if (watched.key === undefined) throw new Error(network.world.trace.join('\n'));
  return { network, key: watched.key };
}

function verifies(key: Key, signature: Uint8Array | null | undefined): boolean {
  const publicKey = key.publicKey ?? new Uint8Array();
  return toy.verify({ publicKey, message, signature: signature ?? new Uint8Array() });
}

describe('a request', () => {
  test('given twice gets the same bytes, also after its entry node was killed', () => {
    const { network, key } = withKey(1, { nodes: 3, minSigners: 2 });
    const ask = () => {
      const signed = requestSignature(network, { at: 1, key, message, idempotencyKey });
      network.run(3_000);
      return signed.progress;
    };
    const first = ask();
    expect(first?.state).toBe('signed');
    expect(verifies(key, first?.signature)).toBe(true);
    expect(ask()?.signature).toEqual(first?.signature);
    network.kill(1);
    network.run(1_000);
    network.start(1);
    network.run(3_000);
    expect(ask()?.signature).toEqual(first?.signature);
  });

  test('with the idempotency key of another one is a conflict', () => {
    const { network, key } = withKey(2, { nodes: 3, minSigners: 2 });
    requestSignature(network, { at: 0, key, message, idempotencyKey });
    network.run(3_000);
    const other = new TextEncoder().encode('pay 4');
    const second = requestSignature(network, { at: 0, key, message: other, idempotencyKey });
    network.run(3_000);
    expect(second.progress?.error?.code).toBe('E_IDEMPOTENCY_CONFLICT');
    // At another entry node the signers themselves refuse.
    const third = requestSignature(network, { at: 1, key, message: other, idempotencyKey });
    network.run(8_000);
    expect(third.progress?.state).toBe('failed');
  });

  test('with fewer than the threshold alive fails fast, says who is down, and that nothing was signed', () => {
    const { network, key } = withKey(3, { nodes: 5, minSigners: 3 });
    for (const dead of [1, 2, 3]) network.kill(dead);
    network.run(1_000);
    const began = network.world.now();
    let endedMs = Number.POSITIVE_INFINITY;
    network.onAction((_, action) => {
      if (action.type === 'respond') endedMs = network.world.now();
    });
    const signed = requestSignature(network, { at: 0, key, message });
    network.run(10_000);
    expect(signed.progress?.error?.code).toBe('E_THRESHOLD');
    expect(signed.progress?.error?.nothingSigned).toBe('true');
    expect(signed.progress?.error?.need).toBe(3);
    expect(signed.progress?.error?.have).toBe(2);
    expect([...(signed.progress?.error?.down ?? [])].sort()).toEqual(['node2', 'node3', 'node4']);
    expect(endedMs - began).toBeLessThan(2_000);
  });

  test('is answered only once its answer is on the disk', () => {
    const { network, key } = withKey(6, { nodes: 3, minSigners: 2 });
    const durable: boolean[] = [];
    network.onAction((index, action) => {
      if (action.type !== 'respond') return;
      const { sign } = decodeMessage(permafrost.v1.RpcResponse, action.body);
      if (sign?.state !== 'signed') return;
      const records = network.nodes[index]?.disk.records ?? new Map<string, Uint8Array>();
      durable.push([...records.keys()].some((path) => path.startsWith('request/')));
    });
    const signed = requestSignature(network, { at: 0, key, message });
    network.run(5_000);
    expect(signed.progress?.state).toBe('signed');
    expect(durable).toEqual([true]);
  });

  test('survives the death of a signer while it runs', () => {
    for (let seed = 10; seed < 20; seed++) {
      const { network, key } = withKey(seed, { nodes: 4, minSigners: 2 });
      let isDead = false;
      network.onFrame(({ from, kind, body }) => {
        // The first signer that answers dies with its answer.
        if (kind !== limits.FRAME.sign || from === 0 || isDead) return body;
        isDead = true;
        network.kill(from);
        return undefined;
      });
      const signed = requestSignature(network, { at: 0, key, message });
      network.run(10_000);
      expect(isDead).toBe(true);
      expect(signed.progress?.state, `seed ${seed}`).toBe('signed');
      expect(verifies(key, signed.progress?.signature)).toBe(true);
    }
  });

  test('at a node that is no member is handed to one that is', () => {
    const { network, key } = withKey(4, { nodes: 4, minSigners: 2, members: [0, 1, 2] });
    const signed = requestSignature(network, { at: 3, key, message });
    network.run(5_000);
    expect(signed.progress?.state).toBe('signed');
    network.kill(0);
    network.run(1_000);
    const again = requestSignature(network, { at: 3, key, message });
    network.run(5_000);
    expect(again.progress?.state).toBe('signed');
  });

  test('that is wrong gets its code, and nothing is signed', () => {
    const { network, key } = withKey(5, { nodes: 3, minSigners: 2 });
    const wrong: readonly (readonly [string, Parameters<typeof requestSignature>[1]['change']])[] =
      [
        ['E_UNKNOWN_KEY', (request) => ({ ...request, keyId: new Uint8Array(16) })],
        ['E_SUITE_MISMATCH', (request) => ({ ...request, suite: 'p256' })],
        ['E_BAD_REQUEST', (request) => ({ ...request, publicKey: new Uint8Array(32).fill(1) })],
        ['E_FORBIDDEN', (request) => ({ ...request, message: new Uint8Array(3) })],
        ['E_DEADLINE', (request) => ({ ...request, notBeforeMs: 1, deadlineMs: 2 })],
      ];
    for (const [code, change] of wrong) {
      const signed = requestSignature(network, {
        at: 0,
        key,
        message,
        ...(change === undefined ? {} : { change }),
      });
      network.run(3_000);
      // The signature covers everything, so the window is refused as forged: either code is right.
      const got = signed.progress?.error?.code;
      expect(code === 'E_DEADLINE' ? ['E_DEADLINE', 'E_FORBIDDEN'] : [code], code).toContain(got);
      expect(signed.progress?.error?.nothingSigned, code).toBe('true');
    }
  });
});

describe('a signer that lies', () => {
  test('is excluded with evidence that convinces strangers, and nobody else is blamed', () => {
    let lies = 0;
    for (let seed = 30; seed < 36; seed++) {
      const { network, key } = withKey(seed, { nodes: 4, minSigners: 3 });
      const liar = 2;
      const node = network.nodes[liar];
      if (node === undefined) throw new Error('no such node');
      network.onFrame(({ from, kind, body }) => {
        if (from !== liar || kind !== limits.FRAME.sign) return body;
        const opened = parseEnvelope(body);
        if (opened.round !== 2) return body;
        const { reqHash, share } = decodeSignShare(opened.payload);
        const wrong = toy.encodeScalar((toy.decodeScalar(share) + 1n) % toy.order);
        return sealEnvelope(
          { ...opened, payload: encodeSignShare({ reqHash, share: wrong }) },
          node.seed,
        );
      });
      for (let request = 0; request < 4; request++) {
        const signed = requestSignature(network, { at: 0, key, message });
        network.run(5_000);
        expect(signed.progress?.state, `seed ${seed}`).toBe('signed');
        expect(verifies(key, signed.progress?.signature)).toBe(true);
        expect(signed.progress?.signers).not.toContain('node3');
      }
      const evidence = network.nodes.flatMap((one) => one.evidence);
      for (const text of evidence) {
        const verdict = verifyEvidence(decodeEvidence(text), () => toy);
        expect(verdict.proven && toHex(verdict.culprit)).toBe(toHex(ed25519PublicKey(node.seed)));
      }
      const blamed = network.nodes
        .flatMap(({ logs }) => logs)
        .filter(({ event }) => event === 'fault')
        .map(({ fields }) => fields.node);
      expect(new Set(blamed)).toEqual(new Set(evidence.length === 0 ? [] : ['node3']));
      lies += evidence.length;
    }
    // In some of these worlds it is never asked.
    expect(lies).toBeGreaterThan(2);
  });
});

describe('proposals', () => {
  test('a second key of one name is refused before anything runs', () => {
    const { network } = withKey(6, { nodes: 3, minSigners: 2 });
    const second = createKey(network, { at: 1, name: 'team', minSigners: 3 });
    network.run(5_000);
    expect(second.error?.code).toBe('E_BAD_REQUEST');
    expect(second.stages).toEqual([]);
  });

  test('two at once of one name end with one key or none, and the name is free for the next', () => {
    for (let seed = 40; seed < 50; seed++) {
      const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy });
      for (let i = 0; i < 3; i++) network.start(i);
      network.run(1_000);
      const both = [0, 1].map((at) => createKey(network, { at, name: 'team', minSigners: 2 }));
      network.run(20_000);
      const made = both.filter(({ key }) => key !== undefined);
      expect(made.length).toBeLessThanOrEqual(1);
      if (made.length > 0) continue;
      const third = createKey(network, { at: 2, name: 'team', minSigners: 2 });
      network.run(20_000);
      expect(third.key, `seed ${seed}`).toBeDefined();
    }
  });

  test('one whose member dies for good during key generation fails, names it, and frees the name', () => {
    for (let seed = 60; seed < 66; seed++) {
      const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy });
      for (let i = 0; i < 3; i++) network.start(i);
      network.run(1_000);
      let frames = 0;
      network.onFrame(({ from, kind, body }) => {
        if (from !== 2 || kind !== limits.FRAME.ceremony) return body;
        if (++frames === seed - 59) network.kill(2);
        return body;
      });
      const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
      network.run(30_000);
      expect(watched.error?.code, `seed ${seed}`).toBe('E_CEREMONY');
      expect(watched.error?.blame).toEqual(['node3']);
      network.start(2);
      network.run(2_000);
      const again = createKey(network, { at: 0, name: 'team', minSigners: 2 });
      network.run(20_000);
      expect(again.key, `seed ${seed}`).toBeDefined();
    }
  });

  test('one with a member that is down waits for it, names it, and goes on when it is back', () => {
    const network = createNetwork({ seed: 7, nodes: 3, suiteOf: () => toy });
    network.start(0);
    network.start(1);
    network.run(1_000);
    const watched = createKey(network, { at: 0, name: 'late', minSigners: 2 });
    network.run(5_000);
    expect(watched.stages).toEqual(['accepting']);
    network.start(2);
    network.run(20_000);
    expect(watched.stages.at(-1)).toBe('active');
  });
});
