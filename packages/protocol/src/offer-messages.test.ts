import { limits, WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  decodeHeldOffers,
  decodeNoOffers,
  encodeHeldOffers,
  encodeNoOffers,
} from './offer-messages.ts';

const keyId = new Uint8Array(16).fill(1);
const epochId = new Uint8Array(32).fill(2);
const bootId = new Uint8Array(16).fill(3);

describe('what is said about offers', () => {
  test('comes back as it was', () => {
    const none = { keyId, epochId, code: 'E_BUSY' } as const;
    expect(decodeNoOffers(encodeNoOffers(none))).toEqual(none);
    const held = { bootId, nonceIds: [1, 2 ** 40], known: 2 ** 41 };
    expect(decodeHeldOffers(encodeHeldOffers(held))).toEqual(held);
  });

  test('is refused with sizes, numbers and codes that cannot be', () => {
    const nonceIds = Array.from({ length: limits.OFFERS_HELD_MAX + 1 }, (_, i) => i);
    for (const wrong of [
      { bootId, nonceIds, known: 1 },
      { bootId: keyId.slice(1), nonceIds: [], known: 1 },
      { bootId, nonceIds: [2 ** 54], known: 1 },
    ]) {
      expect(() => decodeHeldOffers(encodeHeldOffers(wrong))).toThrow(WireError);
    }
    const code = 'toString' as never;
    expect(() => decodeNoOffers(encodeNoOffers({ keyId, epochId, code }))).toThrow(WireError);
    expect(() =>
      decodeNoOffers(encodeNoOffers({ keyId: epochId, epochId, code: 'E_BUSY' })),
    ).toThrow(WireError);
  });

  test('fits its frame at its largest', () => {
    const nonceIds = Array.from({ length: limits.OFFERS_HELD_MAX }, () => 2 ** 53 - 1);
    const held = encodeHeldOffers({ bootId, nonceIds, known: 2 ** 53 - 1 });
    expect(held.length).toBeLessThan(limits.FRAME_BYTES_MAX.get(limits.FRAME.heldOffers) ?? 0);
    const none = encodeNoOffers({ keyId, epochId, code: 'E_IDEMPOTENCY_CONFLICT' });
    expect(none.length).toBeLessThan(limits.FRAME_BYTES_MAX.get(limits.FRAME.noOffers) ?? 0);
  });
});
