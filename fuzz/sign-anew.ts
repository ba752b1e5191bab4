/**
 * Words that are wrong inside and signed rightly, so that they get further than the signature.
 * @module
 */
import { ed25519PublicKey, utf8 } from '@permafrost/frost';
import {
  encodeRequest,
  proposalHash,
  sealEnvelope,
  signAsOperator,
  signCancel,
  signRequest,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost, WireError } from '@permafrost/wire';
import { peerIdOfKey } from '../packages/node/src/peer-key.ts';
import {
  encodeFields,
  type Field,
  parseFields,
} from '../packages/node/src/sim/adversary/fields.ts';
import { WALL_MS } from '../packages/node/src/sim/clock.ts';
import { opened } from './corpus.ts';
import type { Dice } from './dice.ts';
import { type Mutation, mutate, WORDS } from './mutate.ts';
import type { Scene } from './scene.ts';

const { RpcRequest, SignatureRequest } = permafrost.v1;

/** A frame in which one envelope has another payload; undefined when there is none in it. */
export function spokenAnew(
  dice: Dice,
  body: Uint8Array,
  alike: readonly Uint8Array[],
  hostSeed: Uint8Array,
): Mutation | undefined {
  const envelope = opened(body);
  if (envelope !== undefined) {
    const payloads = alike.flatMap((one) => opened(one)?.payload ?? []);
    const { name, bytes: payload } = mutate(dice, envelope.payload, payloads);
    const round = dice.oneIn(8) ? dice.below(8) : envelope.round;
    return {
      name: `${name}, signed`,
      bytes: sealEnvelope({ ...envelope, round, payload }, hostSeed),
    };
  }
  const fields = parseFields(body) ?? [];
  const others = alike.flatMap((one) => parseFields(one) ?? []).flatMap(bytesOf);
  for (const [at, field] of fields.entries()) {
    if (field.type !== 'bytes' || opened(field.value) === undefined) continue;
    const anew = spokenAnew(dice, field.value, others, hostSeed);
    if (anew === undefined) continue;
    const changed = fields.map(
      (one, i): Field => (i === at ? { ...field, value: anew.bytes } : one),
    );
    return { name: anew.name, bytes: encodeFields(changed) };
  }
  return undefined;
}

function bytesOf(field: Field): readonly Uint8Array[] {
  return field.type === 'bytes' ? [field.value] : [];
}

/** A call in which what is signed is another; undefined when nothing in it is signed. */
export function signedAnew(
  dice: Dice,
  scene: Scene,
  body: Uint8Array,
  seed: Uint8Array,
): Mutation | undefined {
  const call = decodeMessage(RpcRequest, body);
  switch (call.method) {
    case 'signSubmit':
      return requestAnew(dice, scene, call.signSubmit?.resume === true, seed);
    case 'proposalSubmit':
      return proposalAnew(dice, scene, Uint8Array.from(call.proposalSubmit?.proposal ?? []));
    case 'proposalDecide': {
      const hash = Uint8Array.from(call.proposalDecide?.proposalHash ?? []);
      const operatorSignature = signAsOperator('accept', hash, scene.network.operatorSeed);
      const verb = dice.of(['accept', 'reject', 'veto', ...WORDS]);
      const proposalDecide = { proposalHash: hash, verb, operatorSignature };
      return { name: 'decision, signed', bytes: encodeMessage(RpcRequest, { proposalDecide }) };
    }
    case 'signCancel': {
      const requester = Uint8Array.from(call.signCancel?.requester ?? []);
      const content = { requestId: dice.bytes(32), keyId: dice.bytes(16), requester };
      if (dice.oneIn(2)) content.keyId = Uint8Array.from(call.signCancel?.keyId ?? []);
      const signed = { signCancel: signCancel(content, seed) };
      return { name: 'cancel, signed', bytes: encodeMessage(RpcRequest, signed) };
    }
    default:
      return undefined;
  }
}

/** A request with one field of another kind, signed by who may ask. */
function requestAnew(
  dice: Dice,
  { network, key }: Scene,
  resume: boolean,
  seed: Uint8Array,
): Mutation | undefined {
  const nowMs = WALL_MS + Math.floor(network.world.now());
  const window = dice.of([0, 1, 30_000, 600_000, 600_001, 2 ** 40]);
  const notBeforeMs = nowMs + dice.of([0, 0, 0, -60_000, 60_000, 2 ** 40]);
  const content = {
    requester: peerIdOfKey(ed25519PublicKey(seed)),
    keyId: dice.oneIn(4) ? dice.bytes(16) : Uint8Array.from(key.id ?? []),
    publicKey: dice.oneIn(6) ? dice.bytes(32) : Uint8Array.from(key.publicKey ?? []),
    suite: dice.oneIn(6) ? dice.of(WORDS) : (key.suite ?? ''),
    path: dice.of(['', '', 'm', 'm/0/7', 'm/2147483648', '../..', ...WORDS.slice(0, 2)]),
    tweak: dice.oneIn(3) ? dice.bytes(dice.of([1, 31, 32, 33, 64])) : new Uint8Array(),
    message: dice.bytes(dice.of([0, 1, 32, 100, 4_096])),
    idempotencyKey: dice.bytes(dice.of([0, 1, 15, 16, 16, 16, 64, 65])),
    notBeforeMs,
    deadlineMs: notBeforeMs + window,
  };
  try {
    const bytes = encodeRequest(signRequest(content, seed));
    const request = decodeMessage(SignatureRequest, bytes);
    const signSubmit = { request, resume: resume || dice.oneIn(4) };
    return { name: 'request, signed', bytes: encodeMessage(RpcRequest, { signSubmit }) };
  } catch (error) {
    // Not every content can be signed.
    if (error instanceof RangeError || error instanceof WireError) return undefined;
    throw error;
  }
}

/** A proposal with one wrong field, signed by the operator. */
function proposalAnew(dice: Dice, { network }: Scene, proposal: Uint8Array): Mutation {
  const { name, bytes } = dice.oneIn(2) ? mutate(dice, proposal) : reworded(dice, proposal);
  const operatorSignature = signAsOperator('accept', proposalHash(bytes), network.operatorSeed);
  const proposalSubmit = { proposal: bytes, operatorSignature };
  return { name: `${name}, signed`, bytes: encodeMessage(RpcRequest, { proposalSubmit }) };
}

/** Another word in the place of one text. */
function reworded(dice: Dice, proposal: Uint8Array): Mutation {
  const fields = parseFields(proposal) ?? [];
  const isText = (field: Field): boolean =>
    field.type === 'bytes' && /^[ -~]{2,}$/.test(Buffer.from(field.value).toString('latin1'));
  const chosen = dice.maybeOf(fields.filter(isText));
  const word = utf8(dice.of(WORDS));
  const changed = fields.map(
    (field): Field =>
      field === chosen ? { number: field.number, type: 'bytes', value: word } : field,
  );
  return { name: 'word', bytes: encodeFields(changed) };
}
