export { installNodeCrypto } from '@permafrost/frost/node-crypto';
export {
  byzantine,
  ciphertextAt,
  type DealtSecrets,
  dealInstead,
  flipped,
  type Twist,
} from './adversary.ts';
export { CheckError, checkAgreement, checkBlame } from './checkers.ts';
export {
  type Byzantine,
  type DkgRun,
  type DkgScenario,
  type Hosts,
  makeHosts,
  simulateDkg,
} from './dkg.ts';
export { byHand, firstEpoch, type KeyAtEpoch, nextEpoch, signatureBy } from './lineage.ts';
export { type Conditions, createNetwork, FAIR, type Letter, type Network } from './network.ts';
export { ratioOf, seededRandom } from './random.ts';
export { type RepairRun, type RepairScene, repairScene, simulateRepair } from './repair.ts';
export {
  complainsOf,
  flipsBody,
  saysSum,
  splitsAnother,
  splitsUnweighted,
} from './repair-liars.ts';
export {
  type ByzantineReshare,
  type Place,
  type ReshareRun,
  type ReshareScenario,
  type ReshareScene,
  type ReshareShape,
  reshareScene,
  simulateReshare,
} from './reshare.ts';
export {
  type Actor,
  type Outcome,
  type Reported,
  type Simulation,
  startSimulation,
} from './simulate.ts';
export { toySuite } from './toy.ts';
export { type NamedTwist, NO_SPOILS, type Spoils, TWISTS } from './twists.ts';
export { createWorld, type World } from './world.ts';
