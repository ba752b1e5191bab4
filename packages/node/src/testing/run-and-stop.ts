/**
 * A process that starts the node of a home (a JSON argument), stops it, and has nothing left to do:
 * it ends by itself, or something was left behind.
 * @module
 */
import { startNode } from '../node.ts';
import { logLines } from './homes.ts';

const { home, keyFile } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly home: string;
  readonly keyFile: string;
};
const node = await startNode({
  home,
  secret: { type: 'key-file', path: keyFile },
  metrics: '127.0.0.1:0',
  logger: logLines().logger,
});
console.log(`started ${node.name}`);
await node.stop();
console.log('stopped');
