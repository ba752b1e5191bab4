/**
 * The next epoch of a key: other members, another threshold, or only new shares. The public key
 * stays. Proposed by one operator, accepted by those who receive and a quorum of those who hold.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { type SuiteId, suites } from '@permafrost/frost';
import { P2pError, peerIdBytes, publicKeyFromPeerId } from '@permafrost/p2p';
import {
  cardOfName,
  encodeProposal,
  proposalHash,
  type Roster,
  signAsOperator,
  votesNeeded,
} from '@permafrost/protocol';
import { limits, type permafrost, safeInteger, WireError } from '@permafrost/wire';
import {
  type CeremonyProgress,
  decodeAnswer,
  encodeCall,
  expectPart,
  type Key,
  progressOf,
  statusOf,
} from './calls.ts';
import { cancelled, type Entries, type Entry } from './entries.ts';
import { fromRemote, PermafrostError } from './errors.ts';
import { checkName } from './names.ts';
import { askForKey, type Waiting } from './reads.ts';

/** How long a change waits for operators, dealing and activation together. */
export const RESHARE_MS: number = 60_000;

export type ReshareOptions = {
  readonly name: string;
  /** How many sign from then on; as before unless given. */
  readonly threshold?: number;
  /** Roster names. */
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** Members given up as lost or proven faulty: removed, and the others activate without them. */
  readonly exclude?: readonly string[];
  /** Ends when the proposal is made. */
  readonly isNotAwaited?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with each step, for people who wait. */
  readonly onProgress?: (progress: CeremonyProgress) => void;
  /** Called once, before anything is proposed. */
  readonly onNeeds?: (needs: ReshareNeeds) => void;
};

/** Who is needed, and who can be reached. */
export type ReshareNeeds = {
  /** Old members that have to deal, and that can. */
  readonly dealing: number;
  readonly dealers: number;
  /** Old members that have to accept and vote, and that can. */
  readonly activation: number;
  readonly voters: number;
  readonly isExclusion: boolean;
  /** New members: all of them are needed. */
  readonly members: readonly string[];
  readonly number: number;
  readonly down: readonly string[];
};

export type Reshared = {
  /** Id of the proposal, hex. */
  readonly proposal: string;
  readonly needs: ReshareNeeds;
  /** undefined when it was not waited for. */
  readonly key: Key | undefined;
};

type Parts = {
  readonly entries: Entries;
  readonly seed: Uint8Array;
  readonly roster: Roster | undefined;
  readonly checked: (info: permafrost.v1.KeyInfo.$Properties, options: Waiting) => Promise<Key>;
  readonly key: (name: string, options: Waiting) => Promise<Key>;
  readonly withdraw: (id: string) => Promise<unknown>;
};

type KeyInfo = permafrost.v1.KeyInfo.$Properties;

/** @throws PermafrostError E_THRESHOLD before anything is proposed when too few can be reached */
export async function reshareKey(parts: Parts, options: ReshareOptions): Promise<Reshared> {
  const { name } = options;
  checkName(name);
  const timeoutMs = options.timeoutMs ?? RESHARE_MS;
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([limit, ...(options.signal ? [options.signal] : [])]);
  const info = await askForKey(parts.entries, { name, proof: false }, { signal });
  if (info.state !== 'active') throw notActive(name, info.state ?? '');
  const entry = await parts.entries.get({ signal });
  const plan = planOf(parts, options, info);
  const needs = await needsOf(plan, entry, signal);
  options.onNeeds?.(needs);
  checkReachable(name, needs);
  const bytes = proposalOf(parts, info, plan, entry);
  const hash = proposalHash(bytes);
  const id = hex(hash);
  const operatorSignature = signAsOperator('accept', hash, parts.seed);
  const submit = encodeCall({ proposalSubmit: { proposal: bytes, operatorSignature } });
  let last: CeremonyProgress | undefined;
  try {
    decodeAnswer(await entry.connection.callOne(submit, { signal }));
    if (options.isNotAwaited === true) return { proposal: id, needs, key: undefined };
    const watch = encodeCall({ proposalWatch: { proposalHash: hash } });
    for await (const answer of entry.connection.call(watch, { signal })) {
      const progress = expectPart(decodeAnswer(answer).ceremony, 'progress');
      if (progress.error) throw fromRemote(progress.error, id);
      last = progressOf(progress);
      options.onProgress?.(last);
      if (last.stage !== 'active') continue;
      const key = progress.key
        ? await parts.checked(progress.key, { signal })
        : await parts.key(name, { signal });
      return { proposal: id, needs, key };
    }
  } catch (error) {
    if (signal.aborted) {
      // Before anything was dealt it can be taken back; afterwards it goes on by itself.
      const isOpen = last === undefined || last.stage === 'accepting';
      if (isOpen) await parts.withdraw(id).catch(ignoreRefusal);
      if (!limit.aborted) throw cancelled(signal);
      throw timedOut(name, { last, timeoutMs, isOpen });
    }
    if (!(error instanceof P2pError)) throw error;
    throw entryLost(name, entry, error);
  }
  throw entryLost(name, entry, undefined);
}

