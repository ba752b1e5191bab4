import {
  decodeHeldOffers,
  decodeNoOffers,
  decodeOffer,
  encodeHeldOffers,
  encodeNoOffers,
  encodeOffer,
  encodeOfferBatch,
  encodeOfferRequest,
  type NonceOffer,
  signOffers,
} from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../effects.ts';
import { CLEAR_EVERY_MS } from '../tables/refills.ts';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import type { Person } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

/** Index of the node that owns the nonces, and of the one that coordinates. */
const OWNER = 0;
const COORDINATOR = 2;
const key = ceremony(3);
const { keyId, epochId } = key.entryOf(OWNER);
const { FRAME } = limits;

/** What the owner sends in answer to one frame of the coordinator. */
function answers(s: Cores, kind: number, body: Uint8Array): readonly Action[] {
  const began = s.actions.length;
  const from = s.all[COORDINATOR]?.operator.host ?? '';
  s.give(OWNER, { type: 'frame', from, kind, body });
  return s.actions
    .slice(began)
    .filter(({ by }) => by === OWNER)
    .map(({ action }) => action);
}

/** Nonces of the offers that come for the asking. */
function ask(s: Cores, count: number): readonly number[] {
  return answers(s, FRAME.offerRequest, encodeOfferRequest({ keyId, epochId, count }))
    .filter((action) => action.type === 'send' && action.kind === FRAME.offers)
    .flatMap((action) =>
      action.type === 'send' ? decodeMessage(permafrost.v1.OfferBatch, action.body).items : [],
    )
    .map((item) => decodeOffer(item).nonceId);
}

function tellHeld(s: Cores, nonceIds: readonly number[], known: number): void {
  const bootId = new Uint8Array(16).fill(OWNER + 1);
  answers(s, FRAME.heldOffers, encodeHeldOffers({ bootId, nonceIds, known }));
}

function connected(): Cores {
  // The coordinator is played by the test: its core hears nothing of offers.
  const s = createCores(3, [key], { loses: FRAME.offers });
  s.connect();
  return s;
}

describe('an owner of nonces', () => {
  test('destroys what its coordinator does not hold, and makes others in their place', () => {
    const s = connected();
    const first = ask(s, 64);
    expect(first.length).toBe(64);
    expect(ask(s, 1)).toEqual([]);
    tellHeld(s, first.slice(0, 60), Math.max(...first));
    expect(ask(s, 64).length).toBe(4);
  });

  test('makes others at once, since requests may wait for them', () => {
    const s = connected();
    /** Offers that the owner sends when it has idle moments, as often as it asks for them. */
    const madeFrom = (began: number): number => {
      let at = began;
      let made = 0;
      for (; at < s.actions.length; at++) {
        const { by, action } = s.actions[at] ?? {};
        if (by !== OWNER || action === undefined) continue;
        if (action.type === 'send' && action.kind === FRAME.offers) made++;
        if (action.type === 'timer' && action.id === 'refill') {
          s.later(action.afterMs);
          s.give(OWNER, { type: 'timer', id: 'refill' });
        }
      }
      return made;
    };
    madeFrom(0); // What it does when links come up.
    const first = ask(s, 64);
    const began = s.actions.length;
    tellHeld(s, [], 0); // All may still be on their way.
    expect(madeFrom(began)).toBe(0);
    tellHeld(s, [], Math.max(...first));
    expect(madeFrom(began)).toBeGreaterThan(0);
  });

  test('keeps what may still be on its way', () => {
    const s = connected();
    const first = ask(s, 64);
    tellHeld(s, [], Math.min(...first) - 1);
    expect(ask(s, 64)).toEqual([]);
  });

  test('is not made to work by one who throws its offers away', () => {
    const s = connected();
    let made = 0;
    let known = 0;
    for (let i = 0; i < 20; i++) {
      const ids = ask(s, 64);
      made += ids.length;
      known = Math.max(known, ...ids);
      tellHeld(s, [], known);
    }
    expect(made).toBe(128);
    s.later(CLEAR_EVERY_MS);
    tellHeld(s, [], known);
    expect(ask(s, 64).length).toBe(64);
  });

  test('believes nothing about offers of another boot', () => {
    const s = connected();
    const first = ask(s, 64);
    const bootId = new Uint8Array(16).fill(99);
    const known = Math.max(...first);
    answers(s, FRAME.heldOffers, encodeHeldOffers({ bootId, nonceIds: [], known }));
    expect(ask(s, 64)).toEqual([]);
  });

  test('says so when it makes no offers, and why', () => {
    const s = connected();
    ask(s, 64);
    const codes = [
      { keyId: new Uint8Array(16), epochId, count: 1 },
      { keyId, epochId: new Uint8Array(32), count: 1 },
      { keyId, epochId, count: 1 },
    ].map((asked) => {
      const [sent] = answers(s, FRAME.offerRequest, encodeOfferRequest(asked)).filter(
        (action) => action.type === 'send' && action.kind === FRAME.noOffers,
      );
      return sent?.type === 'send' ? decodeNoOffers(sent.body).code : undefined;
    });
    expect(codes).toEqual(['E_UNKNOWN_KEY', 'E_EPOCH', 'E_BUSY']);
  });

  test('makes offers ahead a few at a time, and fewer than a coordinator may have', () => {
    const s = createCores(3, [key]);
    s.connect();
    const sizes: number[] = [];
    for (let i = 0; i < 60; i++) {
      const began = s.actions.length;
      s.later(50);
      s.give(OWNER, { type: 'timer', id: 'refill' });
      for (const { by, action } of s.actions.slice(began)) {
        if (by !== OWNER || action.type !== 'send' || action.kind !== FRAME.offers) continue;
        expect(action.lane).toBe('bulk');
        sizes.push(decodeMessage(permafrost.v1.OfferBatch, action.body).items.length);
      }
    }
    expect(sizes).toEqual([4, 4]);
  });
});

