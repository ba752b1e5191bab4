/**
 * How far a change of a key has come, for those who watch it.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { isTested, type PreparedEpoch } from '../tables/epochs.ts';
import {
  acceptedBy,
  latestAttempt,
  membersOf,
  type ProposalEntry,
  quorumOfChange,
} from '../tables/proposals-entry.ts';
import { type CoreContext, names } from './context.ts';
import { epochsOfProposal } from './epochs-known.ts';
import { isHere, keyInfo } from './views.ts';

type Ceremony = permafrost.v1.CeremonyProgress.$Properties;

/** Of a change of a key that has not ended in failure; undefined where its session still runs. */
export function changeProgress(context: CoreContext, entry: ProposalEntry): Ceremony | undefined {
  const { proposal } = entry;
  if (proposal.type === 'repair') return repairProgress(context, entry);
  if (proposal.type !== 'reshare') return undefined;
  const attempt = latestAttempt(entry);
  const shown = (stage: string, all: readonly HostId[], done: readonly HostId[]): Ceremony => ({
    stage,
    attempt,
    done: [...names(context, done)],
    missing: [
      ...names(
        context,
        all.filter((host) => !done.includes(host)),
      ),
    ],
  });
  const epochs = epochsOfProposal(context, entry);
  const members = proposal.members.map(toHex);
  const known = [...(epochs?.chain.values() ?? [])].find(
    ({ epoch }) => toHex(epoch.group.proposalHash) === entry.id,
  );
  if (epochs !== undefined && known !== undefined) {
    const id = toHex(known.epoch.epochId);
    const active = members.filter((host) => host === context.self || epochs.told.get(host) === id);
    const late = members.filter((host) => !active.includes(host));
    if (late.some((host) => isHere(context, host))) return shown('activating', members, active);
    const key = context.keys.byId.get(epochs.id);
    return {
      ...shown('active', members, active),
      ...(key === undefined ? {} : { key: keyInfo(context, key) }),
    };
  }
  if (attempt === 0) return shown('accepting', membersOf(entry), acceptedBy(entry));
  const prepared = [...(epochs?.prepared.values() ?? [])]
    .filter(({ facts }) => toHex(facts.group.proposalHash) === entry.id)
    .sort((a, b) => b.attempt - a.attempt)[0];
  if (prepared === undefined) return undefined;
  const at = (seats: Iterable<number>): readonly HostId[] =>
    [...seats].map((seat) => members[seat - 1]).filter((host) => host !== undefined);
  if (isTested(prepared)) {
    const voters = quorumOfChange(proposal).of.map(toHex);
    return shown(
      'voting',
      voters,
      voters.filter((host) => prepared.votes.has(host)),
    );
  }
  return beforeVotes(prepared, shown, { members, at });
}

function repairProgress(context: CoreContext, entry: ProposalEntry): Ceremony | undefined {
  const hosts = membersOf(entry);
  const accepted = acceptedBy(entry);
  const attempt = latestAttempt(entry);
  const missing = hosts.filter((host) => !accepted.includes(host));
  const shown = (stage: string, done: readonly HostId[], late: readonly HostId[]): Ceremony => ({
    stage,
    attempt,
    done: [...names(context, done)],
    missing: [...names(context, late)],
  });
  if (entry.outcome === 'done') return shown('active', hosts, []);
  return attempt === 0 ? shown('accepting', accepted, missing) : undefined;
}

function beforeVotes(
  { certs, stored }: PreparedEpoch,
  shown: (stage: string, all: readonly HostId[], done: readonly HostId[]) => Ceremony,
  of: {
    readonly members: readonly HostId[];
    readonly at: (seats: Iterable<number>) => readonly HostId[];
  },
): Ceremony {
  const n = of.members.length;
  if (certs.size < n) return shown('certifying', of.members, of.at(certs.keys()));
  if (stored.size < n) return shown('storing', of.members, of.at(stored.keys()));
  return shown('testing', of.members, []);
}
