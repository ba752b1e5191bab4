import { toHex } from '@permafrost/frost';
import {
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKey, requestSignature } from '../sim/requests.ts';
import { createNetwork, type Network } from '../sim/world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const LIAR = 1;

beforeAll(installNodeCrypto);

/** Three nodes with a key, and a member whose shares are all wrong from now on. */
function scene(): { readonly network: Network; readonly sign: () => void } {
  const network = createNetwork({ seed: 3, nodes: 3, suiteOf: () => toy });
  for (let i = 0; i < 3; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error('no key');
  const seed = network.nodes[LIAR]?.seed ?? new Uint8Array();
  network.onFrame(({ from, kind, body }) => {
    if (from !== LIAR || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    if (opened.round !== 2) return body;
    const { reqHash, share } = decodeSignShare(opened.payload);
    const wrong = toy.encodeScalar((toy.decodeScalar(share) + 1n) % toy.order);
    return sealEnvelope({ ...opened, payload: encodeSignShare({ reqHash, share: wrong }) }, seed);
  });
  const sign = () => {
    requestSignature(network, { at: 0, key, message: new Uint8Array(3) });
    network.run(10_000);
  };
  return { network, sign };
}

function blameAt(network: Network, at: number): readonly permafrost.v1.BlameEntry.$Properties[] {
  let blame: readonly permafrost.v1.BlameEntry.$Properties[] = [];
  const body = encodeMessage(permafrost.v1.RpcRequest, { nodeStatus: {} });
  const caller = network.nodes[at]?.operator.operator ?? '';
  network.call(at, caller, body, (answer) => {
    blame = decodeMessage(permafrost.v1.RpcResponse, answer.body).nodeStatus?.blame ?? [];
  });
  network.run(1_000);
  return blame;
}

function restart(network: Network, at: number): void {
  network.kill(at);
  network.run(5_000);
  network.start(at);
  network.run(5_000);
}

describe('what a node holds against another', () => {
  test('is shown with its proofs, and outlives a restart', () => {
    const { network, sign } = scene();
    expect(blameAt(network, 0)).toEqual([]);
    network.kill(2);
    for (let i = 0; i < 3; i++) sign();
    const [before, ...none] = blameAt(network, 0);
    expect(none).toEqual([]);
    expect(before).toMatchObject({ node: 'node2', code: 'invalid-share' });
    expect(before?.count).toBeGreaterThanOrEqual(3);
    expect(before?.files?.length).toBe(network.nodes[0]?.evidence.length);
    expect(before?.files?.[0]).toMatch(/^\d+-1-node2-invalid-share\.json$/);

    restart(network, 0);
    expect(blameAt(network, 0)).toEqual([before]);
    sign();
    const [after] = blameAt(network, 0);
    expect(after?.count).toBeGreaterThan(before?.count ?? 0);
    expect(new Set(after?.files).size).toBe(after?.files?.length);
  });

  test('is nothing when nobody did anything but stay silent', () => {
    const { network, sign } = scene();
    network.kill(LIAR);
    network.kill(2);
    for (let i = 0; i < 3; i++) sign();
    restart(network, 0);
    expect(blameAt(network, 0)).toEqual([]);
    const records = [...(network.nodes[0]?.disk.records.keys() ?? [])];
    expect(records.filter((path) => /^(fault|blame)\//.test(path))).toEqual([]);
  });

  test('is told of ever more rarely in a storm, and takes no more room', () => {
    const { network } = scene();
    const words = (i: number) => Uint8Array.of(255, i & 255, i >> 8);
    for (let i = 0; i < 1_200; i++) {
      network.inject({ from: LIAR, to: 0, kind: limits.FRAME.sign, body: words(i) });
      if (i % 100 === 0) network.run(5_000);
    }
    network.run(5_000);
    const host = toHex(network.nodes[LIAR]?.operator.hostPub ?? new Uint8Array());
    const paths = [...(network.nodes[0]?.disk.records.keys() ?? [])];
    expect(paths.filter((path) => path.startsWith('fault/'))).toHaveLength(8);
    expect(paths.filter((path) => path.startsWith('blame/'))).toEqual([
      `blame/${host}/bad-envelope`,
    ]);
    const [entry] = blameAt(network, 0);
    restart(network, 0);
    const [after] = blameAt(network, 0);
    // Written when it doubles: what was counted since then is forgotten, and no more.
    expect(after?.count).toBeGreaterThan((entry?.count ?? 0) / 2);
    expect(after?.files).toEqual([]);
  });
});
