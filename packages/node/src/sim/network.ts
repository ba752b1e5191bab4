/**
 * What a simulated network can be told, and shows.
 * @module
 */
import type { Ciphersuite } from '@permafrost/frost';
import type { World } from '@permafrost/protocol/sim';
import type { permafrost } from '@permafrost/wire';
import type { Directory } from '../directory.ts';
import type { Action, Input } from '../effects.ts';
import type { Chance } from './chance.ts';
import type { ClockSettings } from './clock.ts';
import type { SimNode, Timeline } from './computer.ts';
import type { Conditions } from './conditions.ts';
import type { Disk } from './disk.ts';

/** A frame on its way between nodes, by their indexes. */
export type SimFrame = {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly body: Uint8Array;
};

export type Answer = { readonly body: Uint8Array; readonly more: boolean };

/** Sees what one computer does or hears; `node` is the node itself or a copy of it. */
export type ActionHook = (index: number, action: Action, node: SimNode) => void;
export type InputHook = (index: number, input: Input, node: SimNode) => void;

export type Network = {
  readonly world: World;
  readonly chance: Chance;
  readonly directory: Directory;
  readonly operatorSeed: Uint8Array;
  readonly nodes: readonly SimNode[];
  /** Copies of nodes that run, or ran, beside them. */
  readonly copies: readonly SimNode[];
  /** Every process that ever began, in order. */
  readonly timelines: readonly Timeline[];
  /** Begins a process, unless one runs or the store does not open. */
  readonly start: (index: number) => void;
  /** Kills a process: what was not synced is gone. Silent: peers only miss its heartbeats. */
  readonly kill: (index: number, isSilent?: boolean) => void;
  /** Stops a process for a while without ending it. Suspended: its monotonic clock stops too. */
  readonly freeze: (index: number, ms: number, isSuspended: boolean) => void;
  /** What is on a node's disk now. */
  readonly imageOf: (index: number) => Disk;
  /** Kills the process and puts an image in the place of what is on its disk. */
  readonly putImage: (index: number, image: Disk) => void;
  /** The operator's word to begin with an empty store where one is damaged. */
  readonly beginAnew: (index: number) => void;
  /** The operator's order for the next start: go on after whatever boot of it others prove. */
  readonly order: (index: number) => void;
  /**
   * A second computer with all that a node has on its disk and in memory now; it runs from
   * `resumeAfterMs` on, its wall clock right or as far behind as it slept. Only of nodes that were
   * named in `recorded`. Calls back with undefined when no copy could be made.
   */
  readonly copy: (
    index: number,
    options: { readonly resumeAfterMs: number; readonly isWallRight: boolean },
    done?: (copy: SimNode | undefined) => void,
  ) => void;
  /** Ends the process of a copy for ever. */
  readonly stopCopy: (copy: SimNode) => void;
  readonly cut: (from: number, to: number) => void;
  readonly mend: (from: number, to: number) => void;
  readonly reset: (a: number, b: number) => void;
  readonly conditions: () => Conditions;
  readonly setConditions: (conditions: Partial<Conditions>) => void;
  /** What a node's disk takes longer than others. */
  readonly slowDisk: (index: number, extraMs: number) => void;
  /** The next write of a node fails, and a node whose disk failed stops. */
  readonly fillDisk: (index: number, isFull: boolean) => void;
  /** Calls a node's RPC; `answer` gets every response, `gone` is called when none will come. */
  readonly call: (
    index: number,
    caller: string,
    body: Uint8Array,
    answer: (answer: Answer) => void,
    gone?: () => void,
  ) => { readonly hangUp: () => void };
  /** Asks one node after the other for a key by name. */
  readonly askKey: (name: string, answer: (key: permafrost.v1.KeyInfo.$Properties) => void) => void;
  /** Runs `f` before any frame or write of a node takes effect. */
  readonly onAction: (hook: ActionHook) => void;
  /** Runs `f` before a node takes an input in. */
  readonly onInput: (hook: InputHook) => void;
  /** What a node hears instead: undefined keeps it from hearing. */
  readonly intercept: (index: number, change: (input: Input) => Input | undefined) => void;
  /** A process began. */
  readonly onStart: (hook: (timeline: Timeline, node: SimNode) => void) => void;
  /** Delivers a frame that no core sent, over the link of whoever says it. */
  readonly inject: (frame: SimFrame) => void;
  /** What a frame becomes on its way; undefined loses it. */
  readonly onFrame: (tamper: (frame: SimFrame) => Uint8Array | undefined) => void;
  /** Runs the world until this much of its time has passed. */
  readonly run: (untilMs: number) => void;
};

export type NetworkOptions = {
  readonly seed: number;
  readonly nodes: number;
  readonly suiteOf: (id: string) => Ciphersuite;
  readonly conditions?: Partial<Conditions>;
  /** Seeds of host keys; from the seed unless given. */
  readonly hostSeeds?: readonly Uint8Array[];
  readonly operatorSeed?: Uint8Array;
  readonly clockOf?: (index: number) => ClockSettings;
  /** Nodes that can be copied with their memory. */
  readonly recorded?: ReadonlySet<number>;
  /** Hex keys of requesters that a node refuses. */
  readonly deniedBy?: (index: number) => ReadonlySet<string>;
  /** Whether log lines go into the trace; they do unless told otherwise. */
  readonly isTraced?: boolean;
};
