import type { Fields } from '@entente/kernel';
import { activity, activityProgress, exchangeRate, projectProposal, receipt, statistic, transaction, workPlan } from '@entente/programme/kinds';
import { checkEntry } from './by-kind.ts';
import type { Checker } from './checker.ts';
import type { Contents } from './files.ts';

type Check = (contents: Contents, check: Checker) => void;

export const programmeChecks: readonly Check[] = [
  function activities({ activities: { activities } }, check) {
    check.once('activities', 'activities', activities);
    for (const [place, one] of activities.entries()) {
      checkEntry(check, 'activities', ['activities', place], activity.fields, one, ['id', 'progress']);
      if (one.progress !== undefined) checkEntry(check, 'activities', ['activities', place, 'progress'], activityProgress.fields, { activity: one.id, type: one.type, ...one.progress });
    }
  },

  function grants({ grants: { grants } }, check) {
    check.once('grants', 'grants', grants);
    for (const [place, one] of grants.entries()) {
      const here = ['grants', place] as const;
      if (one.activity === undefined && one.own === undefined) check.say('grants', here, 'facts.missing-key', { key: 'activity' });
      check.ref('grants', [...here, 'activity'], one.activity, 'activity');
      if (one.own !== undefined) checkEntry(check, 'grants', [...here, 'own'], activity.fields, one.own);
      if (one.transaction !== undefined) checkEntry(check, 'grants', [...here, 'transaction'], transaction.fields, { activity: one.activity ?? one.id, ...one.transaction });
    }
  },

  function statistics({ statistics: { statistics } }, check) {
    check.once('statistics', 'statistics', statistics);
    for (const [place, one] of statistics.entries()) checkEntry(check, 'statistics', ['statistics', place], statistic.fields, one, ['id']);
  },

  function proposals({ proposals: { proposals } }, check) {
    check.once('proposals', 'proposals', proposals);
    for (const [place, one] of proposals.entries()) {
      checkEntry(check, 'proposals', ['proposals', place], projectProposal.fields, one, ['id', 'by', 'agreed']);
      check.ref('proposals', ['proposals', place, 'by'], one.by, 'party');
    }
  },

  function workPlans({ workPlan: file }, check) {
    const lists = { plans: [workPlan.fields, ['id']], rates: [exchangeRate.fields, ['id']], activities: [activity.fields, ['id']], progress: [activityProgress.fields, ['party']], transactions: [transaction.fields, ['id', 'party']], receipts: [receipt.fields, ['party']] } as const satisfies Record<string, readonly [Fields, readonly string[]]>;
    const types = new Map(file.activities.map((one) => [one.id, one.type]));
    for (const [list, [fields, own]] of Object.entries(lists)) {
      const entries: readonly Readonly<Record<string, unknown>>[] = file[list as keyof typeof lists];
      for (const [place, one] of entries.entries()) {
        checkEntry(check, 'workPlan', [list, place], fields, list === 'progress' ? { type: types.get(String(one['activity'])), ...one } : one, own);
        if (own.some((each) => each === 'party')) check.ref('workPlan', [list, place, 'party'], String(one['party']), 'party');
      }
    }
    check.once('workPlan', 'activities', file.activities);
    check.once('workPlan', 'transactions', file.transactions);
  },
];
