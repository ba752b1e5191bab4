/**
 * What a connected client can do. Every answer that matters is checked here: signatures against
 * the pinned key, keys against their certificate or the caller's own trust.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { peerIdBytes } from '@permafrost/p2p';
import { type Roster, signRequest } from '@permafrost/protocol';
import { limits, type permafrost } from '@permafrost/wire';
import {
  encodeCall,
  expectPart,
  infoOf,
  type Key,
  keyOf,
  type NodeInfo,
  type Status,
  statusOf,
} from './calls.ts';
import { checkCertificate } from './certificate.ts';
import {
  type AskedChild,
  askedChild,
  type ChildOf,
  type DerivedKey,
  derivedKey,
  knowsChildren,
  type Taproot,
} from './children.ts';
import type { Entries, Peer } from './entries.ts';
import { PermafrostError } from './errors.ts';
import { type VerifiedLineage, verifyKeyLineage } from './lineage.ts';
import { checkName } from './names.ts';
import { createProposals, type Proposals } from './proposals.ts';
import {
  askAnyone,
  askForKey,
  askOne,
  listEverywhere,
  type NodeAnswer,
  type Waiting,
} from './reads.ts';
import { type SignAttempt, submit } from './submit.ts';
import { takeBack } from './take-back.ts';
import { checkAgainstPin, type Pin, type Pins } from './trust.ts';

export const DEADLINE_MS: number = 30_000;

export type SignOptions = {
  /** Name of the key. */
  readonly key: string;
  /** 0 to 262,144 bytes. */
  readonly message: Uint8Array;
  /** Milliseconds from now, 30 s unless given, 10 min at most. */
  readonly deadlineMs?: number;
  /** 16 to 64 bytes; the same key and the same request get the same signature. */
  readonly idempotencyKey?: Uint8Array;
  /**
   * This idempotency key was never used before. Members forget a share a minute after the deadline
   * of the call that they gave it for: of a key that an earlier call may have used, their words
   * never prove that nothing was signed.
   */
  readonly isNewIdempotencyKey?: boolean;
  /** Must be the key's suite. */
  readonly suite?: string;
  /** `m/0/7`: the message is signed with that child of the key. */
  readonly path?: string;
  /** With that child as a Taproot output key. */
  readonly taproot?: Taproot;
  /**
   * Takes the request back: members that gave no share give none any more. It takes up to a second
   * to hear what they say, for an honest `nothingSigned`.
   */
  readonly signal?: AbortSignal;
  /**
   * Full nodes are asked again when they say, within the deadline; unless given `false`, which
   * fails at once with E_BUSY or E_RATE_LIMITED and its `retryAfterMs`.
   */
  readonly waitWhenBusy?: boolean;
  /** `received`, `selecting`, `signing` … as a node reports them. */
  readonly onState?: (state: string) => void;
};

export type Signature = {
  readonly key: string;
  readonly suite: string;
  /** What it verifies under: the key, or the child that was asked for. */
  readonly publicKey: Uint8Array;
  /** Of the child; empty for the key itself. */
  readonly path: string;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  /**
   * Roster names, as the node that answered says: a signature proves that as many members as it
   * takes gave their shares, and not which.
   */
  readonly signers: readonly string[];
  readonly epoch: number;
  /** In order, the successful one last. */
  readonly attempts: readonly SignAttempt[];
  /** From the call to the verified signature, connected before. */
  readonly elapsedMs: number;
};

export type Network = {
  /** Our PeerId: what operators list as a requester. */
  readonly peerId: string;
  readonly peers: readonly Peer[];
  readonly sign: (options: SignOptions) => Promise<Signature>;
  readonly keys: (options?: Waiting) => Promise<readonly Key[]>;
  readonly key: (name: string, options?: Waiting) => Promise<Key>;
  /** The public key of a child, computed here from the pinned key. */
  readonly derive: (name: string, child: ChildOf, options?: Waiting) => Promise<DerivedKey>;
  /** The record of all epochs of a key, verified against its pinned public key. */
  readonly lineage: (
    name: string,
    options?: Waiting,
  ) => Promise<{ readonly bytes: Uint8Array; readonly verified: VerifiedLineage }>;
  /** What each node that answers says of its keys. Nothing of it is checked: for warnings only. */
  readonly claims: (options?: Waiting) => Promise<readonly KeyClaim[]>;
  /** Of the first node that answers. */
  readonly status: (options?: Waiting) => Promise<Status>;
  readonly info: (options?: Waiting) => Promise<NodeInfo>;
  /** Of every node, each asked by itself. */
  readonly survey: (options?: Waiting) => Promise<readonly NodeAnswer[]>;
  /** Of this very node. */
  readonly statusOf: (peer: Peer, options?: Waiting) => Promise<Status>;
  readonly proposals: Proposals;
  readonly pins: () => readonly Pin[];
  /** The node of the home that was opened, when it has one on the roster. */
  readonly ownNode: Peer | undefined;
  readonly close: () => Promise<void>;
};

