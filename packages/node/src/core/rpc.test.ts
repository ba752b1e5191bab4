import { toHex } from '@permafrost/frost';
import { type SignatureRequest, signAsOperator } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores, type Response } from '../testing/cores.ts';
import { type Ceremony, ceremony, toy } from '../testing/keys.ts';
import { type Person, people, person, proposalOf } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

type Request = permafrost.v1.RpcRequest.$Properties;

const requester = person('requester');
const otherRequester = person('other requester');
const stranger = person('stranger');
const message = new TextEncoder().encode('pay 3');

/** Four nodes; the first three hold two keys, each with a requester of its own. */
function scene(options: Parameters<typeof createCores>[2] = {}): Scene {
  const team = ceremony(3, { requester });
  const other = ceremony(3, { name: 'other', nonce: 2, requester: otherRequester });
  const cores = createCores(4, [team, other], options);
  cores.connect();
  return { ...cores, team, other };
}

type Scene = Cores & { readonly team: Ceremony; readonly other: Ceremony };

/** A request for a signature with `team`, by and in the name of `by` unless changed. */
function signing(
  { team, now }: Scene,
  by: Person,
  changes: Partial<SignatureRequest> = {},
): { readonly signSubmit: permafrost.v1.SignSubmitRequest.$Properties } {
  const entry = team.entryOf(0);
  const request = requestOf(by, entry, now(), {
    message,
    idempotencyKey: new Uint8Array(16).fill(4),
  });
  return submission({ ...request, ...changes });
}

function proposing({ all }: Scene, by: Person, name = 'new'): Request {
  const { bytes, hash } = proposalOf(by, all.slice(0, 3), { name });
  return {
    proposalSubmit: {
      proposal: bytes,
      operatorSignature: signAsOperator('accept', hash, by.operatorSeed),
    },
  };
}

/** The code of the error in an answer, or the part that it has. */
function outcome(answers: readonly Response[]): string {
  const [answer] = answers;
  if (answer === undefined) return 'no answer yet';
  const error = answer.error ?? answer.sign?.error;
  if (error !== undefined && error !== null) return error.code ?? '';
  return answer.sign?.state ?? answer.result ?? '';
}

/** Who calls, by the name of the role. */
const roles = ({ all }: Scene): ReadonlyMap<string, Person | Uint8Array> =>
  new Map<string, Person | Uint8Array>([
    ['stranger', stranger],
    ['requester', requester],
    ['requester of another key', otherRequester],
    ['operator of this node', all[0] as Person],
    ['operator of another node', all[1] as Person],
    ['host', (all[1] as Person).operator.hostPub],
  ]);

/** A caller's own key, and the identity it can sign with. */
function callerOf(role: Person | Uint8Array): { readonly key: Uint8Array; readonly who: Person } {
  if (role instanceof Uint8Array) return { key: role, who: stranger };
  return { key: role.operator.operatorPub, who: role };
}

const ROLES = [
  'stranger',
  'requester',
  'requester of another key',
  'operator of this node',
  'operator of another node',
  'host',
] as const;

type Expected = Readonly<Record<(typeof ROLES)[number], string>>;

function everybody(what: string, changes: Partial<Expected> = {}): Expected {
  const all = Object.fromEntries(ROLES.map((role) => [role, what])) as Expected;
  return { ...all, ...changes };
}

