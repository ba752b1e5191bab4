import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sshKeyBlob, sshString } from '../encodings/ssh.ts';
import {
  AGENT,
  AGENT_FRAME_BYTES_MAX,
  createFrameReader,
  identitiesAnswer,
  kindOfData,
  parseAgentRequest,
  signResponse,
} from './frames.ts';

const flags = Buffer.alloc(4);
const signRequest = (blob: Uint8Array, data: Uint8Array) =>
  Buffer.concat([Buffer.from([AGENT.signRequest]), sshString(blob), sshString(data), flags]);

describe('the ssh-agent protocol', () => {
  test('any cutting of the stream gives the same frames', () => {
    const bodies = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(60), { minLength: 1 }), (sent, cuts) => {
        const stream = Buffer.concat(sent.map((body) => sshString(body)));
        const reader = createFrameReader();
        const got: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = 1 + (cuts[i % cuts.length] ?? 0);
          got.push(...(reader.push(stream.subarray(at, at + size)) ?? []));
          at += size;
        }
        expect(got.map((body) => body.toString('hex'))).toEqual(
          sent.map((body) => Buffer.from(body).toString('hex')),
        );
      }),
    );
  });

  test('a length of zero or above the limit is refused on its header, and for good', () => {
    for (const length of [0, AGENT_FRAME_BYTES_MAX + 1, 0xffff_ffff]) {
      const header = Buffer.alloc(4);
      header.writeUInt32BE(length);
      const reader = createFrameReader();
      expect(reader.push(header)).toBeUndefined();
      expect(reader.push(sshString(Buffer.from([11])))).toBeUndefined();
    }
  });

  test('random bodies never throw, and only the messages we know are understood', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const request = parseAgentRequest(Buffer.from(bytes));
        const known = [AGENT.requestIdentities, AGENT.signRequest, AGENT.extension];
        if (!known.includes(bytes[0] as 11)) expect(request.type).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });

  test('a sign request gives key and data back, and nothing may trail it', () => {
    const blob = sshKeyBlob(new Uint8Array(32).fill(9));
    const body = signRequest(blob, Buffer.from('data'));
    const request = parseAgentRequest(body);
    expect(request.type).toBe('sign');
    if (request.type !== 'sign') return;
    expect(request.keyBlob.equals(blob)).toBe(true);
    expect(request.data.toString()).toBe('data');
    expect(parseAgentRequest(Buffer.concat([body, Buffer.from([0])])).type).toBe('unknown');
    expect(parseAgentRequest(body.subarray(0, -1)).type).toBe('unknown');
  });

  test('session-bind is acknowledged and other extensions are not', () => {
    const extension = (name: string) =>
      parseAgentRequest(Buffer.concat([Buffer.from([AGENT.extension]), sshString(name)]));
    expect(extension('session-bind@openssh.com').type).toBe('session-bind');
    expect(extension('query').type).toBe('unknown');
  });

  test('the list of identities has the layout that ssh-add reads', () => {
    const answer = identitiesAnswer([{ name: 'team', publicKey: new Uint8Array(32).fill(1) }]);
    expect(answer.readUInt32BE(0)).toBe(answer.length - 4);
    expect(answer[4]).toBe(AGENT.identitiesAnswer);
    expect(answer.readUInt32BE(5)).toBe(1);
    expect(answer.readUInt32BE(9)).toBe(51);
    expect(answer.subarray(-15).toString()).toBe('permafrost:team');
  });

  test('only 64 bytes are a signature', () => {
    expect(signResponse(new Uint8Array(64))[4]).toBe(AGENT.signResponse);
    expect(() => signResponse(new Uint8Array(63))).toThrow(RangeError);
  });

  test('data is told apart for the log', () => {
    const userauth = Buffer.concat([sshString(Buffer.alloc(32)), Buffer.from([50])]);
    expect(kindOfData(Buffer.from('SSHSIG…'))).toBe('sshsig');
    expect(kindOfData(userauth)).toBe('userauth');
    expect(kindOfData(sshString('ssh-ed25519-cert-v01@openssh.com'))).toBe('certificate');
    expect(kindOfData(Buffer.alloc(1024, 7))).toBe('raw');
  });
});
