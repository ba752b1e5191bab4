/**
 * Asks for a passphrase at the terminal, unseen.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';

/** undefined where there is no terminal to ask at. */
export function passphrasePrompt(question: string): (() => Promise<string>) | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  return () => ask(question);
}

/** Asks twice, for a passphrase that is being chosen. */
export function newPassphrasePrompt(): (() => Promise<string>) | undefined {
  const first = passphrasePrompt('choose a passphrase: ');
  const second = passphrasePrompt('once more: ');
  if (first === undefined || second === undefined) return undefined;
  return async () => {
    const chosen = await first();
    if (chosen === (await second())) return chosen;
    throw new PermafrostError({ code: 'E_SEAL_AUTH', message: 'the two passphrases differ' });
  };
}

function ask(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  let text = '';
  return new Promise((resolve, reject) => {
    const finish = () => {
      stdin.off('data', onData);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const onData = (chunk: string) => {
      for (const c of chunk) {
        if (c === '\r' || c === '\n' || c === '\u0004') {
          finish();
          resolve(text);
          return;
        }
        if (c === '\u0003') {
          finish();
          reject(new PermafrostError({ code: 'E_CANCELLED', message: 'cancelled' }));
          return;
        }
        text = c === '\u007f' || c === '\b' ? [...text].slice(0, -1).join('') : text + c;
      }
    };
    stdin.on('data', onData);
  });
}