describe('who may do what at a node', () => {
  const proposals: Partial<Expected> = {
    stranger: 'E_FORBIDDEN',
    requester: 'E_FORBIDDEN',
    'requester of another key': 'E_FORBIDDEN',
    host: 'E_FORBIDDEN',
  };
  const ofThisNode: Partial<Expected> = { ...proposals, 'operator of another node': 'E_FORBIDDEN' };
  const table: readonly (readonly [string, (s: Scene, who: Person) => Request, Expected])[] = [
    ['node.info', () => ({ nodeInfo: {} }), everybody('nodeInfo')],
    ['node.ready', () => ({ nodeStatus: {} }), everybody('nodeStatus')],
    ['the roster', () => ({ rosterGet: {} }), everybody('roster')],
    ['key.list', () => ({ keyList: {} }), everybody('keyList')],
    ['key.get', () => ({ keyGet: { name: 'team', proof: true } }), everybody('key')],
    ['key.get of no key', () => ({ keyGet: { name: 'none' } }), everybody('E_UNKNOWN_KEY')],
    ['sign.submit', (s, who) => signing(s, who), everybody('E_FORBIDDEN', { requester: 'signed' })],
    [
      'sign.submit in the name of the requester',
      (s) => signing(s, requester),
      everybody('E_FORBIDDEN', { requester: 'signed' }),
    ],
    [
      'sign.submit that says it was forwarded',
      (s) => ({ signSubmit: { ...signing(s, requester).signSubmit, forwarded: true } }),
      // Nodes hand on what requesters signed themselves.
      everybody('E_FORBIDDEN', { requester: 'signed', host: 'signed' }),
    ],
    [
      'sign.get of nothing',
      () => ({ signGet: { requestId: new Uint8Array(32) } }),
      everybody('E_BAD_REQUEST'),
    ],
    ['proposal.list', () => ({ proposalList: {} }), everybody('proposalList', proposals)],
    [
      'proposal.watch of none',
      () => ({ proposalWatch: { proposalHash: new Uint8Array(64) } }),
      everybody('E_BAD_REQUEST', proposals),
    ],
    ['proposal.submit', (s, who) => proposing(s, who), everybody('proposal', ofThisNode)],
    [
      'proposal.decide on none',
      (_, who) => {
        const proposalHash = new Uint8Array(64);
        const operatorSignature = signAsOperator('accept', proposalHash, who.operatorSeed);
        return { proposalDecide: { proposalHash, verb: 'accept', operatorSignature } };
      },
      everybody('E_BAD_REQUEST', ofThisNode),
    ],
    ['no method', () => ({}), everybody('E_BAD_REQUEST')],
  ];

  test.each(table)('%s', (_, request, expected) => {
    const s = scene();
    for (const role of ROLES) {
      const { key, who } = callerOf(roles(s).get(role) ?? stranger);
      expect(outcome(s.call(0, key, request(s, who))), role).toBe(expected[role]);
    }
  });

  test('every refusal is one line, says what to do, and that nothing was signed', () => {
    const s = scene();
    for (const [method, request, expected] of table) {
      for (const role of ROLES) {
        if (!expected[role].startsWith('E_')) continue;
        const { key, who } = callerOf(roles(s).get(role) ?? stranger);
        const [answer] = s.call(0, key, request(s, who));
        const error = answer?.error ?? answer?.sign?.error;
        const what = `${method} by ${role}`;
        expect(error?.message, what).toMatch(/^[^\n]{5,200}$/);
        expect(error?.hint, what).toMatch(/^[^\n]{5,200}$/);
        const remembered = method.startsWith('sign.get') ? 'unknown' : 'true';
        expect(error?.nothingSigned, what).toBe(remembered);
      }
    }
  });
});

describe('a request to sign', () => {
  test('by its requester is signed, and its signature verifies', () => {
    const s = scene();
    for (const entry of [0, 1, 2]) {
      const [answer] = s.call(entry, requester.operator.operatorPub, signing(s, requester));
      const signature = answer?.sign?.signature ?? new Uint8Array();
      const { publicKey } = s.team.entryOf(0);
      expect(toy.verify({ publicKey, message, signature })).toBe(true);
    }
  });

  test('with anything changed after it was signed is refused', () => {
    const changes: readonly Partial<SignatureRequest>[] = [
      { message: new TextEncoder().encode('pay 4') },
      { idempotencyKey: new Uint8Array(16).fill(5) },
      { deadlineMs: 1_700_000_090_000 },
      { path: 'm/0' },
      { tweak: new Uint8Array(33) },
      { signature: new Uint8Array(64) },
    ];
    const s = scene();
    for (const change of changes) {
      const answers = s.call(0, requester.operator.operatorPub, signing(s, requester, change));
      expect(['E_FORBIDDEN', 'E_BAD_REQUEST']).toContain(outcome(answers));
      expect(
        s.actions.filter(({ action }) => action.type === 'count' && action.metric === 'shares'),
      ).toEqual([]);
    }
  });

  test('of a requester on the deny list is refused here, and elsewhere its node refuses its share', () => {
    const s = scene({ denied: [requester] });
    const answers = s.call(0, requester.operator.operatorPub, signing(s, requester));
    expect(outcome(answers)).toBe('E_FORBIDDEN');
  });

  test('is told by its id to who asked for it and to operators, and to nobody else', () => {
    const s = scene();
    const key = requester.operator.operatorPub;
    const [answer] = s.call(0, key, signing(s, requester));
    const requestId = answer?.sign?.requestId ?? new Uint8Array();
    const operator = (s.all[1] as Person).operator.operatorPub;
    for (const caller of [key, operator]) {
      const [again] = s.call(0, caller, { signGet: { requestId } });
      expect(again?.sign?.signature).toEqual(answer?.sign?.signature);
    }
    const other = s.call(0, stranger.operator.operatorPub, { signGet: { requestId } });
    const none = s.call(0, key, { signGet: { requestId: new Uint8Array(32) } });
    expect(other).toEqual(none);
    expect(outcome(other)).toBe('E_BAD_REQUEST');
  });

  test('leaves one line in the decision log, allowed or denied, without the message', () => {
    const s = scene();
    s.call(0, stranger.operator.operatorPub, signing(s, stranger));
    s.call(0, requester.operator.operatorPub, signing(s, requester));
    const decisions = s.actions.flatMap(({ by, action }) =>
      by === 0 && action.type === 'decision' ? [action.decision] : [],
    );
    expect(decisions.map(({ decision }) => decision)).toEqual(['deny', 'allow']);
    expect(decisions.map(({ requester: who }) => who)).toEqual([
      stranger.operator.operator,
      requester.operator.operator,
    ]);
    for (const one of decisions) expect(one.messageHash).toHaveLength(64);
  });
});

