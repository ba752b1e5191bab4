import { toHex } from '@permafrost/frost';
import { parseEnvelope, requestId } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { coordinatorOrder } from '../core/hand-over.ts';
import type { Action } from '../effects.ts';
import { type Asking, ask, cancel, requestFor } from './client.ts';
import { createKey } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('pay 3');
type Key = permafrost.v1.KeyInfo.$Properties;

beforeAll(installNodeCrypto);

type Shape = { readonly nodes: number; readonly minSigners: number; readonly members?: number[] };

function withKey(seed: number, { nodes, minSigners, members }: Shape): Scene {
  const network = createNetwork({ seed, nodes, suiteOf: () => toy });
  for (let i = 0; i < nodes; i++) network.start(i);
  const chosen = members === undefined ? {} : { members };
  const watched = createKey(network, { at: 0, name: 'team', minSigners, ...chosen });
  network.run(25_000);
  if (watched.key === undefined) throw new Error(network.world.trace.slice(-40).join('\n'));
  return { network, key: watched.key };
}

type Scene = { readonly network: Network; readonly key: Key };

let requests = 0;
function request({ network, key }: Scene, deadlineMs?: number) {
  const idempotencyKey = new Uint8Array(16);
  new DataView(idempotencyKey.buffer).setUint32(0, ++requests);
  const more = deadlineMs === undefined ? {} : { deadlineMs };
  return requestFor(network, { key, message, idempotencyKey, ...more });
}

function verifies({ key }: Scene, asking: Asking): boolean {
  const [answer] = asking.answers;
  const signature = Uint8Array.from(answer?.progress.signature ?? []);
  const publicKey = key.publicKey ?? new Uint8Array();
  return answer?.progress.state === 'signed' && toy.verify({ publicKey, message, signature });
}

/** Signatures that nodes stored for a request, in hex. */
function stored(actions: readonly Action[]): readonly string[] {
  return actions.flatMap((action) =>
    action.type !== 'persist'
      ? []
      : action.changes.flatMap((change) =>
          change.type === 'put' && change.key.startsWith('request/')
            ? [toHex(decodeMessage(permafrost.v1.StoredRequest, change.value).signature)]
            : [],
        ),
  );
}

/** What a node does that others, or its disk, hear of. */
function isWord(action: Action): boolean {
  return action.type === 'send' || action.type === 'respond' || action.type === 'persist';
}

/**
 * Gives requests to node 0 and kills it before its first word about one, then before its second
 * one and so on, until one gets through unharmed. What the client got, and what node 0 had made.
 */
function killAtEachWord(
  scene: Scene,
  each: (killed: {
    readonly asking: Asking;
    readonly made: readonly string[];
    readonly word: number;
  }) => void,
  entries: readonly number[] = [0, 1],
): number {
  const { network } = scene;
  let words = 0;
  let killAt = 0;
  let made: Action[] = [];
  network.onAction((index, action) => {
    if (index !== 0 || !isWord(action) || killAt === 0) return;
    made.push(action);
    if (++words === killAt) network.kill(0);
  });
  for (killAt = 1; killAt < 60; killAt++) {
    words = 0;
    made = [];
    const asking = ask(network, request(scene), entries);
    network.run(6_000);
    const word = killAt;
    const isOver = network.nodes[0]?.core !== undefined;
    killAt = 0;
    each({ asking, made: stored(made), word });
    killAt = word;
    if (isOver) return killAt;
    killAt = 0;
    network.start(0);
    network.run(4_000);
    killAt = word;
  }
  throw new Error('it never gets through');
}

