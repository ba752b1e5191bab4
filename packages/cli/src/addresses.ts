/**
 * Where others reach a node that listens on every interface.
 * @module
 */
import { networkInterfaces } from 'node:os';

/** An unspecified address as the first one of this machine that others may reach. */
export function announced(listen: string): string {
  if (listen.startsWith('/ip4/0.0.0.0/')) {
    return listen.replace('/ip4/0.0.0.0/', `/ip4/${outward('IPv4') ?? '127.0.0.1'}/`);
  }
  if (listen.startsWith('/ip6/::/')) {
    return listen.replace('/ip6/::/', `/ip6/${outward('IPv6') ?? '::1'}/`);
  }
  return listen;
}

/** Addresses of a link alone (fe80::…) are of no use elsewhere. */
function outward(family: 'IPv4' | 'IPv6'): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((one) => one.family === family && !one.internal && !one.address.startsWith('fe80'))
    ?.address;
}
