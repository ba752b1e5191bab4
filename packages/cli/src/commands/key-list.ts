/** `permafrost key list`. @module */
import type { Handler } from '../context.ts';
import { isStuck, keyDocument, stuckText, table } from '../keys.ts';
import { withNetwork } from '../open.ts';

export const list: Handler = async (context) => {
  const keys = await withNetwork(context, (network) => network.keys({ signal: context.signal }));
  const rows = keys.map((key) => {
    const { name, suite, threshold, members, state, publicKey } = keyDocument(key);
    const shown = [name, suite, `${threshold} of ${members.length}`, state, publicKey];
    return isStuck(key) ? [...shown, stuckText(key)] : shown;
  });
  context.output.result(
    { keys: keys.map(keyDocument) },
    rows.length === 0 ? 'no keys yet; permafrost key create makes one' : table(rows),
  );
  return 0;
};
