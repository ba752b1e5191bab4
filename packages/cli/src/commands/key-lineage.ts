/**
 * `permafrost key lineage`: the record of all epochs of a key, and its verification by somebody who
 * has the public key alone.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  checkName,
  PermafrostError,
  type VerifiedLineage,
  verifyKeyLineage,
} from '@permafrost/client';
import type { Handler } from '../context.ts';
import { table } from '../keys.ts';
import { withNetwork } from '../open.ts';

type Flags = { readonly out?: string; readonly publicKey?: string };

export const lineage: Handler<Flags> = async (context, { out, publicKey }, [name = '', file]) => {
  if (name === 'verify' && file !== undefined) {
    if (publicKey === undefined) {
      throw new PermafrostError({
        code: 'E_BAD_REQUEST',
        message: 'a lineage is verified against a public key',
        hint: 'give --public-key HEX, as key show prints it',
      });
    }
    const verified = verifyKeyLineage(await contents(file), publicKey);
    context.output.result(verified, text(verified));
    return 0;
  }
  checkName(name);
  const { bytes, verified } = await withNetwork(context, (network) => network.lineage(name));
  if (out !== undefined) await writeFile(out, bytes);
  context.output.result(out === undefined ? verified : { ...verified, out }, text(verified));
  return 0;
};

async function contents(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${file} cannot be read`,
      hint: 'write one with permafrost key lineage NAME --out FILE',
      cause,
    });
  }
}

function text({ name, publicKey, epochs }: VerifiedLineage): string {
  return table([
    ['key', name],
    ['public key', publicKey],
    ...epochs.map(({ number, threshold, members, grade }) => [
      `epoch ${number}`,
      `${threshold} of ${members.length}, ${grade}`,
    ]),
  ]);
}