export type KeyClaim = {
  readonly name: string;
  /** Hex. */
  readonly id: string;
  readonly epoch: number;
  readonly state: string;
};

export type NetworkParts = {
  readonly entries: Entries;
  readonly seed: Uint8Array;
  readonly pins: Pins;
  /** What the caller trusts: name → hex public key. */
  readonly trust: ReadonlyMap<string, string>;
  readonly roster: Roster | undefined;
  readonly ownNode: Peer | undefined;
};

export function createNetwork(parts: NetworkParts): Network {
  const { entries, seed, pins } = parts;
  const ask = (request: permafrost.v1.RpcRequest.$Properties, options: Waiting = {}) =>
    askAnyone(entries, encodeCall(request), options);

  async function checked(info: permafrost.v1.KeyInfo.$Properties, options: Waiting): Promise<Key> {
    const key = keyOf(info);
    if (key.state === 'pending') return key;
    const pin = await pinOf(parts, key.name, async () => info, options);
    const publicKey = Buffer.from(key.publicKey).toString('hex');
    checkAgainstPin(pin, { id: key.id, suite: key.suite, publicKey });
    return key;
  }

  async function key(name: string, options: Waiting = {}): Promise<Key> {
    checkName(name);
    const proof = pins.get(name) === undefined;
    const info = await askForKey(entries, { name, proof }, options);
    if (info.name !== name) throw otherKey(name);
    return checked(info, options);
  }

  async function keys(options: Waiting = {}): Promise<readonly Key[]> {
    const listed = await listEverywhere(entries, options);
    const sorted = [...listed].sort(([a], [b]) => (a < b ? -1 : 1));
    return Promise.all(sorted.map(([, infos]) => firstThatHolds(infos, options)));
  }

  /** One node's lie about a key must not hide what the others say of it. */
  async function firstThatHolds(
    infos: readonly permafrost.v1.KeyInfo.$Properties[],
    options: Waiting,
  ): Promise<Key> {
    let refused: unknown;
    for (const info of infos) {
      try {
        return await checked(info, options);
      } catch (error) {
        refused ??= error;
      }
    }
    throw refused;
  }

  async function sign(options: SignOptions): Promise<Signature> {
    checkSignOptions(options);
    const started = performance.now();
    const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])]);
    if (deadlineMs === 0) throw expired();
    const pin = await pinOf(parts, options.key, undefined, { signal });
    if (options.suite !== undefined && options.suite !== pin.suite) {
      throw new PermafrostError({
        code: 'E_SUITE_MISMATCH',
        message: `${pin.name} is a key of suite ${pin.suite}, not ${options.suite}`,
      });
    }
    const { path, tweak } = askedChild(pin.suite, options);
    const pinned = Buffer.from(pin.publicKey, 'hex');
    const publicKey =
      path === '' ? pinned : (await childOf(pin, { path, tweak }, { signal })).publicKey;
    const nowMs = Date.now();
    const request = signRequest(
      {
        requester: peerIdBytes(entries.peerId),
        keyId: Buffer.from(pin.id, 'hex'),
        publicKey: pinned,
        suite: pin.suite,
        path,
        tweak,
        message: options.message,
        idempotencyKey: options.idempotencyKey ?? randomBytes(32),
        notBeforeMs: nowMs,
        deadlineMs: nowMs + deadlineMs,
      },
      seed,
    );
    const answer = await submit(entries, request, {
      publicKey,
      signal,
      onState: options.onState,
      waitWhenBusy: options.waitWhenBusy ?? true,
      isOwn: ({ peerId }) => isOwnNode(parts, peerId),
      takeBack: (peers) =>
        takeBack(entries, request, {
          seed,
          peers,
          pin,
          roster: parts.roster,
          isFirst: options.idempotencyKey === undefined || options.isNewIdempotencyKey === true,
        }),
    });
    return {
      key: pin.name,
      suite: pin.suite,
      publicKey,
      path,
      message: Uint8Array.from(options.message),
      ...answer,
      elapsedMs: Math.round((performance.now() - started) * 10) / 10,
    };
  }

  async function derive(name: string, child: ChildOf, options: Waiting = {}): Promise<DerivedKey> {
    checkName(name);
    const pin = await pinOf(parts, name, undefined, options);
    return childOf(pin, askedChild(pin.suite, child), options);
  }

  async function childOf(pin: Pin, asked: AskedChild, options: Waiting): Promise<DerivedKey> {
    const known = knowsChildren(pin) ? pin : await pinWithRawKey(parts, pin, options);
    return derivedKey(known, asked);
  }

  async function lineage(name: string, options: Waiting = {}) {
    checkName(name);
    const pin = await pinOf(parts, name, undefined, options);
    const wanted = { name, proof: false, lineage: true };
    const info = await askForKey(entries, wanted, options);
    const bytes = Uint8Array.from(info.lineage ?? []);
    return { bytes, verified: verifyKeyLineage(bytes, pin.publicKey) };
  }

  async function survey(options: Waiting = {}): Promise<readonly NodeAnswer[]> {
    return Promise.all(entries.peers.map((peer) => askOne(entries, peer, options)));
  }

  return {
    peerId: entries.peerId,
    peers: entries.peers,
    sign,
    keys,
    key,
    derive,
    lineage,
    claims: async (options = {}) => {
      const listed = await listEverywhere(entries, options);
      return [...listed.values()].flat().map((info) => {
        const { name, id, epoch, state } = keyOf(info);
        return { name, id, epoch, state };
      });
    },
    survey,
    status: async (options) =>
      statusOf(expectPart((await ask({ nodeStatus: {} }, options)).nodeStatus, 'status')),
    info: async (options) =>
      infoOf(expectPart((await ask({ nodeInfo: {} }, options)).nodeInfo, 'node info')),
    statusOf: async (peer, options = {}) => {
      const answer = await askOne(entries, peer, options);
      if ('error' in answer) throw answer.error;
      return answer.status;
    },
    ownNode: parts.ownNode,
    proposals: createProposals({
      entries,
      seed,
      roster: parts.roster,
      ask,
      checked,
      key,
      ownNode: parts.ownNode,
      names: async (options) => (await keys(options)).map(({ name }) => name),
    }),
    pins: () => pins.all(),
    close: () => entries.close(),
  };
}

