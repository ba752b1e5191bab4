/**
 * How a key that never became active comes to its end, so that its name is free again.
 *
 * A member may certify two attempts and show each certificate to somebody else, or lose its store
 * between its Cert and its Stored. Then nobody ever holds the Stored of all, and those who said
 * Stored may not say it for another key of that name. The way out is an *oath*: a signed and first
 * stored word of a member that it says Stored for this key no more and never counts it as active. A
 * member to which the key is confirmed or active gives none. With the oaths of all members but one
 * the key is destroyed, whoever that one is, and its name is free. That one then swears by itself.
 *
 * Why no honest member can then have it active, with fewer than t corrupt ones:
 * - One that swore never activates it. It was not confirmed there when it swore, so it gave no share
 *   of the test signature, and from then on it gives none.
 * - If an honest member swore before it said Stored, nobody ever holds the Stored of all.
 * - Else all hangs on the one that did not swear. If it lost its store it has nothing to activate;
 *   if it is corrupt, it has at most t − 1 shares. If it is honest, has its store and was only out of
 *   reach, it lacks t − 1 partners for the test signature: it activates only if as many corrupt
 *   members as there may be break their oaths for it. Then its key is suspended as soon as the oaths
 *   reach it, and their shares of its test signature beside their oaths prove that they lied.
 *
 * For that last case nothing is lost for good: a member that said Stored keeps its share, unused,
 * until all have sworn. One that never said it erases its share at once: the key cannot be.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import { type Oath, oathFromWire, signOath, verifyOath } from '@permafrost/protocol';
import { decodeMessage, encodeMessage, exactBytes, limits, permafrost } from '@permafrost/wire';
import type { Change, HostId } from '../effects.ts';
import {
  hostsOf,
  isConfirmed,
  type KeyEntry,
  type Keys,
  put,
  secretName,
  stateChange,
} from './keys-entry.ts';

/** The oaths for one key, known here or not. */
export type OathsOf = {
  /** Key id in hex. */
  readonly id: string;
  readonly keyId: Uint8Array;
  /** What its writes and frames stay in order with: the same as those of the key. */
  readonly subject: string;
  members: readonly HostId[];
  /** Signatures. */
  readonly by: Map<HostId, Uint8Array>;
  /** Who said that it is destroyed there. */
  readonly told: Set<HostId>;
  /** How many oaths a host showed at once. */
  readonly shown: Map<HostId, number>;
  /** All that follows from its end was done in this process. */
  isEnded: boolean;
  /** So was the erasing of its share. */
  isErased: boolean;
};

/** A key that oaths are about. */
export type About = {
  readonly keyId: Uint8Array;
  readonly members: readonly HostId[];
  readonly subject: string;
};

export type OathsInput =
  /** This node's operator, or its rule, wants the end of the key. */
  | { readonly type: 'swear'; readonly about: About }
  /** What another host holds. `about` is undefined when nothing is known of such a key. */
  | {
      readonly type: 'oaths';
      readonly from: HostId;
      readonly keyId: Uint8Array;
      readonly about: About | undefined;
      readonly oaths: readonly Oath[];
      readonly isDestroyed: boolean;
    }
  /** The process began: what was left undone is done. */
  | { readonly type: 'resume-oaths' };

export type OathsOutput =
  | { readonly type: 'keep-oaths'; readonly of: OathsOf; readonly changes: readonly Change[] }
  | {
      readonly type: 'tell-oaths';
      readonly subject: string | undefined;
      readonly to: readonly HostId[];
      readonly body: Uint8Array;
    }
  | { readonly type: 'sworn'; readonly of: OathsOf }
  | {
      readonly type: 'destroyed';
      readonly of: OathsOf;
      /** It had become active here against the oaths of all others. */
      readonly wasActive: boolean;
    }
  | { readonly type: 'erase-secret'; readonly about: KeyEntry; readonly name: string }
  | { readonly type: 'persist'; readonly about: KeyEntry; readonly changes: readonly Change[] }
  | { readonly type: 'changed'; readonly entry: KeyEntry };

/**
 * Keys that are not here and of which oaths of others are kept, at most: proposals are forgotten, an
 * oath never, since it binds who gave it. Our own is given above that too, where we decide it.
 */
export const OATHS_UNKNOWN_MAX = 4_096;

export type OathsContext = {
  readonly self: HostId;
  readonly hostSeed: Uint8Array;
  readonly everyone: readonly HostId[];
};

export function stepOaths(
  table: Keys,
  input: OathsInput,
  context: OathsContext,
): readonly OathsOutput[] {
  switch (input.type) {
    case 'swear':
      return swear(table, input.about, context);
    case 'oaths':
      return learn(table, input, context);
    case 'resume-oaths':
      return [...table.oaths.values()].flatMap((of) => end(table, of, context));
  }
}

