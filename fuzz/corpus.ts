/**
 * What decoders are fed with: all that a scene recorded, and every part of it.
 * @module
 */
import { CocktailFault, concat, parseTranscript, toHex, u32, utf8 } from '@permafrost/frost';
import {
  decodeSignCore,
  EnvelopeError,
  encodeAttemptUsed,
  encodeCard,
  encodeHeldOffers,
  encodeNoOffers,
  encodeRequest,
  encodeRoster,
  encodeSignRefusal,
  encodeSignResult,
  type Opened,
  parseEnvelope,
  rosterOf,
  signOath,
  signRoster,
  sizesOf,
} from '@permafrost/protocol';
import { encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import { encodeHello } from '../packages/node/src/hello.ts';
import { parseFields } from '../packages/node/src/sim/adversary/fields.ts';
import { runScript } from '../packages/node/src/sim/adversary/scene.ts';
import { WALL_MS } from '../packages/node/src/sim/clock.ts';
import { peerIdFromPublicKey } from '../packages/p2p/src/peer-id.ts';
import { encodeRpcFrame } from '../packages/p2p/src/rpc-frames.ts';
import { encodeComplaint, encodeExchange } from '../packages/protocol/src/ceremony-messages.ts';
import { BAD, type Frame, lookupOf, type Scene } from './scene.ts';

const DEPTH_MAX = 8;

/** Every record of a scene and every part of one, each once. */
export function partsOf({ recorded }: Scene): readonly Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array, depth: number): void => {
    const name = toHex(bytes);
    if (bytes.length === 0 || depth > DEPTH_MAX || found.has(name)) return;
    found.set(name, bytes);
    for (const field of parseFields(bytes) ?? []) {
      if (field.type === 'bytes') add(field.value, depth + 1);
    }
  };
  const { frames, calls, answers, records } = recorded;
  for (const bytes of [...frames.map(({ body }) => body), ...calls, ...answers, ...records]) {
    add(bytes, 0);
  }
  // Lists with a length before each item are no messages.
  for (const bytes of [...found.values()]) {
    for (const item of itemsOf(bytes)) add(item, 0);
    add(prefixed(bytes), 0);
  }
  return [...found.values()];
}

/** Items of u32 count ‖ (u32 length ‖ item)…; none when it is no such list. */
function itemsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 8 || view.getUint32(0) > limits.MEMBERS_MAX) return [];
  const items: Uint8Array[] = [];
  for (let at = 4; at + 4 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (length > bytes.length - at - 4) return [];
    items.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return items;
}

/** What u32 length ‖ item begins with; nothing when it is no such thing. */
function prefixed(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 5) return new Uint8Array();
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  return length > bytes.length - 4 ? new Uint8Array() : bytes.slice(4, 4 + length);
}

/** What is said in ceremonies that go wrong, or within what their messages hold. */
export function ceremonyParts(
  { suite, key, network }: Scene,
  parts: readonly Uint8Array[],
): readonly Uint8Array[] {
  const { cocktail } = suite;
  const sizes = sizesOf(cocktail, key.threshold ?? 0, network.nodes.length);
  const complaint = encodeComplaint({
    accused: 2,
    code: 1,
    contextHash: new Uint8Array(32),
    bodyHash: new Uint8Array(64),
    proof: new Uint8Array(2 * cocktail.elementBytes + 2 * cocktail.scalarBytes),
  });
  const deals = parts
    .filter(({ length }) => length === sizes.reveal)
    .map((reveal) => reveal.slice(36, 36 + sizes.message));
  const reshared = parts.flatMap((bytes) => {
    try {
      return [resharedAs(suite, bytes)];
    } catch (error) {
      if (error instanceof CocktailFault) return [];
      throw error;
    }
  });
  const envelopes = parts.filter((bytes) => opened(bytes) !== undefined).slice(0, 4);
  const used = encodeAttemptUsed(new Uint8Array(64), 1);
  return [complaint, ...deals, ...reshared, encodeExchange(envelopes), used, utf8('m/0/7')];
}

/** A key generation's transcript as that of a resharing among other members. CocktailFault. */
function resharedAs({ cocktail }: Scene['suite'], bytes: Uint8Array): Uint8Array {
  const { publicKeys, commitments } = parseTranscript(cocktail, bytes);
  const keys = concat(...publicKeys.map((one) => cocktail.encodeElement(one)));
  const end = Buffer.from(bytes).indexOf(keys) + keys.length;
  const dealers = commitments.map(([first]) => cocktail.encodeElement(first as never));
  const indexes = dealers.map((_, i) => Uint8Array.of(i + 1, 0, 0, 0));
  const count = Uint8Array.of(dealers.length, 0, 0, 0);
  return concat(bytes.slice(0, end), count, ...indexes, ...dealers, bytes.slice(end));
}

