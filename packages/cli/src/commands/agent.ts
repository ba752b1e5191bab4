/**
 * `permafrost agent`: the network's Ed25519 keys for everything that talks to an ssh-agent.
 * @module
 */
import { join } from 'node:path';
import type { Network } from '@permafrost/client';
import type { AgentKey } from '../agent/frames.ts';
import { startAgent } from '../agent/server.ts';
import type { Context, Handler } from '../context.ts';
import { openNetwork } from '../open.ts';

type Flags = { readonly socket?: string };

/** ssh asks for the list before each signature: one answer serves a moment. */
const KEYS_FRESH_MS = 2_000;

export const agent: Handler<Flags> = async (context, flags) => {
  const path = flags.socket ?? defaultSocket(context);
  const network = await openNetwork(context);
  try {
    const keys = freshKeys(network);
    const server = await startAgent(path, {
      keys,
      sign: async (key, data, signal) =>
        (await network.sign({ key: key.name, message: data, suite: 'ed25519', signal })).signature,
      log: (line) => context.output.warn(line),
    });
    try {
      const line = `SSH_AUTH_SOCK=${path}; export SSH_AUTH_SOCK;`;
      const names = (await keys().catch(() => [])).map((key) => key.name);
      context.output.result({ socket: path, keys: names }, line);
      await aborted(context.signal);
    } finally {
      await server.stop();
    }
  } finally {
    await network.close();
  }
  return 0;
};

function freshKeys(network: Network): () => Promise<readonly AgentKey[]> {
  let held: Promise<readonly AgentKey[]> | undefined;
  let untilMs = 0;
  return () => {
    if (held !== undefined && performance.now() < untilMs) return held;
    untilMs = performance.now() + KEYS_FRESH_MS;
    const asked = network
      .keys()
      .then((keys) => keys.filter((key) => key.suite === 'ed25519' && key.state === 'active'));
    held = asked;
    asked.catch(() => {
      held = undefined;
    });
    return asked;
  };
}

function defaultSocket(context: Context): string {
  const runtime = context.surroundings.env['XDG_RUNTIME_DIR'];
  if (runtime !== undefined && runtime !== '') return join(runtime, 'permafrost', 'agent.sock');
  return join(context.home().home, 'agent.sock');
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
