/**
 * Requests and responses of the RPC, from and to plain data. Everything a node answers is
 * untrusted: it goes through the checked decoders, and what matters is verified elsewhere.
 * @module
 */
import { decodeMessage, encodeMessage, permafrost, safeInteger, WireError } from '@permafrost/wire';
import { fromRemote, oneLine, PermafrostError } from './errors.ts';

type Request = permafrost.v1.RpcRequest.$Properties;
export type Response = permafrost.v1.RpcResponse;
export type KeyProof = permafrost.v1.KeyProof.$Properties;

/** Public facts of a key, as people and programs see them. */
export type Key = {
  readonly name: string;
  /** Hex, 16 bytes. */
  readonly id: string;
  readonly suite: string;
  readonly threshold: number;
  /** Roster names, in the order of their identifiers. */
  readonly members: readonly string[];
  readonly epoch: number;
  readonly state: string;
  readonly purpose: string;
  readonly publicKey: Uint8Array;
  /** PeerIds that may ask for signatures. */
  readonly requesters: readonly string[];
  /** Set while it is pending. */
  readonly pending?: {
    /** For how long the node that answered holds it; since its start at most. */
    readonly ms: number;
    /** Roster names of members that have not certified or stored it, or not sworn to destroy it. */
    readonly waitsFor: readonly string[];
  };
};

export type KeyReadiness = {
  readonly name: string;
  readonly ready: boolean;
  readonly need: number;
  readonly have: number;
  readonly down: readonly string[];
  readonly why: string;
};

export type Link = {
  readonly name: string;
  readonly up: boolean;
  /** Where the node knows it. */
  readonly rttMs?: number;
  readonly reason: string;
};

/** How often a node saw another one break the rules in one way, and what proves it. */
export type BlameEntry = {
  readonly node: string;
  readonly code: string;
  readonly count: number;
  /** Names of files in the folder `evidence` of the home of the node that answered. */
  readonly files: readonly string[];
};

export type Status = {
  readonly ready: boolean;
  /** Name of the node that answered. */
  readonly node: string;
  readonly keys: readonly KeyReadiness[];
  readonly links: readonly Link[];
  readonly warnings: readonly string[];
  /** What the node that answered holds against others. */
  readonly blame: readonly BlameEntry[];
  readonly nodesUp: number;
  readonly nodes: number;
  /** Curve arithmetic of the node that answered: `kernel` or `noble`. */
  readonly backend: string;
};

export type NodeInfo = {
  readonly name: string;
  readonly software: string;
  readonly version: number;
  readonly suites: readonly string[];
  readonly backend: string;
  readonly pid: number;
  readonly uptimeMs: number;
  /** Processor time of its process so far, milliseconds. */
  readonly cpuMs: number;
};

export type Proposal = {
  /** Hex. */
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly suite: string;
  readonly threshold: number;
  readonly members: readonly string[];
  readonly requesters: readonly string[];
  readonly proposer: string;
  readonly node: string;
  readonly expiresMs: number;
  readonly state: string;
  readonly accepted: readonly string[];
  readonly waitingFor: readonly string[];
  readonly detail: string;
};

/** One step of a ceremony, for whoever waits for it. */
export type CeremonyProgress = {
  readonly stage: string;
  readonly attempt: number;
  readonly done: readonly string[];
  readonly missing: readonly string[];
};

export function encodeCall(request: Request): Uint8Array {
  return encodeMessage(permafrost.v1.RpcRequest, request);
}

/**
 * @throws PermafrostError E_INTERNAL for bytes that are no response; the node's own error when it
 * answered with one
 */
export function decodeAnswer(bytes: Uint8Array, requestId?: string): Response {
  let response: Response;
  try {
    response = decodeMessage(permafrost.v1.RpcResponse, bytes);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw malformed('not a response', cause);
  }
  if (response.error) throw fromRemote(response.error, requestId);
  return response;
}

