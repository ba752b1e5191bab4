import { toHex } from '@permafrost/frost';
import {
  type CreateProposal,
  decodeEvidence,
  encodeStart,
  joinScope,
  sealEnvelope,
  signStart,
  statementToWire,
  verifyEvidence,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { peerIdOfKey } from '../peer-key.ts';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { type Person, people, proposalOf, says, seedOf } from '../testing/operators.ts';
import { createCeremonies, isReplayed } from './ceremonies-state.ts';

beforeAll(installNodeCrypto);

/** Index of the node that sends what it likes, and of the one that has to bear it. */
const HOSTILE = 2;
const VICTIM = 0;
const DAY_MS = 24 * 3_600_000;

function give(s: Cores, kind: number, body: Uint8Array): void {
  const from = (s.all[HOSTILE] as Person).operator.host;
  s.give(VICTIM, { type: 'frame', from, kind, body });
}

/** A proposal of the hostile operator, with its word for it. */
function propose(s: Cores, changes: Partial<CreateProposal>): Uint8Array {
  const by = s.all[HOSTILE] as Person;
  const { bytes, hash } = proposalOf(by, s.all.slice(0, 3), changes);
  const statements = [statementToWire(says(by, 'accept', hash))];
  const state = { proposal: bytes, statements, starts: [] };
  give(s, limits.FRAME.proposal, encodeMessage(permafrost.v1.ProposalState, state));
  return hash;
}

function proposals(s: Cores): readonly permafrost.v1.ProposalInfo.$Properties[] {
  const caller = (s.all[VICTIM] as Person).operator.operatorPub;
  return s.call(VICTIM, caller, { proposalList: {} }).at(-1)?.proposalList?.proposals ?? [];
}

function makeKey(s: Cores, name: string): string {
  const first = s.all[0] as Person;
  const { bytes, hash } = proposalOf(first, s.all.slice(0, 3), { name });
  const operatorSignature = says(first, 'accept', hash).operator?.signature ?? new Uint8Array();
  const { operatorPub } = first.operator;
  s.call(0, operatorPub, { proposalSubmit: { proposal: bytes, operatorSignature } });
  const told = s.call(0, operatorPub, { proposalWatch: { proposalHash: hash } });
  return told.at(-1)?.ceremony?.stage ?? 'nothing';
}

function connected(): Cores {
  const s = createCores(4, [], { rules: [] });
  s.connect();
  return s;
}

describe('proposals of an operator gone bad', () => {
  test('with a requester that is no PeerId are not taken in: they could not be shown', () => {
    for (const bytes of [1, 32, 37, 39, 64]) {
      const s = connected();
      propose(s, { requesters: [new Uint8Array(bytes).fill(7)] });
      expect(proposals(s), `${bytes} bytes`).toEqual([]);
    }
  });

  test('are forgotten when there are more than anybody needs, and never told to others', () => {
    const s = connected();
    const tooLong = s.now() + 3 * DAY_MS;
    for (let i = 0; i < 600; i++) propose(s, { name: `key${i}`, expiresMs: tooLong });
    expect(proposals(s).length).toBeLessThanOrEqual(256);
    const told = s.actions.filter(
      ({ by, action }) => by === VICTIM && action.type === 'send' && action.kind === 18,
    );
    expect(told.length).toBeLessThanOrEqual(256 * 3);
  });

  test('leave room for those of others', () => {
    // Nobody accepts the hostile one's: key generations of them would only take time here.
    const rules = people(4).filter((_, i) => i !== HOSTILE);
    const s = createCores(4, [], { rules });
    s.connect();
    const { hostSeed } = s.all[HOSTILE] as Person;
    const members = [s.all[2], s.all[3]]
      .map((p) => (p as Person).operator.hostPub)
      .sort(Buffer.compare);
    for (let i = 0; i < limits.PROPOSALS_OPEN_MAX + 10; i++) {
      const hash = propose(s, { name: `key${i}`, members });
      // Half of them wait, and half of them are said to run elsewhere.
      if (i % 2 === 0) continue;
      const start = signStart({ proposalHash: hash, attempt: 1, without: [] }, hostSeed);
      give(s, limits.FRAME.start, encodeStart(start));
    }
    expect(proposals(s).filter(({ state }) => state === 'open').length).toBeGreaterThan(60);
    expect(makeKey(s, 'ours')).toBe('active');
  });

  test('never make a list that is longer than an answer may be', () => {
    const s = connected();
    const requesters = Array.from({ length: 256 }, (_, i) => peerIdOfKey(seedOf(`r${i}`)));
    for (let i = 0; i < 80; i++) {
      propose(s, { name: `key${i}`, requesters, policy: new Uint8Array(4096) });
    }
    const caller = (s.all[VICTIM] as Person).operator.operator;
    const body = encodeMessage(permafrost.v1.RpcRequest, { proposalList: {} });
    for (const answer of s.callRaw(VICTIM, caller, body)) {
      expect(answer.length).toBeLessThanOrEqual(limits.RPC_RESPONSE_BYTES_MAX);
    }
    expect(proposals(s).length).toBeGreaterThan(5);
  });
});

test('two Starts of one attempt that say different things are evidence, and nobody else’s fault', () => {
  const s = connected();
  const hash = propose(s, { name: 'twice' });
  const by = s.all[HOSTILE] as Person;
  const start = (without: readonly Uint8Array[]): void => {
    const body = encodeStart(signStart({ proposalHash: hash, attempt: 1, without }, by.hostSeed));
    give(s, limits.FRAME.start, body);
  };
  start([]);
  start([]);
  start([(s.all[1] as Person).operator.hostPub]);
  const texts = s.actions.flatMap(({ action }) =>
    action.type === 'evidence' ? [action.text] : [],
  );
  expect(texts).toHaveLength(1);
  const verdict = verifyEvidence(decodeEvidence(texts[0] ?? ''));
  expect(verdict).toEqual({
    proven: true,
    culprit: by.operator.hostPub,
    code: 'equivocation',
  });
});

describe('envelopes that come before their time', () => {
  const early = (s: Cores, hash: Uint8Array, attempt: number, round: number, bytes: number) => {
    const by = s.all[HOSTILE] as Person;
    const scope = joinScope({ kind: 'cocktail-dkg', proposalHash: hash, attempt });
    const envelope = sealEnvelope(
      {
        suite: 'ed25519',
        kind: 'cocktail-dkg',
        sessionId: scope,
        round,
        from: 1,
        to: 'all',
        payload: new Uint8Array(bytes),
      },
      by.hostSeed,
    );
    const frame = { scope, envelope };
    give(s, limits.FRAME.ceremony, encodeMessage(permafrost.v1.CeremonyEnvelope, frame));
  };

  test('for attempts that never begin do not fill the room of those that do', () => {
    const s = createCores(4, [], { rules: [] });
    s.connect();
    for (let i = 0; i < 40; i++) {
      const hash = propose(s, { name: `key${i}` });
      for (const attempt of [1, 2, 3]) early(s, hash, attempt, 0, 10);
    }
    const pools = s.cores[VICTIM]?.poolSizes() ?? [];
    expect(pools.find(({ pool }) => pool === 'early envelopes')?.size).toBeLessThanOrEqual(80);
    s.later(2 * DAY_MS);
    s.give(VICTIM, { type: 'timer', id: 'tick' });
    const after = s.cores[VICTIM]?.poolSizes() ?? [];
    expect(after.find(({ pool }) => pool === 'early envelopes')?.size).toBe(0);
  });

  test('are few of one member, however it varies them', () => {
    const s = connected();
    const hash = propose(s, { name: 'one' });
    for (let round = 0; round < 256; round += 5) {
      for (let bytes = 0; bytes < 5; bytes++) early(s, hash, 1, round, bytes);
    }
    const pools = s.cores[VICTIM]?.poolSizes() ?? [];
    expect(pools.find(({ pool }) => pool === 'early envelopes')?.size).toBeLessThanOrEqual(8);
  });
});

test('a word of a key generation that its member did not sign counts for nothing and is told', () => {
  const s = createCores(4, [], {
    rules: people(4),
    // Of the hostile node's Joins only the signature is changed.
    tamper: ({ by, kind, body }) => {
      if (by !== HOSTILE || kind !== limits.FRAME.ceremony) return body;
      const { scope, envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
      const signed = decodeMessage(permafrost.v1.Envelope, envelope);
      const signature = signed.signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
      const unsigned = encodeMessage(permafrost.v1.Envelope, { ...signed, signature });
      return encodeMessage(permafrost.v1.CeremonyEnvelope, { scope, envelope: unsigned });
    },
  });
  s.connect();
  expect(makeKey(s, 'unsigned')).toBe('joining');
  const told = s.actions.flatMap(({ by, action }) =>
    by !== HOSTILE && action.type === 'log' && action.event === 'fault' ? [action.fields] : [],
  );
  expect(told.length).toBeGreaterThan(0);
  for (const fields of told) {
    expect(fields).toMatchObject({ node: 'node3', code: 'bad-envelope', proven: false });
  }
});

describe('faults of a node gone bad', () => {
  test('that cannot be proved do not keep proofs from being stored', () => {
    const s = connected();
    for (let i = 0; i < 40; i++) give(s, limits.FRAME.sign, Uint8Array.of(255, i));
    const stored = s.actions.filter(
      ({ by, action }) =>
        by === VICTIM &&
        action.type === 'persist' &&
        action.changes.some(({ key }) => key.startsWith('fault/')),
    );
    expect(stored).toHaveLength(8);
    const told = s.actions.flatMap(({ by, action }) =>
      by === VICTIM && action.type === 'log' && action.event === 'fault'
        ? [action.fields.times]
        : [],
    );
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 16, 32]);
  });
});

