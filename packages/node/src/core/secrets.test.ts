import { type Ciphersuite, ciphersuite, concat, integerLE, toHex } from '@permafrost/frost';
import {
  decodeEvidence,
  decodeSignShare,
  encodeRequest,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
  signRequest,
  verifyEvidence,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../effects.ts';
import { peerIdOfKey } from '../peer-key.ts';
import { type Cores, createCores } from '../testing/cores.ts';
import { toy } from '../testing/keys.ts';
import { type Person, people, proposalOf, says } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

const MEMBERS = 3;
/** Gives wrong shares, so that there is evidence to look into. */
const LIAR = 2;
/** What a random scalar is drawn from: 16 bytes more than the order has. */
const SCALAR_DRAW = 48;

type Run = { readonly s: Cores; readonly draws: readonly (readonly Uint8Array[])[] };

/** A key of three, signatures with it, a liar, and everything else that a client can ask for. */
function run(suite: Ciphersuite): Run {
  const draws: Uint8Array[][] = people(MEMBERS).map(() => []);
  const s = createCores(MEMBERS, [], {
    suite,
    rules: people(MEMBERS),
    onRandom: (by, bytes) => draws[by]?.push(bytes),
    tamper: ({ by, kind, body }) =>
      by === LIAR && kind === limits.FRAME.sign ? lie(suite, body) : body,
  });
  s.connect();
  const first = s.all[0] as Person;
  const { operatorPub } = first.operator;
  const { bytes, hash } = proposalOf(first, s.all);
  const operatorSignature = says(first, 'accept', hash).operator?.signature ?? new Uint8Array();
  s.call(0, operatorPub, { proposalSubmit: { proposal: bytes, operatorSignature } });
  s.call(0, operatorPub, { proposalWatch: { proposalHash: hash } });
  for (let at = 0; at < MEMBERS; at++) {
    const [found] = s.call(at, operatorPub, { keyGet: { name: 'team', proof: true } });
    const key = found?.key;
    if (key === undefined || key === null) throw new Error('no key');
    expect(key.state).toBe('active');
    for (const text of ['a', 'b']) sign(s, first, at, key, text);
    s.call(at, operatorPub, { nodeStatus: {} });
    s.call(at, operatorPub, { nodeInfo: {} });
    s.call(at, operatorPub, { keyList: {} });
    s.call(at, operatorPub, { proposalList: {} });
    s.callRaw(at, first.operator.operator, Uint8Array.of(1, 2, 3));
  }
  return { s, draws };
}

function lie(suite: Ciphersuite, body: Uint8Array): Uint8Array {
  const opened = parseEnvelope(body);
  if (opened.round !== 2) return body;
  const { reqHash, share } = decodeSignShare(opened.payload);
  const wrong = suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
  const payload = encodeSignShare({ reqHash, share: wrong });
  return sealEnvelope({ ...opened, payload }, (people(MEMBERS)[LIAR] as Person).hostSeed);
}

function sign(
  s: Cores,
  by: Person,
  at: number,
  key: permafrost.v1.KeyInfo.$Properties,
  text: string,
): void {
  const request = signRequest(
    {
      requester: peerIdOfKey(by.operator.operatorPub),
      keyId: key.id ?? new Uint8Array(),
      publicKey: key.publicKey ?? new Uint8Array(),
      suite: key.suite ?? '',
      path: '',
      tweak: new Uint8Array(),
      message: new TextEncoder().encode(text),
      idempotencyKey: new TextEncoder().encode(`${text} at node ${at}`.padEnd(16)),
      notBeforeMs: s.now(),
      deadlineMs: s.now() + 30_000,
    },
    by.operatorSeed,
  );
  const wire = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
  const [answer] = s.call(at, by.operator.operatorPub, { signSubmit: { request: wire } });
  expect(answer?.sign?.state).toBe('signed');
}

/** Every secret that the run had, with a name for the message of a failure. */
function secretsOf({ s, draws }: Run, suite: Ciphersuite): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const scalar = (n: bigint): Uint8Array => suite.encodeScalar(n % suite.order);
  for (const { operator, hostSeed, operatorSeed } of s.all) {
    found.set(`host seed of ${operator.name}`, hostSeed);
    found.set(`operator seed of ${operator.name}`, operatorSeed);
  }
  for (const [by, own] of draws.entries()) {
    // Static and ephemeral keys, nonces of proofs, and coefficients of the shared polynomials.
    const scalars = own.filter(({ length }) => length === SCALAR_DRAW);
    for (const [i, bytes] of scalars.entries()) {
      found.set(`draw ${i} of node${by + 1}`, bytes);
      found.set(`scalar ${i} of node${by + 1}`, scalar(integerLE(bytes)));
      // What a dealer gives each member, where these two are its coefficients.
      const next = scalars[i + 1];
      for (let x = 1n; next !== undefined && x <= BigInt(MEMBERS); x++) {
        const dealt = scalar(integerLE(bytes) + x * integerLE(next));
        found.set(`value at ${x} of draws ${i} of node${by + 1}`, dealt);
      }
    }
    for (const [i, share] of sharesOf(s, by).entries()) {
      found.set(`share ${i} of node${by + 1}`, share);
      // Nonces: RFC 9591 section 4.1 hashes 32 random bytes and the share.
      for (const [k, bytes] of own.filter(({ length }) => length === 32).entries()) {
        found.set(
          `nonce ${k} of node${by + 1}`,
          suite.encodeScalar(suite.h3(concat(bytes, share))),
        );
      }
    }
  }
  return found;
}

