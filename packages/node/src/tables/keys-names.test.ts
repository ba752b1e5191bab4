import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ceremony, ceremony } from '../testing/keys.ts';
import { confirmations, envelope, memberOf, permutations, sends } from '../testing/keys-table.ts';
import { isBound, isConfirmed, type KeyEntry, keyNamed, secretName } from './keys-entry.ts';

beforeAll(installNodeCrypto);

describe('a name', () => {
  const first = ceremony(3);
  const later = ceremony(3, { attempt: 2 });
  const certs = (made: Ceremony) => [1, 2].map((i) => made.certOf(i));

  test('is bound to the key for which this node first said Stored, and to no other', () => {
    const { step, entries, table } = memberOf(0, later, first);
    const [b, a] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(later)) step(envelope(b, bytes));
    expect(table.bound.get('team')).toBe(b.id);
    for (const bytes of [...certs(first), first.storedOf(1), first.storedOf(2)]) {
      expect(sends(step(envelope(a, bytes)))).toEqual([]);
    }
    expect(a.stored.has(1)).toBe(false);
    expect(isConfirmed(a)).toBe(false);
    expect(isBound(table, 'team')).toBe(true);
    expect(keyNamed(table, 'team')).toBe(b);
  });

  test('stays free for the later attempt when an earlier Cert arrives late', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a, b] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(first)) step(envelope(a, bytes));
    expect(table.bound.size).toBe(0);
    for (const bytes of certs(later)) step(envelope(b, bytes));
    expect(table.bound.get('team')).toBe(b.id);
  });

  test('goes to an earlier attempt that another member bound already', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a] = entries as [KeyEntry, KeyEntry];
    for (const bytes of certs(first)) step(envelope(a, bytes));
    step(envelope(a, first.storedOf(1)));
    expect(table.bound.get('team')).toBe(a.id);
  });

  test('has one key in all orders of two attempts’ Certs and Stored, and never two', () => {
    const items = [first, later].flatMap((made, which) => [
      ...certs(made).map((bytes) => ({ which, bytes })),
      { which, bytes: made.storedOf(1) },
    ]);
    // Some of all 720 orders, with every beginning.
    for (const order of permutations(items).filter((_, i) => i % 37 === 0)) {
      const { step, entries } = memberOf(0, first, later);
      for (const { which, bytes } of order) step(envelope(entries[which] as KeyEntry, bytes));
      expect(entries.filter((entry) => entry.stored.has(1)).length).toBeLessThanOrEqual(1);
    }
  });

  test('keeps its rivals until all members have stored one key, and then drops them with their secrets', () => {
    const { step, entries, table } = memberOf(0, first, later);
    const [a, b] = entries as [KeyEntry, KeyEntry];
    for (const bytes of [...certs(later), later.storedOf(1)]) step(envelope(b, bytes));
    expect(table.byId.has(a.id)).toBe(true);
    const outputs = step(envelope(b, later.storedOf(2)));
    expect(table.byId.has(a.id)).toBe(false);
    expect(table.byId.has(b.id)).toBe(true);
    const erased = outputs.flatMap((one) => (one.type === 'erase-secret' ? [one.name] : []));
    expect(erased).toEqual([secretName(a)]);
    const deleted = outputs.flatMap((output) =>
      output.type === 'persist'
        ? output.changes.flatMap((change) => (change.type === 'delete' ? [change.key] : []))
        : [],
    );
    expect(deleted).toEqual(['record', 'state', 'cert/1'].map((what) => `key/${a.id}/${what}`));
  });

  test('does not drop the key of another name', () => {
    const other = ceremony(3, { nonce: 2, name: 'other' });
    const { step, entries, table } = memberOf(0, first, other);
    for (const bytes of confirmations(first)) step(envelope(entries[0] as KeyEntry, bytes));
    expect(table.byId.size).toBe(2);
    expect(keyNamed(table, 'other')).toBe(entries[1]);
  });

  test('is free again when its key was destroyed', () => {
    const { step, entries, table } = memberOf(0, first);
    for (const bytes of certs(first)) step(envelope(entries[0] as KeyEntry, bytes));
    expect(isBound(table, 'team')).toBe(true);
    (entries[0] as KeyEntry).state = 'destroyed';
    expect(isBound(table, 'team')).toBe(false);
    expect(keyNamed(table, 'team')).toBeUndefined();
  });
});
