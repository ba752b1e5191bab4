import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ciphersuite } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import {
  blame,
  decodeSignShare,
  EVIDENCE_KINDS,
  encodeSignShare,
  type FaultDetail,
  parseEnvelope,
  sealEnvelope,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceOfDeed, MISCONDUCT, WITHOUT_DEED } from '../testing/misconduct.ts';
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
  return command(['evidence', 'verify', file, '--json']);
}

function command(
  words: readonly string[],
): Promise<{ readonly code: number; readonly out: string }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...words], { cwd: folder, env }, (error, out) =>
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
    const kinds = new Set<string>();
    const files = new Map<string, unknown>();
    const home = join(folder, 'home');
    await mkdir(join(home, 'evidence'), { recursive: true });
    const keep = async (file: string, text: string, verdict: unknown): Promise<void> => {
      files.set(file, verdict);
      await writeFile(join(home, 'evidence', file), text);
    };
    for (const [code, deeds] of Object.entries(MISCONDUCT)) {
      expect(blame({ code, culprit: 1 } as FaultDetail).class, code).toBe('PROOF');
      for (const deed of deeds) {
        const { text, evidence } = evidenceOfDeed(code, deed);
        const { kind, claim } = evidence;
        const peerId = peerIdFromPublicKey(claim.culprit);
        kinds.add(kind);
        await keep(`${code}-${kind}.json`, text, { proven: true, code, peerId, name: null });
        for (const [what, other] of changesOf(text)) {
          const file = `${code}-${kind}, ${what}.json`;
          await keep(file, other, { proven: false, code: null, peerId: null });
        }
      }
    }
    const expected = EVIDENCE_KINDS.filter((kind) => !WITHOUT_DEED.includes(kind));
    expect([...kinds].sort()).toEqual([...expected].sort());
    // All of them in one process, which has nothing else.
    const listed = await command(['evidence', 'list', '--json', '--home', home]);
    expect(listed.code).toBe(0);
    const { evidence } = JSON.parse(listed.out) as { readonly evidence: { file: string }[] };
    expect(evidence).toHaveLength(files.size);
    for (const one of evidence) expect(one, one.file).toMatchObject(files.get(one.file) ?? {});
  });
});

/**
 * The same file with one bit changed in the middle, then near the end, of each signed part. Of the
 * request that a wrong share answers only what the share names by hash counts: the end of it, with
 * the signature of its coordinator, accuses nobody.
 */
function* changesOf(text: string): Generator<readonly [what: string, text: string]> {
  const file = JSON.parse(text) as Record<'envelopes' | 'statements', string[]> & {
    readonly transcript: string;
    readonly kind: string;
  };
  const flipped = (hex: string, at: number): string =>
    `${hex.slice(0, at)}${hex[at] === '0' ? '1' : '0'}${hex.slice(at + 1)}`;
  const places = (hex: string): readonly number[] => [hex.length >> 1, hex.length - 20];
  for (const part of ['envelopes', 'statements'] as const) {
    for (const [i, hex] of file[part].entries()) {
      const isNamed = file.kind === 'share' && i === 0;
      for (const at of places(hex).slice(0, isNamed ? 1 : 2)) {
        const changed = file[part].map((one, k) => (k === i ? flipped(hex, at) : one));
        yield [`${part} ${i} at ${at}`, JSON.stringify({ ...file, [part]: changed })];
      }
    }
  }
  if (file.transcript.length === 0) return;
  for (const at of places(file.transcript)) {
    const transcript = flipped(file.transcript, at);
    yield [`transcript at ${at}`, JSON.stringify({ ...file, transcript })];
  }
}
