import { randomBytes } from 'node:crypto';
import { suites, toHex } from '@permafrost/frost';
import type { Host } from '@permafrost/p2p';
import { signBoot } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunningNode } from './node.ts';
import {
  bareHost,
  type Caller,
  callerOf,
  cleanUp,
  clientHello,
  codeOf,
  hostHello,
  type Lines,
  logLines,
  makeKey,
  makeSite,
  type Site,
  signWith,
  startAt,
  type TestHome,
  until,
} from './testing/homes.ts';

afterEach(cleanUp);

const message = new TextEncoder().encode('pay 3');

type Started = {
  readonly site: Site;
  readonly nodes: RunningNode[];
  readonly logs: readonly Lines[];
  readonly client: Host;
  readonly callers: readonly Caller[];
};

/** Three nodes that are linked, and their operator's client at each. */
async function startThree(options: { readonly metrics?: string } = {}): Promise<Started> {
  const site = await makeSite(3);
  const logs = site.homes.map(() => logLines());
  const nodes = await Promise.all(
    site.homes.map((home, i) => startAt(home, { ...options, ...loggerOf(logs[i]) })),
  );
  const client = await bareHost(site.operatorSeed);
  const callers = await Promise.all(site.homes.map((home) => callerOf(client, home)));
  await until(async () => {
    const all = await Promise.all(callers.map((caller) => caller.call({ nodeStatus: {} })));
    return all.every(({ nodeStatus }) => nodeStatus?.nodesUp === 3);
  });
  return { site, nodes, logs, client, callers };
}

