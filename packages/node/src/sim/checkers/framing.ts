/**
 * Framing: out of everything that anybody signed, the adversary puts together whatever might look
 * like evidence against an honest node. None of it may convince.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  conflictingSharesEvidence,
  coordinatorShareEvidence,
  DKG_KIND,
  DKG_ROUND,
  decodeSignCore,
  decodeSignRequest,
  decodeStart,
  type Evidence,
  evidenceOf,
  type Group,
  groupOfProposal,
  joinScope,
  mixedEpochsEvidence,
  type Opened,
  requestId,
  shareEvidence,
  verifyEvidence,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { proposalFromRecord } from '../../core/proposals.ts';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';
import { type KeyOnDisk, keysOnDisks } from './disks.ts';
import type { Holdings } from './holdings.ts';
import { ifReadable } from './sightings.ts';

/** Pieces of evidence that are tried, at most; real suites are slow. */
const TRIES_MAX = 400;
const TRIES_REAL_MAX = 60;
/** Sets of Joins of one attempt: one member saying two things makes two. */
const JOIN_SETS_MAX = 8;

/** Tries to frame honest nodes. */
export function checkFraming(
  network: Network,
  about: About,
  holdings: Holdings,
  violate: Violate,
): void {
  const { corrupt, cloned, suite, suiteName } = about;
  // A node that ran twice signed what one node never does: its operator is at fault.
  const honest = new Set(
    network.nodes.flatMap(({ operator }, i) =>
      corrupt.has(i) || cloned?.has(i) === true ? [] : [operator.host],
    ),
  );
  let tries = suiteName === 'toy' ? TRIES_MAX : TRIES_REAL_MAX;
  for (const evidence of attempts(network, holdings, honest)) {
    if (tries-- <= 0) return;
    const verdict = verifyEvidence(evidence, () => suite);
    if (!verdict.proven || !honest.has(toHex(verdict.culprit))) continue;
    violate(
      'nobody honest can be framed',
      `${evidence.kind} ${verdict.code} of ${toHex(verdict.culprit).slice(0, 8)}`,
    );
  }
}

function* attempts(network: Network, holdings: Holdings, honest: Honest): Generator<Evidence> {
  const keys = keysOnDisks(network);
  yield* aboutStarts(network, holdings);
  yield* aboutSigning(holdings, keys, honest);
  for (const { group, attempt } of ceremoniesOf(network)) {
    yield* aboutCeremony(holdings, { group, attempt }, honest);
  }
  for (const key of keys) yield* aboutCertificates(holdings, key, honest);
}

/** Hex host keys of the nodes that are to be framed: only what they signed is worth a try. */
type Honest = ReadonlySet<string>;

function isOf(honest: Honest, group: Group, seat: number): boolean {
  const member = group.members[seat - 1];
  return member !== undefined && honest.has(toHex(member));
}

const NOBODY = { culprit: new Uint8Array(32), code: 'framed' };

function* aboutStarts(network: Network, { starts }: Holdings): Generator<Evidence> {
  const ceremonies = ceremoniesOf(network);
  for (const [first, second] of pairs(starts)) {
    const [a, b] = [ifReadable(() => decodeStart(first)), ifReadable(() => decodeStart(second))];
    if (a === undefined || b === undefined || !equalBytes(a.proposalHash, b.proposalHash)) continue;
    const group = ceremonies.find((one) =>
      equalBytes(one.group.proposalHash, a.proposalHash),
    )?.group;
    if (group === undefined) continue;
    const statements = [first, second];
    yield evidenceOf({ kind: 'starts', group, attempt: a.attempt, statements, claim: NOBODY });
  }
}

function* aboutSigning(
  holdings: Holdings,
  keys: readonly KeyOnDisk[],
  honest: Honest,
): Generator<Evidence> {
  const { signRequests, signShares } = holdings;
  const byId = new Map(keys.map((key) => [key.id, key]));
  const { culprit } = NOBODY;
  const sharesOf = grouped(signShares, ({ sessionId, from }) => `${toHex(sessionId)}/${from}`);
  for (const request of signRequests) {
    const core = ifReadable(() => decodeSignCore(decodeSignRequest(request.payload).core));
    const key = core === undefined ? undefined : byId.get(toHex(core.request.keyId));
    if (core === undefined || key === undefined) continue;
    if (isOf(honest, key.group, request.from)) {
      yield coordinatorShareEvidence(key, { request: request.bytes, culprit });
      yield mixedEpochsEvidence(key, { request: request.bytes, culprit });
    }
    const session = toHex(requestId(core.request));
    for (const { seat } of key.seats) {
      if (!isOf(honest, key.group, seat)) continue;
      for (const share of (sharesOf.get(`${session}/${seat}`) ?? []).slice(0, 8)) {
        yield shareEvidence(key, { request: request.bytes, share: share.bytes, culprit });
      }
    }
  }
  for (const key of keys) {
    for (const alike of sharesOf.values()) {
      for (const [first, second] of pairs(alike)) {
        if (!isOf(honest, key.group, first.from)) continue;
        yield conflictingSharesEvidence(key, { pair: [first.bytes, second.bytes], culprit });
      }
    }
  }
}

