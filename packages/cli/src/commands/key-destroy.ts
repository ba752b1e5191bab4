/**
 * `permafrost key destroy`: frees the name of a key that never became active.
 * @module
 */
import { type CeremonyProgress, checkName } from '@permafrost/client';
import type { Handler } from '../context.ts';
import { wholeNumber } from '../flags.ts';
import { withNetwork } from '../open.ts';
import { progressText } from './key-create.ts';

type Flags = { readonly timeout?: string };

export const destroy: Handler<Flags> = async (context, flags, [name = '']) => {
  checkName(name);
  const { timeout } = flags;
  const options = {
    name,
    signal: context.signal,
    onProgress: (progress: CeremonyProgress) =>
      context.output.progress(`${name}: ${progressText(progress)}`),
    ...(timeout === undefined
      ? {}
      : {
          timeoutMs:
            1000 * wholeNumber(timeout, { what: 'the timeout in seconds', min: 1, max: 86_400 }),
        }),
  };
  const destroyed = await withNetwork(context, (network) => network.proposals.destroy(options));
  context.output.result(
    destroyed,
    `${name} is destroyed by ${destroyed.by.join(' ')}: the name is free`,
  );
  return 0;
};