describe('what got lost on the way', () => {
  test('offers that went with a connection do not fill the slots of their coordinator', () => {
    const key = ceremony(3);
    const s = createCores(4, [key], { loses: limits.FRAME.offers });
    s.connect();
    const { keyId, epochId } = key.entryOf(0);
    const ask = { keyId, epochId, count: 64 };
    const offers = (): number => {
      const from = s.actions.length;
      give(s, limits.FRAME.offerRequest, encodeMessage(permafrost.v1.OfferRequest, ask));
      return s.actions
        .slice(from)
        .filter(({ action }) => action.type === 'send' && action.kind === limits.FRAME.offers)
        .length;
    };
    expect(offers()).toBe(1);
    expect(offers()).toBe(0);
    s.connect(); // Each tells the other which offers it holds: none.
    expect(offers()).toBe(1);
  });

  test('of a key generation is said again, without a new connection', () => {
    let isLost = true;
    const lost = Uint8Array.of(0);
    const s = createCores(4, [], {
      rules: people(4),
      // Nobody hears a Cert of another.
      tamper: ({ kind, body }) => {
        if (!isLost || kind !== limits.FRAME.ceremony) return body;
        const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
        const { round } = decodeMessage(permafrost.v1.Envelope, envelope);
        if (round !== 3) return body;
        const scope = new Uint8Array(32);
        return encodeMessage(permafrost.v1.CeremonyEnvelope, { scope, envelope: lost });
      },
    });
    s.connect();
    expect(makeKey(s, 'slow')).toBe('certifying');
    isLost = false;
    for (const i of [0, 1, 2, 0, 1, 2]) s.give(i, { type: 'timer', id: 'tick' });
    const { operatorPub } = (s.all[VICTIM] as Person).operator;
    const [list] = s.call(VICTIM, operatorPub, { keyList: {} });
    expect(list?.keyList?.keys?.map(({ state }) => state)).toEqual(['active']);
  });
});

