import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HomeConfig } from './config.ts';
import {
  createHome,
  homePaths,
  openHome,
  openHomeStore,
  readIdentity,
  resealHome,
} from './home.ts';
import { type Reseal, resealFiles } from './passwd.ts';
import type { SealSecret } from './seal.ts';

const cost = { memoryKiB: 64, passes: 1, parallelism: 1 };
const words = (text: string): SealSecret => ({ type: 'passphrase', passphrase: Buffer.from(text) });
const config: HomeConfig = {
  name: 'alice',
  listen: [],
  metrics: undefined,
  seal: { type: 'passphrase' },
  accept: [],
  deny: [],
  logLevel: 'info',
};
const nodeSeed = new Uint8Array(32).fill(1);
const operatorSeed = new Uint8Array(32).fill(2);

let folder = '';
let dir = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-passwd-'));
  dir = join(folder, 'home');
  await createHome({ dir, config, secret: words('old'), nodeSeed, operatorSeed, cost });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Whether a secret opens both identities. One alone is the failure that this is about. */
async function opens(secret: SealSecret): Promise<boolean> {
  await openHome(dir);
  const found = await Promise.allSettled([
    readIdentity(dir, 'node', secret),
    readIdentity(dir, 'operator', secret),
  ]);
  const seeds = found.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  const [node, operator] = seeds;
  expect(node === undefined, 'both or none').toBe(operator === undefined);
  if (node === undefined) return false;
  expect(seeds).toEqual([nodeSeed, operatorSeed]);
  return true;
}

const change = (to: SealSecret, seal: HomeConfig['seal'] = { type: 'passphrase' }): Reseal => ({
  dir,
  files: [
    { name: 'node.key', purpose: 'node identity' },
    { name: 'operator.key', purpose: 'operator identity' },
  ],
  from: words('old'),
  to,
  seal,
  cost,
});

describe('another passphrase', () => {
  it('opens the home and its store, and the old one opens nothing', async () => {
    const seal = { type: 'passphrase' } as const;
    await resealHome(dir, { from: words('old'), to: words('new'), seal, cost });
    expect([await opens(words('old')), await opens(words('new'))]).toEqual([false, true]);
    const store = await openHomeStore(dir, nodeSeed);
    await store.close();
    expect((await readdir(dir)).sort()).toEqual([
      'config.toml',
      'head',
      'node.key',
      'operator.key',
      'store',
    ]);
  });

  it.each([
    ['a wrong old one', words('wrong'), words('new')],
    ['an empty new one', words('old'), words('')],
  ])('is refused with %s, and the home stays as it was', async (_what, from, to) => {
    const before = await readFile(join(dir, 'operator.key'));
    await expect(
      resealHome(dir, { from, to, seal: { type: 'passphrase' }, cost }),
    ).rejects.toMatchObject({ code: 'E_SEAL_AUTH' });
    expect(await readFile(join(dir, 'operator.key'))).toEqual(before);
    expect(await opens(words('old'))).toBe(true);
    expect((await readdir(dir)).filter((name) => name.includes('reseal'))).toEqual([]);
  });
});

describe('a key file in the place of a passphrase', () => {
  it('is made, named by the configuration, and can be exchanged for a passphrase again', async () => {
    const path = join(dir, 'seal.key');
    const key: SealSecret = { type: 'key-file', path };
    const seal = { type: 'key-file', path: 'seal.key' } as const;
    await resealHome(dir, { from: words('old'), to: key, seal });
    expect((await openHome(dir)).config).toEqual({ ...config, seal });
    expect([await opens(words('old')), await opens(key)]).toEqual([false, true]);
    const back = { type: 'passphrase' } as const;
    await resealHome(dir, { from: key, to: words('new'), seal: back, cost });
    expect((await openHome(dir)).config).toEqual(config);
    expect([await opens(key), await opens(words('new'))]).toEqual([false, true]);
  });

  it('is not made by somebody who cannot open the home', async () => {
    const path = join(dir, 'seal.key');
    const change = {
      to: { type: 'key-file', path } as const,
      seal: { type: 'key-file', path } as const,
    };
    await expect(resealHome(dir, { from: words('wrong'), ...change })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    expect(await readdir(dir)).not.toContain('seal.key');
  });
});

describe('a crash while the secret is changed', () => {
  const key = (): SealSecret => ({ type: 'key-file', path: join(folder, 'seal.key') });

  async function stepsOf(options: Reseal): Promise<readonly string[]> {
    const steps: string[] = [];
    await resealFiles(options, (step) => steps.push(step));
    return steps;
  }

  it('leaves a home that exactly one of the two opens, after whichever step it comes', async () => {
    await writeFile(join(folder, 'seal.key'), new Uint8Array(32).fill(9));
    await chmod(join(folder, 'seal.key'), 0o600);
    const seal = { type: 'key-file', path: join(folder, 'seal.key') } as const;
    const steps = await stepsOf(change(key(), seal));
    expect(steps.length).toBeGreaterThan(12);
    expect(steps).toContain('decided');
    for (const [number, last] of steps.entries()) {
      await rm(dir, { recursive: true });
      await createHome({ dir, config, secret: words('old'), nodeSeed, operatorSeed, cost });
      const paths = homePaths(dir);
      let seen = -1;
      const crash = resealFiles(change(key(), seal), () => {
        seen += 1;
        if (seen === number) throw new Error('power cut');
      });
      await expect(crash).rejects.toThrow('power cut');
      const isNew = number >= steps.indexOf('decided');
      expect([await opens(words('old')), await opens(key())], last).toEqual([!isNew, isNew]);
      expect((await openHome(dir)).config.seal, last).toEqual(isNew ? seal : config.seal);
      expect(await readdir(paths.dir), last).not.toContain('reseal');
      // And it can be begun again, from whichever of the two it is now.
      const again = { ...change(words('third')), from: isNew ? key() : words('old') };
      await resealFiles(again);
      expect(await opens(words('third')), last).toBe(true);
    }
  });
});
