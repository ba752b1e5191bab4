/**
 * A complaint shows two Diffie–Hellman values. If a dealer could have others complain about keys
 * that are not its own, it would use them to open ciphertexts of earlier sessions. Here somebody
 * does: with members that keep their static keys (ours never do) and complain without asking for
 * proofs, a finished key is computed from four aborted sessions. One check stops it.
 */
import {
  type Ciphersuite,
  ciphersuite,
  type DhKeys,
  deal,
  type Element,
  equalBytes,
  interpolate,
  openShare,
  parseDeal,
  type Random,
  randomScalar,
  type Scalar,
  schnorrSign,
} from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Ceremony,
  ceremonyOf,
  ephemeralProofMessage,
  proofFault,
  type ReadReveal,
  readReveal,
  type Setup,
  setupOf,
} from './ceremony.ts';
import { DKG_ROUND, encodeBody, encodeReveal } from './ceremony-messages.ts';
import { complain } from './complaint.ts';
import { parseEnvelope } from './envelope.ts';
import type { Seat } from './session.ts';
import {
  byzantine,
  checkBlame,
  type DealtSecrets,
  installNodeCrypto,
  makeHosts,
  seededRandom,
  simulateDkg,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const EVE: Seat = 3;
const N = 3;

type Old = {
  readonly ceremony: Ceremony;
  readonly setup: Setup;
  readonly statics: readonly Scalar[];
  readonly deals: readonly Uint8Array[];
  /** What Eve dealt herself. */
  readonly eveConstant: Scalar;
  readonly secret: Scalar;
};

/** Sessions of three members that all use their one static key. */
function sessionOf(suite: Ciphersuite, attempt: number, statics: readonly Scalar[]) {
  const { group } = makeHosts({ seed: 1, suite, minSigners: 2, maxSigners: N });
  const ceremony = ceremonyOf(suite, group, attempt);
  const { cocktail } = suite;
  const joins = statics.map((d, i) => {
    const publicKey = cocktail.group.multiplyBase(d);
    const nonce = new Uint8Array(32).fill(16 * attempt + i);
    const { groupHash } = ceremony;
    const encoded = cocktail.encodeElement(publicKey);
    return {
      join: { groupHash, nonce, publicKey: encoded, proof: new Uint8Array() },
      publicKey,
    };
  });
  const setup = setupOf(ceremony, joins);
  const receivers = setup.publicKeys.map((publicKey, i) => ({ x: BigInt(i + 1), publicKey }));
  return { ceremony, setup, receivers };
}

/** A session that ended well, as everybody on the wire has it, and its group secret. */
function oldSession(suite: Ciphersuite, random: Random): Old {
  const { cocktail } = suite;
  const statics = Array.from({ length: N }, () => randomScalar(cocktail, random));
  const { ceremony, setup, receivers } = sessionOf(suite, 1, statics);
  const constants = statics.map(() => randomScalar(cocktail, random));
  const deals = statics.map((staticSecret, i) => {
    const coefficients = [constants[i] as Scalar, randomScalar(cocktail, random)];
    const given = { coefficients, ephemeralSecret: randomScalar(cocktail, random) };
    const { context } = setup;
    return deal({ suite: cocktail, context, minSigners: 2, staticSecret, receivers, random, given })
      .message;
  });
  const secret = constants.reduce((sum, one) => (sum + one) % cocktail.order, 0n);
  const eveConstant = constants[EVE - 1] as Scalar;
  return { ceremony, setup, statics, deals, eveConstant, secret };
}

function read(ceremony: Ceremony, message: Uint8Array) {
  const { cocktail, minSigners, maxSigners, sizes } = ceremony;
  const ciphertextBytesMax = sizes.ciphertext;
  const options = { bytes: message, minSigners, receivers: maxSigners, ciphertextBytesMax };
  return parseDeal(cocktail, options);
}

/**
 * Eve's Reveal in a new session with a key of somebody else's as her ephemeral one. Her proof of
 * possession covers its bytes, which she has; the logarithm, which she has not, only pokE asks for.
 */
function trap(
  { ceremony, setup }: { readonly ceremony: Ceremony; readonly setup: Setup },
  stolen: Element,
  random: Random,
): ReadReveal {
  const { cocktail, minSigners, maxSigners, sizes } = ceremony;
  const coefficients = Array.from({ length: minSigners }, () => randomScalar(cocktail, random));
  const parts = coefficients.map((a) => cocktail.encodeElement(cocktail.group.multiplyBase(a)));
  const points = Uint8Array.from(parts.flatMap((part) => [...part]));
  const e = cocktail.encodeElement(stolen);
  const signed = Uint8Array.from([...setup.context, ...points, ...e]);
  const pop = schnorrSign(cocktail, coefficients[0] as Scalar, signed);
  const header = [0, 0, 0, 0, 0, 0, 0, sizes.ciphertext];
  const frames = Array.from({ length: maxSigners }, () => [...header, ...random(sizes.ciphertext)]);
  const message = Uint8Array.from([...points, ...pop, ...e, ...frames.flat()]);
  // The best that she can do: prove to know some other key.
  const pokE = schnorrSign(cocktail, 5n, ephemeralProofMessage(EVE, setup.context));
  const body = encodeBody(message, pokE);
  const payload = encodeReveal({ root: new Uint8Array(32), body });
  const judged = readReveal(ceremony, payload);
  if (judged.type !== 'read') throw new Error('a readable Reveal expected');
  return judged.reveal;
}

/** What an honest member tells everybody about Eve's Reveal; undefined: it does not complain. */
type Victim = (
  session: ReturnType<typeof sessionOf>,
  reveal: ReadReveal,
  me: Seat,
  staticSecret: Scalar,
) => Uint8Array | undefined;

const withoutCheck: Victim = ({ ceremony, setup }, reveal, me, staticSecret) => {
  const dealer = { seat: EVE, reveal };
  const random = seededRandom(me, 'complaint');
  return complain(ceremony, setup, { me, dealer, why: 'DECRYPT', staticSecret, random });
};

const withCheck: Victim = (session, reveal, me, staticSecret) =>
  proofFault(session.ceremony, session.setup, EVE, reveal) === undefined
    ? withoutCheck(session, reveal, me, staticSecret)
    : undefined;

/** Eve's way to the secret of the old session. */
function stealSecret(suite: Ciphersuite, old: Old, victim: Victim, random: Random) {
  const { cocktail } = suite;
  let attempt = 1;
  /** d_m · key, asked of m by complaint. */
  function ask(me: Seat, key: Element): Element | undefined {
    const session = sessionOf(suite, ++attempt, old.statics);
    const reveal = trap(session, key, random);
    const complaint = victim(session, reveal, me, old.statics[me - 1] as Scalar);
    if (complaint === undefined) return undefined;
    const at = 3 + 32 + 64;
    return cocktail.decodeElement(complaint.slice(at, at + cocktail.elementBytes));
  }
  /** f_dealer(x of the receiver), from the archived ciphertext. */
  function open(dealer: Seat, receiver: Seat, dh: DhKeys): Scalar | undefined {
    const { commitment, ephemeral, ciphertexts } = read(
      old.ceremony,
      old.deals[dealer - 1] as Uint8Array,
    );
    const opened = openShare(cocktail, {
      context: old.setup.context,
      dh,
      ephemeral,
      sender: old.setup.publicKeys[dealer - 1] as Element,
      receiver: {
        x: BigInt(receiver),
        publicKey: old.setup.publicKeys[receiver - 1] as Element,
      },
      ciphertext: ciphertexts[receiver - 1] as Uint8Array,
      commitment,
    });
    return opened.type === 'opened' ? opened.share : undefined;
  }
  /** Constant term of a dealer: one share was dealt to Eve, one is opened by two complaints. */
  function constantOf(dealer: Seat, other: Seat): Scalar | undefined {
    const { ephemeral } = read(old.ceremony, old.deals[dealer - 1] as Uint8Array);
    const own = old.statics[EVE - 1] as Scalar;
    const mine = open(dealer, EVE, {
      se: cocktail.group.multiply(ephemeral, own),
      sd: cocktail.group.multiply(old.setup.publicKeys[dealer - 1] as Element, own),
    });
    const se = ask(other, ephemeral);
    const sd = ask(other, old.setup.publicKeys[dealer - 1] as Element);
    if (se === undefined || sd === undefined || mine === undefined) return undefined;
    const theirs = open(dealer, other, { se, sd });
    if (theirs === undefined) return undefined;
    const points = new Map([
      [BigInt(EVE), mine],
      [BigInt(other), theirs],
    ]);
    return interpolate(points, cocktail.order);
  }
  const first = constantOf(1, 2);
  const second = constantOf(2, 1);
  const sessions = attempt - 1;
  if (first === undefined || second === undefined) return { secret: undefined, sessions };
  return { secret: (first + second + old.eveConstant) % cocktail.order, sessions };
}

describe.each([
  ['toy', toySuite],
  ['ed25519', ciphersuite('ed25519')],
  ['secp256k1', ciphersuite('secp256k1')],
] as const)('over %s', (_, suite) => {
  const old = oldSession(suite, seededRandom(1, 'old'));

  test('without the proof of the ephemeral key, four aborted sessions give the old key', () => {
    const stolen = stealSecret(suite, old, withoutCheck, seededRandom(2, 'eve'));
    expect(stolen).toEqual({ secret: old.secret, sessions: 4 });
  });

  test('with it, nobody complains and nothing is learnt', () => {
    const stolen = stealSecret(suite, old, withCheck, seededRandom(2, 'eve'));
    expect(stolen.secret).toBeUndefined();
  });
});

test('in a whole session, a dealer with another’s ephemeral key is convicted, and hears no complaint', () => {
  const suite = toySuite;
  const { cocktail } = suite;
  const hosts = makeHosts({ seed: 4, minSigners: 2, maxSigners: N });
  const before = simulateDkg({ seed: 4, hosts, attempt: 1 });
  const reveal = before.simulation.letters.find(
    (l) => l.from === 1 && l.round === DKG_ROUND.reveal,
  );
  if (reveal === undefined) throw new Error('a Reveal expected');
  const stolen = [
    // The ephemeral key of an old session, and a static key of this one.
    (): Element => {
      const judged = readReveal(
        ceremonyOf(suite, hosts.group, 1),
        parseEnvelope(reveal.envelope).payload,
      );
      if (judged.type !== 'read') throw new Error('a readable Reveal expected');
      return judged.reveal.deal.ephemeral;
    },
    ({ setup }: DealtSecrets): Element => setup.publicKeys[0] as Element,
  ];
  for (const [i, key] of stolen.entries()) {
    const eve = byzantine({
      body: (_, secrets) => {
        const bait = trap(secrets, key(secrets), seededRandom(5, 'bait'));
        expect(equalBytes(bait.deal.ephemeralBytes, cocktail.encodeElement(key(secrets)))).toBe(
          true,
        );
        return bait.body;
      },
    });
    const run = simulateDkg({
      seed: 6 + i,
      hosts,
      attempt: 2,
      byzantine: new Map([[EVE, eve]]),
    });
    const verdicts = checkBlame(run, { suite, faulty: [EVE] });
    expect(verdicts.map(({ code }) => code)).toEqual(['bad-reveal', 'bad-reveal']);
    expect(run.simulation.letters.some((l) => l.round === DKG_ROUND.cert)).toBe(false);
  }
});
