/**
 * Boots of this node and of its peers. Before a node begins a boot it asks its peers for the
 * highest of its own that they hold; a boot that it never began shows that a copy of it runs, or
 * that it was started from an old snapshot, and it stops before it can promise a nonce twice.
 * @module
 */
import { equalBytes, toHex, u64 } from '@permafrost/frost';
import { type Boot, bootFromWire, signBoot, verifyBoot } from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost, WireError } from '@permafrost/wire';
import { nameOf, others } from '../directory.ts';
import type { Change, HostId, Input } from '../effects.ts';
import { contradicts, nextCounter, noteProven, type OwnBoots } from '../tables/boots.ts';
import { isUp, type PeersOutput, stepPeers } from '../tables/peers.ts';
import { type CoreContext, log, names } from './context.ts';

/** How long a node waits for answers before it begins without them. */
export const ASK_WITHIN_MS = 10_000;
/** Who has not answered is asked again: nodes that start together find each other's ports closed. */
const ASK_AGAIN_MS = 300;
/** Calls that wait for the boot, at most. */
const CALLS_HELD_MAX = 256;
/** When the operator last ordered this node to go on, 8 bytes of milliseconds since 1970. */
export const RECOVERED_PATH = 'recovered';
/** In a store that came out of a backup and did not begin a boot since. */
export const RESTORED_PATH = 'restored';
const ASK_AGAIN = 'boots/ask';
const ASKED_LONG = 'boots/late';

export type Boots = {
  /** True when the input was about boots, or has to wait for ours; nobody else may see it then. */
  readonly take: (input: Input) => boolean;
  /** A link came up; undefined when it is of a boot that is refused. */
  readonly peerUp: (
    host: HostId,
    bytes: Uint8Array,
    seen: Uint8Array | undefined,
  ) => { readonly boot: Boot; readonly isNew: boolean } | undefined;
};

export type BootHooks = {
  /** Of those keys that this node could sign with: how many others must have answered. */
  readonly answersWanted: () => number;
  /** The boot is durable: the node begins. */
  readonly begin: () => void;
  /** Calls that waited for it. */
  readonly call: (input: Extract<Input, { readonly type: 'rpc' }>) => void;
  /** Whatever could still sign is destroyed. */
  readonly halt: () => void;
  readonly fault: (host: HostId, code: string) => void;
  readonly busy: (call: number) => void;
};

