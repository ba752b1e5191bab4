/**
 * Whole reshares in a simulated world: hosts, a key dealt to some of them, one session for each host
 * that deals or receives.
 * @module
 */
import {
  type Ciphersuite,
  dealKeys,
  identifier,
  type KeyPackage,
  type Random,
  type SuiteId,
  suites,
  utf8,
} from '@permafrost/frost';
import { CEREMONY_ROUNDS } from '../ceremony-messages.ts';
import { ceremonyConflict } from '../dkg-exchange.ts';
import { EnvelopeError, hostPubOf, openEnvelope, sealer, toMessage } from '../envelope.ts';
import {
  type BaseFacts,
  ceremonySeats,
  compareBytes,
  type Group,
  isSeatOf,
  seatsOfHost,
} from '../group.ts';
import { encodeProposal } from '../proposal.ts';
import { type ReshareOptions, type ReshareResult, reshare } from '../reshare.ts';
import { groupOfReshare } from '../reshare-group.ts';
import { type Input, type Protocol, type Seat, startSession } from '../session.ts';
import { type Conditions, createNetwork, type Letter } from './network.ts';
import { seededRandom } from './random.ts';
import { type Actor, type Simulation, startSimulation } from './simulate.ts';
import { toySuite } from './toy.ts';
import { createWorld, type World } from './world.ts';

/** A host's position in the world, from 1. Not a seat: a host may have two of these. */
export type Place = number;

/** Everything about one reshare that is settled before it begins. */
export type ReshareScene = {
  readonly suite: Ciphersuite;
  readonly seeds: readonly Uint8Array[];
  /** Host keys in order of places, which ascend. */
  readonly hosts: readonly Uint8Array[];
  readonly base: BaseFacts;
  /** Of the base, raw, in order of identifiers. */
  readonly keys: readonly KeyPackage[];
  readonly proposal: Uint8Array;
  readonly group: Group;
};

export type ReshareShape = {
  readonly seed: number;
  readonly suite?: Ciphersuite;
  /** Places of the old and the new members, and of those old ones who deal; ascending. */
  readonly old: readonly Place[];
  readonly fresh: readonly Place[];
  readonly dealers?: readonly Place[];
  readonly excluded?: readonly Place[];
  /** How many sign before and after. */
  readonly minSigners: readonly [number, number];
  readonly number?: number;
};

/** The same for the same shape. */
export function reshareScene(shape: ReshareShape): ReshareScene {
  const { seed, suite = toySuite, old, fresh, dealers = old, excluded = [], number = 1 } = shape;
  const random = seededRandom(seed, 'reshare hosts');
  const count = Math.max(...old, ...fresh);
  const seeds = Array.from({ length: count }, () => random(32)).sort((a, b) =>
    compareBytes(hostPubOf(a), hostPubOf(b)),
  );
  const hosts = seeds.map(hostPubOf);
  const at = (places: readonly Place[]): Uint8Array[] =>
    places.map((place) => hosts[place - 1] as Uint8Array);
  const [t, next] = shape.minSigners;
  const ids = old.map((_, i) => identifier(i + 1));
  const dealt = dealKeys({ suite, minSigners: t, identifiers: ids, random });
  const keys = [...dealt.values()];
  const { publicKeys } = keys[0] as KeyPackage;
  const base: BaseFacts = {
    keyId: random(16),
    epochId: random(32),
    number: number - 1,
    minSigners: t,
    members: at(old),
    groupKey: suite.encodeElement(publicKeys.verifyingKey),
    verifyingShares: ids.map((id) => suite.encodeElement(publicKeys.verifyingShares.get(id)!)),
  };
  const proposal = encodeProposal({
    type: 'reshare',
    name: 'key',
    // Proposals know the suites that nodes offer; the toy's goes by another name there.
    suite: suites.has(suite.id as SuiteId) ? (suite.id as SuiteId) : 'ed25519',
    purpose: 'sign',
    minSigners: next,
    members: at(fresh),
    requesters: [],
    policy: new Uint8Array(),
    proposer: utf8('somebody'),
    node: hosts[0] as Uint8Array,
    nonce: random(16),
    expiresMs: 1_700_000_000_000,
    keyId: base.keyId,
    baseEpochId: base.epochId,
    baseNumber: base.number,
    number,
    groupKey: base.groupKey,
    baseMinSigners: t,
    baseMembers: base.members,
    dealers: at(dealers),
    excluded: at(excluded),
  });
  const group = { ...groupOfReshare(proposal, base), suite: suite.id };
  return { suite, seeds, hosts, base, keys, proposal, group };
}

export type ReshareRun = {
  readonly world: World;
  readonly scene: ReshareScene;
  /** By place. */
  readonly simulation: Simulation<ReshareResult>;
};

/** What a byzantine host does instead of the protocol. */
export type ByzantineReshare = (options: ReshareOptions) => Protocol<ReshareResult>;

export type ReshareScenario = {
  readonly seed: number;
  readonly scene: ReshareScene;
  readonly attempt?: number;
  readonly withinMs?: number;
  readonly conditions?: Partial<Conditions>;
  readonly byzantine?: ReadonlyMap<Place, ByzantineReshare>;
  /** A host that believes in another group. */
  readonly believes?: ReadonlyMap<Place, Group>;
  readonly mayReveal?: (place: Place) => boolean;
  readonly random?: (place: Place) => Random;
};

/** Runs one to its end. */
export function simulateReshare(scenario: ReshareScenario): ReshareRun {
  const { seed, scene, attempt = 1, withinMs = 10_000, conditions } = scenario;
  const { suite, hosts, seeds, base, keys, proposal } = scene;
  const world = createWorld(seed);
  const network = createNetwork(world, conditions);
  const actors = new Map<Place, Actor<ReshareResult>>();
  hosts.forEach((hostPub, i) => {
    const place = i + 1;
    const group = scenario.believes?.get(place) ?? scene.group;
    const mine = seatsOfHost(group, hostPub);
    const [from] = mine;
    if (from === undefined) return;
    const old = base.members.findIndex((member) => compareBytes(member, hostPub) === 0);
    const share = keys[old]?.signingShare;
    const options: ReshareOptions = {
      suite,
      group,
      proposal,
      attempt,
      hostPub,
      withinMs,
      mayReveal: () => scenario.mayReveal?.(place) ?? true,
      random: scenario.random?.(place) ?? world.random(`host ${place}`),
      ...(share === undefined ? {} : { share }),
    };
    const session = startSession((scenario.byzantine?.get(place) ?? reshare)(options), {
      peers: ceremonySeats(group).filter((seat: Seat) => !mine.includes(seat)),
      rounds: CEREMONY_ROUNDS,
      seal: sealer({ suite: suite.id, kind: 'reshare', from, hostSeed: seeds[i] as Uint8Array }),
      conflict: ceremonyConflict(group, attempt),
    });
    actors.set(place, { session, open: (letter) => openLetter(scene, group, letter) });
  });
  const simulation = startSimulation(world, network, actors);
  world.run();
  return { world, scene, simulation };
}

/** What a node does with a letter before a session sees it. */
function openLetter({ hosts }: ReshareScene, group: Group, letter: Letter): Input | undefined {
  const hostPub = hosts[letter.from - 1];
  if (hostPub === undefined) return undefined;
  try {
    const opened = openEnvelope(letter.envelope, { hostPub });
    if (!isSeatOf(group, opened.from, hostPub)) return undefined;
    return { type: 'message', ...toMessage(opened, opened.from) };
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}
