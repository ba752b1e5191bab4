/**
 * Structured logs: one JSON line each on standard error. Only fields that the core lists reach
 * them, and none of those is a secret or a peer's raw bytes.
 * @module
 */
import { type Logger, pino } from 'pino';

export type { Logger };

export function createLogger(options: { readonly name: string; readonly level: string }): Logger {
  return pino(
    // `name` is this node; fields called `node` speak of others.
    { level: options.level, base: { name: options.name } },
    pino.destination({ dest: 2, sync: true }),
  );
}