/** Why this node gives no oath for a key; undefined when it may. */
export function undestroyable(entry: KeyEntry): string | undefined {
  const { name } = entry.proposal;
  if (entry.state === 'active' || entry.state === 'suspended') {
    return `key ${name} is ${entry.state}, and only a pending key can be destroyed`;
  }
  // Its share of the test signature may be on its way: somebody may have it active any moment.
  if (isConfirmed(entry)) return `all members stored key ${name}: it is about to become active`;
  return undefined;
}

/** Whether the key can have no future: all members swore, but one at most. */
export function isComplete({ members, by }: OathsOf): boolean {
  const sworn = members.filter((host) => by.has(host)).length;
  return members.length > 0 && sworn >= members.length - 1;
}

export function hasSworn(table: Keys, id: string, host: HostId): boolean {
  return table.oaths.get(id)?.by.has(host) === true;
}

/** A key that begins to be pending here may have been sworn off before. */
export function meetOaths(
  table: Keys,
  entry: KeyEntry,
  context: OathsContext,
): readonly OathsOutput[] {
  const of = table.oaths.get(entry.id);
  if (of === undefined) return [];
  of.members = hostsOf(entry);
  if (of.by.has(context.self)) entry.isSworn = true;
  return end(table, of, context);
}

/** All oaths that this host may lack. */
export function tellOaths(table: Keys, host: HostId): readonly OathsOutput[] {
  return [...table.oaths.values()].filter((of) => lacks(of, host)).map((of) => tell(of, [host]));
}

/** Whether a host has not shown all oaths that are held here, or not that they are enough. */
function lacks(of: OathsOf, host: HostId): boolean {
  return of.by.size > (of.shown.get(host) ?? 0) || (of.isEnded && !of.told.has(host));
}

/** In answer to a host that speaks of a key as if it had a future. */
export function answerWithOaths(table: Keys, id: string, host: HostId): readonly OathsOutput[] {
  const of = table.oaths.get(id);
  return of === undefined || of.by.size === 0 ? [] : [tell(of, [host])];
}

/** An Oaths frame. @throws WireError */
export function oathsIn(body: Uint8Array): Omit<Extract<OathsInput, { type: 'oaths' }>, 'about'> {
  const message = decodeMessage(permafrost.v1.Oaths, body);
  const keyId = exactBytes(message.keyId, 16, 'key id');
  const some = message.oaths.slice(0, limits.MEMBERS_MAX);
  return {
    type: 'oaths',
    from: '',
    keyId,
    oaths: some.map((raw) => oathFromWire(keyId, raw)),
    isDestroyed: message.destroyed,
  };
}

/** Reads what was kept. @throws WireError when our own store holds nonsense */
export function oathsFromRecord(bytes: Uint8Array, subject: string | undefined): OathsOf {
  const message = decodeMessage(permafrost.v1.StoredOaths, bytes);
  const keyId = exactBytes(message.keyId, 16, 'key id');
  const id = toHex(keyId);
  const oaths = message.oaths.map((raw) => oathFromWire(keyId, raw));
  return {
    ...newOaths({ keyId, subject: subject ?? `oaths/${id}`, members: message.members.map(toHex) }),
    by: new Map(oaths.map(({ hostPub, signature }) => [toHex(hostPub), signature])),
  };
}

function swear(table: Keys, about: About, context: OathsContext): readonly OathsOutput[] {
  const entry = table.byId.get(toHex(about.keyId));
  if (entry !== undefined && undestroyable(entry) !== undefined) return [];
  const of = oathsOf(table, about);
  const { self } = context;
  if (of.by.has(self) || !of.members.includes(self)) return [];
  of.by.set(self, signOath(about.keyId, context.hostSeed).signature);
  if (entry !== undefined) entry.isSworn = true;
  return [keep(of), tell(of, context.everyone), ...news(of, entry), ...end(table, of, context)];
}

