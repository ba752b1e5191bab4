import { toHex } from '@permafrost/frost';
import { type Boot, signBoot } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../effects.ts';
import { type Cores, type CoresOptions, createCores } from '../testing/cores.ts';
import { type Ceremony, ceremony } from '../testing/keys.ts';
import { type Person, people } from '../testing/operators.ts';
import { decodeBoot, encodeBoot } from './boots.ts';

beforeAll(installNodeCrypto);

const FIVE = people(5);
const at = (i: number): Person => FIVE[i] as Person;
const host = (i: number): string => at(i).operator.host;

function bootOf(i: number, counter: number, id = counter): Boot {
  return signBoot({ bootId: new Uint8Array(16).fill(id), counter }, at(i).hostSeed);
}

/** What node `by` has stored: its own last boot, and the highest boots of others. */
function stored(own: number | undefined, others: readonly Boot[] = []): [string, Uint8Array][] {
  const bootId = new Uint8Array(16).fill(own ?? 0);
  const last = encodeMessage(permafrost.v1.StoredBoot, { counter: own ?? 0, bootId });
  return [
    ...(own === undefined ? [] : [['boot', last] as [string, Uint8Array]]),
    ...others.map((boot): [string, Uint8Array] => [
      `boot/${toHex(boot.hostPub)}`,
      encodeBoot(boot),
    ]),
  ];
}

/** Five nodes with a key of two of five: each wants the word of three others. */
function start(options: CoresOptions = {}, keys: readonly Ceremony[] = [ceremony(5)]): Cores {
  return createCores(5, keys, options);
}

function of<T extends Action['type']>(s: Cores, by: number, type: T) {
  return s.actions.flatMap(({ by: who, action }) =>
    who === by && action.type === type ? [action as Extract<Action, { readonly type: T }>] : [],
  );
}

const stops = (s: Cores, by: number) => of(s, by, 'stop');
const began = (s: Cores, by: number): readonly number[] =>
  of(s, by, 'begin').map(({ boot }) => decodeBoot(boot).counter);

function keyOf(s: Cores): permafrost.v1.KeyInfo.$Properties {
  const answers = s.call(0, at(0).operator.operatorPub, { keyGet: { name: 'team' } });
  return answers.at(-1)?.key ?? {};
}

function status(s: Cores, by: number): permafrost.v1.NodeStatus.$Properties | undefined {
  const answers = s.call(by, at(by).operator.operatorPub, { nodeStatus: {} });
  return answers.at(-1)?.nodeStatus ?? undefined;
}

