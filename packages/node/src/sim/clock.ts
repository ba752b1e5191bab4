/**
 * The two clocks of one simulated computer. The wall clock is off, drifts and jumps; the monotonic
 * one only stands still while the computer is suspended.
 * @module
 */
import type { Clocks } from '../effects.ts';

/** When simulated worlds begin, milliseconds since 1970. */
export const WALL_MS: number = 1_700_000_000_000;

export type ClockSettings = {
  /** How far the wall clock is off. */
  readonly offsetMs: number;
  /** What it gains in a second, in milliseconds; negative: loses. */
  readonly driftMsPerSecond: number;
  /** What the monotonic clock shows when the world begins. */
  readonly monotonicStartMs: number;
};

export const RIGHT: ClockSettings = { offsetMs: 0, driftMsPerSecond: 0, monotonicStartMs: 0 };

export type Clock = {
  readonly read: () => Clocks;
  /** The wall clock jumps. */
  readonly step: (byMs: number) => void;
  /** The computer slept for so long: no monotonic time passed. The wall clock knows, or not. */
  readonly slept: (ms: number, isWallRight: boolean) => void;
  /** The wall clock is right from now on. */
  readonly correct: () => void;
  readonly copy: () => Clock;
};

/** @param now milliseconds since the world began */
export function createClock(now: () => number, settings: ClockSettings = RIGHT): Clock {
  let { offsetMs, driftMsPerSecond } = settings;
  let monotonicMs = settings.monotonicStartMs;
  let sinceMs = 0;

  /** Makes what drifted so far part of the offset. */
  function settle(): void {
    offsetMs += ((now() - sinceMs) * driftMsPerSecond) / 1000;
    sinceMs = now();
  }

  return {
    read: () => {
      const nowMs = now();
      const driftMs = ((nowMs - sinceMs) * driftMsPerSecond) / 1000;
      return {
        wallMs: WALL_MS + Math.floor(nowMs + offsetMs + driftMs),
        monotonicMs: nowMs + monotonicMs,
      };
    },
    step: (byMs) => {
      settle();
      offsetMs += byMs;
    },
    slept: (ms, isWallRight) => {
      settle();
      monotonicMs -= ms;
      if (!isWallRight) offsetMs -= ms;
    },
    correct: () => {
      offsetMs = 0;
      driftMsPerSecond = 0;
      sinceMs = now();
    },
    copy: () => {
      settle();
      // A new clock counts its drift from the beginning of the world.
      const offset = offsetMs - (sinceMs * driftMsPerSecond) / 1000;
      const monotonicStartMs = monotonicMs;
      return createClock(now, { offsetMs: offset, driftMsPerSecond, monotonicStartMs });
    },
  };
}
