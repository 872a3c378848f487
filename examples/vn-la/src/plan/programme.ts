/** Activities, grants and statistics of the sources, and the work plan that is made up for practice, as records. */
import { activity, activityProgress, exchangeRate, projectProposal, receipt, statistic, transaction, workPlan } from '@entente/programme/kinds';
import type { Facts } from '../facts/index.ts';
import type { Words } from '../facts/shape.ts';
import { labelled } from '../facts/words.ts';
import { draftByKind } from './by-kind.ts';
import type { Draft, Ids } from './draft.ts';

type Entry = Readonly<Record<string, unknown>>;

export interface OwnedDraft { readonly party: string; readonly office: string | undefined; readonly draft: Draft }

/** Joint drafts of the sources: activities, those of grants that have one of their own, statistics. */
export function sourceDrafts({ activities, grants, statistics }: Facts, ids: Ids): { readonly activities: readonly Draft[]; readonly statistics: readonly Draft[] } {
  return {
    activities: [
      ...activities.map(({ id, progress: _progress, ...entry }) => draftByKind(ids, activity, id, entry)),
      ...grants.flatMap(({ id, own }) => (own ? [draftByKind(ids, activity, id, own)] : [])),
    ],
    statistics: statistics.map(({ id, ...entry }) => draftByKind(ids, statistic, id, entry)),
  };
}

/** What the first party says of the sources' activities and grants: that they were done, and what was given. */
export function sourceOwned({ activities, grants, cooperation }: Facts, ids: Ids): readonly OwnedDraft[] {
  const party = cooperation.parties[0]?.id ?? '';
  const owned = (draft: Draft): OwnedDraft => ({ party, office: undefined, draft });
  return [
    ...activities.flatMap(({ id, type, progress }) => (progress ? [owned(draftByKind(ids, activityProgress, progressKey(party, id), { activity: id, type, ...progress }))] : [])),
    ...grants.flatMap(({ id, activity: of, transaction: given }) => (given ? [owned(draftByKind(ids, transaction, id, { activity: of ?? id, ...given }))] : [])),
  ];
}

/** A side has one progress record for an activity (decision 0013). */
const progressKey = (party: string, of: string): string => `${party} ${of}`;

const LABELLED = ['title', 'narrative', 'reason', 'purpose'];

/** An entry of the exercise: marked, and its naming texts under the label. */
function practice(facts: Facts, entry: Entry): Entry {
  const texts = Object.entries(entry).map(([name, value]) => [name, LABELLED.includes(name) ? labelled(value as Words, facts.exercise.label) : value]);
  return { ...Object.fromEntries(texts), exercise: true };
}

export interface PlannedWork {
  /** Plans, rates and their activities in the order in which they link to each other; agreed where the plan is. */
  readonly joint: readonly { readonly draft: Draft; readonly confirmed: boolean }[];
  /** Progress and transactions. */
  readonly owned: readonly OwnedDraft[];
  readonly receipts: readonly OwnedDraft[];
}

/** Project proposals as either side brought them in; those made up for practice under the label. */
export const proposalDrafts = (facts: Facts, ids: Ids): readonly { readonly draft: Draft; readonly recorder: string; readonly confirmed: boolean }[] =>
  facts.proposals.map(({ id, by, agreed, ...entry }) => ({ draft: draftByKind(ids, projectProposal, id, entry.exercise ? practice(facts, entry) : entry), recorder: by, confirmed: agreed }));

/** The work plans of the exercise. The first plan is agreed; the one after it is a draft that waits for the other side. */
export function plannedWork(facts: Facts, ids: Ids): PlannedWork {
  const { plans, rates, activities, progress, transactions, receipts } = facts.workPlan;
  const types = new Map(activities.map((one) => [one.id, one.type]));
  const agreed = plans[0]?.id;
  const joint = (kind: typeof workPlan | typeof exchangeRate | typeof activity, { id, ...entry }: Entry & { readonly id: string }, confirmed: boolean) =>
    ({ draft: draftByKind(ids, kind, id, practice(facts, entry)), confirmed });
  const said = (kind: typeof activityProgress | typeof transaction | typeof receipt, key: string, party: string, entry: Entry): OwnedDraft =>
    ({ party, office: typeof entry['office'] === 'string' ? entry['office'] : undefined, draft: draftByKind(ids, kind, key, practice(facts, entry)) });
  return {
    joint: [
      ...rates.map((one) => joint(exchangeRate, one, true)), ...plans.map((one) => joint(workPlan, one, one.id === agreed)),
      ...activities.map((one) => joint(activity, one, one['plan'] === agreed)),
    ],
    owned: [
      ...progress.map(({ party, ...entry }) => said(activityProgress, progressKey(party, entry.activity), party, { ...entry, type: types.get(entry.activity) })),
      ...transactions.map(({ id, party, ...entry }) => said(transaction, id, party, entry)),
    ],
    receipts: receipts.map(({ party, ...entry }) => said(receipt, `${party} ${entry.transaction}`, party, entry)),
  };
}
