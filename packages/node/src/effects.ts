/**
 * What the core of a node asks of the world, and what the world tells it. The same types under
 * libp2p and in the simulator.
 * @module
 */

/** A host key in lower-case hex: how nodes are named inside the core. */
export type HostId = string;

export type Lane = 'sign' | 'bulk';

/** One change of the durable store. */
export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'delete'; readonly key: string };

/** Key material kept apart from records, under a random key of its own. */
export type SecretChange =
  | { readonly type: 'put-secret'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'erase-secret'; readonly name: string };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * What one step of the core asks for. Actions of one step are carried out in order; a `persist` is
 * durable (synced) before any later action of the same step, or of a later step with the same
 * subject, takes effect.
 */
export type Action =
  | {
      readonly type: 'send';
      readonly to: HostId;
      readonly lane: Lane;
      readonly kind: number;
      readonly body: Uint8Array;
    }
  | {
      readonly type: 'persist';
      readonly changes: readonly Change[];
      readonly secrets?: readonly SecretChange[];
    }
  /** Calls back with `{ type: 'timer', id }`; a later one of the same id replaces it. */
  | { readonly type: 'timer'; readonly id: string; readonly afterMs: number }
  | {
      readonly type: 'respond';
      readonly call: number;
      readonly body: Uint8Array;
      readonly more: boolean;
    }
  /** Hands a request to another node over its RPC; its answers come back as `forwarded`. */
  | {
      readonly type: 'forward';
      readonly forward: number;
      readonly to: HostId;
      readonly body: Uint8Array;
    }
  /** A peer broke the rules of the wire: what is open to it is closed. It may come back. */
  | { readonly type: 'drop'; readonly peer: HostId; readonly reason: string }
  /** Asks a host for the highest boot of ours that it holds; `boot-answer` comes back, or nothing. */
  | { readonly type: 'ask-boot'; readonly to: HostId }
  /** Our boot is durable: it may be shown, and links be made. `begun` comes back. */
  | { readonly type: 'begin'; readonly boot: Uint8Array }
  /** The node must not go on. Nothing that it asked for later is carried out. */
  | {
      readonly type: 'stop';
      readonly code: 'E_STORE_TAMPERED';
      readonly message: string;
      readonly hint: string;
      /** What the alarm rests on. */
      readonly file: { readonly name: string; readonly text: string };
    }
  /** One line for the decision log. */
  | { readonly type: 'decision'; readonly decision: Decision }
  /** What convinces others of a fault, as a file for the operator. */
  | { readonly type: 'evidence'; readonly name: string; readonly text: string }
  /** An evidence file that made room for newer ones. */
  | { readonly type: 'drop-evidence'; readonly name: string }
  /** Who may connect has changed. */
  | { readonly type: 'admission' }
  | {
      readonly type: 'log';
      readonly level: LogLevel;
      readonly event: string;
      readonly fields: LogFields;
    }
  | {
      readonly type: 'count';
      readonly metric: Metric;
      readonly labels: Readonly<Record<string, string>>;
      readonly by?: number;
    };

/** What is counted. */
export type Metric =
  | 'requests'
  | 'attempts'
  | 'exclusions'
  | 'resumes'
  | 'epoch_retries'
  | 'cancels'
  | 'frames_refused'
  | 'decisions_untold'
  | 'shares'
  | 'faults'
  | 'refused_dials'
  | 'ceremonies';

/** What this node decided about one request, and why. Never the message itself. */
export type Decision = {
  readonly atMs: number;
  /** Hex. */
  readonly requestId: string;
  /** PeerId; empty when there is none. */
  readonly requester: string;
  /** Hex. */
  readonly keyId: string;
  /** `m/0/7`, or empty; and the Taproot tweak as the request has it, in hex. */
  readonly path: string;
  readonly tweak: string;
  /** First 32 bytes of the SHA-512 of the message, hex. */
  readonly messageHash: string;
  readonly decision: 'allow' | 'deny';
  readonly reason: string;
};

/** Actions of one step, with what they must stay in order with. */
export type Step = { readonly subject: string | undefined; readonly actions: readonly Action[] };

/** What happens to a node. Every input comes with both clocks. */
export type Input =
  | { readonly type: 'start' }
  /** The boot that `begin` named may be shown from now on. */
  | { readonly type: 'begun' }
  /** What a host holds of our boots, asked for by `ask-boot`. */
  | {
      readonly type: 'boot-answer';
      readonly from: HostId;
      readonly seen: Uint8Array | undefined;
    }
  /** A host refused our boot: it should hold another one that it can show. */
  | { readonly type: 'boot-doubted'; readonly by: HostId }
  /** A host showed a verified boot of its own, or what it holds of ours, without linking up. */
  | {
      readonly type: 'hello';
      readonly host: HostId;
      readonly boot: Uint8Array | undefined;
      readonly seen: Uint8Array | undefined;
    }
  | {
      readonly type: 'peer-up';
      readonly host: HostId;
      /** Its own, verified. */
      readonly boot: Uint8Array;
      /** The highest of ours that it holds. */
      readonly seen?: Uint8Array | undefined;
    }
  | { readonly type: 'peer-down'; readonly host: HostId; readonly reason: string }
  | {
      readonly type: 'frame';
      readonly from: HostId;
      readonly kind: number;
      readonly body: Uint8Array;
    }
  | {
      readonly type: 'rpc';
      readonly call: number;
      /** Ed25519 key of the caller's PeerId, hex. */
      readonly caller: string;
      readonly body: Uint8Array;
    }
  | { readonly type: 'rpc-gone'; readonly call: number }
  | {
      readonly type: 'forwarded';
      readonly forward: number;
      readonly body: Uint8Array | undefined;
    }
  | { readonly type: 'timer'; readonly id: string };

export type Clocks = {
  /** Milliseconds since 1970; may jump. */
  readonly wallMs: number;
  /** Milliseconds since some start; never goes back. */
  readonly monotonicMs: number;
};
