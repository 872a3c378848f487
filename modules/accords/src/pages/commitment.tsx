/** A commitment reads like a story: its words, its forms through the decades, who promised then and who holds it now. */
import type { ComponentChildren, VNode } from 'preact';
import { DefinitionList, LineagePath, Panel, SideBySide, type LineageStep } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { formatDate } from '@entente/text';
import { Facts, scopeOf, type Context } from '@entente/web';
import { commitment, lineageRelations } from '../kinds/index.ts';
import { accordsWords } from '../words.ts';
import { threadOf, type Thread } from './lineage.ts';
import { placeOf, Titled, Wording, wordsOf } from './parts.tsx';

/** Told in their own places, above; the rest of the record follows what each side did. */
const TOLD_APART = ['text', 'basis', 'instrument', 'meeting', 'item', 'part', 'responsible', 'undertakenBy'];
const ATTESTED = ['remarks', 'sources', 'confidence'];

interface Origin { readonly instrument?: string; readonly meeting?: string; readonly item?: string; readonly responsible?: readonly string[]; readonly undertakenBy?: readonly string[] }

export async function commitmentBody(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const coop = ctx.cooperation.id;
  const content = row.content as Origin;
  const [scope, thread, origins, offices] = await Promise.all([
    scopeOf(ctx, commitment, [row.content], row), threadOf(ctx.read, coop, row.id),
    ctx.read.many(coop, [content.instrument, content.meeting].filter((id) => id !== undefined)), officesOf(ctx, content.responsible ?? []),
  ]);
  const labels = commitment.fields;
  const place = placeOf(ctx, row);
  const [instrument, meeting] = [origins.get(content.instrument ?? ''), origins.get(content.meeting ?? '')];
  return (
    <>
      <Wording ctx={ctx} row={row} field="text" as="columns" />
      <DefinitionList items={[
        { term: ctx.show(labels.instrument.options.label), detail: instrument && <><Titled ctx={ctx} row={instrument} />{place !== null && <>, <a href={`${ctx.href.record('instrument', instrument.id)}#p${content.item ?? ''}`}>{place}</a></>}</> },
        { term: ctx.show(labels.meeting.options.label), detail: meeting && <Titled ctx={ctx} row={meeting} /> },
      ]} />
      {thread.commitments.length > 1 && <Through ctx={ctx} thread={thread} current={row.id} />}
      {offices.length > 0 && <Promised ctx={ctx} offices={offices} by={content.undertakenBy} />}
      <Panel title={wordsOf(ctx)('about-commitment')}>
        <Facts scope={scope} kind={commitment} content={row.content} without={[...TOLD_APART, ...ATTESTED]} />
        <details>
          <summary>{wordsOf(ctx)('attested')}</summary>
          <Facts scope={scope} kind={commitment} content={row.content} without={Object.keys(labels).filter((name) => !ATTESTED.includes(name))} />
        </details>
      </Panel>
    </>
  );
}

interface NamedOffice { readonly row: RecordRow; /** Who holds its functions now, when it is no longer. */ readonly today: readonly RecordRow[] }

/** Offices as the text names them, each with those that hold its functions today. */
async function officesOf(ctx: Context, ids: readonly string[]): Promise<NamedOffice[]> {
  const coop = ctx.cooperation.id;
  const rows = await ctx.read.many(coop, ids);
  return Promise.all(ids.flatMap((id) => (rows.has(id) ? [rows.get(id)!] : [])).map(async (row): Promise<NamedOffice> => {
    if (row.kind !== 'office') return { row, today: [] };
    const { today } = await ctx.read.succession(coop, row.id);
    const others = heirsInOrder(row, today);
    const heirs = others.length > 0 ? await ctx.read.many(coop, others) : new Map<string, RecordRow>();
    return { row, today: others.flatMap((id) => heirs.get(id) ?? []) };
  }));
}

/** Who took the office over as a whole comes before those that took a function of it, in the order in which the record says so. */
function heirsInOrder(office: RecordRow, today: readonly string[]): readonly string[] {
  const { succession = [] } = office.content as { readonly succession?: readonly { readonly type: string; readonly office: string }[] };
  const told = [...succession.filter((step) => step.type !== 'function-moved'), ...succession].map((step) => step.office);
  const place = (id: string): number => { const at = told.indexOf(id); return at < 0 ? told.length : at; };
  return today.filter((id) => id !== office.id).toSorted((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** Each side's offices in its own voice; joint bodies under both. */
function Promised({ ctx, offices, by }: { readonly ctx: Context; readonly offices: readonly NamedOffice[]; readonly by: readonly string[] | undefined }): VNode {
  const w = wordsOf(ctx);
  const [bodies, own] = [offices.filter(({ row }) => row.kind !== 'office'), offices.filter(({ row }) => row.kind === 'office')];
  const parties = ctx.cooperation.parties.map((party) => party.id).filter((id) => own.some(({ row }) => row.party === id));
  const list = (of: readonly NamedOffice[]): VNode => <ul class="plain">{of.map((office) => <li key={office.row.id}><Titled ctx={ctx} row={office.row} />{office.today.length > 0 && <Today ctx={ctx} rows={office.today} />}</li>)}</ul>;
  return (
    <Panel title={w('promised')} {...(by === undefined ? {} : { note: w('promised-by', { parties: by.map((id) => ctx.pick(ctx.partyOf(id)?.short ?? id).text).join(', ') }) })}>
      {parties.length > 0 && <SideBySide sides={parties.map((party) => ({ party, children: list(own.filter(({ row }) => row.party === party)) }))} />}
      {bodies.length > 0 && <div class="joint">{list(bodies)}</div>}
    </Panel>
  );
}

/** "today Ministry of Home Affairs": the sentence with its links, in the words of each language. */
function Today({ ctx, rows }: { readonly ctx: Context; readonly rows: readonly RecordRow[] }): VNode {
  const links = rows.map((row, at) => <>{at > 0 && '; '}<Titled ctx={ctx} row={row} /></>);
  return <small class="quiet"> · {accordsWords.t(ctx.lang).parts('office-today', { office: <>{links}</> })}</small>;
}

/** The line of its forms; dotted on where the promise still has time to run. */
function Through({ ctx, thread, current }: { readonly ctx: Context; readonly thread: Thread; readonly current: string }): VNode {
  const w = wordsOf(ctx);
  const steps = thread.commitments.map((row): LineageStep => {
    const relation = thread.relations.get(row.id);
    const title = ctx.title(row);
    const labels = relation ? lineageRelations.values[relation.content.relation] : undefined;
    return {
      key: row.id, year: (row.date ?? '').slice(0, 4), href: ctx.href.record('commitment', row.id), current: row.id === current,
      label: <span lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</span>, note: [row.date === null ? null : formatDate(row.date, ctx.lang, 'medium'), placeOf(ctx, row)].filter(Boolean).join(' · '),
      ...(labels ? { relation: ctx.show(labels) } : {}), uncertain: relation !== undefined && relation.content.confidence !== 'certain',
    };
  });
  return <Panel title={w('lineage')} note={w('lineage-note', { count: steps.length })}><LineagePath steps={steps} open={stillRuns(thread)} /></Panel>;
}

function stillRuns({ commitments }: Thread): boolean {
  const today = Temporal.Now.plainDateISO().toString();
  const { due, period } = (commitments.at(-1)?.content ?? {}) as { readonly due?: string; readonly period?: { readonly to: string } };
  const end = due ?? period?.to;
  return end !== undefined && end >= today.slice(0, end.length);
}
