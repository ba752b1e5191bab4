/**
 * `permafrost node repair`: the shares that the node of this home lost, given back by the others.
 * @module
 */
import { checkName } from '@permafrost/client';
import type { Handler } from '../context.ts';
import { wholeNumber } from '../flags.ts';
import { withNetwork } from '../open.ts';
import { progressText } from './key-create.ts';

type Flags = { readonly timeout?: string };

export const repair: Handler<Flags> = async (context, { timeout }, keys) => {
  for (const name of keys) checkName(name);
  const options = {
    ...(keys.length === 0 ? {} : { keys }),
    signal: context.signal,
    onProgress: (name: string, progress: Parameters<typeof progressText>[0]) =>
      context.output.progress(`${name}: ${progressText(progress)}`),
    ...(timeout === undefined
      ? {}
      : {
          timeoutMs:
            1000 * wholeNumber(timeout, { what: 'the timeout in seconds', min: 1, max: 86_400 }),
        }),
  };
  const repaired = await withNetwork(context, (network) => network.proposals.repair(options));
  const names = repaired.map(({ name }) => name);
  context.output.result(
    { repaired },
    names.length === 0 ? 'this node lost no share' : `repaired the shares of ${names.join(' ')}`,
  );
  return 0;
};
