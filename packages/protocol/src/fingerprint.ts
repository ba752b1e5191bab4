/**
 * Fingerprints that people can read to each other.
 * @module
 */
import { TH } from '@permafrost/frost';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const WORDS = 6;

/**
 * Six pronounceable words that stand for 96 bits of a hash of these bytes: to find other bytes with
 * the same words takes 2^96 tries. The words are proquints (arXiv:0901.4016).
 */
export function fingerprintInWords(what: string, bytes: Uint8Array): string {
  const hash = TH(`fingerprint/${what}`, bytes);
  const words = Array.from({ length: WORDS }, (_, i) =>
    word(((hash[2 * i] as number) << 8) | (hash[2 * i + 1] as number)),
  );
  return words.join('-');
}

/** 16 bits as consonant, vowel, consonant, vowel, consonant. */
function word(bits: number): string {
  const consonant = (shift: number): string => CONSONANTS[(bits >> shift) & 15] as string;
  const vowel = (shift: number): string => VOWELS[(bits >> shift) & 3] as string;
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0);
}
