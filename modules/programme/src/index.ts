/** Programme: the work plan and its activities, reports of both sides by period, the figures settled between them, and the joint report. */
import type { Module } from '@entente/web';
import {
  activity, activityProgress, exchangeRate, indicator, jointReport, progressReport, receipt, reportingPeriod, settlement, statistic, transaction, workPlan,
} from './kinds/index.ts';
import { freezeAction, frozenBody, jointReportPages } from './publishing/pages.tsx';
import { jointReportCommand } from './publishing/command.ts';
import { iatiCommand, iatiFilePage, iatiImportCommand } from './iati/commands.ts';
import { bringIati, iatiPage } from './iati/page.tsx';
import { milestonesDue, reportsDue } from './reminding/due.ts';
import { bothSides } from './reporting/both-sides.tsx';
import { differingPanel, overdueInbox } from './reporting/home.tsx';
import { reportedMargin } from './reporting/latest.tsx';
import { overviewPage } from './reporting/overview-page.tsx';
import { reportingForm } from './reporting/form.tsx';
import { periodPage } from './reporting/period-page.tsx';
import { commitmentStand } from './reporting/reported.ts';
import { renderSettle, settleAction } from './reporting/settle.tsx';
import { themesPanel } from './reporting/themes.tsx';
import { receiptTitles, settlementTitles, transactionTitles } from './reporting/titles.ts';
import { activityBody, ofCommitment, progressTitles } from './plan/activity.tsx';
import { answerAction } from './plan/answer.tsx';
import { copyAction } from './plan/copy-page.tsx';
import { projectProposal } from './pipeline/kind.ts';
import { handOver, makeActivity, pipelinePage } from './pipeline/pages.tsx';
import { proposalView } from './pipeline/proposal.tsx';
import { pipelineWords } from './pipeline/words.ts';
import { planPages } from './plan/pages.tsx';
import { planWords } from './plan/words.ts';
import { programmeWords } from './words.ts';

export {
  activity, activityProgress, exchangeRate, indicator, jointReport, progressReport, receipt, reportingPeriod, settlement, statistic, transaction, workPlan,
} from './kinds/index.ts';
export { projectProposal } from './pipeline/kind.ts';
export { activityTypeOf, activityTypes, type ActivityType } from './activity-types/index.ts';

export const programmeKinds = [
  indicator, reportingPeriod, progressReport, settlement, jointReport, workPlan, activity, activityProgress, transaction, receipt, exchangeRate, statistic, projectProposal,
] as const;

export const programme: Module = {
  name: 'programme',
  kinds: programmeKinds,
  navigation: [{ label: planWords.entries['work-plan'], href: '/work-plan', order: 25 }, { label: pipelineWords.entries.title, href: '/pipeline', order: 27 }, { label: programmeWords.entries.reporting, href: '/reporting', order: 30 }],
  pages: [overviewPage, periodPage, reportingForm, { path: '/reporting/:period/:commitment', render: renderSettle }, ...jointReportPages, ...planPages, iatiFilePage, iatiPage, pipelinePage],
  actions: [settleAction, freezeAction, copyAction, answerAction, makeActivity, handOver, bringIati],
  records: {
    'joint-report': { body: frozenBody },
    commitment: { stand: commitmentStand, after: async (ctx, row) => [await ofCommitment(ctx, row), await bothSides(ctx, row)], shows: ['activity', 'progress-report', 'settlement'] },
    activity: { body: activityBody, shows: ['activity-progress', 'transaction'] },
    'activity-progress': { titles: progressTitles },
    'project-proposal': proposalView,
    settlement: { titles: settlementTitles },
    transaction: { titles: transactionTitles },
    receipt: { titles: receiptTitles },
    instrument: { margin: reportedMargin },
  },
  home: [differingPanel, themesPanel],
  inbox: [overdueInbox],
  due: [reportsDue, milestonesDue],
  commands: [jointReportCommand, iatiCommand, iatiImportCommand],
};
