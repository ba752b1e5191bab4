/**
 * Links between simulated computers: like connections of the real transport. Each lane keeps its
 * order, a break loses everything on its way and both sides hear of it, a hole in the network is
 * only found by the heartbeats, and the newest connection of an identity replaces an older one.
 * @module
 */
import type { World } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import type { Lane } from '../effects.ts';
import type { Chance } from './chance.ts';
import type { Conditions } from './conditions.ts';

/** One end of links: a process on a computer. */
export type End = {
  /** Of the node whose identity it has. */
  readonly index: number;
  /** Of the computer. */
  readonly computer: number;
  /** Of the process; undefined while none runs. */
  readonly timeline: () => number | undefined;
};

type Side = { readonly end: End; readonly timeline: number; up: boolean };

type Link = {
  readonly sides: readonly [Side, Side];
  /** When the last frame of each lane arrives, by sending side and lane. */
  readonly dueMs: Map<string, number>;
  /** What waits in a hole of the network, by sending side. */
  readonly held: readonly [(() => void)[], (() => void)[]];
  /** One side ended it: a side that was not up yet does not come up any more. */
  isBroken: boolean;
};

/** What is sent, and what happens at the end where it arrives. */
export type Letter = { readonly lane: Lane; readonly deliver: (at: End) => void };

export type Links = {
  readonly add: (end: End) => void;
  readonly remove: (end: End) => void;
  /** A process began on this computer. */
  readonly started: (end: End) => void;
  /** A process ended. Silent: nobody hears of it but by the heartbeats. */
  readonly stopped: (end: End, timeline: number, isSilent: boolean) => void;
  /** Whether this end holds a link to that node, as far as it knows. */
  readonly has: (end: End, to: number) => boolean;
  /** False: no link. */
  readonly send: (end: End, to: number, letter: Letter) => boolean;
  /** Breaks what is between two nodes. */
  readonly reset: (a: number, b: number, reason: string) => void;
  /** Nothing of `from` reaches `to` until it is mended as often as it was cut. */
  readonly cut: (from: number, to: number) => void;
  readonly mend: (from: number, to: number) => void;
  readonly isCut: (from: number, to: number) => boolean;
};

const REDIAL_MS_MIN = 50;
const REDIAL_MS_MAX = 2_000;
const SILENT_MS_MIN = limits.HEARTBEAT_EVERY_MS * limits.HEARTBEATS_MISSED_MAX;

