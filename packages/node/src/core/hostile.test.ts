import { toHex } from '@permafrost/frost';
import { installNodeCrypto, seededRandom } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony, toy } from '../testing/keys.ts';
import { type Person, people, person, proposalOf, says } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

const KINDS: readonly number[] = [...Object.values(limits.FRAME), 0, 15, 28, 255];
/** Index of the node that sends what it likes, and of the one that has to bear it. */
const HOSTILE = 2;
const VICTIM = 0;
const requester = person('requester');
const key = ceremony(3, { requester });

type Frame = { readonly kind: number; readonly body: Uint8Array };

function scene(): Cores {
  const cores = createCores(4, [key], { rules: people(4) });
  cores.connect();
  return cores;
}

function sign(s: Cores, at: number, text: string): Uint8Array | undefined {
  const entry = key.entryOf(0);
  const message = new TextEncoder().encode(text);
  const request = requestOf(requester, entry, s.now(), {
    message,
    idempotencyKey: new TextEncoder().encode(`request ${text}`.padEnd(16)),
  });
  const answers = s.call(at, requester.operator.operatorPub, submission(request));
  const signature = answers.at(-1)?.sign?.signature ?? undefined;
  if (signature === undefined) return undefined;
  return toy.verify({ publicKey: entry.publicKey, message, signature }) ? signature : undefined;
}

/** Makes another key, by the rules of all; what it came to. */
function makeKey(s: Cores, name: string): string {
  const first = s.all[0] as Person;
  const { bytes, hash } = proposalOf(first, s.all.slice(0, 3), { name });
  const operatorSignature = says(first, 'accept', hash).operator?.signature ?? new Uint8Array();
  const { operatorPub } = first.operator;
  s.call(0, operatorPub, { proposalSubmit: { proposal: bytes, operatorSignature } });
  const told = s.call(0, operatorPub, { proposalWatch: { proposalHash: hash } });
  return told.at(-1)?.ceremony?.stage ?? 'nothing';
}

/** Real frames of all kinds that a key generation and a signature need, from the hostile node. */
function realFrames(): readonly Frame[] {
  const s = scene();
  sign(s, HOSTILE, 'a');
  sign(s, VICTIM, 'b');
  makeKey(s, 'real');
  const seen = new Map<string, Frame>();
  for (const { by, action } of s.actions) {
    if (by !== HOSTILE || action.type !== 'send') continue;
    seen.set(`${action.kind}/${action.body.length}`, { kind: action.kind, body: action.body });
  }
  return [...seen.values()];
}

function give(s: Cores, { kind, body }: Frame, from: Person = s.all[HOSTILE] as Person): void {
  s.give(VICTIM, { type: 'frame', from: from.operator.host, kind, body });
}

/** Whom the victim holds something against, and whom it cut off. */
function accused(s: Cores): ReadonlySet<string> {
  const names = s.actions.flatMap(({ by, action }): readonly string[] => {
    if (by !== VICTIM) return [];
    if (action.type === 'log' && action.event === 'fault') return [String(action.fields.node)];
    if (action.type !== 'drop') return [];
    return s.all
      .filter(({ operator }) => operator.host === action.peer)
      .map((p) => p.operator.name);
  });
  return new Set(names);
}

/** All of it is still as good as new, and nobody but the hostile node is to blame. */
function expectUnharmed(s: Cores): void {
  for (const at of [0, 1]) expect(sign(s, at, `after ${at}`)).toBeDefined();
  const most = new Set(['node3']);
  for (const name of accused(s)) expect(most).toContain(name);
  expect(makeKey(s, 'afterwards')).toBe('active');
  expect(({} as Record<string, unknown>).signingShare).toBeUndefined();
}

