import { asciiDigits } from '../numbers/digits.ts';
import { canonicalLao } from './lao.ts';

const toneMarks = /[\u0EC8-\u0ECB]/g;

/** Letters that carry their mark inside, so that decomposing does not take it off. */
const plain: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * The form in which texts are found without their accents: lower case, Latin marks off (đ is d), dashes and digits one,
 * Lao in one spelling and without tone marks. Lao vowels stay: without them other words begin. Folding twice changes
 * nothing.
 */
export function fold(text: string): string {
  const bare = asciiDigits(text.normalize('NFKD').toLowerCase().normalize('NFKD'))
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[đðłøßæœı]/g, (letter) => plain[letter] ?? letter)
    .replace(toneMarks, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return canonicalLao(bare).normalize('NFC');
}

/**
 * The form in which texts are found with their accents: lower case, and one spelling where Vietnamese and Lao have two
 * ("hoà" and "hòa", "kỹ" and "kĩ", "ຫລວງ" and "ຫຼວງ"). Takes one word.
 */
export function exactForm(word: string): string {
  const parts = canonicalLao(asciiDigits(word.toLowerCase().normalize('NFD')))
    .replace(/(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0309\u0303\u0301\u0323])$/u, '$1$3$2')
    .replace(/^([hklmst])y([\u0300\u0309\u0303\u0301\u0323])$/u, '$1i$2');
  return parts.normalize('NFC');
}
