/**
 * Proposals: how operators make a key together. Each is signed by the operator who proposes it and
 * by those who accept it.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SuiteId } from '@permafrost/frost';
import { P2pError, peerIdBytes, publicKeyFromPeerId } from '@permafrost/p2p';
import {
  cardOfName,
  encodeProposal,
  proposalHash,
  type Roster,
  type RosterCard,
  signAsOperator,
} from '@permafrost/protocol';
import { limits, type permafrost } from '@permafrost/wire';
import {
  type CeremonyProgress,
  decodeAnswer,
  encodeCall,
  expectPart,
  type Key,
  type Proposal,
  progressOf,
  proposalOf,
  statusOf,
} from './calls.ts';
import { type Destroyed, type DestroyOptions, destroyPending } from './destroy.ts';
import { cancelled, type Entries, type Entry, type Peer } from './entries.ts';
import { fromRemote, PermafrostError } from './errors.ts';
import { checkName } from './names.ts';
import type { Ask, Waiting } from './reads.ts';
import { isForItsAge, whyRejected } from './rejected.ts';
import { type Repaired, type RepairOptions, repairShares } from './repair.ts';
import { type Reshared, type ReshareOptions, reshareKey } from './reshare.ts';

export const SUITES: readonly SuiteId[] = [
  'ed25519',
  'secp256k1-tr',
  'secp256k1',
  'p256',
  'ristretto255',
  'ed448',
];

/** A node that was recovered refuses proposals of before that, and of a few seconds after it. */
const AGAIN_AFTER_MS = 6_000;

/** How long `create` waits for operators and the key generation together. */
export const CREATE_MS: number = 60_000;

export type NewKey = {
  readonly name: string;
  readonly suite: string;
  /** t: how many must sign, 2 to n. */
  readonly threshold: number;
  /** Roster names; everyone unless given. */
  readonly members?: readonly string[];
  /** PeerIds; the proposing identity unless given. */
  readonly requesters?: readonly string[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with each step, for people who wait. */
  readonly onProgress?: (progress: CeremonyProgress) => void;
};

export type Verb = 'accept' | 'reject' | 'withdraw';

export type Proposals = {
  /**
   * Proposes a key, accepts it as this operator, and waits until all members report it active.
   * @throws PermafrostError E_BAD_REQUEST before anything is sent; E_CEREMONY naming who is missing
   */
  readonly create: (key: NewKey) => Promise<Key>;
  /**
   * Proposes to destroy a key that never became active, and waits until its name is free. All
   * members have to accept but one. An open proposal of the same kind is accepted instead.
   * @throws PermafrostError E_KEY_STATE for a key that is not pending; E_CEREMONY naming who has not
   * accepted, in which case the proposal stays open
   */
  readonly destroy: (options: DestroyOptions) => Promise<Destroyed>;
  /**
   * Proposes the next epoch of a key and waits until all members that can be reached are at it. A
   * refresh where neither members nor threshold change.
   * @throws PermafrostError E_THRESHOLD before anything is proposed when too few can be reached;
   * E_CEREMONY naming who is missing
   */
  readonly reshare: (options: ReshareOptions) => Promise<Reshared>;
  /** Lost shares of the node of this identity, given back by the other members of each key. */
  readonly repair: (options: RepairOptions) => Promise<readonly Repaired[]>;
  readonly list: (options?: Waiting) => Promise<readonly Proposal[]>;
  /** `id`: hex, or the start of it. */
  readonly show: (id: string, options?: Waiting) => Promise<Proposal>;
  readonly decide: (id: string, verb: Verb, options?: Waiting) => Promise<Proposal>;
};

type Parts = {
  readonly entries: Entries;
  readonly seed: Uint8Array;
  readonly roster: Roster | undefined;
  readonly ask: Ask;
  readonly checked: (info: permafrost.v1.KeyInfo.$Properties, options: Waiting) => Promise<Key>;
  readonly key: (name: string, options: Waiting) => Promise<Key>;
  /** The node of this identity. */
  readonly ownNode: Peer | undefined;
  /** Names of all keys. */
  readonly names: (options: Waiting) => Promise<readonly string[]>;
};

export function createProposals(parts: Parts): Proposals {
  const { ask, seed } = parts;

  async function raw(options: Waiting = {}) {
    const response = await ask({ proposalList: {} }, options);
    return expectPart(response.proposalList, 'list of proposals').proposals ?? [];
  }

  async function find(id: string, options: Waiting) {
    const all = await raw(options);
    const fits = /^[0-9a-f]{4,128}$/.test(id) ? all.filter((one) => one.id?.startsWith(id)) : [];
    const [only] = fits;
    if (only !== undefined && fits.length === 1) return only;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: fits.length > 1 ? `${fits.length} proposals begin so` : 'there is no such proposal',
      hint: 'permafrost proposal list shows what waits',
    });
  }

  async function decide(id: string, verb: Verb, options: Waiting = {}): Promise<Proposal> {
    const proposal = await find(id, options);
    // Signed is what we hash ourselves, never the id that a node says.
    const hash = proposalHash(proposal.proposal ?? new Uint8Array());
    if (Buffer.from(hash).toString('hex') !== proposal.id) {
      throw new PermafrostError({
        code: 'E_BAD_SIGNATURE',
        message: 'the node shows a proposal under an id that is not its own',
      });
    }
    const operatorSignature = signAsOperator(verb, hash, seed);
    const response = await ask(
      { proposalDecide: { proposalHash: hash, verb, operatorSignature } },
      options,
    );
    return proposalOf(expectPart(response.proposal, 'proposal'));
  }

  return {
    create: (key) => create(parts, key, decide),
    destroy: (options) => destroyPending({ ...parts, list: raw, decide }, options),
    repair: (options) => repairShares(parts, options),
    reshare: (options) =>
      reshareKey(
        {
          ...parts,
          withdraw: (id) => decide(id, 'withdraw', { signal: AbortSignal.timeout(5_000) }),
        },
        options,
      ),
    list: async (options) => (await raw(options)).map(proposalOf),
    show: async (id, options = {}) => proposalOf(await find(id, options)),
    decide,
  };
}

