/**
 * Whole key generations in a simulated world: hosts, a group, one session for each member.
 * @module
 */
import { type Ciphersuite, concat, type Random, utf8 } from '@permafrost/frost';
import { CEREMONY_ROUNDS } from '../ceremony-messages.ts';
import { cocktailDkg, type DkgOptions, type DkgResult } from '../dkg.ts';
import { ceremonyConflict } from '../dkg-exchange.ts';
import { EnvelopeError, hostPubOf, openEnvelope, sealer, toMessage } from '../envelope.ts';
import { compareBytes, DKG_KIND, type Group, proposalHash, seatOf } from '../group.ts';
import { type Input, type Protocol, type Seat, startSession } from '../session.ts';
import { type Conditions, createNetwork, type Letter } from './network.ts';
import { seededRandom } from './random.ts';
import { type Actor, type Simulation, startSimulation } from './simulate.ts';
import { toySuite } from './toy.ts';
import { createWorld, type World } from './world.ts';

/** A group and the seeds of its hosts, in order of seats. */
export type Hosts = {
  readonly group: Group;
  readonly proposal: Uint8Array;
  readonly seeds: readonly Uint8Array[];
};

/** n hosts in a group with threshold t. The same for the same seed and label. */
export function makeHosts(options: {
  readonly seed: number;
  readonly suite?: Ciphersuite;
  readonly minSigners: number;
  readonly maxSigners: number;
  readonly label?: string;
}): Hosts {
  const { seed, suite = toySuite, minSigners, maxSigners, label = '' } = options;
  const random = seededRandom(seed, 'hosts');
  const hosts = Array.from({ length: maxSigners }, () => {
    const hostSeed = random(32);
    return { hostSeed, hostPub: hostPubOf(hostSeed) };
  }).sort((a, b) => compareBytes(a.hostPub, b.hostPub));
  const proposal = concat(utf8(`proposal ${seed} ${label}`));
  const group: Group = {
    suite: suite.id,
    purpose: 'sign',
    proposalHash: proposalHash(proposal),
    threshold: { minSigners, maxSigners },
    members: hosts.map(({ hostPub }) => hostPub),
  };
  return { group, proposal, seeds: hosts.map(({ hostSeed }) => hostSeed) };
}

export type DkgRun = {
  readonly world: World;
  readonly hosts: Hosts;
  readonly simulation: Simulation<DkgResult>;
};

/** What a byzantine member does instead of the protocol. */
export type Byzantine = (options: DkgOptions) => Protocol<DkgResult>;

export type DkgScenario = {
  readonly seed: number;
  readonly suite?: Ciphersuite;
  readonly hosts: Hosts;
  readonly attempt?: number;
  readonly withinMs?: number;
  readonly conditions?: Partial<Conditions>;
  readonly byzantine?: ReadonlyMap<Seat, Byzantine>;
  /** A member that believes in another group: in its seat there. */
  readonly believes?: ReadonlyMap<Seat, Group>;
  readonly usedSession?: DkgOptions['usedSession'];
  readonly random?: (seat: Seat) => Random;
};

/** Runs one to its end. */
export function simulateDkg(scenario: DkgScenario): DkgRun {
  const { seed, hosts, suite = toySuite, attempt = 1, withinMs = 10_000, conditions } = scenario;
  const world = createWorld(seed);
  const network = createNetwork(world, conditions);
  const actors = new Map<Seat, Actor<DkgResult>>();
  hosts.group.members.forEach((hostPub, i) => {
    const place = i + 1;
    const group = scenario.believes?.get(place) ?? hosts.group;
    const me = seatOf(group, hostPub);
    if (me === undefined) throw new RangeError('a member believes that it is none');
    const options: DkgOptions = {
      suite,
      group,
      proposal: hosts.proposal,
      attempt,
      me,
      withinMs,
      random: scenario.random?.(place) ?? world.random(`member ${place}`),
      ...(scenario.usedSession === undefined ? {} : { usedSession: scenario.usedSession }),
    };
    const protocol = (scenario.byzantine?.get(place) ?? cocktailDkg)(options);
    const session = startSession(protocol, {
      peers: group.members.map((_, k) => k + 1).filter((seat) => seat !== me),
      rounds: CEREMONY_ROUNDS,
      seal: sealer({
        suite: suite.id,
        kind: DKG_KIND,
        from: me,
        hostSeed: hosts.seeds[i] as Uint8Array,
      }),
      conflict: ceremonyConflict(group, attempt),
    });
    actors.set(place, { session, open: (letter) => openLetter(hosts, group, letter) });
  });
  const simulation = startSimulation(world, network, actors);
  world.run();
  return { world, hosts, simulation };
}

/** What a node does with a letter before a session sees it. Letters name places in `hosts`. */
function openLetter({ group: real }: Hosts, group: Group, letter: Letter): Input | undefined {
  const hostPub = real.members[letter.from - 1];
  const seat = hostPub === undefined ? undefined : seatOf(group, hostPub);
  if (hostPub === undefined || seat === undefined) return undefined;
  try {
    return { type: 'message', ...toMessage(openEnvelope(letter.envelope, { hostPub }), seat) };
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}
