/** On a commitment's page: what both sides reported of it, period by period, newest first. */
import type { ComponentChildren } from 'preact';
import { ItemList, Panel, SideBySide, type ListItem } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import { partyName, type Context } from '@entente/web';
import type { ReportingPeriod } from '../kinds/index.ts';
import { gapOf, isOpen, valueText, type Comparison } from './compare.ts';
import { reportedOf } from './reported.ts';
import { Figures, mayReport, partyIds, sideOf, wordsOf } from './parts.tsx';

export async function bothSides(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const t = wordsOf(ctx);
  const { latest, periods } = await reportedOf(ctx, row);
  if (periods.length === 0) {
    return <Panel title={t('both-sides')} {...(latest && mayReport(ctx) ? { more: { href: ctx.href.create('progress-report', { commitment: row.id, period: latest.id }), label: t('write-report') } } : {})}><p class="quiet">{t('no-reports-yet')}</p></Panel>;
  }
  const waiting = periods.flatMap(({ period, comparison }) => waitsOf(ctx, period, comparison));
  const waits = waiting.length > 0 && <Panel title={t('waits')} note={String(waiting.length)} id="waits"><ItemList items={waiting} /></Panel>;
  return [waits, ...periods.map(({ period, comparison }) => (
    <Panel key={period.id} title={<>{t('both-sides')}, {formatPeriod(period.content, ctx.lang)}</>} {...(period.content.exercise ? { note: t('exercise') } : {})}
      more={{ href: `/reporting/${period.id}/${row.id}`, label: t('settle') }}>
      <SideBySide sides={partyIds(ctx).map((party) => sideOf(ctx, party, comparison.reports[party], ctx.href.create('progress-report', { commitment: row.id, period: period.id })))} />
      <Figures ctx={ctx} comparison={comparison} period={period.id} />
    </Panel>
  ))];
}

/** What is open in a period: sides that are silent, figures that differ, settlements that lack a consent. */
function waitsOf(ctx: Context, period: RecordRow<ReportingPeriod>, { commitment, reports, figures }: Comparison): ListItem[] {
  const t = wordsOf(ctx);
  const settle = `/reporting/${period.id}/${commitment.id}#settle`;
  const name = (row: RecordRow<unknown>): string => ctx.title(row as RecordRow).text;
  const silent = partyIds(ctx).filter((party) => !reports[party]).map((party): ListItem => ({
    key: `${period.id} ${party}`, title: party === ctx.party.id && mayReport(ctx)
      ? <a href={ctx.href.create('progress-report', { commitment: commitment.id, period: period.id })}>{t('write-report')}</a> : t('waits-report', { party: partyName(ctx, party), period: name(period) }),
    ...(party === ctx.party.id ? { meta: name(period) } : {}),
  }));
  const open = figures.filter(isOpen).map((figure): ListItem => {
    const gap = gapOf(figure.said);
    const proposed = figure.settlement?.waitsFor ?? [];
    const indicator = name(figure.indicator);
    return figure.settlement && proposed.length > 0
      ? { key: figure.settlement.id, title: <a href={ctx.href.record('settlement', figure.settlement.id)}>{t('waits-settlement', { indicator, party: proposed.map((id) => partyName(ctx, id)).join(', ') })}</a>, meta: name(period) }
      : { key: `${period.id} ${figure.indicator.id}`, title: <a href={settle}>{t('waits-difference', { indicator, gap: gap === null ? '' : valueText(figure.indicator.content, gap, ctx.lang) })}</a>, meta: name(period) };
  });
  return [...silent, ...open];
}