/** The part of the response that this call asks for. @throws PermafrostError E_INTERNAL */
export function expectPart<T>(part: T | null | undefined, what: string): T {
  if (part === undefined || part === null) throw malformed(`no ${what}`);
  return part;
}

function malformed(what: string, cause?: unknown): PermafrostError {
  return new PermafrostError({
    code: 'E_INTERNAL',
    message: `the node's answer is ${what}`,
    hint: 'the node speaks another dialect: compare versions, or ask another node',
    nothingSigned: 'unknown',
    cause,
  });
}

const text = (value: string | null | undefined) => oneLine(value ?? '');
const texts = (values: readonly string[] | null | undefined) => (values ?? []).map(oneLine);

/** A 64-bit field for people: never throws, cut at 2^53. */
function whole(value: Parameters<typeof safeInteger>[0]): number {
  try {
    return safeInteger(value, 'number');
  } catch (cause) {
    throw malformed('out of range', cause);
  }
}

export function keyOf(info: permafrost.v1.KeyInfo.$Properties): Key {
  return {
    name: text(info.name),
    id: Buffer.from(info.id ?? []).toString('hex'),
    suite: text(info.suite),
    threshold: info.threshold ?? 0,
    members: texts(info.members),
    epoch: info.epoch ?? 0,
    state: text(info.state),
    purpose: text(info.purpose),
    publicKey: Uint8Array.from(info.publicKey ?? []),
    requesters: texts(info.requesters),
    ...(info.state === 'pending'
      ? { pending: { ms: whole(info.pendingMs), waitsFor: texts(info.waitsFor) } }
      : {}),
  };
}

export function statusOf(status: permafrost.v1.NodeStatus.$Properties): Status {
  return {
    ready: status.ready === true,
    node: text(status.node),
    keys: (status.keys ?? []).map((key) => ({
      name: text(key.name),
      ready: key.ready === true,
      need: key.need ?? 0,
      have: key.have ?? 0,
      down: texts(key.down),
      why: text(key.why),
    })),
    links: (status.links ?? []).map((link) => ({
      name: text(link.name),
      up: link.up === true,
      ...((link.rttMs ?? 0) > 0 ? { rttMs: link.rttMs as number } : {}),
      reason: text(link.reason),
    })),
    warnings: texts(status.warnings),
    blame: (status.blame ?? []).map((one) => ({
      node: text(one.node),
      code: text(one.code),
      count: one.count ?? 0,
      files: texts(one.files),
    })),
    nodesUp: status.nodesUp ?? 0,
    nodes: status.nodes ?? 0,
    backend: text(status.backend),
  };
}

export function infoOf(info: permafrost.v1.NodeInfo.$Properties): NodeInfo {
  return {
    name: text(info.name),
    software: text(info.software),
    version: info.version ?? 0,
    suites: texts(info.suites),
    backend: text(info.backend),
    pid: info.pid ?? 0,
    uptimeMs: whole(info.uptimeMs),
    cpuMs: whole(info.cpuMs),
  };
}

export function proposalOf(info: permafrost.v1.ProposalInfo.$Properties): Proposal {
  return {
    id: text(info.id),
    type: text(info.type),
    name: text(info.name),
    suite: text(info.suite),
    threshold: info.threshold ?? 0,
    members: texts(info.members),
    requesters: texts(info.requesters),
    proposer: text(info.proposer),
    node: text(info.node),
    expiresMs: whole(info.expiresMs),
    state: text(info.state),
    accepted: texts(info.accepted),
    waitingFor: texts(info.waitingFor),
    detail: text(info.detail),
  };
}

export function progressOf(progress: permafrost.v1.CeremonyProgress.$Properties): CeremonyProgress {
  return {
    stage: text(progress.stage),
    attempt: whole(progress.attempt),
    done: texts(progress.done),
    missing: texts(progress.missing),
  };
}