/** Frames of kinds that a short scene has no need of. */
export function rareFrames({ network, key }: Scene): readonly Frame[] {
  const { FRAME } = limits;
  const { operator, seed } = network.nodes[BAD] ?? {};
  if (operator === undefined || seed === undefined) throw new RangeError('no such node');
  const keyId = Uint8Array.from(key.id ?? []);
  const epochId = Uint8Array.from(key.epochId ?? []);
  const { hostPub, signature } = signOath(keyId, seed);
  const requestId = new Uint8Array(32).fill(7);
  const report = {
    proposalHash: new Uint8Array(64),
    attempt: 1,
    stage: 'failed',
    hosts: [hostPub],
    code: 'disconnected',
  };
  const made: readonly (readonly [number, Uint8Array])[] = [
    [FRAME.noOffers, encodeNoOffers({ keyId, epochId, code: 'E_BUSY' })],
    [FRAME.heldOffers, encodeHeldOffers({ bootId: keyId, nonceIds: [1, 2, 3], known: 3 })],
    [
      FRAME.oaths,
      encodeMessage(permafrost.v1.Oaths, {
        keyId,
        oaths: [{ hostPub, signature }],
        destroyed: true,
      }),
    ],
    [
      FRAME.signRefusal,
      encodeSignRefusal({ requestId, attempt: 1, code: 'E_FORBIDDEN', reason: 'not by me' }),
    ],
    [
      FRAME.signResult,
      encodeSignResult({ requestId, signature: new Uint8Array(64), signers: [1] }),
    ],
    [FRAME.ceremonyReport, encodeMessage(permafrost.v1.CeremonyReport, report)],
    [
      FRAME.keyRecords,
      encodeMessage(permafrost.v1.KeyRecords, { keyId, envelopes: envelopesOf(network) }),
    ],
  ];
  return made.map(([kind, body]) => ({ from: BAD, kind, body }));
}

/** Certificates and the like, as a node keeps them. */
function envelopesOf(network: Scene['network']): Uint8Array[] {
  const { disk } = network.nodes[BAD] ?? {};
  return [...(disk?.records ?? [])].flatMap(([path, value]) =>
    /\/(cert|stored)\//.test(path) ? [Uint8Array.from(value)] : [],
  );
}

/** Calls that a short scene has no need of. */
export function rareCalls({ key, recorded }: Scene): readonly Uint8Array[] {
  const hash = new Uint8Array(64).fill(3);
  const proposalHash = recorded.calls
    .flatMap((body) => parseFields(body) ?? [])
    .flatMap((field) => (field.type === 'bytes' ? (parseFields(field.value) ?? []) : []))
    .flatMap((field) => (field.type === 'bytes' && field.value.length === 64 ? [field.value] : []));
  const requests: readonly permafrost.v1.RpcRequest.$Properties[] = [
    {},
    { nodeInfo: {} },
    { nodeStatus: {} },
    { keyList: {} },
    { keyGet: { name: key.name ?? '', proof: true } },
    { keyDerive: { name: key.name ?? '', path: 'm/0/7' } },
    { signGet: { requestId: new Uint8Array(32) } },
    { proposalList: {} },
    { proposalDecide: { proposalHash: proposalHash[0] ?? hash, verb: 'accept' } },
    { proposalWatch: { proposalHash: hash } },
    { rosterGet: {} },
  ];
  return requests.map((request) => encodeMessage(permafrost.v1.RpcRequest, request));
}

/** Bytes that no core ever sees: first words, frames of the transport, and of agents. */
export function outerParts({ recorded }: Scene): readonly Uint8Array[] {
  const hello = encodeHello({ software: 'fuzz', wallMs: WALL_MS, boot: undefined });
  const rpc = recorded.calls.map((payload, id) => encodeRpcFrame({ id, flags: 0, payload }));
  const answers = recorded.answers.map((payload, id) => encodeRpcFrame({ id, flags: 1, payload }));
  const error = utf8('E_BUSY\ncome again');
  const name = utf8('session-bind@openssh.com');
  const blob = new Uint8Array(51).fill(5);
  const agent = [
    Uint8Array.of(11),
    concat(Uint8Array.of(13), u32(51), blob, u32(9), new Uint8Array(9), u32(0)),
    concat(Uint8Array.of(27), u32(name.length), name, new Uint8Array(8)),
  ];
  const framed = [hello, ...rpc.slice(0, 4)].map((body) =>
    concat(u32(body.length + 1), Uint8Array.of(4), body),
  );
  return [hello, ...rpc, ...answers, error, ...agent, ...framed];
}

/** Scripts of the simulator's adversary that leave evidence of different shapes. */
const MISCONDUCT: readonly string[] = ['two-commits', 'wrong-share'];
const EVIDENCE_SEED = 11;

/** Files that people hand each other. */
export function textsOf({ network, suite }: Scene): readonly string[] {
  const cards = network.nodes.map(({ operator }) => {
    const { name, hostPub, operatorPub } = operator;
    const peerId = peerIdFromPublicKey(hostPub);
    const operatorPeerId = peerIdFromPublicKey(operatorPub);
    const addresses = [`/ip4/127.0.0.1/tcp/4001/p2p/${peerId}`];
    return { name, hostPub, peerId, operatorPub, operatorPeerId, addresses };
  });
  const pins = {
    version: 1,
    pins: [
      {
        name: 'team',
        id: '00'.repeat(16),
        suite: 'ed25519',
        publicKey: '11'.repeat(32),
        threshold: 2,
        members: cards.map(({ hostPub }) => toHex(hostPub)),
      },
    ],
  };
  // The adversary's scripts make keys of one suite, or of what stands for it.
  const usual = lookupOf(suite)('ed25519');
  const evidence = MISCONDUCT.flatMap((script) =>
    runScript(script, EVIDENCE_SEED, usual).network.nodes.flatMap((node) => node.evidence),
  );
  const [card] = cards;
  return [
    ...(card === undefined ? [] : [encodeCard(card)]),
    encodeRoster(signRoster(rosterOf(cards), network.operatorSeed)),
    JSON.stringify(pins),
    ...evidence,
  ];
}

/** Canonical requests out of the cores of signing requests. */
export function requestsOf(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parts.flatMap((bytes) => {
    try {
      return [encodeRequest(decodeSignCore(bytes).request)];
    } catch (error) {
      if (error instanceof WireError) return [];
      throw error;
    }
  });
}

/** What an envelope says, if it is one. */
export function opened(bytes: Uint8Array): Opened | undefined {
  try {
    return parseEnvelope(bytes);
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}
