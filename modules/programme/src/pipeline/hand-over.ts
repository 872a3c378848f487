/** From a decided proposal to the content of an activity: nothing is typed twice, and the link stays. */
import type { Localized, RecordRow } from '@entente/kernel';
import type { ProjectProposal } from './kind.ts';

type Decided = Pick<RecordRow<ProjectProposal>, 'id' | 'content' | 'translations'>;

/** A text in every language that people gave it: a machine's wording does not become the original of something agreed. */
function inPeoplesWords({ translations }: Decided, path: string, own: Localized | undefined): Localized | undefined {
  const given = Object.values(translations[path] ?? {}).filter(({ stale, origin }) => !stale && origin !== 'machine').map(({ lang, text }) => [lang, text]);
  return own && { ...Object.fromEntries(given) as Localized, ...own };
}

/** What of the proposal an activity takes over. Each line of costs keeps its number; a funder that is the only one to promise stands beside all of them. */
export function activityFrom(row: Decided): Record<string, unknown> {
  const { id, content } = row;
  const promised = (content.sourcesOfFunds ?? []).filter(({ state }) => state === 'promised');
  const only = promised.length === 1 ? promised[0] : undefined;
  const budget = (content.costs ?? []).map(({ number, what, money }) => ({ number, what, money, ...(only ? { funding: only.funding, ...(only.funder ? { funder: only.funder } : {}) } : {}) }));
  const taken = {
    proposal: id, type: 'joint-project', title: inPeoplesWords(row, 'title', content.title), aim: inPeoplesWords(row, 'aim', content.aim), themes: content.themes, commitments: content.commitments, responsible: content.responsible,
    place: inPeoplesWords(row, 'place', content.place), from: content.from, to: content.to, budget: budget.length > 0 ? budget : undefined, total: content.total, exercise: content.exercise,
  };
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined));
}

/** Whether both sides have decided to do it. */
export const isDecided = ({ standing, content }: Pick<RecordRow<ProjectProposal>, 'standing' | 'content'>): boolean =>
  (standing === 'agreed' || standing === 'changing') && (content.stage === 'decided' || content.stage === 'handed-over');
