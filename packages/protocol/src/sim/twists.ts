/**
 * The attacks on key generation by name: each is one member that follows the protocol but for one
 * thing. Used alone, and by the adversary of whole simulated nodes.
 * @module
 */
import { type CocktailSuite, concat, deal, LP, randomScalar, schnorrSign } from '@permafrost/frost';
import { ephemeralProofMessage, joinProofMessage } from '../ceremony.ts';
import { decodeJoin, encodeJoin, type Join } from '../ceremony-messages.ts';
import { complain } from '../complaint.ts';
import type { Seat } from '../session.ts';
import { ciphertextAt, type DealtSecrets, dealInstead, flipped, type Twist } from './adversary.ts';

/** What a member may have kept from sessions before: bodies of others' Reveals, and their Joins. */
export type Spoils = {
  readonly bodies: readonly Uint8Array[];
  readonly joins: readonly Join[];
};

export const NO_SPOILS: Spoils = { bodies: [], joins: [] };

export type NamedTwist = {
  readonly name: string;
  /** What honest members that end without a key say; several where it depends on whom they hear. */
  readonly codes: readonly string[];
  readonly twist: (about: {
    /** Members that are told, or given, something else. */
    readonly some: ReadonlySet<Seat>;
    readonly spoils: Spoils;
    readonly cocktail: CocktailSuite;
    readonly scope: Uint8Array;
    readonly hostPub: Uint8Array;
  }) => Twist;
};

/** All of them. */
export const TWISTS: readonly NamedTwist[] = [
  {
    // A threshold that is higher than agreed makes a key that nobody can use.
    name: 'more-coefficients',
    codes: ['bad-reveal'],
    twist: () => ({
      body: (body, s) => {
        const minSigners = s.ceremony.minSigners + 1;
        // Where all members sign, nobody deals so many: then one point more in front is enough.
        return minSigners > s.setup.publicKeys.length
          ? concat(body.slice(0, 4), s.ceremony.cocktail.encodeElement(s.ephemeral), body.slice(4))
          : redealt(s, minSigners);
      },
    }),
  },
  {
    // A lower one, a key that fewer can use.
    name: 'fewer-coefficients',
    codes: ['bad-reveal'],
    twist: () => ({ body: (_, s) => redealt(s, s.ceremony.minSigners - 1) }),
  },
  {
    name: 'zero-coefficient',
    codes: ['bad-reveal'],
    twist: () => ({
      body: (body, { ceremony: { cocktail, minSigners } }) =>
        put(body, 4 + (minSigners - 1) * cocktail.elementBytes, identityOf(cocktail)),
    }),
  },
  {
    // A constant term chosen for its sum with the others', of which nobody knows the logarithm.
    name: 'rogue-constant',
    codes: ['bad-reveal'],
    twist: () => ({
      body: (body, { ceremony: { cocktail }, random }) => {
        const { group } = cocktail;
        const target = group.multiplyBase(randomScalar(cocktail, random));
        const own = cocktail.decodeElement(body.slice(4, 4 + cocktail.elementBytes));
        return put(body, 4, cocktail.encodeElement(group.subtract(target, own)));
      },
    }),
  },
  {
    name: 'copied-proof',
    codes: ['bad-reveal'],
    twist: ({ spoils }) => ({
      body: (body, { ceremony: { cocktail, minSigners, sizes } }) => {
        const older = spoils.bodies.find(({ length }) => length === sizes.body);
        const end = 4 + minSigners * cocktail.elementBytes + cocktail.signatureBytes;
        return older === undefined ? flipped(body, end - 1) : put(body, 4, older.slice(4, end));
      },
    }),
  },
  {
    // Whoever complains about it would open an old ciphertext of the key's real owner.
    name: 'copied-ephemeral',
    codes: ['bad-reveal'],
    twist: ({ spoils }) => ({ body: (body, s) => withEphemeralOf(spoils, body, s) }),
  },
  {
    name: 'replayed-static-key',
    codes: ['bad-join'],
    twist: ({ spoils }) => ({
      join: (payload) => {
        const own = payload.slice(0, 32);
        const [older] = spoils.joins;
        if (older === undefined) return flipped(payload, payload.length - 9);
        return encodeJoin({ ...older, groupHash: own });
      },
    }),
  },
  {
    name: 'second-join',
    codes: ['equivocation', 'context-mismatch', 'timeout'],
    twist: ({ some, cocktail, scope, hostPub }) => ({
      join: (payload, to, { me: seat, random }) => {
        if (!some.has(to)) return payload;
        const { groupHash } = decodeJoin(cocktail, payload);
        const [secret, nonce] = [randomScalar(cocktail, random), random(32)];
        const message = joinProofMessage({ seat, scope, hostPub, nonce });
        return encodeJoin({
          groupHash,
          nonce,
          publicKey: cocktail.encodeElement(cocktail.group.multiplyBase(secret)),
          proof: schnorrSign(cocktail, secret, message),
        });
      },
    }),
  },
  {
    name: 'two-commits',
    codes: ['equivocation', 'root-mismatch', 'timeout', 'commit-mismatch'],
    twist: ({ some }) => ({ commit: (p, to) => (some.has(to) ? flipped(p, 0) : p) }),
  },
  {
    name: 'two-reveals',
    codes: ['commit-mismatch', 'equivocation', 'timeout'],
    twist: ({ some }) => ({
      reveal: (p, to) => (some.has(to) ? flipped(p, p.length - 1) : p),
    }),
  },
  {
    name: 'other-context',
    codes: ['context-mismatch'],
    twist: () => ({ commit: (p) => flipped(p, 40) }),
  },
  {
    name: 'other-root',
    codes: ['root-mismatch'],
    twist: () => ({ root: (root) => flipped(root, 0) }),
  },
  ...(
    [
      ['share-of-another-value', (s) => s.ceremony.cocktail.encodeScalar(7n)],
      ['share-not-reduced', (s) => new Uint8Array(s.ceremony.cocktail.scalarBytes).fill(0xff)],
      ['share-of-zeros', (s) => new Uint8Array(s.ceremony.cocktail.scalarBytes)],
    ] as readonly (readonly [string, (s: DealtSecrets) => Uint8Array])[]
  ).map(
    ([name, plaintext]): NamedTwist => ({
      name,
      codes: ['bad-share', 'timeout'],
      twist: ({ some }) => ({
        body: (body, s) => {
          const victim = victimOf(s, some);
          return victim === undefined ? body : dealInstead(s, victim, plaintext(s));
        },
      }),
    }),
  ),
  {
    name: 'share-that-does-not-open',
    codes: ['bad-share', 'timeout'],
    twist: ({ some }) => ({
      body: (body, s) => {
        const victim = victimOf(s, some);
        return victim === undefined
          ? body
          : reproved(s, flipped(s.message, ciphertextAt(s.ceremony, victim) + 1));
      },
    }),
  },
  {
    name: 'false-complaint',
    codes: ['false-complaint', 'timeout'],
    twist: ({ some }) => ({ third: (s) => complaint(s, some) }),
  },
  {
    name: 'complaint-about-another-body',
    codes: ['void-complaint', 'timeout'],
    twist: ({ some }) => ({
      third: (s) => {
        const payload = complaint(s, some);
        return payload === undefined ? undefined : flipped(payload, 40);
      },
    }),
  },
  {
    name: 'complaint-about-itself',
    codes: ['malformed-message', 'timeout'],
    twist: ({ some }) => ({
      third: (s) => {
        const payload = complaint(s, some);
        return payload === undefined
          ? undefined
          : put(payload, 0, Uint8Array.of(s.me >> 8, s.me & 255));
      },
    }),
  },
];