type Member = { readonly name: string; readonly hostPub: Uint8Array };

type Plan = {
  readonly old: readonly Member[];
  readonly members: readonly Member[];
  readonly excluded: readonly Member[];
  readonly minSigners: number;
  readonly baseMinSigners: number;
  readonly number: number;
};

function planOf({ roster }: Parts, options: ReshareOptions, info: KeyInfo): Plan {
  if (roster === undefined) throw bad('only an operator with a roster can propose a change');
  const hosts = info.memberHosts ?? [];
  const old = (info.members ?? []).map((name, i) => ({
    name,
    hostPub: hosts[i] ?? new Uint8Array(),
  }));
  const { add = [], remove = [], exclude = [] } = options;
  for (const name of [...remove, ...exclude]) {
    if (!old.some((one) => one.name === name)) {
      const who = old.map((one) => one.name).join(' ');
      throw bad(`${JSON.stringify(name)} is no member of ${info.name}`, `its members: ${who}`);
    }
  }
  const added = add.map((name) => {
    const card = cardOfName(roster, name);
    if (card === undefined) {
      const known = roster.cards.map((one) => one.name).join(', ');
      throw bad(`${JSON.stringify(name)} is not on the roster`, `on the roster: ${known}`);
    }
    if (old.some((one) => one.name === name)) throw bad(`${name} is a member already`);
    return { name, hostPub: card.hostPub };
  });
  if (new Set([...add, ...remove, ...exclude]).size < add.length + remove.length + exclude.length) {
    throw bad('a node is named twice');
  }
  const isLeaving = ({ name }: Member): boolean => [...remove, ...exclude].includes(name);
  const members = [...old.filter((one) => !isLeaving(one)), ...added];
  const baseMinSigners = info.threshold ?? 0;
  const minSigners = options.threshold ?? baseMinSigners;
  if (!Number.isInteger(minSigners) || minSigners < 2 || minSigners > members.length) {
    throw bad(
      `the threshold is 2 to ${members.length} with ${members.length} members, not ${minSigners}`,
    );
  }
  const excluded = old.filter(({ name }) => exclude.includes(name));
  return {
    old,
    members,
    excluded,
    minSigners,
    baseMinSigners,
    number: safeInteger(info.nextNumber ?? 1, 'number'),
  };
}

async function needsOf(plan: Plan, entry: Entry, signal: AbortSignal): Promise<ReshareNeeds> {
  const { old, members, excluded, baseMinSigners: dealing } = plan;
  const answer = await entry.connection.callOne(encodeCall({ nodeStatus: {} }), { signal });
  const { links } = statusOf(expectPart(decodeAnswer(answer).nodeStatus, 'status'));
  const down = links.filter(({ up }) => !up).map(({ name }) => name);
  const isUp = ({ name }: Member): boolean => !down.includes(name);
  const remaining = old.filter((one) => !excluded.includes(one));
  const { need } = votesNeeded(
    { members: old.map(({ hostPub }) => hostPub), minSigners: dealing },
    excluded.map(({ hostPub }) => hostPub),
  );
  const up = remaining.filter(isUp).length;
  return {
    dealing,
    dealers: up,
    activation: need,
    voters: up,
    isExclusion: excluded.length > 0,
    members: members.map(({ name }) => name),
    number: plan.number,
    down: [...new Set([...remaining, ...members])]
      .filter((one) => !isUp(one))
      .map(({ name }) => name),
  };
}

