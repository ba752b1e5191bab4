/**
 * Promises: what a node says that it keeps.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { DKG_ROUND, parseEnvelope } from '@permafrost/protocol';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';

/** Nothing is shown to anybody before it is on the disk of whoever says it. */
export function watchPromises(network: Network, { corrupt }: About, violate: Violate): void {
  const { FRAME } = limits;
  network.onAction((index, action) => {
    if (action.type !== 'send' || corrupt.has(index)) return;
    const node = network.nodes[index];
    if (node === undefined) return;
    const { records } = node.disk;
    const isKept = (envelope: Uint8Array, what: 'cert' | 'stored') =>
      [...records].some(
        ([path, value]) => path.includes(`/${what}/`) && toHex(value) === toHex(envelope),
      );
    const shown = (envelope: Uint8Array, what: 'cert' | 'stored') => {
      if (envelope.length > 0 && !isKept(envelope, what)) {
        violate('nothing is promised before it is durable', `${node.operator.name} ${what}`);
      }
    };
    if (action.kind === FRAME.keyStatus) {
      const { cert, stored } = decodeMessage(permafrost.v1.KeyStatus, action.body);
      shown(cert, 'cert');
      shown(stored, 'stored');
    } else if (action.kind === FRAME.ceremony) {
      const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, action.body);
      const { round, payload } = parseEnvelope(envelope);
      const isCert = round === DKG_ROUND.cert && payload.length < 150;
      if (isCert) shown(envelope, 'cert');
      if (round === DKG_ROUND.stored) shown(envelope, 'stored');
    }
  });
}
