import { cleanLine } from '../clean.ts';
import { languageInfo } from '../language.ts';
import type { LanguageTag } from '../language.ts';
import { read, refuse } from '../problem.ts';
import type { Reading } from '../problem.ts';
import { canonicalDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { asciiDigits } from './digits.ts';
import { formatNumber } from './format.ts';

const longest = 60;

/**
 * Reads a number as readers of `lang` write it: 1.234,56 in Vietnamese and Lao, 1,234.56 in English; spaces may group
 * too, Lao digits count as digits. The value is a canonical decimal.
 *
 * Refused, with what was understood: the other convention's mark ("1.5" in Vietnamese: text.number-other-convention),
 * one that may be either ("1.234" in English: text.number-ambiguous), and what is no number (text.number-unreadable).
 */
export function readNumber(input: string, lang: LanguageTag): Reading<Decimal> {
  const text = asciiDigits(cleanLine(input)).replace(/^[\u2212\u2013]/, '-');
  if (text === '') return refuse('text.number-missing');
  if (text.length > longest) return refuse('text.number-too-long', { longest: String(longest) });
  const { decimal } = languageInfo(lang);
  const other = decimal === ',' ? '.' : ',';
  const own = parse(text, decimal, other);
  if (own !== undefined && !looksGrouped(text, decimal)) return read(own);
  const foreign = parse(text, other, decimal);
  if (own !== undefined && foreign !== undefined) {
    return refuse('text.number-ambiguous', {
      input: text, small: formatNumber(own, lang), large: formatNumber(foreign, lang),
    });
  }
  if (foreign !== undefined) {
    return refuse('text.number-other-convention', { input: text, understood: formatNumber(foreign, lang) });
  }
  return refuse('text.number-unreadable', { input: text });
}

/** The number in one convention, or undefined. Groups are of three, all with the same mark. */
export function parse(text: string, decimal: string, group: string): Decimal | undefined {
  const found = /^(-?)([0-9][0-9., ]*)$/.exec(text);
  if (!found) return undefined;
  const [whole = '', fraction, ...more] = (found[2] ?? '').split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^[0-9]+$/.test(fraction))) return undefined;
  const mark = whole.includes(group) ? group : ' ';
  const groups = whole.split(mark);
  if (!groups.every((digits, place) => (place === 0 ? /^[0-9]+$/ : /^[0-9]{3}$/).test(digits))) return undefined;
  if (groups.length > 1 && !/^[1-9][0-9]{0,2}$/.test(groups[0] ?? '')) return undefined;
  const digits = groups.join('').replace(/^0+(?=[0-9])/, '');
  const value = canonicalDecimal(digits + (fraction === undefined ? '' : `.${fraction}`));
  return found[1] === '-' && value !== '0' ? `-${value}` : value;
}

/** "1.234" with a decimal point: three digits after it, one to three before, so it may be a thousands mark. */
function looksGrouped(text: string, decimal: string): boolean {
  const [whole = '', fraction = ''] = text.replace(/^-/, '').split(decimal);
  return fraction.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole);
}
