/**
 * The end of a key that never became active, so that its name is free: proposed by one operator,
 * accepted by those of all members but one, whichever that is.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { type SuiteId, suites } from '@permafrost/frost';
import { P2pError, peerIdBytes, publicKeyFromPeerId } from '@permafrost/p2p';
import {
  type DestroyProposal,
  decodeProposal,
  encodeProposal,
  proposalHash,
  signAsOperator,
} from '@permafrost/protocol';
import { limits, type permafrost, WireError } from '@permafrost/wire';
import {
  type CeremonyProgress,
  decodeAnswer,
  encodeCall,
  expectPart,
  type Proposal,
  progressOf,
} from './calls.ts';
import { cancelled, type Entries, type Entry } from './entries.ts';
import { fromRemote, PermafrostError } from './errors.ts';
import { checkName } from './names.ts';
import { askForKey, type Waiting } from './reads.ts';

/** How long `destroy` waits for the operators. */
export const DESTROY_MS: number = 60_000;

export type DestroyOptions = {
  readonly name: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with each step, for people who wait. */
  readonly onProgress?: (progress: CeremonyProgress) => void;
};

export type Destroyed = {
  readonly name: string;
  /** Id of the proposal, hex. */
  readonly proposal: string;
  /** Key ids in hex: of every attempt that the name may have stood for. */
  readonly keys: readonly string[];
  /** Roster names of the members that swore never to use it. */
  readonly by: readonly string[];
};

type Parts = {
  readonly entries: Entries;
  readonly seed: Uint8Array;
  readonly list: (options: Waiting) => Promise<readonly permafrost.v1.ProposalInfo.$Properties[]>;
  readonly decide: (id: string, verb: 'accept', options: Waiting) => Promise<Proposal>;
};

/** @throws PermafrostError */
export async function destroyPending(parts: Parts, options: DestroyOptions): Promise<Destroyed> {
  const { name } = options;
  checkName(name);
  const timeoutMs = options.timeoutMs ?? DESTROY_MS;
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([limit, ...(options.signal ? [options.signal] : [])]);
  let last: CeremonyProgress | undefined;
  let entry: Entry | undefined;
  let asked: Asked | undefined;
  try {
    const info = await askForKey(parts.entries, { name, proof: false }, { signal });
    if (info.state !== 'pending') throw notPending(name, info.state ?? '');
    entry = await parts.entries.get({ signal });
    asked =
      (await joinOpen(parts, info, entry, signal)) ?? (await propose(parts, info, entry, signal));
    const watch = encodeCall({ proposalWatch: { proposalHash: asked.hash } });
    for await (const answer of entry.connection.call(watch, { signal })) {
      const progress = expectPart(decodeAnswer(answer).ceremony, 'progress');
      if (progress.error) throw fromRemote(progress.error, hex(asked.hash));
      last = progressOf(progress);
      options.onProgress?.(last);
      if (last.stage !== 'destroyed') continue;
      return { name, proposal: hex(asked.hash), keys: asked.keys.map(hex), by: last.done };
    }
  } catch (error) {
    if (signal.aborted) {
      if (!limit.aborted) throw cancelled(signal);
      throw timedOut(name, { last, timeoutMs, id: asked === undefined ? 'ID' : hex(asked.hash) });
    }
    if (!(error instanceof P2pError)) throw error;
    throw entryLost(name, entry, error);
  }
  throw entryLost(name, entry, undefined);
}

type Asked = { readonly hash: Uint8Array; readonly keys: readonly Uint8Array[] };

/** Accepts what another operator proposed already, where this one has not. */
async function joinOpen(
  parts: Parts,
  info: permafrost.v1.KeyInfo.$Properties,
  entry: Entry,
  signal: AbortSignal,
): Promise<Asked | undefined> {
  const wanted = (info.destroys ?? []).map(hex).join();
  for (const one of await parts.list({ signal })) {
    if (one.type !== 'destroy' || (one.state !== 'open' && one.state !== 'accepted')) continue;
    const proposal = destroyIn(one.proposal ?? new Uint8Array());
    if (proposal?.name !== info.name || proposal?.keys.map(hex).join() !== wanted) continue;
    const hash = proposalHash(one.proposal ?? new Uint8Array());
    const waitsForUs = (one.waitingFor ?? []).includes(entry.peer.name);
    if (waitsForUs) await parts.decide(hex(hash), 'accept', { signal });
    return { hash, keys: proposal.keys };
  }
  return undefined;
}

async function propose(
  parts: Parts,
  info: permafrost.v1.KeyInfo.$Properties,
  entry: Entry,
  signal: AbortSignal,
): Promise<Asked> {
  const self = peerIdBytes(parts.entries.peerId);
  const keys = [...(info.destroys ?? [])];
  let bytes: Uint8Array;
  try {
    bytes = encodeProposal({
      type: 'destroy',
      name: info.name ?? '',
      suite: suiteOf(info.suite ?? ''),
      purpose: 'sign',
      minSigners: info.threshold ?? 0,
      members: [...(info.memberHosts ?? [])],
      requesters: [],
      policy: new Uint8Array(),
      proposer: self,
      node: publicKeyFromPeerId(entry.peer.peerId),
      nonce: randomBytes(16),
      expiresMs: Date.now() + limits.PROPOSAL_LIFE_MS,
      keys,
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
  const hash = proposalHash(bytes);
  const operatorSignature = signAsOperator('accept', hash, parts.seed);
  const submit = encodeCall({ proposalSubmit: { proposal: bytes, operatorSignature } });
  decodeAnswer(await entry.connection.callOne(submit, { signal }));
  return { hash, keys };
}

function destroyIn(bytes: Uint8Array): DestroyProposal | undefined {
  try {
    const proposal = decodeProposal(bytes);
    return proposal.type === 'destroy' ? proposal : undefined;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return undefined;
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

function notPending(name: string, state: string): PermafrostError {
  return new PermafrostError({
    code: 'E_KEY_STATE',
    message: `key ${name} is ${state}, and only a pending key can be destroyed`,
    hint: 'destroying an active key is not there yet',
    nothingSigned: true,
  });
}

function timedOut(
  name: string,
  given: {
    readonly last: CeremonyProgress | undefined;
    readonly timeoutMs: number;
    readonly id: string;
  },
): PermafrostError {
  const missing = given.last?.missing ?? [];
  const who = missing.length === 0 ? 'the network' : `one of ${missing.join(', ')}`;
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `key ${name} was not destroyed in ${given.timeoutMs / 1000} s: waited for ${
      missing.length === 1 ? missing[0] : who
    } to accept`,
    blame: missing,
    hint: `all members but one have to accept, within a day: permafrost proposal accept ${given.id.slice(0, 12)}`,
    nothingSigned: true,
  });
}

function entryLost(name: string, entry: Entry | undefined, cause: P2pError | undefined) {
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `${entry?.peer.name ?? 'the node'}, which asks for the end of ${name}, went away`,
    ...(entry === undefined ? {} : { blame: [entry.peer.name] }),
    hint: 'repeat the same command: what was accepted stays accepted',
    cause,
  });
}