/** The secret part of what a node stored: erased-by-itself copies of its shares. */
function sharesOf(s: Cores, by: number): readonly Uint8Array[] {
  return s.actions.flatMap(({ by: who, action }) => {
    if (who !== by || action.type !== 'persist') return [];
    return (action.secrets ?? []).flatMap((secret) =>
      secret.type === 'put-secret' ? [secret.bytes] : [],
    );
  });
}

/** All that leaves a core in the clear; only what is stored as a secret is left out. */
function visible(action: Action): readonly (Uint8Array | string)[] {
  switch (action.type) {
    case 'send':
    case 'respond':
    case 'forward':
      return [action.body];
    case 'persist':
      return action.changes.flatMap((change) =>
        change.type === 'put' ? [change.key, change.value] : [change.key],
      );
    case 'decision':
      return [JSON.stringify(action.decision)];
    case 'evidence':
      return [action.name, action.text];
    case 'drop-evidence':
      return [action.name];
    case 'log':
      return [action.event, JSON.stringify(action.fields)];
    case 'count':
      return [JSON.stringify(action.labels)];
    case 'drop':
      return [action.reason];
    case 'timer':
      return [action.id];
    case 'ask-boot':
      return [action.to];
    case 'begin':
      return [action.boot];
    case 'stop':
      return [action.message, action.hint, action.file.name, action.file.text];
    case 'admission':
      return [];
  }
}

type Haystack = { readonly raw: Buffer; readonly text: string };

function haystack(s: Cores): Haystack {
  const parts = s.actions.flatMap(({ action }) => visible(action)).map((part) => Buffer.from(part));
  const raw = Buffer.concat(parts);
  return { raw, text: raw.toString('latin1').toLowerCase() };
}

/** Raw, in hex or in base64: also the other way round, as some encodings have it. */
function appears({ raw, text }: Haystack, secret: Uint8Array): boolean {
  const bytes = Buffer.from(secret);
  return [bytes, Buffer.from(bytes).reverse()].some(
    (one) =>
      raw.includes(one) ||
      text.includes(one.toString('hex')) ||
      text.includes(one.toString('base64').replace(/=+$/, '').toLowerCase()),
  );
}

describe('shares, nonces, seeds and static keys', () => {
  test.each([
    ['a quick suite', () => toy],
    ['ed25519', () => ciphersuite('ed25519')],
  ])('appear in nothing that leaves a node, with %s', (_, suiteOf) => {
    const suite = suiteOf();
    const done = run(suite);
    const hay = haystack(done.s);
    const secrets = secretsOf(done, suite);
    expect(secrets.size).toBeGreaterThan(100);
    expect([...secrets].filter(([, secret]) => appears(hay, secret)).map(([name]) => name)).toEqual(
      [],
    );
  });

  test('would be found if they did', () => {
    const done = run(toy);
    const secrets = [...secretsOf(done, toy).values()];
    const [plain] = done.s.actions.flatMap(({ action }) =>
      action.type === 'send' ? [action] : [],
    );
    if (plain === undefined) throw new Error('nothing was sent');
    for (const secret of secrets.slice(0, 20)) {
      for (const body of [secret, new TextEncoder().encode(toHex(secret))]) {
        expect(
          appears(
            haystack({ ...done.s, actions: [{ by: 0, action: { ...plain, body } }] }),
            secret,
          ),
        ).toBe(true);
      }
    }
    // The nonces are those that were really used: their public counterparts were sent.
    const sent = haystack(done.s);
    const nonces = [...secretsOf(done, toy)].filter(([name]) => name.startsWith('nonce'));
    const used = nonces.filter(([, nonce]) => {
      const element = toy.group.multiply(toy.group.base, toy.decodeScalar(nonce));
      return sent.raw.includes(Buffer.from(toy.encodeElement(element)));
    });
    expect(used.length).toBeGreaterThan(10);
    const keys = [...secretsOf(done, toy)].filter(([name]) => name.startsWith('scalar'));
    const shown = keys.filter(([, one]) => {
      const element = toy.group.multiply(toy.group.base, toy.decodeScalar(one));
      return sent.raw.includes(Buffer.from(toy.encodeElement(element)));
    });
    expect(shown.length).toBeGreaterThan(10);
  });

  test('are not in evidence either, which convinces strangers all the same', () => {
    const { s } = run(toy);
    const texts = s.actions.flatMap(({ action }) =>
      action.type === 'evidence' ? [action.text] : [],
    );
    expect(texts.length).toBeGreaterThan(0);
    const liar = (s.all[LIAR] as Person).operator.host;
    for (const text of texts) {
      const verdict = verifyEvidence(decodeEvidence(text), () => toy);
      expect(verdict.proven && toHex(verdict.culprit)).toBe(liar);
    }
  });
});