function loggerOf(lines: Lines | undefined): { readonly logger: Lines['logger'] } {
  return { logger: (lines ?? logLines()).logger };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

function verifies(
  key: { readonly publicKey?: Uint8Array | null },
  signature: Uint8Array | null | undefined,
): boolean {
  const publicKey = key.publicKey ?? new Uint8Array();
  const suite = suites.get('ed25519');
  return suite?.verify({ publicKey, message, signature: signature ?? new Uint8Array() }) === true;
}

describe('three nodes', () => {
  test('make a key and sign with it at each of them, and keep both over a restart', async () => {
    const { site, nodes, callers, client } = await startThree();
    const key = await makeKey(site, at(callers, 0), 'team');
    for (const caller of callers) {
      const signed = await signWith(site, caller, key, message);
      expect(signed.state).toBe('signed');
      expect(verifies(key, signed.signature)).toBe(true);
    }
    for (const node of nodes) await node.stop();
    expect(await Promise.all(nodes.map(({ stopped }) => stopped))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const home of site.homes) await startAt(home);
    const again = await callerOf(client, at(site.homes, 1));
    await until(async () => {
      const { nodeStatus } = await again.call({ nodeStatus: {} });
      return nodeStatus?.ready === true && nodeStatus.nodesUp === 3;
    });
    const signed = await signWith(site, again, key, message);
    expect(verifies(key, signed.signature)).toBe(true);
  });

  test('tell metrics at /metrics and nowhere else, and no secret in them or in any log', async () => {
    const { site, nodes, callers, logs } = await startThree({ metrics: '127.0.0.1:0' });
    const key = await makeKey(site, at(callers, 0), 'team');
    await signWith(site, at(callers, 0), key, message);
    const secrets = [site.operatorSeed, ...site.homes.map(({ nodeSeed }) => nodeSeed)].map(toHex);
    for (const [i, node] of nodes.entries()) {
      const answer = await fetch(`http://${node.metricsAddress}/metrics`);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain('permafrost_links{state="up"} 2');
      expect(text).toContain('permafrost_event_loop_delay_p99_seconds');
      for (const secret of secrets) {
        expect(text).not.toContain(secret);
        expect(at(logs, i).text()).not.toContain(secret);
      }
      for (const path of ['', '/', '/metrics/x', '/status']) {
        expect((await fetch(`http://${node.metricsAddress}${path}`)).status).toBe(404);
      }
      const post = await fetch(`http://${node.metricsAddress}/metrics`, { method: 'POST' });
      expect(post.status).toBe(404);
    }
    const first = await (await fetch(`http://${at(nodes, 0).metricsAddress}/metrics`)).text();
    expect(first).toContain('permafrost_requests_total{outcome="signed",code=""} 1');
  });
});

describe('a node of the roster that has gone bad', () => {
  /** Takes the place of node3, and says to node1 what it likes. */
  async function takeOver(
    { site, nodes }: Started,
    hello?: (boot: ReturnType<typeof signBoot>) => Uint8Array,
  ): Promise<Host> {
    await at(nodes, 2).stop();
    const home = at(site.homes, 2);
    const boot = signBoot({ bootId: Uint8Array.from(randomBytes(16)), counter: 99 }, home.nodeSeed);
    const most = [...limits.FRAME_BYTES_MAX.keys(), 17, 99].map((kind) => [kind, 2 ** 21] as const);
    const hostile = await bareHost(home.nodeSeed, {
      // Either side may be the one that dials.
      listen: home.card.addresses.map((address) => address.replace(/\/p2p\/.*/, '')),
      hello: () => (hello ?? hostHello)(boot),
      limits: new Map(most),
    });
    hostile.setPeers([{ peerId: at(nodes, 0).peerId, addresses: at(nodes, 0).addresses }]);
    return hostile;
  }

  test('is cut off and named for each bad frame on each lane, and the others go on signing', async () => {
    const started = await startThree();
    const { site, nodes, callers, logs } = started;
    const key = await makeKey(site, at(callers, 0), 'team');
    const hostile = await takeOver(started);
    const victim = at(nodes, 0).peerId;
    const { FRAME, FRAME_BYTES_MAX } = limits;
    const noise = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
    const frames: readonly (readonly [string, number, Uint8Array])[] = [
      ['an oversized frame', FRAME.start, noise((FRAME_BYTES_MAX.get(FRAME.start) ?? 0) + 1)],
      ['a kind that there is not', 99, noise(10)],
      ['a kind that nobody sends', 17, new Uint8Array()],
      ['random bytes', FRAME.proposal, noise(1_000)],
      ['nothing', FRAME.start, new Uint8Array()],
      ['a cut message', FRAME.keyStatus, Uint8Array.of(0x0a, 16, 1, 2)],
      ['an offer request of noise', FRAME.offerRequest, noise(60)],
    ];
    const links = (event: string): number =>
      at(logs, 0)
        .of(event)
        .filter(({ node }) => node === 'node3').length;
    // Each on one lane: what a lane is for is not what protects it.
    for (const [i, [, kind, body]] of frames.entries()) {
      const lane = i % 2 === 0 ? 'sign' : 'bulk';
      const before = links('link down');
      await until(() => links('link up') > before);
      await until(() => hostile.sendFrame(victim, lane, kind, body));
      await until(() => links('link down') > before);
    }
    const named = at(logs, 0)
      .all()
      .filter(({ node }) => node === 'node3');
    expect(named.map(({ msg }) => msg)).toContain('fault');
    expect(
      at(logs, 0)
        .of('fault')
        .map(({ node }) => node),
    ).not.toContain('node2');
    for (const caller of callers.slice(0, 2)) {
      const signed = await signWith(site, caller, key, message);
      expect(signed.state).toBe('signed');
      expect([...(signed.signers ?? [])].sort()).toEqual(['node1', 'node2']);
      expect(verifies(key, signed.signature)).toBe(true);
    }
    const { nodeStatus } = await at(callers, 0).call({ nodeStatus: {} });
    expect(new Set(nodeStatus?.blame?.map(({ node }) => node))).toEqual(new Set(['node3']));
  });

  test('with another clock or no boot of its own gets no link, and one line each', async () => {
    const started = await startThree();
    const refused = () => at(started.logs, 0).of('hello refused');
    const hellos = [() => clientHello(), () => clientHello(Date.now() - 60_000)];
    for (const hello of hellos) {
      const before = refused().length;
      const hostile = await takeOver(started, hello);
      await until(() => refused().length > before);
      expect(refused().at(-1)).toMatchObject({ node: 'node3', by: 'us' });
      await hostile.stop();
    }
    const told = refused().map(({ code, message: why }) => `${code} ${why}`);
    expect(told).toEqual([
      'E_VERSION node3 shows no boot of its own',
      'E_CLOCK_SKEW the clocks of node3 and node1 differ by -60 s',
    ]);
  });
});

describe('a stranger', () => {
  test('is refused before anything is heard of it, with one line in the log', async () => {
    const site = await makeSite(1);
    const lines = logLines();
    await startAt(at(site.homes, 0), { logger: lines.logger });
    const stranger = await bareHost(Uint8Array.from(randomBytes(32)));
    for (let i = 0; i < 5; i++) {
      const refused = await callerOf(stranger, at(site.homes, 0)).then(() => undefined, codeOf);
      expect(refused).toBeDefined();
    }
    const told = lines.all().filter(({ peerId }) => peerId === stranger.peerId);
    expect(told).toHaveLength(1);
    expect(told[0]?.msg).toMatch(/^refused/);
  });

  test('becomes a requester with a key that lists it, and not before', async () => {
    const { site, callers } = await startThree();
    const operator = await bareHost(site.operatorSeed);
    expect(await callerOf(operator, at(site.homes as readonly TestHome[], 0))).toBeDefined();
    const key = await makeKey(site, at(callers, 0), 'team');
    expect(key.requesters).toEqual([operator.peerId]);
  });
});
