import { ed25519PublicKey, toHex } from '@permafrost/frost';
import { type SignatureRequest, signatureKey } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, requestFor } from './client.ts';
import { createKey } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('pay 3');
const PATH = 'm/0/7';

beforeAll(installNodeCrypto);

/** Four nodes with a key of the first three. */
function scene(seed: number) {
  const network = createNetwork({ seed, nodes: 4, suiteOf: () => toy });
  for (let i = 0; i < 4; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2, members: [0, 1, 2] });
  network.run(25_000);
  const { key } = watched;
  if (key === undefined) throw new Error('the key was not made');
  const request = requestFor(network, {
    key,
    message,
    idempotencyKey: new Uint8Array(16).fill(seed),
    path: PATH,
  });
  return { network, request };
}

/** What a node says of the child, checked from the pinned key of the request. */
function childKey(network: Network, request: SignatureRequest, at: number): Uint8Array {
  let child: permafrost.v1.KeyChild.$Properties | undefined;
  const caller = toHex(ed25519PublicKey(network.operatorSeed));
  const call = { keyDerive: { name: 'team', path: PATH } };
  const body = encodeMessage(permafrost.v1.RpcRequest, call);
  network.call(at, caller, body, ({ body: answer }) => {
    child = decodeMessage(permafrost.v1.RpcResponse, answer).child ?? undefined;
  });
  network.run(5_000);
  const publicKey = signatureKey(toy, request, child?.rawKey ?? new Uint8Array());
  expect(child?.publicKey).toEqual(publicKey);
  return publicKey;
}

describe('a request with a path, in a network with delays', () => {
  test.each([1, 2, 3])(
    'is signed with the child by way of a node that is no member, seed %i',
    (seed) => {
      const { network, request } = scene(seed);
      const asking = ask(network, request, [3]);
      network.run(20_000);
      const { signature } = asking.answers[0]?.progress ?? {};
      const publicKey = childKey(network, request, 3);
      const given = { publicKey, message, signature: signature ?? new Uint8Array() };
      expect(toy.verify(given)).toBe(true);
      expect(toy.verify({ ...given, publicKey: request.publicKey })).toBe(false);
    },
  );

  test.each([4, 5, 6])('has one signature at every entry node, seed %i', (seed) => {
    const { network, request } = scene(seed);
    const first = ask(network, request, [1]);
    network.run(20_000);
    const others = [0, 2, 3].map((at) => ask(network, request, [at], { isResumed: true }));
    network.run(20_000);
    const { signature } = first.answers[0]?.progress ?? {};
    const publicKey = childKey(network, request, 2);
    const verified = { publicKey, message, signature: signature ?? new Uint8Array() };
    expect(toy.verify(verified)).toBe(true);
    for (const { answers } of others) expect(answers[0]?.progress.signature).toEqual(signature);
  });
});
