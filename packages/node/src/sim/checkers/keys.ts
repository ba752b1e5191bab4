/**
 * One key of one name, the same for everybody, and active once faults have stopped.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { Network } from '../world.ts';
import type { About, Asked, Violate } from './about.ts';

export function checkKeys(
  network: Network,
  { corrupt, damaged }: About,
  asked: Asked,
  violate: Violate,
): void {
  const sound = network.nodes.filter((_, i) => !corrupt.has(i) && damaged?.has(i) !== true);
  const names = new Set(asked.keys.map(({ name }) => name));
  for (const name of names) {
    const wanted = asked.keys.filter((one) => one.name === name);
    const mustEnd = wanted.some((one) => one.mustEnd);
    // Who is no member need not know the key.
    const honest = sound.filter(({ index }) =>
      wanted.every(({ members }) => members?.includes(index) !== false),
    );
    const bound = honest.map(({ disk }) => {
      const id = disk.records.get(`name/${name}`);
      return id === undefined ? 'none' : toHex(id);
    });
    if (new Set(bound).size > 1) {
      violate('agreement', `nodes hold different keys of ${name}: ${bound.join(' ')}`);
    }
    const id = bound[0];
    if (id === undefined || id === 'none') {
      if (mustEnd) violate('everything pending ends', `no key ${name} was made`);
      continue;
    }
    const lacking = honest.filter(({ disk }) => !disk.records.has(`key/${id}/state`));
    if (lacking.length > 0 && mustEnd) {
      violate('everything pending ends', `${lacking.length} nodes have the key ${name} pending`);
    }
  }
}
