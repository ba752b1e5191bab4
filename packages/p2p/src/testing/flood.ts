/** A stranger that keeps dialling, and what it costs. @module */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startClient, startHost, type TestHost } from './hosts.ts';
import { type RawPeer, startRawPeer } from './raw-peer.ts';

export type FloodResult = {
  readonly victim: TestHost;
  /** Connections that got as far as being refused by name. */
  readonly refused: number;
  /** How often onRefused was called. */
  readonly reports: number;
  readonly heapGrowthBytes: number;
  readonly memberReturns: number;
};

/** Full garbage collection, then the heap in use, in bytes. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Dials as a stranger from ten places at once, while a member of the same IP keeps coming back. */
export async function flood(
  dials: number,
  seeds: readonly [Uint8Array, Uint8Array, Uint8Array],
): Promise<FloodResult> {
  let refused = 0;
  const member = await startClient({ seed: seeds[1] });
  const victim = await startHost({
    seed: seeds[0],
    admits(peerId) {
      if (peerId === member.peerId) return 'client';
      refused += 1;
      return undefined;
    },
  });
  victim.handleRpc((call) => void call.respond(call.body, { more: false }));
  // One node would join dials to the same address into one.
  const strangers = await Promise.all(Array.from({ length: 10 }, () => startRawPeer(seeds[2])));
  const address = victim.addresses()[0]!;

  const attack = async (count: number): Promise<void> => {
    let left = count;
    const dialler = async (stranger: RawPeer): Promise<void> => {
      while (left > 0) {
        left -= 1;
        // The dial may succeed, until the victim's end arrives.
        const connection = await stranger.connect(address).catch(() => undefined);
        if (connection?.status === 'open') {
          await connection.newStream('/permafrost/rpc').catch(() => {});
          connection.abort(new Error('refused'));
        }
      }
    };
    await Promise.all(strangers.map(dialler));
  };

  // What is allocated once, for whatever reason, is no growth.
  await attack(Math.min(200, dials / 5));
  const before = heapBytes();
  refused = 0;
  let memberReturns = 0;
  const returning = (async () => {
    for (let at = 0; at < 10; at++) {
      const connection = await member.dial(address);
      await connection.callOne(Uint8Array.of(at));
      connection.close();
      await connection.closed;
      memberReturns += 1;
    }
  })();
  await attack(dials);
  await returning;
  const heapGrowthBytes = heapBytes() - before;
  const reports = victim.told.filter((one) => one.type === 'stranger').length;
  return { victim, refused, reports, heapGrowthBytes, memberReturns };
}