/** Proposes a key, and once more where it was only refused for its age. */
async function create(parts: Parts, key: NewKey, decide: Proposals['decide']): Promise<Key> {
  const timeoutMs = key.timeoutMs ?? CREATE_MS;
  const endMs = performance.now() + timeoutMs;
  const limit = AbortSignal.timeout(timeoutMs);
  for (;;) {
    try {
      return await createOnce(parts, { ...key, timeoutMs }, { limit, decide });
    } catch (error) {
      const isAgain = error instanceof PermafrostError && tooOld.has(error);
      if (!isAgain || performance.now() + AGAIN_AFTER_MS > endMs) throw error;
      await sleep(AGAIN_AFTER_MS, key.signal);
    }
  }
}

async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {
    if (signal?.aborted === true) throw cancelled(signal);
  });
}

/** Refusals of proposals that were made too early. */
const tooOld = new WeakSet<PermafrostError>();

async function createOnce(
  parts: Parts,
  key: NewKey & { readonly timeoutMs: number },
  { limit, decide }: { readonly limit: AbortSignal; readonly decide: Proposals['decide'] },
): Promise<Key> {
  const members = checkNewKey(key, parts.roster);
  const { timeoutMs } = key;
  const signal = AbortSignal.any([limit, ...(key.signal === undefined ? [] : [key.signal])]);
  const entry = await parts.entries.get({ signal });
  const bytes = proposalOfKey(parts, key, members, entry);
  const hash = proposalHash(bytes);
  const id = Buffer.from(hash).toString('hex');
  const operatorSignature = signAsOperator('accept', hash, parts.seed);
  const submitted = encodeCall({ proposalSubmit: { proposal: bytes, operatorSignature } });
  let last: CeremonyProgress | undefined;
  try {
    decodeAnswer(await entry.connection.callOne(submitted, { signal }));
    const watch = encodeCall({ proposalWatch: { proposalHash: hash } });
    for await (const answer of entry.connection.call(watch, { signal })) {
      const progress = expectPart(decodeAnswer(answer).ceremony, 'progress');
      if (progress.error) throw await explained(parts, fromRemote(progress.error, id), id);
      last = progressOf(progress);
      key.onProgress?.(last);
      if (progress.key) return await parts.checked(progress.key, { signal });
    }
    // The node that led it is no member: it knows that the key is there, and others know the key.
    if (last?.stage === 'active') return await parts.key(key.name, { signal });
  } catch (error) {
    if (signal.aborted) {
      // Otherwise the name would stay bound to a proposal that nobody waits for.
      await decide(id, 'withdraw', { signal: AbortSignal.timeout(5_000) }).catch(ignoreRefusal);
      if (!limit.aborted) throw cancelled(signal);
      throw timedOut(key, last, timeoutMs, await unlinked(parts));
    }
    if (error instanceof PermafrostError && isForItsAge(error.message)) tooOld.add(error);
    if (!(error instanceof P2pError)) throw error;
    throw entryLost(entry, key, error);
  }
  throw entryLost(entry, key, undefined);
}

/** The same error with what those nodes say themselves that it blames. */
async function explained(
  { entries }: Parts,
  error: PermafrostError,
  id: string,
): Promise<PermafrostError> {
  const reasons = await whyRejected(entries, error.blame, id);
  if (reasons.length === 0) return error;
  const { code, blame, requestId } = error;
  const message = `${error.message}; ${reasons.join('; ')}`;
  const isAge = reasons.every(isForItsAge);
  const hint = isAge ? 'repeat the same command in a few seconds' : error.hint;
  const made = new PermafrostError({ code, message, hint, blame, requestId });
  if (isAge) tooOld.add(made);
  return made;
}

