/** What changed, newest first, over all records; and since the person last looked. */
import type { VNode } from 'preact';
import type { HistoryEntry, RecordRow } from '@entente/kernel';
import { formatDate, formatInstant, formatSince } from '@entente/text';
import { Buttons, EmptyState, PageHead, Panel, Timeline, type TimelineEntry } from '@entente/ui';
import { RecordLink } from '../fields/show.tsx';
import { scopeOf } from '../fields/scope.ts';
import { type Context, page, type PageResult } from '../module.ts';
import { beforeOf, contentOf, contentsOf } from '../records/contents.ts';
import { ContentDifference } from '../records/difference.tsx';
import { What } from '../records/history.tsx';
import { recordOf, type Step } from '../records/steps.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { QUIET, type Told, toldOf } from './told.ts';

/** Items of acts read for a page, and things told on the home page. */
const [READ, READ_AT_HOME, TOLD_AT_HOME] = [200, 120, 6] as const;
/** Records of one thing that are named; the rest is folded. Differences shown on one page. */
const [NAMED, DIFFERENCES] = [3, 8] as const;

/** GET `/changes?before=`, by day. */
export async function changesPage(ctx: Context): Promise<PageResult> {
  const t = words.t(ctx.lang);
  const title = pages.t(ctx.lang)('changes');
  const before = ctx.query['before'];
  const found = await ctx.read.changes(ctx.cooperation.id, { limit: READ, ...(before && isInstant(before) ? { before } : {}) });
  const last = found.at(-1);
  const desk = await deskOf(ctx, found, Infinity);
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} />
        {found.length === 0 && <EmptyState>{t('nothing-changed')}</EmptyState>}
        {[...Map.groupBy(desk.told, (told) => dayIn(ctx, told.first.entry.admitted))].map(([day, of]) => (
          <Panel key={day} title={formatDate(day, ctx.lang)}><Timeline entries={of.map((told) => entryOf(desk, told, clock(ctx, told)))} /></Panel>
        ))}
        {found.length === READ && last && <p><a href={ctx.href.with({ before: last.admitted })}>{t('earlier-changes')}</a></p>}
      </>
    ),
  });
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text);
const dayIn = (ctx: Context, instant: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(ctx.party.zone).toPlainDate().toString();
const clock = (ctx: Context, { first }: Told): string => formatInstant(first.entry.admitted, ctx.lang, ctx.party.zone).slice(-5);

/** The panel on the home page, with a button that marks all as seen. */
export async function ChangesPanel({ ctx }: { readonly ctx: Context }): Promise<VNode> {
  const t = words.t(ctx.lang);
  const since = ctx.session.lastLook;
  const found = await ctx.read.changes(ctx.cooperation.id, { limit: READ_AT_HOME, ...(since ? { since } : {}) });
  const desk = await deskOf(ctx, found, TOLD_AT_HOME);
  return (
    <Panel title={t('changed-since-look')} more={{ href: '/changes', label: t('all-changes') }} {...(since ? { note: formatSince(since, ctx.lang, ctx.party.zone) } : {})}>
      {found.length === 0 ? <p class="quiet">{t('nothing-changed')}</p>
        : <Timeline entries={desk.told.map((told) => entryOf(desk, told, formatSince(told.first.entry.admitted, ctx.lang, ctx.party.zone)))} />}
      {found.length > 0 && (
        <form method="post" action="/changes/seen">
          <Buttons small buttons={[{ label: t('mark-seen'), name: '_do', value: 'seen', kind: 'quiet', signs: false }]} />
        </form>
      )}
    </Panel>
  );
}

interface Desk {
  readonly ctx: Context;
  readonly told: readonly Told[];
  readonly rows: ReadonlyMap<string, RecordRow>;
  /** What changed in a record, by act and record. */
  readonly differences: ReadonlyMap<string, VNode>;
}

/** Reads what is needed to tell the newest `most` things: the records named, and what changed in some of them. */
async function deskOf(ctx: Context, entries: readonly HistoryEntry[], most: number): Promise<Desk> {
  const ids = [...new Set(entries.flatMap((entry) => recordOf(entry) ?? []))];
  const rows = await ctx.read.many(ctx.cooperation.id, ids);
  const told = toldOf(entries, (record) => rows.get(record)?.kind ?? '', (instant) => dayIn(ctx, instant)).slice(0, most);
  const named = told.flatMap(({ steps }) => steps).flatMap(({ entry }) => rows.get(recordOf(entry) ?? '') ?? []);
  await ctx.prepareTitles(named);
  const changed = told.filter(({ kind }) => !QUIET.has(kind)).flatMap(({ steps }) => steps.slice(0, NAMED)).filter(({ entry: { item } }) => (item.verb === 'put' || item.verb === 'propose') && item.on !== null);
  const differences = await Promise.all(changed.slice(0, DIFFERENCES).map(async (step) => [keyOf(step), await differenceOf(ctx, step)] as const));
  return { ctx, told, rows, differences: new Map(differences.flatMap(([key, difference]) => (difference ? [[key, difference] as const] : []))) };
}

const keyOf = ({ entry }: Step): string => `${entry.act} ${recordOf(entry) ?? ''}`;

/** The difference a step made to the version it was written on; null where a content is not at hand. */
async function differenceOf(ctx: Context, { entry }: Step): Promise<VNode | null> {
  const [record, kind] = [recordOf(entry), 'kind' in entry.item ? ctx.kernel.kinds.get(entry.item.kind) : undefined];
  if (record === null || !kind) return null;
  const contents = await contentsOf(ctx, kind, record);
  const [before, after] = [beforeOf(entry, contents), contentOf(entry, contents)];
  return before && after ? <ContentDifference scope={await scopeOf(ctx, kind, [before, after])} kind={kind} before={before} after={after} /> : null;
}

function entryOf(desk: Desk, told: Told, when: string): TimelineEntry {
  const { ctx } = desk;
  const { first, steps, kind } = told;
  const t = words.t(ctx.lang);
  const label = ctx.kernel.kinds.get(kind)?.label;
  const isQuiet = QUIET.has(kind);
  const [named, folded] = isQuiet ? [[], steps] : [steps.slice(0, NAMED), steps.slice(NAMED)];
  const name = label ? ctx.show(steps.length === 1 ? label.one : label.many).toLocaleLowerCase(ctx.lang) : kind;
  return {
    key: told.key, at: first.entry.admitted, when, who: first.entry.party,
    what: (
      <>
        <What ctx={ctx} step={first} about={steps.length > 1 ? `${steps.length} ${name}` : name} />
        {named.length > 0 && <ul class="named">{named.map((step) => <li key={keyOf(step)}><About desk={desk} step={step} />{desk.differences.get(keyOf(step))}</li>)}</ul>}
      </>
    ),
    ...(folded.length > 0 ? {
      detail: <ul>{folded.map((step) => <li key={keyOf(step)}><About desk={desk} step={step} /></li>)}</ul>,
      detailLabel: isQuiet ? t('which') : t('more-records', { count: folded.length }),
    } : {}),
  };
}

function About({ desk, step }: { readonly desk: Desk; readonly step: Step }): VNode {
  const row = desk.rows.get(recordOf(step.entry) ?? '');
  return row ? <RecordLink scope={desk} row={row} /> : <span class="quiet">…</span>;
}
