export { rules } from './messages.ts';
export { indicator, type Indicator } from './indicator.ts';
export { reportingPeriod, type ReportingPeriod } from './reporting-period.ts';
export { progressReport, type ProgressReport } from './progress-report.ts';
export { settlement, type Settlement } from './settlement.ts';
export { jointReport, type JointReport } from './joint-report.ts';
export { figureProblems, measureProblems, type Figure } from './figures.ts';
export * from './codes.ts';
