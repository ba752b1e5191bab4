/**
 * What a home knows of its last verified backup: `backups.json`, for `status` to compare with.
 * @module
 */
import { join } from 'node:path';
import { StorageError } from './errors.ts';
import { readFileLimited, writeFileAtomic } from './files.ts';
import { homePaths } from './home.ts';

export type VerifiedBackup = {
  /** Path of the file as it was given. */
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  readonly verifiedMs: number;
  /** Keys whose share it holds. */
  readonly keys: readonly { readonly id: string; readonly epoch: number }[];
};

const SIZE_BYTES_MAX = 1_048_576;

export async function noteVerified(
  home: string,
  verified: Omit<VerifiedBackup, 'verifiedMs'>,
): Promise<void> {
  const { file, createdMs, keys } = verified;
  const lastVerified: VerifiedBackup = {
    file,
    createdMs,
    verifiedMs: Date.now(),
    keys: keys.map(({ id, epoch }) => ({ id, epoch })),
  };
  const text = `${JSON.stringify({ version: 1, lastVerified }, undefined, 2)}\n`;
  await writeFileAtomic(pathIn(home), new TextEncoder().encode(text));
}

/**
 * Undefined when no backup of this home was ever verified.
 * @throws StorageError E_BAD_REQUEST when the file is not what this program writes
 */
export async function lastVerified(home: string): Promise<VerifiedBackup | undefined> {
  const path = pathIn(home);
  const bytes = await readFileLimited(path, SIZE_BYTES_MAX);
  if (bytes === undefined) return undefined;
  const found = parse(new TextDecoder().decode(bytes));
  if (found !== undefined) return found;
  throw new StorageError('E_BAD_REQUEST', `${path} cannot be read`, 'remove it, and verify again');
}

function parse(text: string): VerifiedBackup | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const found = fieldOf(json, 'lastVerified');
  const [file, createdMs, verifiedMs] = ['file', 'createdMs', 'verifiedMs'].map((name) =>
    fieldOf(found, name),
  );
  const keys = fieldOf(found, 'keys');
  if (typeof file !== 'string' || !isNumber(createdMs) || !isNumber(verifiedMs)) return undefined;
  if (!Array.isArray(keys)) return undefined;
  const read = keys.flatMap((one: unknown) => {
    const [id, epoch] = [fieldOf(one, 'id'), fieldOf(one, 'epoch')];
    return typeof id === 'string' && isNumber(epoch) ? [{ id, epoch }] : [];
  });
  return read.length === keys.length ? { file, createdMs, verifiedMs, keys: read } : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function pathIn(home: string): string {
  return join(homePaths(home).dir, 'backups.json');
}
