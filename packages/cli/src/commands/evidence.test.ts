import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ciphersuite } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { encodeEvidence, evidenceOf, joinScope, sealEnvelope } from '@permafrost/protocol';
import { makeHosts } from '@permafrost/protocol/sim';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../main.ts';

const top = mkdtempSync(join(tmpdir(), 'pf-evidence-'));
afterAll(() => rmSync(top, { recursive: true }));

function verify(text: string) {
  const path = join(top, 'evidence.json');
  writeFileSync(path, text);
  return command(['evidence', 'verify', path, '--json']);
}

async function command(args: readonly string[]) {
  let out = '';
  const streams = {
    out: {
      write: (chunk: string) => {
        out += chunk;
      },
    },
    err: { write: () => {} },
  };
  const code = await run(args, {
    cwd: top,
    env: { HOME: top },
    streams,
  });
  return { code, document: JSON.parse(out) };
}

/** One member says two different things where a member says one. */
function twoJoins(payloads: readonly [number, number]): string {
  const suite = ciphersuite('ed25519');
  const { group, seeds } = makeHosts({ seed: 1, suite, minSigners: 2, maxSigners: 3 });
  const scope = joinScope({
    kind: 'cocktail-dkg',
    proposalHash: group.proposalHash,
    attempt: 1,
  });
  const [seed = new Uint8Array(32)] = seeds;
  const [culprit = new Uint8Array(32)] = group.members;
  const envelopes = payloads.map((fill) =>
    sealEnvelope(
      {
        suite: 'ed25519',
        kind: 'cocktail-dkg',
        sessionId: scope,
        round: 0,
        from: 1,
        to: 'all',
        payload: new Uint8Array(160).fill(fill),
      },
      seed,
    ),
  );
  const claim = { culprit, code: 'equivocation' };
  return encodeEvidence(evidenceOf({ kind: 'equivocation', group, attempt: 1, claim, envelopes }));
}

describe('evidence verify', () => {
  test('says who did it when the signatures prove it, exit 0', async () => {
    const { group } = makeHosts({
      seed: 1,
      suite: ciphersuite('ed25519'),
      minSigners: 2,
      maxSigners: 3,
    });
    const { code, document } = await verify(twoJoins([1, 2]));
    expect([code, document]).toEqual([
      0,
      {
        proven: true,
        code: 'equivocation',
        peerId: peerIdFromPublicKey(group.members[0] ?? new Uint8Array(32)),
        name: null,
      },
    ]);
  });

  test('proves nothing when the two say the same, or a signature is broken: exit 1', async () => {
    const same = await verify(twoJoins([1, 1]));
    expect(same).toMatchObject({ code: 1, document: { proven: false } });
    const file = JSON.parse(twoJoins([1, 2]));
    file.envelopes[1] = `${file.envelopes[1].slice(0, -2)}00`;
    const broken = await verify(JSON.stringify(file));
    expect(broken).toMatchObject({ code: 1, document: { proven: false } });
  });

  test('what is no evidence file is a bad request', async () => {
    for (const text of ['', '{}', '[]', 'nonsense', '{"version":1,"kind":"__proto__"}']) {
      const { code, document } = await verify(text);
      expect([code, document.error.code]).toEqual([1, 'E_BAD_REQUEST']);
    }
  });
});

describe('evidence list', () => {
  test('verifies each file of a home, newest last, and says of each what it is', async () => {
    const home = join(top, 'home');
    expect(await command(['evidence', 'list', '--json', '--home', home])).toEqual({
      code: 0,
      document: { evidence: [] },
    });
    const folder = join(home, 'evidence');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '10-2-node1-equivocation.json'), twoJoins([1, 2]));
    writeFileSync(join(folder, '9-1-node1-equivocation.json'), twoJoins([1, 1]));
    writeFileSync(join(folder, '9-3-node2-bad-share.json'), 'nonsense');
    writeFileSync(join(folder, 'notes.txt'), 'something else');
    const { code, document } = await command(['evidence', 'list', '--json', '--home', home]);
    expect(code).toBe(0);
    expect(document.evidence).toMatchObject([
      { file: '9-1-node1-equivocation.json', proven: false, peerId: null },
      { file: '9-3-node2-bad-share.json', proven: false, reason: expect.stringMatching(/JSON/) },
      { file: '10-2-node1-equivocation.json', proven: true, code: 'equivocation', name: null },
    ]);
  });
});
