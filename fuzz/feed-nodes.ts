/**
 * Feeds running nodes with what a member gone bad and callers of all kinds might say: records that
 * went wrong, and the bad member's own words while it takes part in real work.
 * @module
 */
import { fromHex } from '@permafrost/frost';
import { decodeMessage, isErrorCode, limits, permafrost, WireError } from '@permafrost/wire';
import { ask, requestFor } from '../packages/node/src/sim/client.ts';
import { createKey } from '../packages/node/src/sim/requests.ts';
import type { SimNode } from '../packages/node/src/sim/world.ts';
import { type Complaint, described, startMeter } from './budget.ts';
import { rareCalls, rareFrames } from './corpus.ts';
import { createDice, type Dice } from './dice.ts';
import { addFinding, count, type Finding, type Tally } from './finding.ts';
import { type Mutation, mutate } from './mutate.ts';
import { BAD, callerOf, type Frame, NODES, type Scene } from './scene.ts';
import { signedAnew, spokenAnew } from './sign-anew.ts';

/** Inputs after which the network gets on with its work. */
const BATCH = 8;
/** Most lines that were cut are back by then. */
const BATCH_MS = 1_500;
/** A key generation begins once in so many batches. */
const KEYS_ONE_IN = 12;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must not be there
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Pools that are empty again when nothing is asked for any more. */
const FORGOTTEN = /^requests|^calls|^early/;

/** What a node is being given just now. */
type Given = {
  readonly target: string;
  readonly mutation: string;
  readonly bytes: Uint8Array;
  readonly by: string;
};

export type Feeder = {
  /** Feeds so many inputs; false once something was thrown: the scene is of no use any more. */
  readonly feed: (inputs: number) => boolean;
  /** Lets the bad node be good again, and looks whether all is as it should be. */
  readonly finish: () => void;
  /** Gives one input to a node as it was found, and lets the network run. */
  readonly replay: (given: Pick<Finding, 'target' | 'input' | 'by'>) => void;
};

export function createFeeder(scene: Scene, tally: Tally): Feeder {
  const { network, requesterSeed, recorded } = scene;
  const { seed } = network.world;
  const dice = createDice(seed, 'nodes');
  const frames = [...recorded.frames, ...rareFrames(scene)];
  const calls = [...recorded.calls, ...rareCalls(scene)];
  const honest = network.nodes.filter((_, i) => i !== BAD);
  const callers = [network.operatorSeed, requesterSeed, dice.bytes(32)].map(callerOf);
  const waiting = new Set<Given>();
  let current: Given | undefined;
  let isLying = true;
  let batches = 0;
  let works = 0;

  const complain = (given: Given, complaint: string): void => {
    const { target, mutation, bytes, by } = given;
    addFinding(tally, { target, mutation, bytes, by, complaint });
  };

  meterAll(scene, (complaint) => current !== undefined && complain(current, complaint));
  network.onInput((_, input) => {
    current = givenBy(input);
    if (input.type === 'frame' && input.from === network.nodes[BAD]?.operator.host) tally.heard++;
  });
  // Half of what the bad node says of its own is wrong somewhere.
  network.onFrame(({ from, kind, body }) => {
    if (!isLying || from !== BAD || dice.oneIn(2)) return body;
    const wrong = wrongFrame(dice, { from, kind, body });
    if (!fits(kind, wrong.bytes)) return body;
    count(tally, `frame ${kind}`, wrong.name);
    return wrong.bytes;
  });

  function wrongFrame(with_: Dice, frame: Frame): Mutation {
    const alike = frames.filter(({ kind }) => kind === frame.kind).map(({ body }) => body);
    const bad = network.nodes[BAD] as SimNode;
    const anew = with_.oneIn(2) ? spokenAnew(with_, frame.body, alike, bad.seed) : undefined;
    return anew ?? mutate(with_, frame.body, alike);
  }

  function say(): void {
    const frame = dice.of(frames);
    const { name, bytes } = wrongFrame(dice, frame);
    const kind = dice.oneIn(16) ? dice.below(256) : frame.kind;
    if (!fits(kind, bytes)) return;
    count(tally, `frame ${kind}`, name);
    const to = dice.of(honest).index;
    network.inject({ from: BAD, to, kind, body: bytes });
  }

  function callWrongly(): void {
    const seeds = [network.operatorSeed, requesterSeed];
    const body = dice.of(calls);
    const anew = dice.oneIn(2) ? signedAnew(dice, scene, body, dice.of(seeds)) : undefined;
    const { name, bytes } = anew ?? mutate(dice, body, calls);
    if (bytes.length > limits.RPC_REQUEST_BYTES_MAX) return;
    count(tally, 'call', name);
    const by = dice.of(callers);
    const given = { target: 'call', mutation: name, bytes, by };
    const caller = call(dice.of(honest).index, given);
    if (!dice.oneIn(8)) return;
    network.world.after(dice.below(200), () => {
      waiting.delete(given);
      caller.hangUp();
    });
  }

  function call(at: number, given: Given): { readonly hangUp: () => void } {
    waiting.add(given);
    return network.call(at, given.by, given.bytes, ({ body: answer }) => {
      waiting.delete(given);
      const complaint = answerComplaint(answer);
      if (complaint !== undefined) complain(given, complaint);
    });
  }

  function work(): void {
    works++;
    const at = dice.of(honest).index;
    if (works % KEYS_ONE_IN === 0) {
      createKey(network, { at, name: `key-${works}`, minSigners: 3, suite: scene.suite.id });
    }
    ask(network, signed(`work ${works}`), [at], { seed: requesterSeed });
  }

  function signed(text: string) {
    const message = new TextEncoder().encode(text);
    const idempotencyKey = new TextEncoder().encode(text.padEnd(16));
    return requestFor(network, { key: scene.key, message, idempotencyKey, seed: requesterSeed });
  }

  /** Runs the network; false when a node threw something out. */
  function run(ms: number): boolean {
    try {
      network.run(ms);
      return true;
    } catch (error) {
      complain(current ?? nothing('run'), described(error));
      return false;
    }
  }

  function replay({ target, input, by }: Pick<Finding, 'target' | 'input' | 'by'>): void {
    isLying = false;
    const bytes = fromHex(input);
    const [what, kind] = target.split(' ');
    if (what === 'frame') {
      for (const { index } of honest)
        network.inject({ from: BAD, to: index, kind: Number(kind), body: bytes });
    } else if (what === 'call') {
      for (const { index } of honest) call(index, { target, mutation: '', bytes, by });
    }
    run(30_000);
  }

  return {
    replay,
    feed: (inputs) => {
      for (let done = 0; done < inputs; done++) {
        if (dice.below(5) < 3) say();
        else callWrongly();
        if ((done + 1) % BATCH !== 0) continue;
        if (++batches % 2 === 0) work();
        if (!run(BATCH_MS)) return false;
      }
      return run(BATCH_MS);
    },
    finish: () => {
      isLying = false;
      // Longer than any request may take.
      if (!run(60_000)) return;
      // What came of it all, as people are shown it.
      for (const { index } of honest) {
        for (const bytes of rareCalls(scene)) {
          call(index, { target: 'call', mutation: '', bytes, by: callerOf(network.operatorSeed) });
        }
      }
      if (!run(5_000)) return;
      for (const given of waiting) complain(given, 'never got an answer');
      for (const one of blamedWrongly(scene)) complain(nothing('blame'), one);
      for (const at of honest.map(({ index }) => index)) {
        const asking = ask(network, signed(`after ${at}`), [at], { seed: requesterSeed });
        if (!run(15_000)) return;
        const state = asking.answers[0]?.progress.state;
        if (state !== 'signed') complain(nothing('work'), `node${at + 1} does not sign: ${state}`);
      }
      const name = 'afterwards';
      const minSigners = NODES - 1;
      const made = createKey(network, { at: 0, name, minSigners, suite: scene.suite.id });
      if (!run(40_000)) return;
      if (made.key === undefined) {
        complain(nothing('work'), `no key is made: ${made.stages} ${made.error?.message}`);
      }
      // Longer than any request is remembered.
      if (!run(limits.REQUEST_WINDOW_MS_MAX + 2 * limits.REQUEST_MEMORY_MS)) return;
      for (const { core, index } of network.nodes) {
        for (const { pool, size } of core?.poolSizes() ?? []) {
          if (size > 0 && FORGOTTEN.test(pool))
            complain(nothing('memory'), `node${index + 1}: ${pool}`);
        }
      }
    },
  };
}

