/**
 * Evidence: what convinces somebody who saw nothing else. It is made of signed bytes only; its
 * claim is a summary for people and is never believed.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import { limits, WireError } from '@permafrost/wire';
import { checkGroup, type Group, type GroupChange } from './group.ts';

export const EVIDENCE_VERSION = 1;
/** An evidence file, at most, in characters. */
export const EVIDENCE_TEXT_MAX: number = 4 * 1024 * 1024;

export const EVIDENCE_KINDS = [
  // Two different statements where a host makes one.
  'equivocation',
  'starts',
  // One envelope that no honest host signs.
  'malformed',
  'bad-join',
  // All Joins, and the Commit and Reveal of the accused.
  'reveal',
  // A Cert envelope and the transcript it names.
  'certificate',
  // All Joins, Commit and Reveal of the accused, and the Complaint about it.
  'complaint',
  // Of a repair: all Joins and Reveals, the Commit of the accused, and the owner's Complaint with
  // the Sum that it is about.
  'sum',
  // Two votes for different epochs of one base and number, as statements.
  'votes',
  // Signing.
  'share',
  'coordinator-share',
  'shares',
  'mixed-epochs',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export type Evidence = {
  readonly version: 1;
  readonly kind: EvidenceKind;
  /** With the host keys: they say whose signatures these are. */
  readonly group: Group;
  /** Ceremony attempt that the envelopes, or the key they are about, belong to. */
  readonly attempt: number;
  /** The transcript of the key, where one is needed; empty otherwise. */
  readonly transcript: Uint8Array;
  /** Signed envelopes, as received. */
  readonly envelopes: readonly Uint8Array[];
  /** Other signed statements: Starts. */
  readonly statements: readonly Uint8Array[];
  readonly claim: {
    /** Host key, 32 bytes. */
    readonly culprit: Uint8Array;
    readonly code: string;
  };
};

/** What a verifier found. `culprit` is a host key. */
export type Verdict =
  | { readonly proven: true; readonly culprit: Uint8Array; readonly code: string }
  | { readonly proven: false; readonly reason: string };

/** An Evidence value with what is not given left empty. */
export function evidenceOf(
  given: Pick<Evidence, 'kind' | 'group' | 'attempt' | 'claim'> & Partial<Evidence>,
): Evidence {
  return {
    transcript: new Uint8Array(),
    envelopes: [],
    statements: [],
    ...given,
    version: EVIDENCE_VERSION,
  };
}

/** The evidence file: JSON, bytes in hex. */
export function encodeEvidence(evidence: Evidence): string {
  const { group, claim } = evidence;
  return `${JSON.stringify(
    {
      version: evidence.version,
      kind: evidence.kind,
      claim: { culprit: toHex(claim.culprit), code: claim.code },
      group: {
        suite: group.suite,
        purpose: group.purpose,
        proposalHash: toHex(group.proposalHash),
        minSigners: group.threshold.minSigners,
        members: group.members.map(toHex),
        ...(group.change === undefined ? {} : { change: changeText(group.change) }),
      },
      attempt: evidence.attempt,
      transcript: toHex(evidence.transcript),
      envelopes: evidence.envelopes.map(toHex),
      statements: evidence.statements.map(toHex),
    },
    undefined,
    2,
  )}\n`;
}

/** @throws WireError on anything but an evidence file within its limits. */
export function decodeEvidence(text: string): Evidence {
  if (text.length > EVIDENCE_TEXT_MAX) throw new WireError('evidence: too long');
  const file = record(parsed(text), 'evidence');
  if (file.get('version') !== EVIDENCE_VERSION) throw new WireError('evidence: unknown version');
  const kind = EVIDENCE_KINDS.find((k) => k === file.get('kind'));
  if (kind === undefined) throw new WireError('evidence: unknown kind');
  const claim = record(file.get('claim'), 'claim');
  const attempt = integer(file.get('attempt'), 'attempt');
  return {
    version: EVIDENCE_VERSION,
    kind,
    group: decodeGroup(record(file.get('group'), 'group')),
    attempt,
    transcript: bytes(file.get('transcript'), 'transcript'),
    envelopes: byteList(file.get('envelopes'), 2 * limits.MEMBERS_MAX + 8, 'envelopes'),
    statements: byteList(file.get('statements'), limits.MEMBERS_MAX + 8, 'statements'),
    claim: { culprit: bytes(claim.get('culprit'), 'culprit'), code: text64(claim.get('code')) },
  };
}

function changeText({ base, number, dealers, lost }: GroupChange): object {
  return {
    keyId: toHex(base.keyId),
    epochId: toHex(base.epochId),
    baseNumber: base.number,
    minSigners: base.minSigners,
    members: base.members.map(toHex),
    groupKey: toHex(base.groupKey),
    verifyingShares: base.verifyingShares.map(toHex),
    number,
    dealers,
    ...(lost === undefined ? {} : { lost }),
  };
}

function decodeChange(file: ReadonlyMap<string, unknown>): GroupChange {
  const dealers: unknown = file.get('dealers');
  if (!Array.isArray(dealers) || dealers.length > limits.MEMBERS_MAX) {
    throw new WireError('change: dealers');
  }
  const many = limits.MEMBERS_MAX;
  return {
    base: {
      keyId: bytes(file.get('keyId'), 'key id'),
      epochId: bytes(file.get('epochId'), 'epoch'),
      number: integer(file.get('baseNumber'), 'base number'),
      minSigners: integer(file.get('minSigners'), 'minSigners'),
      members: byteList(file.get('members'), many, 'base members'),
      groupKey: bytes(file.get('groupKey'), 'group key'),
      verifyingShares: byteList(file.get('verifyingShares'), many, 'verifying shares'),
    },
    number: integer(file.get('number'), 'number'),
    dealers: dealers.map((id: unknown) => integer(id, 'dealer')),
    ...(file.has('lost') ? { lost: integer(file.get('lost'), 'lost') } : {}),
  };
}

function decodeGroup(file: ReadonlyMap<string, unknown>): Group {
  const members = byteList(file.get('members'), limits.MEMBERS_MAX, 'members');
  if (file.get('purpose') !== 'sign') throw new WireError('group: purpose');
  const group: Group = {
    suite: text64(file.get('suite')),
    purpose: 'sign',
    proposalHash: bytes(file.get('proposalHash'), 'proposal hash'),
    threshold: {
      minSigners: integer(file.get('minSigners'), 'minSigners'),
      maxSigners: members.length,
    },
    members,
    ...(file.get('change') === undefined
      ? {}
      : { change: decodeChange(record(file.get('change'), 'change')) }),
  };
  checkGroup(group);
  return group;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new WireError('evidence: not JSON', { cause });
    throw cause;
  }
}

/** An object's own entries. A map, so that no name in a file can reach a prototype. */
function record(value: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError(`${what}: an object expected`);
  }
  return new Map(Object.entries(value));
}

function bytes(value: unknown, what: string): Uint8Array {
  if (typeof value !== 'string') throw new WireError(`${what}: hex expected`);
  try {
    return fromHex(value);
  } catch (cause) {
    if (cause instanceof RangeError) throw new WireError(`${what}: hex expected`, { cause });
    throw cause;
  }
}

function byteList(value: unknown, max: number, what: string): readonly Uint8Array[] {
  if (!Array.isArray(value) || value.length > max) throw new WireError(`${what}: at most ${max}`);
  return value.map((item: unknown) => bytes(item, what));
}

function integer(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new WireError(`${what}: a number expected`);
  }
  return value;
}

function text64(value: unknown): string {
  if (typeof value !== 'string' || value.length > 64) throw new WireError('evidence: short text');
  return value;
}
