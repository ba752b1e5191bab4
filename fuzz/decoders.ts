/**
 * Everything that makes sense of bytes which somebody else chose, and what it may throw at them.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  DecodeError,
  decodeNonceCommitments,
  FrostFault,
  parseDeal,
  parsePath,
  parseReshareTranscript,
  parseTranscript,
} from '@permafrost/frost';
import * as protocol from '@permafrost/protocol';
import { decodeMessage, limits, type MessageType, permafrost, WireError } from '@permafrost/wire';
import { createFrameReader, parseAgentRequest } from '../packages/cli/src/agent/frames.ts';
import { decodeAnswer } from '../packages/client/src/calls.ts';
import { PermafrostError } from '../packages/client/src/errors.ts';
import { readRosterText } from '../packages/client/src/roster.ts';
import { decodePins } from '../packages/client/src/trust.ts';
import { decodeBoot, encodeBoot } from '../packages/node/src/core/boots.ts';
import { bootsOf, checkHello } from '../packages/node/src/hello.ts';
import { FramingError, MalformedError } from '../packages/p2p/src/errors.ts';
import { decodeFrames } from '../packages/p2p/src/framing.ts';
import { decodeRefusal } from '../packages/p2p/src/refusal.ts';
import { decodeRpcError, decodeRpcFrame } from '../packages/p2p/src/rpc-frames.ts';
import { readReveal } from '../packages/protocol/src/ceremony.ts';
import * as ceremonyMessages from '../packages/protocol/src/ceremony-messages.ts';
import { changeDecoders } from './changes.ts';
import { binary, type Decoder, type ErrorClass, paired } from './decoder.ts';
import { lookupOf, type Scene } from './scene.ts';

/** All of them, for the group and the suite of a scene. */
export function decodersOf(scene: Scene): readonly Decoder[] {
  const { network, suite } = scene;
  return [
    ...messages(),
    ...ofProtocol(scene),
    ...ofCeremonies(scene),
    ...changeDecoders(suite),
    ...ofSuite(suite),
    ...ofTransport(network.nodes[0]?.operator.hostPub ?? new Uint8Array()),
    ...ofFiles(suite),
  ];
}

/** Every message of every .proto. */
function messages(): readonly Decoder[] {
  return Object.entries(permafrost.v1).flatMap(([name, type]): readonly Decoder[] => {
    if (!('decode' in type)) return [];
    const message = type as unknown as MessageType<unknown>;
    const encode = (value: unknown) => message.encode(value as never).finish();
    const decode = (bytes: Uint8Array) => decodeMessage(message, bytes);
    return [paired(`message ${name}`, decode, encode, WireError)];
  });
}

function ofProtocol({ network }: Scene): readonly Decoder[] {
  const hostPub = network.nodes[1]?.operator.hostPub ?? new Uint8Array();
  return [
    paired('decodeRequest', protocol.decodeRequest, protocol.encodeRequest, WireError),
    paired('decodeSignCore', protocol.decodeSignCore, protocol.encodeSignCore, WireError),
    paired('decodeSignRequest', protocol.decodeSignRequest, protocol.encodeSignRequest, WireError),
    paired('decodeSignShare', protocol.decodeSignShare, protocol.encodeSignShare, WireError),
    paired('decodeSignRefusal', protocol.decodeSignRefusal, protocol.encodeSignRefusal, WireError),
    paired('decodeSignResult', protocol.decodeSignResult, protocol.encodeSignResult, WireError),
    paired('decodeSignResume', protocol.decodeSignResume, protocol.encodeSignResume, WireError),
    paired(
      'decodeOfferRequest',
      protocol.decodeOfferRequest,
      protocol.encodeOfferRequest,
      WireError,
    ),
    paired('decodeOffer', protocol.decodeOffer, protocol.encodeOffer, WireError),
    binary(
      'openOfferBatch',
      (bytes) => protocol.openOfferBatch(bytes, hostPub),
      WireError,
      protocol.OfferError,
    ),
    paired('decodeNoOffers', protocol.decodeNoOffers, protocol.encodeNoOffers, WireError),
    paired('decodeHeldOffers', protocol.decodeHeldOffers, protocol.encodeHeldOffers, WireError),
    paired('decodeCancel', protocol.decodeCancel, protocol.encodeCancel, WireError),
    binary('decodeCancelled', protocol.decodeCancelled, WireError),
    paired('decodeProposal', protocol.decodeProposal, protocol.encodeProposal, WireError),
    paired('decodeStart', protocol.decodeStart, protocol.encodeStart, WireError),
    paired(
      'decodeAttemptUsed',
      protocol.decodeAttemptUsed,
      ({ proposalHash, attempt }) => protocol.encodeAttemptUsed(proposalHash, attempt),
      WireError,
    ),
    binary(
      'decodePending',
      (bytes) => protocol.decodePending(bytes, (proposal) => protocol.groupOfProposal(proposal)),
      WireError,
    ),
    binary('parseEnvelope', protocol.parseEnvelope, protocol.EnvelopeError),
    binary(
      'openEnvelope',
      (bytes) => protocol.openEnvelope(bytes, { hostPub }),
      protocol.EnvelopeError,
    ),
    paired('decodeBoot', decodeBoot, encodeBoot, WireError),
  ];
}

