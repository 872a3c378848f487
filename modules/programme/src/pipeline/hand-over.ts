/** From a decided proposal to the content of an activity: nothing is typed twice, and the link stays. */
import type { RecordRow } from '@entente/kernel';
import type { ProjectProposal } from './kind.ts';

/** What of the proposal an activity takes over. Each line of costs keeps its number; a funder that is the only one to promise stands beside all of them. */
export function activityFrom({ id, content }: Pick<RecordRow<ProjectProposal>, 'id' | 'content'>): Record<string, unknown> {
  const promised = (content.sourcesOfFunds ?? []).filter(({ state }) => state === 'promised');
  const only = promised.length === 1 ? promised[0] : undefined;
  const budget = (content.costs ?? []).map(({ number, what, money }) => ({ number, what, money, ...(only ? { funding: only.funding, ...(only.funder ? { funder: only.funder } : {}) } : {}) }));
  const taken = {
    proposal: id, type: 'joint-project', title: content.title, aim: content.aim, themes: content.themes, commitments: content.commitments, responsible: content.responsible,
    place: content.place, from: content.from, to: content.to, budget: budget.length > 0 ? budget : undefined, total: content.total, exercise: content.exercise,
  };
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined));
}

/** Whether both sides have decided to do it. */
export const isDecided = ({ standing, content }: Pick<RecordRow<ProjectProposal>, 'standing' | 'content'>): boolean =>
  (standing === 'agreed' || standing === 'changing') && (content.stage === 'decided' || content.stage === 'handed-over');
