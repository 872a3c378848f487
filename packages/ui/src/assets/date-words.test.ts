import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { formatDate, langs, readDate } from '@entente/text';
import { dateWords } from './date-words.ts';

/** The script's echo, as a browser runs it on a page without controls. */
const spelled = runInNewContext(`${dateWords()}const all = () => [];${readFileSync(new URL('scripts/fields.js', import.meta.url), 'utf8')};spelled`) as (typed: string, lang: string) => string;
/** The server's. */
const told = (typed: string, lang: string): string => {
  const reading = readDate(typed, lang);
  return reading.ok ? formatDate(reading.value, lang, 'long') : '';
};

describe.each(langs)('what a date was understood as, while it is typed: %s', (lang) => {
  it('is told as the server tells it, on every day of two years and however it is written', () => {
    for (let day = Temporal.PlainDate.from('2023-01-01'); day.year < 2025; day = day.add({ days: 1 })) {
      const { year, month, day: of } = day;
      for (const typed of [`${of}/${month}/${year}`, day.toString(), `${String(of).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`, `${of}.${month}.${year}`]) expect(spelled(typed, lang), typed).toBe(told(typed, lang));
    }
  });

  it.each(['2013', '7/2013', '07-2013', '2013-7', '2013/12', ' 1/7/2013 ', '1 / 7 / 2013', '໑/໗/໒໐໑໓', '1–7–2013'])('also %s', (typed) => {
    expect(spelled(typed, lang)).not.toBe('');
    expect(spelled(typed, lang)).toBe(told(typed, lang));
  });

  it.each(['', 'x', '31/2/2013', '29/2/2023', '7/13/2013', '0/7/2013', '1/0/2013', '1/7/13', '1/7/2556', '1/7/1799', '1/7/2200', '1/7-2013', '13/2013', '2013-00', '12345'])('and says nothing where the server refuses: %s', (typed) => {
    expect([spelled(typed, lang), told(typed, lang)]).toEqual(['', '']);
  });
});