function checkReachable(name: string, needs: ReshareNeeds): void {
  const { dealing, dealers, activation, voters, members, down } = needs;
  const late = members.filter((one) => down.includes(one));
  if (dealers >= dealing && voters >= activation && late.length === 0) return;
  const missing = late.length === 0 ? '' : `; all new members are needed, not ${late.join(', ')}`;
  throw new PermafrostError({
    code: 'E_THRESHOLD',
    message: `key ${name} was not reshared: dealing needs ${dealing} old members and activation ${activation}, ${voters} can be reached${missing}`,
    hint: `start ${down.join(', ')}; permafrost key reshare --exclude gives up on members that are lost for good`,
    down: [...down],
    nothingSigned: true,
  });
}

function proposalOf(parts: Parts, info: KeyInfo, plan: Plan, entry: Entry): Uint8Array {
  const { old, members, excluded, minSigners, baseMinSigners, number } = plan;
  const inOrder = (list: readonly Member[]): Uint8Array[] =>
    list.map(({ hostPub }) => Buffer.from(hostPub)).sort(Buffer.compare);
  try {
    return encodeProposal({
      type: 'reshare',
      name: info.name ?? '',
      suite: suiteOf(info.suite ?? ''),
      purpose: 'sign',
      minSigners,
      members: inOrder(members),
      requesters: [],
      policy: new Uint8Array(),
      proposer: peerIdBytes(parts.entries.peerId),
      node: publicKeyFromPeerId(entry.peer.peerId),
      nonce: randomBytes(16),
      expiresMs: Date.now() + limits.PROPOSAL_LIFE_MS,
      keyId: Uint8Array.from(info.id ?? []),
      baseEpochId: Uint8Array.from(info.epochId ?? []),
      baseNumber: info.epoch ?? 0,
      number,
      groupKey: Uint8Array.from(info.groupKey ?? []),
      baseMinSigners,
      baseMembers: inOrder(old),
      dealers: inOrder(old.filter((one) => !excluded.includes(one))),
      excluded: inOrder(excluded),
    });
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_INTERNAL',
      message: `the node's answer about key ${info.name} makes no proposal: ${cause.message}`,
      hint: 'ask another node, or compare versions',
      cause,
    });
  }
}

/** @throws WireError */
function suiteOf(text: string): SuiteId {
  const suite = [...suites.keys()].find((id) => id === text);
  if (suite === undefined) throw new WireError('an unknown suite');
  return suite as SuiteId;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bad(message: string, hint?: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message, hint });
}

function notActive(name: string, state: string): PermafrostError {
  return new PermafrostError({
    code: 'E_KEY_STATE',
    message: `key ${name} is ${state}: only an active key is reshared`,
    nothingSigned: true,
  });
}

/** What a withdrawal says when there is nothing left to withdraw. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof PermafrostError)) throw error;
}

function timedOut(
  name: string,
  given: {
    readonly last: CeremonyProgress | undefined;
    readonly timeoutMs: number;
    readonly isOpen: boolean;
  },
): PermafrostError {
  const { last, timeoutMs, isOpen } = given;
  const missing = last?.missing ?? [];
  const who = missing.length === 0 ? 'the network' : missing.join(', ');
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `key ${name} has no new epoch after ${timeoutMs / 1000} s: waited for ${who} (${last?.stage ?? 'accepting'})`,
    blame: missing,
    hint: isOpen
      ? `check ${who} (permafrost status), then repeat the command`
      : 'it goes on by itself once they are back; the key signs at its present epoch meanwhile',
    nothingSigned: true,
  });
}

function entryLost(name: string, entry: Entry, cause: P2pError | undefined): PermafrostError {
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `${entry.peer.name}, which leads the change of ${name}, went away`,
    blame: [entry.peer.name],
    hint: 'permafrost key show tells the epoch; repeat the command if it is the old one',
    cause,
  });
}
