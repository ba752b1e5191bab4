/**
 * A member of key generations that is twisted in one way, in the place of an honest core's own
 * session: whatever that says of a ceremony is lost, and this is said instead.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  CEREMONY_ROUNDS,
  DKG_KIND,
  DKG_ROUND,
  type Group,
  groupOfProposal,
  joinScope,
  type Opened,
  openEnvelope,
  parseEnvelope,
  type Seat,
  type Session,
  sealer,
  seatOf,
  startSession,
  toMessage,
} from '@permafrost/protocol';
import { byzantine, type NamedTwist, type Spoils } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { proposalFromRecord } from '../../core/proposals.ts';
import type { Network, SimFrame } from '../world.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

const WITHIN_MS = 10_000;
const SPOILS_MAX = 16;

type Stand = {
  readonly group: Group;
  readonly session: Session<unknown>;
  isOver: boolean;
};

/** Twists every key generation that a corrupt node takes part in. */
export function twistCeremonies(hands: Hands, { name, twist }: NamedTwist): void {
  const stands = new Map<string, Stand | undefined>();
  /** Letters that came before our own session was there. */
  const early = new Map<string, SimFrame[]>();
  const spoils: { bodies: Uint8Array[]; joins: Spoils['joins'][number][] } = {
    bodies: [],
    joins: [],
  };

  hands.outgoing((frame) => {
    if (frame.kind !== limits.FRAME.ceremony) return frame.body;
    const { scope } = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
    const id = `${frame.from}/${toHex(scope)}`;
    if (!stands.has(id)) begin(id, frame.from, Uint8Array.from(scope));
    return stands.get(id) === undefined ? frame.body : undefined;
  });
  hands.incoming((frame) => {
    if (frame.kind !== limits.FRAME.ceremony) return;
    const { scope } = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
    const id = `${frame.to}/${toHex(scope)}`;
    hands.later(1, () => {
      if (stands.has(id)) hear(id, frame);
      else early.set(id, [...(early.get(id) ?? []), frame].slice(-64));
    });
  });

  function begin(id: string, index: number, scope: Uint8Array): void {
    const found = ceremonyOfScope(hands.network, scope);
    const hostPub = hands.hostPubOf(index);
    const me = found === undefined ? undefined : seatOf(found.group, hostPub);
    if (found === undefined || me === undefined) {
      stands.set(id, undefined);
      return;
    }
    const { group, attempt, proposal } = found;
    const seats = group.members.map((_, i) => i + 1).filter((seat) => seat !== me);
    const some = new Set(seats.filter(() => hands.chance(0.5)));
    const { suite, random } = hands;
    const { cocktail } = suite;
    const kept = { bodies: [...spoils.bodies], joins: [...spoils.joins] };
    const protocol = byzantine(twist({ some, spoils: kept, cocktail, scope, hostPub }))({
      suite,
      group,
      proposal,
      attempt,
      me,
      random,
      withinMs: WITHIN_MS,
    });
    const session = startSession<unknown>(protocol, {
      peers: seats,
      rounds: CEREMONY_ROUNDS,
      seal: sealer({ suite: suite.id, kind: DKG_KIND, from: me, hostSeed: hands.seedOf(index) }),
    });
    const stand: Stand = { group, session, isOver: false };
    stands.set(id, stand);
    hands.did(name);
    carryOut(id, index, scope, stand, session.start());
    for (const frame of early.get(id) ?? []) hear(id, frame);
    early.delete(id);
  }

  function hear(id: string, frame: SimFrame): void {
    const stand = stands.get(id);
    const hostPub = hands.hostPubOf(frame.from);
    const { scope, envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
    const opened = unlessBad(() => openEnvelope(Uint8Array.from(envelope), { hostPub }));
    if (opened === undefined) return;
    remember(opened, stand?.group);
    if (stand === undefined || stand.isOver) return;
    const seat = seatOf(stand.group, hostPub);
    if (seat === undefined) return;
    const outputs = stand.session.step({ type: 'message', ...toMessage(opened, seat) });
    carryOut(id, frame.to, Uint8Array.from(scope), stand, outputs);
  }

  function carryOut(
    id: string,
    index: number,
    scope: Uint8Array,
    stand: Stand,
    outputs: ReturnType<Session<unknown>['start']>,
  ): void {
    for (const output of outputs) {
      switch (output.type) {
        case 'send': {
          const body = encodeMessage(permafrost.v1.CeremonyEnvelope, {
            scope,
            envelope: output.envelope,
          });
          for (const to of indexesOf(stand.group, output.to, index)) {
            hands.say({ from: index, to, kind: limits.FRAME.ceremony, body });
          }
          break;
        }
        case 'deadline': {
          const { wait, afterMs } = output;
          hands.later(afterMs, () => {
            if (stand.isOver) return;
            const next = stand.session.step({ type: 'timeout', wait });
            carryOut(id, index, scope, stand, next);
          });
          break;
        }
        case 'complete':
        case 'abort':
          stand.isOver = true;
          break;
        case 'persist':
        case 'progress':
        case 'report':
          break;
      }
    }
  }

  function indexesOf(group: Group, to: Seat | 'all', index: number): readonly number[] {
    return group.members.flatMap((member, i) => {
      if (to !== 'all' && to !== i + 1) return [];
      const host = toHex(member);
      const at = hands.network.nodes.findIndex(({ operator }) => operator.host === host);
      return at < 0 || at === index ? [] : [at];
    });
  }

  function remember({ round, payload }: Opened, group: Group | undefined): void {
    const { elementBytes, signatureBytes } = hands.suite.cocktail;
    if (round === DKG_ROUND.reveal && spoils.bodies.length < SPOILS_MAX) {
      spoils.bodies.push(payload.slice(32));
    }
    const isJoin = payload.length === 64 + elementBytes + signatureBytes;
    if (round !== DKG_ROUND.join || !isJoin || spoils.joins.length >= SPOILS_MAX) return;
    if (group === undefined) return;
    spoils.joins.push({
      groupHash: payload.slice(0, 32),
      nonce: payload.slice(32, 64),
      publicKey: payload.slice(64, 64 + elementBytes),
      proof: payload.slice(64 + elementBytes),
    });
  }
}

/** What an attempt's scope is about, by the proposals on all disks. */
export function ceremonyOfScope(
  network: Network,
  scope: Uint8Array,
): { readonly group: Group; readonly attempt: number; readonly proposal: Uint8Array } | undefined {
  const wanted = toHex(scope);
  for (const { disk } of network.nodes) {
    for (const [path, record] of disk.records) {
      if (!path.startsWith('proposal/')) continue;
      const proposalHash = fromHex(path.slice('proposal/'.length));
      for (let attempt = 1; attempt <= limits.CEREMONY_ATTEMPTS_MAX; attempt++) {
        if (toHex(joinScope({ kind: DKG_KIND, proposalHash, attempt })) !== wanted) continue;
        const { bytes } = proposalFromRecord(record);
        return { group: groupOfProposal(bytes), attempt, proposal: bytes };
      }
    }
  }
  return undefined;
}

/** A round of a ceremony frame; undefined for other frames. */
export function ceremonyRound({ kind, body }: SimFrame): number | undefined {
  if (kind !== limits.FRAME.ceremony) return undefined;
  return unlessBad(() => {
    const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
    return parseEnvelope(Uint8Array.from(envelope)).round;
  });
}
