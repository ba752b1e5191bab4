/**
 * What commands print, and how they fail. Results go to standard output; everything else goes to
 * standard error, progress only where that is a terminal.
 * @module
 */
import { styleText } from 'node:util';
import { errorDocument, PermafrostError } from '@permafrost/client/errors';

export type Streams = {
  readonly out: { readonly write: (text: string) => unknown };
  readonly err: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
};

export type Output = {
  readonly json: boolean;
  /** The result: the document with `--json`, the text otherwise. */
  readonly result: (document: unknown, text: string) => void;
  /** A line for people, printed at once; nothing with `--json`. */
  readonly line: (text: string) => void;
  /** A warning, on standard error, also with `--json`. */
  readonly warn: (text: string) => void;
  /** Replaces the previous progress line; only on a terminal. */
  readonly progress: (text: string) => void;
};

/** JSON output is one document and nothing else. */
export function createOutput(json: boolean, streams: Streams): Output {
  let isProgressShown = false;
  const clear = () => {
    if (isProgressShown) streams.err.write('\r\u001b[2K');
    isProgressShown = false;
  };
  return {
    json,
    result(document, text) {
      clear();
      streams.out.write(`${json ? JSON.stringify(document) : text}\n`);
    },
    line(text) {
      if (json) return;
      clear();
      streams.out.write(`${text}\n`);
    },
    warn(text) {
      clear();
      streams.err.write(`${text}\n`);
    },
    progress(text) {
      if (json || streams.err.isTTY !== true) return;
      clear();
      streams.err.write(text);
      isProgressShown = true;
    },
  };
}

/** Prints a failure: who, what was not done, one fix. Exit code 1. */
export function printFailure(error: PermafrostError, json: boolean, streams: Streams): void {
  if (json) {
    streams.out.write(`${JSON.stringify({ error: errorDocument(error) })}\n`);
    return;
  }
  const code = streams.err.isTTY === true ? styleText('red', error.code) : error.code;
  const blame = error.blame.filter((name) => !error.message.includes(name));
  const who = blame.length === 0 ? '' : ` (${blame.join(', ')})`;
  streams.err.write(`${code}: ${error.message}${who}${signedWords(error)}\n  ${error.hint}\n`);
  if (error.code === 'E_INTERNAL' && error.requestId !== '') {
    streams.err.write(`  request ${error.requestId}\n`);
  }
}

function signedWords(error: PermafrostError): string {
  if (error.nothingSigned === true) return '';
  return error.nothingSigned === 'unknown'
    ? '; it is not proven that it was not signed'
    : '; it was signed';
}

type Coded = Error & { readonly code: unknown; readonly hint?: unknown };

/** Errors of the layers below that name a code of ours, such as storage's. */
function isCoded(error: unknown): error is Coded {
  return error instanceof Error && 'code' in error && /^E_[A-Z_]+$/.test(String(error.code));
}

/**
 * Any error as one that people can read. What we do not know is a bug of ours: E_INTERNAL, whose
 * stack goes to standard error with PERMAFROST_DEBUG=1.
 */
export function toFailure(error: unknown): PermafrostError {
  if (error instanceof PermafrostError) return error;
  if (error instanceof Error && error.name === 'AbortError') {
    return new PermafrostError({ code: 'E_CANCELLED', message: 'cancelled', cause: error });
  }
  const hint = isCoded(error) && typeof error.hint === 'string' ? error.hint : undefined;
  if (isCoded(error)) {
    const code = STORAGE_CODES.get(String(error.code));
    if (code !== undefined) {
      return new PermafrostError({ code, message: error.message, hint, cause: error });
    }
  }
  return new PermafrostError({
    code: 'E_INTERNAL',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    nothingSigned: 'unknown',
    cause: error,
  });
}

const STORAGE_CODES: ReadonlyMap<string, PermafrostError['code']> = new Map([
  ['E_STORE_LOCKED', 'E_STORE_LOCKED'],
  ['E_STORE_TAMPERED', 'E_STORE_TAMPERED'],
  ['E_STORE_FAILED', 'E_INTERNAL'],
  ['E_STORE_VERSION', 'E_VERSION'],
  ['E_SEAL_AUTH', 'E_SEAL_AUTH'],
  ['E_NOT_FOUND', 'E_BAD_REQUEST'],
  ['E_BAD_REQUEST', 'E_BAD_REQUEST'],
]);
