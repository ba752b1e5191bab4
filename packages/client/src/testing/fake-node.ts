/**
 * A node that answers the RPC as a test says, over a real socket. For tests only.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { ed25519PublicKey, signEd25519 } from '@permafrost/frost';
import { createHost, type Host, type RpcCall } from '@permafrost/p2p';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';

export type Answer = permafrost.v1.RpcResponse.$Properties;
export type FakeCall = {
  readonly request: permafrost.v1.RpcRequest;
  readonly call: RpcCall;
  /** Answers, and ends the call unless `more`. */
  readonly answer: (response: Answer, more?: boolean) => void;
};

export type FakeNode = {
  readonly host: Host;
  readonly address: string;
  /** Requests in the order in which they came. */
  readonly calls: readonly permafrost.v1.RpcRequest[];
  readonly stop: () => Promise<void>;
};

export type FakeOptions = {
  readonly handle: (call: FakeCall) => void;
  /** Nobody is admitted. */
  readonly isClosed?: boolean;
  readonly hello?: Partial<permafrost.v1.Hello.$Properties>;
};

export async function startFakeNode(options: FakeOptions): Promise<FakeNode> {
  const calls: permafrost.v1.RpcRequest[] = [];
  const host = await createHost({
    seed: Uint8Array.from(randomBytes(32)),
    listen: ['/ip4/127.0.0.1/tcp/0'],
    admission: { admits: () => (options.isClosed === true ? undefined : 'client') },
    hello: () =>
      encodeMessage(permafrost.v1.Hello, {
        version: 1,
        versionMin: 1,
        software: 'fake',
        timeMs: Date.now(),
        ...options.hello,
      }),
    checkHello: () => ({ ok: true }),
    limits: new Map(),
    trustedIps: ['127.0.0.1'],
  });
  host.handleRpc((call) => {
    const request = decodeMessage(permafrost.v1.RpcRequest, call.body);
    calls.push(request);
    options.handle({
      request,
      call,
      answer: (response, more = false) => {
        void call.respond(encodeMessage(permafrost.v1.RpcResponse, response), { more });
      },
    });
  });
  const [address = ''] = host.addresses();
  return { host, address, calls, stop: () => host.stop() };
}

/** A key that the fake node holds alone. */
export function soleKey(): {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
} {
  const seed = Uint8Array.from(randomBytes(32));
  return {
    publicKey: ed25519PublicKey(seed),
    sign: (message) => signEd25519(seed, message),
  };
}
