import { checkKeyPackage } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import type { StoreRecord } from '@permafrost/storage';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyPath, secretName } from '../tables/keys-entry.ts';
import { type Ceremony, ceremony, toy } from '../testing/keys.ts';
import { directoryOf } from '../testing/operators.ts';
import { type BackedUpHome, decodeHome, encodeHome, selectRecords } from './contents.ts';
import { type Holder, heldKeys } from './held.ts';

beforeAll(installNodeCrypto);

const bytes = Uint8Array.of(1);
const key = (): Ceremony => ceremony(3);

function holder({ members }: Ceremony, member = 0): Holder {
  const self = members[member];
  if (self === undefined) throw new RangeError('no such member');
  return { directory: directoryOf([...members], self), roster: bytes, suiteOf: () => toy };
}

function stored(member = 0, more: readonly StoreRecord[] = []) {
  const { records, secrets, wallMs } = key().restoredOf(member);
  return { records: [...records, ...more], secrets: new Map(secrets), wallMs };
}

const paths = (from: { readonly records: readonly StoreRecord[] }) =>
  from.records.map(([path]) => path);

describe('what goes into a backup', () => {
  test('is an active key with its proposal, its name and its share, and the boots', () => {
    const before = stored(0, [
      ['boot', bytes],
      ['boot/abc', bytes],
      ['oaths/abc', bytes],
    ]);
    // Boots are not read for what a node holds; these are none.
    const kept = selectRecords({ ...before, records: before.records.slice(0, -3) }, holder(key()));
    expect(paths(kept)).toEqual(paths(before).slice(0, -3));
    expect([...kept.secrets.keys()]).toEqual([secretName(key().entryOf(0))]);
  });

  test('is no request that was answered or taken back, no proposal that is open, no blame', () => {
    const { id } = key().entryOf(0);
    const more: readonly StoreRecord[] = [
      ['name/other', new Uint8Array(16)],
      ['attempt/0123', bytes],
      [keyPath('ab'.repeat(16), 'state'), bytes],
      ['whatever', bytes],
    ];
    const kept = selectRecords(stored(0, more), holder(key()));
    expect(paths(kept)).toEqual(paths(stored()));
    expect(paths(kept)).toContain(keyPath(id, 'record'));
  });

  test('is no share of an epoch that is past or to come', () => {
    const entry = key().entryOf(0);
    const other = secretName({ id: entry.id, epochId: new Uint8Array(32).fill(9) });
    const before = stored();
    before.secrets.set(other, bytes);
    expect([...selectRecords(before, holder(key())).secrets.keys()]).toEqual([secretName(entry)]);
  });

  test('is a key in the making only from the own Stored on', () => {
    const entry = key().entryOf(0);
    const made = stored();
    const isState = (path: string) => path === keyPath(entry.id, 'state');
    const isStored = (path: string) => path === keyPath(entry.id, `stored/${entry.seat}`);
    const pending = made.records.filter(([path]) => !isState(path));
    const kept = selectRecords({ ...made, records: pending }, holder(key()));
    expect([paths(kept), kept.secrets.size]).toEqual([pending.map(([path]) => path), 1]);
    const unsaid = pending.filter(([path]) => !isStored(path));
    const none = selectRecords({ ...made, records: unsaid }, holder(key()));
    expect([paths(none), none.secrets.size]).toEqual([[], 0]);
  });
});

describe('a key that is held', () => {
  test('comes with the share that belongs to it, and a changed one does not belong', () => {
    const [held] = heldKeys(stored(1), holder(key(), 1));
    if (held?.share === undefined) throw new Error('no share');
    expect(() => checkKeyPackage(held.share as never)).not.toThrow();
    const other = heldKeys({ ...stored(1), secrets: swapped(1) }, holder(key(), 1))[0];
    expect(() => checkKeyPackage(other?.share as never)).toThrow(RangeError);
  });

  test('is shown without a share where it was lost', () => {
    const lost = heldKeys({ ...stored(1), secrets: new Map() }, holder(key(), 1));
    expect(lost.map(({ entry, share }) => [entry.proposal.name, share])).toEqual([
      ['team', undefined],
    ]);
  });
});

/** The share of another member under this one's name. */
function swapped(member: number): Map<string, Uint8Array> {
  const [share] = key().restoredOf(2).secrets.values();
  return new Map([[secretName(key().entryOf(member)), share ?? bytes]]);
}

describe('a home as the parts of a backup', () => {
  const home = (): BackedUpHome => ({
    config: Uint8Array.of(1),
    roster: Uint8Array.of(2),
    pins: undefined,
    nodeSeed: new Uint8Array(32).fill(3),
    operatorSeed: new Uint8Array(32).fill(4),
    createdMs: 5,
    records: [['key/a/record', Uint8Array.of(6)]],
    secrets: new Map([['share/a/b', Uint8Array.of(7)]]),
  });

  test('comes back as it was, with pins and without', () => {
    for (const pins of [undefined, Uint8Array.of(8)]) {
      expect(decodeHome(encodeHome({ ...home(), pins }))).toEqual({ ...home(), pins });
    }
  });

  test('is refused when a part is missing, of another size, or not known', () => {
    for (const name of encodeHome(home()).keys()) {
      if (name.startsWith('record/') || name.startsWith('secret/')) continue;
      const parts = new Map(encodeHome(home()));
      parts.delete(name);
      expect(() => decodeHome(parts), name).toThrow(/lacks|date/);
    }
    const short = new Map(encodeHome(home())).set('seed/node', new Uint8Array(31));
    expect(() => decodeHome(short)).toThrow(/lacks seed\/node/);
    const odd = new Map(encodeHome(home())).set('nonces', bytes);
    expect(() => decodeHome(odd)).toThrow(/does not know its part "nonces"/);
    const undated = new Map(encodeHome(home())).set('created', new TextEncoder().encode('x'));
    expect(() => decodeHome(undated)).toThrow(/no date/);
  });
});
