/** `permafrost testnet up|status|kill|start|down`. @module */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client/errors';
import {
  checkNodes,
  closeLinks,
  DEFAULT_SHAPE,
  downTestnet,
  isWanProfile,
  killNodes,
  NODES_MAX,
  openLinks,
  openTestnet,
  type Report,
  startNodes,
  stay,
  stopAll,
  testnetDocument,
  tour,
  upTestnet,
  WAN_PROFILES,
  wideArea,
} from '@permafrost/testnet';
import type { Context, Handler } from '../context.ts';
import { commaList, wholeNumber } from '../flags.ts';
import { findTestnet, TESTNET_FOLDER } from '../folders.ts';
import { table } from '../keys.ts';
import { launchCommand } from '../launch.ts';

type Dir = { readonly dir?: string };
type UpFlags = Dir & {
  readonly nodes?: string;
  readonly threshold?: string;
  readonly suites?: string;
  readonly detach?: boolean;
  readonly wan?: string | true;
  readonly tour: boolean;
};

export const up: Handler<UpFlags> = async (context, flags) => {
  const dir = resolve(context.surroundings.cwd, flags.dir ?? TESTNET_FOLDER);
  const detach = flags.detach === true;
  const report: Report = {
    line: context.output.line,
    progress: context.output.progress,
    stopHint: detach ? 'stop with: permafrost testnet down' : 'stop with Ctrl-C',
  };
  const wan = wanOf(flags);
  const { launch, network, links } = await upTestnet({
    dir,
    shape: shapeOf(flags),
    command: launchCommand(),
    report,
    signal: context.signal,
    ...(wan === undefined ? {} : { openLinks: wan }),
  });
  const { paths, state } = launch;
  try {
    if (!detach && flags.tour) await tour(launch, network, report);
  } catch (error) {
    await stopAll(paths, state);
    await closeLinks(paths, state, links);
    if (context.signal.aborted) return 0;
    throw error;
  } finally {
    await network.close();
  }
  const first = state.keys[0]?.name ?? 'team';
  const next = `try next:  npx permafrost sign ${first} --message hi   ·   npx permafrost testnet kill node2`;
  context.output.result(testnetDocument(paths, state), next);
  if (detach) return 0;
  await stay(launch);
  await stopAll(paths, state);
  await closeLinks(paths, state, links);
  context.output.line('stopped · keys and state are kept, the same command starts it again');
  return 0;
};

export const status: Handler<Dir> = async (context, flags) => {
  const { paths, state } = openTestnet(folder(context, flags));
  const document = testnetDocument(paths, state);
  const nodes = document.nodes.map((node) => [
    node.state === 'running' ? '●' : '○',
    node.name,
    node.state,
    node.pid === null ? '' : `pid ${node.pid}`,
    node.address,
  ]);
  const keys = document.keys.map((key) => [
    'key',
    key.name,
    key.suite,
    `${key.threshold} of ${key.members.length}`,
    key.publicKey,
  ]);
  context.output.result(document, [document.dir, table(nodes), table(keys)].join('\n'));
  return 0;
};

export const kill: Handler<Dir> = async (context, flags, names) => {
  const { paths, state } = openTestnet(folder(context, flags));
  const stopped = testnetDocument(paths, state).nodes.filter((one) => one.state === 'stopped');
  const nodes = await killNodes(folder(context, flags), names);
  const before = new Set(stopped.map((one) => one.name));
  const say = (what: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${what} ${list.join(' ')}`];
  const lines = [
    ...say(
      'killed',
      nodes.filter((name) => !before.has(name)),
    ),
    ...say(
      'did not run:',
      nodes.filter((name) => before.has(name)),
    ),
  ];
  context.output.result({ nodes }, lines.join(' · '));
  return 0;
};

export const start: Handler<Dir & { readonly recover?: boolean }> = async (
  context,
  flags,
  names,
) => {
  const { paths, state } = openTestnet(folder(context, flags));
  const nodes = checkNodes(state, names);
  const launch = { paths, state, command: launchCommand(), signal: context.signal };
  context.output.progress(`starting ${nodes.join(' ')}`);
  await startNodes(launch, nodes, flags.recover === true ? ['--recover'] : []);
  context.output.result({ nodes }, `started ${nodes.join(' ')}`);
  return 0;
};

export const down: Handler<Dir & { readonly purge?: boolean }> = async (context, flags) => {
  const dir = folder(context, flags);
  const isThere = existsSync(join(dir, 'testnet.json'));
  const nodes = await downTestnet(dir, flags.purge === true);
  const what = nodes.length === 0 ? 'nothing ran' : `stopped ${nodes.join(' ')}`;
  const purged = isThere && flags.purge === true;
  const text = isThere
    ? `${what} · ${dir} ${purged ? 'removed' : 'kept'}`
    : `there is no testnet in ${dir}`;
  context.output.result({ nodes, dir, purged }, text);
  return 0;
};

function folder({ surroundings }: Context, { dir }: Dir): string {
  if (dir !== undefined) return resolve(surroundings.cwd, dir);
  return findTestnet(surroundings.cwd) ?? resolve(surroundings.cwd, TESTNET_FOLDER);
}

/** The lines that were asked for; they live in this process. */
function wanOf({ wan, detach }: UpFlags) {
  if (wan === undefined) return undefined;
  const profile = wan === true ? 'world' : wan;
  if (!isWanProfile(profile)) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `no wide-area network is called ${JSON.stringify(profile.slice(0, 40))}; there are ${WAN_PROFILES.join(', ')}`,
    });
  }
  if (detach === true) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message:
        'the long lines of --wan end with this command, so --detach leaves nodes that cannot talk',
      hint: 'leave out --detach, and put the command into the background',
    });
  }
  return (
    nodes: readonly { readonly name: string; readonly peerId: string; readonly address: string }[],
  ) =>
    openLinks(
      nodes,
      wideArea(
        profile,
        nodes.map((node) => node.name),
      ),
    );
}

function shapeOf(flags: UpFlags) {
  return {
    nodes:
      flags.nodes === undefined
        ? undefined
        : wholeNumber(flags.nodes, { what: '--nodes', min: 2, max: NODES_MAX }),
    threshold:
      flags.threshold === undefined
        ? undefined
        : wholeNumber(flags.threshold, {
            what: '--threshold',
            min: 2,
            max: Number(flags.nodes ?? DEFAULT_SHAPE.nodes),
          }),
    suites: flags.suites === undefined ? undefined : commaList(flags.suites, '--suites'),
  };
}
