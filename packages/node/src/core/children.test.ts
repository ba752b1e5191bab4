import { deriveChild, equalBytes, toHex } from '@permafrost/frost';
import { encodeRequest, type SignatureRequest } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cores, createCores, type Response } from '../testing/cores.ts';
import { type Ceremony, ceremony, toy } from '../testing/keys.ts';
import { person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';
import { childOf, publicKeyFor, rootOf } from './children.ts';

beforeAll(installNodeCrypto);

const requester = person('requester');
const caller = requester.operator.operatorPub;
const message = new TextEncoder().encode('pay 3');

type Scene = Cores & { readonly team: Ceremony };

/** Four nodes; the first three hold a key, 2 of 3. */
function scene(): Scene {
  const team = ceremony(3, { requester });
  const cores = createCores(4, [team]);
  cores.connect();
  return { ...cores, team };
}

function asking(
  { team, now }: Scene,
  path: string,
  idempotencyKey: Uint8Array = new Uint8Array(16).fill(4),
): SignatureRequest {
  return requestOf(requester, team.entryOf(0), now(), { message, idempotencyKey, path });
}

function errorOf([answer]: readonly Response[]): string | undefined {
  return (answer?.error ?? answer?.sign?.error)?.code ?? undefined;
}

/** Gives what node 3, which is no member, hands on to node 0; `change` is done to the answer. */
function handOn(s: Scene, change: (answer: Response) => void = () => {}): void {
  const forwards = s.actions.flatMap(({ by, action }) =>
    by === 3 && action.type === 'forward' ? [action] : [],
  );
  const last = forwards.at(-1);
  if (last === undefined) throw new Error('nothing was handed on');
  const host = toHex(s.all[3]?.operator.hostPub ?? new Uint8Array());
  const to = s.all.findIndex(({ operator }) => operator.host === last.to);
  for (const bytes of s.callRaw(to, host, last.body)) {
    const answer = decodeMessage(permafrost.v1.RpcResponse, bytes);
    change(answer);
    const body = encodeMessage(permafrost.v1.RpcResponse, answer);
    s.give(3, { type: 'forwarded', forward: last.forward, body });
  }
}

/** What node 3 said to whoever called it. */
function answersOfThree(s: Scene): readonly Response[] {
  return s.actions.flatMap(({ by, action }) =>
    by === 3 && action.type === 'respond'
      ? [decodeMessage(permafrost.v1.RpcResponse, action.body)]
      : [],
  );
}

describe('a request with a path', () => {
  test('is signed with the child at every entry node', () => {
    for (const at of [0, 1, 2]) {
      const s = scene();
      const request = asking(s, 'm/0/7');
      const [answer] = s.call(at, caller, submission(request));
      const signature = answer?.sign?.signature ?? new Uint8Array();
      const entry = s.team.entryOf(0);
      const publicKey = publicKeyFor(entry, request);
      expect(toy.verify({ publicKey, message, signature }), `node ${at}`).toBe(true);
      expect(equalBytes(publicKey, entry.publicKey)).toBe(false);
    }
  });

  test('gets the same signature again, and its idempotency key serves no other path', () => {
    const s = scene();
    const request = asking(s, 'm/0/7');
    const [first] = s.call(0, caller, submission(request));
    const [again] = s.call(0, caller, submission(request));
    expect(first?.sign?.signature).toHaveLength(64);
    expect(again?.sign?.signature).toEqual(first?.sign?.signature);
    for (const path of ['m/0/8', '']) {
      expect(errorOf(s.call(0, caller, submission(asking(s, path))))).toBe(
        'E_IDEMPOTENCY_CONFLICT',
      );
      // Members answered the first one: another entry node gets nothing for this one either.
      expect(errorOf(s.call(1, caller, submission(asking(s, path))))).toBe(
        'E_IDEMPOTENCY_CONFLICT',
      );
    }
  });

  test('is found again by another entry node: what members hold verifies under the child', () => {
    const s = scene();
    const request = asking(s, 'm/0/7');
    const [first] = s.call(0, caller, submission(request));
    const wire = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
    const [second] = s.call(2, caller, { signSubmit: { request: wire, resume: true } });
    expect(second?.sign?.signature).toEqual(first?.sign?.signature);
  });

  test('is verified under the child by an entry node that is no member, and no member is believed', () => {
    const s = scene();
    const entry = s.team.entryOf(0);
    const request = asking(s, 'm/0/7');
    s.call(3, caller, submission(request));
    handOn(s);
    const signature = answersOfThree(s).at(-1)?.sign?.signature ?? new Uint8Array();
    const publicKey = publicKeyFor(entry, request);
    expect(toy.verify({ publicKey, message, signature })).toBe(true);

    const other = toy.encodeElement(toy.group.multiplyBase(9n));
    const lies: readonly permafrost.v1.SignProgress.$Properties[] = [
      { rawKey: other },
      { rawKey: new Uint8Array() },
      { rawKey: new Uint8Array(32).fill(255) },
      { signature: signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) },
    ];
    for (const [i, lie] of lies.entries()) {
      const liar = scene();
      const again = asking(liar, 'm/0/7', new Uint8Array(16).fill(20 + i));
      liar.call(3, caller, submission(again));
      handOn(liar, ({ sign }) => Object.assign(sign ?? {}, lie));
      expect(answersOfThree(liar).some(({ sign }) => sign?.state === 'signed')).toBe(false);
    }
  });

  test('leaves its path in the decision log', () => {
    const s = scene();
    s.call(0, caller, submission(asking(s, 'm/0/7')));
    const decisions = s.actions.flatMap(({ action }) =>
      action.type === 'decision' ? [action.decision] : [],
    );
    expect(decisions.length).toBeGreaterThanOrEqual(2);
    for (const one of decisions) expect([one.path, one.tweak]).toEqual(['m/0/7', '']);
  });
});

describe('key.derive', () => {
  test('says what follows from the raw key, at every node and to everybody', () => {
    for (const at of [0, 3]) {
      const s = scene();
      const entry = s.team.entryOf(0);
      const [said] = s.call(at, caller, { keyDerive: { name: 'team', path: 'm/0/7' } });
      if (at === 3) handOn(s);
      const { child } = (at === 3 ? answersOfThree(s).at(-1) : said) ?? {};
      const expected = deriveChild(rootOf(entry), { path: 'm/0/7' });
      expect(child?.publicKey).toEqual(toy.encodePublicKey(expected.verifyingKey));
      expect(child?.element).toEqual(toy.encodeElement(expected.element));
      expect(child?.chainCode).toEqual(expected.chainCode);
      expect(child?.rawKey).toEqual(toy.encodeElement(entry.publicKeys.verifyingKey));
      expect(toHex(child?.id ?? new Uint8Array())).toBe(entry.id);
    }
  });

  test('refuses with a reason what has no key, and names that nobody has', () => {
    const s = scene();
    const derive = (name: string, path: string, tweak = new Uint8Array()) =>
      s.call(0, caller, { keyDerive: { name, path, tweak } });
    expect(errorOf(derive('team', "m/0'"))).toBe('E_BAD_REQUEST');
    expect(errorOf(derive('team', 'm/0', Uint8Array.of(1)))).toBe('E_BAD_REQUEST');
    expect(errorOf(derive('nobody', 'm/0'))).toBe('E_UNKNOWN_KEY');
    const entry = s.team.entryOf(0);
    expect(() => childOf(entry, { path: "m/0'" })).toThrow(/hardened/);
  });
});
