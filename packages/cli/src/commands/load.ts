/**
 * `permafrost load`: requests for signatures, as many as are asked for, and what came of them.
 * @module
 */
import { PermafrostError } from '@permafrost/client';
import {
  CONCURRENCY_MAX,
  LOAD_SECONDS_MAX,
  type LoadFigures,
  openClients,
  RATE_MAX,
  runLoad,
} from '@permafrost/testnet';
import type { Context, Handler } from '../context.ts';
import { wholeNumber } from '../flags.ts';
import { openNetwork } from '../open.ts';
import { passphrasePrompt } from '../prompt.ts';

type Flags = {
  readonly key?: string;
  readonly concurrency: string;
  readonly seconds: string;
  readonly rate?: string;
};

export const load: Handler<Flags> = async (context, flags) => {
  const concurrency = wholeNumber(flags.concurrency, {
    what: '--concurrency',
    min: 1,
    max: CONCURRENCY_MAX,
  });
  const seconds = wholeNumber(flags.seconds, { what: '--seconds', min: 1, max: LOAD_SECONDS_MAX });
  const rate =
    flags.rate === undefined
      ? undefined
      : wholeNumber(flags.rate, { what: '--rate', min: 1, max: RATE_MAX });
  const { key, addresses } = await lookUp(context, flags.key);
  const { home } = context.home();
  const prompt = passphrasePrompt(`passphrase of ${home}: `);
  const networks = await openClients({
    home,
    concurrency,
    addresses,
    signal: context.signal,
    env: context.surroundings.env,
    ...(context.flags.passphraseFile === undefined
      ? {}
      : { passphraseFile: context.flags.passphraseFile }),
    ...(prompt === undefined ? {} : { prompt }),
  });
  try {
    let ended = 0;
    const figures = await runLoad({
      networks,
      key: key.name,
      concurrency,
      seconds,
      rate,
      signal: context.signal,
      onEnd: () => context.output.progress(`${key.name}: ${++ended} requests ended`),
    });
    const document = {
      key: key.name,
      suite: key.suite,
      concurrency,
      clients: networks.length,
      rate: rate ?? null,
      ...figures,
      latencyMs: figures.latencyMs ?? null,
    };
    context.output.result(document, textOf(key.name, figures));
    return figures.signed > 0 && figures.failed === 0 ? 0 : 1;
  } finally {
    await Promise.all(networks.map((network) => network.close()));
  }
};

/** The key, the first one unless named, and where the nodes are. */
async function lookUp(context: Context, name: string | undefined) {
  const network = await openNetwork(context);
  try {
    const addresses = network.peers.map((peer) => peer.address);
    const { signal } = context;
    if (name !== undefined) return { key: await network.key(name, { signal }), addresses };
    const keys = await network.keys({ signal });
    const key = keys.find((one) => one.state === 'active');
    if (key !== undefined) return { key, addresses };
    throw new PermafrostError({
      code: 'E_UNKNOWN_KEY',
      message: 'this network has no active key',
      hint: 'make one with: permafrost key create NAME --suite S --threshold T',
    });
  } finally {
    await network.close();
  }
}

/** For people. */
function textOf(key: string, figures: LoadFigures): string {
  const { latencyMs: latency, errors } = figures;
  const codes = Object.entries(errors).map(([code, count]) => `${code} ${count}`);
  return [
    `${figures.signed} signatures of ${key} in ${figures.seconds} s   ${figures.perSecond}/s   all verified`,
    latency === undefined
      ? 'nothing was signed'
      : `latency   p50 ${latency.p50} ms   p95 ${latency.p95} ms   p99 ${latency.p99} ms   max ${latency.max} ms`,
    `${figures.failed} failed${codes.length === 0 ? '' : ` (${codes.join(', ')})`} · ` +
      `${figures.retries} given again · ${figures.furtherAttempts} further attempts · ` +
      `${figures.resigned} of ${figures.repeated} repeated signed anew` +
      (figures.skipped === 0 ? '' : ` · ${figures.skipped} not begun: all places taken`),
  ].join('\n');
}
