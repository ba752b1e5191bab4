import {
  decodeEvidence,
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  encodeSignCore,
  encodeSignRequest,
  encodeSignShare,
  parseEnvelope,
  requestId,
  type SignatureRequest,
  sealEnvelope,
  verifyEvidence,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { limits, type permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, ask, requestFor } from './client.ts';
import { createKey } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('pay 3');

beforeAll(installNodeCrypto);

type Scene = { readonly network: Network; readonly key: permafrost.v1.KeyInfo.$Properties };

function withKey(
  seed: number,
  shape: { readonly nodes: number; readonly minSigners: number },
  more: { readonly operatorSeed?: Uint8Array } = {},
): Scene {
  const network = createNetwork({ seed, nodes: shape.nodes, suiteOf: () => toy, ...more });
  for (let i = 0; i < shape.nodes; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: shape.minSigners });
  network.run(25_000);
  if (watched.key === undefined) throw new Error(network.world.trace.slice(-40).join('\n'));
  return { network, key: watched.key };
}

let requests = 0;
function request({ network, key }: Scene): SignatureRequest {
  const idempotencyKey = new Uint8Array(16);
  new DataView(idempotencyKey.buffer).setUint32(0, ++requests);
  return requestFor(network, { key, message, idempotencyKey });
}

const codeOf = ({ answers }: Asking) => answers[0]?.progress.error?.code ?? undefined;
const stateOf = ({ answers }: Asking) => answers[0]?.progress.state;
const faultsOf = ({ network }: Scene) =>
  network.nodes.flatMap(({ logs }) => logs).filter(({ event }) => event === 'fault');

describe('a request that was made for something else', () => {
  test('is signed on no other network, whatever is swapped to make it fit', () => {
    // The same operator may ask on both, so that nothing but the request itself is wrong.
    const operatorSeed = new Uint8Array(32).fill(4);
    const [ours, theirs] = [10, 11].map((seed) =>
      withKey(seed, { nodes: 3, minSigners: 2 }, { operatorSeed }),
    );
    if (ours === undefined || theirs === undefined) throw new Error('two networks');
    const one = request(ours);
    const none = new Uint8Array();
    const moved: readonly (readonly [string, Partial<SignatureRequest>])[] = [
      ['E_UNKNOWN_KEY', {}],
      ['E_BAD_REQUEST', { keyId: theirs.key.id ?? none }],
      ['E_FORBIDDEN', { keyId: theirs.key.id ?? none, publicKey: theirs.key.publicKey ?? none }],
    ];
    let asked = 0;
    theirs.network.onFrame(({ kind, body }) => {
      if (kind === limits.FRAME.sign) asked++;
      return body;
    });
    for (const [code, changes] of moved) {
      const asking = ask(theirs.network, { ...one, ...changes }, [0]);
      theirs.network.run(3_000);
      expect(codeOf(asking)).toBe(code);
    }
    expect(asked).toBe(0);
  });

  test('is signed by nobody once its window is over, though a coordinator keeps it', () => {
    const scene = withKey(12, { nodes: 3, minSigners: 2 });
    const { network } = scene;
    let shares = 0;
    network.onFrame(({ kind, body }) => {
      if (kind === limits.FRAME.sign && parseEnvelope(body).round === 2) shares++;
      return body;
    });
    const one = request(scene);
    // Another one, signed now, whose core a bad coordinator fills with the old request.
    network.run(120_000);
    const late = ask(network, one, [0]);
    network.run(2_000);
    expect(codeOf(late)).toBe('E_DEADLINE');
    const node = network.nodes[0];
    network.onFrame(({ from, kind, body }) => {
      if (from !== 0 || kind !== limits.FRAME.sign || node === undefined) return body;
      return swapped(body, node.seed, () => one, true);
    });
    shares = 0;
    ask(network, request(scene), [0]);
    network.run(40_000);
    expect(shares).toBe(0);
  });

  test('keeps its id and its signature in vain: a swapped message gets no share', () => {
    const scene = withKey(13, { nodes: 3, minSigners: 2 });
    const { network } = scene;
    const node = network.nodes[0];
    let shares = 0;
    for (const isRenamed of [false, true]) {
      network.onFrame(({ from, kind, body }) => {
        if (kind !== limits.FRAME.sign) return body;
        if (parseEnvelope(body).round === 2) shares++;
        if (from !== 0 || node === undefined) return body;
        const other = (asked: SignatureRequest) => ({ ...asked, message: Uint8Array.of(1) });
        return swapped(body, node.seed, other, isRenamed);
      });
      const asking = ask(network, request(scene), [0]);
      network.run(40_000);
      expect(stateOf(asking)).not.toBe('signed');
    }
    expect(shares).toBe(0);
  });
});

