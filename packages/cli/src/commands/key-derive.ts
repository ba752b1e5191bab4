/** `permafrost key derive`: computed here from the pinned key. @module */
import { checkName, type DerivedKey } from '@permafrost/client';
import { childNote, taprootOf } from '../child.ts';
import type { Handler } from '../context.ts';
import { checkFormat, formatKey } from '../encodings/format.ts';
import { withNetwork } from '../open.ts';

type Flags = {
  readonly format?: string;
  readonly network?: string;
  readonly taproot?: string | true;
};

export const derive: Handler<Flags> = async (context, flags, [name = '', path = '']) => {
  checkName(name);
  const { format = 'hex' } = flags;
  checkFormat(format);
  const wanted = { path, ...taprootOf(flags.taproot) };
  const child = await withNetwork(context, (network) =>
    network.derive(name, wanted, { signal: context.signal }),
  );
  const document = documentOf(child);
  if (format === 'json') context.output.result(document, JSON.stringify(document));
  else {
    const network =
      flags.network ??
      (format === 'xpub' || context.home().testnet === undefined ? 'mainnet' : 'regtest');
    const text = formatKey(child, format, network);
    context.output.result({ ...document, format, text }, text);
  }
  const { suite } = child;
  const note = childNote({ suite, path: child.path, isTaproot: child.merkleRoot !== undefined });
  if (note !== undefined) context.output.warn(note);
  return 0;
};

function documentOf({ name, suite, path, merkleRoot, publicKey, xpub }: DerivedKey) {
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    name,
    suite,
    path,
    ...(merkleRoot === undefined ? {} : { taproot: { merkleRoot: hexOf(merkleRoot) } }),
    publicKey: hexOf(publicKey),
    ...(xpub === undefined ? {} : { xpub }),
  };
}
