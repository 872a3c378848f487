import { languageInfo } from '../language.ts';
import type { LanguageTag } from '../language.ts';
import { isDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/**
 * A number with the language's separators, exact at any length: "1234567.5" is 1.234.567,5 in Vietnamese and Lao,
 * 1,234,567.5 in English. Digits after the point are shown as held; `places` pads with zeros, and never cuts.
 * What is no decimal ("about 20") is returned as it is.
 */
export function formatNumber(value: Decimal | number | bigint, lang: LanguageTag, places = 0): string {
  const text = String(value);
  if (!isDecimal(text)) return text;
  const { decimal, group } = languageInfo(lang);
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const tail = fraction.padEnd(places, '0');
  return (negative ? '\u2212' : '') + grouped(whole, group === ' ' ? '\u00A0' : group) + (tail === '' ? '' : decimal + tail);
}

function grouped(digits: string, separator: string): string {
  if (digits.length <= 3) return digits;
  const head = digits.length % 3;
  const groups = digits.slice(head).match(/[0-9]{3}/g) ?? [];
  return (head === 0 ? groups : [digits.slice(0, head), ...groups]).join(separator);
}

/** "45,5 %" style differs by language only in its separator here: Vietnamese and Lao set no space either. */
export function formatPercent(value: Decimal | number, lang: LanguageTag): string {
  return `${formatNumber(value, lang)}%`;
}