/** A SignRequest for another request, under the id of the first one or its own. */
function swapped(
  body: Uint8Array,
  seed: Uint8Array,
  other: (asked: SignatureRequest) => SignatureRequest,
  isRenamed: boolean,
): Uint8Array {
  const { bytes: _, ...opened } = parseEnvelope(body);
  if (opened.round !== 1) return body;
  const { core: bytes, share } = decodeSignRequest(opened.payload);
  const core = decodeSignCore(bytes);
  const changed = { ...core, request: other(core.request) };
  const payload = encodeSignRequest({ core: encodeSignCore(changed), share });
  const sessionId = isRenamed ? requestId(changed.request) : opened.sessionId;
  return sealEnvelope({ ...opened, payload, sessionId }, seed);
}

describe('members that do nothing wrong', () => {
  test('are blamed for nothing when all comes twice, late, and some refuse', () => {
    for (let seed = 20; seed < 23; seed++) {
      const network = createNetwork({
        seed,
        nodes: 4,
        suiteOf: () => toy,
        conditions: { repeatRatio: 1, latencyMsMax: 900 },
        // One of them refuses everybody.
        deniedBy: (index) => (index === 3 ? { has: () => true } : new Set()) as ReadonlySet<string>,
      });
      for (let i = 0; i < 4; i++) network.start(i);
      const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
      network.run(60_000);
      if (watched.key === undefined) throw new Error(network.world.trace.slice(-40).join('\n'));
      const scene = { network, key: watched.key };
      for (let n = 0; n < 6; n++) {
        const asking = ask(network, request(scene), [n % 3]);
        network.run(15_000);
        expect(stateOf(asking), `seed ${seed}`).toBe('signed');
      }
      expect(faultsOf(scene).map(({ fields }) => fields)).toEqual([]);
    }
  });
});

describe('a liar whose envelopes nobody can check', () => {
  test('leaves no evidence against anybody, is known here, and keeps no request from being signed', () => {
    const scene = withKey(30, { nodes: 4, minSigners: 3 });
    const { network } = scene;
    let lies = 0;
    network.onFrame(({ from, kind, body }) => {
      if (from !== 2 || kind !== limits.FRAME.sign) return body;
      const { bytes: _, ...opened } = parseEnvelope(body);
      if (opened.round !== 2) return body;
      lies++;
      const { reqHash, share } = decodeSignShare(opened.payload);
      const wrong = toy.encodeScalar((toy.decodeScalar(share) + 1n) % toy.order);
      const payload = encodeSignShare({ reqHash, share: wrong });
      // Signed with a key that is nobody's.
      return sealEnvelope({ ...opened, payload }, new Uint8Array(32).fill(9));
    });
    for (let n = 0; n < 6; n++) {
      const asking = ask(network, request(scene), [0]);
      network.run(6_000);
      expect(stateOf(asking)).toBe('signed');
    }
    expect(lies).toBeGreaterThan(0);
    const blamed = faultsOf(scene).map(({ fields }) => [fields.node, fields.proven]);
    expect(new Set(blamed.map(String))).toEqual(new Set(['node3,false']));
    for (const text of network.nodes.flatMap(({ evidence }) => evidence)) {
      expect(verifyEvidence(decodeEvidence(text), () => toy).proven).toBe(false);
    }
  });
});
