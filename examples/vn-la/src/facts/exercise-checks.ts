/** What must hold of the exercise and of the demonstration's standings. */
import { indicatorCombinations, indicatorMeasures, reportStates } from '@entente/programme/kinds';
import type { Checker } from './checker.ts';
import type { Contents } from './files.ts';

export const exerciseChecks: readonly ((contents: Contents, check: Checker) => void)[] = [
  function exercise({ exercise: { indicators, reports, revisions, settlements } }, check) {
    const written = new Set(reports.map((one) => `${one.party} ${one.commitment} ${one.period}`));
    for (const [place, one] of indicators.entries()) {
      check.code('exercise', ['indicators', place, 'measure'], one.measure, indicatorMeasures);
      check.code('exercise', ['indicators', place, 'combine'], one.combine, indicatorCombinations);
      check.ref('exercise', ['indicators', place, 'theme'], one.theme, 'theme');
    }
    for (const [list, entries] of [['reports', reports], ['revisions', revisions ?? []]] as const) {
      for (const [place, one] of entries.entries()) {
        check.ref('exercise', [list, place, 'commitment'], one.commitment, 'commitment');
        check.ref('exercise', [list, place, 'period'], one.period, 'period');
        check.ref('exercise', [list, place, 'party'], one.party, 'party');
        for (const [step, figure] of (one.figures ?? []).entries()) check.ref('exercise', [list, place, 'figures', step, 'indicator'], figure.indicator, 'indicator');
        if (!written.has(`${one.party} ${one.commitment} ${one.period}`)) check.say('exercise', [list, place], 'facts.no-report', { commitment: one.commitment, period: one.period });
      }
    }
    for (const [place, one] of reports.entries()) {
      check.ref('exercise', ['reports', place, 'office'], one.office, 'office');
      check.code('exercise', ['reports', place, 'state'], one.state, reportStates);
    }
    for (const [place, one] of (settlements ?? []).entries()) {
      const here = ['settlements', place];
      check.ref('exercise', [...here, 'indicator'], one.indicator, 'indicator');
      check.ref('exercise', [...here, 'by'], one.by, 'party');
      if (![...written].some((report) => report.endsWith(` ${one.commitment} ${one.period}`))) check.say('exercise', here, 'facts.no-report', { commitment: one.commitment, period: one.period });
    }
  },

  function demonstration({ demonstration: told }, check) {
    for (const [place, one] of [...told.recordedBy.map((each, index) => [['recordedBy', index], each] as const), [['unconfirmed'], told.unconfirmed] as const]) {
      check.refs('demonstration', [...place, 'meetings'], one.meetings, 'meeting');
      check.refs('demonstration', [...place, 'instruments'], one.instruments, 'instrument');
      check.refs('demonstration', [...place, 'commitments'], one.commitments, 'commitment');
    }
    for (const [place, one] of told.desks.entries()) {
      check.ref('demonstration', ['desks', place, 'party'], one.party, 'party');
      check.ref('demonstration', ['desks', place, 'coordinator'], one.coordinator, 'office');
      check.ref('demonstration', ['desks', place, 'leader'], one.leader, 'office');
    }
    for (const [place, one] of told.recordedBy.entries()) check.ref('demonstration', ['recordedBy', place, 'party'], one.party, 'party');
    for (const [place, one] of told.crossed.entries()) check.ref('demonstration', ['crossed', place, 'meeting'], one.meeting, 'meeting');
    for (const [place, one] of told.declined.entries()) check.ref('demonstration', ['declined', place, 'instrument'], one.instrument, 'instrument');
    for (const list of ['rectified', 'changing'] as const) {
      for (const [place, one] of told[list].entries()) check.ref('demonstration', [list, place, 'commitment'], one.commitment, 'commitment');
    }
    for (const list of ['crossed', 'declined', 'rectified', 'changing'] as const) {
      for (const [place, one] of told[list].entries()) check.ref('demonstration', [list, place, 'by'], one.by, 'party');
    }
  },
];
