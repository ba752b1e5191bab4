/**
 * Chaos on real processes, short: what it checks from outside must hold, whatever goes wrong.
 */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from './programs.ts';
import { LAUNCHER } from './shared.ts';

describe('a short chaos on five processes', () => {
  let top: string;

  beforeAll(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'pf-chaos-')));
  });
  afterAll(() => {
    rmSync(top, { recursive: true, force: true });
  });

  test('leaves no request unanswered, signs nothing else, blames nobody, and cleans up', async () => {
    const args = ['testnet', 'chaos', '--minutes', '0.25', '--seed', 'test', '--rate', '10'];
    const ran = await runProgram(process.execPath, [LAUNCHER, ...args, '--json'], {
      cwd: top,
      env: { TMPDIR: top },
      timeoutMs: 110_000,
    });
    const report = JSON.parse(ran.out);
    expect(report.violations).toEqual([]);
    expect(ran.code).toBe(0);
    expect(report.ok).toBe(true);
    const [quiet, spared, beyond, after] = report.stages;
    for (const stage of [quiet, spared, after]) {
      expect(stage.signed).toBe(stage.requests);
      expect(stage.signed).toBeGreaterThan(0);
    }
    expect(beyond.signed + beyond.failed).toBe(beyond.requests);
    expect(report.timeline.length).toBeGreaterThan(2);
    expect(report.decisions.allowed).toBeGreaterThan(spared.signed);
    expect(report.probes.repeated).toBeGreaterThan(0);
    expect(readdirSync(top)).toEqual([]);
  });
});