test('a report that an attempt failed, which was never begun, begins none', () => {
  const s = connected();
  const first = s.all[0] as Person;
  const { bytes, hash } = proposalOf(first, s.all.slice(0, 3), { name: 'ours' });
  const operatorSignature = says(first, 'accept', hash).operator?.signature ?? new Uint8Array();
  s.call(0, first.operator.operatorPub, { proposalSubmit: { proposal: bytes, operatorSignature } });
  const report = { proposalHash: hash, attempt: 0, stage: 'failed', hosts: [], code: 'nothing' };
  give(s, limits.FRAME.ceremonyReport, encodeMessage(permafrost.v1.CeremonyReport, report));
  const timers = s.actions.flatMap(({ by, action }) =>
    by === VICTIM && action.type === 'timer' && action.id.startsWith('attempt/') ? [action.id] : [],
  );
  expect(timers).toEqual([]);
});

test('an operator hears that its word was taken only once that is on the disk', () => {
  const s = connected();
  const first = s.all[0] as Person;
  const { bytes, hash } = proposalOf(first, s.all.slice(0, 3), { name: 'ours' });
  const signed = (verb: 'accept' | 'withdraw') =>
    says(first, verb, hash).operator?.signature ?? new Uint8Array();
  const calls = [
    { proposalSubmit: { proposal: bytes, operatorSignature: signed('accept') } },
    {
      proposalDecide: {
        proposalHash: hash,
        verb: 'withdraw',
        operatorSignature: signed('withdraw'),
      },
    },
  ];
  for (const request of calls) {
    const body = encodeMessage(permafrost.v1.RpcRequest, request);
    const clocks = { wallMs: s.now(), monotonicMs: 1_000 };
    const input = { type: 'rpc', call: 99, caller: first.operator.operator, body } as const;
    const steps = s.cores[0]?.step(input, clocks) ?? [];
    const doing = (type: string) =>
      steps.findIndex((one) => one.actions.some((a) => a.type === type));
    expect(doing('persist')).toBeGreaterThanOrEqual(0);
    expect(steps[doing('respond')]?.subject).toBe(toHex(hash));
    expect(steps[doing('persist')]?.subject).toBe(toHex(hash));
    expect(doing('respond')).toBeGreaterThanOrEqual(doing('persist'));
  }
});

