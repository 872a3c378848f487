/** An instrument reads like a document: contents, language columns aligned passage by passage, and what became of each. */
import type { ComponentChildren, VNode } from 'preact';
import { Contents, LanguageColumns, Panel, type PassageRow, type TextColumn } from '@entente/ui';
import type { Content, RecordRow } from '@entente/kernel';
import { Facts, scopeOf, StandingMark, versionsOf, type Context } from '@entente/web';
import { instrument } from '../kinds/index.ts';
import { byPlace, CommitmentList, placeOf, wordsOf } from './parts.tsx';

type Item = NonNullable<Content<typeof instrument>['items']>[number];
/** Passages beyond which a table of contents helps. */
const LONG = 4;
const MOST = 500;

export async function instrumentBody(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const w = wordsOf(ctx);
  const [scope, commitments] = await Promise.all([scopeOf(ctx, instrument, [row.content], row), linked(ctx, row.id, 'commitment', 'instrument')]);
  const items = (row.content as Content<typeof instrument>).items ?? [];
  const beside = Map.groupBy(commitments, (each) => passageOf(each, items));
  const of = (item: Item): readonly RecordRow[] => beside.get(item) ?? [];
  return (
    <>
      <Facts scope={scope} kind={instrument} content={row.content} without={['title', 'items', 'sources', 'remarks', 'confidence']} />
      {items.length > 0 && <Panel title={w('this-text')}><TextOf ctx={ctx} row={row} items={items} commitmentsOf={of} /></Panel>}
      {items.length === 0 && <Panel title={w('commitments-of')}>{commitments.length > 0 ? <CommitmentList ctx={ctx} rows={commitments.toSorted(byPlace)} /> : <p class="quiet">{w('no-commitments')}</p>}</Panel>}
      <Facts scope={scope} kind={instrument} content={Object.fromEntries(['sources', 'remarks', 'confidence'].map((name) => [name, row.content[name]]))} />
    </>
  );
}

function TextOf({ ctx, row, items, commitmentsOf }: { readonly ctx: Context; readonly row: RecordRow; readonly items: readonly Item[]; readonly commitmentsOf: (item: Item) => readonly RecordRow[] }): VNode {
  const columns = columnsOf(ctx, row, items);
  const rows = items.map((item, at): PassageRow => ({
    id: `p${item.number}`, number: `${item.number}.`, depth: item.parent === undefined ? 0 : 1, texts: Object.fromEntries(versionsOf(row, `items.${at}.text`, item.text).map((version) => [version.lang, version.text])),
    margin: <Margin ctx={ctx} rows={commitmentsOf(item)} />,
  }));
  const contents = items.flatMap((item) => (item.parent === undefined ? [{ href: `#p${item.number}`, number: `${item.number}.`, label: opening(Object.values(item.text)[0] ?? '') }] : []));
  return (
    <>
      {contents.length > LONG && <Contents items={contents} title={wordsOf(ctx)('contents')} />}
      <LanguageColumns columns={columns} rows={rows} margin={wordsOf(ctx)('commitments')} />
    </>
  );
}

/** The authentic languages first, then translations any passage has; at most three beside each other. */
function columnsOf(ctx: Context, row: RecordRow, items: readonly Item[]): TextColumn[] {
  const columns = new Map<string, TextColumn>();
  const isSummary = row.content['basis'] === 'summary';
  for (const [at, item] of items.entries()) {
    for (const version of versionsOf(row, `items.${at}.text`, item.text)) {
      if (!columns.has(version.lang)) columns.set(version.lang, { lang: version.lang, provenance: version.provenance, stale: version.stale ?? false, ...(isSummary ? { summary: true } : {}) });
    }
  }
  const order = (column: TextColumn): number => (column.provenance === 'authentic' ? 0 : column.lang === ctx.lang ? 1 : 2);
  return [...columns.values()].toSorted((a, b) => order(a) - order(b)).slice(0, 3);
}

function Margin({ ctx, rows }: { readonly ctx: Context; readonly rows: readonly RecordRow[] }): VNode | null {
  if (rows.length === 0) return null;
  return <ul class="plain small">{rows.toSorted(byPlace).map((row) => <li key={row.id}><a href={ctx.href.record('commitment', row.id)}>{placeOf(ctx, row) ?? wordsOf(ctx)('commitments')}</a> <StandingMark ctx={ctx} row={row} /></li>)}</ul>;
}

/** A commitment stands beside its part where the part is a passage of its own, else beside its item. */
function passageOf(row: RecordRow, items: readonly Item[]): Item | undefined {
  const { item, part } = row.content as { readonly item?: string; readonly part?: string };
  const own = part === undefined ? undefined : items.find((each) => each.parent === item && (each.number === part || each.number.replace(item ?? '', '').replace(/^[.\s]+/u, '') === part));
  return own ?? items.find((each) => each.number === item);
}

const opening = (text: string): string => { const words = text.split(/\s+/u); return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : text; };

/** Records of a kind that link to this one. */
export async function linked(ctx: Context, record: string, kind: string, rel: string): Promise<readonly RecordRow[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind, linkedTo: { record, rel }, limit: MOST });
  return rows;
}
