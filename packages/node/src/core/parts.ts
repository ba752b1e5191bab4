/**
 * The parts of a core, and how they reach each other.
 * @module
 */
import type { Evidence } from '@permafrost/protocol';
import type { HostId } from '../effects.ts';
import type { KeyEpochs } from '../tables/epochs.ts';
import type { KeysInput } from '../tables/keys.ts';
import type { ProposalsInput } from '../tables/proposals.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import type { CeremonyHooks } from './ceremonies.ts';
import type { Ceremonies } from './ceremonies-state.ts';
import type { CoreContext } from './context.ts';
import type { RequestPlane } from './entry-state.ts';
import type { Progress } from './progress.ts';
import type { Signing, SigningHooks } from './signing.ts';

export type CoreParts = {
  readonly context: CoreContext;
  readonly progress: Progress;
  readonly ceremonies: Ceremonies;
  readonly signer: Signing;
  readonly plane: RequestPlane;
  readonly ceremonyHooks: CeremonyHooks;
  readonly signingHooks: SigningHooks;
  /** Puts a fault on record: counted, shown, stored, and with its evidence as a file. */
  readonly fault: (host: HostId, code: string, evidence: Evidence | undefined) => void;
  /** Why the input was refused, if it was. */
  readonly propose: (input: ProposalsInput) => string | undefined;
  readonly runKeys: (input: KeysInput) => void;
  /** More is known of the epochs of a key: who watches its proposals hears of it. */
  readonly watched: (epochs: KeyEpochs) => void;
  /** An attempt came to nothing: the node that started it decides what is next. */
  readonly attemptFailed: CeremonyHooks['failed'];
};

/** Whether a ceremony of this proposal is running here. */
export function isRunning({ ceremonies }: CoreParts, one: ProposalEntry): boolean {
  return [...ceremonies.running.values()].some((ceremony) => ceremony.entry === one);
}
