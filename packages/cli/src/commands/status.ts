/**
 * `permafrost status`: exit 0 only if this node and a quorum can sign now.
 * @module
 */
import {
  type BlameEntry,
  type KeyReadiness,
  type Network,
  PermafrostError,
  type Pin,
  type Status,
} from '@permafrost/client';
import { lastVerified } from '@permafrost/storage';
import type { Context, Handler } from '../context.ts';
import { table } from '../keys.ts';
import { withNetwork } from '../open.ts';

type Answer = {
  readonly ready: boolean;
  readonly keys: readonly KeyReadiness[];
  /** Name of this home's node; null in the home of an operator or requester alone. */
  readonly node: string | null;
  readonly links: Status['links'];
  readonly warnings: readonly string[];
  /** What nodes hold against others; `by` is who saw it, and has the files. */
  readonly blame: readonly (BlameEntry & { readonly by: string })[];
  /** Curve arithmetic of the node that answered; null if none did. */
  readonly backend: string | null;
  /** Of this home's node; null in a home without one. */
  readonly backup: BackupState | null;
  readonly why?: string;
};

type BackupState = {
  /** When the last backup that was verified was made, milliseconds since 1970; null: there is none. */
  readonly createdMs: number | null;
  readonly file: string | null;
  /** Keys whose present share it does not hold. */
  readonly missing: readonly string[];
};

export const status: Handler = async (context) => {
  const answer = await withNetwork(context, (network) => ask(network, context), {
    lazy: true,
  });
  context.output.result(answer, text(answer));
  return answer.ready ? 0 : 1;
};

/** That nobody answers is an answer: not ready. An identity that is refused is an error. */
async function ask(network: Network, context: Context): Promise<Answer> {
  const node = network.ownNode?.name ?? null;
  try {
    if (network.ownNode === undefined) return await askAll(network, context.signal);
    const own = await network.statusOf(network.ownNode, { signal: context.signal });
    const { ready, keys, links, warnings, backend } = own;
    const backup = await backupState(network, context);
    return { ready, keys, node, links, warnings, blame: blameOf(own), backend, backup };
  } catch (error) {
    if (!(error instanceof PermafrostError) || error.code !== 'E_THRESHOLD') throw error;
    const keys = network.pins().map((pin) => unanswered(pin, error.message));
    const nothing = { links: [], warnings: [], blame: [], backend: null, backup: null };
    return { ready: false, keys, node, ...nothing, why: error.message };
  }
}

/**
 * Every key of the network. A node tells of the keys that it is a member of; of each key the node
 * that a request would come to first is believed.
 * @throws PermafrostError when no node answers
 */
async function askAll(network: Network, signal: AbortSignal): Promise<Answer> {
  const answers = await network.survey({ signal });
  const told = answers.flatMap((one) => ('status' in one ? [one.status] : []));
  const [first] = told;
  // Says best why nobody answers.
  if (first === undefined) return askAgain(network, signal);
  const keys = new Map<string, KeyReadiness>();
  for (const key of told.flatMap((status) => status.keys)) {
    if (!keys.has(key.name)) keys.set(key.name, key);
  }
  for (const pin of network.pins()) {
    if (!keys.has(pin.name)) keys.set(pin.name, unanswered(pin, 'no member answers'));
  }
  const all = [...keys.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ready = all.length === 0 ? first.ready : all.every((key) => key.ready);
  const warnings = [...new Set(told.flatMap((status) => status.warnings))];
  const blame = told.flatMap(blameOf);
  const { links, backend } = first;
  return { ready, keys: all, node: null, links, warnings, blame, backend, backup: null };
}

async function askAgain(network: Network, signal: AbortSignal): Promise<Answer> {
  const status = await network.status({ signal });
  const { ready, keys, links, warnings, backend } = status;
  return {
    ready,
    keys,
    node: null,
    links,
    warnings,
    blame: blameOf(status),
    backend,
    backup: null,
  };
}

/** What would be lost with this home now. */
async function backupState(network: Network, context: Context): Promise<BackupState> {
  const verified = await lastVerified(context.home().home);
  const held = new Map(verified?.keys.map(({ id, epoch }) => [id, epoch]));
  const missing = (await network.keys({ signal: context.signal }))
    .filter(({ members }) => members.includes(network.ownNode?.name ?? ''))
    .filter(({ id, epoch, state }) => {
      const isLive = state === 'active' || state === 'suspended';
      return isLive && (held.get(id) ?? -1) < epoch;
    })
    .map(({ name }) => name);
  return { createdMs: verified?.createdMs ?? null, file: verified?.file ?? null, missing };
}

function blameOf({ node, blame }: Status): Answer['blame'] {
  return blame.map((entry) => ({ by: node, ...entry }));
}

function unanswered(pin: Pin, why: string): KeyReadiness {
  return { name: pin.name, ready: false, need: pin.threshold, have: 0, down: pin.members, why };
}

function text(answer: Answer): string {
  const { ready, keys, links, warnings, blame, node, backend, backup, why } = answer;
  const lines = keys.map((key) => [
    key.ready ? '●' : '○',
    key.name,
    `${key.have} up, ${key.need} needed`,
    key.down.length === 0 ? '' : `down: ${key.down.join(' ')}`,
    key.why === why ? '' : key.why,
  ]);
  const down = links.filter((link) => !link.up);
  return [
    `${ready ? 'ready' : 'NOT ready'}${node === null ? '' : ` · ${node}`}${backend === null ? '' : ` · ${backend} backend`}${why === undefined ? '' : ` · ${why}`}`,
    ...(lines.length === 0 ? [] : [table(lines)]),
    ...down.map((link) => `no link to ${link.name}: ${link.reason}`),
    ...warnings.map((warning) => `warning: ${warning}`),
    ...backupText(backup),
    ...blame.map(blameText),
  ].join('\n');
}

function backupText(backup: BackupState | null): readonly string[] {
  if (backup === null || backup.missing.length === 0) return [];
  const which = backup.missing.join(' ');
  const last =
    backup.createdMs === null
      ? 'no backup of this node was ever verified; this would be lost with it'
      : `the last verified backup, of ${new Date(backup.createdMs).toISOString()}, lacks the present share of`;
  return [`warning: ${last}: ${which}; permafrost backup create, then verify`];
}

function blameText({ by, node, code, count, files }: Answer['blame'][number]): string {
  const last = files.at(-1);
  const proof =
    last === undefined ? 'not proven' : `proven by evidence/${last} in the home of ${by}`;
  return `${by} saw ${node} break the rules, ${code}, ${count} ${count === 1 ? 'time' : 'times'}; ${proof}`;
}
