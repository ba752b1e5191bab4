/** `permafrost key show`. @module */
import { checkName, type Key, PermafrostError } from '@permafrost/client';
import type { Handler } from '../context.ts';
import { checkFormat, formatKey } from '../encodings/format.ts';
import { keyDocument, keyText } from '../keys.ts';
import { withNetwork } from '../open.ts';

type Flags = { readonly format?: string; readonly network?: string };

export const show: Handler<Flags> = async (context, flags, [name = '']) => {
  checkName(name);
  const { format } = flags;
  if (format !== undefined) checkFormat(format);
  const network = flags.network ?? (context.home().testnet === undefined ? 'mainnet' : 'regtest');
  const { signal } = context;
  if (format === 'xpub') {
    // An xpub is read by wallets, which take those of mainnet unless told otherwise.
    const root = await withNetwork(context, (opened) => opened.derive(name, {}, { signal }));
    const text = formatKey(root, format, flags.network);
    context.output.result({ name, suite: root.suite, format, text }, text);
    return 0;
  }
  const key = await withNetwork(context, (opened) => opened.key(name, { signal }));
  if (format === undefined) context.output.result(keyDocument(key), keyText(key));
  else showFormat(key, { format, network }, context.output.result);
  return 0;
};

function showFormat(
  key: Key,
  { format, network }: { readonly format: string; readonly network: string },
  result: (document: unknown, text: string) => void,
): void {
  const document = keyDocument(key);
  if (format === 'json') {
    result(document, JSON.stringify(document));
    return;
  }
  if (key.publicKey.length === 0) {
    throw new PermafrostError({
      code: 'E_KEY_STATE',
      message: `key ${key.name} is ${key.state} and has no public key yet`,
    });
  }
  const text = formatKey(key, format, network);
  result({ ...document, format, ...(format === 'address' ? { network } : {}), text }, text);
}
