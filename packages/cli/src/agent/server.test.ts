import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermafrostError } from '@permafrost/client';
import { afterEach, describe, expect, test } from 'vitest';
import { sshKeyBlob, sshString } from '../encodings/ssh.ts';
import { AGENT } from './frames.ts';
import { type Agent, startAgent } from './server.ts';

const folders: string[] = [];
const agents: Agent[] = [];
const team = { name: 'team', publicKey: new Uint8Array(32).fill(5) };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'pf-agent-'));
  folders.push(made);
  return made;
}

async function start(sign: (data: Uint8Array) => Promise<Uint8Array>): Promise<Agent> {
  const agent = await startAgent(join(folder(), 'agent.sock'), {
    keys: async () => [team],
    sign: (_, data) => sign(data),
    log: () => {},
  });
  agents.push(agent);
  return agent;
}

/** Sends bytes and gives what came back until `count` bytes, or the end. */
function exchange(path: string, bytes: Uint8Array, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => socket.write(bytes));
    let got = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk as Buffer]);
      if (got.length >= count) socket.destroy();
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
}

function signing(publicKey: Uint8Array): Buffer {
  return sshString(
    Buffer.concat([
      Buffer.from([AGENT.signRequest]),
      sshString(sshKeyBlob(publicKey)),
      sshString('data'),
      Buffer.alloc(4),
    ]),
  );
}

afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.stop()));
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

describe('the agent', () => {
  test('listens on a socket of mode 0600 and removes it in the end', async () => {
    const agent = await start(async () => new Uint8Array(64));
    expect(statSync(agent.path).mode & 0o777).toBe(0o600);
    await agent.stop();
    expect(existsSync(agent.path)).toBe(false);
  });

  test('signs with a key of the network', async () => {
    const agent = await start(async () => new Uint8Array(64).fill(3));
    const answer = await exchange(agent.path, signing(team.publicKey), 92);
    expect(answer[4]).toBe(AGENT.signResponse);
    expect(answer.subarray(-64).every((byte) => byte === 3)).toBe(true);
  });

  test('fails for a key it does not have, a refusal, and an unknown message', async () => {
    const agent = await start(async () => {
      throw new PermafrostError({ code: 'E_FORBIDDEN', message: 'no' });
    });
    const failure = '0000000105';
    const other = await exchange(agent.path, signing(new Uint8Array(32)), 5);
    const refused = await exchange(agent.path, signing(team.publicKey), 5);
    const unknown = await exchange(agent.path, sshString(Buffer.from([17, 1, 2])), 5);
    expect([other, refused, unknown].map((bytes) => bytes.toString('hex'))).toEqual([
      failure,
      failure,
      failure,
    ]);
  });

  test('answers many questions of one connection in their order', async () => {
    const delays = [20, 1];
    const agent = await start(async () => {
      await new Promise((resolve) => setTimeout(resolve, delays.shift()));
      return new Uint8Array(64);
    });
    const questions = Buffer.concat([
      signing(team.publicKey),
      sshString(Buffer.from([1])),
      signing(team.publicKey),
      sshString(Buffer.from([AGENT.requestIdentities])),
    ]);
    const answer = await exchange(agent.path, questions, 92 + 5 + 92 + 83);
    expect([answer[4], answer[96], answer[101], answer[193]]).toEqual([14, 5, 14, 12]);
  });

  test('hangs up on a frame that is too long', async () => {
    const agent = await start(async () => new Uint8Array(64));
    const answer = await exchange(agent.path, Buffer.from('ffffffff', 'hex'), 1);
    expect(answer.length).toBe(0);
  });

  test('takes the place of a socket that nobody serves, and no other', async () => {
    const dir = folder();
    const ports = { keys: async () => [], sign: async () => new Uint8Array(64), log: () => {} };
    const path = join(dir, 'agent.sock');
    const first = await startAgent(path, ports);
    agents.push(first);
    await expect(startAgent(path, ports)).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
    writeFileSync(join(dir, 'file'), 'x');
    await expect(startAgent(join(dir, 'file'), ports)).rejects.toMatchObject({
      code: 'E_BAD_REQUEST',
    });
  });

  test('a path over 107 bytes is a bad request that says so', async () => {
    const ports = { keys: async () => [], sign: async () => new Uint8Array(64), log: () => {} };
    const long = join(tmpdir(), 'x'.repeat(107));
    await expect(startAgent(long, ports)).rejects.toThrow(/107 are possible/);
  });
});
