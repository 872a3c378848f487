/** What a joint report is asked for: from, to and themes, read from an address, a form or the command line. */
import { firstDay, lastDay, readDate, type LanguageTag } from '@entente/text';
import type { Cooperation, Problem, Result } from '@entente/kernel';
import type { Scope } from '../joint-report/gather.ts';

export interface ScopeInput { readonly from: string; readonly to: string; readonly themes: readonly string[] }

/** Reads dates as people write them; a year alone means all of it. Every problem at once. */
export function readScope(input: ScopeInput, cooperation: Cooperation, lang: LanguageTag): Result<Scope> {
  const problems: Problem[] = [];
  const day = (name: 'from' | 'to'): string => {
    const reading = readDate(input[name], lang);
    if (reading.ok) return (name === 'from' ? firstDay : lastDay)(reading.value).toString();
    problems.push({ id: 'programme.bad-date', path: [name] });
    return '';
  };
  const [from, to] = [day('from'), day('to')];
  if (problems.length === 0 && to < from) problems.push({ id: 'programme.bad-period', path: ['to'] });
  for (const theme of input.themes) if (!Object.hasOwn(cooperation.themes, theme)) problems.push({ id: 'programme.bad-theme', path: ['themes'], params: { theme } });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { from, to, themes: input.themes } };
}
