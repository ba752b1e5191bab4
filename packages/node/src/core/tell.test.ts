import { installNodeCrypto } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

test('members hear of several signatures at once, a moment after those who asked', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key]);
  s.connect();
  const told = (): string[] =>
    s.actions.flatMap(({ by, action }) =>
      by === 0 && action.type === 'send' && action.kind === limits.FRAME.signResult
        ? [action.to]
        : [],
    );
  for (let n = 0; n < 3; n++) {
    const request = requestOf(requester, key.entryOf(0), s.now(), {
      idempotencyKey: new Uint8Array(16).fill(n),
    });
    const answers = s.call(0, requester.operator.operatorPub, submission(request));
    expect(answers.at(-1)?.sign?.state).toBe('signed');
  }
  expect(told()).toEqual([]);
  const timers = s.actions.filter(
    ({ by, action }) => by === 0 && action.type === 'timer' && action.id === 'tell/results',
  );
  expect(timers).toHaveLength(1);
  s.give(0, { type: 'timer', id: 'tell/results' });
  const others = s.all.slice(1).map(({ operator }) => operator.host);
  expect(told().sort()).toEqual([...others, ...others, ...others].sort());
  s.give(0, { type: 'timer', id: 'tell/results' });
  expect(told()).toHaveLength(6);
});
