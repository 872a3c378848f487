/** Parts that the pages of reporting share: the figures of a commitment, and one side's account of it. */
import type { VNode } from 'preact';
import { FiguresTable, LocalizedText, State, type FigureRow, type Side, type StateName, type TextVersion } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { progressReport, reportStates, type Figure, type ProgressReport } from '../kinds/index.ts';
import { programmeWords } from '../words.ts';
import { gapOf, isSettled, valueText, type Comparison, type FigureComparison } from './compare.ts';

export const wordsOf = (ctx: Context) => programmeWords.t(ctx.lang);

export const SHAPES: Readonly<Record<string, StateName>> = {
  done: 'done', 'under-way': 'running', 'partly-done': 'running', stuck: 'late', 'not-started': 'none', dropped: 'retired',
};
/** The state a side reports, as shape and words. */
export function ReportedState({ ctx, state }: { readonly ctx: Context; readonly state: string }): VNode {
  const labels = reportStates.values[state];
  return <State is={SHAPES[state] ?? 'none'}>{labels ? ctx.show(labels) : state}</State>;
}

/** The versions of a localized field as the interface shows them. */
export function versionsOf(ctx: Context, row: RecordRow, path: string): TextVersion[] {
  const shown = ctx.localized(row, path);
  if (!shown) return [];
  return [shown, ...shown.others].map((each) => ({
    lang: each.lang, text: each.text, stale: each.stale, party: each.party, provenance: each.provenance === 'original' ? 'authentic' : each.provenance,
  }));
}

/** Whether the reader may write a report of their side: what pages offer; the kernel decides. */
export const mayReport = (ctx: Context): boolean => ctx.person.roles.some((role) => progressReport.may.put?.includes(role));

export const partyIds = (ctx: Context): string[] => ctx.cooperation.parties.map((party) => party.id);

/** Figures of every side, what was settled, and the way to settle what differs. */
export function Figures({ ctx, comparison, period }: { readonly ctx: Context; readonly comparison: Comparison; readonly period: string }): VNode | null {
  if (comparison.figures.length === 0) return null;
  const rows = comparison.figures.map((figure) => figureRow(ctx, figure, `/reporting/${period}/${comparison.commitment.id}#settle`));
  return <FiguresTable caption={wordsOf(ctx)('figures')} parties={partyIds(ctx)} rows={rows} />;
}

function figureRow(ctx: Context, figure: FigureComparison, settleAt: string): FigureRow {
  const t = wordsOf(ctx);
  const { content } = figure.indicator;
  const show = (value: Figure): string => {
    const text = valueText(content, value.value, ctx.lang);
    return value.women === undefined || value.men === undefined ? text : `${text} (${t('women')} ${value.women}, ${t('men')} ${value.men})`;
  };
  const settled = figure.settlement !== null && isSettled(figure.settlement);
  const waiting = figure.settlement !== null && !settled;
  const gap = figure.differs && !settled ? gapOf(figure.said) : null;
  const title = ctx.title(figure.indicator);
  return {
    key: figure.indicator.id,
    label: <span lang={title.lang}>{title.text}</span>,
    values: Object.fromEntries(Object.entries(figure.said).flatMap(([party, value]) => (value ? [[party, show(value)]] : []))),
    ...(settled && figure.settlement ? { settled: <a href={ctx.href.record('settlement', figure.settlement.id)}>{show(figure.settlement.content)}</a> } : {}),
    ...(waiting && figure.settlement ? { settledNote: <a href={ctx.href.record('settlement', figure.settlement.id)}>{t('settlement-waits', { value: show(figure.settlement.content) })}</a> } : {}),
    ...(gap === null || waiting ? {} : { difference: valueText(content, gap, ctx.lang), href: settleAt }),
    changed: figure.changedSince,
  };
}

/** One side's account: state, words, difficulties, proposals, files; and for our own side the way to write it. */
export function sideOf(ctx: Context, party: string, row: RecordRow<ProgressReport> | undefined, write: string): Side {
  const t = wordsOf(ctx);
  const mine = party === ctx.kernel.party && mayReport(ctx);
  if (!row) return { party, empty: mine ? <a class="btn" href={write}>{t('write-report')}</a> : t('not-reported') };
  return {
    party,
    note: <ReportedState ctx={ctx} state={row.content.state} />,
    children: (
      <>
        <LocalizedText versions={versionsOf(ctx, row, 'narrative')} />
        {row.content.difficulties && <><h3>{t('difficulties')}</h3><LocalizedText versions={versionsOf(ctx, row, 'difficulties')} /></>}
        {row.content.proposals && <><h3>{t('proposals')}</h3><LocalizedText versions={versionsOf(ctx, row, 'proposals')} /></>}
        {(row.content.evidence ?? []).length > 0 && (
          <><h3>{t('evidence')}</h3><ul>{row.content.evidence?.map((file) => <li key={file.sha256}><a href={ctx.href.file(file)}>{file.name}</a></li>)}</ul></>
        )}
      </>
    ),
    foot: (
      <>
        <a href={ctx.href.record('progress-report', row.id)}>{t('open-report')}</a>
        {mine && <> · <a href={ctx.href.edit('progress-report', row.id)}>{t('edit-report')}</a></>}
      </>
    ),
  };
}
