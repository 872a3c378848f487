/** One copy of a joint report: its language, its reader's side named first, and the small forms every chapter uses. */
import { formatMoney, formatNumber, formatPeriod, pickText, showLabel, type Labels, type Lang } from '@entente/text';
import type { Localized, Party } from '@entente/kernel';
import type { Cell, Run, StateMark } from '@entente/reports';
import { reportStates, type Figure, type Indicator } from '../kinds/index.ts';
import type { OverallState } from './accounts.ts';
import { tell, type CommitmentView, type Entry, type Told } from './corpus.ts';
import { words } from './words.ts';

export interface Copy {
  readonly lang: Lang;
  /** The side whose copy it is first. */
  readonly parties: readonly Party[];
  readonly themes: Readonly<Record<string, Localized>>;
}

export const wordsOf = (copy: Copy): ReturnType<typeof words.t> => words.t(copy.lang);
export const partyName = (copy: Copy, id: string): string => pickText(copy.parties.find((party) => party.id === id)?.short ?? { und: id }, copy.lang);
export const themeName = (copy: Copy, theme: string): string => pickText(copy.themes[theme] ?? { und: theme }, copy.lang);
export const say = (copy: Copy, labels: Labels | undefined): string => (labels ? showLabel(labels, copy.lang) : '');

/** A localized field as a run with its language and where its wording comes from; empty where there is nothing. */
export function runOf(copy: Copy, entry: Entry<unknown>, path: string, text: Localized | undefined): Run {
  const told = tell(entry, path, text, copy.lang);
  return told ? asRun(told) : { text: '' };
}
/**
 * A short name (office, indicator, unit) in a table or list. Marking each machine-written name would drown the table, so
 * the annex on method says it once for all; a missing translation is still marked in place.
 */
export function nameRun(copy: Copy, entry: Entry<unknown>, path: string, text: Localized | undefined): Run {
  const { provenance, ...run } = runOf(copy, entry, path, text);
  return provenance === undefined || provenance === 'machine' ? run : { ...run, provenance };
}
export const asRun = (told: Told): Run =>
  ({ text: told.text, lang: told.lang, ...(told.provenance ? { provenance: told.provenance } : {}) });

const SHAPES: Readonly<Record<OverallState, StateMark['shape']>> = {
  done: 'done', 'under-way': 'running', stuck: 'late', dropped: 'none', 'not-started': 'none', 'not-reported': 'none',
};
/** States in the order charts show them. */
export const STATES: readonly OverallState[] = ['done', 'under-way', 'stuck', 'not-started', 'dropped', 'not-reported'];
export const stateMark = (copy: Copy, state: OverallState): StateMark => ({ shape: SHAPES[state], label: wordsOf(copy)(`state-${state}`) });

/** The state one side reports, in the words of the kind's own list. */
export function reportedState(copy: Copy, state: string): StateMark {
  const shape = state === 'done' ? 'done' : state === 'stuck' ? 'late' : state === 'under-way' || state === 'partly-done' ? 'running' : 'none';
  return { shape, label: say(copy, reportStates.values[state]) || state };
}

/** A figure in the reader's convention: money with its currency, people with women and men. */
export function figureText(copy: Copy, indicator: Indicator, figure: Figure): string {
  const value = indicator.currency === undefined ? formatNumber(figure.value, copy.lang) : formatMoney({ amount: figure.value, currency: indicator.currency }, copy.lang);
  if (figure.women === undefined || figure.men === undefined) return value;
  const [women, men] = [formatNumber(figure.women, copy.lang), formatNumber(figure.men, copy.lang)];
  return `${value} (${wordsOf(copy)('women-men', { women, men })})`;
}
export const figureCell = (copy: Copy, indicator: Indicator, figure: Figure | null, none: string): Cell => ({ text: figure ? figureText(copy, indicator, figure) : none });

/** "Item 5, part c", or the plain word where the commitment has no number. */
export function placeOf(copy: Copy, { item, part }: CommitmentView): string {
  const t = wordsOf(copy);
  if (item === undefined) return t('commitment');
  return part === undefined ? t('item', { item }) : t('item-part', { item, part });
}

export const spanText = (copy: Copy, span: { readonly from: string; readonly to: string }): string => formatPeriod(span, copy.lang);