describe('a node that starts', () => {
  test('asks nobody while it holds no share, and counts from one', () => {
    const s = start({}, []);
    expect(of(s, 0, 'ask-boot')).toEqual([]);
    expect(began(s, 0)).toEqual([1]);
  });

  test('with a share asks all others, and begins on the word of n − t of them', () => {
    const s = start({ silent: [4] });
    expect(of(s, 0, 'ask-boot').map(({ to }) => to)).toEqual(
      expect.arrayContaining([1, 2, 3, 4].map(host)),
    );
    for (const by of [0, 1, 2, 3]) expect(began(s, by)).toEqual([1]);
    expect(status(s, 0)?.warnings).toEqual([]);
  });

  test('shows its boot, and anything that names it, only after its counter is on the disk', () => {
    const s = start({ records: (by) => (by === 0 ? stored(6) : []) });
    const own = s.actions.filter(({ by }) => by === 0).map(({ action }) => action);
    const isOwnBoot = (action: Action): boolean =>
      action.type === 'persist' && action.changes.some(({ key }) => key === 'boot');
    const persisted = own.findIndex(isOwnBoot);
    const shown = own.findIndex(({ type }) => type === 'begin');
    expect(persisted).toBeGreaterThanOrEqual(0);
    expect(shown).toBe(persisted + 1);
    expect(own.slice(0, shown).filter(({ type }) => type === 'send')).toEqual([]);
    expect(began(s, 0)).toEqual([7]);
  });

  test('keeps callers waiting until then, and answers each', () => {
    const s = start({ silent: [1, 2, 3, 4] });
    const call = { nodeStatus: {} };
    const got = s.call(0, at(0).operator.operatorPub, call);
    expect(got).toEqual([]);
    expect(began(s, 0)).toEqual([]);
    s.give(0, { type: 'timer', id: 'boots/late' });
    expect(began(s, 0)).toEqual([1]);
    expect(of(s, 0, 'respond')).toHaveLength(1);
  });

  test('begins after 10 s with those that answered, and status says so', () => {
    const s = start({ silent: [2, 3, 4] });
    expect(of(s, 0, 'timer').find(({ id }) => id === 'boots/late')?.afterMs).toBe(10_000);
    expect(began(s, 0)).toEqual([]);
    s.give(0, { type: 'timer', id: 'boots/ask' });
    expect(of(s, 0, 'ask-boot').filter(({ to }) => to === host(1))).toHaveLength(1);
    expect(of(s, 0, 'ask-boot').filter(({ to }) => to === host(2))).toHaveLength(2);
    s.give(0, { type: 'timer', id: 'boots/late' });
    expect(began(s, 0)).toEqual([1]);
    expect(status(s, 0)?.warnings?.[0]).toMatch(/word of 1 of 3 nodes.*node3, node4, node5/);
  });

  test('from an old snapshot stops before it shows a boot, and says what to do', () => {
    const s = start({
      records: (by) => (by === 0 ? stored(4) : by === 2 ? stored(1, [bootOf(0, 6)]) : []),
    });
    expect(began(s, 0)).toEqual([]);
    const [stop, ...more] = stops(s, 0);
    expect(more).toEqual([]);
    expect(stop).toMatchObject({ code: 'E_STORE_TAMPERED' });
    expect(stop?.message).toContain('node3 holds its boot 6, this home counted boot 4');
    expect(stop?.hint).toContain('permafrost start --recover');
    const file = JSON.parse(stop?.file.text ?? '') as Record<string, unknown>;
    expect(file).toMatchObject({
      kind: 'boots',
      shown: { counter: 6, bootId: '06'.repeat(16), signature: toHex(bootOf(0, 6).signature) },
      own: { counter: 4 },
      shownBy: { name: 'node3' },
    });
    // Nobody is blamed for it.
    expect(s.actions.filter(({ action }) => JSON.stringify(action).includes('"fault'))).toEqual([]);
    // And it does nothing more, whatever it is asked.
    const before = s.actions.length;
    s.give(0, { type: 'timer', id: 'boots/late' });
    s.call(0, at(0).operator.operatorPub, { nodeStatus: {} });
    expect(s.actions.length).toBe(before);
  });

  test('whose copy has counted the same number stops too', () => {
    const s = start({
      records: (by) => (by === 0 ? stored(4) : by === 2 ? stored(1, [bootOf(0, 4, 99)]) : []),
    });
    expect(stops(s, 0)).toHaveLength(1);
    expect(began(s, 0)).toEqual([]);
  });

  test('believes nobody without its own signature, and holds that against them', () => {
    const forged = { ...bootOf(0, 9), signature: new Uint8Array(64).fill(1) };
    const s = start({
      records: (by) => {
        if (by === 0) return stored(4);
        if (by === 2) return [[`boot/${host(0)}`, encodeBoot(forged)]];
        // A boot of somebody else in the place of ours.
        return by === 3 ? [[`boot/${host(0)}`, encodeBoot(bootOf(3, 9))]] : [];
      },
    });
    expect(stops(s, 0)).toEqual([]);
    expect(began(s, 0)).toEqual([5]);
    const blame = status(s, 0)?.blame?.map(({ node, code }) => `${node} ${code}`);
    expect(blame).toEqual(expect.arrayContaining(['node3 bad-boot', 'node4 bad-boot']));
  });
});

