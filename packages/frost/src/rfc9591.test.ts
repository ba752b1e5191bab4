import { describe, expect, it } from 'vitest';
import { checkSigning, rfcCase } from '../test/frost-runners.ts';
import { rfc9591Appendix } from '../test/rfc9591.data.ts';

describe('RFC 9591 appendix E', () => {
  for (const data of rfc9591Appendix) {
    it(`${data.config.name} gives the printed numbers`, () => {
      const one = rfcCase(data);
      if (typeof one === 'string') throw new Error(one);
      expect(one.signers.length).toBe(2);
      checkSigning(one);
    });
  }
});
