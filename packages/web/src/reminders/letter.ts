/** A letter: plain text and the same as simple HTML. Titles and links, nothing of the records' contents. */
import { formatDate, type Lang } from '@entente/text';
import type { Letter, Reminder } from './digest.ts';
import { reminderWords } from './words.ts';

export interface WrittenLetter { readonly subject: string; readonly text: string; readonly html: string }

const GROUPS = ['late', 'soon', 'ours', 'silent', 'theirs'] as const satisfies readonly Reminder['group'][];
const MOST = 15;
/** A subject is one line, whatever a title holds. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ').trim();
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Writes a letter in a language; links lead to the node at `base`. */
export function writeLetter(letter: Letter, { lang, coop, base }: { readonly lang: Lang; readonly coop: string; readonly base: string }): WrittenLetter {
  const t = reminderWords.t(lang);
  const account = new URL('/account#reminders', base).href;
  const groups = GROUPS.map((group) => ({ group, of: letter.reminders.filter((one) => one.group === group).toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || (a.due ?? '9').localeCompare(b.due ?? '9')) })).filter(({ of }) => of.length > 0);
  const said = (one: Letter['reminders'][number]): string => [one.isNew ? t('new') : '', one.detail ?? '', one.due ? t('due', { date: formatDate(one.due, lang, 'medium') }) : ''].filter(Boolean).join(', ');
  const link = (one: Reminder): string => new URL(one.href, base).href;
  const text = groups.map(({ group, of }) => [
    t(group), ...of.slice(0, MOST).map((one) => `- ${oneLine(one.title)}${said(one) === '' ? '' : ` (${said(one)})`}\n  ${link(one)}`), ...(of.length > MOST ? [`  ${t('more', { count: of.length - MOST })}`] : []),
  ].join('\n')).join('\n\n');
  const html = groups.map(({ group, of }) => `<h2>${escaped(t(group))}</h2><ul>${of.slice(0, MOST).map((one) => `<li><a href="${escaped(link(one))}">${escaped(oneLine(one.title))}</a>${said(one) === '' ? '' : ` <small>${escaped(said(one))}</small>`}</li>`).join('')}</ul>${of.length > MOST ? `<p>${escaped(t('more', { count: of.length - MOST }))}</p>` : ''}`).join('');
  return {
    subject: oneLine(t('subject', { coop, count: letter.reminders.length })),
    text: `${text}\n\n${t('change', { link: account })}\n`,
    html: `<!doctype html><html lang="${lang}"><body>${html}<p><small>${escaped(t('change', { link: account }))}</small></p></body></html>`,
  };
}