export function createLinks(options: {
  readonly world: World;
  readonly chance: Chance;
  readonly conditions: () => Conditions;
  /** Whether their first words let them talk: clocks, versions. */
  readonly agree: (a: End, b: End) => boolean;
  readonly onUp: (at: End, peer: End) => void;
  readonly onDown: (at: End, peer: number, reason: string) => void;
}): Links {
  const { world, chance } = options;
  const ends: End[] = [];
  const links = new Set<Link>();
  const upLinks = new Map<number, Map<number, Link>>();
  const holes = new Map<string, number>();
  const dialling = new Set<string>();

  const latency = (): number => {
    const { latencyMsMin, latencyMsMax } = options.conditions();
    return chance.between(latencyMsMin, latencyMsMax);
  };
  const heartbeats = (): number => SILENT_MS_MIN + chance.between(0, limits.HEARTBEAT_EVERY_MS);
  const isCut = (from: number, to: number): boolean => (holes.get(pairOf(from, to)) ?? 0) > 0;
  const isLive = ({ end, timeline }: Side): boolean => end.timeline() === timeline;

  // --- Up and down ---

  /** Of two nodes the one of the lower index dials, for ever. */
  function dial(a: End, b: End, afterMs: number): void {
    const name = `${a.computer}/${b.computer}`;
    if (dialling.has(name)) return;
    dialling.add(name);
    world.after(afterMs, () => {
      dialling.delete(name);
      if (!ends.includes(a) || !ends.includes(b)) return;
      const [timelineA, timelineB] = [a.timeline(), b.timeline()];
      if (timelineA === undefined || hasLinkTo(a, b)) return;
      const retry = () => dial(a, b, chance.between(REDIAL_MS_MIN, REDIAL_MS_MAX));
      const isOpen = !isCut(a.index, b.index) && !isCut(b.index, a.index);
      if (timelineB === undefined || !isOpen || !options.agree(a, b)) {
        retry();
        return;
      }
      const sides: Link['sides'] = [
        { end: a, timeline: timelineA, up: false },
        { end: b, timeline: timelineB, up: false },
      ];
      const link: Link = { sides, dueMs: new Map(), held: [[], []], isBroken: false };
      links.add(link);
      const firstMs = latency();
      const secondMs = firstMs + latency();
      // What the accepting side says first waits until the other side is up too.
      for (const lane of ['sign', 'bulk']) link.dueMs.set(`1/${lane}`, world.now() + secondMs);
      world.after(firstMs, () => raise(link, 1));
      world.after(secondMs, () => raise(link, 0));
    });
  }

  function hasLinkTo(a: End, b: End): boolean {
    return linkOf(a, b.index)?.sides.some(({ end }) => end === b) ?? false;
  }

  function raise(link: Link, at: 0 | 1): void {
    const [here, there] = [link.sides[at], link.sides[at === 0 ? 1 : 0]];
    if (!links.has(link) || link.isBroken || !isLive(here)) return;
    const older = linkOf(here.end, there.end.index);
    if (older !== undefined && older !== link) {
      breakAt(older, here.end, 'the peer came back on another connection');
    }
    here.up = true;
    upOf(here.end).set(there.end.index, link);
    options.onUp(here.end, there.end);
  }

  /** What an end holds, by node. */
  function upOf(end: End): Map<number, Link> {
    const known = upLinks.get(end.computer);
    if (known !== undefined) return known;
    const fresh = new Map<number, Link>();
    upLinks.set(end.computer, fresh);
    return fresh;
  }

  function linkOf(end: End, to: number): Link | undefined {
    return upLinks.get(end.computer)?.get(to);
  }

  function forget(link: Link, side: Side): void {
    const other = link.sides[0] === side ? link.sides[1] : link.sides[0];
    const all = upOf(side.end);
    if (all.get(other.end.index) === link) all.delete(other.end.index);
    side.up = false;
  }

  /** One side ends a link; the other hears of it, if it can. */
  function breakAt(link: Link, at: End, reason: string): void {
    const [here, there] =
      link.sides[0].end === at ? link.sides : ([link.sides[1], link.sides[0]] as const);
    link.isBroken = true;
    lower(link, here, reason);
    const isHeard = !isCut(here.end.index, there.end.index);
    world.after(isHeard ? latency() : heartbeats(), () => lower(link, there, reason));
  }

  function lower(link: Link, side: Side, reason: string): void {
    const other = link.sides[0] === side ? link.sides[1] : link.sides[0];
    const wasUp = side.up;
    forget(link, side);
    if (!other.up) links.delete(link);
    if (isLive(side) && wasUp) options.onDown(side.end, other.end.index, reason);
    redial(side.end, other.end);
  }

  function redial(x: End, y: End): void {
    const [a, b] = x.index < y.index ? [x, y] : [y, x];
    dial(a, b, chance.between(REDIAL_MS_MIN, REDIAL_MS_MAX));
  }

  // --- Frames ---

  function send(end: End, to: number, { lane, deliver }: Letter): boolean {
    const link = linkOf(end, to);
    if (link === undefined) return false;
    const from = link.sides[0].end === end ? 0 : 1;
    const target = link.sides[from === 0 ? 1 : 0];
    const { stallRatio, stallMsMax, resetRatio } = options.conditions();
    if (resetRatio > 0 && chance.happens(resetRatio)) {
      breakAt(link, end, 'connection reset');
      return true;
    }
    const name = laneOf(from, lane);
    const stallMs =
      stallRatio > 0 && chance.happens(stallRatio) ? chance.between(200, stallMsMax) : 0;
    const due = Math.max(world.now() + latency() + stallMs, (link.dueMs.get(name) ?? 0) + 0.001);
    link.dueMs.set(name, due);
    const arrive = (): void => {
      if (isCut(end.index, to) || link.held[from].length > 0) link.held[from].push(arrive);
      else if (target.up && isLive(target)) deliver(target.end);
    };
    world.after(due - world.now(), arrive);
    return true;
  }

  // --- Holes ---

  function cut(from: number, to: number): void {
    const name = pairOf(from, to);
    holes.set(name, (holes.get(name) ?? 0) + 1);
    for (const link of links) {
      const at = link.sides.findIndex(({ end }) => end.index === to);
      const here = link.sides[at];
      if (here === undefined || !link.sides.some(({ end }) => end.index === from)) continue;
      world.after(heartbeats(), () => {
        if (links.has(link) && here.up && isCut(from, to)) {
          breakAt(link, here.end, 'heartbeats stopped');
        }
      });
    }
  }

  function mend(from: number, to: number): void {
    const name = pairOf(from, to);
    const count = (holes.get(name) ?? 0) - 1;
    if (count > 0) {
      holes.set(name, count);
      return;
    }
    holes.delete(name);
    for (const link of links) {
      const at = link.sides[0].end.index === from ? 0 : 1;
      if (link.sides[at].end.index !== from) continue;
      if (link.sides[at === 0 ? 1 : 0].end.index !== to) continue;
      for (const arrive of link.held[at].splice(0)) arrive();
    }
  }

  return {
    add: (end) => ends.push(end),
    remove: (end) => {
      const at = ends.indexOf(end);
      if (at >= 0) ends.splice(at, 1);
    },
    started: (end) => {
      for (const other of ends) {
        if (other.index === end.index) continue;
        const [a, b] = other.index < end.index ? [other, end] : [end, other];
        dial(a, b, chance.between(1, REDIAL_MS_MIN));
      }
    },
    stopped: (end, timeline, isSilent) => {
      for (const link of [...links]) {
        const [a, b] = link.sides;
        const [here, there] = a.end === end ? [a, b] : [b, a];
        if (here.end !== end || here.timeline !== timeline) continue;
        forget(link, here);
        const isHeard = !isSilent && !isCut(here.end.index, there.end.index);
        const reason = isHeard ? 'connection closed' : 'heartbeats stopped';
        world.after(isHeard ? latency() : heartbeats(), () => lower(link, there, reason));
      }
    },
    has: (end, to) => linkOf(end, to) !== undefined,
    send,
    reset: (a, b, reason) => {
      for (const link of [...links]) {
        const at = link.sides.find(({ end }) => end.index === a);
        if (at === undefined || !link.sides.some(({ end }) => end.index === b)) continue;
        breakAt(link, at.end, reason);
      }
    },
    cut,
    mend,
    isCut,
  };
}

/** Names of maps' entries. */
const pairOf = (a: number, b: number): string => `${a}/${b}`;
const laneOf = (side: 0 | 1, lane: string): string => `${side}/${lane}`;