describe('a request whose coordinator dies at any word that it says', () => {
  test.each([
    ['2 of 3', 11, { nodes: 3, minSigners: 2 }],
    ['3 of 5', 12, { nodes: 5, minSigners: 3 }],
  ] as const)(
    'is signed at the next entry node, with the bytes that the first one made: %s',
    (_, seed, shape) => {
      const scene = withKey(seed, shape);
      let resumed = 0;
      const words = killAtEachWord(scene, ({ asking, made, word }) => {
        expect(asking.lost, `word ${word}`).toEqual(asking.lost.length > 0 ? [0] : []);
        expect(verifies(scene, asking), `word ${word}`).toBe(true);
        const got = toHex(Uint8Array.from(asking.answers[0]?.progress.signature ?? []));
        // Whatever the first one made, told or not, is the one that there is.
        for (const one of made) expect(got, `word ${word}`).toBe(one);
        if (asking.lost.length > 0 && made.length > 0) resumed++;
      });
      expect(words).toBeGreaterThan(4);
      expect(resumed).toBeGreaterThan(0);
    },
  );

  test('is signed by the next member when it came in at a node that is none, and keeps its bytes', () => {
    const scene = withKey(13, { nodes: 4, minSigners: 2, members: [0, 1, 2] });
    const { network } = scene;
    let kills = 0;
    killAtEachWord(
      scene,
      ({ asking, word }) => {
        expect(asking.lost, `word ${word}`).toEqual([]);
        expect(verifies(scene, asking), `word ${word}`).toBe(true);
        if (network.nodes[0]?.core === undefined) kills++;
        const again = ask(network, asking.request, [3]);
        network.run(6_000);
        expect(again.answers[0]?.progress.signature).toEqual(asking.answers[0]?.progress.signature);
      },
      [3],
    );
    expect(kills).toBeGreaterThan(0);
  });
});

describe('two coordinators of one request', () => {
  test('give the same bytes, when the second is told that it is the second', () => {
    for (let seed = 20; seed < 23; seed++) {
      const scene = withKey(seed, { nodes: 4, minSigners: 3 });
      const { network } = scene;
      const one = request(scene);
      const both = [ask(network, one, [0]), ask(network, one, [1], { isResumed: true })];
      network.run(6_000);
      for (const asking of both) expect(verifies(scene, asking), `seed ${seed}`).toBe(true);
      const third = ask(network, one, [2], { isResumed: true });
      network.run(6_000);
      expect(third.answers[0]?.progress.signature).toEqual(both[1]?.answers[0]?.progress.signature);
    }
  });

  test('are found out by members that gave a share before, also without being told', () => {
    const scene = withKey(27, { nodes: 3, minSigners: 3 });
    const { network } = scene;
    const one = request(scene);
    const first = ask(network, one, [0]);
    network.run(6_000);
    const second = ask(network, one, [1]);
    network.run(6_000);
    expect(verifies(scene, first)).toBe(true);
    expect(second.answers[0]?.progress.signature).toEqual(first.answers[0]?.progress.signature);
  });

  test('begin anew after a bounded wait when nobody answers what is asked', () => {
    const scene = withKey(28, { nodes: 4, minSigners: 2 });
    const { network } = scene;
    network.onFrame(({ kind, body }) => {
      if (kind !== limits.FRAME.sign) return body;
      return parseEnvelope(body).round === 3 ? undefined : body;
    });
    const asking = ask(network, request(scene), [1], { isResumed: true });
    network.run(5_000);
    expect(verifies(scene, asking)).toBe(true);
  });

  test('come in the same order wherever the request came in', () => {
    const scene = withKey(29, { nodes: 3, minSigners: 2 });
    const hosts = scene.network.nodes.map(({ operator }) => operator.host);
    const firsts = new Set<string>();
    for (let n = 0; n < 30; n++) {
      const id = requestId(request(scene));
      const order = coordinatorOrder(id, hosts);
      expect(coordinatorOrder(id, [...hosts].reverse())).toEqual(order);
      firsts.add(order[0] ?? '');
    }
    expect(firsts.size).toBe(3);
  });
});

describe('a result that is told', () => {
  test('counts only if it verifies, and is held against who told it', () => {
    const scene = withKey(30, { nodes: 4, minSigners: 3 });
    const { network } = scene;
    let forged = 0;
    // Node 2 says something else than what it was told; node 0 is still at work.
    network.onFrame(({ from, kind, body }) => {
      if (from === 2 && kind === limits.FRAME.sign && forged === 0) {
        const opened = parseEnvelope(body);
        if (opened.round !== 2) return body;
        forged++;
        const signResult = { requestId: opened.sessionId, signature: new Uint8Array(64).fill(1) };
        const frame = permafrost.v1.SignResult.encode({ ...signResult, signers: [] }).finish();
        network.inject({ from: 2, to: 0, kind: limits.FRAME.signResult, body: frame });
        return undefined;
      }
      return body;
    });
    for (let n = 0; n < 6 && forged === 0; n++) {
      const asking = ask(network, request(scene), [0]);
      network.run(8_000);
      expect(verifies(scene, asking)).toBe(true);
    }
    expect(forged).toBe(1);
    const faults = network.nodes[0]?.logs.filter(({ event }) => event === 'fault') ?? [];
    expect(faults.map(({ fields }) => [fields.node, fields.code])).toEqual([
      ['node3', 'wrong-result'],
    ]);
  });
});

