/**
 * Nonces, over all boots and copies of their owners.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { Violate } from './about.ts';
import type { Sightings } from './sightings.ts';

/** Every nonce serves at most one request, over all boots of its owner. */
export function watchNonces(sightings: Sightings, violate: Violate): void {
  const served = new Map<string, string>();
  sightings.onShare(({ by, seat, request }) => {
    const own = request?.core.offers.find(({ offer }) => offer.identifier === seat)?.offer;
    if (request === undefined || own === undefined) {
      violate('a share answers a request', `of node ${by}, in seat ${seat}`);
      return;
    }
    // By the commitments: whatever number it goes by, in whatever boot.
    const nonce = `${toHex(own.hiding)}/${toHex(own.binding)}`;
    const before = served.get(nonce);
    if (before !== undefined && before !== request.reqHash) {
      const name = `${seat}/${toHex(own.bootId)}/${own.nonceId}`;
      violate('a nonce serves one request', `${name} served ${before} and ${request.reqHash}`);
    }
    served.set(nonce, request.reqHash);
  });
}
