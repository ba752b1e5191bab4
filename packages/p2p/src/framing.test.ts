import fc from 'fast-check';
import { Uint8ArrayList } from 'uint8arraylist';
import { describe, expect, test } from 'vitest';
import { FramingError } from './errors.ts';
import { type Chunk, decodeFrames, encodeFrame, type Frame } from './framing.ts';

const LIMITS = new Map([
  [1, 0],
  [16, 300],
  [255, 5_000],
]);

async function decode(chunks: Iterable<Chunk>): Promise<{ frames: Frame[]; error: unknown }> {
  const frames: Frame[] = [];
  try {
    for await (const frame of decodeFrames(LIMITS)(chunks)) frames.push(frame);
  } catch (error) {
    return { frames, error };
  }
  return { frames, error: undefined };
}

const reasonOf = ({ error }: { error: unknown }): string | undefined =>
  error instanceof FramingError ? error.reason : undefined;

const anyFrame = fc.oneof(
  fc.record({ kind: fc.constant(1), body: fc.constant(new Uint8Array()) }),
  fc.record({ kind: fc.constant(16), body: fc.uint8Array({ maxLength: 300 }) }),
  fc.record({ kind: fc.constant(255), body: fc.uint8Array({ maxLength: 5_000 }) }),
);

function cut(bytes: Uint8Array, sizes: readonly number[], asList: boolean): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const piece = bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1));
    at += piece.length;
    chunks.push(asList ? new Uint8ArrayList(piece.subarray(0, 1), piece.subarray(1)) : piece);
  }
  return chunks;
}

describe('framing', () => {
  test('any chunking gives the same frames', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFrame, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (frames, sizes, asList) => {
          const bytes = Buffer.concat(frames.map(({ kind, body }) => encodeFrame(kind, body)));
          const decoded = await decode(cut(bytes, sizes, asList));
          expect(decoded.error).toBeUndefined();
          expect(decoded.frames).toEqual(frames);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('random bytes, cut anywhere, give frames within the limits or one framing error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, size) => {
          const whole = await decode([bytes]);
          const pieces = await decode(cut(bytes, [size], false));
          expect(pieces.frames).toEqual(whole.frames);
          expect(reasonOf(pieces)).toEqual(reasonOf(whole));
          if (whole.error !== undefined) expect(whole.error).toBeInstanceOf(FramingError);
          for (const { kind, body } of whole.frames) {
            expect(body.length).toBeLessThanOrEqual(LIMITS.get(kind)!);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a frame of exactly the limit passes, one byte more is refused on its header', async () => {
    expect((await decode([encodeFrame(16, new Uint8Array(300))])).frames).toHaveLength(1);
    const header = encodeFrame(16, new Uint8Array(301)).subarray(0, 5);
    // The body never comes: the header was enough.
    expect(reasonOf(await decode([header]))).toBe('oversized');
    expect(reasonOf(await decode([Uint8Array.of(0xff, 0xff, 0xff, 0xff, 16)]))).toBe('oversized');
  });

  test('an unknown kind is refused on its header, whatever its length', async () => {
    expect(reasonOf(await decode([Uint8Array.of(0, 0, 0, 9, 17)]))).toBe('unknown-kind');
    expect(reasonOf(await decode([Uint8Array.of(0xff, 0, 0, 0, 0)]))).toBe('unknown-kind');
  });

  test('a stream that ends within a frame is truncated, and so is a length of zero', async () => {
    const frame = encodeFrame(16, new Uint8Array(20));
    for (let length = 1; length < frame.length; length++) {
      expect(reasonOf(await decode([frame.subarray(0, length)]))).toBe('truncated');
    }
    expect(reasonOf(await decode([Uint8Array.of(0, 0, 0, 0, 16)]))).toBe('truncated');
  });

  test('frames before a bad one still arrive', async () => {
    const good = encodeFrame(16, Uint8Array.of(1, 2, 3));
    const decoded = await decode([good, good, Uint8Array.of(0, 0, 0, 1, 99)]);
    expect(decoded.frames).toHaveLength(2);
    expect(reasonOf(decoded)).toBe('unknown-kind');
  });

  test('bodies are copies: neither side shares memory with the other', async () => {
    const body = Uint8Array.of(1, 2, 3);
    const frame = encodeFrame(16, body);
    body.fill(0);
    const { frames } = await decode([frame]);
    frame.fill(0);
    expect(frames[0]?.body).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('a kind that is no byte is a wrong argument', () => {
    expect(() => encodeFrame(256, new Uint8Array())).toThrow(RangeError);
    expect(() => encodeFrame(1.5, new Uint8Array())).toThrow(RangeError);
  });
});