describe('frames of a node that has gone bad', () => {
  test('made of random bytes, of every kind, throw nothing out and harm nobody', () => {
    const s = scene();
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.uint8Array({ maxLength: 400 }), (kind, body) => {
        give(s, { kind, body });
      }),
      { numRuns: 400, seed: 2 },
    );
    expectUnharmed(s);
  });

  test('that cannot be read get it cut off and named, each time', () => {
    for (const kind of KINDS) {
      if (kind === limits.FRAME.sign || kind === limits.FRAME.offers) continue;
      const s = scene();
      give(s, { kind, body: new Uint8Array(70).fill(0xff) });
      const host = (s.all[HOSTILE] as Person).operator.host;
      const drops = s.actions.flatMap(({ by, action }) =>
        by === VICTIM && action.type === 'drop' ? [action.peer] : [],
      );
      expect(drops, `kind ${kind}`).toEqual([host]);
      expect([...accused(s)], `kind ${kind}`).toEqual(['node3']);
    }
  });

  test('that are real ones, cut, lengthened, flipped or of the wrong kind, harm nobody', () => {
    const s = scene();
    const random = seededRandom(3, 'mutations');
    const frames = realFrames();
    expect(new Set(frames.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7);
    for (const { kind, body } of frames) {
      const [a = 0, b = 0, c = 0] = random(3);
      const at = ((a << 8) | b) % Math.max(1, body.length);
      give(s, { kind, body: body.slice(0, at) });
      give(s, { kind, body: Uint8Array.from([...body, c]) });
      give(s, { kind, body: body.map((byte, i) => (i === at ? byte ^ (1 << (c & 7)) : byte)) });
      give(s, { kind, body: Uint8Array.from([...body.slice(0, at), ...body]) });
      give(s, { kind: KINDS[c % KINDS.length] ?? 0, body });
    }
    expectUnharmed(s);
  });

  test('that were real once, and are sent again much later and in another order, harm nobody', () => {
    const s = scene();
    const frames = realFrames();
    for (const frame of [...frames].reverse()) give(s, frame);
    for (const frame of frames) give(s, frame);
    expectUnharmed(s);
  });

  test('that another node signed prove nothing against it', () => {
    // What node2 says truly, node3 shows as its own, to the victim.
    const s = scene();
    makeKey(s, 'real');
    sign(s, 1, 'a');
    const others = s.actions.flatMap(({ by, action }): Frame[] =>
      by === 1 && action.type === 'send' ? [{ kind: action.kind, body: action.body }] : [],
    );
    for (const frame of others) give(s, frame);
    expectUnharmed(s);
  });

  test('with names that reach into prototypes change no object', () => {
    const s = scene();
    const { hash } = proposalOf(s.all[0] as Person, s.all.slice(0, 3));
    for (const word of ['__proto__', 'constructor', 'toString', 'x\u001b[2J\n']) {
      const report = { proposalHash: hash, attempt: 1, stage: word, hosts: [], code: word };
      give(s, {
        kind: limits.FRAME.ceremonyReport,
        body: encodeMessage(permafrost.v1.CeremonyReport, report),
      });
      const status = { keyId: key.entryOf(0).keyId, epochId: new Uint8Array(), state: word };
      give(s, {
        kind: limits.FRAME.keyStatus,
        body: encodeMessage(permafrost.v1.KeyStatus, status),
      });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expectUnharmed(s);
  });

  test('of a host that is not on the roster, or of a node that is no member, harm nobody', () => {
    const s = scene();
    const frames = realFrames();
    for (const frame of frames) {
      give(s, frame, s.all[3]);
      give(s, frame, person('stranger'));
    }
    for (const at of [0, 1]) expect(sign(s, at, `after ${at}`)).toBeDefined();
    expect([...accused(s)].filter((name) => name === 'node1' || name === 'node2')).toEqual([]);
  });
});