describe('offers that come and are not kept', () => {
  /** What the coordinator tells the owner of what it holds, after a changed offer came. */
  function toldAfter(change: (offer: NonceOffer) => Partial<NonceOffer>): {
    readonly known: number;
    readonly nonceIds: readonly number[];
  } {
    const s = createCores(3, [key]);
    s.connect();
    const [nonceId] = ask(s, 1);
    const made = s.actions
      .flatMap(({ action }) =>
        action.type === 'send' && action.kind === FRAME.offers
          ? decodeMessage(permafrost.v1.OfferBatch, action.body).items
          : [],
      )
      .map((bytes) => decodeOffer(bytes))
      .find((one) => one.nonceId === nonceId);
    const { operator, hostSeed } = s.all[OWNER] as Person;
    if (made === undefined) throw new Error('no offer was made');
    const offers = signOffers([encodeOffer({ ...made, ...change(made) })], hostSeed);
    const busy = encodeNoOffers({ keyId, epochId, code: 'E_BUSY' });
    const began = s.actions.length;
    for (const [kind, body] of [
      [FRAME.offers, encodeOfferBatch(offers)],
      [FRAME.noOffers, busy],
    ] as const) {
      s.give(COORDINATOR, { type: 'frame', from: operator.host, kind, body });
    }
    const [told] = s.actions
      .slice(began)
      .flatMap(({ by, action }) =>
        by === COORDINATOR && action.type === 'send' && action.kind === FRAME.heldOffers
          ? [decodeHeldOffers(action.body)]
          : [],
      );
    if (told === undefined) throw new Error('it says nothing of what it holds');
    return told;
  }

  test.each([
    ['live too long by a clock that is behind', 2 * limits.CLOCK_SKEW_MAX_MS],
    ['are over by a clock that is ahead', -limits.OFFER_LIFE_MS - 1],
  ])('since they %s: their owner hears that they are not held', (_, ms) => {
    const { known, nonceIds } = toldAfter(({ notAfterMs }) => ({
      nonceId: 900,
      notAfterMs: notAfterMs + ms,
    }));
    expect(known).toBe(900);
    expect(nonceIds).toEqual([1]);
  });

  test('since they are of an earlier boot say nothing about this one', () => {
    const bootId = new Uint8Array(16).fill(99);
    const { known, nonceIds } = toldAfter(() => ({ nonceId: 900, bootId }));
    expect([known, nonceIds]).toEqual([1, [1]]);
  });
});
