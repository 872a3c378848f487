/** What changed, newest first, over all records; and since the person last looked. */
import type { VNode } from 'preact';
import type { HistoryEntry, RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { Buttons, EmptyState, PageHead, Panel, Timeline, type TimelineEntry } from '@entente/ui';
import { RecordLink } from '../fields/show.tsx';
import { type Context, page, type PageResult } from '../module.ts';
import { What } from '../records/history.tsx';
import { recordOf, type Step, stepsOf } from '../records/steps.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';

const SHOWN = 60;
/** Up to so many records of one act are told one by one. */
const FEW = 2;

/** GET `/changes?before=`. */
export async function changesPage(ctx: Context): Promise<PageResult> {
  const t = words.t(ctx.lang);
  const title = pages.t(ctx.lang)('changes');
  const before = ctx.query['before'];
  const found = await ctx.read.changes(ctx.cooperation.id, { limit: SHOWN, ...(before && isInstant(before) ? { before } : {}) });
  const last = found.at(-1);
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} />
        {found.length === 0 ? <EmptyState>{t('nothing-changed')}</EmptyState> : await ChangeList({ ctx, entries: found })}
        {found.length === SHOWN && last && <p><a href={ctx.href.with({ before: last.admitted })}>{t('earlier-changes')}</a></p>}
      </>
    ),
  });
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text);

/** The panel on the home page, with a button that marks all as seen. */
export async function ChangesPanel({ ctx }: { readonly ctx: Context }): Promise<VNode> {
  const t = words.t(ctx.lang);
  const since = ctx.session.lastLook;
  const found = await ctx.read.changes(ctx.cooperation.id, { limit: 24, ...(since ? { since } : {}) });
  return (
    <Panel title={t('changed-since-look')} more={{ href: '/changes', label: t('all-changes') }} {...(since ? { note: formatInstant(since, ctx.lang, ctx.party.zone) } : {})}>
      {found.length === 0 ? <p class="quiet">{t('nothing-changed')}</p> : await ChangeList({ ctx, entries: found })}
      {found.length > 0 && (
        <form method="post" action="/changes/seen">
          <Buttons small buttons={[{ label: t('mark-seen'), name: '_do', value: 'seen', kind: 'quiet' }]} />
        </form>
      )}
    </Panel>
  );
}

/** Acts with what they did; an act on many records says how many, and lists them when opened. */
async function ChangeList({ ctx, entries }: { readonly ctx: Context; readonly entries: readonly HistoryEntry[] }): Promise<VNode> {
  const rows = await ctx.read.many(ctx.cooperation.id, [...new Set(entries.flatMap((entry) => recordOf(entry) ?? []))]);
  const acts = [...Map.groupBy(stepsOf(entries), (step) => step.entry.act).values()];
  const about = (step: Step) => <About ctx={ctx} row={rows.get(recordOf(step.entry) ?? '')} />;
  return (
    <Timeline entries={acts.flatMap((steps): TimelineEntry[] => {
      const [first] = steps;
      if (!first) return [];
      const { entry } = first;
      const common = { key: entry.act, at: entry.admitted, when: formatInstant(entry.admitted, ctx.lang, ctx.party.zone), who: entry.party };
      if (steps.length <= FEW) return steps.map((step, i) => ({ ...common, key: `${entry.act}-${i}`, what: <><What ctx={ctx} step={step} />: {about(step)}</> }));
      return [{
        ...common, what: <><What ctx={ctx} step={first} />: {words.t(ctx.lang)('records', { count: steps.length })}</>,
        detail: <ul>{steps.map((step, i) => <li key={i}>{about(step)}</li>)}</ul>, detailLabel: words.t(ctx.lang)('which'),
      }];
    })} />
  );
}

function About({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow | undefined }): VNode {
  if (!row) return <span class="quiet">…</span>;
  const kind = ctx.kernel.kinds.get(row.kind);
  return <>{kind && <span class="quiet">{ctx.show(kind.label.one)} </span>}<RecordLink scope={{ ctx }} row={row} /></>;
}
