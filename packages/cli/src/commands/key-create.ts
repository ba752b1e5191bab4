/**
 * `permafrost key create`: proposes a key and shows its making, peer by peer.
 * @module
 */
import { type CeremonyProgress, checkName, PermafrostError } from '@permafrost/client';
import type { Handler } from '../context.ts';
import { commaList, wholeNumber } from '../flags.ts';
import { keyDocument, keyText } from '../keys.ts';
import { withNetwork } from '../open.ts';

type Flags = {
  readonly suite: string;
  readonly threshold: string;
  readonly members?: string;
  readonly requesters?: string;
  readonly timeout?: string;
};

export const create: Handler<Flags> = async (context, flags, [name = '']) => {
  checkName(name);
  const options = {
    name,
    suite: flags.suite,
    threshold: thresholdOf(flags.threshold),
    signal: context.signal,
    onProgress: (progress: CeremonyProgress) =>
      context.output.progress(`${name}: ${progressText(progress)}`),
    ...(flags.members === undefined ? {} : { members: commaList(flags.members, 'members') }),
    ...(flags.requesters === undefined
      ? {}
      : { requesters: commaList(flags.requesters, 'requesters') }),
    ...(flags.timeout === undefined
      ? {}
      : {
          timeoutMs:
            1000 *
            wholeNumber(flags.timeout, { what: 'the timeout in seconds', min: 1, max: 86_400 }),
        }),
  };
  const key = await withNetwork(context, (network) => network.proposals.create(options));
  context.output.result(keyDocument(key), keyText(key));
  return 0;
};

/** Whether it is in 2 to n is said by whoever knows n. */
function thresholdOf(text: string): number {
  if (/^-?[0-9]{1,6}$/.test(text)) return Number(text);
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `the threshold is a whole number, 2 to n, not ${JSON.stringify(text.slice(0, 40))}`,
  });
}

/** One line: the stage, how many are done, and who is missing. */
export function progressText({ stage, attempt, done, missing }: CeremonyProgress): string {
  const of = done.length + missing.length;
  const count = of === 0 ? '' : ` ${done.length}/${of}`;
  const waits = missing.length === 0 ? '' : ` · waits for ${missing.join(' ')}`;
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  return `${stage}${count}${again}${waits}`;
}
