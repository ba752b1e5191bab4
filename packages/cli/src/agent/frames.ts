/**
 * Messages of the ssh-agent protocol (draft-ietf-sshm-ssh-agent): the few that a signing-only
 * agent answers. Pure; everything from the socket is untrusted.
 * @module
 */
import { sshComment, sshKeyBlob, sshSignatureBlob, sshString } from '../encodings/ssh.ts';

export const AGENT: {
  readonly failure: 5;
  readonly success: 6;
  readonly requestIdentities: 11;
  readonly identitiesAnswer: 12;
  readonly signRequest: 13;
  readonly signResponse: 14;
  readonly extension: 27;
} = {
  failure: 5,
  success: 6,
  requestIdentities: 11,
  identitiesAnswer: 12,
  signRequest: 13,
  signResponse: 14,
  extension: 27,
};

/** OpenSSH's own limit. A message to be signed must fit, and the network's limit is the same. */
export const AGENT_FRAME_BYTES_MAX: number = 256 * 1024;

export type AgentRequest =
  | { readonly type: 'identities' }
  | { readonly type: 'sign'; readonly keyBlob: Buffer; readonly data: Buffer }
  | { readonly type: 'session-bind' }
  /** Anything else: the answer is FAILURE. */
  | { readonly type: 'unknown' };

/** Cuts a stream into frames: u32be length ‖ body. Keeps at most one incomplete frame. */
export type FrameReader = {
  /** Bodies that are complete now, or `undefined` once a length was refused: then hang up. */
  readonly push: (chunk: Uint8Array) => readonly Buffer[] | undefined;
};

export function createFrameReader(): FrameReader {
  let waiting: Buffer = Buffer.alloc(0);
  let broken = false;
  function push(chunk: Uint8Array): readonly Buffer[] | undefined {
    if (broken) return undefined;
    waiting = Buffer.concat([waiting, chunk]);
    const bodies: Buffer[] = [];
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0);
      if (length === 0 || length > AGENT_FRAME_BYTES_MAX) {
        broken = true;
        return undefined;
      }
      if (waiting.length < 4 + length) break;
      bodies.push(Buffer.from(waiting.subarray(4, 4 + length)));
      waiting = waiting.subarray(4 + length);
    }
    return bodies;
  }
  return { push };
}

/** Never throws: what is malformed is `unknown`. */
export function parseAgentRequest(body: Buffer): AgentRequest {
  const rest = body.subarray(1);
  switch (body[0]) {
    case AGENT.requestIdentities:
      return rest.length === 0 ? { type: 'identities' } : { type: 'unknown' };
    case AGENT.signRequest: {
      const keyBlob = takeString(rest);
      const data = keyBlob === undefined ? undefined : takeString(keyBlob.rest);
      if (keyBlob === undefined || data === undefined || data.rest.length !== 4) {
        return { type: 'unknown' };
      }
      return { type: 'sign', keyBlob: keyBlob.value, data: data.value };
    }
    case AGENT.extension: {
      const name = takeString(rest);
      const isBind = name?.value.toString('latin1') === 'session-bind@openssh.com';
      return isBind ? { type: 'session-bind' } : { type: 'unknown' };
    }
    default:
      return { type: 'unknown' };
  }
}

export type AgentKey = { readonly name: string; readonly publicKey: Uint8Array };

export function identitiesAnswer(keys: readonly AgentKey[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(keys.length);
  const items = keys.flatMap((key) => [
    sshString(sshKeyBlob(key.publicKey)),
    sshString(sshComment(key.name)),
  ]);
  return frame(AGENT.identitiesAnswer, count, ...items);
}

export function signResponse(signature: Uint8Array): Buffer {
  return frame(AGENT.signResponse, sshString(sshSignatureBlob(signature)));
}

export function failure(): Buffer {
  return frame(AGENT.failure);
}

export function success(): Buffer {
  return frame(AGENT.success);
}

/** What the data to be signed is, for the log: policy sees no more than this of it. */
export function kindOfData(data: Buffer): 'sshsig' | 'userauth' | 'certificate' | 'raw' {
  if (data.subarray(0, 6).toString('latin1') === 'SSHSIG') return 'sshsig';
  const first = takeString(data);
  if (first === undefined) return 'raw';
  if (first.value.toString('latin1').startsWith('ssh-ed25519-cert-')) return 'certificate';
  return first.value.length >= 32 && first.rest[0] === 50 ? 'userauth' : 'raw';
}

function frame(type: number, ...parts: readonly Uint8Array[]): Buffer {
  return sshString(Buffer.concat([Buffer.from([type]), ...parts]));
}

function takeString(bytes: Buffer): { readonly value: Buffer; readonly rest: Buffer } | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readUInt32BE(0);
  if (length > bytes.length - 4) return undefined;
  return { value: bytes.subarray(4, 4 + length), rest: bytes.subarray(4 + length) };
}
