/**
 * A node that lost its disk, against real processes: it comes back out of a backup, signs with
 * exactly as many others as it takes, and what cannot come back is said.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SharedTestnet, startTestnet } from './shared.ts';

let net: SharedTestnet;
let identity = '';
let recipient = '';

beforeAll(async () => {
  net = await startTestnet([
    '--nodes',
    '3',
    '--threshold',
    '2',
    '--suites',
    'ed25519,secp256k1-tr',
  ]);
  const key = await generateIdentity();
  recipient = await identityToRecipient(key);
  identity = join(net.up.dir, 'age.txt');
  writeFileSync(identity, `# of a test\n${key}\n`);
});
afterAll(async () => {
  await net?.stop();
});

/** Exit code and the one document. */
async function json(...args: readonly string[]) {
  const { code, out } = await net.permafrost([...args, '--json']);
  return { code, document: JSON.parse(out) };
}

const home = (name: string) => ['--home', join(net.up.dir, name)];
const file = (name: string) => join(net.up.dir, `${name}.age`);

async function done(...args: readonly string[]) {
  const { code, document } = await json(...args);
  expect([code, document.error]).toEqual([0, undefined]);
  return document;
}

function loseStore(name: string): void {
  for (const what of ['store', 'head']) {
    rmSync(join(net.up.dir, name, what), { recursive: true });
  }
}

/** Until a node sees that many that can sign with a key. A start returns before all links are up. */
async function untilUp(have: number, node = 'node2'): Promise<void> {
  for (;;) {
    const { document } = await json('status', ...home(node));
    const keys: readonly { readonly name: string; readonly have: number }[] = document.keys ?? [];
    if (keys.some((key) => key.name === 'team' && key.have === have)) return;
  }
}

describe('a backup of a running node', () => {
  test('is made, verified, and known to its status, which warned before', async () => {
    const before = await done('status', ...home('node3'));
    expect(before.backup).toEqual({ createdMs: null, file: null, missing: ['team', 'treasury'] });
    expect((await net.permafrost(['status', ...home('node3')])).out).toMatch(
      /warning: no backup of this node was ever verified; .*: team treasury;/,
    );
    const path = file('node3');
    const made = await done('backup', 'create', '--to', recipient, '--out', path, ...home('node3'));
    expect(made).toMatchObject({ file: path, node: 'node3' });
    expect(made.keys.map((key: { name: string }) => key.name)).toEqual(['team', 'treasury']);
    const verified = await done('backup', 'verify', path, '--identity', identity, ...home('node3'));
    expect(verified).toMatchObject({ valid: true, noted: true, node: 'node3' });
    const after = await done('status', ...home('node3'));
    expect(after.backup).toEqual({ createdMs: made.createdMs, file: path, missing: [] });
    expect((await net.permafrost(['status', ...home('node3')])).out).not.toMatch(/backup/);
  });

  test('is of the past once the key has another epoch: warned of, and not restored', async () => {
    await done('key', 'refresh', 'treasury');
    const stale = await done('status', ...home('node3'));
    expect(stale.backup.missing).toEqual(['treasury']);
    const elsewhere = ['--home', join(net.up.dir, 'elsewhere')];
    const args = ['backup', 'restore', file('node3'), '--identity', identity, ...elsewhere];
    const refused = await json(...args);
    expect(refused.document.error).toMatchObject({
      code: 'E_EPOCH',
      message: expect.stringContaining('treasury is at epoch 1, not 0'),
      hint: expect.stringContaining('permafrost node repair treasury'),
    });
    const rest = await done(...args, '--without-stale');
    expect(rest.keys).toMatchObject([
      { name: 'team', epoch: 0, share: 'restored' },
      { name: 'treasury', epoch: 0, share: 'stale' },
    ]);
    const path = file('node3');
    rmSync(path);
    await done('backup', 'create', '--to', recipient, '--out', path, ...home('node3'));
    const again = await json(
      'backup',
      'create',
      '--to',
      recipient,
      '--out',
      path,
      ...home('node3'),
    );
    expect(again.document.error).toMatchObject({ code: 'E_BAD_REQUEST' });
  });

  test('is opened by nothing else, and restored over nothing that is whole', async () => {
    const path = file('node3');
    const words = join(net.up.dir, 'words');
    writeFileSync(words, 'correct horse');
    const wrong = await json('backup', 'verify', path, '--passphrase-file', words);
    expect(wrong.document.error).toMatchObject({ code: 'E_SEAL_AUTH' });
    const restore = ['backup', 'restore', path, '--identity', identity];
    const runs = await json(...restore, ...home('node3'));
    expect(runs.document.error).toMatchObject({ code: 'E_STORE_LOCKED' });
    const other = await json(...restore, ...home('node2'));
    expect(other.document.error.message).toMatch(/home of another node/);
  });
});

