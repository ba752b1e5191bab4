/**
 * Lost shares of a node, given back by the other members of each key: proposed at the node that lost
 * them, by its operator.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { type SuiteId, suites } from '@permafrost/frost';
import { P2pError, peerIdBytes, publicKeyFromPeerId } from '@permafrost/p2p';
import { encodeProposal, proposalHash, signAsOperator } from '@permafrost/protocol';
import { limits, type permafrost, WireError } from '@permafrost/wire';
import {
  type CeremonyProgress,
  decodeAnswer,
  encodeCall,
  expectPart,
  progressOf,
} from './calls.ts';
import { cancelled, type Entries, type Entry, type Peer } from './entries.ts';
import { fromRemote, PermafrostError } from './errors.ts';
import { checkName } from './names.ts';
import { askForKey } from './reads.ts';

/** How long the repair of one share waits. */
export const REPAIR_MS: number = 60_000;

export type RepairOptions = {
  /** Names of keys; all that this node is a member of and does not know unless given. */
  readonly keys?: readonly string[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (name: string, progress: CeremonyProgress) => void;
};

export type Repaired = {
  readonly name: string;
  /** Id of the proposal, hex. */
  readonly proposal: string;
};

type KeyInfo = permafrost.v1.KeyInfo.$Properties;
type Parts = {
  readonly entries: Entries;
  readonly seed: Uint8Array;
  readonly ownNode: Peer | undefined;
  readonly names: (options: { readonly signal: AbortSignal }) => Promise<readonly string[]>;
};

/** @throws PermafrostError E_BAD_REQUEST without a node of one's own; E_CEREMONY naming who is missing */
export async function repairShares(
  parts: Parts,
  options: RepairOptions,
): Promise<readonly Repaired[]> {
  const { ownNode } = parts;
  if (ownNode === undefined) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: 'only the operator of a node can have its shares repaired',
      hint: 'give the home of that node: --home DIR',
    });
  }
  for (const name of options.keys ?? []) checkName(name);
  const done: Repaired[] = [];
  const limit = AbortSignal.timeout(options.timeoutMs ?? REPAIR_MS);
  const signal = AbortSignal.any([limit, ...(options.signal ? [options.signal] : [])]);
  try {
    const entry = await parts.entries.at(ownNode, signal);
    const names = options.keys ?? (await parts.names({ signal }));
    for (const name of names) {
      const info = await askForKey(parts.entries, { name, proof: false }, { signal });
      const own = publicKeyFromPeerId(ownNode.peerId);
      const isMember = (info.memberHosts ?? []).some((host) => Buffer.compare(host, own) === 0);
      if (!isMember && options.keys === undefined) continue;
      if (!isMember) throw notMember(name, ownNode.name);
      if (await holds(entry, name, signal)) {
        if (options.keys === undefined) continue;
        throw notLost(name, ownNode.name);
      }
      const proposal = await repairOne(parts, { info, own, entry, options, signal });
      done.push({ name, proposal });
    }
    return done;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (!limit.aborted) throw cancelled(signal);
    throw timedOut(options);
  }
}

/** Whether the node itself knows the key. */
async function holds(entry: Entry, name: string, signal: AbortSignal): Promise<boolean> {
  const answer = decodeAnswer(
    await entry.connection.callOne(encodeCall({ keyList: {} }), { signal }),
  );
  return (answer.keyList?.keys ?? []).some((key) => key.name === name);
}

async function repairOne(
  { entries, seed }: Parts,
  given: {
    readonly info: KeyInfo;
    readonly own: Uint8Array;
    readonly entry: Entry;
    readonly options: RepairOptions;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  const { info, own, entry, options, signal } = given;
  const name = info.name ?? '';
  const bytes = proposalOf(entries.peerId, info, own);
  const hash = proposalHash(bytes);
  const id = Buffer.from(hash).toString('hex');
  const operatorSignature = signAsOperator('accept', hash, seed);
  const submit = encodeCall({ proposalSubmit: { proposal: bytes, operatorSignature } });
  try {
    decodeAnswer(await entry.connection.callOne(submit, { signal }));
    const watch = encodeCall({ proposalWatch: { proposalHash: hash } });
    for await (const answer of entry.connection.call(watch, { signal })) {
      const progress = expectPart(decodeAnswer(answer).ceremony, 'progress');
      if (progress.error) throw fromRemote(progress.error, id);
      const last = progressOf(progress);
      options.onProgress?.(name, last);
      if (last.stage === 'active') return id;
    }
  } catch (error) {
    if (!(error instanceof P2pError) || signal.aborted) throw error;
    throw lost(name, entry, error);
  }
  throw lost(name, entry, undefined);
}

function proposalOf(peerId: string, info: KeyInfo, own: Uint8Array): Uint8Array {
  const members = (info.memberHosts ?? []).map((host) => Buffer.from(host)).sort(Buffer.compare);
  const suite = [...suites.keys()].find((one) => one === info.suite) as SuiteId | undefined;
  try {
    if (suite === undefined) throw new WireError('an unknown suite');
    return encodeProposal({
      type: 'repair',
      name: info.name ?? '',
      suite,
      purpose: 'sign',
      minSigners: info.threshold ?? 0,
      members,
      requesters: [],
      policy: new Uint8Array(),
      proposer: peerIdBytes(peerId),
      node: own,
      nonce: randomBytes(16),
      expiresMs: Date.now() + limits.PROPOSAL_LIFE_MS,
      keyId: Uint8Array.from(info.id ?? []),
      baseEpochId: Uint8Array.from(info.epochId ?? []),
      baseNumber: info.epoch ?? 0,
      number: info.epoch ?? 0,
      groupKey: Uint8Array.from(info.groupKey ?? []),
      baseMinSigners: info.threshold ?? 0,
      baseMembers: members,
      dealers: members.filter((host) => Buffer.compare(host, own) !== 0),
      excluded: [],
      lost: own,
    });
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_INTERNAL',
      message: `the node's answer about key ${info.name} makes no proposal: ${cause.message}`,
      cause,
    });
  }
}

function notLost(name: string, node: string): PermafrostError {
  return new PermafrostError({
    code: 'E_KEY_STATE',
    message: `nothing was repaired: ${node} holds its share of ${name}`,
    hint: 'permafrost key refresh gives all members new shares',
  });
}

function notMember(name: string, node: string): PermafrostError {
  return new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `${node} is no member of ${name}: there is no share to repair`,
  });
}

function timedOut({ timeoutMs }: RepairOptions): PermafrostError {
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `not all shares were repaired in ${(timeoutMs ?? REPAIR_MS) / 1000} s`,
    hint: 'permafrost proposal list tells whose operators have not accepted; then repeat the command',
  });
}

function lost(name: string, entry: Entry, cause: P2pError | undefined): PermafrostError {
  return new PermafrostError({
    code: 'E_CEREMONY',
    message: `${entry.peer.name} went away while its share of ${name} was repaired`,
    blame: [entry.peer.name],
    hint: 'start it, then repeat the command',
    cause,
  });
}
