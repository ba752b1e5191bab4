/**
 * `permafrost roster card|add|show|verify|export`: who is in the network, agreed on by people.
 * @module
 */

import { resolve } from 'node:path';
import {
  checkCardIdentity,
  PermafrostError,
  readRoster,
  readRosterText,
  writeRoster,
} from '@permafrost/client';
import {
  cardFingerprint,
  decodeCard,
  encodeCard,
  ROSTER_TEXT_MAX,
  type Roster,
  type RosterCard,
  rosterFingerprint,
  rosterOf,
} from '@permafrost/protocol';
import { openHome, readFileLimited } from '@permafrost/storage';
import { WireError } from '@permafrost/wire';
import type { Context, Handler } from '../context.ts';
import { table } from '../keys.ts';
import { openOperator, ownCard } from '../operator.ts';

export const card: Handler<{ readonly address?: readonly string[] }> = async (context, flags) => {
  const operator = await openOperator(context);
  operator.seed.fill(0);
  const own = await ownCard(operator, flags.address);
  if (own.addresses.length === 0) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message:
        'this home listens nowhere: it asks for signatures and is no node, so it has no card',
      hint: `its PeerId is ${own.operatorPeerId}; a node names where it is reached with --address MULTIADDR`,
    });
  }
  const text = refused('the card of this home', () => encodeCard(own)).trimEnd();
  context.output.result(JSON.parse(text), text);
  context.output.warn(`fingerprint ${cardFingerprint(own)} · operator ${own.operatorPeerId}`);
  return 0;
};

export const add: Handler = async (context, _, files) => {
  const operator = await openOperator(context);
  try {
    const held = await readRoster(operator.home, operator.publicKey);
    let cards: readonly RosterCard[] = held?.cards ?? [];
    for (const file of files) {
      const added = await readCards(resolve(context.surroundings.cwd, file), file);
      // With somebody's card a roster is being made here, and this node is on it.
      if (added.type === 'card') cards = merge(cards, [await ownCard(operator)]);
      cards = merge(cards, added.cards);
    }
    const roster = refused('this roster', () => rosterOf(cards));
    await writeRoster(operator.home, roster, operator.seed);
    tell(context, roster);
  } finally {
    operator.seed.fill(0);
  }
  return 0;
};

export const show: Handler = async (context) => {
  tell(context, await ownRoster(context));
  return 0;
};

export const verify: Handler = async (context) => {
  const roster = await ownRoster(context);
  const fingerprint = rosterFingerprint(roster);
  context.output.result(
    { valid: true, nodes: roster.cards.length, fingerprint },
    `signed by this operator · ${roster.cards.length} nodes · ${fingerprint}`,
  );
  return 0;
};

export const exportIt: Handler = async (context) => {
  const { paths } = await openHome(context.home().home);
  const text = await readText(paths.roster, paths.roster);
  readRosterText(text, paths.roster);
  context.output.result(JSON.parse(text), text.trimEnd());
  return 0;
};

function tell(context: Context, roster: Roster): void {
  const fingerprint = rosterFingerprint(roster);
  const nodes = roster.cards.map(({ name, peerId, operatorPeerId, addresses }) => ({
    name,
    peerId,
    operatorPeerId,
    addresses,
  }));
  const rows = nodes.map((one) => [one.name, one.addresses.join(' '), one.operatorPeerId]);
  context.output.result(
    { nodes, fingerprint },
    `${table(rows)}\nfingerprint ${fingerprint}\ncompare it with the other operators, by voice`,
  );
}

async function ownRoster(context: Context): Promise<Roster> {
  const operator = await openOperator(context);
  operator.seed.fill(0);
  const roster = await readRoster(operator.home, operator.publicKey);
  if (roster !== undefined) return roster;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `there is no roster in ${operator.home} yet`,
    hint: 'add the cards of the other operators: permafrost roster add FILE…',
  });
}

async function readCards(
  path: string,
  what: string,
): Promise<{ readonly type: 'card' | 'roster'; readonly cards: readonly RosterCard[] }> {
  const text = await readText(path, what);
  if (/^\s*\{\s*"version"\s*:\s*1\s*,\s*"card"/.test(text)) {
    const one = refused(what, () => decodeCard(text));
    checkCardIdentity(one);
    return { type: 'card', cards: [one] };
  }
  return { type: 'roster', cards: readRosterText(text, what).roster.cards };
}

/**
 * A card replaces an older one of the same keys: addresses change.
 * @throws PermafrostError E_BAD_REQUEST when the name is somebody else's
 */
function merge(held: readonly RosterCard[], added: readonly RosterCard[]): readonly RosterCard[] {
  const byName = new Map(held.map((one) => [one.name, one]));
  for (const one of added) {
    const before = byName.get(one.name);
    if (before !== undefined && before.peerId !== one.peerId) {
      throw new PermafrostError({
        code: 'E_BAD_REQUEST',
        message: `${one.name} is on the roster already, with another key`,
        hint: 'ask both operators: one of them has to take another name',
      });
    }
    byName.set(one.name, one);
  }
  return [...byName.values()];
}

async function readText(path: string, what: string): Promise<string> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readFileLimited(path, ROSTER_TEXT_MAX);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `cannot read ${what}: ${cause.message}`,
    });
  }
  if (bytes !== undefined) return Buffer.from(bytes).toString('utf8');
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `there is no ${what}`,
    hint: path.endsWith('roster.json')
      ? 'make a roster first: permafrost roster add FILE…'
      : 'name a file that roster card or roster export printed',
  });
}

/** @throws PermafrostError E_BAD_REQUEST in place of a WireError */
function refused<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${what} cannot be used: ${cause.message}`,
    });
  }
}
