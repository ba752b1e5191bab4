/**
 * Faults on record.
 * @module
 */
import { fromHex, TH, toHex } from '@permafrost/frost';
import {
  EnvelopeError,
  type Evidence,
  encodeEvidence,
  groupHash,
  parseEnvelope,
  verifyEvidence,
} from '@permafrost/protocol';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { nextCounter } from '../tables/boots.ts';
import { stepPeers } from '../tables/peers.ts';
import { type CoreContext, count, log } from './context.ts';
import type { CoreParts } from './parts.ts';

/** Faults kept on disk in one boot, and of one kind by one node: a storm of them says no more. */
const FAULTS_STORED_MAX = 256;
const FAULTS_ALIKE_STORED_MAX = 8;

/** Pieces of evidence of one kind against one node that are judged, at most. */
const JUDGED_MAX = 64;

/** The recorder of faults of one boot. */
export function createFaults(context: CoreContext): CoreParts['fault'] {
  let faults = 0;
  let proven = 0;
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
    // Counted and shown, but not stored for ever.
    if (isTold || times > FAULTS_ALIKE_STORED_MAX) return;
    // What cannot be proved never takes the room of what can.
    if (isProven ? ++proven > FAULTS_STORED_MAX : faults - proven >= FAULTS_STORED_MAX) return;
    faults++;
    const text = evidence === undefined ? undefined : encodeEvidence(evidence);
    const value = encodeMessage(permafrost.v1.StoredFault, {
      atMs: context.clocks.wallMs,
      hostPub: fromHex(host),
      code,
      ...(text === undefined ? {} : { evidence: new TextEncoder().encode(text) }),
    });
    // Before it is chosen, the boot that this will be unless somebody shows a later one.
    const { boots } = context;
    const number = `${boots.boot?.counter ?? nextCounter(boots)}-${faults}`;
    const key = `fault/${number}`;
    context.act(undefined, { type: 'persist', changes: [{ type: 'put', key, value }] });
    if (text !== undefined) {
      context.act(undefined, { type: 'evidence', name: `${number}-${name}-${code}`, text });
    }
  };
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
