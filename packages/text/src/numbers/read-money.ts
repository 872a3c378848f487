import { cleanLine } from '../clean.ts';
import { languages } from '../language.ts';
import type { Lang, LanguageTag } from '../language.ts';
import { read, refuse } from '../problem.ts';
import type { Reading } from '../problem.ts';
import { currencyNamed, currencyWords } from './currencies.ts';
import type { Currency } from './currencies.ts';
import { addDecimals, compareDecimals, multiplyDecimals } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { asciiDigits } from './digits.ts';
import { formatNumber } from './format.ts';
import type { Money } from './money.ts';
import { parse, readNumber } from './read.ts';

interface Magnitude {
  readonly words: readonly string[];
  readonly lang: Lang;
  readonly factor: Decimal;
}

const power = (zeros: number): Decimal => `1${'0'.repeat(zeros)}`;

const magnitudes: readonly Magnitude[] = [
  { lang: 'vi', factor: power(12), words: ['nghìn tỷ', 'nghìn tỉ', 'ngàn tỷ', 'ngàn tỉ'] },
  { lang: 'vi', factor: power(9), words: ['tỷ', 'tỉ'] },
  { lang: 'vi', factor: power(6), words: ['triệu', 'tr'] },
  { lang: 'vi', factor: power(3), words: ['nghìn', 'ngàn'] },
  { lang: 'en', factor: power(12), words: ['trillion'] },
  { lang: 'en', factor: power(9), words: ['billion', 'bn', 'thousand million'] },
  { lang: 'en', factor: power(6), words: ['million', 'mn', 'mln', 'm'] },
  { lang: 'en', factor: power(3), words: ['thousand', 'k'] },
  { lang: 'lo', factor: power(9), words: ['ຕື້', 'ພັນລ້ານ'] },
  { lang: 'lo', factor: power(6), words: ['ລ້ານ'] },
  { lang: 'lo', factor: power(5), words: ['ແສນ'] },
  { lang: 'lo', factor: power(4), words: ['ໝື່ນ', 'ຫມື່ນ'] },
  { lang: 'lo', factor: power(3), words: ['ພັນ'] },
];

const magnitudeNamed = new Map(magnitudes.flatMap((magnitude) => magnitude.words.map((word) => [word, magnitude] as const)));
const magnitudeWords = [...magnitudeNamed.keys()].toSorted((a, b) => b.length - a.length);
const term = new RegExp(`^(-?[0-9][0-9., ]*?) ?(?:(${magnitudeWords.join('|')})(?![\\p{L}\\p{M}]))?(?: |$|(?=[\\p{L}]))`, 'u');

/**
 * Reads an amount with its currency: "640 triệu đồng", "2,8 tỷ đồng", "3.5 million USD", "LAK 370 million",
 * "1.000.000 ₫", "2 tỷ 800 triệu đồng". A word of magnitude decides whose decimal mark holds; without one the
 * conventions of `lang` do. Refused: no currency, two different ones, and what `readNumber` refuses.
 */
export function readMoney(input: string, lang: LanguageTag = 'vi'): Reading<Money> {
  const text = asciiDigits(cleanLine(input)).toLowerCase();
  if (text === '') return refuse('text.money-missing');
  const { rest, found } = takeCurrencies(text);
  const currency = found[0];
  if (found.some((other) => other.code !== currency?.code)) return refuse('text.money-two-currencies', { input });
  const amount = readAmount(rest, lang);
  if (!amount.ok) return amount;
  if (!currency) return refuse('text.money-no-currency', { input, understood: formatNumber(amount.value, lang) });
  return read({ amount: amount.value, currency: currency.code });
}

function takeCurrencies(text: string): { rest: string; found: Currency[] } {
  let rest = text;
  const found: Currency[] = [];
  const take = (word: string | undefined, left: string) => {
    const currency = word === undefined ? undefined : currencyNamed(word);
    if (!currency) return;
    found.push(currency);
    rest = left.trim();
  };
  const front = currencyWords.find((word) => rest.startsWith(word) && !/^[\p{L}\p{M}]/u.test(rest.slice(word.length)));
  take(front, rest.slice(front?.length ?? 0));
  const back = currencyWords.find((word) => rest.endsWith(word) && endsOwnWord(rest, word));
  take(back, rest.slice(0, rest.length - (back?.length ?? 0)));
  return { rest, found };
}

/** Lao joins words, so there a currency may follow a letter; elsewhere only a sign, a digit or a space. */
function endsOwnWord(text: string, word: string): boolean {
  const before = text.slice(0, text.length - word.length);
  return /^\p{Script=Laoo}/u.test(word) || !/[\p{L}\p{M}]$/u.test(before);
}

function readAmount(text: string, lang: LanguageTag): Reading<Decimal> {
  let rest = text;
  let sum: Decimal = '0';
  let smallest: Decimal | undefined;
  while (rest !== '') {
    const found = term.exec(rest);
    const magnitude = found?.[2] === undefined ? undefined : magnitudeNamed.get(found[2]);
    const descending = smallest === undefined || (magnitude && compareDecimals(magnitude.factor, smallest) < 0);
    if (!found || !magnitude || !descending) {
      return smallest === undefined ? readNumber(rest, lang) : refuse('text.number-unreadable', { input: text });
    }
    const number = readScaled((found[1] ?? '').trim(), magnitude.lang);
    if (!number.ok) return number;
    sum = addDecimals(sum, multiplyDecimals(number.value, magnitude.factor));
    smallest = magnitude.factor;
    rest = rest.slice(found[0].length).trim();
  }
  return smallest === undefined ? refuse('text.number-missing') : read(sum);
}

/** Before "tỷ" or "million" three decimals are usual, so "3,185 tỷ" is no grouping there. */
function readScaled(text: string, lang: Lang): Reading<Decimal> {
  const { decimal, group } = languages[lang];
  const value = parse(text, decimal, group);
  return value === undefined ? readNumber(text, lang) : read(value);
}
