/**
 * Nonces, over all boots and copies of their owners.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  parseEnvelope,
  signRequestHash,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';

/** Every nonce serves at most one request, over all boots of its owner. */
export function watchNonces(network: Network, { corrupt }: About, violate: Violate): void {
  const requests = new Map<string, readonly { readonly seat: number; readonly nonce: string }[]>();
  const served = new Map<string, string>();
  const serve = (nonce: string, reqHash: string) => {
    const before = served.get(nonce);
    if (before !== undefined && before !== reqHash) {
      violate('a nonce serves one request', `${nonce} served ${before} and ${reqHash}`);
    }
    served.set(nonce, reqHash);
  };
  network.onAction((index, action) => {
    if (action.type !== 'send' || action.kind !== limits.FRAME.sign) return;
    const opened = parseEnvelope(action.body);
    if (opened.round === 1) {
      const { core: bytes, share } = decodeSignRequest(opened.payload);
      const reqHash = toHex(signRequestHash(bytes));
      const nonces = decodeSignCore(bytes).offers.map(({ offer }) => ({
        seat: offer.identifier as number,
        nonce: `${offer.identifier}/${toHex(offer.bootId)}/${offer.nonceId}`,
      }));
      requests.set(reqHash, nonces);
      const own = nonces.find(({ seat }) => seat === opened.from);
      const isHonest = !corrupt.has(index);
      if (share.length > 0 && own !== undefined && isHonest) serve(own.nonce, reqHash);
      return;
    }
    if (corrupt.has(index)) return;
    const reqHash = toHex(decodeSignShare(opened.payload).reqHash);
    const own = requests.get(reqHash)?.find(({ seat }) => seat === opened.from);
    if (own === undefined) violate('a share answers a request', reqHash);
    else serve(own.nonce, reqHash);
  });
}
