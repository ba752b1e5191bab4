import { signBoot } from '@permafrost/protocol';
import { installNodeCrypto, seededRandom } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from './core/views.ts';
import {
  bootsOf,
  checkHello,
  encodeHello,
  PROTOCOL_VERSION_MIN,
  skewOf,
  type Verdict,
} from './hello.ts';
import { person, seedOf, WALL_MS } from './testing/operators.ts';

beforeAll(installNodeCrypto);

const peer = person('node2');
const boot = signBoot({ bootId: new Uint8Array(16).fill(3), counter: 7 }, peer.hostSeed);
const body = encodeHello({ software: 'permafrost/0.1.0', wallMs: WALL_MS, boot });

function check(
  hello: Uint8Array,
  changes: Partial<Parameters<typeof checkHello>[1]> = {},
): Verdict {
  const hostPub = peer.operator.hostPub;
  const about = {
    hostPub,
    isHost: true,
    on: 'lane',
    wallMs: WALL_MS,
    name: 'node2',
    self: 'node1',
  } as const;
  return checkHello(hello, { ...about, ...changes });
}

type Hello = permafrost.v1.Hello.$Properties;
const hello = (fields: Hello): Uint8Array =>
  encodeMessage(permafrost.v1.Hello, {
    version: PROTOCOL_VERSION,
    versionMin: PROTOCOL_VERSION_MIN,
    software: 'another/1.0',
    timeMs: WALL_MS,
    boot: { ...boot },
    ...fields,
  });

describe('a hello', () => {
  test('of a host with its own boot is accepted, and tells the boot and the clock', () => {
    expect(check(body)).toEqual({ ok: true });
    expect(bootsOf(body)).toEqual({
      boot: encodeMessage(permafrost.v1.Boot, { ...boot }),
      seen: undefined,
    });
    expect(skewOf(body, WALL_MS - 250)).toBe(250);
    expect(body.length).toBeLessThan(limits.HELLO_BYTES_MAX);
  });

  test('of a client needs no boot, and that of a host does', () => {
    const bare = encodeMessage(permafrost.v1.Hello, {
      version: PROTOCOL_VERSION,
      versionMin: PROTOCOL_VERSION_MIN,
      software: 'client',
      timeMs: WALL_MS,
    });
    expect(check(bare, { isHost: false })).toEqual({ ok: true });
    expect(bootsOf(bare)).toEqual({ boot: undefined, seen: undefined });
    expect(check(bare)).toMatchObject({ ok: false, message: 'node2 shows no boot of its own' });
    // A host that calls to ask for its earlier boots has none yet.
    expect(check(bare, { on: 'rpc' })).toEqual({ ok: true });
  });

  test('of a call shows no boot of somebody else either', () => {
    const theirs = signBoot({ bootId: boot.bootId, counter: 7 }, person('node3').hostSeed);
    expect(check(hello({ boot: { ...theirs } }), { on: 'rpc' }).ok).toBe(false);
  });

  test('tells what its sender holds of our boots, with room for it', () => {
    const seen = signBoot({ bootId: new Uint8Array(16).fill(9), counter: 2 ** 40 }, seedOf('me'));
    const software = 'x'.repeat(64);
    const full = encodeHello({ software, wallMs: WALL_MS, boot, seen });
    expect(check(full)).toEqual({ ok: true });
    expect(bootsOf(full).seen).toEqual(encodeMessage(permafrost.v1.Boot, { ...seen }));
    expect(full.length).toBeLessThan(limits.HELLO_BYTES_MAX);
  });

  test('one version behind is refused, and both sides read the same: who is behind', () => {
    const old = PROTOCOL_VERSION_MIN - 1;
    const verdict = check(hello({ version: old, versionMin: old }));
    expect(verdict).toEqual({
      ok: false,
      code: 'E_VERSION',
      message: `node2 is behind: node2 speaks version ${old}, node1 version ${PROTOCOL_VERSION}`,
    });
  });

  test('one version ahead, that does not speak ours any more, says that we are behind', () => {
    const next = PROTOCOL_VERSION + 1;
    const verdict = check(hello({ version: next, versionMin: next }));
    expect(verdict).toEqual({
      ok: false,
      code: 'E_VERSION',
      message: `node1 is behind: node2 speaks version ${next}, node1 version ${PROTOCOL_VERSION}`,
    });
  });

  test('one version ahead, that still speaks ours, is accepted', () => {
    expect(check(hello({ version: PROTOCOL_VERSION + 1 }))).toEqual({ ok: true });
  });

  test('is accepted up to the limit of clock skew and refused from there, both ways', () => {
    const most = limits.CLOCK_SKEW_MAX_MS;
    expect(most).toBe(30_000);
    for (const sign of [1, -1]) {
      const at = (ms: number): Verdict => check(hello({ timeMs: WALL_MS + sign * ms }));
      expect(at(limits.CLOCK_SKEW_WARN_MS + 1)).toEqual({ ok: true });
      expect(at(most)).toEqual({ ok: true });
      expect(at(most + 1)).toEqual({
        ok: false,
        code: 'E_CLOCK_SKEW',
        message: `the clocks of node2 and node1 differ by ${sign * 30} s`,
      });
      expect(skewOf(hello({ timeMs: WALL_MS + sign * 6_000 }), WALL_MS)).toBe(sign * 6_000);
    }
  });

  test('with a boot of another host, or one that was changed, is refused', () => {
    const other = person('node3');
    const theirs = signBoot({ bootId: boot.bootId, counter: 7 }, other.hostSeed);
    const bad: readonly Hello['boot'][] = [
      { ...theirs },
      { ...theirs, hostPub: peer.operator.hostPub },
      { ...boot, counter: 8 },
      { ...boot, bootId: new Uint8Array(16) },
      { ...boot, signature: new Uint8Array(64) },
    ];
    for (const given of bad) {
      expect(check(hello({ boot: given ?? {} }))).toMatchObject({ ok: false, code: 'E_VERSION' });
    }
  });

  test('that is cut anywhere, or has a byte more, is refused as unreadable', () => {
    const unreadable = { ok: false, code: 'E_VERSION', message: 'its hello cannot be read' };
    for (let length = 0; length < body.length; length++) {
      expect(check(body.slice(0, length)).ok).toBe(false);
    }
    expect(check(Uint8Array.from([...body, 0]))).toEqual(unreadable);
    expect(check(new Uint8Array(0)).ok).toBe(false);
    expect(check(hello({ software: 'x'.repeat(65) }))).toEqual(unreadable);
    expect(check(hello({ timeMs: Number.MAX_SAFE_INTEGER + 1 })).ok).toBe(false);
  });

  test('of random or flipped bytes never throws, and is never a host’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(check(bytes).ok).toBe(false);
      }),
      { numRuns: 200, seed: 1 },
    );
    const random = seededRandom(1, 'flips');
    for (let i = 0; i < 200; i++) {
      const [at = 0, bit = 0] = random(2);
      const flipped = body.map((byte, k) =>
        k === at % body.length ? byte ^ (1 << (bit & 7)) : byte,
      );
      // Only the name of the software and the low bits of the clock may differ and still be said.
      const verdict = check(flipped);
      if (verdict.ok) expect(bootsOf(flipped).boot).toEqual(bootsOf(body).boot);
      else expect(verdict.message).not.toBe('');
    }
  });

  test('that was not checked is not read', () => {
    expect(() => bootsOf(Uint8Array.of(1, 2, 3))).toThrow(WireError);
    expect(() => skewOf(Uint8Array.of(1, 2, 3), 0)).toThrow(WireError);
  });
});
