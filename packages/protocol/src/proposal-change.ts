/**
 * What a proposal says when it is about a key that exists: the epoch it starts from, and who takes
 * part besides the members. Every number here is also in the group's hash, so that members who
 * believe in different bases notice before anything is dealt.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  exactBytes,
  limits,
  type permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { type BaseFacts, checkAscendingKeys, KEY_ID_BYTES } from './group.ts';

/** The epoch that a proposal starts from, as far as the proposal names it. */
export type ChangeTerms = {
  /** 16 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly baseEpochId: Uint8Array;
  readonly baseNumber: number;
  /** Of the epoch that is made; in a repair, which makes none, the base's own. */
  readonly number: number;
  /** The key's raw public key, encoded, with parity: what must come out again. */
  readonly groupKey: Uint8Array;
  readonly baseMinSigners: number;
  /** Host keys, ascending. */
  readonly baseMembers: readonly Uint8Array[];
  /**
   * Host keys of old members, ascending. Each attempt's dealers are these less those whom its Start
   * leaves out, and at least `baseMinSigners`. In a repair these are the helpers.
   */
  readonly dealers: readonly Uint8Array[];
  /**
   * Host keys of old members given up as lost or proven faulty, ascending. With any, the epoch is
   * activated by all the others, who must have accepted by hand.
   */
  readonly excluded: readonly Uint8Array[];
};

const GROUP_KEY_BYTES_MAX = 64;

/** @throws WireError on values that no node would accept. */
export function changeFromWire(
  raw: permafrost.v1.KeyChange.$Properties,
  type: 'reshare' | 'repair',
  terms: { readonly minSigners: number; readonly members: readonly Uint8Array[] },
): ChangeTerms & { readonly lost: Uint8Array | undefined } {
  const change: ChangeTerms = {
    keyId: exactBytes(raw.keyId, KEY_ID_BYTES, 'key id'),
    baseEpochId: exactBytes(raw.baseEpochId, 32, 'base epoch'),
    baseNumber: safeInteger(raw.baseNumber as number, 'base number'),
    number: safeInteger(raw.number as number, 'number'),
    groupKey: boundedBytes(raw.groupKey, { min: 32, max: GROUP_KEY_BYTES_MAX }, 'group key'),
    baseMinSigners: safeInteger(raw.baseMinSigners, 'base minSigners'),
    baseMembers: hosts(raw.baseMembers, 'base members'),
    dealers: hosts(raw.dealers, 'dealers'),
    excluded: hosts(raw.excluded, 'excluded'),
  };
  const { baseMembers, baseMinSigners, dealers, excluded, number, baseNumber } = change;
  if (!(2 <= baseMinSigners && baseMinSigners <= baseMembers.length)) {
    throw new WireError('base: 2 ≤ minSigners ≤ members');
  }
  if (!isWithin(dealers, baseMembers) || dealers.length < baseMinSigners) {
    throw new WireError('dealers: old members, at least as many as sign');
  }
  if (!isWithin(excluded, baseMembers) || excluded.some((one) => isIn(dealers, one))) {
    throw new WireError('excluded: old members who do not deal');
  }
  if (baseMembers.length - excluded.length < baseMinSigners) {
    throw new WireError('excluded: so many that the others cannot sign');
  }
  if (type === 'reshare') {
    if (number <= baseNumber) throw new WireError('number: above that of the base');
    if (excluded.some((one) => isIn(terms.members, one))) {
      throw new WireError('excluded: not among the new members');
    }
    exactBytes(raw.lost, 0, 'nobody is repaired');
    return { ...change, lost: undefined };
  }
  const lost = exactBytes(raw.lost, 32, 'lost');
  const isBase =
    number === baseNumber &&
    terms.minSigners === baseMinSigners &&
    terms.members.length === baseMembers.length &&
    isWithin(terms.members, baseMembers);
  if (!isBase || excluded.length > 0) throw new WireError('repair: changes nothing else');
  if (!isIn(baseMembers, lost) || isIn(dealers, lost)) {
    throw new WireError('lost: a member who does not help');
  }
  return { ...change, lost };
}

/** As the KeyChange message of the wire. */
export function changeToWire(
  change: ChangeTerms & { readonly lost?: Uint8Array },
): permafrost.v1.KeyChange.$Properties {
  return {
    keyId: change.keyId,
    baseEpochId: change.baseEpochId,
    baseNumber: change.baseNumber,
    number: change.number,
    groupKey: change.groupKey,
    baseMinSigners: change.baseMinSigners,
    baseMembers: [...change.baseMembers],
    dealers: [...change.dealers],
    excluded: [...change.excluded],
    lost: change.lost ?? new Uint8Array(),
  };
}

/** Whether a proposal starts from this very epoch of this very key. */
export function isOfBase(
  change: Omit<ChangeTerms, 'dealers' | 'excluded' | 'number'>,
  base: BaseFacts,
): boolean {
  return (
    equalBytes(change.keyId, base.keyId) &&
    equalBytes(change.baseEpochId, base.epochId) &&
    change.baseNumber === base.number &&
    equalBytes(change.groupKey, base.groupKey) &&
    change.baseMinSigners === base.minSigners &&
    change.baseMembers.length === base.members.length &&
    change.baseMembers.every((key, i) => equalBytes(key, base.members[i] as Uint8Array))
  );
}

function hosts(list: readonly Uint8Array[] | null | undefined, what: string): Uint8Array[] {
  const keys = boundedList(list, limits.MEMBERS_MAX, what).map((key) => exactBytes(key, 32, what));
  checkAscendingKeys(keys);
  return keys;
}

/** Whether a host key is in a list of them. */
export function isIn(keys: readonly Uint8Array[], key: Uint8Array): boolean {
  return keys.some((one) => equalBytes(one, key));
}

/** Whether all of some host keys are in another list. */
export function isWithin(some: readonly Uint8Array[], all: readonly Uint8Array[]): boolean {
  return some.every((one) => isIn(all, one));
}
