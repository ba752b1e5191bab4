/**
 * A member's own part in a ceremony: its Join, what it deals, and what it gets out of it.
 * @module
 */
import {
  CocktailFault,
  type DhKeys,
  deal,
  type Element,
  finish,
  type PublicKeyPackage,
  type Random,
  type Scalar,
  Secret,
  schnorrSign,
} from '@permafrost/frost';
import {
  type Ceremony,
  ephemeralProofMessage,
  joinProofMessage,
  placeOf,
  type Setup,
} from './ceremony.ts';
import { encodeBody, encodeJoin } from './ceremony-messages.ts';
import type { Run } from './dkg-listen.ts';
import { packageOf } from './dkg-record.ts';
import type { Reveals } from './dkg-shares.ts';
import { Fault } from './fault.ts';
import type { Seat } from './session.ts';

/** The payload of a Join from one of our seats. */
export function joinPayload(
  run: Run,
  seat: Seat,
  own: { readonly secret: Scalar; readonly publicKey: Element; readonly nonce: Uint8Array },
): Uint8Array {
  const { cocktail, scope, groupHash } = run.ceremony;
  const { secret, publicKey, nonce } = own;
  const message = joinProofMessage({
    ...placeOf(run.ceremony.group, seat),
    scope,
    hostPub: run.hostPub,
    nonce,
  });
  return encodeJoin({
    groupHash,
    nonce,
    publicKey: cocktail.encodeElement(publicKey),
    proof: schnorrSign(cocktail, secret, message, publicKey),
  });
}

/**
 * Deals to all who receive, ourselves included where we do. Polynomial and ephemeral key end with
 * this function, and the dealer's evaluations and proof are checked before it returns.
 */
export function dealtBody(
  ceremony: Ceremony,
  setup: Setup,
  by: {
    readonly dealer: Seat;
    readonly staticSecret: Scalar;
    readonly random: Random;
    /** The constant term; random in a key generation. */
    readonly constant?: Scalar;
  },
): { readonly body: Uint8Array; readonly dh: readonly DhKeys[] } {
  const { cocktail, minSigners, maxSigners, group } = ceremony;
  const { dealer, staticSecret, random, constant } = by;
  const receivers = setup.publicKeys
    .slice(0, maxSigners)
    .map((publicKey, i) => ({ x: BigInt(i + 1), publicKey }));
  const { context } = setup;
  const { message, ephemeral, ephemeralSecret, dh } = deal({
    suite: cocktail,
    context,
    minSigners,
    staticSecret,
    receivers,
    random,
    sender: setup.publicKeys[dealer - 1] as Element,
    ...(constant === undefined ? {} : { constant }),
  });
  const place = placeOf(group, dealer);
  const signed = ephemeralProofMessage(place.seat, context, place.role);
  const proof = schnorrSign(cocktail, ephemeralSecret, signed, ephemeral);
  return { body: encodeBody(message, proof), dh };
}

/**
 * The group key and everybody's verifying share.
 * @throws Fault `identity-key`.
 */
export function publicSum(ceremony: Ceremony, reveals: Reveals): PublicKeyPackage {
  return unlessIdentity(() => {
    const { suite, cocktail, minSigners, maxSigners } = ceremony;
    const sums = finish(cocktail, {
      commitments: reveals.map(({ deal }) => deal.commitment),
      receivers: Array.from({ length: maxSigners }, (_, i) => BigInt(i + 1)),
    });
    return packageOf(suite, minSigners, sums);
  });
}

/** The share, the group key and everybody's verifying share, checked against each other. */
export function sumUp(
  ceremony: Ceremony,
  me: Seat,
  { reveals, shares }: { readonly reveals: Reveals; readonly shares: readonly Scalar[] },
): { readonly share: Secret; readonly publicKeys: PublicKeyPackage } {
  const { suite, cocktail, minSigners, maxSigners } = ceremony;
  return unlessIdentity(() => {
    const sums = finish(cocktail, {
      commitments: reveals.map(({ deal }) => deal.commitment),
      receivers: Array.from({ length: maxSigners }, (_, i) => BigInt(i + 1)),
      own: { x: BigInt(me), shares },
    });
    // A top coefficient of zero would let fewer than minSigners sign.
    if (sums.commitment.some((sum) => cocktail.group.isIdentity(sum))) {
      throw new CocktailFault('IDENTITY');
    }
    if (sums.share === undefined) throw new RangeError('own share was asked for');
    const encoded = cocktail.encodeScalar(sums.share);
    const share = new Secret(encoded);
    encoded.fill(0);
    return { share, publicKeys: packageOf(suite, minSigners, sums) };
  });
}

function unlessIdentity<T>(sum: () => T): T {
  try {
    return sum();
  } catch (error) {
    if (!(error instanceof CocktailFault) || error.code !== 'IDENTITY') throw error;
    throw new Fault({ code: 'identity-key' }, undefined, { cause: error });
  }
}