export function createBoots(context: CoreContext, hooks: BootHooks): Boots {
  const own = context.boots;
  const { directory } = context;
  const asked = others(directory).map(({ host }) => host);
  const held = new Map<number, Extract<Input, { readonly type: 'rpc' }>>();
  let wanted = 0;

  function ask(): void {
    if (own.phase !== 'asking') return;
    for (const to of asked) {
      if (!own.answered.has(to)) context.act(undefined, { type: 'ask-boot', to });
    }
    context.act(undefined, { type: 'timer', id: ASK_AGAIN, afterMs: ASK_AGAIN_MS });
  }

  function start(): void {
    // On the operator's order whatever counter is given must be above all that was ever shown.
    wanted = own.isRecovering ? asked.length : Math.min(hooks.answersWanted(), asked.length);
    if (wanted === 0) {
      write();
      return;
    }
    ask();
    context.act(undefined, { type: 'timer', id: ASKED_LONG, afterMs: ASK_WITHIN_MS });
  }

  function late(): void {
    if (own.phase !== 'asking') return;
    const silent = names(
      context,
      asked.filter((host) => !own.answered.has(host)),
    );
    own.warning = `started on the word of ${own.answered.size} of ${wanted} nodes that it is no copy: ${silent.join(', ')} did not answer`;
    log(context, 'warn', 'started without the word of all nodes it wanted', { silent, wanted });
    write();
  }

  function write(): void {
    const { bootId } = context.options;
    const counter = nextCounter(own);
    own.phase = 'writing';
    own.boot = signBoot({ bootId, counter }, context.options.hostSeed);
    const value = encodeMessage(permafrost.v1.StoredBoot, { counter, bootId });
    const changes: Change[] = [{ type: 'put', key: 'boot', value }];
    if (own.isRecovering) {
      own.recoveredMs = context.clocks.wallMs;
      changes.push({ type: 'put', key: RECOVERED_PATH, value: u64(own.recoveredMs) });
      // A restore was the order to go on, once.
      changes.push({ type: 'delete', key: RESTORED_PATH });
    }
    context.act('boot', { type: 'persist', changes });
    context.act('boot', { type: 'begin', boot: encodeBoot(own.boot) });
  }

  function begun(): void {
    if (own.phase !== 'writing') return;
    own.phase = 'begun';
    hooks.begin();
    for (const call of held.values()) hooks.call(call);
    held.clear();
  }

  /** What a peer holds of our boots. Only our own signature under it counts. */
  function seenOf(from: HostId, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) return;
    let shown: Boot;
    try {
      shown = decodeBoot(bytes);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      hooks.fault(from, 'bad-boot');
      return;
    }
    const isOurs = equalBytes(shown.hostPub, directory.self.hostPub);
    if (isOurs && !contradicts(own, shown)) return;
    if (!isOurs || !verifyBoot(shown)) {
      hooks.fault(from, 'bad-boot');
      return;
    }
    if (own.phase === 'asking' && own.isRecovering) noteProven(own, shown);
    else stop(from, shown);
  }

  function stop(from: HostId, shown: Boot): void {
    own.phase = 'stopped';
    held.clear();
    hooks.halt();
    const { name } = directory.self;
    const known = own.boot ?? own.last;
    const holder = nameOf(directory, from);
    const home = known === undefined ? 'no boot at all' : `boot ${known.counter}`;
    const what =
      known?.counter === shown.counter
        ? `${holder} holds another boot ${shown.counter} of it than this home counted`
        : `${holder} holds its boot ${shown.counter}, this home counted ${home}`;
    const message = `${name} stopped: a copy of it runs, or its home is an old snapshot: ${what}`;
    context.act(undefined, {
      type: 'stop',
      code: 'E_STORE_TAMPERED',
      message,
      hint: 'make sure that no other copy of this node runs, for good; then go on with this one: permafrost start --recover',
      file: {
        name: `boots-${toHex(shown.bootId).slice(0, 16)}`,
        text: alarmText({ shown, known, from, name: holder }),
      },
    });
  }

  /** Carries out what the table of peers says of a boot; whether it is one we go on with. */
  function carryOut(outputs: readonly PeersOutput[]): { isRefused: boolean; isNew: boolean } {
    let [isRefused, isNew] = [false, false];
    for (const output of outputs) {
      const { host } = output;
      switch (output.type) {
        case 'new-boot':
          isNew = true;
          break;
        case 'highest': {
          const value = encodeBoot(output.boot);
          const changes = [{ type: 'put', key: `boot/${host}`, value }] as const;
          context.act(`boot/${host}`, { type: 'persist', changes });
          break;
        }
        case 'outdated':
          context.act(undefined, { type: 'drop', peer: host, reason: 'it began another boot' });
          break;
        case 'old-boot': {
          isRefused = true;
          if (!output.isNews) break;
          log(context, 'error', 'security alarm: a copy of a node, or an old snapshot of it', {
            node: nameOf(directory, host),
            seen: output.highest.counter,
            now: output.boot.counter,
            seenBootId: toHex(output.highest.bootId),
            nowBootId: toHex(output.boot.bootId),
          });
          break;
        }
      }
    }
    return { isRefused, isNew };
  }

  function take(input: Input): boolean {
    if (own.phase === 'stopped') return true;
    switch (input.type) {
      case 'start':
        start();
        return true;
      case 'begun':
        begun();
        return true;
      case 'boot-answer':
        own.answered.add(input.from);
        seenOf(input.from, input.seen);
        if (own.phase === 'asking' && own.answered.size >= wanted) write();
        return true;
      case 'boot-doubted':
        context.act(undefined, { type: 'ask-boot', to: input.by });
        return true;
      case 'hello':
        if (input.boot !== undefined) {
          const boot = decodeBoot(input.boot);
          carryOut(stepPeers(context.peers, { type: 'boot', host: input.host, boot }));
        }
        seenOf(input.host, input.seen);
        return true;
      case 'timer':
        if (input.id === ASK_AGAIN) ask();
        else if (input.id === ASKED_LONG) late();
        else return own.phase !== 'begun';
        return true;
      case 'rpc':
        if (own.phase === 'begun') return false;
        if (held.size < CALLS_HELD_MAX) held.set(input.call, input);
        else hooks.busy(input.call);
        return true;
      case 'rpc-gone':
        return held.delete(input.call) || own.phase !== 'begun';
      case 'peer-up':
      case 'peer-down':
      case 'frame':
      case 'forwarded':
        return own.phase !== 'begun';
    }
  }

  function peerUp(
    host: HostId,
    bytes: Uint8Array,
    seen: Uint8Array | undefined,
  ): { readonly boot: Boot; readonly isNew: boolean } | undefined {
    seenOf(host, seen);
    if (context.boots.phase !== 'begun') return undefined;
    const boot = decodeBoot(bytes);
    const { monotonicMs } = context.clocks;
    const verdict = carryOut(stepPeers(context.peers, { type: 'up', host, boot, monotonicMs }));
    if (!verdict.isRefused) return { boot, isNew: verdict.isNew };
    const reason = 'it shows a boot that is not its last';
    if (!isUp(context.peers, host)) context.act(undefined, { type: 'drop', peer: host, reason });
    return undefined;
  }

  return { take, peerUp };
}

export function encodeBoot(boot: Boot): Uint8Array {
  return encodeMessage(permafrost.v1.Boot, { ...boot });
}

/** @throws WireError. The signature is not verified here. */
export function decodeBoot(bytes: Uint8Array): Boot {
  return bootFromWire(decodeMessage(permafrost.v1.Boot, bytes));
}

/** What `status` says of copies that were seen. */
export function bootWarnings(context: CoreContext): readonly string[] {
  const { boots, directory, peers } = context;
  const copies = [...peers.byHost].flatMap(([host, { highest, refused }]) =>
    refused === undefined
      ? []
      : [
          `a copy of ${nameOf(directory, host)} runs, or an old snapshot of it was started: it showed boot ${refused.counter} beside boot ${highest?.counter}`,
        ],
  );
  return boots.warning === undefined ? copies : [boots.warning, ...copies];
}

/** Both boots, as what the alarm rests on: nobody is blamed for them. */
function alarmText(about: {
  readonly shown: Boot;
  readonly known: OwnBoots['last'] | Boot;
  readonly from: HostId;
  readonly name: string;
}): string {
  const { shown, known, from, name } = about;
  const written = (boot: NonNullable<typeof known>) => ({
    counter: boot.counter,
    bootId: toHex(boot.bootId),
    ...('signature' in boot ? { signature: toHex(boot.signature) } : {}),
  });
  const document = {
    version: 1,
    kind: 'boots',
    hostPub: toHex(shown.hostPub),
    shown: written(shown),
    ...(known === undefined ? {} : { own: written(known) }),
    shownBy: { name, hostPub: from },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
