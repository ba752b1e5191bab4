import { ascii, ciphersuite, concat, LP, sha512, TH, u8, u16 } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import {
  bodyCommitment,
  ceremonyOf,
  commitsRoot,
  ephemeralProofMessage,
  joinProofMessage,
  setupOf,
  transcriptExtension,
} from './ceremony.ts';
import { sizesOf } from './ceremony-messages.ts';
import { storedPayload } from './certificate.ts';
import { groupHash, joinScope, sessionId } from './group.ts';
import { sharingSeats } from './shared-points.ts';
import { makeHosts, toySuite } from './sim/index.ts';

const bytes = (n: number, length = 32): Uint8Array => new Uint8Array(length).fill(n);

describe('what is signed and hashed in a key generation', () => {
  test('a static key’s proof covers role, seat, attempt, host and nonce', () => {
    const by = { seat: 258, scope: bytes(1), hostPub: bytes(2), nonce: bytes(3) };
    expect(joinProofMessage(by)).toEqual(
      concat(
        ascii('PERMAFROST-COCKTAIL-POK-P'),
        u8(0),
        Uint8Array.of(1, 2),
        bytes(1),
        bytes(2),
        bytes(3),
      ),
    );
  });

  test('an ephemeral key’s proof covers role, seat and context', () => {
    expect(ephemeralProofMessage(3, bytes(9, 64))).toEqual(
      concat(ascii('PERMAFROST-COCKTAIL-POK-E'), u8(0), Uint8Array.of(0, 3), bytes(9, 64)),
    );
  });

  test('the context covers suite, form, threshold, session and group', () => {
    for (const suite of [toySuite, ciphersuite('ed25519')]) {
      const { group } = makeHosts({ seed: 1, suite, minSigners: 2, maxSigners: 3 });
      const ceremony = ceremonyOf(suite, group, 2);
      const { cocktail } = suite;
      const joins = [5n, 6n, 7n].map((secret, i) => {
        const publicKey = cocktail.group.multiplyBase(secret);
        const encoded = cocktail.encodeElement(publicKey);
        const proof = new Uint8Array();
        return {
          publicKey,
          join: { groupHash: ceremony.groupHash, nonce: bytes(i), publicKey: encoded, proof },
        };
      });
      const setup = setupOf(ceremony, joins);
      const kind = 'cocktail-dkg';
      const hash = groupHash(group);
      const id = sessionId({
        kind,
        groupHash: hash,
        attempt: 2,
        joins: joins.map(({ join }) => join),
      });
      expect(ceremony.scope).toEqual(
        joinScope({ kind, proposalHash: group.proposalHash, attempt: 2 }),
      );
      expect(setup.sessionId).toEqual(id);
      const sid = concat(
        ascii('PERMAFROST/COCKTAIL/1'),
        u8(0),
        u8(suite.id === 'ed25519' ? 1 : 0),
        u16(2),
        id,
        hash,
      );
      const be64 = (n: number): Uint8Array => Uint8Array.of(0, 0, 0, 0, 0, 0, n >> 8, n & 255);
      const context = cocktail.hash(
        concat(
          ascii('COCKTAIL-DKG-CONTEXT'),
          be64(sid.length),
          sid,
          be64(cocktail.id.length),
          ascii(cocktail.id),
          Uint8Array.of(3, 0, 0, 0),
          ...joins.map(({ join }) => join.publicKey),
        ),
      );
      expect(setup.context).toEqual(context);
      expect(setup.contextHash).toEqual(TH('cocktail/ctx', context).slice(0, 32));
    }
  });

  test('commitments, their root, the extension and Stored are what they say', () => {
    const { group } = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
    const ceremony = ceremonyOf(toySuite, group, 1);
    const tag = (name: string): Uint8Array => LP(ascii(`PERMAFROST-V1/${name}`));
    const id = bytes(4);
    expect(bodyCommitment(id, 2, bytes(5))).toEqual(
      sha512(concat(tag('cocktail/commit'), LP(id), LP(u16(2)), LP(bytes(5)))).slice(0, 32),
    );
    expect(commitsRoot(id, [bytes(1), bytes(2)])).toEqual(
      sha512(concat(tag('cocktail/commits'), LP(id), LP(bytes(1)), LP(bytes(2)))).slice(0, 32),
    );
    const bodies = [bytes(1), bytes(2), bytes(3)];
    const hashes = bodies.map((body) => LP(sha512(body)));
    expect(transcriptExtension(ceremony, id, bodies)).toEqual(
      sha512(concat(tag('cocktail/ext'), LP(id), LP(ceremony.groupHash), LP(u16(3)), ...hashes)),
    );
    expect(storedPayload(bytes(7))).toEqual(
      sha512(concat(tag('cocktail/cert'), LP(bytes(7)))).slice(0, 32),
    );
  });

  test('no suite but the group’s', () => {
    const { group } = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
    expect(() => ceremonyOf(ciphersuite('ed25519'), group, 1)).toThrow(RangeError);
  });
});

test.each([
  ['ed25519', 5, 3, 472],
  ['ed25519', 100, 51, 7_328],
  ['secp256k1', 10, 6, 856],
  ['ed448', 50, 26, 5_703],
] as const)('a deal over %s for %i members with threshold %i has %i bytes', (id, n, t, message) => {
  const sizes = sizesOf(ciphersuite(id).cocktail, t, n);
  expect(sizes.message).toBe(message);
  expect(sizes.reveal).toBe(36 + message + ciphersuite(id).cocktail.signatureBytes);
});

test('seats that share a point are found, whoever else there is', () => {
  const points = [1, 2, 3, 1, 4, 2, 1].map((n, i) => ({ seat: i + 1, point: bytes(n) }));
  expect(sharingSeats(points)).toEqual([1, 2, 4, 6, 7]);
  expect(sharingSeats([...points.slice(0, 3), { seat: 1, point: bytes(1) }])).toEqual([]);
});