describe('a request taken back', () => {
  const shape = { nodes: 4, minSigners: 2, members: [0, 1, 2] };

  test('before anybody was asked is unsigned for sure, and stays so over restarts', () => {
    const scene = withKey(40, shape);
    const { network } = scene;
    for (const at of [1, 3]) {
      const one = request(scene);
      const told = cancel(network, one, at);
      network.run(2_000);
      expect(told.result?.nothingSigned, `at ${at}`).toBe('true');
      expect(told.result?.members).toHaveLength(3);
      for (const i of [0, 1, 2, 3]) {
        network.kill(i);
        network.run(500);
        network.start(i);
      }
      network.run(5_000);
      for (const entry of [0, 2, 3]) {
        const asking = ask(network, one, [entry]);
        network.run(5_000);
        expect(asking.answers[0]?.progress.error?.code, `at ${entry}`).toBe('E_CANCELLED');
      }
    }
  });

  test('by somebody else goes on', () => {
    const scene = withKey(41, shape);
    const { network } = scene;
    const one = request(scene);
    const told = cancel(network, one, 0, { seed: new Uint8Array(32).fill(5) });
    network.run(2_000);
    expect(told.error?.code).toBe('E_FORBIDDEN');
    const asking = ask(network, one, [0]);
    network.run(5_000);
    expect(verifies(scene, asking)).toBe(true);
  });

  test('while one member is down is never said to be unsigned for sure', () => {
    const scene = withKey(42, shape);
    const { network } = scene;
    network.kill(2);
    network.run(500);
    const told = cancel(network, request(scene), 0);
    network.run(3_000);
    expect(told.result?.nothingSigned).toBe('unknown');
    expect(told.result?.members).toHaveLength(2);
  });

  test('after shares were given ends for who asked, and may still be completed by others', () => {
    const scene = withKey(43, shape);
    const { network } = scene;
    // Shares never arrive, so it is still running when it is taken back.
    network.onFrame(({ kind, body }) => {
      if (kind !== limits.FRAME.sign) return body;
      return parseEnvelope(body).round === 2 ? undefined : body;
    });
    const one = request(scene);
    const asking = ask(network, one, [0]);
    network.run(300);
    const told = cancel(network, one, 0);
    network.run(3_000);
    expect(asking.answers[0]?.progress.error?.code).toBe('E_CANCELLED');
    expect(asking.answers[0]?.progress.error?.nothingSigned).toBe('unknown');
    expect(told.result?.nothingSigned).toBe('unknown');
  });

  test('after it was signed is said to be signed', () => {
    const scene = withKey(44, shape);
    const { network } = scene;
    const one = request(scene);
    ask(network, one, [0]);
    network.run(3_000);
    const told = cancel(network, one, 0);
    network.run(3_000);
    expect(told.result?.nothingSigned).toBe('false');
  });
});

test('a request whose deadline passes while shares are out ends then, and nothing is promised', () => {
  const scene = withKey(50, { nodes: 3, minSigners: 2 });
  const { network } = scene;
  network.onFrame(({ kind, body }) => {
    if (kind !== limits.FRAME.sign) return body;
    return parseEnvelope(body).round === 2 ? undefined : body;
  });
  const asking = ask(network, request(scene, 400), [0]);
  network.run(3_000);
  const error = asking.answers[0]?.progress.error;
  expect(asking.answers[0]?.progress.state).toBe('expired');
  expect([error?.code, error?.nothingSigned]).toEqual(['E_DEADLINE', 'unknown']);
});
