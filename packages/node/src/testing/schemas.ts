/**
 * The schemas of all messages, as their files have them.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';

/** The folder of the checkout. */
export const ROOT: URL = new URL('../../../../', import.meta.url);

export type SchemaField = { readonly type: string; readonly name: string; readonly number: number };

/** Fields of all messages, with names as code has them. */
export function readSchemas(): ReadonlyMap<string, readonly SchemaField[]> {
  const folder = new URL('protos/permafrost/v1/', ROOT);
  const found = new Map<string, SchemaField[]>();
  for (const file of readdirSync(folder)) {
    let message = '';
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      const named = /^message (\w+)/.exec(line)?.[1];
      if (named !== undefined) {
        message = named;
        found.set(message, []);
      }
      const [, type, name = '', number] = /^\s+(?:repeated )?(\w+) (\w+) = (\d+);/.exec(line) ?? [];
      if (type === undefined) continue;
      const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      found.get(message)?.push({ type, name: camel, number: Number(number) });
    }
  }
  return found;
}