type Attempt = { readonly group: Group; readonly attempt: number };

function ceremoniesOf(network: Network): readonly Attempt[] {
  const groups = new Map<string, Group>();
  for (const { disk } of network.nodes) {
    for (const [path, record] of disk.records) {
      if (!path.startsWith('proposal/') || groups.has(path)) continue;
      const group = ifReadable(() => groupOfProposal(proposalFromRecord(record).bytes));
      if (group !== undefined) groups.set(path, group);
    }
  }
  const numbers = Array.from({ length: limits.CEREMONY_ATTEMPTS_MAX }, (_, i) => i + 1);
  return [...groups.values()].flatMap((group) => numbers.map((attempt) => ({ group, attempt })));
}

function* aboutCeremony(
  { ceremony }: Holdings,
  { group, attempt }: Attempt,
  honest: Honest,
): Generator<Evidence> {
  const { proposalHash } = group;
  const scope = joinScope({ kind: 'cocktail-dkg', proposalHash, attempt });
  const about = { group, attempt, claim: NOBODY };
  const isHonest = ({ from }: Opened) => isOf(honest, group, from);
  const here = ceremony.filter(({ sessionId }) => equalBytes(sessionId, scope));
  if (here.length === 0) return;
  for (const one of here.filter(isHonest)) {
    yield evidenceOf({ ...about, kind: 'malformed', envelopes: [one.bytes] });
    if (one.round === DKG_ROUND.join) {
      yield evidenceOf({ ...about, kind: 'bad-join', envelopes: [one.bytes] });
    }
  }
  for (const alike of grouped(
    ceremony.filter(isHonest),
    ({ round, from, sessionId }) => `${round}/${from}/${toHex(sessionId)}`,
  ).values()) {
    for (const [first, second] of pairs(alike)) {
      const envelopes = [first.bytes, second.bytes];
      yield evidenceOf({ ...about, kind: 'equivocation', envelopes });
    }
  }
  const joins = group.members.map((_, i) =>
    here.filter(({ round, from }) => round === DKG_ROUND.join && from === i + 1),
  );
  const reveals = ceremony.filter(({ round }) => round === DKG_ROUND.reveal);
  const complaints = ceremony.filter(
    ({ round, payload, suite, kind }) =>
      round === DKG_ROUND.cert &&
      kind === DKG_KIND &&
      suite === group.suite &&
      payload.length > 200,
  );
  for (const set of choices(joins).slice(0, JOIN_SETS_MAX)) {
    for (const reveal of reveals) {
      const commits = here.filter(
        ({ round, from }) => round === DKG_ROUND.commit && from === reveal.from,
      );
      for (const commit of commits) {
        const envelopes = [...set, commit, reveal].map(({ bytes }) => bytes);
        if (isHonest(reveal)) yield evidenceOf({ ...about, kind: 'reveal', envelopes });
        for (const third of complaints) {
          if (!isHonest(reveal) && !isHonest(third)) continue;
          if (!equalBytes(third.sessionId, reveal.sessionId)) continue;
          const all = [...envelopes, third.bytes];
          yield evidenceOf({ ...about, kind: 'complaint', envelopes: all });
        }
      }
    }
  }
}

function* aboutCertificates(
  { ceremony }: Holdings,
  key: KeyOnDisk,
  honest: Honest,
): Generator<Evidence> {
  const { group, attempt, transcript } = key;
  for (const { bytes, round, from } of ceremony) {
    if (round !== DKG_ROUND.cert || !isOf(honest, group, from)) continue;
    const envelopes = [bytes];
    yield evidenceOf({ kind: 'certificate', group, attempt, transcript, envelopes, claim: NOBODY });
  }
}

function grouped<T>(items: readonly T[], name: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return groups;
}

function* pairs<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [i, first] of items.entries()) {
    for (const second of items.slice(i + 1)) yield [first, second];
  }
}

/** One of each list, in all ways; none when a list is empty. */
function choices(lists: readonly (readonly Opened[])[]): readonly (readonly Opened[])[] {
  let sets: readonly (readonly Opened[])[] = [[]];
  for (const list of lists) {
    sets = sets.flatMap((set) => list.map((one) => [...set, one])).slice(0, JOIN_SETS_MAX);
  }
  return sets;
}
