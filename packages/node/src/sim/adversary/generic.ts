/**
 * Misconduct of no particular kind: whatever a node sends is changed, told differently to different
 * peers, repeated, kept back or drowned.
 * @module
 */
import { limits } from '@permafrost/wire';
import type { SimFrame } from '../world.ts';
import type { Hands } from './hands.ts';
import { mangleFrame, spoilt, type Values } from './mangle.ts';

/** Frames remembered for later, at most. */
const REMEMBERED_MAX = 400;

/** Every so many frames, one field of one is another. */
export function mangleAll(hands: Hands, ratio: number): void {
  const values: Values = new Map();
  hands.incoming(({ body }) => {
    // Only to know values that are valid somewhere.
    if (hands.chance(0.1)) spoilt(hands, body.slice(0, 32), values);
  });
  hands.outgoing((frame) => {
    if (!hands.chance(ratio)) return frame.body;
    hands.did('mangled');
    return mangleFrame(hands, frame, values);
  });
}

/** Some peers, chosen anew for each kind of frame, are told something else than the others. */
export function equivocate(hands: Hands): void {
  const values: Values = new Map();
  const others = new Map<string, boolean>();
  hands.outgoing((frame) => {
    const name = `${frame.kind}/${frame.to}`;
    const isOther = others.get(name) ?? hands.chance(0.3);
    others.set(name, isOther);
    if (!isOther || !hands.chance(0.5)) return frame.body;
    hands.did('equivocated');
    return mangleFrame(hands, frame, values);
  });
}

/** Says again what it said or heard before: to others, later, and as if it were its own word. */
export function replay(hands: Hands): void {
  const heard: SimFrame[] = [];
  const keep = (frame: SimFrame): void => {
    if (heard.length < REMEMBERED_MAX) heard.push(frame);
    else heard[hands.pick(0, REMEMBERED_MAX - 1)] = frame;
  };
  hands.incoming(keep);
  hands.outgoing((frame) => {
    keep(frame);
    const old = hands.oneOf(heard);
    const to = hands.oneOf(hands.honest);
    if (old !== undefined && to !== undefined && hands.chance(0.5)) {
      hands.did('replayed');
      const { from } = frame;
      hands.later(hands.pick(0, 5_000), () => hands.say({ ...old, from, to }));
    }
    return frame.body;
  });
}

/** Says nothing of some kinds to some peers; whom it leaves out changes over time. */
export function withhold(hands: Hands): void {
  let silent = new Map<string, boolean>();
  const choose = (): void => {
    silent = new Map();
    hands.later(hands.pick(500, 4_000), choose);
  };
  hands.later(1, choose);
  hands.outgoing((frame) => {
    const name = `${frame.kind}/${frame.to}`;
    const isSilent = silent.get(name) ?? hands.chance(0.35);
    silent.set(name, isSilent);
    if (!isSilent) return frame.body;
    hands.did('withheld');
    return undefined;
  });
}

/** All that it says comes late: after a round, an attempt, or whatever waited for it. */
export function delay(hands: Hands): void {
  hands.outgoing((frame) => {
    if (!hands.chance(0.3)) return frame.body;
    hands.did('delayed');
    const copy = { ...frame, body: Uint8Array.from(frame.body) };
    hands.later(hands.pick(100, 20_000), () => hands.say(copy));
    return undefined;
  });
}

/** Frames that nobody asked for, many at once. */
export function flood(hands: Hands): void {
  const kinds: readonly number[] = Object.values(limits.FRAME);
  const seen: SimFrame[] = [];
  const values: Values = new Map();
  hands.outgoing((frame) => {
    if (seen.length < REMEMBERED_MAX) seen.push(frame);
    return frame.body;
  });
  let waves = 0;
  const wave = (): void => {
    const to = hands.oneOf(hands.honest);
    const from = hands.oneOf([...hands.corrupt]);
    if (to === undefined || from === undefined) return;
    for (let i = 0; i < 40; i++) {
      const kind = hands.oneOf(kinds) ?? limits.FRAME.sign;
      const old = hands.oneOf(seen);
      hands.did('flooded');
      if (old === undefined || hands.chance(0.3)) {
        hands.say({ from, to, kind, body: hands.random(hands.pick(0, 200)) });
      } else {
        hands.say({ from, to, kind: old.kind, body: mangleFrame(hands, { ...old, from }, values) });
      }
    }
    if (++waves < 12) hands.later(hands.pick(50, 2_000), wave);
  };
  hands.later(hands.pick(50, 500), wave);
}
