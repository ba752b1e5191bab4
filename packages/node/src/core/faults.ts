/**
 * Faults on record.
 * @module
 */
import { bytesBE, fromHex, integerBE, TH, toHex } from '@permafrost/frost';
import {
  EnvelopeError,
  type Evidence,
  encodeEvidence,
  groupHash,
  parseEnvelope,
  verifyEvidence,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, exactBytes, permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { Change, HostId } from '../effects.ts';
import { nextCounter } from '../tables/boots.ts';
import { addFault, type FaultRecord, faultPath } from '../tables/faults.ts';
import { type Peers, stepPeers } from '../tables/peers.ts';
import { type CoreContext, count, log } from './context.ts';
import type { CoreParts } from './parts.ts';

/** Of one kind by one node in one boot: a storm of them says no more. */
const FAULTS_ALIKE_STORED_MAX = 8;
const COUNT_BYTES = 8;

/** Pieces of evidence of one kind against one node that are judged, at most. */
const JUDGED_MAX = 64;

/** The recorder of faults of one boot. */
export function createFaults(context: CoreContext): CoreParts['fault'] {
  const alike = new Map<string, number>();
  const told = new Set<string>();
  const judged = new Map<string, number>();

  /** The evidence, if it would convince a stranger: nothing else is called proven. */
  function convincing(
    host: HostId,
    code: string,
    evidence: Evidence | undefined,
  ): Evidence | undefined {
    if (evidence === undefined) return undefined;
    const times = (judged.get(`${host}/${code}`) ?? 0) + 1;
    judged.set(`${host}/${code}`, times);
    if (times > JUDGED_MAX) return undefined;
    const verdict = verifyEvidence(evidence, context.options.suiteOf);
    return verdict.proven && toHex(verdict.culprit) === host ? evidence : undefined;
  }

  return (host, code, shown) => {
    stepPeers(context.peers, { type: 'fault', host, code });
    storeCount(context, host, code);
    const name = nameOf(context.directory, host);
    count(context, 'faults', { peer: name, code });
    // One proof of one session is enough: it convinces as well as a hundred.
    const session = shown === undefined ? undefined : `${host}/${code}/${sessionOf(shown)}`;
    const isTold = session !== undefined && told.has(session);
    const evidence = isTold ? undefined : convincing(host, code, shown);
    if (evidence !== undefined && session !== undefined) told.add(session);
    const isProven = isTold || evidence !== undefined;
    const kind = `${host}/${code}/${isProven}`;
    const times = (alike.get(kind) ?? 0) + 1;
    alike.set(kind, times);
    // A storm is told of ever more rarely: the first few, then each time that they doubled.
    if (times <= FAULTS_ALIKE_STORED_MAX || Number.isInteger(Math.log2(times))) {
      log(context, 'warn', 'fault', { node: name, code, proven: isProven, times });
    }
    // Counted and shown, but no more details of it.
    if (isTold || times > FAULTS_ALIKE_STORED_MAX) return;
    store(context, host, { code, evidence });
  };
}

function store(
  context: CoreContext,
  host: HostId,
  { code, evidence }: { readonly code: string; readonly evidence: Evidence | undefined },
): void {
  const { boots } = context;
  const isProven = evidence !== undefined;
  // Before it is chosen, the boot that this will be unless somebody shows a later one.
  const bootCounter = boots.boot?.counter ?? nextCounter(boots);
  const { added, dropped } = addFault(context.peers.faults, { bootCounter, host, code, isProven });
  const text = evidence === undefined ? undefined : encodeEvidence(evidence);
  const value = encodeMessage(permafrost.v1.StoredFault, {
    atMs: context.clocks.wallMs,
    hostPub: fromHex(host),
    code,
    ...(text === undefined ? {} : { evidence: new TextEncoder().encode(text) }),
  });
  const changes: Change[] = [{ type: 'put', key: faultPath(added.number), value }];
  if (dropped !== undefined) changes.push({ type: 'delete', key: faultPath(dropped.number) });
  context.act(undefined, { type: 'persist', changes });
  if (text !== undefined) {
    context.act(undefined, { type: 'evidence', name: fileOf(context, added), text });
  }
  if (dropped?.isProven === true) {
    context.act(undefined, { type: 'drop-evidence', name: fileOf(context, dropped) });
  }
}

/** The name of an evidence file, without its ending. */
export function fileOf(
  { directory }: Pick<CoreContext, 'directory'>,
  { number, host, code }: FaultRecord,
): string {
  return `${number}-${nameOf(directory, host)}-${code}`;
}

/** A count that grows fast is written ever more rarely: half of it may be forgotten in a restart. */
function storeCount(context: CoreContext, host: HostId, code: string): void {
  const times = context.peers.blame.get(host)?.get(code) ?? 0;
  if (times > FAULTS_ALIKE_STORED_MAX && !Number.isInteger(Math.log2(times))) return;
  const value = bytesBE(BigInt(times), COUNT_BYTES);
  const change: Change = { type: 'put', key: `blame/${host}/${code}`, value };
  context.act(undefined, { type: 'persist', changes: [change] });
}

/** How often there was a fault before this process began. @throws WireError */
export function restoreBlame(peers: Peers, path: string, value: Uint8Array): void {
  const [, host = '', code = ''] = path.split('/');
  const times = Number(integerBE(exactBytes(value, COUNT_BYTES, 'count')));
  const codes = peers.blame.get(host) ?? new Map<string, number>();
  peers.blame.set(host, codes.set(code, times));
}

/** What a stored record of a fault tells of it; nothing for other records. @throws WireError */
export function faultOfRecord([path, value]: readonly [string, Uint8Array]): readonly (Omit<
  FaultRecord,
  'number'
> & { readonly path: string })[] {
  if (!path.startsWith('fault/')) return [];
  const { hostPub, code, evidence } = decodeMessage(permafrost.v1.StoredFault, value);
  return [{ path, host: toHex(hostPub), code, isProven: evidence.length > 0 }];
}

/** What it happened in: the session of its first envelope, else the words themselves. */
function sessionOf({ envelopes, statements, group, attempt }: Evidence): string {
  const [first] = envelopes;
  if (first === undefined) return toHex(TH('evidence/words', ...statements).subarray(0, 16));
  try {
    return toHex(parseEnvelope(first).sessionId);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    return `${toHex(groupHash(group))}/${attempt}`;
  }
}
