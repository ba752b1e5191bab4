/**
 * The configuration of a home, `config.toml`: read whole, checked whole, before anything starts.
 * @module
 */
import { isIP } from 'node:net';
import { parse, stringify, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { utf8 } from './bytes.ts';
import { StorageError } from './errors.ts';
import { readFileLimited, writeFileAtomic } from './files.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export type HomeConfig = {
  /** The node's name in the roster: 1 to 63 of a–z, 0–9, '.', '-', '_'. */
  readonly name: string;
  /** Multiaddrs without a PeerId; empty in a home that only asks for signatures. */
  readonly listen: readonly string[];
  /** Where metrics are served; nowhere when undefined. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** What opens this home; a path is relative to the home. */
  readonly seal:
    | { readonly type: 'passphrase' }
    | { readonly type: 'key-file'; readonly path: string };
  /** Operator PeerIds whose proposals this node accepts by itself. */
  readonly accept: readonly string[];
  /**
   * The same rule also accepts that shares of a key are dealt to nodes that had none, that fewer sign
   * than before, and that a lost share is repaired. Never that members are given up.
   */
  readonly acceptChanges?: boolean;
  /** PeerIds whose requests this node refuses, whatever a key's requesters are. */
  readonly deny: readonly string[];
  readonly logLevel: LogLevel;
  /**
   * Proposals of keys that fewer than this may sign with are never accepted by rule; more than half
   * of the members unless given.
   */
  readonly acceptMinSigners?: number;
};

const SIZE_BYTES_MAX = 65_536;
const LIST_MAX = 1000;
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;
const LISTEN = /^\/(ip4|ip6|dns|dns4|dns6)\/([^/\s]+)\/tcp\/(\d{1,5})$/;
const METRICS = /^(\[[0-9a-fA-F:.]+\]|[^:\s[\]]+):(\d{1,5})$/;
/** Base58 without 0, O, I and l, of the length of any PeerId in use. */
const PEER_ID = /^[1-9A-HJ-NP-Za-km-z]{40,64}$/;

const peerIds = v.optional(
  v.pipe(
    v.array(v.pipe(v.string(), v.regex(PEER_ID, 'is not a PeerId'))),
    v.maxLength(LIST_MAX, `has more than ${LIST_MAX} entries`),
  ),
  [],
);

const minSigners = v.optional(
  v.pipe(
    v.number('is not a number'),
    v.check((n) => Number.isInteger(n) && n >= 2 && n <= 65_535, 'is not 2 to 65535'),
  ),
);

const schema = v.strictObject({
  accept_min_signers: minSigners,
  name: v.pipe(
    v.string(),
    v.regex(NAME, 'must be 1 to 63 of a-z, 0-9, ".", "-", "_", the first a letter or digit'),
  ),
  listen: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.check(isListen, 'is not like /ip4/0.0.0.0/tcp/4001'))),
      v.maxLength(16, 'has more than 16 entries'),
    ),
    [],
  ),
  metrics: v.optional(v.pipe(v.string(), v.check(isMetrics, 'is not like 127.0.0.1:9464'))),
  seal: v.union(
    [v.literal('passphrase'), v.strictObject({ key_file: v.pipe(v.string(), v.nonEmpty()) })],
    'must be "passphrase" or { key_file = "PATH" }',
  ),
  accept: peerIds,
  accept_changes: v.optional(v.boolean('is true or false'), false),
  deny: peerIds,
  log_level: v.optional(
    v.picklist(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
    'info',
  ),
});

/** @throws StorageError E_NOT_FOUND; E_BAD_REQUEST naming every field that is wrong. */
export async function readConfig(path: string): Promise<HomeConfig> {
  const bytes = await readFileLimited(path, SIZE_BYTES_MAX);
  if (bytes === undefined) {
    throw new StorageError('E_NOT_FOUND', `there is no ${path}`, 'make a home: permafrost init');
  }
  return parseConfig(new TextDecoder().decode(bytes), path);
}

/** @param path for messages. @throws StorageError E_BAD_REQUEST naming every field that is wrong. */
export function parseConfig(text: string, path: string): HomeConfig {
  let table: unknown;
  try {
    table = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw badConfig(path, `line ${error.line}: ${error.message.split('\n')[0] ?? ''}`, error);
  }
  const result = v.safeParse(schema, table);
  if (!result.success) {
    throw badConfig(path, result.issues.map(describe).join('; '));
  }
  const { accept_min_signers } = result.output;
  const { name, listen, metrics, seal, accept, accept_changes, deny, log_level } = result.output;
  return {
    name,
    listen,
    metrics: metrics === undefined ? undefined : parseMetrics(metrics),
    seal:
      seal === 'passphrase' ? { type: 'passphrase' } : { type: 'key-file', path: seal.key_file },
    accept,
    ...(accept_changes ? { acceptChanges: true } : {}),
    deny,
    logLevel: log_level,
    ...(accept_min_signers === undefined ? {} : { acceptMinSigners: accept_min_signers }),
  };
}

/** TOML that `parseConfig` reads back to the same. */
export function formatConfig(config: HomeConfig): string {
  const { metrics, seal } = config;
  const host = metrics?.host.includes(':') ? `[${metrics.host}]` : metrics?.host;
  return stringify({
    name: config.name,
    listen: [...config.listen],
    seal: seal.type === 'passphrase' ? 'passphrase' : { key_file: seal.path },
    accept: [...config.accept],
    ...(config.acceptChanges === true ? { accept_changes: true } : {}),
    deny: [...config.deny],
    log_level: config.logLevel,
    ...(config.acceptMinSigners === undefined
      ? {}
      : { accept_min_signers: config.acceptMinSigners }),
    ...(metrics === undefined ? {} : { metrics: `${host}:${metrics.port}` }),
  });
}

/** Atomic; checks what it writes as if it had been read. */
export async function writeConfig(path: string, config: HomeConfig): Promise<void> {
  const text = formatConfig(config);
  parseConfig(text, path);
  await writeFileAtomic(path, utf8(text));
}

/**
 * 'HOST:PORT', with [brackets] around an IPv6 address.
 * @throws StorageError E_BAD_REQUEST
 */
export function parseMetrics(text: string): { readonly host: string; readonly port: number } {
  const match = METRICS.exec(text);
  if (match?.[1] === undefined || !isPort(match[2])) {
    throw new StorageError('E_BAD_REQUEST', 'metrics is not like 127.0.0.1:9464', 'give HOST:PORT');
  }
  return { host: match[1].replace(/^\[|\]$/g, ''), port: Number(match[2]) };
}

function isMetrics(text: string): boolean {
  return isPort(METRICS.exec(text)?.[2]);
}

function isListen(text: string): boolean {
  const match = LISTEN.exec(text);
  if (match?.[2] === undefined || !isPort(match[3])) return false;
  if (match[1] === 'ip4') return isIP(match[2]) === 4;
  if (match[1] === 'ip6') return isIP(match[2]) === 6;
  return true;
}

function isPort(text: string | undefined): boolean {
  return text !== undefined && Number(text) <= 65_535;
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${path} is unknown`;
  if (issue.received === 'undefined') return `${path} is missing`;
  return `${path} ${issue.message}`;
}

function badConfig(path: string, what: string, cause?: unknown): StorageError {
  return new StorageError('E_BAD_REQUEST', `${path}: ${what}`, 'correct the file', cause);
}
