/**
 * Signed statements outside sessions: what they say, how they are signed and verified.
 * Host and operator keys are Ed25519; seeds and public keys are 32 bytes, signatures 64.
 * @module
 */
import {
  ascii,
  ed25519PublicKey,
  list,
  signEd25519,
  TH,
  u64,
  verifyEd25519,
} from '@permafrost/frost';
import {
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { checkAscendingKeys } from './group.ts';

/** What an operator can say of a proposal. */
export type OperatorVerb = 'accept' | 'reject' | 'withdraw' | 'veto';
/**
 * A node's own word, with no operator at hand: its rule accepts, or it cannot take the proposal up;
 * or the node it was submitted to gives it up.
 */
export type HostVerb = 'accept-by-rule' | 'reject-by-rule' | 'give-up';
export type StatementVerb = Exclude<OperatorVerb, 'veto'> | HostVerb;

const HOST_VERBS: readonly HostVerb[] = ['accept-by-rule', 'reject-by-rule', 'give-up'];
const VERBS: readonly StatementVerb[] = [...HOST_VERBS, 'accept', 'reject', 'withdraw'];

/** A word on a proposal: by an operator and countersigned by its host, or by the host's rule. */
export type ProposalStatement = {
  readonly verb: StatementVerb;
  /** 64 bytes. */
  readonly proposalHash: Uint8Array;
  readonly hostPub: Uint8Array;
  /** Absent for a host's own verbs. */
  readonly operator?: { readonly publicKey: Uint8Array; readonly signature: Uint8Array };
  readonly hostSignature: Uint8Array;
};

/** What an operator's key signs, 64 bytes. Also what a client signs to submit or decide. */
export function operatorPreimage(verb: OperatorVerb, proposalHash: Uint8Array): Uint8Array {
  return TH(verb, proposalHash);
}

/** Signs with the operator's seed. */
export function signAsOperator(
  verb: OperatorVerb,
  proposalHash: Uint8Array,
  operatorSeed: Uint8Array,
): Uint8Array {
  return signEd25519(operatorSeed, operatorPreimage(verb, proposalHash));
}

export function verifyOperatorSignature(given: {
  readonly verb: OperatorVerb;
  readonly proposalHash: Uint8Array;
  readonly operatorPub: Uint8Array;
  readonly signature: Uint8Array;
}): boolean {
  const { verb, proposalHash, operatorPub, signature } = given;
  return verifyEd25519(operatorPub, operatorPreimage(verb, proposalHash), signature);
}

/** The host's signature under its operator's word. */
export function countersign(
  given: {
    readonly verb: Exclude<StatementVerb, HostVerb>;
    readonly proposalHash: Uint8Array;
    readonly operator: { readonly publicKey: Uint8Array; readonly signature: Uint8Array };
  },
  hostSeed: Uint8Array,
): ProposalStatement {
  const hostSignature = signEd25519(hostSeed, countersignPreimage(given));
  return { ...given, hostPub: ed25519PublicKey(hostSeed), hostSignature };
}

/** A node's own word, such as acceptance by its configured rule, signed by the host key alone. */
export function signAsHost(
  verb: HostVerb,
  proposalHash: Uint8Array,
  hostSeed: Uint8Array,
): ProposalStatement {
  return {
    verb,
    proposalHash,
    hostPub: ed25519PublicKey(hostSeed),
    hostSignature: signEd25519(hostSeed, TH(verb, proposalHash)),
  };
}

function isHostVerb(verb: StatementVerb): verb is HostVerb {
  return HOST_VERBS.some((own) => own === verb);
}

/** Both signatures. Whether this operator speaks for this host is the roster's to say. */
export function verifyStatement(s: ProposalStatement): boolean {
  const { verb, proposalHash, hostPub, operator, hostSignature } = s;
  if (isHostVerb(verb)) {
    return operator === undefined && verifyEd25519(hostPub, TH(verb, proposalHash), hostSignature);
  }
  if (operator === undefined) return false;
  const { publicKey: operatorPub, signature } = operator;
  return (
    verifyOperatorSignature({ verb, proposalHash, operatorPub, signature }) &&
    verifyEd25519(hostPub, countersignPreimage({ verb, proposalHash, operator }), hostSignature)
  );
}

/** As the Statement message of the wire. */
export function statementToWire(s: ProposalStatement): permafrost.v1.Statement.$Properties {
  return {
    verb: s.verb,
    proposalHash: s.proposalHash,
    hostPub: s.hostPub,
    operatorPub: s.operator?.publicKey ?? new Uint8Array(),
    operatorSignature: s.operator?.signature ?? new Uint8Array(),
    hostSignature: s.hostSignature,
  };
}

/** @throws WireError. Signatures are not verified here. */
export function statementFromWire(raw: permafrost.v1.Statement.$Properties): ProposalStatement {
  const verb = VERBS.find((v) => v === raw.verb);
  if (verb === undefined) throw new WireError('statement: unknown verb');
  const base = {
    verb,
    proposalHash: exactBytes(raw.proposalHash, 64, 'proposal hash'),
    hostPub: exactBytes(raw.hostPub, 32, 'host key'),
    hostSignature: exactBytes(raw.hostSignature, 64, 'host signature'),
  };
  if (isHostVerb(verb)) {
    exactBytes(raw.operatorPub, 0, 'operator key of a rule');
    exactBytes(raw.operatorSignature, 0, 'operator signature of a rule');
    return base;
  }
  const publicKey = exactBytes(raw.operatorPub, 32, 'operator key');
  const signature = exactBytes(raw.operatorSignature, 64, 'operator signature');
  return { ...base, operator: { publicKey, signature } };
}

/** Begins one attempt of a proposal's ceremony. */
export type Start = {
  readonly proposalHash: Uint8Array;
  /** 1 to 3. */
  readonly attempt: number;
  /** Host keys left out of this attempt, ascending. */
  readonly without: readonly Uint8Array[];
  /** The node to which the proposal was submitted. */
  readonly hostPub: Uint8Array;
  readonly signature: Uint8Array;
};

/** Signed by the proposer's node; RangeError unless the attempt is 1 to 3. */
export function signStart(
  start: Pick<Start, 'proposalHash' | 'attempt' | 'without'>,
  hostSeed: Uint8Array,
): Start {
  const { attempt } = start;
  if (!(Number.isInteger(attempt) && 1 <= attempt && attempt <= limits.CEREMONY_ATTEMPTS_MAX)) {
    throw new RangeError('attempt is 1 to 3');
  }
  const signature = signEd25519(hostSeed, startPreimage(start));
  return { ...start, hostPub: ed25519PublicKey(hostSeed), signature };
}

export function verifyStart(start: Start): boolean {
  return verifyEd25519(start.hostPub, startPreimage(start), start.signature);
}

export function encodeStart(start: Start): Uint8Array {
  return encodeMessage(permafrost.v1.Start, { ...start, without: [...start.without] });
}

/** @throws WireError. The signature is not verified here. */
export function decodeStart(bytes: Uint8Array): Start {
  return startFromWire(decodeMessage(permafrost.v1.Start, bytes));
}

/** @throws WireError. The signature is not verified here. */
export function startFromWire(raw: permafrost.v1.Start.$Properties): Start {
  const attempt = safeInteger(raw.attempt as number | undefined, 'attempt');
  if (attempt < 1 || attempt > limits.CEREMONY_ATTEMPTS_MAX) {
    throw new WireError('attempt is 1 to 3');
  }
  const without = boundedList(raw.without, limits.MEMBERS_MAX, 'without').map((key) =>
    exactBytes(key, 32, 'host key'),
  );
  checkAscendingKeys(without);
  return {
    proposalHash: exactBytes(raw.proposalHash, 64, 'proposal hash'),
    attempt,
    without,
    hostPub: exactBytes(raw.hostPub, 32, 'host key'),
    signature: exactBytes(raw.signature, 64, 'signature'),
  };
}

/** A start of a node: whatever it promised in an earlier boot is void. */
export type Boot = {
  readonly hostPub: Uint8Array;
  /** 16 random bytes. */
  readonly bootId: Uint8Array;
  readonly counter: number;
  readonly signature: Uint8Array;
};

export function signBoot(boot: Pick<Boot, 'bootId' | 'counter'>, hostSeed: Uint8Array): Boot {
  const hostPub = ed25519PublicKey(hostSeed);
  return { ...boot, hostPub, signature: signEd25519(hostSeed, bootPreimage({ ...boot, hostPub })) };
}

export function verifyBoot(boot: Boot): boolean {
  return verifyEd25519(boot.hostPub, bootPreimage(boot), boot.signature);
}

/** @throws WireError. The signature is not verified here. */
export function bootFromWire(raw: permafrost.v1.Boot.$Properties): Boot {
  return {
    hostPub: exactBytes(raw.hostPub, 32, 'host key'),
    bootId: exactBytes(raw.bootId, 16, 'boot id'),
    counter: safeInteger(raw.counter as number | undefined, 'boot counter'),
    signature: exactBytes(raw.signature, 64, 'signature'),
  };
}

/** What an old member signs for the next epoch of a key, 64 bytes. */
export function votePreimage(vote: {
  readonly keyId: Uint8Array;
  readonly baseEpochId: Uint8Array;
  readonly number: number;
  readonly epochId: Uint8Array;
}): Uint8Array {
  return TH('vote', vote.keyId, vote.baseEpochId, u64(vote.number), vote.epochId);
}

/** What a member signs when a key's shares are to be erased for good, 64 bytes. */
export function erasePreimage(erase: {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly proposalHash: Uint8Array;
}): Uint8Array {
  return TH('erase', erase.keyId, erase.epochId, erase.proposalHash);
}

function startPreimage(start: Pick<Start, 'proposalHash' | 'attempt' | 'without'>): Uint8Array {
  return TH('start', start.proposalHash, u64(start.attempt), list(start.without));
}

function bootPreimage(boot: Pick<Boot, 'hostPub' | 'bootId' | 'counter'>): Uint8Array {
  return TH('boot', boot.hostPub, boot.bootId, u64(boot.counter));
}

function countersignPreimage(given: {
  readonly verb: StatementVerb;
  readonly proposalHash: Uint8Array;
  readonly operator: { readonly publicKey: Uint8Array; readonly signature: Uint8Array };
}): Uint8Array {
  const { verb, proposalHash, operator } = given;
  return TH('countersign', ascii(verb), proposalHash, operator.publicKey, operator.signature);
}
