/**
 * Asks single nodes for signatures, and asks the same node for the same one again, also after it
 * was killed: what a node once gave out it must give out again, byte for byte.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Network } from '@permafrost/client';
import { give, type LoadRequest } from '../load.ts';

export type Probes = {
  readonly figures: () => { readonly asked: number; readonly repeated: number };
  readonly close: () => Promise<void>;
};

const DEADLINE_MS = 5_000;
const EACH_MS = 600;
/** Nodes remember a request for a minute at least. */
const REPEAT_WITHIN_MS = 50_000;
const KEPT_MAX = 100;

/** Runs until the signal fires. */
export async function startProbes(given: {
  readonly home: string;
  /** Multiaddrs of the nodes. */
  readonly addresses: readonly string[];
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onBegin: (request: LoadRequest) => void;
  readonly onViolation: (text: string) => void;
}): Promise<Probes> {
  const { home, addresses, key, signal } = given;
  const networks: Network[] = [];
  for (const address of addresses) {
    networks.push(await connect({ identity: home, peers: [address], env: {}, lazy: true }));
  }
  const kept: {
    readonly network: Network;
    readonly request: LoadRequest;
    readonly atMs: number;
    readonly signature: Uint8Array;
  }[] = [];
  let asked = 0;
  let repeated = 0;

  async function ask(network: Network): Promise<void> {
    const bytes = () => Uint8Array.from(randomBytes(32));
    const request = { key, message: bytes(), idempotencyKey: bytes() };
    asked++;
    given.onBegin(request);
    const result = await give(network, request, { deadlineMs: DEADLINE_MS, signal });
    if (result?.type !== 'signed') return;
    const { signature } = result.signature;
    kept.push({ network, request, atMs: performance.now(), signature });
    if (kept.length > KEPT_MAX) kept.shift();
  }

  async function repeat(): Promise<void> {
    while (kept[0] !== undefined && performance.now() - kept[0].atMs > REPEAT_WITHIN_MS) {
      kept.shift();
    }
    const one = kept[Math.floor(Math.random() * kept.length)];
    if (one === undefined) return;
    const { network, request, signature } = one;
    const result = await give(network, request, { deadlineMs: DEADLINE_MS, signal });
    // A node that is down or cut off says so, which is no other signature.
    if (result?.type !== 'signed') return;
    repeated++;
    if (Buffer.from(signature).equals(result.signature.signature)) return;
    const name = network.peers[0]?.name ?? 'a node';
    given.onViolation(`${name} gave two signatures for one idempotency key`);
  }

  async function run(): Promise<void> {
    for (let i = 0; !signal.aborted; i++) {
      const network = networks[i % networks.length];
      if (network === undefined) return;
      await Promise.all([ask(network), repeat()]);
      await sleep(EACH_MS, undefined, { signal }).catch(() => {});
    }
  }
  const running = run();
  // Whoever closes hears of it.
  running.catch(() => {});
  return {
    figures: () => ({ asked, repeated }),
    async close() {
      try {
        await running;
      } finally {
        await Promise.all(networks.map((network) => network.close()));
      }
    },
  };
}
