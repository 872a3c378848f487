/** The form of a kind: new, edit, counter-proposal; drawn from the fields, filled from the record, a draft, or what was typed. */
import type { VNode } from 'preact';
import type { AnyKind, Fields, Purpose, RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { type ButtonSpec, DraftNotice, Form as FormView, LinkButton, PageHead, SelectField, TextField } from '@entente/ui';
import { fillForm } from '../forms/fill.ts';
import { entriesOfDraft, FOCUS } from '../forms/controls.ts';
import { Form } from '../forms/form.ts';
import { placeOf, READING, TAKEN_UP } from '../forms/place.ts';
import { Inputs, inputScope } from '../forms/inputs.tsx';
import { toldOf } from '../forms/told.ts';
import { isLocalized, type Values, walk } from '../fields/content.ts';
import { type Context, type Draft, page, type PageResult } from '../module.ts';
import { statesOffered } from './moves.ts';
import { pages } from '../words/pages.ts';

/** What a form edits: nothing yet, a record, or a proposal to answer with another. */
export interface Desk {
  readonly kind: AnyKind;
  readonly row: RecordRow | null;
  /** Content the form starts from. */
  readonly base: Values;
  /** Version the writer sees: agreed one (joint) or current one (owned); null for the first. */
  readonly on: string | null;
  readonly title: string;
}

/** The desk for a new record. */
export const newDesk = (ctx: Context, kind: AnyKind): Desk => ({ kind, row: null, base: {}, on: null, title: `${pages.t(ctx.lang)('new')}: ${ctx.show(kind.label.one)}` });

/** The desk for a record, or with `?from=` for a proposal on it. */
export async function editDesk(ctx: Context, kind: AnyKind, row: RecordRow): Promise<Desk> {
  const w = pages.t(ctx.lang);
  const from = ctx.query['from'];
  const candidate = from ? (await ctx.read.candidates(ctx.cooperation.id, row.id)).find(({ h }) => h === from) : undefined;
  const on = kind.regime === 'owned' || row.ordinal > 0 ? row.version : null;
  const verb = candidate ? w('counter') : w(kind.regime === 'joint' ? 'propose-change' : 'edit');
  return { kind, row, base: candidate?.content ?? row.content, on, title: `${verb}: ${ctx.title(row).text}` };
}

/** The form page. Filled from `ctx.typed` when something was typed, else from a kept draft, else from the desk. */
export async function editPage(ctx: Context, desk: Desk): Promise<PageResult> {
  const { kind } = desk;
  const draft = ctx.typed.isEmpty ? await ctx.draft(placeOf(ctx.url)) : null;
  const kept = draft ? entriesOfDraft(draft.body) : null;
  const form = !ctx.typed.isEmpty ? ctx.typed : kept ? new Form(kept) : startForm(ctx, desk);
  const fields = kind.fields as Fields;
  const scope = await inputScope(ctx, fields, form, { languages: languagesOf(ctx, desk), offered: statesOffered(ctx, kind, desk.row) });
  const on = form.has('_on') ? form.text('_on') : desk.on ?? '';
  const record = desk.row ? ctx.href.record(kind.name, desk.row.id) : ctx.href.list(kind.name);
  return page({
    title: desk.title, head: 'own',
    crumbs: [{ label: ctx.show(kind.label.many), href: ctx.href.list(kind.name) }, ...(desk.row ? [{ label: ctx.title(desk.row).text, href: record }] : [])],
    body: (
      <>
        <PageHead title={desk.title} />
        {draft && kept && <Kept ctx={ctx} draft={draft} outdated={on !== (desk.on ?? '')} />}
        <FormView id="f" action={ctx.url.pathname + ctx.url.search} files hidden={{ ...ctx.hidden, _on: on }} problems={toldOf(ctx, fields, ctx.problems)} draft={ctx.typing} focus={form.text(FOCUS)} submit={buttons(ctx, kind)}>
          <Inputs scope={scope} fields={fields} />
          {kind.regime === 'joint' && <Purposes ctx={ctx} form={form} first={desk.on === null} />}
          <TextField name="_note" label={pages.t(ctx.lang)('note')} value={form.text('_note')} optional />
        </FormView>
        <div class="buttons"><LinkButton href={record}>{pages.t(ctx.lang)('cancel')}</LinkButton></div>
      </>
    ),
  });
}

/** Values in the address of `/new` fill the form: a link may bring the commitment to report on. Into a record's form it brings the state to move to. */
function startForm(ctx: Context, desk: Desk): Form {
  const given = [...ctx.url.searchParams].filter(([name]) => ![...READING, 'from', TAKEN_UP].includes(name));
  const filled = fillForm(desk.kind.fields as Fields, desk.base, ctx.lang);
  if (!desk.row) return new Form([...filled.entries, ...given]);
  const state = given.find(([name]) => name === desk.kind.states?.field);
  return state ? new Form([...filled.without(state[0]).entries, state]) : filled;
}

function Kept({ ctx, draft, outdated }: { readonly ctx: Context; readonly draft: Draft; readonly outdated: boolean }): VNode {
  return <DraftNotice when={formatInstant(draft.at, ctx.lang, ctx.party.zone)} outdated={outdated} discard={{ action: '/drafts/discard', hidden: { ...ctx.hidden, key: draft.key } }} />;
}

/** Purposes a new version may state: what it is to the text that was signed; the last ends the record. */
export const purposesFor = (first: boolean): readonly Purpose[] => (first ? ['original', 'transcription'] : ['amendment', 'rectification', 'transcription', 'tombstone']);

function Purposes({ ctx, form, first }: { readonly ctx: Context; readonly form: Form; readonly first: boolean }): VNode {
  const w = pages.t(ctx.lang);
  const purposes = purposesFor(first);
  return <SelectField name="_as" label={w('purpose')} value={form.text('_as') || purposes[0]} options={purposes.map((one) => ({ value: one, label: w(`as-${one}`) }))} />;
}

function buttons(ctx: Context, kind: AnyKind): readonly ButtonSpec[] {
  const w = pages.t(ctx.lang);
  const draft: ButtonSpec = { label: w('save-draft'), name: '_draft', value: 'yes', kind: 'quiet', unchecked: true, signs: false };
  if (kind.regime === 'owned') return [{ label: w('save'), name: '_do', value: 'put' }, draft];
  const agree: ButtonSpec[] = ctx.may(kind, 'consent') ? [{ label: w('propose-agree'), name: '_do', value: 'propose-agree' }] : [];
  return [...agree, { label: w('propose'), name: '_do', value: 'propose', kind: agree.length > 0 ? 'second' : 'main' }, draft];
}

/** An owned text is written in its party's languages, a joint one in any of the cooperation's; others are translations. */
function languagesOf(ctx: Context, desk: Desk): readonly string[] {
  const usual = desk.kind.regime === 'owned' ? ctx.party.languages : ctx.cooperation.parties.flatMap((party) => party.languages);
  const used = [...walk(desk.kind.fields as Fields, desk.base)].flatMap(({ field, value }) => (field.type === 'localized' && isLocalized(value) ? Object.keys(value) : []));
  const all = new Set([...usual, ...used]);
  return all.has(ctx.lang) ? [ctx.lang, ...[...all].filter((lang) => lang !== ctx.lang)] : [...all];
}
