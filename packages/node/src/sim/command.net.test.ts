import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../sim.ts', import.meta.url));

function sim(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe('the simulator, as a command,', () => {
  test('shows how it is used, and runs nothing, for an option that it does not know', () => {
    const { status, stdout, stderr } = sim('--sedes', '3');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/--sedes[\s\S]*usage: npm run sim/);
    expect(stderr).not.toContain('node:internal');
  });

  test('is no success when the time was too short for a single seed', () => {
    const { status, stdout, stderr } = sim('--minutes', '0.0000001', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ seeds: 0, violations: [] });
    expect(stderr).toContain('no seed was explored');
    expect(status).toBe(1);
  });

  test('says which plan it cannot read', () => {
    const { status, stderr } = sim('--plan', 'no-such-plan.json');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^no plan in no-such-plan\.json: /);
    expect(stderr).not.toContain('node:internal');
  });

  test('explores as many seeds as it is told, and counts them', () => {
    const { status, stdout } = sim('--seeds', '2', '--seed', '5', '--suite', 'toy', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ seeds: 2, seedsBySuite: { toy: 2 } });
    expect(status).toBe(0);
  });
});