/** Nodes that the first node that answers has no link to. */
async function unlinked({ ask }: Parts): Promise<ReadonlySet<string>> {
  try {
    const answer = await ask({ nodeStatus: {} }, { signal: AbortSignal.timeout(2_000) });
    const { links } = statusOf(expectPart(answer.nodeStatus, 'status'));
    return new Set(links.filter((link) => !link.up).map((link) => link.name));
  } catch (error) {
    if (!(error instanceof PermafrostError)) throw error;
    return new Set();
  }
}

/** What a withdrawal says when there is nothing left to withdraw. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof PermafrostError)) throw error;
}

function proposalOfKey(
  parts: Parts,
  key: NewKey,
  members: readonly RosterCard[],
  entry: Entry,
): Uint8Array {
  const self = parts.entries.peerId;
  const hosts = members.map((member) => Buffer.from(member.hostPub)).sort(Buffer.compare);
  const requesters = key.requesters ?? [self];
  return encodeProposal({
    type: 'create',
    name: key.name,
    suite: suiteOf(key.suite),
    purpose: 'sign',
    minSigners: key.threshold,
    members: hosts,
    requesters: requesters.map(peerIdBytes),
    policy: new Uint8Array(),
    proposer: peerIdBytes(self),
    node: publicKeyFromPeerId(entry.peer.peerId),
    nonce: randomBytes(16),
    expiresMs: Date.now() + limits.PROPOSAL_LIFE_MS,
  });
}

/** @throws PermafrostError E_BAD_REQUEST that says what is allowed */
export function checkNewKey(key: NewKey, roster: Roster | undefined): readonly RosterCard[] {
  checkName(key.name);
  suiteOf(key.suite);
  if (roster === undefined) throw bad('only an operator with a roster can propose a key');
  const names = key.members ?? roster.cards.map((one) => one.name);
  if (new Set(names).size !== names.length) throw bad('a member is named twice');
  const members = names.map((name) => {
    const card = cardOfName(roster, name);
    if (card !== undefined) return card;
    const known = roster.cards.map((one) => one.name).join(', ');
    throw bad(`${JSON.stringify(name)} is not on the roster`, `on the roster: ${known}`);
  });
  if (members.length < 2 || members.length > limits.MEMBERS_MAX) {
    throw bad(`a key has 2 to ${limits.MEMBERS_MAX} members, not ${members.length}`);
  }
  const { threshold } = key;
  if (!Number.isInteger(threshold) || threshold < 2 || threshold > members.length) {
    throw bad(
      `the threshold is 2 to ${members.length} with ${members.length} members, not ${threshold}`,
    );
  }
  for (const requester of key.requesters ?? []) checkPeerId(requester);
  if (new Set(key.requesters ?? []).size !== (key.requesters ?? []).length) {
    throw bad('a requester is named twice');
  }
  if ((key.requesters ?? []).length > limits.REQUESTERS_MAX) {
    throw bad(`a key has at most ${limits.REQUESTERS_MAX} requesters`);
  }
  return members;
}

function suiteOf(text: string): SuiteId {
  const suite = SUITES.find((one) => one === text);
  if (suite !== undefined) return suite;
  throw bad(`no suite is called ${JSON.stringify(text)}`, `one of ${SUITES.join(', ')}`);
}

function checkPeerId(text: string): void {
  try {
    publicKeyFromPeerId(text);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw bad(
      `${JSON.stringify(text.slice(0, 80))} is no PeerId`,
      'init and roster card print one',
    );
  }
}

function timedOut(
  key: NewKey,
  last: CeremonyProgress | undefined,
  timeoutMs: number,
  down: ReadonlySet<string>,
): PermafrostError {
  const missing = last?.missing ?? [];
  const names = missing.map((name) => (down.has(name) ? `${name} (down)` : name));
  const who = names.length === 0 ? 'the network' : names.join(', ');
  const dead = missing.filter((name) => down.has(name));
  const what = last?.stage === 'accepting' ? 'to accept' : `while ${last?.stage ?? 'submitting'}`;
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `key ${key.name} was not made in ${timeoutMs / 1000} s: waited for ${who} ${what}`,
    blame: missing,
    hint:
      dead.length > 0
        ? `start ${dead.join(', ')}, then repeat the same command`
        : last?.stage === 'accepting'
          ? 'their operators accept with: permafrost proposal accept ID; then repeat the command with a longer --timeout'
          : last?.stage === 'certifying' || last?.stage === 'storing'
            ? `once those nodes answer the key is made; if they never will: permafrost key destroy ${key.name}`
            : 'once those nodes answer, repeat the same command',
  });
}

function entryLost(entry: Entry, key: NewKey, cause: P2pError | undefined): PermafrostError {
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `${entry.peer.name}, which led the making of ${key.name}, went away`,
    blame: [entry.peer.name],
    hint: 'permafrost key list shows whether the key was made; if not, repeat the same command',
    cause,
  });
}

function bad(message: string, hint?: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message, hint });
}
