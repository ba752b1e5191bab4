import { describe, expect, test } from 'vitest';
import { checkAgainstPin, decodePins, encodePins, memoryPins, type Pin } from './trust.ts';

const pin: Pin = {
  name: 'team',
  id: '0a'.repeat(16),
  suite: 'ed25519',
  publicKey: '0b'.repeat(32),
  threshold: 2,
  members: ['node1', 'node2'],
};

describe('pins', () => {
  test('are read back as they were written', () => {
    expect(decodePins(encodePins([pin]))).toEqual([pin]);
    expect(decodePins(encodePins([]))).toEqual([]);
  });

  test.each([
    'nonsense',
    '[]',
    '{}',
    '{"version":2,"pins":[]}',
    JSON.stringify({ version: 1, pins: [{ ...pin, publicKey: 'zz' }] }),
    JSON.stringify({ version: 1, pins: [{ ...pin, id: '00' }] }),
    JSON.stringify({ version: 1, pins: [{ ...pin, members: [1] }] }),
    JSON.stringify({ version: 1, pins: [null] }),
  ])('%s is no pins.json, and is not taken for an empty one', (text) => {
    expect(() => decodePins(text)).toThrow(expect.objectContaining({ code: 'E_BAD_REQUEST' }));
  });

  test('a name is never a way to a prototype', () => {
    const pins = memoryPins(async () => {}, []);
    expect(pins.get('__proto__')).toBeUndefined();
    expect(pins.get('constructor')).toBeUndefined();
  });

  test('the first pin of a name stays, and is saved once', async () => {
    const saved: (readonly Pin[])[] = [];
    const pins = memoryPins(async (all) => void saved.push(all), []);
    await pins.add(pin);
    await pins.add({ ...pin, publicKey: '0c'.repeat(32) });
    expect(pins.get('team')).toEqual(pin);
    expect(saved).toEqual([[pin]]);
  });

  test('of before get the raw key added, of the same key alone and once', async () => {
    const rawKey = '02'.repeat(33);
    const pins = memoryPins(async () => {}, [pin]);
    await pins.add({ ...pin, publicKey: '0c'.repeat(32), rawKey });
    expect(pins.get('team')).toEqual(pin);
    await pins.add({ ...pin, rawKey });
    await pins.add({ ...pin, rawKey: '03'.repeat(33) });
    expect(pins.get('team')).toEqual({ ...pin, rawKey });
    expect(decodePins(encodePins(pins.all()))).toEqual([{ ...pin, rawKey }]);
    const odd = JSON.stringify({ version: 1, pins: [{ ...pin, rawKey: 7 }] });
    expect(() => decodePins(odd)).toThrow(expect.objectContaining({ code: 'E_BAD_REQUEST' }));
  });

  test('any other key, id or suite under the name is refused', () => {
    checkAgainstPin(pin, pin);
    for (const said of [
      { ...pin, publicKey: '0c'.repeat(32) },
      { ...pin, id: '0c'.repeat(16) },
      { ...pin, suite: 'ristretto255' },
    ]) {
      expect(() => checkAgainstPin(pin, said)).toThrow(
        expect.objectContaining({ code: 'E_BAD_SIGNATURE' }),
      );
    }
  });
});
