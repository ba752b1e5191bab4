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
  };
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
