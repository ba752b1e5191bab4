import type { Boot } from '@permafrost/protocol';
import { describe, expect, test } from 'vitest';
import {
  type BootNumber,
  contradicts,
  createOwnBoots,
  nextCounter,
  noteProven,
  orderOf,
} from './boots.ts';

const number = (counter: number, id = counter): BootNumber => ({
  counter,
  bootId: new Uint8Array(16).fill(id),
});
const boot = (counter: number, id = counter): Boot => ({
  ...number(counter, id),
  hostPub: new Uint8Array(32),
  signature: new Uint8Array(64),
});

describe('two boots of one host', () => {
  test('are the same, earlier, later, or twins that only two copies can have', () => {
    expect(orderOf(number(3), number(3))).toBe('same');
    expect(orderOf(number(3), number(4))).toBe('earlier');
    expect(orderOf(number(5), number(4))).toBe('later');
    expect(orderOf(number(4, 1), number(4, 2))).toBe('twin');
  });
});

describe('a boot that somebody shows us as our own', () => {
  test('contradicts a store that counted less, or another of that number', () => {
    const boots = createOwnBoots({ last: number(4), isRecovering: false, recoveredMs: undefined });
    expect(contradicts(boots, number(3, 9))).toBe(false);
    expect(contradicts(boots, number(4))).toBe(false);
    expect(contradicts(boots, number(4, 9))).toBe(true);
    expect(contradicts(boots, number(5))).toBe(true);
  });

  test('contradicts a new store, whatever it is', () => {
    expect(
      contradicts(
        createOwnBoots({ last: undefined, isRecovering: false, recoveredMs: undefined }),
        number(1),
      ),
    ).toBe(true);
  });

  test('is held against the boot of this process once there is one', () => {
    const boots = createOwnBoots({ last: number(4), isRecovering: false, recoveredMs: undefined });
    boots.boot = boot(5);
    expect(contradicts(boots, number(5))).toBe(false);
    expect(contradicts(boots, number(5, 9))).toBe(true);
    expect(contradicts(boots, number(6))).toBe(true);
  });
});

describe('the next boot', () => {
  test('counts on from the store alone unless the operator orders otherwise', () => {
    expect(
      nextCounter(createOwnBoots({ last: undefined, isRecovering: false, recoveredMs: undefined })),
    ).toBe(1);
    const boots = createOwnBoots({ last: number(4), isRecovering: false, recoveredMs: undefined });
    noteProven(boots, boot(9));
    expect(nextCounter(boots)).toBe(5);
  });

  test('of a recovering node is after the highest that was proven', () => {
    const boots = createOwnBoots({ last: number(4), isRecovering: true, recoveredMs: undefined });
    expect(nextCounter(boots)).toBe(5);
    for (const counter of [7, 9, 8]) noteProven(boots, boot(counter));
    expect(nextCounter(boots)).toBe(10);
  });
});