/** A member other than the dealer itself. */
function victimOf({ me, setup }: DealtSecrets, some: ReadonlySet<Seat>): Seat | undefined {
  const others = setup.publicKeys.map((_, i) => i + 1).filter((seat) => seat !== me);
  return others.find((seat) => some.has(seat)) ?? others[0];
}

function complaint(
  s: Parameters<NonNullable<Twist['third']>>[0],
  some: ReadonlySet<Seat>,
): Uint8Array | undefined {
  const { ceremony, setup, me, staticSecret, random, reveals } = s;
  const seat = victimOf(s, some);
  const reveal = seat === undefined ? undefined : reveals.get(seat);
  if (seat === undefined || reveal === undefined) return undefined;
  const dealer = { seat, reveal };
  return complain(ceremony, setup, { me, dealer, why: 'VSS', staticSecret, random });
}

/**
 * A whole deal with another number of coefficients, and good proofs. Where all members must sign
 * there can be no more coefficients than members: then it is an honest one.
 */
function redealt(s: DealtSecrets, wanted: number): Uint8Array {
  const { ceremony, setup, staticSecret, random, me } = s;
  const { context } = setup;
  const receivers = setup.publicKeys.map((publicKey, i) => ({ x: BigInt(i + 1), publicKey }));
  const suite = ceremony.cocktail;
  const minSigners = Math.min(wanted, receivers.length);
  const dealt = deal({ suite, context, minSigners, staticSecret, receivers, random });
  const proof = schnorrSign(suite, dealt.ephemeralSecret, ephemeralProofMessage(me, context));
  return concat(LP(dealt.message), proof);
}

/** Another message of ours, with a good proof of the ephemeral key behind it. */
function reproved({ ceremony, ephemeralSecret, me, setup }: DealtSecrets, message: Uint8Array) {
  const proof = schnorrSign(
    ceremony.cocktail,
    ephemeralSecret,
    ephemeralProofMessage(me, setup.context),
  );
  return concat(LP(message), proof);
}

/**
 * A deal with an ephemeral key of somebody else's older deal. Its proof of possession is good, since
 * that covers the key's bytes alone; of the key itself there is only the old proof.
 */
function withEphemeralOf(spoils: Spoils, body: Uint8Array, s: DealtSecrets): Uint8Array {
  const { setup, random, ceremony } = s;
  const { cocktail, minSigners, sizes } = ceremony;
  const points = minSigners * cocktail.elementBytes;
  const at = 4 + points + cocktail.signatureBytes;
  const proofAt = body.length - cocktail.signatureBytes;
  const older = spoils.bodies.find(({ length }) => length === sizes.body);
  if (older === undefined) return flipped(body, body.length - 1);
  const stolen = older.slice(at, at + cocktail.elementBytes);
  const coefficients = Array.from({ length: minSigners }, () => randomScalar(cocktail, random));
  const commitment = concat(
    ...coefficients.map((a) => cocktail.encodeElement(cocktail.group.multiplyBase(a))),
  );
  const message = concat(setup.context, commitment, stolen);
  const [constant] = coefficients;
  if (constant === undefined) throw new RangeError('a deal has coefficients');
  const proof = schnorrSign(cocktail, constant, message);
  return put(put(body, 4, concat(commitment, proof, stolen)), proofAt, older.slice(proofAt));
}

/** What an identity would look like: all zeros, but for curves that have a natural encoding. */
function identityOf({ elementBytes }: CocktailSuite): Uint8Array {
  return new Uint8Array(elementBytes);
}

function put(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(by, at);
  return copy;
}