function ofCeremonies({ network, suite, key }: Scene): readonly Decoder[] {
  const { cocktail } = suite;
  const members = network.nodes.map(({ operator }) => operator.hostPub).sort(protocol.compareBytes);
  const group: protocol.Group = {
    suite: suite.id,
    purpose: 'sign',
    proposalHash: new Uint8Array(64),
    threshold: { minSigners: key.threshold ?? 0, maxSigners: members.length },
    members,
  };
  const { minSigners, maxSigners } = group.threshold;
  const sizes = protocol.sizesOf(cocktail, minSigners, maxSigners);
  const setup = protocol.ceremonyOf(suite, group, 1);
  return [
    paired(
      'decodeJoin',
      (bytes) => ceremonyMessages.decodeJoin(cocktail, bytes),
      ceremonyMessages.encodeJoin,
      WireError,
    ),
    paired('decodeCommit', ceremonyMessages.decodeCommit, ceremonyMessages.encodeCommit, WireError),
    paired(
      'decodeReveal',
      (bytes) => ceremonyMessages.decodeReveal(bytes, sizes),
      ceremonyMessages.encodeReveal,
      WireError,
    ),
    paired(
      'decodeCert',
      (bytes) => ceremonyMessages.decodeCert(cocktail, bytes),
      ceremonyMessages.encodeCert,
      WireError,
    ),
    paired(
      'decodeComplaint',
      (bytes) => ceremonyMessages.decodeComplaint(cocktail, bytes, 1),
      ceremonyMessages.encodeComplaint,
      WireError,
    ),
    paired(
      'decodeExchange',
      (bytes) => ceremonyMessages.decodeExchange(bytes, limits.MEMBERS_MAX),
      ceremonyMessages.encodeExchange,
      WireError,
    ),
    binary('readReveal', (bytes) => readReveal(setup, bytes)),
    binary(
      'parseDeal',
      (bytes) => {
        const ciphertextBytesMax = sizes.ciphertext;
        return parseDeal(cocktail, {
          bytes,
          minSigners,
          receivers: maxSigners,
          ciphertextBytesMax,
        });
      },
      CocktailFault,
    ),
    binary('parseTranscript', (bytes) => parseTranscript(cocktail, bytes), CocktailFault),
    binary(
      'parseReshareTranscript',
      (bytes) => parseReshareTranscript(cocktail, bytes),
      CocktailFault,
    ),
    binary('publicKeysOf', (bytes) => protocol.publicKeysOf(suite, bytes), CocktailFault),
  ];
}

function ofSuite(suite: Ciphersuite): readonly Decoder[] {
  const half = (bytes: Uint8Array) => bytes.length >> 1;
  return [
    paired('decodeElement', suite.decodeElement, suite.encodeElement, DecodeError),
    paired('decodeScalar', suite.decodeScalar, suite.encodeScalar, DecodeError),
    binary(
      'decodeNonceCommitments',
      (bytes) =>
        decodeNonceCommitments(suite, bytes.slice(0, half(bytes)), bytes.slice(half(bytes))),
      DecodeError,
      FrostFault,
    ),
    // A RangeError is what it says of texts that are none.
    binary('parsePath', (bytes) => parsePath(Buffer.from(bytes).toString()), RangeError),
    binary('verify', (bytes) => {
      const publicKey = bytes.slice(0, suite.elementBytes);
      return suite.verify({ publicKey, message: bytes, signature: bytes.slice(publicKey.length) });
    }),
  ];
}

function ofTransport(hostPub: Uint8Array): readonly Decoder[] {
  const about = { hostPub, isHost: true, on: 'lane', wallMs: 1, name: 'a', self: 'b' } as const;
  const kinds = new Map([...limits.FRAME_BYTES_MAX, [4, limits.RPC_REQUEST_BYTES_MAX]]);
  return [
    binary('checkHello', (bytes) => checkHello(bytes, about)),
    binary('bootsOf', bootsOf, WireError),
    binary(
      'decodeFrames',
      async (bytes) => {
        for await (const _ of decodeFrames(kinds)([bytes]));
      },
      FramingError,
    ),
    binary('decodeRpcFrame request', (bytes) => decodeRpcFrame(bytes, 'request'), MalformedError),
    binary('decodeRpcFrame response', (bytes) => decodeRpcFrame(bytes, 'response'), MalformedError),
    binary('decodeRpcError', decodeRpcError),
    binary('decodeRefusal', decodeRefusal),
    binary('decodeAnswer', (bytes) => decodeAnswer(bytes), PermafrostError),
    binary('parseAgentRequest', (bytes) => parseAgentRequest(Buffer.from(bytes))),
    binary('createFrameReader', (bytes) => createFrameReader().push(bytes)),
  ];
}

function ofFiles(suite: Ciphersuite): readonly Decoder[] {
  const text = (
    name: string,
    decode: (text: string) => unknown,
    ...throws: readonly ErrorClass[]
  ): Decoder => ({
    name,
    decode: (bytes) => decode(Buffer.from(bytes).toString('utf8')),
    throws,
    isText: true,
  });
  return [
    text('decodeEvidence', protocol.decodeEvidence, WireError),
    text(
      'verifyEvidence',
      (one) => protocol.verifyEvidence(protocol.decodeEvidence(one), lookupOf(suite)),
      WireError,
    ),
    text('decodeCard', protocol.decodeCard, WireError),
    text('readRosterText', (one) => readRosterText(one, 'roster'), PermafrostError),
    text('decodePins', decodePins, PermafrostError),
  ];
}
