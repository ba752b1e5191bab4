/**
 * Whole repairs in a simulated world: a key dealt to hosts, one of which lost its share.
 * @module
 */
import {
  type Ciphersuite,
  dealKeys,
  identifier,
  type KeyPackage,
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
  REPAIR_KIND,
} from '../group.ts';
import { encodeProposal } from '../proposal.ts';
import { type RepairLies, type RepairOptions, type RepairResult, repair } from '../repair.ts';
import { groupOfRepair } from '../repair-group.ts';
import { type Input, type Protocol, type Seat, startSession } from '../session.ts';
import { type Conditions, createNetwork, type Letter } from './network.ts';
import { seededRandom } from './random.ts';
import { type Actor, type Simulation, startSimulation } from './simulate.ts';
import { toySuite } from './toy.ts';
import { createWorld, type World } from './world.ts';

/** Everything about one repair that is settled before it begins. Places are identifiers. */
export type RepairScene = {
  readonly suite: Ciphersuite;
  readonly seeds: readonly Uint8Array[];
  readonly base: BaseFacts;
  /** Raw, in order of identifiers; the lost one too, to compare with. */
  readonly keys: readonly KeyPackage[];
  readonly proposal: Uint8Array;
  readonly group: Group;
};

/** The same for the same shape. */
export function repairScene(shape: {
  readonly seed: number;
  readonly suite?: Ciphersuite;
  readonly minSigners: number;
  readonly maxSigners: number;
  readonly helpers: readonly Seat[];
  readonly lost: Seat;
}): RepairScene {
  const { seed, suite = toySuite, minSigners, maxSigners, helpers, lost } = shape;
  const random = seededRandom(seed, 'repair hosts');
  const seeds = Array.from({ length: maxSigners }, () => random(32)).sort((a, b) =>
    compareBytes(hostPubOf(a), hostPubOf(b)),
  );
  const members = seeds.map(hostPubOf);
  const ids = members.map((_, i) => identifier(i + 1));
  const keys = [...dealKeys({ suite, minSigners, identifiers: ids, random }).values()];
  const { publicKeys } = keys[0] as KeyPackage;
  const base: BaseFacts = {
    keyId: random(16),
    epochId: random(32),
    number: 3,
    minSigners,
    members,
    groupKey: suite.encodeElement(publicKeys.verifyingKey),
    verifyingShares: ids.map((id) => suite.encodeElement(publicKeys.verifyingShares.get(id)!)),
  };
  const hostOf = (seat: Seat): Uint8Array => members[seat - 1] as Uint8Array;
  const proposal = encodeProposal({
    type: 'repair',
    name: 'key',
    // Proposals know the suites that nodes offer; the toy's goes by another name there.
    suite: suites.has(suite.id as SuiteId) ? (suite.id as SuiteId) : 'ed25519',
    purpose: 'sign',
    minSigners,
    members,
    requesters: [],
    policy: new Uint8Array(),
    proposer: utf8('somebody'),
    node: hostOf(lost),
    nonce: random(16),
    expiresMs: 1_700_000_000_000,
    keyId: base.keyId,
    baseEpochId: base.epochId,
    baseNumber: base.number,
    number: base.number,
    groupKey: base.groupKey,
    baseMinSigners: minSigners,
    baseMembers: members,
    dealers: helpers.map(hostOf),
    excluded: [],
    lost: hostOf(lost),
  });
  const group = { ...groupOfRepair(proposal, base), suite: suite.id };
  return { suite, seeds, base, keys, proposal, group };
}

export type RepairRun = {
  readonly world: World;
  readonly scene: RepairScene;
  readonly simulation: Simulation<RepairResult>;
};

/** Runs one to its end. */
export function simulateRepair(scenario: {
  readonly seed: number;
  readonly scene: RepairScene;
  readonly attempt?: number;
  readonly withinMs?: number;
  readonly conditions?: Partial<Conditions>;
  readonly lies?: ReadonlyMap<Seat, RepairLies>;
  /** Another protocol than that of honest hosts. */
  readonly byzantine?: ReadonlyMap<Seat, (options: RepairOptions) => Protocol<RepairResult>>;
  /** A host that believes in another group. */
  readonly believes?: ReadonlyMap<Seat, Group>;
  readonly mayReveal?: (seat: Seat) => boolean;
  /** Who dies when, in milliseconds. */
  readonly deaths?: ReadonlyMap<Seat, number>;
  /** Whose attempt this is, where some helpers are left out of it. */
  readonly group?: Group;
}): RepairRun {
  const { seed, scene, attempt = 1, withinMs = 10_000, conditions } = scenario;
  const { suite, seeds, keys, proposal, base } = scene;
  const world = createWorld(seed);
  const network = createNetwork(world, conditions);
  const actors = new Map<Seat, Actor<RepairResult>>();
  const agreed = scenario.group ?? scene.group;
  for (const seat of ceremonySeats(agreed)) {
    const group = scenario.believes?.get(seat) ?? agreed;
    const share = seat === group.change?.lost ? undefined : keys[seat - 1]?.signingShare;
    const options: RepairOptions = {
      suite,
      group,
      proposal,
      attempt,
      hostPub: base.members[seat - 1] as Uint8Array,
      withinMs,
      mayReveal: () => scenario.mayReveal?.(seat) ?? true,
      random: world.random(`host ${seat}`),
      ...(share === undefined ? {} : { share }),
    };
    const protocol =
      scenario.byzantine?.get(seat)?.(options) ?? repair(options, scenario.lies?.get(seat));
    const hostSeed = seeds[seat - 1] as Uint8Array;
    const session = startSession(protocol, {
      peers: ceremonySeats(group).filter((one) => one !== seat),
      rounds: CEREMONY_ROUNDS,
      seal: sealer({ suite: suite.id, kind: REPAIR_KIND, from: seat, hostSeed }),
      conflict: ceremonyConflict(group, attempt),
    });
    actors.set(seat, { session, open: (letter) => openLetter(scene, group, letter) });
  }
  const simulation = startSimulation(world, network, actors);
  for (const [seat, atMs] of scenario.deaths ?? []) world.after(atMs, () => simulation.kill(seat));
  world.run();
  return { world, scene, simulation };
}

/** What a node does with a letter before a session sees it. */
function openLetter({ base }: RepairScene, group: Group, letter: Letter): Input | undefined {
  const hostPub = base.members[letter.from - 1];
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
