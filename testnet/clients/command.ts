/**
 * The command line as people and other programs meet it. These tests kill and stop the nodes, so
 * they come after those of others on the same network.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LAUNCHER, type SharedTestnet } from '../shared.ts';

export function commandTests(given: () => SharedTestnet): void {
  describe('the command line on a testnet', () => {
    let net: SharedTestnet;

    beforeAll(() => {
      net = given();
    });

    /** Exit code and the one document. */
    async function json(...args: readonly string[]) {
      const { code, out } = await net.permafrost([...args, '--json']);
      return { code, document: JSON.parse(out) };
    }

    async function failure(...args: readonly string[]) {
      const { code, document } = await json(...args);
      expect(code).toBe(1);
      return document.error;
    }

    const sign = ['sign', 'team', '--message', 'pay'];

    test('testnet up names nodes, addresses, processes and keys', async () => {
      expect(net.up.nodes.map((node) => node.name)).toEqual([1, 2, 3, 4, 5].map((i) => `node${i}`));
      for (const { address, peerId, pid } of net.up.nodes) {
        expect(address).toMatch(new RegExp(`^/ip4/127.0.0.1/tcp/\\d+/p2p/${peerId}$`));
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(net.up.dir);
      }
      expect(net.up.keys).toMatchObject([
        { name: 'team', suite: 'ed25519', threshold: 3 },
        { name: 'treasury', suite: 'secp256k1-tr', threshold: 3 },
        { name: 'ed448', suite: 'ed448', threshold: 3 },
        { name: 'secp256k1', suite: 'secp256k1', threshold: 3 },
      ]);
      expect(await json('testnet', 'status')).toMatchObject({
        code: 0,
        document: { nodes: net.up.nodes.map(({ pid }) => ({ pid, state: 'running' })) },
      });
    });

    test('key show and key list say what testnet up said', async () => {
      const [made] = net.up.keys;
      const { document } = await json('key', 'show', 'team');
      expect(document).toEqual({
        ...made,
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        epoch: 0,
        state: 'active',
        purpose: 'sign',
      });
      const { keys } = (await json('key', 'list')).document;
      const names = ['ed448', 'secp256k1', 'team', 'treasury'];
      expect(keys.map((key: { name: string }) => key.name)).toEqual(names);
      expect(keys).toContainEqual(document);
    });

    test('sign prints the document that programs rely on', async () => {
      const { code, document } = await json(...sign);
      expect(code).toBe(0);
      expect(document).toMatchObject({
        key: 'team',
        suite: 'ed25519',
        publicKey: net.up.keys[0]?.publicKey,
        message: '706179',
        signature: expect.stringMatching(/^[0-9a-f]{128}$/),
        epoch: 0,
        elapsedMs: expect.any(Number),
      });
      expect(document.attempts.at(-1)).toEqual({ signers: document.signers, excluded: [] });
      const { publicKey, signature } = document;
      const args = [
        'verify',
        '--suite',
        'ed25519',
        '--public-key',
        publicKey,
        '--signature',
        signature,
      ];
      expect(await json(...args, '--message', 'pay')).toEqual({
        code: 0,
        document: { valid: true },
      });
      expect(await json(...args, '--message', 'Pay')).toEqual({
        code: 1,
        document: { valid: false },
      });
    });

    test('--out writes the raw signature', async () => {
      const { code } = await net.permafrost([...sign, '--out', 'signature']);
      expect([code, readFileSync(join(net.top, 'signature')).length]).toEqual([0, 64]);
    });

    test('one idempotency key: the same bytes for the same request, a conflict for another', async () => {
      const key = ['--idempotency-key', 'invoice 4711'];
      const first = await json(...sign, ...key);
      const second = await json(...sign, ...key);
      expect(second.document.signature).toBe(first.document.signature);
      const other = await failure('sign', 'team', '--message', 'other', ...key);
      expect(other).toMatchObject({
        code: 'E_IDEMPOTENCY_CONFLICT',
        retry: 'no',
        retryable: false,
      });
    });

    test.each([
      [['sign', 'nosuch', '--message', 'x'], 'E_UNKNOWN_KEY'],
      [['key', 'show', 'nosuch'], 'E_UNKNOWN_KEY'],
      [['sign', 'team', '--message', 'x', '--suite', 'ed448'], 'E_SUITE_MISMATCH'],
      [['sign', 'team', '--message', 'x', '--deadline', '0'], 'E_DEADLINE'],
      [['sign', 'team', '--message', 'x', '--path', "m/0'"], 'E_BAD_REQUEST'],
      [['sign', 'team', '--message', 'x', '--taproot'], 'E_BAD_REQUEST'],
      [['key', 'derive', 'team', 'm/0h'], 'E_BAD_REQUEST'],
      [['key', 'derive', 'ed448', 'm/0'], 'E_BAD_REQUEST'],
      [['key', 'show', 'team', '--format', 'address'], 'E_BAD_REQUEST'],
      [['proposal', 'accept', 'abcdef'], 'E_BAD_REQUEST'],
      [['testnet', 'kill', 'node9'], 'E_BAD_REQUEST'],
      [['testnet', 'up', '--detach'], 'E_BAD_REQUEST'],
    ])('%j is %s, and nothing was signed', async (args, code) => {
      expect(await failure(...args)).toMatchObject({ code, nothingSigned: true });
    });

    const create = ['key', 'create', 'spare', '--suite', 'ed25519', '--threshold'];

    test.each([
      [['key', 'create', 'team', '--suite', 'ed25519', '--threshold', '2'], /team/],
      [[...create, '1'], /2 to 5/],
      [[...create, '6'], /2 to 5/],
      [[...create, '3', '--members', 'node1,node2'], /2 to 2/],
      [[...create, '2', '--members', 'node1,node2,node1'], /twice/],
      [[...create, '2', '--members', 'node1,node9'], /node9/],
      [[...create, '2', '--requesters', 'somebody'], /PeerId/],
    ])('%j is refused before anything runs', async (args, message) => {
      const error = await failure(...args);
      expect(error).toMatchObject({ code: 'E_BAD_REQUEST', nothingSigned: true });
      expect(error.message).toMatch(message);
      expect((await json('key', 'list')).document.keys.length).toBe(4);
    });

    test('a requester is a stranger, then served for its key, and forbidden for others', async () => {
      const home = ['--home', join(net.top, 'app')];
      const made = await json('init', '--name', 'app', '--key-file', 'seal.key', ...home);
      writeFileSync(join(net.top, 'roster'), (await net.permafrost(['roster', 'export'])).out);
      await json('roster', 'add', 'roster', ...home);
      const stranger = await failure(...sign, ...home);
      expect(stranger).toMatchObject({ code: 'E_UNAUTHENTICATED', nothingSigned: true });
      expect(stranger.message).toContain(made.document.operatorPeerId);
      const key = ['key', 'create', 'invoices', '--suite', 'ristretto255', '--threshold', '2'];
      const some = ['--members', 'node2,node3,node5'];
      const asked = ['--requesters', made.document.operatorPeerId];
      const created = await json(...key, ...some, ...asked);
      expect(created).toMatchObject({ code: 0, document: { state: 'active', threshold: 2 } });
      expect([...created.document.members].sort()).toEqual(['node2', 'node3', 'node5']);
      const signed = await json('sign', 'invoices', '--message', 'x', ...home);
      expect(signed).toMatchObject({ code: 0, document: { suite: 'ristretto255' } });
      // Of a node that is not its own, a requester does not believe that nothing was signed.
      expect(await failure(...sign, ...home)).toMatchObject({
        code: 'E_FORBIDDEN',
        nothingSigned: 'unknown',
      });
      expect((await json('key', 'list')).document.keys.length).toBe(5);
      // The operator proposed that key for somebody else.
      expect(await failure('sign', 'invoices', '--message', 'x')).toMatchObject({
        code: 'E_FORBIDDEN',
      });
    });

    test('two of five die: three sign. A third dies: E_THRESHOLD, and back again', async () => {
      expect((await json('testnet', 'kill', 'node1', 'node4')).document).toEqual({
        nodes: ['node1', 'node4'],
      });
      expect((await json('testnet', 'kill', 'node4')).code).toBe(0);
      const three = await json(...sign);
      expect([...three.document.signers].sort()).toEqual(['node2', 'node3', 'node5']);
      await json('testnet', 'kill', 'node2');
      const error = await failure(...sign);
      expect(error).toMatchObject({
        code: 'E_THRESHOLD',
        retryable: true,
        retry: 'yes',
        need: 3,
        have: 2,
        nothingSigned: true,
      });
      expect([...error.blame].sort()).toEqual(['node1', 'node2', 'node4']);
      const status = await json('status');
      expect(status).toMatchObject({ code: 1, document: { ready: false, node: null } });
      expect(await failure('testnet', 'up')).toMatchObject({
        message: expect.stringContaining('half dead'),
        hint: expect.stringContaining('testnet down'),
      });
      const own = await json('status', '--home', join(net.up.dir, 'node1'));
      expect(own).toMatchObject({ code: 1, document: { ready: false, node: 'node1' } });
      expect((await json('testnet', 'start', 'node1', 'node2', 'node4')).code).toBe(0);
      await expect.poll(async () => (await json('status')).code, { timeout: 60_000 }).toBe(0);
      expect((await json('status', '--home', join(net.up.dir, 'node1'))).code).toBe(0);
      expect((await json(...sign)).code).toBe(0);
    });

    test('a node with a damaged store does not start, says its code, and recovers on our word', async () => {
      await json('testnet', 'kill', 'node5');
      const head = join(net.up.dir, 'node5', 'head');
      const bytes = readFileSync(head);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(head, bytes);
      expect(await failure('testnet', 'start', 'node5')).toMatchObject({
        code: 'E_STORE_TAMPERED',
        retry: 'operator',
        blame: ['node5'],
        hint: expect.stringContaining('--recover'),
      });
      expect((await json('testnet', 'start', 'node5', '--recover')).code).toBe(0);
      expect((await json(...sign)).document.signers).not.toContain('node5');
    });

    test('down stops every process, keeps the folder, and can be said again', async () => {
      const pids = (await json('testnet', 'status')).document.nodes.map(
        (node: { pid: number }) => node.pid,
      );
      expect((await json('testnet', 'down')).code).toBe(0);
      for (const pid of pids) expect(isRunning(pid)).toBe(false);
      expect(existsSync(net.up.dir)).toBe(true);
      expect((await json('testnet', 'down')).code).toBe(0);
      const error = await failure('sign', 'team', '--message', 'x');
      expect(error).toMatchObject({ code: 'E_THRESHOLD', nothingSigned: true });
      expect(await json('status')).toMatchObject({
        code: 1,
        document: { ready: false, keys: Array.from({ length: 5 }, () => ({ have: 0 })) },
      });
      expect(await failure('testnet', 'up', '--nodes', '3')).toMatchObject({
        code: 'E_BAD_REQUEST',
      });
    });

    test('testnet up in the foreground starts it again, gives the tour, stays, and Ctrl-C leaves no process behind', async () => {
      const child = spawn(process.execPath, [LAUNCHER, 'testnet', 'up'], {
        cwd: net.top,
        env: { ...process.env, PERMAFROST_HOME: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let out = '';
      const isUp = new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk) => {
          out += chunk;
          if (out.includes('try next:')) resolve();
        });
      });
      const exited = once(child, 'exit');
      await Promise.race([isUp, exited]);
      const { document } = await json('testnet', 'status');
      const pids: number[] = document.nodes.map((node: { pid: number }) => node.pid);
      expect(pids.every(isRunning)).toBe(true);
      child.kill('SIGINT');
      expect((await exited)[0]).toBe(0);
      expect(pids.some(isRunning)).toBe(false);
      expect(out).toMatch(/signed "hello" with team .* verified by OpenSSL|not verified/);
      expect(out).toMatch(/killed node\d · signed again/);
      expect(out).toMatch(/started node\d again/);
    });
  });
}

function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3));
  } catch {
    return false;
  }
}
