import { toHex } from '@permafrost/frost';
import {
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  encodeSignCore,
  encodeSignRequest,
  encodeSignShare,
  type Opened,
  parseEnvelope,
  type SignCore,
  sealEnvelope,
  signRequestHash,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action, Input } from '../../effects.ts';
import { createKey, requestSignature } from '../requests.ts';
import { createNetwork, type Network, type SimNode } from '../world.ts';
import type { About, Asked, Violation } from './about.ts';
import { createCheckers } from './index.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('watched');
const { FRAME } = limits;

type Event =
  | { readonly by: number; readonly action: Action }
  | { readonly at: number; readonly input: Input };

/** A run of three nodes that went well: a key, and a signature with it. */
type Run = { readonly network: Network; readonly events: readonly Event[]; readonly asked: Asked };
let run: Run;

beforeAll(() => {
  installNodeCrypto();
  const network = createNetwork({ seed: 5, nodes: 3, suiteOf: () => toy });
  const events: Event[] = [];
  network.onAction((by, action) => events.push({ by, action }));
  network.onInput((at, input) => events.push({ at, input }));
  for (let i = 0; i < 3; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error('no key');
  const signed = requestSignature(network, { at: 0, key, message });
  network.run(5_000);
  const asked: Asked = {
    keys: [{ name: 'team', at: 0, watched, mustEnd: true }],
    signatures: [{ at: 0, key, message, signed, mustSign: true }],
  };
  run = { network, events, asked };
});

/** What checkers say of events, as if they had watched them happen. */
function watch(
  events: readonly Event[],
  {
    about = {},
    asked = run.asked,
    disks,
  }: { about?: Partial<About>; asked?: Asked; disks?: Disks } = {},
): readonly string[] {
  const onAction: ((index: number, action: Action, node: SimNode) => void)[] = [];
  const onInput: ((index: number, input: Input, node: SimNode) => void)[] = [];
  const nodes = run.network.nodes.map((node, i) => ({ ...node, disk: disks?.[i] ?? node.disk }));
  const network: Network = {
    ...run.network,
    nodes,
    onAction: (hook) => onAction.push(hook),
    onInput: (hook) => onInput.push(hook),
  };
  const given: About = {
    seed: 5,
    suiteName: 'toy',
    suite: toy,
    corrupt: new Set(),
    verifyOutside: () => undefined,
    ...about,
  };
  const checkers = createCheckers(network, given, asked);
  for (const event of events) {
    if ('action' in event)
      for (const hook of onAction) hook(event.by, event.action, nodes[event.by] as SimNode);
    else for (const hook of onInput) hook(event.at, event.input, nodes[event.at] as SimNode);
  }
  checkers.finish();
  return [...new Set(checkers.violations().map(({ checker }: Violation) => checker))];
}
type Disks = readonly Network['nodes'][number]['disk'][];

type Send = Extract<Action, { readonly type: 'send' }>;
type Seen = { readonly by: number; readonly action: Send; readonly opened: Opened };

/** Signing frames of a round, in order; of the request, not of the key's test. */
function signing(round: number): readonly Seen[] {
  return run.events.flatMap((event): readonly Seen[] => {
    if (!('action' in event) || event.action.type !== 'send') return [];
    if (event.action.kind !== FRAME.sign) return [];
    const { by, action } = event;
    const opened = parseEnvelope(action.body);
    return opened.round === round ? [{ by, action, opened }] : [];
  });
}

function last(round: number): Seen {
  const seen = signing(round).at(-1);
  if (seen === undefined) throw new Error(`nothing of round ${round}`);
  return seen;
}

/** Events of a coordinator that asks again with a changed core, and of a signer that answers. */
function askedAgain(change: (core: SignCore) => SignCore): readonly Event[] {
  const asking = last(1);
  const answer = last(2);
  const { core, share } = decodeSignRequest(asking.opened.payload);
  const changed = encodeSignCore(change(decodeSignCore(core)));
  const seal = (seen: Seen, payload: Uint8Array): Event => {
    const seed = run.network.nodes[seen.by]?.seed ?? new Uint8Array();
    const body = sealEnvelope({ ...seen.opened, payload }, seed);
    return { by: seen.by, action: { ...seen.action, body } };
  };
  void share;
  const { share: z } = decodeSignShare(answer.opened.payload);
  return [
    seal(asking, encodeSignRequest({ core: changed, share: new Uint8Array() })),
    seal(answer, encodeSignShare({ reqHash: signRequestHash(changed), share: z })),
  ];
}

describe('checkers', () => {
  test('say nothing of a run that went well, with or without an adversary in it', () => {
    expect(watch(run.events)).toEqual([]);
    expect(watch(run.events, { about: { corrupt: new Set([1]) } })).toEqual([]);
  });

  test('notice a nonce that serves a second request', () => {
    const twice = askedAgain((core) => ({ ...core, attempt: core.attempt + 1 }));
    expect(watch([...run.events, ...twice])).toEqual(['a nonce serves one request']);
  });

  test('solve for the share once a nonce served three requests', () => {
    const change = (text: string) => (core: SignCore) => ({
      ...core,
      request: { ...core.request, message: new TextEncoder().encode(text) },
    });
    const two = askedAgain(change('two'));
    const three = askedAgain(change('three'));
    // Two equations with three unknowns.
    expect(watch([...run.events, ...two])).not.toContain('nothing determines a secret');
    const all = [...run.events, ...two, ...three];
    expect(watch(all)).toContain('nothing determines a secret');
  });

  test('notice a share that answers nothing', () => {
    const answers = run.events.filter(
      (event) => !('action' in event) || event.action !== last(1).action,
    );
    const asking = new Set(signing(1).map(({ action }) => action as Action));
    const unasked = answers.filter((event) => !('action' in event) || !asking.has(event.action));
    expect(watch(unasked)).toContain('a share answers a request');
  });

  test('notice a share for a request that its requester did not sign', () => {
    const swapped = askedAgain((core) => ({
      ...core,
      request: { ...core.request, message: new Uint8Array(3) },
    }));
    expect(watch([...run.events, ...swapped])).toContain('a share is given only where it may be');
  });

  test('notice a share of too few, of another epoch, or for another coordinator', () => {
    const wrongs: readonly ((core: SignCore) => SignCore)[] = [
      (core) => ({
        ...core,
        signers: core.signers.filter((seat) => seat === last(2).opened.from),
        offers: core.offers.filter(({ offer }) => offer.identifier === last(2).opened.from),
      }),
      (core) => ({ ...core, epochId: new Uint8Array(32) }),
      (core) => ({
        ...core,
        offers: core.offers.map((one) => ({
          ...one,
          offer: { ...one.offer, coordinator: new Uint8Array(32) },
          item: encodeMessage(permafrost.v1.NonceOffer, {
            ...one.offer,
            coordinator: new Uint8Array(32),
          }),
        })),
      }),
    ];
    for (const wrong of wrongs) {
      expect(watch([...run.events, ...askedAgain(wrong)])).toContain(
        'a share is given only where it may be',
      );
    }
  });

  test('notice a share that its node had not decided to give, or to somebody whom it denies', () => {
    const undecided = run.events.filter(
      (event) => !('action' in event) || event.action.type !== 'decision',
    );
    expect(watch(undecided)).toContain('a share is given only where it may be');
    const requester = toHex(
      decodeSignCore(decodeSignRequest(last(1).opened.payload).core).request.requester.slice(-32),
    );
    const denied = new Map([[last(2).by, new Set([requester])]]);
    expect(watch(run.events, { about: { denied } })).toEqual([
      'a share is given only where it may be',
    ]);
  });

  test('notice a share of a key that is not active yet', () => {
    const early = run.events.filter(
      (event) =>
        !('action' in event) ||
        event.action.type !== 'persist' ||
        !event.action.changes.some(({ key }) => key.endsWith('/state')),
    );
    const disks = run.network.nodes.map(({ disk }) => ({
      ...disk,
      records: new Map([...disk.records].filter(([path]) => !path.endsWith('/state'))),
    }));
    expect(watch(early, { disks })).toContain('a share is given only where it may be');
  });

  test('notice a coordinator that gets more shares for one request than it should', () => {
    const many = Array.from({ length: 7 }, (_, i) =>
      askedAgain((core) => ({ ...core, attempt: 10 + i })),
    ).flat();
    expect(watch([...run.events, ...many])).toContain(
      'one coordinator gets a limited number of shares',
    );
  });

  test('notice what was shown before it was on the disk', () => {
    const disks = run.network.nodes.map(({ disk }) => ({ ...disk, records: new Map() }));
    expect(watch(run.events, { disks })).toContain('nothing is promised before it is durable');
  });

  test('notice two nodes that hold different keys of one name', () => {
    const disks = run.network.nodes.map(({ disk }, i) => ({
      ...disk,
      records: new Map([...disk.records, ...(i === 1 ? [['name/team', message] as const] : [])]),
    }));
    expect(watch(run.events, { disks })).toContain('agreement');
  });

  test('notice two records of one key that differ', () => {
    const other = run.events.map((event): Event => {
      if (!('action' in event) || event.by !== 2 || event.action.type !== 'persist') return event;
      const changes = event.action.changes.map((change) => {
        if (change.type !== 'put' || !change.key.endsWith('/record')) return change;
        const record = decodeMessage(permafrost.v1.StoredKey, change.value);
        const transcript = record.transcript.map((byte, i) => (i === 100 ? byte ^ 1 : byte));
        const value = encodeMessage(permafrost.v1.StoredKey, { ...record, transcript });
        return { ...change, value };
      });
      return { ...event, action: { ...event.action, changes } };
    });
    expect(watch(other)).toContain('agreement');
  });

  test('notice a signature that is wrong, that another library refuses, or that never came', () => {
    expect(watch(run.events, { about: { verifyOutside: () => false } })).toEqual([
      'signatures verify',
    ]);
    const [one] = run.asked.signatures;
    if (one === undefined) throw new Error('nothing was asked');
    const wrong = { ...run.asked, signatures: [{ ...one, message: new Uint8Array(1) }] };
    expect(watch(run.events, { asked: wrong })).toEqual(['signatures verify']);
    const silent = { ...run.asked, signatures: [{ ...one, signed: { progress: undefined } }] };
    expect(watch(run.events, { asked: silent })).toEqual(['every request ends']);
  });

  test('notice an honest node that is blamed, by words or by evidence that does not convince', () => {
    const node = run.network.nodes[0];
    node?.logs.push({ event: 'fault', fields: { node: 'node2', code: 'bad-envelope' } });
    expect(watch(run.events)).toEqual(['no honest node is blamed']);
    expect(watch(run.events, { about: { corrupt: new Set([1]) } })).toEqual([]);
    node?.logs.pop();
  });

  test('notice pools that are larger than their bounds', () => {
    const node = run.network.nodes[0];
    const core = node?.core;
    if (node === undefined || core === undefined) throw new Error('no core');
    node.core = { ...core, poolSizes: () => [{ pool: 'own nonces', size: 16_385 }] };
    expect(watch(run.events)).toEqual(['memory is bounded']);
    node.core = core;
  });

  test('frame an honest node that says two things', () => {
    const answer = last(2);
    const { reqHash, share } = decodeSignShare(answer.opened.payload);
    const other = share.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
    const payload = encodeSignShare({ reqHash, share: other });
    const seed = run.network.nodes[answer.by]?.seed ?? new Uint8Array();
    const body = sealEnvelope({ ...answer.opened, payload }, seed);
    const liar = new Set([answer.by === 2 ? 1 : 2].filter((i) => i !== answer.by));
    const second: Event = { by: answer.by, action: { ...answer.action, body } };
    expect(watch([...run.events, second], { about: { corrupt: liar } })).toContain(
      'nobody honest can be framed',
    );
  });
});