describe('on the operator’s order a node', () => {
  test('goes on after the highest boot that anybody proves', () => {
    const s = start({
      recovering: 0,
      records: (by) => {
        if (by === 0) return stored(4);
        return by === 1 ? stored(1, [bootOf(0, 6)]) : by === 4 ? stored(1, [bootOf(0, 8)]) : [];
      },
    });
    expect(stops(s, 0)).toEqual([]);
    expect(began(s, 0)).toEqual([9]);
  });

  test('does so by itself, and once, where its store came out of a backup', () => {
    const restored = [...stored(4), ['restored', new Uint8Array(8)] as [string, Uint8Array]];
    const s = start({
      records: (by) => (by === 0 ? restored : by === 2 ? stored(1, [bootOf(0, 9)]) : []),
    });
    expect([began(s, 0), stops(s, 0)]).toEqual([[10], []]);
    // In one write with its new boot: a crash before it leaves the order, and after it the boot.
    expect(of(s, 0, 'persist').find(({ changes: [one] }) => one?.key === 'boot')?.changes).toEqual([
      expect.objectContaining({ key: 'boot' }),
      expect.objectContaining({ type: 'put', key: 'recovered' }),
      { type: 'delete', key: 'restored' },
    ]);
  });

  test('waits for all of them, and no longer than 10 s', () => {
    const s = start({ recovering: 0, silent: [4] });
    expect(began(s, 0)).toEqual([]);
    s.give(0, { type: 'timer', id: 'boots/late' });
    expect(began(s, 0)).toEqual([1]);
  });

  test('and its peers go on with it: its boot is later than all they know', () => {
    const s = start({
      recovering: 0,
      records: (by) => (by === 0 ? stored(4) : stored(1, [bootOf(0, 6)])),
    });
    s.connect();
    expect(status(s, 1)?.links?.find(({ name }) => name === 'node1')?.up).toBe(true);
    expect(status(s, 1)?.warnings).toEqual([]);
  });
});

describe('a node that runs', () => {
  const running = (): Cores => {
    const s = start();
    s.connect();
    return s;
  };

  test('stops at once when a peer proves a later boot of it, or a twin, on a link or a call', () => {
    const boot = encodeBoot(bootOf(1, 1, 2));
    for (const shown of [bootOf(0, 2), bootOf(0, 1, 77)]) {
      const seen = encodeBoot(shown);
      for (const input of [
        { type: 'peer-up', host: host(1), boot, seen },
        { type: 'hello', host: host(1), boot, seen },
        { type: 'boot-answer', from: host(1), seen },
      ] as const) {
        const s = running();
        s.give(0, input);
        expect(stops(s, 0)).toHaveLength(1);
        const sent = of(s, 0, 'send').length;
        const body = encodeMessage(permafrost.v1.OfferRequest, {});
        s.give(0, { type: 'frame', from: host(1), kind: limits.FRAME.offerRequest, body });
        s.give(0, { type: 'timer', id: 'tick' });
        expect(of(s, 0, 'send')).toHaveLength(sent);
        expect(s.cores[0]?.poolSizes()[0]).toEqual({ pool: 'own nonces', size: 0 });
      }
    }
  });

  test('is not moved by its own boot, an earlier one, or a claim without its signature', () => {
    const s = running();
    const forged = { ...bootOf(0, 9), signature: new Uint8Array(64) };
    for (const seen of [bootOf(0, 1), forged, bootOf(2, 9)].map(encodeBoot)) {
      s.give(0, { type: 'hello', host: host(1), boot: undefined, seen });
    }
    s.give(0, { type: 'hello', host: host(1), boot: undefined, seen: Uint8Array.of(1, 2, 3) });
    expect(stops(s, 0)).toEqual([]);
    expect(status(s, 0)?.blame).toMatchObject([{ node: 'node2', code: 'bad-boot', count: 3 }]);
  });

  test('asks whoever doubts its boot for what that one holds', () => {
    const s = running();
    s.give(0, { type: 'boot-doubted', by: host(3) });
    expect(of(s, 0, 'ask-boot').at(-1)).toEqual({ type: 'ask-boot', to: host(3) });
  });

  test('remembers the highest boot of each peer over its own restart, once each', () => {
    const s = running();
    const kept = of(s, 0, 'persist').flatMap(({ changes }) =>
      changes.flatMap(({ key }) => (key.startsWith('boot/') ? [key] : [])),
    );
    expect(new Set(kept)).toEqual(new Set([1, 2, 3, 4].map((i) => `boot/${host(i)}`)));
    expect(kept).toHaveLength(4);
    expect(decodeBoot(s.cores[0]?.highestBoot(host(1)) ?? new Uint8Array()).counter).toBe(1);
  });
});

