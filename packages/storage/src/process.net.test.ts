import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open.ts';

const key = new Uint8Array(32).fill(7);
const ROUNDS = 8;

let folder = '';
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-process-'));
});

afterEach(async () => {
  await kill();
  await rm(folder, { recursive: true });
});

const at = () => ({ dir: join(folder, 'store'), headPath: join(folder, 'head'), key });

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A process that writes batches to this store, and a line for each that was acknowledged. */
function startWriter(from: number): AsyncIterable<string> {
  const open = new URL('./open.ts', import.meta.url).href;
  const program = `
    import { openStore } from ${JSON.stringify(open)};
    const [dir, headPath, from] = process.argv.slice(1);
    const store = await openStore({ dir, headPath, key: new Uint8Array(32).fill(7), create: true });
    console.log('open');
    for (let number = Number(from); ; number += 1) {
      const value = Buffer.alloc(200, number % 251);
      const two = [
        store.batch([{ type: 'put', key: 'record/' + number, value }]),
        store.batch([
          { type: 'put', key: 'last', value: Buffer.from(String(number)) },
          { type: 'delete', key: 'record/' + (number - 50) },
        ]),
      ];
      if (number % 5 === 0) {
        two.push(store.secrets.putSecret('secret/' + number, value));
        two.push(store.secrets.eraseSecret('secret/' + (number - 10)));
      }
      await Promise.all(two);
      process.stdout.write(number + '\\n');
    }
  `;
  const { dir, headPath } = at();
  child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, dir, headPath, String(from)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout === null) throw new Error('stdout is a pipe');
  return createInterface({ input: child.stdout });
}

describe('a store and its processes', () => {
  it('is locked while another process has it open, and free when that one was killed', async () => {
    for await (const line of startWriter(0)) if (line === '3') break;
    await expect(openStore(at())).rejects.toMatchObject({ code: 'E_STORE_LOCKED' });
    await expect(openStore({ ...at(), recover: true })).rejects.toMatchObject({
      code: 'E_STORE_LOCKED',
    });
    await kill();
    const store = await openStore(at());
    expect(store.origin).toBe('opened');
    await expect(openStore(at())).rejects.toMatchObject({ code: 'E_STORE_LOCKED' });
    await store.close();
  });

  it('loses nothing that was acknowledged, wherever its process is killed', async () => {
    let acknowledged = -1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const until = acknowledged + 5 + Math.floor(Math.random() * 40);
      const lines: string[] = [];
      for await (const line of startWriter(acknowledged + 1)) {
        lines.push(line);
        if (line === 'open') continue;
        acknowledged = Number(line);
        // The loop goes on: what was acknowledged before the signal arrives counts too.
        if (acknowledged === until) setTimeout(() => child?.kill('SIGKILL'), Math.random() * 8);
      }
      expect(lines[0]).toBe('open');
      const store = await openStore(at());
      const last = Number(Buffer.from((await store.get('last')) ?? []).toString());
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect(last).toBeLessThanOrEqual(acknowledged + 1);
      for (let number = Math.max(0, acknowledged - 49); number <= acknowledged; number += 1) {
        const value = await store.get(`record/${number}`);
        // The next batch may have deleted the oldest before it could be acknowledged.
        if (value === undefined) expect([number, last]).toEqual([last - 50, acknowledged + 1]);
        else expect(value).toEqual(new Uint8Array(200).fill(number % 251));
      }
      for (const name of await store.secrets.secretNames()) {
        expect((await store.secrets.getSecret(name))?.length).toBe(200);
      }
      const newest = acknowledged - (acknowledged % 5);
      expect(await store.secrets.secretNames()).toContain(`secret/${newest}`);
      acknowledged = last;
      await store.close();
    }
  });
});
