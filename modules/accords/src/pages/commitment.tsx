/** A commitment reads like a story: its words, who answers for it then and now, and its forms through the decades. */
import type { ComponentChildren, VNode } from 'preact';
import { DefinitionList, LineagePath, Panel, type LineageStep } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { formatDate } from '@entente/text';
import { Facts, scopeOf, type Context } from '@entente/web';
import { commitment, lineageRelations } from '../kinds/index.ts';
import { accordsWords } from '../words.ts';
import { heirsOf, type Heir } from './heirs.ts';
import { threadOf, type Thread } from './lineage.ts';
import { placeOf, Titled, Wording, wordsOf } from './parts.tsx';

const TOLD_APART = ['text', 'basis', 'instrument', 'meeting', 'item', 'part', 'responsible'];

export async function commitmentBody(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const coop = ctx.cooperation.id;
  const content = row.content as { readonly instrument?: string; readonly meeting?: string; readonly responsible?: readonly string[] };
  const [scope, thread, origins, offices] = await Promise.all([
    scopeOf(ctx, commitment, [row.content], row), threadOf(ctx.read, coop, row.id),
    ctx.read.many(coop, [content.instrument, content.meeting].filter((id) => id !== undefined)), officesOf(ctx, content.responsible ?? []),
  ]);
  const w = wordsOf(ctx);
  const place = placeOf(ctx, row);
  const labels = commitment.fields;
  return (
    <>
      <Wording ctx={ctx} row={row} field="text" />
      <DefinitionList items={[
        { term: ctx.show(labels.instrument.options.label), detail: content.instrument && origins.get(content.instrument)
          ? <><Titled ctx={ctx} row={origins.get(content.instrument)!} />{place !== null && <>, <a href={`${ctx.href.record('instrument', content.instrument)}#p${String(row.content['item'])}`}>{place}</a></>}</> : undefined },
        { term: ctx.show(labels.meeting.options.label), detail: content.meeting && origins.get(content.meeting) ? <Titled ctx={ctx} row={origins.get(content.meeting)!} /> : undefined },
        { term: w('offices'), detail: offices.length > 0 ? <ul class="plain">{offices.map((office) => <li key={office.row.id}><Titled ctx={ctx} row={office.row} />{office.today.length > 0 && <Today ctx={ctx} heirs={office.today} />}</li>)}</ul> : undefined },
      ]} />
      {thread.commitments.length > 1 && <Through ctx={ctx} thread={thread} current={row.id} />}
      <Facts scope={scope} kind={commitment} content={row.content} without={TOLD_APART} />
    </>
  );
}

interface NamedOffice { readonly row: RecordRow; /** Who holds its functions now, when it is no longer. */ readonly today: readonly Heir[] }

/** Offices as the text names them, each with those that hold its functions today. */
async function officesOf(ctx: Context, ids: readonly string[]): Promise<NamedOffice[]> {
  const rows = await ctx.read.many(ctx.cooperation.id, ids);
  return Promise.all(ids.flatMap((id) => rows.get(id) ?? []).map(async (row): Promise<NamedOffice> => ({ row, today: row.kind === 'office' ? await heirsOf(ctx, row) : [] })));
}

/** "today Ministry of Home Affairs (in part: Ministry of Health)": the sentence with its links, in the words of each language. */
function Today({ ctx, heirs }: { readonly ctx: Context; readonly heirs: readonly Heir[] }): VNode {
  const w = accordsWords.t(ctx.lang);
  const [whole, part] = [heirs.filter((heir) => heir.functions.length === 0), heirs.filter((heir) => heir.functions.length > 0)];
  const links = (list: readonly Heir[]): VNode => <>{list.map(({ row, functions }, at) => <>{at > 0 && '; '}<Titled ctx={ctx} row={row} />{functions.length > 0 && ` (${functions.join(', ')})`}</>)}</>;
  return (
    <small class="quiet">
      {whole.length > 0 && <> · {w.parts('office-today', { office: links(whole) })}</>}
      {part.length > 0 && <> · {w.parts('office-today-part', { offices: links(part) })}</>}
    </small>
  );
}

function Through({ ctx, thread, current }: { readonly ctx: Context; readonly thread: Thread; readonly current: string }): VNode {
  const w = wordsOf(ctx);
  const steps = thread.commitments.map((row): LineageStep => {
    const relation = thread.relations.get(row.id);
    const title = ctx.title(row);
    const place = placeOf(ctx, row);
    const labels = relation ? lineageRelations.values[relation.content.relation] : undefined;
    return {
      key: row.id, year: (row.date ?? '').slice(0, 4), href: ctx.href.record('commitment', row.id), current: row.id === current,
      label: <span lang={title.lang}>{title.text}</span>, note: [row.date === null ? null : formatDate(row.date, ctx.lang, 'short'), place].filter(Boolean).join(' · '),
      ...(labels ? { relation: ctx.show(labels) } : {}), uncertain: relation !== undefined && relation.content.confidence !== 'certain',
    };
  });
  return <Panel title={w('lineage')} note={w('lineage-note', { count: steps.length })}><LineagePath steps={steps} /></Panel>;
}
