/**
 * `permafrost load`: requests for signatures, as many as are asked for, and what came of them.
 * @module
 */
import { type Network, PermafrostError } from '@permafrost/client';
import {
  CONCURRENCY_MAX,
  type CpuTimes,
  cpuPerSignature,
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
    const before = await cpuTimes(networks[0], context.signal);
    const figures = await runLoad({
      networks,
      key: key.name,
      concurrency,
      seconds,
      rate,
      signal: context.signal,
      onEnd: () => context.output.progress(`${key.name}: ${++ended} requests ended`),
    });
    const after = await cpuTimes(networks[0], context.signal);
    const cpu = cpuPerSignature(before, after, figures.signed);
    const document = {
      key: key.name,
      suite: key.suite,
      concurrency,
      clients: networks.length,
      rate: rate ?? null,
      ...figures,
      latencyMs: figures.latencyMs ?? null,
      signaturesPerSecond: figures.perSecond,
      p50Ms: figures.latencyMs?.p50 ?? null,
      p95Ms: figures.latencyMs?.p95 ?? null,
      p99Ms: figures.latencyMs?.p99 ?? null,
      cpuMsPerSignature: Object.fromEntries(cpu),
    };
    context.output.result(document, textOf(key.name, figures, cpu));
    return figures.signed > 0 && figures.failed === 0 ? 0 : 1;
  } finally {
    await Promise.all(networks.map((network) => network.close()));
  }
};

/** Of all nodes that answer. */
async function cpuTimes(network: Network | undefined, signal: AbortSignal): Promise<CpuTimes> {
  const answers = (await network?.survey({ signal })) ?? [];
  return new Map(
    answers.flatMap((one) => ('error' in one ? [] : [[one.peer.name, one.info.cpuMs] as const])),
  );
}

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
function textOf(key: string, figures: LoadFigures, cpu: CpuTimes): string {
  const { latencyMs: latency, errors } = figures;
  const codes = Object.entries(errors).map(([code, count]) => `${code} ${count}`);
  return [
    `${figures.signed} signatures of ${key} in ${figures.seconds} s   ${figures.perSecond}/s   all verified`,
    latency === undefined
      ? 'nothing was signed'
      : `latency   p50 ${latency.p50} ms   p95 ${latency.p95} ms   p99 ${latency.p99} ms   max ${latency.max} ms`,
    cpu.size === 0
      ? 'processor time of nodes   not known'
      : `processor time of a signature   ${[...cpu].map(([name, ms]) => `${name} ${ms} ms`).join('   ')}`,
    `${figures.failed} failed${codes.length === 0 ? '' : ` (${codes.join(', ')})`} · ` +
      `${figures.retries} given again · ${figures.furtherAttempts} further attempts · ` +
      `${figures.resigned} of ${figures.repeated} repeated signed anew` +
      (figures.skipped === 0 ? '' : ` · ${figures.skipped} not begun: all places taken`),
  ].join('\n');
}