describe('a proposal by RPC', () => {
  const me = ({ all }: Scene): Person => all[0] as Person;

  test('must be signed by the caller, and be for this node', () => {
    const s = scene();
    const key = me(s).operator.operatorPub;
    const foreign = proposalOf(me(s), s.all.slice(0, 3), {
      name: 'new',
      node: (s.all[1] as Person).operator.hostPub,
    });
    const { bytes, hash } = proposalOf(me(s), s.all.slice(0, 3), { name: 'new' });
    const bad: readonly Request[] = [
      proposing(s, s.all[1] as Person),
      { proposalSubmit: { proposal: bytes, operatorSignature: new Uint8Array(64) } },
      { proposalSubmit: { proposal: bytes, operatorSignature: new Uint8Array(63) } },
      { proposalSubmit: { proposal: new Uint8Array(), operatorSignature: new Uint8Array(64) } },
      { proposalSubmit: { proposal: bytes.slice(1), operatorSignature: new Uint8Array(64) } },
      {
        proposalSubmit: {
          proposal: bytes,
          operatorSignature: signAsOperator('reject', hash, me(s).operatorSeed),
        },
      },
      {
        proposalSubmit: {
          proposal: foreign.bytes,
          operatorSignature: signAsOperator('accept', foreign.hash, me(s).operatorSeed),
        },
      },
    ];
    for (const request of bad) expect(outcome(s.call(0, key, request))).toBe('E_BAD_REQUEST');
    const [list] = s.call(0, key, { proposalList: {} });
    expect((list?.proposalList?.proposals ?? []).map(({ name }) => name).sort()).toEqual([
      'other',
      'team',
    ]);
  });

  test('is decided by the operator of each node with a signature over this very verb', () => {
    const s = scene();
    s.call(0, me(s).operator.operatorPub, proposing(s, me(s)));
    const second = s.all[1] as Person;
    const { hash } = proposalOf(me(s), s.all.slice(0, 3), { name: 'new' });
    const decide = (verb: string, signed: 'accept' | 'reject'): string => {
      const operatorSignature = signAsOperator(signed, hash, second.operatorSeed);
      const proposalDecide = { proposalHash: hash, verb, operatorSignature };
      return outcome(s.call(1, second.operator.operatorPub, { proposalDecide }));
    };
    expect(decide('reject', 'accept')).toBe('E_BAD_REQUEST');
    expect(decide('veto', 'accept')).toBe('E_BAD_REQUEST');
    expect(decide('__proto__', 'accept')).toBe('E_BAD_REQUEST');
    expect(decide('accept', 'accept')).toBe('proposal');
    const [list] = s.call(0, me(s).operator.operatorPub, { proposalList: {} });
    const shown = list?.proposalList?.proposals?.find(({ name }) => name === 'new');
    expect([...(shown?.accepted ?? [])].sort()).toEqual(['node1', 'node2']);
    expect(shown?.waitingFor).toEqual(['node3']);
  });

  test('is accepted by all, watched to its end, and its key signs', () => {
    const s = scene({ rules: people(4) });
    const key = me(s).operator.operatorPub;
    s.call(0, key, proposing(s, me(s)));
    const { hash } = proposalOf(me(s), s.all.slice(0, 3), { name: 'new' });
    const told = s.call(0, key, { proposalWatch: { proposalHash: hash } });
    expect(told.at(-1)?.ceremony?.stage).toBe('active');
    const [found] = s.call(1, key, { keyGet: { name: 'new' } });
    expect(found?.key?.state).toBe('active');
    expect(found?.key?.requesters).toEqual([toHex(key)]);
  });

  test('with a name that is taken is refused before anything runs', () => {
    const s = scene({ rules: people(4) });
    const key = me(s).operator.operatorPub;
    const before = s.actions.length;
    expect(outcome(s.call(0, key, proposing(s, me(s), 'team')))).toBe('E_BAD_REQUEST');
    expect(s.actions.slice(before).map(({ action }) => action.type)).toEqual(['respond']);
  });
});

describe('a body that is no request', () => {
  test('is answered with E_BAD_REQUEST, once', () => {
    const s = scene();
    const good = encodeMessage(permafrost.v1.RpcRequest, signing(s, requester));
    const bodies = [new Uint8Array(), Uint8Array.of(255), good.slice(1), good.slice(0, -1)];
    for (const body of bodies) {
      const answers = s
        .callRaw(0, requester.operator.operator, body)
        .map((one) => decodeMessage(permafrost.v1.RpcResponse, one));
      expect(answers).toHaveLength(1);
      expect(outcome(answers)).toBe('E_BAD_REQUEST');
    }
  });
});