describe('a node whose store is lost without a backup', () => {
  test('gets its shares back from the others, and signs with exactly t nodes', async () => {
    await done('testnet', 'kill', 'node1');
    loseStore('node1');
    await done('testnet', 'start', 'node1', '--recover');
    const { repaired } = await done('node', 'repair', ...home('node1'));
    expect(repaired.map(({ name }: { name: string }) => name).sort()).toEqual(['team', 'treasury']);
    const again = await json('node', 'repair', 'team', ...home('node1'));
    expect([again.code, again.document.error.code]).toEqual([1, 'E_KEY_STATE']);
    await done('testnet', 'kill', 'node2');
    for (const key of ['team', 'treasury']) {
      const signed = await done('sign', key, '--message', 'after the repair');
      expect([...signed.signers].sort()).toEqual(['node1', 'node3']);
    }
    await done('testnet', 'start', 'node2');
    await untilUp(3);
  });
});

describe('a node whose disk is lost', () => {
  test('comes back out of an older backup, and signs with exactly t nodes', async () => {
    // Much happened since: it started again, and gave shares.
    await done('sign', 'team', '--message', 'since the backup');
    await done('testnet', 'kill', 'node3');
    rmSync(join(net.up.dir, 'node3'), { recursive: true });
    const args = ['backup', 'restore', file('node3'), '--identity', identity, ...home('node3')];
    const restored = await done(...args);
    expect(restored).toMatchObject({ node: 'node3', restored: 'home', asked: true });
    expect(restored.keys.map((key: { share: string }) => key.share)).toEqual([
      'restored',
      'restored',
    ]);
    await done('testnet', 'start', 'node3');
    await untilUp(3);
    await done('testnet', 'kill', 'node1');
    for (const key of ['team', 'treasury']) {
      const signed = await done('sign', key, '--message', 'after the restore');
      expect([...signed.signers].sort()).toEqual(['node2', 'node3']);
    }
    await done('testnet', 'start', 'node1');
  });

  test('gets the store of its backup where only that was lost', async () => {
    await done('testnet', 'kill', 'node3');
    const args = ['backup', 'restore', file('node3'), '--identity', identity, ...home('node3')];
    const sound = await json(...args);
    expect(sound.document.error.message).toMatch(/is sound: there is nothing to restore/);
    rmSync(join(net.up.dir, 'node3', 'head'));
    expect(await done(...args)).toMatchObject({ restored: 'store' });
    await done('testnet', 'start', 'node3');
    await untilUp(3);
  });
});

describe('more nodes than may be lost', () => {
  test('are an error that says which shares are gone', async () => {
    await done('testnet', 'kill', 'node1', 'node2');
    loseStore('node1');
    loseStore('node2');
    await done('testnet', 'start', 'node1', 'node2', '--recover');
    const left =
      /node[12], node[12] lost their shares: 1 of the 2 that it takes are left\. Only backups of 1/;
    // Until both said so of both keys; of a later epoch, once they have its record from the third.
    for (;;) {
      const { keys } = (await json('status', ...home('node3'))).document;
      if (keys.every(({ why }: { why?: string }) => left.test(why ?? ''))) break;
    }
    const { code, document } = await json('sign', 'team', '--message', 'nobody can');
    expect([code, document.error.code]).toEqual([1, 'E_THRESHOLD']);
  });
});
