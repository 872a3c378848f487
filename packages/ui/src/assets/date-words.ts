/** Words of dates for the script, made of those of the server, so that a date is told in one wording wherever it is told. */
import { formatDate, langs, type Lang } from '@entente/text';

/** Line of script that says `datesInWords`: for each language the twelve months with a day and without, and whether days have two digits. */
export const dateWords = (): string => `const datesInWords = ${JSON.stringify(Object.fromEntries(langs.map((lang) => [lang, wordsOf(lang)])))};\n`;

function wordsOf(lang: Lang): { readonly two: boolean; readonly day: readonly string[]; readonly month: readonly string[] } {
  const months = Array.from({ length: 12 }, (_, at) => `2013-${String(at + 1).padStart(2, '0')}`);
  // A day and a year that no month contains.
  const open = (date: string): string => formatDate(date, lang).replace('2013', '{year}').replace('28', '{day}');
  return { two: formatDate('2013-03-07', lang).includes('07'), day: months.map((month) => open(`${month}-28`)), month: months.map(open) };
}
