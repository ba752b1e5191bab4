/**
 * Makes a node that lies with every signature share, for tests: `node --import` this file before
 * the command. The mathematics is changed while it is loaded, so that nothing of the kind is in
 * any code that people run.
 * @module
 */
import { registerHooks } from 'node:module';

/** Where an honest participant hands out its share, after it has verified it. */
const HONEST = '  return suite.encodeScalar(z);\n';
const LYING = '  return suite.encodeScalar((z + 1n) % suite.order);\n';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/frost/src/signing.ts')) return loaded;
    const given = loaded.source ?? '';
    const source = typeof given === 'string' ? given : new TextDecoder().decode(given);
    if (source.split(HONEST).length !== 2) throw new Error('there is no such place to lie at');
    return { ...loaded, source: source.replace(HONEST, LYING) };
  },
});
