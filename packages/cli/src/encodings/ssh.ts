/**
 * Strings of the SSH protocols (RFC 4251) and keys made of them (RFC 8709).
 * @module
 */

export const SSH_ED25519: string = 'ssh-ed25519';

/** u32be length ‖ bytes. Text is taken as UTF-8. */
export function sshString(value: Uint8Array | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** @param publicKey Ed25519, 32 bytes */
export function sshKeyBlob(publicKey: Uint8Array): Buffer {
  if (publicKey.length !== 32) throw new RangeError('not an Ed25519 key');
  return Buffer.concat([sshString(SSH_ED25519), sshString(publicKey)]);
}

/** @param signature Ed25519, 64 bytes */
export function sshSignatureBlob(signature: Uint8Array): Buffer {
  if (signature.length !== 64) throw new RangeError('not an Ed25519 signature');
  return Buffer.concat([sshString(SSH_ED25519), sshString(signature)]);
}

/** The comment that goes with a key of the network, here and in `ssh-add -L`. */
export function sshComment(keyName: string): string {
  return `permafrost:${keyName}`;
}

/** One line of an authorized_keys or .pub file. */
export function sshPublicKey(publicKey: Uint8Array, keyName: string): string {
  return `${SSH_ED25519} ${sshKeyBlob(publicKey).toString('base64')} ${sshComment(keyName)}`;
}