function learn(
  table: Keys,
  input: Extract<OathsInput, { readonly type: 'oaths' }>,
  context: OathsContext,
): readonly OathsOutput[] {
  const { from, about, keyId, isDestroyed } = input;
  if (about === undefined) {
    // Nothing of it is here, and nothing will be: who asks need not ask again.
    const body = encodeMessage(permafrost.v1.Oaths, { keyId, destroyed: true });
    return isDestroyed ? [] : [{ type: 'tell-oaths', subject: undefined, to: [from], body }];
  }
  const entry = table.byId.get(toHex(keyId));
  const isFull = table.oaths.size >= OATHS_UNKNOWN_MAX;
  if (entry === undefined && isFull && !table.oaths.has(toHex(keyId))) return [];
  const of = oathsOf(table, about);
  const before = of.by.size;
  for (const oath of input.oaths) {
    const host = toHex(oath.hostPub);
    // Our own among them is one that we gave before we lost our store: it binds us as it did.
    if (!of.members.includes(host) || of.by.has(host) || !verifyOath({ ...oath, keyId })) continue;
    of.by.set(host, oath.signature);
    if (host === context.self && entry !== undefined) entry.isSworn = true;
  }
  const isNew = isDestroyed && !of.told.has(from);
  if (isDestroyed) of.told.add(from);
  // Destroyed, and by nobody: it has no part in it.
  const isOutside = isDestroyed && input.oaths.length === 0;
  of.shown.set(from, isOutside ? Number.POSITIVE_INFINITY : input.oaths.length);
  const outputs: OathsOutput[] = [];
  if (of.by.size > before) outputs.push(keep(of));
  if (of.by.size > before || isNew) outputs.push(...news(of, entry));
  outputs.push(...end(table, of, context));
  // It lacks some of what ended the key here, or does not know that we have what it has.
  if (of.isEnded && (lacks(of, from) || of.by.size > before)) outputs.push(tell(of, [from]));
  return outputs;
}

/** What follows from enough oaths; nothing that was done already. */
function end(table: Keys, of: OathsOf, context: OathsContext): readonly OathsOutput[] {
  if (!isComplete(of)) return [];
  const entry = table.byId.get(of.id);
  const outputs: OathsOutput[] = [];
  const wasActive = entry?.state === 'active';
  if (entry !== undefined && wasActive) {
    // Whoever used it meanwhile may need this share: it is kept, and not used.
    entry.state = 'suspended';
    outputs.push(
      { type: 'persist', about: entry, changes: [stateChange(entry)] },
      { type: 'changed', entry },
    );
  }
  if (entry?.state !== 'suspended' && of.members.includes(context.self)) {
    // Nothing can come of it any more, so this takes no decision of anybody.
    if (!of.by.has(context.self)) {
      of.by.set(context.self, signOath(of.keyId, context.hostSeed).signature);
      outputs.push(keep(of));
    }
  }
  if (entry?.state === 'pending') {
    entry.isSworn = true;
    entry.state = 'destroyed';
    outputs.push(
      { type: 'persist', about: entry, changes: [stateChange(entry)] },
      { type: 'changed', entry },
    );
  }
  if (entry?.state === 'destroyed' && !of.isErased && isHopeless(of, entry)) {
    of.isErased = true;
    outputs.push({ type: 'erase-secret', about: entry, name: secretName(entry) });
  }
  if (of.isEnded) return outputs;
  of.isEnded = true;
  return [...outputs, tell(of, context.everyone), { type: 'destroyed', of, wasActive }];
}

/** Whether nobody at all can have the key active, now or ever: its share is of no use. */
function isHopeless(of: OathsOf, entry: KeyEntry): boolean {
  return !entry.stored.has(entry.seat) || of.members.every((host) => of.by.has(host));
}

function oathsOf(table: Keys, about: About): OathsOf {
  const id = toHex(about.keyId);
  const known = table.oaths.get(id);
  if (known !== undefined) {
    known.members = about.members;
    return known;
  }
  const made = newOaths(about);
  table.oaths.set(id, made);
  return made;
}

function newOaths({ keyId, members, subject }: About): OathsOf {
  const id = toHex(keyId);
  return {
    id,
    keyId,
    subject,
    members,
    by: new Map(),
    told: new Set(),
    shown: new Map(),
    isEnded: false,
    isErased: false,
  };
}

function news(of: OathsOf, entry: KeyEntry | undefined): readonly OathsOutput[] {
  return [
    { type: 'sworn', of },
    ...(entry === undefined ? [] : [{ type: 'changed', entry } as const]),
  ];
}

function keep(of: OathsOf): OathsOutput {
  const record = encodeMessage(permafrost.v1.StoredOaths, {
    keyId: of.keyId,
    members: of.members.map(fromHex),
    oaths: wireOaths(of),
  });
  return { type: 'keep-oaths', of, changes: [put(`oaths/${of.id}`, record)] };
}

function tell(of: OathsOf, to: readonly HostId[]): OathsOutput {
  const body = encodeMessage(permafrost.v1.Oaths, {
    keyId: of.keyId,
    oaths: wireOaths(of),
    ...(of.isEnded ? { destroyed: true } : {}),
  });
  return { type: 'tell-oaths', subject: of.subject, to, body };
}

function wireOaths(of: OathsOf): permafrost.v1.Oath.$Properties[] {
  return [...of.by].map(([host, signature]) => ({ hostPub: fromHex(host), signature }));
}
