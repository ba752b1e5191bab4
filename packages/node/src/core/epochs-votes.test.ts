import { ciphersuite } from '@permafrost/frost';
import { decodeEvidence, verifyEvidence } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, expect, test } from 'vitest';
import { evidenceOfDeed, MISCONDUCT } from '../testing/misconduct.ts';

beforeAll(installNodeCrypto);

test('a member that votes for two epochs of one base and number is proven guilty', () => {
  const deed = MISCONDUCT.equivocation.find(({ kind }) => kind === 'votes');
  if (deed === undefined) throw new Error('no such deed');
  const { text, evidence } = evidenceOfDeed('equivocation', deed);
  const { culprit } = evidence.claim;
  expect(verifyEvidence(decodeEvidence(text), ciphersuite)).toEqual({
    proven: true,
    culprit,
    code: 'equivocation',
  });
});