/** Whether the roster, which the caller signed itself, names the caller as the node's operator. */
function isOwnNode({ entries, roster }: NetworkParts, peerId: string): boolean {
  const card = roster?.cards.find((one) => one.peerId === peerId);
  return card?.operatorPeerId === entries.peerId;
}

/** The key that a name stands for; fetched and checked when it was never met before. */
async function pinOf(
  parts: NetworkParts,
  name: string,
  fetched: (() => Promise<permafrost.v1.KeyInfo.$Properties>) | undefined,
  options: Waiting,
): Promise<Pin> {
  const held = parts.pins.get(name);
  if (held !== undefined) return held;
  const first = await fetched?.();
  const info = first?.proof
    ? first
    : await askForKey(parts.entries, { name, proof: true }, options);
  if (info.name !== name) throw otherKey(name);
  if (info.state === 'pending') {
    const message = `key ${name} is still being made`;
    throw new PermafrostError({ code: 'E_KEY_STATE', message });
  }
  const trusted = parts.trust.get(name);
  const pin = checkCertificate(info, { roster: parts.roster, trusted });
  await parts.pins.add(pin);
  return pin;
}

/** A pin of before, which does not say where children begin, with that added to it. */
async function pinWithRawKey(parts: NetworkParts, held: Pin, options: Waiting): Promise<Pin> {
  const info = await askForKey(parts.entries, { name: held.name, proof: true }, options);
  if (info.name !== held.name) throw otherKey(held.name);
  const pin = checkCertificate(info, { roster: parts.roster, trusted: held.publicKey });
  checkAgainstPin(held, pin);
  await parts.pins.add(pin);
  return pin;
}

/** @throws PermafrostError E_BAD_REQUEST before anything is sent */
function checkSignOptions(options: SignOptions): void {
  checkName(options.key);
  const { message, idempotencyKey, deadlineMs } = options;
  if (message.length > limits.MESSAGE_BYTES_MAX) {
    throw badRequest(`the message has ${message.length} bytes; 0 to 262144 are possible`);
  }
  if (
    idempotencyKey !== undefined &&
    (idempotencyKey.length < limits.IDEMPOTENCY_KEY_BYTES_MIN ||
      idempotencyKey.length > limits.IDEMPOTENCY_KEY_BYTES_MAX)
  ) {
    throw badRequest(
      `the idempotency key has ${idempotencyKey.length} bytes; 16 to 64 are possible`,
    );
  }
  if (
    deadlineMs !== undefined &&
    (!Number.isInteger(deadlineMs) || deadlineMs < 0 || deadlineMs > limits.REQUEST_WINDOW_MS_MAX)
  ) {
    throw badRequest(`the deadline is 0 to ${limits.REQUEST_WINDOW_MS_MAX} milliseconds from now`);
  }
}

function badRequest(message: string, hint?: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message, hint });
}

function expired(): PermafrostError {
  return new PermafrostError({ code: 'E_DEADLINE', message: 'the deadline has passed' });
}

function otherKey(name: string): PermafrostError {
  return new PermafrostError({
    code: 'E_BAD_SIGNATURE',
    message: `asked for key ${name}, the node answered with another`,
  });
}
