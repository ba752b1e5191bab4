import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ciphersuite } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import {
  decodeEvidence,
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
  verifyEvidence,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScript } from './adversary/scene.ts';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork } from './world.ts';

const launcher = fileURLToPath(new URL('../../../cli/bin/permafrost.cjs', import.meta.url));
let folder = '';

beforeAll(async () => {
  installNodeCrypto();
  folder = await mkdtemp(join(tmpdir(), 'permafrost-evidence-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Evidence of a wrong share in a real suite, as a node writes it, and who is guilty. */
function evidenceOfALiar(): { readonly text: string; readonly peerId: string } {
  const suite = ciphersuite('ed25519');
  const network = createNetwork({ seed: 8, nodes: 3, suiteOf: ciphersuite });
  for (let i = 0; i < 3; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  const liar = network.nodes[1];
  if (watched.key === undefined || liar === undefined) throw new Error('no key');
  network.kill(2);
  network.onFrame(({ from, kind, body }) => {
    if (from !== 1 || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    const { reqHash, share } = decodeSignShare(opened.payload);
    const wrong = suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
    return sealEnvelope(
      { ...opened, payload: encodeSignShare({ reqHash, share: wrong }) },
      liar.seed,
    );
  });
  const signed = requestSignature(network, { at: 0, key: watched.key, message: new Uint8Array(3) });
  network.run(10_000);
  expect(signed.progress?.state).toBe('failed');
  const text = network.nodes[0]?.evidence[0];
  if (text === undefined) throw new Error('no evidence');
  return { text, peerId: peerIdFromPublicKey(liar.operator.hostPub) };
}

/** A process of its own, in an empty home, with nothing but the file. */
function verify(file: string): Promise<{ readonly code: number; readonly out: string }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder };
  return new Promise((resolve) => {
    const args = [launcher, 'evidence', 'verify', file, '--json'];
    execFile(process.execPath, args, { cwd: folder, env }, (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });
}

describe('an evidence file', () => {
  test('convinces a process that has nothing else, and a changed one convinces nobody', async () => {
    const { text, peerId } = evidenceOfALiar();
    const good = join(folder, 'good.json');
    await writeFile(good, text);
    const proven = await verify(good);
    expect(proven.code).toBe(0);
    expect(JSON.parse(proven.out)).toMatchObject({ proven: true, code: 'invalid-share', peerId });

    const file = JSON.parse(text);
    const last: string = file.envelopes.at(-1);
    const flipped = `${last.slice(0, -40)}${last.at(-40) === '0' ? '1' : '0'}${last.slice(-39)}`;
    file.envelopes[file.envelopes.length - 1] = flipped;
    const bad = join(folder, 'bad.json');
    await writeFile(bad, JSON.stringify(file));
    const refused = await verify(bad);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ proven: false });
  });

  test('of every kind of misconduct that can be proven convinces a stranger, and changed nobody', async () => {
    for (const [code, script] of PROVABLE) {
      const { text, culprit } = evidenceOf(code, script);
      const name = join(folder, `${code}.json`);
      await writeFile(name, text);
      const proven = await verify(name);
      expect(proven.code, `${code}: ${proven.out}`).toBe(0);
      expect(JSON.parse(proven.out)).toMatchObject({ proven: true, code, peerId: culprit });
      // How the command says so is tested above.
      expect(verifyEvidence(decodeEvidence(changed(text))), code).toMatchObject({ proven: false });
    }
  });
});

/**
 * Misconduct by its code, and what the adversary does to be caught at it. A coordinator's own wrong
 * share is proven only by who suspects it already: that is tested where evidence is judged.
 */
const PROVABLE: readonly (readonly [code: string, script: string])[] = [
  ['equivocation', 'two-commits'],
  ['bad-join', 'replayed-static-key'],
  ['commit-mismatch', 'two-reveals'],
  ['bad-reveal', 'rogue-constant'],
  ['bad-share', 'share-of-another-value'],
  ['false-complaint', 'false-complaint'],
  ['invalid-share', 'wrong-share'],
  ['conflicting-shares', 'two-shares'],
  ['mixed-epochs', 'mixed-epochs'],
];

/** Evidence that an honest node wrote of a member that followed a script, in a real suite. */
function evidenceOf(code: string, script: string): { text: string; culprit: string } {
  for (let seed = 11; seed < 17; seed++) {
    const { network } = runScript(script, seed, ciphersuite('ed25519'));
    const text = network.nodes
      .flatMap(({ evidence }) => evidence)
      .find((one) => decodeEvidence(one).claim.code === code);
    if (text === undefined) continue;
    return { text, culprit: peerIdFromPublicKey(decodeEvidence(text).claim.culprit) };
  }
  throw new Error(`nobody proved ${code}`);
}

/** The same file with one bit of what was signed changed. */
function changed(text: string): string {
  const file = JSON.parse(text);
  const list: string[] = file.envelopes.length > 0 ? file.envelopes : file.statements;
  const last = list.at(-1) ?? '';
  const at = Math.floor(last.length / 2);
  list[list.length - 1] =
    `${last.slice(0, at)}${last[at] === '0' ? '1' : '0'}${last.slice(at + 1)}`;
  return JSON.stringify(file);
}
