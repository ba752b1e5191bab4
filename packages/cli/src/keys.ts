/**
 * A key as commands print it.
 * @module
 */
import type { Key } from '@permafrost/client';

export type KeyDocument = {
  readonly name: string;
  readonly id: string;
  readonly suite: string;
  readonly threshold: number;
  readonly members: readonly string[];
  readonly epoch: number;
  readonly state: string;
  readonly purpose: string;
  readonly publicKey: string;
  /** Only of a pending key: roster names. */
  readonly waitsFor?: readonly string[];
};

export function keyDocument(key: Key): KeyDocument {
  return {
    name: key.name,
    id: key.id,
    suite: key.suite,
    threshold: key.threshold,
    members: key.members,
    epoch: key.epoch,
    state: key.state,
    purpose: key.purpose,
    publicKey: Buffer.from(key.publicKey).toString('hex'),
    ...(key.pending === undefined ? {} : { waitsFor: key.pending.waitsFor }),
  };
}

/** A key in the making takes seconds; after this somebody should do something. */
const STUCK_AFTER_MS = 60_000;

export function isStuck({ pending }: Key): boolean {
  return pending !== undefined && pending.ms > STUCK_AFTER_MS;
}

/** Who a key that is stuck waits for, and what frees its name. */
export function stuckText({ name, pending }: Key): string {
  const who = (pending?.waitsFor ?? []).join(' ');
  // All stored it: it is not to be destroyed any more.
  if (who === '') return 'waits for its test signature';
  return `waits for ${who}; permafrost key destroy ${name} frees the name`;
}

export function keyText(key: Key): string {
  const document = keyDocument(key);
  return table([
    ['key', document.name],
    ['suite', document.suite],
    ['threshold', `${document.threshold} of ${document.members.length}`],
    ['members', document.members.join(' ')],
    ['epoch', String(document.epoch)],
    ['state', document.state],
    ['public key', document.publicKey],
    ['id', document.id],
    ...(isStuck(key) ? [['', stuckText(key)]] : []),
  ]);
}

/** Rows of equal columns, two spaces between. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
