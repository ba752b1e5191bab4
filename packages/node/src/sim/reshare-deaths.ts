/**
 * Networks in which a key gets its next epoch while a node dies around one of its writes, and what
 * has to hold of them whatever happens.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { checkOneEpoch, watchEpochs } from './checkers/epochs.ts';
import { createKey, requestSignature } from './requests.ts';
import { reshareKey } from './reshares.ts';
import { createNetwork, type Network } from './world.ts';

const NOBODY: ReadonlySet<number> = new Set();

type KeyInfo = permafrost.v1.KeyInfo.$Properties;

export type Scene = {
  readonly network: Network;
  readonly key: KeyInfo;
  readonly violations: string[];
};

/** Five nodes of which the first four hold a key, 2 of 4. */
export function scene(seed: number): Scene {
  const network = createNetwork({
    seed,
    nodes: 5,
    suiteOf: () => ({ ...toySuite, id: 'ed25519' }),
  });
  const violations: string[] = [];
  watchEpochs(network, NOBODY, (checker, detail) => violations.push(`${checker}: ${detail}`));
  for (const i of network.nodes.keys()) network.start(i);
  const made = createKey(network, { at: 0, name: 'team', minSigners: 2, members: [0, 1, 2, 3] });
  network.run(6_000);
  if (made.stages.at(-1) !== 'active') throw new Error('the key was not made');
  return { network, key: keyAt(network, 0) ?? {}, violations };
}

/** The key as a node tells it. */
export function keyAt(network: Network, at: number): KeyInfo | undefined {
  const { operator } = network.nodes[at]?.operator ?? { operator: '' };
  let key: KeyInfo | undefined;
  const body = encodeMessage(permafrost.v1.RpcRequest, { keyGet: { name: 'team' } });
  network.call(at, operator, body, (answer) => {
    key = decodeMessage(permafrost.v1.RpcResponse, answer.body).key ?? undefined;
  });
  network.run(1_000);
  return key;
}

/** The epoch that a node gets a signature at, in words; or why none. */
export function signsAt(network: Network, at: number, key: KeyInfo, text: string): string {
  const message = new TextEncoder().encode(text);
  const signed = requestSignature(network, { at, key, message });
  network.run(3_000);
  const { state, error, epoch } = signed.progress ?? {};
  return state === 'signed' ? `epoch ${epoch}` : `${state} ${error?.code} ${error?.message}`;
}

/**
 * A node dies around its nth write of a change and is back later; the epoch that the key has in the
 * end. undefined: it had fewer writes.
 * @throws Error saying what did not hold
 */
export function dying(
  seed: number,
  given: { readonly victim: number; readonly when: 'before' | 'after'; readonly nth: number },
): number | undefined {
  const { victim, when, nth } = given;
  const what = `node${victim + 1} ${when} write ${nth}`;
  const { network, key, violations } = scene(seed);
  let count = 0;
  let isDead = false;
  network.onAction((index, action) => {
    if (isDead || index !== victim || action.type !== 'persist') return;
    if (++count < nth) return;
    isDead = true;
    if (when === 'before') network.kill(victim);
    else network.world.after(15, () => network.kill(victim));
    network.world.after(2_500, () => network.start(victim));
  });
  reshareKey(network, { at: 0, key, members: [1, 2, 4], minSigners: 2 });
  network.run(12_000);
  if (!isDead) return undefined;
  network.run(40_000);
  const id = toHex(key.id ?? new Uint8Array());
  const note = (checker: string, detail: string): void => {
    violations.push(`${checker}: ${detail}`);
  };
  checkOneEpoch(network, NOBODY, id, note);
  if (violations.length > 0) throw new Error(`${what}: ${violations.join(', ')}`);
  // Whatever became of it, another change goes through, and the key signs everywhere.
  const now = [1, 2].map((at) => keyAt(network, at)).find((one) => one !== undefined) ?? {};
  const lead = 1;
  const again = reshareKey(network, { at: lead, key: now, members: [1, 2, 3], minSigners: 3 });
  network.run(15_000);
  if (again.stages.at(-1) !== 'active') {
    throw new Error(`${what}: ${again.stages.join(' ')} ${again.error?.message}`);
  }
  checkOneEpoch(network, NOBODY, id, note);
  if (violations.length > 0) throw new Error(`${what}: ${violations.join(', ')}`);
  const signed = signsAt(network, 2, key, what);
  if (!signed.startsWith('epoch')) throw new Error(`${what}: ${signed}`);
  return keyAt(network, 2)?.epoch ?? 0;
}
