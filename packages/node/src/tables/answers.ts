/**
 * Last words about requests, for those who ask again without the request: kept in memory for a
 * while, bounded in count and in bytes, the oldest forgotten first.
 * @module
 */

/** Answers kept, at most. */
export const ANSWERS_MAX = 10_000;
/** Bytes of all answers kept, at most. */
export const ANSWERS_BYTES_MAX: number = 8 * 1024 * 1024;

export type Answer = {
  /** Ed25519 key of the requester, hex. */
  readonly requester: string;
  readonly body: Uint8Array;
};

export type Answers = {
  /** By hex request id, the oldest first. */
  readonly byId: Map<string, Answer>;
  bytes: number;
};

export function createAnswers(): Answers {
  return { byId: new Map(), bytes: 0 };
}

/** Keeps the last answer of a request, in the place of an earlier one. */
export function keepAnswer(table: Answers, id: string, answer: Answer): void {
  forget(table, id);
  table.byId.set(id, answer);
  table.bytes += answer.body.length;
  for (const oldest of table.byId.keys()) {
    if (table.byId.size <= ANSWERS_MAX && table.bytes <= ANSWERS_BYTES_MAX) return;
    forget(table, oldest);
  }
}

function forget(table: Answers, id: string): void {
  const answer = table.byId.get(id);
  if (answer === undefined) return;
  table.byId.delete(id);
  table.bytes -= answer.body.length;
}
