import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDenyList } from './deny-list.ts';
import { logLines } from './testing/homes.ts';
import { people } from './testing/operators.ts';

const [alice, bob] = people(2).map(({ operator }) => operator.operatorPub);
const idOf = (key: Uint8Array | undefined) => peerIdFromPublicKey(key ?? new Uint8Array());
const hexOf = (key: Uint8Array | undefined) => toHex(key ?? new Uint8Array());

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'permafrost-deny-'));
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

const write = (deny: readonly string[]) =>
  writeFile(
    join(home, 'config.toml'),
    `name = "alice"\nseal = "passphrase"\ndeny = ${JSON.stringify(deny)}\n`,
    { mode: 0o600 },
  );

test('who is denied is who the configuration names now, in the set that is asked', async () => {
  const lines = logLines();
  const list = createDenyList(home, [idOf(alice)], lines.logger);
  expect([...list.denied]).toEqual([hexOf(alice)]);
  await write([idOf(bob)]);
  await list.reload();
  expect([...list.denied]).toEqual([hexOf(bob)]);
  await write([]);
  await list.reload();
  expect([...list.denied]).toEqual([]);
});

test('a configuration that cannot be read denies no less than before, and is told of', async () => {
  const lines = logLines();
  const list = createDenyList(home, [idOf(alice)], lines.logger);
  for (const text of ['deny = [', 'name = "alice"\nseal = "passphrase"\ndeny = ["nobody"]\n']) {
    await writeFile(join(home, 'config.toml'), text, { mode: 0o600 });
    await list.reload();
  }
  await rm(join(home, 'config.toml'));
  await list.reload();
  expect([...list.denied]).toEqual([hexOf(alice)]);
  expect(lines.of('deny list not read again: it stays as it was')).toHaveLength(3);
});