describe('a peer that shows a boot which is not its last', () => {
  const before = (): Cores => {
    const s = start({ records: (by) => (by === 0 ? stored(1, [bootOf(1, 5)]) : []) });
    s.actions.length = 0;
    return s;
  };

  test('gets no link and no offers, is told of, and is not blamed', () => {
    const s = before();
    s.give(0, { type: 'peer-up', host: host(1), boot: encodeBoot(bootOf(1, 3)) });
    expect(of(s, 0, 'drop').map(({ peer }) => peer)).toEqual([host(1)]);
    const alarms = of(s, 0, 'log').filter(({ level }) => level === 'error');
    expect(alarms.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ node: 'node2', seen: 5, now: 3 }),
    ]);
    const { id: keyId = new Uint8Array(), epochId = new Uint8Array() } = keyOf(s);
    const body = encodeMessage(permafrost.v1.OfferRequest, { keyId, epochId, count: 3 });
    s.give(0, { type: 'frame', from: host(1), kind: limits.FRAME.offerRequest, body });
    expect(of(s, 0, 'send')).toEqual([]);
    // Which others do get.
    s.give(0, { type: 'peer-up', host: host(2), boot: encodeBoot(bootOf(2, 1, 3)) });
    s.give(0, { type: 'frame', from: host(2), kind: limits.FRAME.offerRequest, body });
    const { offers } = limits.FRAME;
    expect(of(s, 0, 'send').filter(({ kind }) => kind === offers)).toHaveLength(1);
    const now = status(s, 0);
    expect(now?.links?.find(({ name }) => name === 'node2')).toMatchObject({ up: false });
    expect(now?.warnings?.[0]).toMatch(/copy of node2.*boot 3 beside boot 5/);
    expect(now?.blame).toEqual([]);
  });

  test('is told of once, however often it comes', () => {
    const s = before();
    for (let i = 0; i < 3; i++) {
      s.give(0, { type: 'peer-up', host: host(1), boot: encodeBoot(bootOf(1, 3)) });
    }
    expect(of(s, 0, 'log').filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('is refused from its hello on, and the one with the higher boot is not', () => {
    const core = before().cores[0];
    const boot = (counter: number, id = counter) => encodeBoot(bootOf(1, counter, id));
    expect(core?.refusesBoot(host(1), boot(3))).toBe(true);
    expect(core?.refusesBoot(host(1), boot(5, 9))).toBe(true);
    expect(core?.refusesBoot(host(1), boot(5))).toBe(false);
    expect(core?.refusesBoot(host(1), boot(6))).toBe(false);
  });

  test('loses the link that it has once a later boot is shown elsewhere', () => {
    const s = before();
    s.give(0, { type: 'peer-up', host: host(1), boot: encodeBoot(bootOf(1, 5)) });
    expect(of(s, 0, 'drop')).toEqual([]);
    s.give(0, {
      type: 'hello',
      host: host(1),
      boot: encodeBoot(bootOf(1, 6)),
      seen: undefined,
    });
    expect(of(s, 0, 'drop').map(({ peer }) => peer)).toEqual([host(1)]);
  });
});
