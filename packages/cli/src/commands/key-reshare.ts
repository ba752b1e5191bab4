/**
 * `permafrost key refresh` and `key reshare`: the next epoch of a key, shown peer by peer.
 * @module
 */
import { type CeremonyProgress, checkName, type ReshareNeeds } from '@permafrost/client';
import type { Context, Handler } from '../context.ts';
import { commaList, wholeNumber } from '../flags.ts';
import { keyDocument, keyText } from '../keys.ts';
import { withNetwork } from '../open.ts';
import { progressText } from './key-create.ts';

type Flags = {
  readonly threshold?: string;
  readonly add?: string;
  readonly remove?: string;
  readonly exclude?: string;
  /** False with `--no-wait`. */
  readonly wait?: boolean;
  readonly timeout?: string;
};

export const reshare: Handler<Flags> = async (context, flags, [name = '']) => {
  checkName(name);
  const { threshold, add, remove, exclude } = flags;
  const change = {
    ...(threshold === undefined
      ? {}
      : { threshold: wholeNumber(threshold, { what: 'the threshold', min: 2, max: 100 }) }),
    ...(add === undefined ? {} : { add: commaList(add, 'add') }),
    ...(remove === undefined ? {} : { remove: commaList(remove, 'remove') }),
    ...(exclude === undefined ? {} : { exclude: commaList(exclude, 'exclude') }),
  };
  return run(context, flags, { name, ...change });
};

export const refresh: Handler<Flags> = async (context, flags, [name = '']) => {
  checkName(name);
  return run(context, flags, { name });
};

async function run(
  context: Context,
  { wait, timeout }: Flags,
  change: { readonly name: string },
): Promise<number> {
  const { name } = change;
  const options = {
    ...change,
    isNotAwaited: wait === false,
    signal: context.signal,
    onProgress: (progress: CeremonyProgress) =>
      context.output.progress(`${name}: ${progressText(progress)}`),
    onNeeds: (needs: ReshareNeeds) => context.output.progress(`${name}: ${needsText(needs)}`),
    ...(timeout === undefined
      ? {}
      : {
          timeoutMs:
            1000 * wholeNumber(timeout, { what: 'the timeout in seconds', min: 1, max: 86_400 }),
        }),
  };
  const { proposal, needs, key } = await withNetwork(context, (network) =>
    network.proposals.reshare(options),
  );
  if (key === undefined) {
    context.output.result({ proposal, needs }, `proposed ${proposal.slice(0, 12)}`);
  } else context.output.result({ ...keyDocument(key), proposal, needs }, keyText(key));
  return 0;
}

/** Both numbers, and how many can be reached. */
export function needsText(needs: ReshareNeeds): string {
  const { dealing, dealers, activation, voters, members, number, isExclusion } = needs;
  const by = isExclusion ? ', accepted by hand by each' : '';
  return `epoch ${number}: ${dealing} of ${dealers} old members deal, ${activation} of ${voters} activate${by}, all ${members.length} new ones are needed`;
}
