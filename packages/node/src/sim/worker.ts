/**
 * Explores seeds in a thread of its own: one seed in, one report out. Deterministic for each seed,
 * whichever thread takes it.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { explore } from './explore.ts';
import { verifyOutside } from './outside.ts';
import type { RunOptions } from './profiles.ts';

installNodeCrypto();
const shape = workerData as Omit<RunOptions, 'seed'>;
parentPort?.on('message', (seed: number) => {
  parentPort?.postMessage(explore({ ...shape, seed }, verifyOutside, { isTraced: false }));
});
