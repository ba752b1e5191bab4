import { installNodeCrypto } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import type { Input } from '../effects.ts';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

test('a share leaves, asked for or along with what is asked, after all writes of its key', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key], { loses: limits.FRAME.sign });
  s.connect();
  const { proposalId } = key.entryOf(0);
  const request = requestOf(requester, key.entryOf(0), s.now());
  const clocks = { wallMs: s.now(), monotonicMs: 1_000 };
  /** Frames of signing that a node sends at an input, and what they stay in order with. */
  const sent = (index: number, input: Input) =>
    (s.cores[index]?.step(input, clocks) ?? []).flatMap(({ subject, actions }) =>
      actions.flatMap((action) =>
        action.type === 'send' && action.kind === limits.FRAME.sign
          ? [{ subject, to: action.to, body: action.body }]
          : [],
      ),
    );
  s.call(0, requester.operator.operatorPub, submission(request));
  const asked = s.actions.flatMap(({ by, action }) =>
    by === 0 && action.type === 'send' && action.kind === limits.FRAME.sign ? [action] : [],
  )[0];
  const at = s.all.findIndex(({ operator }) => operator.host === asked?.to);
  const from = s.all[0]?.operator.host ?? '';
  const body = asked?.body ?? new Uint8Array();
  const shares = sent(at, { type: 'frame', from, kind: limits.FRAME.sign, body });
  expect(shares.map(({ subject, to }) => [subject, to])).toEqual([[proposalId, from]]);
  // It is asked once more when its connection is new.
  const host = s.all[at]?.operator.host ?? '';
  s.give(0, { type: 'peer-down', host, reason: '' });
  const boot = s.cores[0]?.highestBoot(host) ?? new Uint8Array();
  const again = sent(0, { type: 'peer-up', host, boot, seen: undefined });
  expect(again.map(({ subject }) => subject)).toEqual([proposalId]);
});
