/**
 * The adversary's algebra. Every share that is seen is an equation over the field of the suite,
 *   z = ±(d + ρ·e) + λ·c·s   (RFC 9591, section 5.2),
 * with a signer's nonces d and e and its signing share s unknown. A key's shares are values of one
 * polynomial, of which corrupt members know a value each. No equation may ever determine the value
 * of another one, or the group's secret.
 * @module
 */
import {
  type Ciphersuite,
  concat,
  derivationRoot,
  derivePublicKeys,
  toHex,
  toSigningPublicKeys,
} from '@permafrost/frost';
import { childPathOf, publicKeysOf, type SignCore } from '@permafrost/protocol';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';
import { type KeyOnDisk, keyOnDisk } from './disks.ts';
import { createSystem, type Form, type System } from './linear.ts';
import { lagrangeAtZero } from './modular.ts';
import type { SeenRequest, Sightings } from './sightings.ts';

/** Watches shares; `finish` solves for what they give away. */
export function watchAlgebra(
  network: Network,
  about: About,
  sightings: Sightings,
  violate: Violate,
): { readonly finish: () => void } {
  // A nonce seen once makes an equation with an unknown of its own, which says nothing of anything
  // else: only those that come with several requests need to be looked at.
  const byPoint = new Map<string, Map<string, { seat: number; request: SeenRequest }>>();
  sightings.onShare(({ seat, request }) => {
    const own = request?.core.offers.find(({ offer }) => offer.identifier === seat)?.offer;
    if (request === undefined || own === undefined) return;
    for (const point of [own.hiding, own.binding]) {
      const name = toHex(point);
      const seen = byPoint.get(name) ?? new Map();
      seen.set(request.reqHash, { seat, request });
      byPoint.set(name, seen);
    }
  });
  return {
    finish: () => {
      const system = createSystem(about.suite.order);
      const keys = new Map<string, KeyOnDisk>();
      for (const seen of byPoint.values()) {
        if (seen.size < 2) continue;
        for (const { seat, request } of seen.values()) {
          const id = toHex(request.core.request.keyId);
          const key = keys.get(id) ?? keyOnDisk(network, id);
          if (key === undefined) continue;
          if (!keys.has(id)) addKnown(system, network, about, key);
          keys.set(id, key);
          system.add(equationOf(about.suite, key, { core: request.core, seat }));
        }
      }
      for (const key of keys.values()) {
        for (const { seat, what } of secretsOf(network, about, key)) {
          if (system.determines(shareForm(about.suite, key, seat))) {
            violate('nothing determines a secret', `${what} of key ${key.id}`);
          }
        }
      }
    },
  };
}

/** What must stay unknown: the group's secret (at 0), and the share of every honest member. */
function secretsOf(
  network: Network,
  { corrupt }: About,
  key: KeyOnDisk,
): readonly { readonly seat: number; readonly what: string }[] {
  const honest = key.seats.filter(({ host }) => {
    const index = network.nodes.findIndex(({ operator }) => operator.host === host);
    return !corrupt.has(index);
  });
  return [
    { seat: 0, what: 'the secret' },
    ...honest.map(({ seat }) => ({ seat, what: `the share in seat ${seat}` })),
  ];
}

/** What corrupt members of a key know from the start. */
function addKnown(
  system: System,
  network: Network,
  { corrupt, suite }: About,
  key: KeyOnDisk,
): void {
  for (const { seat, host } of key.seats) {
    const index = network.nodes.findIndex(({ operator }) => operator.host === host);
    if (corrupt.has(index)) system.add(shareForm(suite, key, seat));
  }
}

/** A key's share in a seat: a value of its polynomial, whose coefficients are the unknowns. */
export function shareForm(suite: Ciphersuite, key: KeyOnDisk, seat: number): Form {
  const form = new Map<string, bigint>();
  let power = 1n;
  for (let k = 0; k < key.minSigners; k++) {
    form.set(`${key.id}/${k}`, power);
    power = (power * BigInt(seat)) % suite.order;
    if (power === 0n) break;
  }
  return form;
}

/** The equation that one share makes. */
export function equationOf(
  suite: Ciphersuite,
  key: KeyOnDisk,
  { core, seat }: { readonly core: SignCore; readonly seat: number },
): Form {
  const { order } = suite;
  const raw = publicKeysOf(suite, key.transcript);
  const root = derivationRoot(core.request.keyId, suite, raw.verifyingKey);
  // What a child adds to every share is known to all, and determines nothing.
  const { child } = derivePublicKeys(toSigningPublicKeys(raw), root, childPathOf(core.request));
  const publicKey = suite.encodeElement(child.verifyingKey);
  const offers = [...core.offers]
    .map(({ offer }) => offer)
    .sort((a, b) => a.identifier - b.identifier);
  const list = offers.flatMap(({ identifier, hiding, binding }) => [
    suite.encodeScalar(BigInt(identifier)),
    hiding,
    binding,
  ]);
  const prefix = concat(publicKey, suite.h4(core.request.message), suite.h5(concat(...list)));
  const rho = (identifier: number) =>
    suite.h1(concat(prefix, suite.encodeScalar(BigInt(identifier))));
  const terms = offers.map(({ identifier, hiding, binding }) =>
    suite.group.add(
      suite.decodeElement(hiding),
      suite.group.multiply(suite.decodeElement(binding), rho(identifier)),
    ),
  );
  const commitment = suite.group.sum(terms);
  const c = suite.challenge(suite.encodeElement(commitment), publicKey, core.request.message);
  const isNegated = suite.evenY && !suite.group.hasEvenY(commitment);
  const sign = (value: bigint) => (isNegated ? order - value : value);
  const xs = offers.map(({ identifier }) => BigInt(identifier));
  const weight = (lagrangeAtZero(BigInt(seat), xs, order) * c) % order;
  const own = offers.find(({ identifier }) => identifier === seat);
  const form = new Map<string, bigint>();
  if (own !== undefined) {
    form.set(`nonce/${toHex(own.hiding)}`, sign(1n));
    form.set(`nonce/${toHex(own.binding)}`, sign(rho(seat)));
  }
  for (const [name, power] of shareForm(suite, key, seat)) {
    const share = child.map.negate ? order - power : power;
    form.set(name, (share * weight) % order);
  }
  return form;
}
