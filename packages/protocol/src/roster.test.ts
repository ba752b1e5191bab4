import { ed25519PublicKey } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import { fingerprintInWords } from './fingerprint.ts';
import {
  cardFingerprint,
  cardOfHost,
  cardOfName,
  decodeCard,
  decodeRoster,
  encodeCard,
  encodeRoster,
  type RosterCard,
  rosterFingerprint,
  rosterOf,
  signRoster,
  verifyRoster,
} from './roster.ts';

const card = (name: string, n: number): RosterCard => ({
  name,
  hostPub: new Uint8Array(32).fill(n),
  peerId: `12D3KooWhost${n}`,
  operatorPub: new Uint8Array(32).fill(100),
  operatorPeerId: '12D3KooWoperator',
  addresses: [`/ip4/127.0.0.1/tcp/${4000 + n}/p2p/12D3KooWhost${n}`],
});
const cards = [card('node2', 2), card('node1', 1)];
const seed = new Uint8Array(32).fill(7);
const signed = signRoster(rosterOf(cards), seed);

describe('a card', () => {
  test('reads back', () => {
    expect(decodeCard(encodeCard(card('a', 1)))).toEqual(card('a', 1));
  });

  test.each<readonly [string, object]>([
    ['an odd name', { name: 'Node 1' }],
    ['a short key', { hostPub: '00' }],
    ['a key in capitals', { operatorPub: 'AB'.repeat(32) }],
    ['no addresses', { addresses: [] }],
    ['too many addresses', { addresses: Array(9).fill('/ip4/1.2.3.4') }],
    ['an address that plays with the terminal', { addresses: ['/ip4/1.2.3.4\u001b[2J'] }],
    ['a PeerId that is a number', { peerId: 7 }],
    ['a field too many', { admin: true }],
  ])('with %s is refused', (_, change) => {
    const file = JSON.parse(encodeCard(card('a', 1))) as { card: object };
    const text = JSON.stringify({ ...file, card: { ...file.card, ...change } });
    expect(() => decodeCard(text)).toThrow(WireError);
  });
});

describe('a roster', () => {
  test('is sorted by name, signed, and one text', () => {
    const text = encodeRoster(signed);
    const read = decodeRoster(text);
    expect(read).toEqual(signed);
    expect(encodeRoster(read)).toBe(text);
    expect(read.roster.cards.map(({ name }) => name)).toEqual(['node1', 'node2']);
    expect(verifyRoster(read)).toBe(true);
    expect(read.signer).toEqual(ed25519PublicKey(seed));
    expect(rosterOf([...cards].reverse())).toEqual(signed.roster);
  });

  test('changed after it was signed does not verify', () => {
    const other = rosterOf([card('node1', 1), card('node2', 3)]);
    expect(verifyRoster({ ...signed, roster: other })).toBe(false);
    expect(verifyRoster({ ...signed, signer: ed25519PublicKey(new Uint8Array(32)) })).toBe(false);
  });

  test('finds nodes by host key and by name', () => {
    expect(cardOfHost(signed.roster, card('', 2).hostPub)?.name).toBe('node2');
    expect(cardOfName(signed.roster, 'node1')?.peerId).toBe('12D3KooWhost1');
    expect(cardOfName(signed.roster, 'constructor')).toBeUndefined();
  });

  test('takes no name, host key or PeerId twice', () => {
    for (const clash of [
      card('node1', 9),
      card('other', 1),
      { ...card('other', 9), peerId: card('', 1).peerId },
    ]) {
      expect(() => rosterOf([card('node1', 1), clash])).toThrow(WireError);
    }
    expect(() => rosterOf([])).toThrow(WireError);
    expect(() => rosterOf(Array.from({ length: 257 }, (_, i) => card(`n${i}`, i)))).toThrow(
      WireError,
    );
  });

  test.each(['', '{', '[]', 'null', '{"version":1}', '{"__proto__":{}}'])(
    '%j is refused',
    (text) => {
      expect(() => decodeRoster(text)).toThrow(WireError);
    },
  );
});

describe('a fingerprint', () => {
  test('is six words that change with what they stand for', () => {
    const words = rosterFingerprint(signed.roster);
    expect(words).toMatch(
      /^([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz](-|$)){6}$/,
    );
    expect(words).not.toBe(rosterFingerprint(rosterOf([card('node1', 1)])));
    expect(cardFingerprint(card('a', 1))).not.toBe(cardFingerprint(card('a', 2)));
    expect(fingerprintInWords('a', seed)).not.toBe(fingerprintInWords('b', seed));
  });
});