function nothing(target: string): Given {
  return { target, mutation: '', bytes: new Uint8Array(), by: '' };
}

/** Measures each step of each node, also of those that start later. */
function meterAll({ network }: Scene, complain: (complaint: string) => void): void {
  const meter = (node: SimNode): void => {
    const { core } = node;
    if (core === undefined) return;
    node.core = {
      ...core,
      step: (input, clocks) => {
        const stop = startMeter();
        const steps = core.step(input, clocks);
        const complaint = stop();
        if (complaint !== undefined) complain(complaint);
        return steps;
      },
    };
  };
  for (const node of network.nodes) meter(node);
  network.onStart((_, node) => meter(node));
}

function fits(kind: number, { length }: Uint8Array): boolean {
  return length <= (limits.FRAME_BYTES_MAX.get(kind) ?? limits.HELLO_BYTES_MAX);
}

/** All texts in a message, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What is wrong with an answer of a node. */
function answerComplaint(body: Uint8Array): Complaint {
  try {
    const answer = decodeMessage(permafrost.v1.RpcResponse, body);
    const { error } = answer;
    const odd = textsIn(answer).find((text) => CONTROL.test(text));
    if (odd !== undefined) return `control characters in an answer: ${JSON.stringify(odd)}`;
    if (error === undefined || error === null) {
      return answer.result === undefined ? 'an answer that says nothing' : undefined;
    }
    const { code = '', message = '' } = error;
    return !isErrorCode(code) || code === 'E_INTERNAL'
      ? `answered with ${code}: ${message}`
      : undefined;
  } catch (error) {
    if (error instanceof WireError) return 'an answer that cannot be read';
    throw error;
  }
}

/** Whom nodes hold something against although it did nothing. */
function blamedWrongly({ network }: Scene): readonly string[] {
  const bad = network.nodes[BAD]?.operator.name;
  return network.nodes.flatMap(({ logs, index }) =>
    index === BAD
      ? []
      : logs.flatMap(({ event, fields }) =>
          event === 'fault' && fields.node !== bad
            ? [`node${index + 1} blames ${fields.node} for ${fields.code}`]
            : [],
        ),
  );
}

function givenBy(input: { readonly type: string }): Given {
  const { type, ...rest } = input;
  const about = rest as {
    readonly kind?: number;
    readonly body?: Uint8Array;
    readonly from?: string;
    readonly caller?: string;
    readonly id?: string;
  };
  return {
    target:
      type === 'frame'
        ? `frame ${about.kind}`
        : type === 'rpc'
          ? 'call'
          : `${type} ${about.id ?? ''}`,
    mutation: '',
    bytes: about.body ?? new Uint8Array(),
    by: about.from ?? about.caller ?? '',
  };
}
