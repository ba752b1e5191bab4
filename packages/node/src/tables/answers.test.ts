import { describe, expect, test } from 'vitest';
import { ANSWERS_BYTES_MAX, ANSWERS_MAX, createAnswers, keepAnswer } from './answers.ts';

const answerOf = (bytes: number) => ({ requester: 'aa', body: new Uint8Array(bytes) });

describe('answers that are kept', () => {
  test('are bounded in count, the oldest forgotten first', () => {
    const table = createAnswers();
    for (let i = 0; i < ANSWERS_MAX + 5; i++) keepAnswer(table, `${i}`, answerOf(1));
    expect(table.byId.size).toBe(ANSWERS_MAX);
    expect([table.byId.has('4'), table.byId.has('5')]).toEqual([false, true]);
    expect(table.bytes).toBe(ANSWERS_MAX);
  });

  test('are bounded in bytes', () => {
    const table = createAnswers();
    const part = ANSWERS_BYTES_MAX / 4;
    for (const id of ['a', 'b', 'c', 'd', 'e']) keepAnswer(table, id, answerOf(part));
    expect([...table.byId.keys()]).toEqual(['b', 'c', 'd', 'e']);
    expect(table.bytes).toBe(ANSWERS_BYTES_MAX);
  });

  test('of one request are one: the last', () => {
    const table = createAnswers();
    keepAnswer(table, 'a', answerOf(100));
    keepAnswer(table, 'a', answerOf(7));
    expect([table.byId.get('a')?.body.length, table.bytes]).toEqual([7, 7]);
  });
});
