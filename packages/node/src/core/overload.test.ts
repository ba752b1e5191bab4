import { toHex } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action, Input } from '../effects.ts';
import { type Busy, busyNodes } from '../testing/busy.ts';
import { createCores } from '../testing/cores.ts';
import { type Ceremony, ceremony } from '../testing/keys.ts';
import { type Person, person, WALL_MS } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

const requester = person('requester');
const other = person('other requester');

/** Signing is what takes time; saying no is cheap, and not free. */
function cost(input: Input, actions: readonly Action[]): number {
  const sends = actions.filter((one) => one.type === 'send' && one.kind === limits.FRAME.sign);
  return (input.type === 'rpc' ? 0.2 : 0.1) + 20 * sends.length;
}

type Scene = {
  readonly busy: Busy;
  readonly sizes: () => Readonly<Record<string, number>>;
  readonly team: Ceremony;
  readonly theirs: Ceremony;
};

function scene(): Scene {
  const team = ceremony(3, { requester });
  const theirs = ceremony(3, { name: 'theirs', nonce: 2, requester: other });
  const cores = createCores(3, [team, theirs]);
  cores.connect();
  const sizes = () =>
    Object.fromEntries((cores.cores[0]?.poolSizes() ?? []).map(({ pool, size }) => [pool, size]));
  const busy = busyNodes(cores, cost);
  return { busy, sizes, team, theirs };
}

type Told = {
  readonly code: string;
  readonly atMs: number;
  readonly tookMs: number;
  readonly retryAfterMs: number;
};

let serial = 0;
function ask(s: Scene, key: Ceremony, by: Person, told: (answer: Told) => void): void {
  const { busy } = s;
  const entry = key.entryOf(0);
  const idempotencyKey = new Uint8Array(16);
  new DataView(idempotencyKey.buffer).setUint32(0, ++serial);
  const nowMs = WALL_MS + Math.floor(busy.now());
  const request = requestOf(by, entry, nowMs, { idempotencyKey, deadlineMs: nowMs + 10_000 });
  const began = busy.now();
  busy.call(0, toHex(by.operator.operatorPub), submission(request), (body) => {
    const { sign } = decodeMessage(permafrost.v1.RpcResponse, body);
    told({
      code: sign?.error?.code ?? sign?.state ?? '',
      atMs: busy.now(),
      tookMs: busy.now() - began,
      retryAfterMs: sign?.error?.retryAfterMs ?? 0,
    });
  });
}

/** As many at a time as given, for a while. Signatures a second, and how long the slowest took. */
function closedLoop(s: Scene, width: number, forMs: number): { rate: number; slowestMs: number } {
  const { busy } = s;
  const began = busy.now();
  const untilMs = began + forMs;
  let signed = 0;
  let slowestMs = 0;
  const next = (): void => {
    if (busy.now() >= untilMs) return;
    ask(s, s.team, requester, ({ code, tookMs }) => {
      if (code !== 'signed') return;
      if (busy.now() <= untilMs) signed++;
      slowestMs = Math.max(slowestMs, tookMs);
      next();
    });
  };
  for (let i = 0; i < width; i++) next();
  busy.runTo(untilMs);
  return { rate: (signed * 1000) / forMs, slowestMs };
}

/** This many a second, whatever becomes of them. */
function openLoop(
  s: Scene,
  given: { readonly key: Ceremony; readonly by: Person; readonly rate: number },
  forMs: number,
): readonly Told[] {
  const { busy } = s;
  const told: Told[] = [];
  for (let i = 0; i < (forMs * given.rate) / 1000; i++) {
    busy.at(busy.now() + (i * 1000) / given.rate, () =>
      ask(s, given.key, given.by, (one) => told.push(one)),
    );
  }
  return told;
}

describe('ten times the load that a node can bear', () => {
  test('is refused for the most part, at once; the rest is served, and after it all is as before', () => {
    const s = scene();
    const { busy } = s;
    busy.runTo(11_000);
    closedLoop(s, 16, 500);
    const before = closedLoop(s, 16, 2_000);
    expect(before.rate).toBeGreaterThan(10);
    busy.runTo(busy.now() + 2_000);

    const given = { key: s.team, by: requester, rate: 10 * before.rate };
    const told = openLoop(s, given, 2_500);
    const beganMs = busy.now();
    // Five seconds after the last of them there is nothing left of it.
    busy.runTo(busy.now() + 2_500 + 5_000);
    const ends = told.filter(({ code }) => code === 'signed').map(({ atMs }) => atMs);
    const served = ends.length;
    const refused = told.filter(({ code }) => code !== 'signed');
    const servedPerSecond = (1_000 * served) / (Math.max(...ends) - beganMs);
    expect(servedPerSecond).toBeGreaterThan(0.75 * before.rate);
    expect(refused.length).toBeGreaterThan(3 * served);
    for (const { code, tookMs, retryAfterMs } of refused) {
      expect(['E_BUSY', 'E_RATE_LIMITED']).toContain(code);
      // The first burst waits for as many requests to be begun as may run at once.
      expect(tookMs).toBeLessThan(40 * limits.REQUESTS_RUNNING_MAX);
      expect(retryAfterMs).toBeGreaterThanOrEqual(50);
      expect(retryAfterMs).toBeLessThanOrEqual(10_000);
    }

    const after = closedLoop(s, 16, 2_000);
    expect(after.rate).toBeGreaterThan(0.95 * before.rate);
    expect(after.slowestMs).toBeLessThan(1.2 * before.slowestMs + 10);
    expect(told).toHaveLength(Math.ceil((2_500 * given.rate) / 1000));
    for (const { code, tookMs } of told) if (code === 'signed') expect(tookMs).toBeLessThan(10_000);

    busy.runTo(busy.now() + 200_000);
    const left = s.sizes();
    const names = ['requests', 'requests open', 'requests waiting', 'requests held'];
    expect(names.map((name) => left[name])).toEqual([0, 0, 0, 0]);
    expect(left['requests claimed']).toBe(0);
  });

  test('of one requester does not keep another from being served in its turn', () => {
    const s = scene();
    const { busy } = s;
    busy.runTo(11_000);
    const { rate } = closedLoop(s, 16, 1_000);
    openLoop(s, { key: s.team, by: requester, rate: 10 * rate }, 3_500);
    busy.runTo(busy.now() + 1_000);
    const theirs = openLoop(s, { key: s.theirs, by: other, rate: rate / 10 }, 2_500);
    busy.runTo(busy.now() + 10_000);
    expect(theirs.length).toBeGreaterThan(3);
    expect(theirs.map(({ code }) => code)).toEqual(theirs.map(() => 'signed'));
    // They wait for those that run already, and not for those that wait.
    const runMs = (1_000 * limits.REQUESTS_RUNNING_MAX) / rate;
    for (const { tookMs } of theirs) expect(tookMs).toBeLessThan(2 * runMs + 1_000);
  });
});
