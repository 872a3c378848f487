/** Cutting a person's values out of what somebody typed. */
import { formatDate, langs, readDate, readNumber } from '@entente/text';

/** Shorter ones go only where they stand alone: a name of two letters is a part of many words. */
const LONG = 6;
const [DAY, NUMBER] = [/^(\d{4})-(\d\d)-(\d\d)$/u, /^-?\d+(\.\d+)?$/u];

/** The texts a value is made of, however a keyboard or a browser may have written them. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()].filter((text) => text !== '').flatMap((text) => [...new Set([text, text.normalize('NFC'), text.normalize('NFD'), text.replaceAll('\n', '\r\n')])]);
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A day as people write it inside a sentence: 05/04/1990, 5.4.1990, and in words of each language. */
function daysIn(text: string): readonly RegExp[] {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  if (year === '') return [];
  const [m, d] = [month, day].map(Number);
  const counted = [`([-/.]) ?0?${m} ?\\1 ?`, `(?:tháng|ເດືອນ) ?0?${m},? ?(?:năm|ປີ)? ?`].map((between) => `0?${d} ?${between}${year}`);
  const named = langs.flatMap((lang) => [formatDate(text, lang, 'long'), formatDate(text, lang, 'medium')]).map((each) => RegExp.escape(each));
  return [...counted, ...named].map((written) => new RegExp(`(?<!\\d)${written}(?!\\d)`, 'gu'));
}

/** Whether a field holds, in any language's way of writing, one of these days or numbers and nothing else. */
function standsFor(values: ReadonlySet<string>): (typed: string) => boolean {
  const [days, numbers] = [DAY, NUMBER].map((shape) => [...values].some((value) => shape.test(value)));
  const isOneOf = (reading: { readonly ok: boolean; readonly value?: unknown }): boolean => reading.ok && values.has(String(reading.value));
  return (typed) => (days === true && isOneOf(readDate(typed, 'en'))) || (numbers === true && langs.some((lang) => isOneOf(readNumber(typed, lang))));
}

/** Copies any JSON without these values: what is one of them alone is emptied, longer ones are cut out of texts too. */
export function redacted(values: readonly unknown[]): (body: unknown) => unknown {
  const texts = values.flatMap(textsOf).toSorted((a, b) => b.length - a.length);
  const alone = new Set(texts);
  const isValue = standsFor(alone);
  const inside = [...texts.flatMap(daysIn), ...texts.filter((text) => text.length >= LONG)];
  const cut = (body: unknown): unknown => {
    if (typeof body === 'string') return alone.has(body.trim()) || isValue(body) ? '' : inside.reduce<string>((text, each) => text.replaceAll(each, ''), body);
    if (typeof body === 'number') return alone.has(String(body)) ? null : body;
    if (Array.isArray(body)) return body.map(cut);
    return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body).map(([name, each]) => [name, cut(each)])) : body;
  };
  return cut;
}