test('a session or a static key serves one key generation, and is refused in another', () => {
  const seen = createCeremonies();
  const bytes = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
  expect(isReplayed(seen, bytes(1), [bytes(2), bytes(3)])).toBe(false);
  expect(isReplayed(seen, bytes(1), [bytes(4), bytes(5)])).toBe(true);
  expect(isReplayed(seen, bytes(6), [bytes(7), bytes(3)])).toBe(true);
  expect(isReplayed(seen, bytes(6), [bytes(7), bytes(8)])).toBe(false);
});

describe('a member that floods', () => {
  const lines = (s: Cores, event: string) =>
    s.actions.filter(
      ({ by, action }) => by === VICTIM && action.type === 'log' && action.event === event,
    );

  test('is not heard past its part, and the log stays short', () => {
    const s = connected();
    const offers = new Uint8Array(60_000);
    for (let i = 0; i < 200; i++) give(s, limits.FRAME.offers, offers);
    expect(lines(s, 'too many frames').length).toBe(10);
    const faults = () =>
      s.actions.filter(({ action }) => action.type === 'count' && action.metric === 'faults')
        .length;
    const before = faults();
    expect(before).toBeGreaterThan(20);
    // Not even looked at any more.
    for (let i = 0; i < 200; i++) give(s, limits.FRAME.offers, offers);
    expect(faults()).toBe(before);
    s.later(5_000);
    give(s, limits.FRAME.start, Uint8Array.of(255));
    expect(faults()).toBe(before + 1);
  });

  test('keeps its links up and down without a line for each', () => {
    const s = connected();
    const host = (s.all[HOSTILE] as Person).operator.host;
    for (let i = 0; i < 100; i++) {
      s.give(VICTIM, { type: 'peer-down', host, reason: 'again' });
    }
    expect(lines(s, 'link down').length).toBeLessThanOrEqual(10);
  });
});

test('a caller that asks without end is told to wait, at no cost, and others are served', () => {
  const s = connected();
  const [one, other] = s.all.map(({ operator }) => operator.operatorPub);
  const codes = new Map<string, number>();
  for (let i = 0; i < 15_000; i++) {
    const [answer] = s.call(VICTIM, one as Uint8Array, { nodeInfo: {} });
    const code = answer?.error?.code ?? 'served';
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect([...codes.keys()].sort()).toEqual(['E_RATE_LIMITED', 'served']);
  expect(s.call(VICTIM, other as Uint8Array, { nodeInfo: {} })[0]?.nodeInfo).toBeDefined();
  s.later(1_000);
  expect(s.call(VICTIM, one as Uint8Array, { nodeInfo: {} })[0]?.nodeInfo).toBeDefined();
});
