/**
 * A group key of somebody's choice, certified by members who all conspire: the only thing that
 * then stands between them and a key that is not the sum of what they know is what each dealer
 * had to prove.
 */
import {
  certify,
  concat,
  deal,
  type Element,
  encodeTranscript,
  parseDeal,
  randomScalar,
  schnorrSign,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { ceremonyOf, joinProofMessage, setupOf } from './ceremony.ts';
import { DKG_ROUND, encodeCert, encodeJoin, type Join } from './ceremony-messages.ts';
import { sealEnvelope } from './envelope.ts';
import { DKG_KIND, transcriptHash } from './group.ts';
import { type KeyProof, verifyKeyProof } from './key-proof.ts';
import { installNodeCrypto, makeHosts, seededRandom, toySuite } from './sim/index.ts';

beforeAll(installNodeCrypto);

/** A proof by members who all sign whatever they like, and how they change a dealer's constant. */
function conspiracy(change: (constant: Element) => Element): KeyProof {
  const { group, seeds } = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
  const ceremony = ceremonyOf(toySuite, group, 1);
  const { cocktail, scope, sizes } = ceremony;
  const random = seededRandom(1, 'conspiracy');
  const secrets = group.members.map(() => randomScalar(cocktail, random));
  const seal = (seat: number, round: number, sessionId: Uint8Array, payload: Uint8Array) =>
    sealEnvelope(
      { suite: toySuite.id, kind: DKG_KIND, sessionId, round, from: seat, to: 'all', payload },
      seeds[seat - 1] as Uint8Array,
    );
  const joins = secrets.map((secret, i): { join: Join; publicKey: Element } => {
    const publicKey = cocktail.group.multiplyBase(secret);
    const nonce = random(32);
    const hostPub = group.members[i] as Uint8Array;
    const message = joinProofMessage({ seat: i + 1, scope, hostPub, nonce });
    return {
      publicKey,
      join: {
        groupHash: ceremony.groupHash,
        nonce,
        publicKey: cocktail.encodeElement(publicKey),
        proof: schnorrSign(cocktail, secret, message),
      },
    };
  });
  const setup = setupOf(ceremony, joins);
  const { context, publicKeys, sessionId } = setup;
  const receivers = publicKeys.map((publicKey, i) => ({ x: BigInt(i + 1), publicKey }));
  const deals = secrets.map((staticSecret) => {
    const options = { suite: cocktail, context, minSigners: 2, staticSecret, receivers, random };
    const ciphertextBytesMax = sizes.ciphertext;
    const { message: bytes } = deal(options);
    return parseDeal(cocktail, { bytes, minSigners: 2, receivers: 3, ciphertextBytesMax });
  });
  const [first, ...others] = deals;
  if (first === undefined) throw new Error('a deal expected');
  const [constant, ...more] = first.commitment;
  const commitment = [change(constant as Element), ...more];
  const commitmentBytes = concat(...commitment.map((point) => cocktail.encodeElement(point)));
  const transcript = encodeTranscript(cocktail, {
    context,
    minSigners: 2,
    publicKeys,
    deals: [{ ...first, commitment, commitmentBytes }, ...others],
    extension: new Uint8Array(64),
  });
  const certs = secrets.map((secret, i) => {
    const signature = certify(cocktail, secret, transcript);
    const payload = encodeCert({ transcriptHash: transcriptHash(transcript), signature });
    return seal(i + 1, DKG_ROUND.cert, sessionId, payload);
  });
  return {
    group,
    attempt: 1,
    transcript,
    certs,
    joins: joins.map(({ join }, i) => seal(i + 1, DKG_ROUND.join, scope, encodeJoin(join))),
  };
}

test('a key that its dealers know the parts of is proven', () => {
  const proof = conspiracy((constant) => constant);
  expect(verifyKeyProof(toySuite, proof).publicKeys.verifyingShares.size).toBe(3);
});

test('a key made to be somebody else’s is not, whoever certifies it', () => {
  // The first dealer's constant is moved so that the sum is a key of their choice.
  const { group } = toySuite;
  const proof = conspiracy((constant) => group.add(constant, group.multiplyBase(4711n)));
  expect(() => verifyKeyProof(toySuite, proof)).toThrow(WireError);
});
