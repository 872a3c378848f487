/** The reporting exercise as records; each carries the exercise mark, and its texts begin with the label. */
import { createHash } from 'node:crypto';
import type { Facts } from '../facts/index.ts';
import type { Exercise, Words } from '../facts/shape.ts';
import { labelled } from '../facts/words.ts';
import { draft, Texts, type Draft, type Ids } from './draft.ts';
import { versionOf, type PlannedFile } from './step.ts';

type Report = Exercise['reports'][number];
type Settlement = NonNullable<Exercise['settlements']>[number];

export interface ReportDraft { readonly report: Report; readonly draft: Draft; readonly files: readonly PlannedFile[] }
export interface SettlementDraft { readonly settlement: Settlement; readonly draft: Draft }

export function frameDrafts({ exercise }: Facts, ids: Ids): Draft[] {
  const periods = exercise.periods.map((one) => {
    const texts = new Texts();
    return draft('reporting-period', one.id, ids.of('reporting-period', one.id), texts, {
      name: texts.at('name', labelled(one.name, exercise.label)), from: one.from, to: one.to, exercise: true,
    });
  });
  const indicators = exercise.indicators.map((one) => {
    const texts = new Texts();
    return draft('indicator', one.id, ids.of('indicator', one.id), texts, {
      name: texts.at('name', labelled(one.name, exercise.label)), measure: one.measure, unit: texts.at('unit', one.unit), currency: one.currency,
      theme: one.theme, combine: one.combine, definition: texts.at('definition', one.definition), exercise: true,
    });
  });
  return [...periods, ...indicators];
}

const reportId = (ids: Ids, one: Pick<Report, 'party' | 'commitment' | 'period'>) => ids.of('progress-report', `${one.party} ${one.commitment} ${one.period}`);

export function reportDraft({ exercise }: Facts, ids: Ids, report: Report): ReportDraft {
  const texts = new Texts();
  const marked = (words: Words | undefined) => words && labelled(words, exercise.label);
  const files = (report.evidence ?? []).map((file) => ({ ...file, bytes: new TextEncoder().encode(`${file.lines.join('\r\n')}\r\n`) }));
  return {
    report, files,
    draft: draft('progress-report', `${report.party} ${report.commitment} ${report.period}`, reportId(ids, report), texts, {
      commitment: ids.of('commitment', report.commitment), period: ids.of('reporting-period', report.period),
      office: report.office && ids.of('office', report.office), state: report.state, narrative: texts.at('narrative', marked(report.narrative)),
      figures: figures(ids, report.figures), difficulties: texts.at('difficulties', marked(report.difficulties)),
      proposals: texts.at('proposals', marked(report.proposals)), evidence: files.length === 0 ? undefined : files.map(({ name, type, bytes }) => ({
        name, type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
      exercise: true,
    }),
  };
}

/** A report as its party writes it again. */
export function revisionDraft(facts: Facts, ids: Ids, revision: NonNullable<Exercise['revisions']>[number]): Draft | undefined {
  const first = facts.exercise.reports.find((one) => one.party === revision.party && one.commitment === revision.commitment && one.period === revision.period);
  return first && reportDraft(facts, ids, { ...first, narrative: revision.narrative, figures: revision.figures ?? first.figures }).draft;
}

export function settlementDraft({ exercise, demonstration }: Facts, ids: Ids, settlement: Settlement): SettlementDraft {
  const texts = new Texts(demonstration.recordedBy.find((one) => one.party === settlement.by)?.language);
  const { commitment, period, indicator, value, women, men } = settlement;
  const key = `${commitment} ${period} ${indicator}`;
  const reports = exercise.reports.filter((one) => one.commitment === commitment && one.period === period).map((one) => reportId(ids, one));
  return {
    settlement,
    draft: draft('settlement', key, ids.of('settlement', key), texts, {
      commitment: ids.of('commitment', commitment), period: ids.of('reporting-period', period), indicator: ids.of('indicator', indicator),
      value, women, men, reports: reports.map((record) => ({ record, version: versionOf(record) })),
      remark: texts.at('remark', labelled(settlement.remark, exercise.label)), exercise: true,
    }),
  };
}

function figures(ids: Ids, given: Report['figures']) {
  return given?.map((figure) => ({ ...figure, indicator: ids.of('indicator', figure.indicator) }));
}
