/**
 * What the adversary does with the nodes that it has, by the name of its script.
 * @module
 */
import { DKG_ROUND } from '@permafrost/protocol';
import { TWISTS } from '@permafrost/protocol/sim';
import type { Network } from '../world.ts';
import { twistCeremonies } from './ceremony.ts';
import * as coordinator from './coordinator.ts';
import * as generic from './generic.ts';
import { createHands, type Hands, type HandsOptions } from './hands.ts';
import * as rounds from './rounds.ts';
import * as signer from './signer.ts';
import * as words from './words.ts';

export type ScriptEntry = {
  readonly name: string;
  /** What it breaks: no key generation with one of its nodes has to end with a key then. */
  readonly against: 'ceremonies' | 'signing' | 'everything';
  readonly run: (hands: Hands) => void;
};

const twisted: readonly ScriptEntry[] = TWISTS.map((twist) => ({
  name: twist.name,
  against: 'ceremonies',
  run: (hands) => twistCeremonies(hands, twist),
}));

const ofSigning: readonly (readonly [string, (hands: Hands) => void])[] = [
  ['wrong-share', signer.wrongShares],
  ['wrong-share-unsigned', signer.wrongSharesUnsigned],
  ['two-shares', signer.twoShares],
  ['share-again', signer.sameShareAgain],
  ['foreign-offer', signer.foreignOffers],
  ['offer-of-another-epoch', signer.offersOfAnotherEpoch],
  ['two-offers', signer.twoOffers],
  ['swapped-message', coordinator.swapMessage],
  ['split-signers', coordinator.splitSigners],
  ['malformed-set', coordinator.malformedSets],
  ['altered-offer', coordinator.alterOffers],
  ['mixed-epochs', coordinator.mixEpochs],
  ['false-test', coordinator.falseTests],
  ['wrong-own-share', coordinator.wrongOwnShare],
  ['stolen-nonce', coordinator.stealNonces],
  ['replayed-request', coordinator.replayRequests],
  ['used-up-answers', coordinator.useUpAnswers],
  ['filled-slots', coordinator.fillSlots],
  ['false-result', words.falseResults],
  ['false-resume', words.falseResumes],
  ['false-cancel', words.falseCancels],
  ['false-holding', words.falseHoldings],
];

const ofCeremonies: readonly (readonly [string, (hands: Hands) => void])[] = [
  ['selective-certs', (hands) => rounds.saySelectively(hands, [DKG_ROUND.cert, DKG_ROUND.stored])],
  [
    'selective-rounds',
    (hands) => rounds.saySelectively(hands, [DKG_ROUND.join, DKG_ROUND.commit, DKG_ROUND.reveal]),
  ],
  ['late-cert', rounds.certifyLate],
  ['reveal-last', rounds.revealLast],
  ['other-seats', rounds.speakAsOthers],
  ['second-start', rounds.startTwice],
  ['second-proposal', rounds.proposeTwice],
];

const ofAll: readonly (readonly [string, (hands: Hands) => void])[] = [
  ['mangle', (hands) => generic.mangleAll(hands, 0.2)],
  ['mangle-much', (hands) => generic.mangleAll(hands, 0.7)],
  ['equivocate', generic.equivocate],
  ['replay', generic.replay],
  ['withhold', generic.withhold],
  ['delay', generic.delay],
  ['flood', generic.flood],
  ['false-boot', words.falseBoots],
  ['false-oath', words.falseOaths],
];

const entries =
  (against: ScriptEntry['against']) =>
  ([name, run]: readonly [string, (hands: Hands) => void]): ScriptEntry => ({ name, against, run });

/** All scripts. */
export const SCRIPTS: readonly ScriptEntry[] = [
  ...twisted,
  ...ofCeremonies.map(entries('ceremonies')),
  ...ofSigning.map(entries('signing')),
  ...ofAll.map(entries('everything')),
];

export type Script = string;

export function scriptNamed(name: Script): ScriptEntry {
  const found = SCRIPTS.find((script) => script.name === name);
  if (found === undefined) throw new RangeError(`no script ${name}`);
  return found;
}

export type AdversaryOptions = HandsOptions & { readonly script: Script };

/** Takes over nodes of a network, from now on; `stop` makes all of them honest again. */
export function createAdversary(
  network: Network,
  options: AdversaryOptions,
): { readonly stop: () => void } {
  const { hands, stop } = createHands(network, options);
  scriptNamed(options.script).run(hands);
  return { stop };
}
