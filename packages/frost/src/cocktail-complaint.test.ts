import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { concat, utf8 } from './bytes.ts';
import { openFrom, sealTo } from './cocktail-channel.ts';
import {
  type ComplaintStatement,
  complaintProofBytes,
  makeComplaintProof,
  verifyComplaintProof,
} from './cocktail-complaint.ts';
import { DecodeError } from './encoding.ts';
import { HS, sha512 } from './hash.ts';
import { ciphersuite, suites } from './suites.ts';

const suite = ciphersuite('ristretto255').cocktail;
const { group } = suite;
const d = 31n;
const statement: ComplaintStatement = {
  context: sha512(utf8('context')),
  accused: 2,
  complainer: 5,
  bodyHash: sha512(utf8('body')),
  complainerKey: group.multiplyBase(d),
  ephemeral: group.multiplyBase(41n),
  accusedKey: group.multiplyBase(43n),
};

describe('a complaint', () => {
  for (const [id, { cocktail }] of suites) {
    it(`reveals the two values of this dealer and proves them, over ${id}`, () => {
      const g = cocktail.group;
      const here: ComplaintStatement = {
        ...statement,
        complainerKey: g.multiplyBase(d),
        ephemeral: g.multiplyBase(41n),
        accusedKey: g.multiplyBase(43n),
      };
      const proof = makeComplaintProof(cocktail, here, d, seeded(id));
      expect(proof.length).toBe(complaintProofBytes(cocktail));
      const dh = verifyComplaintProof(cocktail, here, proof);
      expect(g.equals(dh!.se, g.multiplyBase(41n * d))).toBe(true);
      expect(g.equals(dh!.sd, g.multiplyBase(43n * d))).toBe(true);
    });
  }

  it('hashes all that it is about, in a fixed order: others must compute the same', () => {
    const proof = makeComplaintProof(suite, statement, d, seeded('preimage'));
    const { elementBytes: ne, scalarBytes: ns } = suite;
    const [se, sd] = [proof.subarray(0, ne), proof.subarray(ne, 2 * ne)];
    const c = suite.decodeScalar(proof.subarray(2 * ne, 2 * ne + ns));
    const z = suite.decodeScalar(proof.subarray(2 * ne + ns));
    const k = (z + (suite.order - c) * d) % suite.order;
    const { complainerKey, ephemeral, accusedKey } = statement;
    const points = [complainerKey, ephemeral, accusedKey].map(suite.encodeElement);
    const announced = [group.base, ephemeral, accusedKey].map((base) =>
      suite.encodeElement(group.multiply(base, k)),
    );
    const expected = HS(
      suite,
      'cocktail/dleq3',
      utf8(suite.id),
      statement.context,
      Uint8Array.of(0, 2),
      Uint8Array.of(0, 5),
      statement.bodyHash,
      ...points,
      se,
      sd,
      ...announced,
    );
    expect(c).toBe(expected);
  });

  it('opens the disputed ciphertext for everyone', () => {
    const proof = makeComplaintProof(suite, statement, d, seeded('open'));
    const dh = verifyComplaintProof(suite, statement, proof)!;
    const channel = {
      context: statement.context,
      ephemeral: statement.ephemeral,
      sender: statement.accusedKey,
      receiver: statement.complainerKey,
    };
    const dealers = {
      se: group.multiply(statement.complainerKey, 41n),
      sd: group.multiply(statement.complainerKey, 43n),
    };
    const sealed = sealTo(suite, { ...channel, dh: dealers }, utf8('share'));
    expect(openFrom(suite, { ...channel, dh }, sealed)).toEqual(utf8('share'));
  });

  it('counts for nothing with any part of the statement changed', () => {
    const proof = makeComplaintProof(suite, statement, d, seeded('move'));
    const changes: Partial<ComplaintStatement>[] = [
      { context: sha512(utf8('other')) },
      { accused: 3 },
      { complainer: 4 },
      { accused: 5, complainer: 2 },
      { bodyHash: sha512(utf8('other')) },
      { complainerKey: group.base },
      { ephemeral: group.base },
      { accusedKey: group.base },
    ];
    for (const change of changes) {
      expect(verifyComplaintProof(suite, { ...statement, ...change }, proof)).toBeUndefined();
    }
  });

  it('cannot show other values than the true ones', () => {
    const proof = makeComplaintProof(suite, statement, d, seeded('lie'));
    const n = suite.elementBytes;
    const lie = suite.encodeElement(group.multiplyBase(99n));
    const lies = [
      concat(lie, proof.subarray(n)),
      concat(proof.subarray(0, n), lie, proof.subarray(2 * n)),
      concat(proof.subarray(n, 2 * n), proof.subarray(0, n), proof.subarray(2 * n)),
    ];
    for (const one of lies) expect(verifyComplaintProof(suite, statement, one)).toBeUndefined();
    const wrongKey = makeComplaintProof(suite, statement, d + 1n, seeded('wrong'));
    expect(verifyComplaintProof(suite, statement, wrongKey)).toBeUndefined();
    for (let at = 2 * n; at < proof.length; at += 9) {
      const bad = Uint8Array.from(proof);
      bad[at] = (bad[at] as number) ^ 1;
      expect(verifyComplaintProof(suite, statement, bad)).toBeUndefined();
    }
  });

  it('is refused as malformed when it is', () => {
    const proof = makeComplaintProof(suite, statement, d, seeded('form'));
    for (const bad of [
      new Uint8Array(0),
      proof.subarray(1),
      concat(proof, utf8('.')),
      new Uint8Array(proof.length),
      new Uint8Array(proof.length).fill(255),
    ]) {
      expect(() => verifyComplaintProof(suite, statement, bad)).toThrow(DecodeError);
    }
  });

  it('uses fresh randomness, so two of one witness do not give it away', () => {
    const random = seeded('fresh');
    const [a, b] = [0, 1].map(() => makeComplaintProof(suite, statement, d, random));
    expect(a!.subarray(64)).not.toEqual(b!.subarray(64));
  });
});