describe('words of a peer that people may read', () => {
  /** A key generation that has begun and cannot end. */
  function stuck(): { readonly s: Cores; readonly hash: Uint8Array; readonly first: Person } {
    const s = createCores(4, [key], { rules: people(4), loses: limits.FRAME.ceremony });
    s.connect();
    const first = s.all[0] as Person;
    expect(makeKey(s, 'stuck')).toBe('joining');
    return { s, first, hash: proposalOf(first, s.all.slice(0, 3), { name: 'stuck' }).hash };
  }

  const report = (s: Cores, hash: Uint8Array, attempt: number, code: string): Frame => ({
    kind: limits.FRAME.ceremonyReport,
    body: encodeMessage(permafrost.v1.CeremonyReport, {
      proposalHash: hash,
      attempt,
      stage: 'failed',
      hosts: [(s.all[1] as Person).operator.hostPub],
      code,
    }),
  });

  test('in a report of a failed attempt are printable, and whom it names is its word alone', () => {
    const { s, hash, first } = stuck();
    give(s, report(s, hash, 1, 'x\u001b[2J\u0007'));
    const [list] = s.call(0, first.operator.operatorPub, { proposalList: {} });
    const shown = list?.proposalList?.proposals?.find(({ name }) => name === 'stuck');
    expect(shown?.detail).toMatch(/^[ -~]+$/);
    expect([...accused(s)]).toEqual([]);
  });

  test('in a report count for the present attempt, of a member, and at most three times', () => {
    const { s, hash, first } = stuck();
    const state = (): string | null | undefined => {
      const [list] = s.call(0, first.operator.operatorPub, { proposalList: {} });
      return list?.proposalList?.proposals?.find(({ name }) => name === 'stuck')?.state;
    };
    for (const from of [s.all[3] as Person, person('stranger')]) {
      give(s, report(s, hash, 1, 'disconnected'), from);
    }
    give(s, report(s, hash, 2, 'disconnected'));
    const timers = (): number =>
      s.actions.filter(({ action }) => action.type === 'timer' && action.id.startsWith('attempt/'))
        .length;
    expect(timers()).toBe(0);
    for (const attempt of [1, 2, 3]) {
      give(s, report(s, hash, attempt, 'disconnected'));
      s.give(VICTIM, { type: 'timer', id: `attempt/${toHex(hash)}/${attempt}` });
    }
    expect(timers()).toBe(2);
    expect(state()).toBe('failed');
    for (const attempt of [1, 2, 3]) give(s, report(s, hash, attempt, 'disconnected'));
    expect(timers()).toBe(2);
  });

  test('in the name of a key that nobody can have are not repeated', () => {
    const s = scene();
    const [answer] = s.call(0, requester.operator.operatorPub, { keyGet: { name: '\u001b[2J' } });
    expect(answer?.error?.code).toBe('E_UNKNOWN_KEY');
    expect(answer?.error?.message).toMatch(/^[ -~]+$/);
    const [other] = s.call(0, requester.operator.operatorPub, { keyGet: { name: 'none' } });
    expect(other?.error?.message).toBe('there is no key named none');
  });

  test('in a refusal to sign are one printable line, or it is cut off', () => {
    const s = scene();
    const refusal = (reason: string): Frame => ({
      kind: limits.FRAME.signRefusal,
      body: encodeMessage(permafrost.v1.SignRefusal, {
        requestId: new Uint8Array(32),
        attempt: 1,
        code: 'E_FORBIDDEN',
        reason,
      }),
    });
    give(s, refusal('not by me'));
    expect([...accused(s)]).toEqual([]);
    give(s, refusal('two\nlines'));
    expect([...accused(s)]).toEqual(['node3']);
  });
});

describe('bodies of calls', () => {
  test('of random bytes, and real ones that were flipped, are answered and throw nothing out', () => {
    const s = scene();
    const callers = [requester.operator.operator, (s.all[0] as Person).operator.operator, 'ff'];
    const anyBody = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(anyBody, fc.constantFrom(...callers), (body, caller) => {
        expect(s.callRaw(VICTIM, caller, body).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300, seed: 4 },
    );
    const entry = key.entryOf(0);
    const { bytes } = proposalOf(s.all[0] as Person, s.all.slice(0, 3), { name: 'fuzz' });
    const real = [
      { keyGet: { name: 'team', proof: true } },
      { proposalSubmit: { proposal: bytes, operatorSignature: new Uint8Array(64) } },
      { proposalDecide: { proposalHash: new Uint8Array(64), verb: 'accept' } },
      { proposalWatch: { proposalHash: new Uint8Array(64) } },
      { signGet: { requestId: new Uint8Array(32) } },
      { signSubmit: { request: { keyId: entry.keyId, message: new Uint8Array(9) } } },
    ].map((request) => encodeMessage(permafrost.v1.RpcRequest, request));
    const random = seededRandom(5, 'calls');
    for (const body of real) {
      for (let i = 0; i < 40; i++) {
        const [a = 0, b = 0, c = 0] = random(3);
        const at = ((a << 8) | b) % body.length;
        const flipped = body.map((byte, k) => (k === at ? byte ^ (1 << (c & 7)) : byte));
        s.callRaw(VICTIM, callers[c % 3] ?? '', flipped);
      }
    }
    expectUnharmed(s);
    expect(toHex(entry.keyId)).toBe(entry.id);
  });
});
