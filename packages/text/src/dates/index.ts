export { formatDate, formatInstant, formatPeriod } from './format.ts';
export type { DateStyle } from './format.ts';
export {
  comparePartials, firstDay, isPartialDate, isPeriod, lastDay, parsePeriod, periodText, periodWithin, periodsOverlap, precisionOf,
} from './partial.ts';
export type { PartialDate, Period, Precision } from './partial.ts';
export { readDate } from './read.ts';
export { readPeriod } from './read-period.ts';
export { formatDaysFrom, formatSince } from './since.ts';
