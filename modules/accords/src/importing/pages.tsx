/** Bringing in a text: paste or upload, correct what was found, propose. The bench is a draft of the person until then. */
import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import { DateField, EmptyState, FileField, Form, LongTextField, PageHead, Panel, PassageEditor, PeriodField, SelectField, TextField, MultiSelect } from '@entente/ui';
import { formatDate, formatInstant, langs, languageInfo } from '@entente/text';
import type { CodeList, FileRef, RecordRow, Result } from '@entente/kernel';
import { action, page, type ActionContext, type Context, type Decision, type PageResult, type PageRoute } from '@entente/web';
import { commitmentTypes, instrumentLevels, instrumentTypes, textBases } from '../kinds/index.ts';
import { readText, readUploaded } from '../reading/index.ts';
import { accordsWords } from '../words.ts';
import { readBench, readPress, readSource, type Press } from './form.ts';
import { proposal } from './propose.ts';
import { registersOf } from './registers.ts';
import { add, benchOf, drop, leaves, merge, split, type Bench, type BenchItem } from './workbench.ts';

const t = (ctx: Context) => accordsWords.t(ctx.lang);
/** The draft's place, with a mark so that it is not taken for a form of that address. */
const MARK = '#bench';
const keyOf = (id: string): string => `/import/${id}${MARK}`;
const options = (ctx: Context, codes: CodeList) => Object.entries(codes.values).map(([value, labels]) => ({ value, label: ctx.show(labels) }));

async function renderStart(ctx: Context): Promise<PageResult> {
  const w = t(ctx);
  const inHand = (await ctx.drafts('/import/')).filter((draft) => draft.key.endsWith(MARK));
  const named = await Promise.all(inHand.map(async (draft) => ({ ...draft, name: nameOf((await ctx.draft(draft.key))?.body as Bench | undefined) ?? w('import') })));
  return page({
    title: w('import'),
    body: (
      <>
        <p class="quiet">{w('import-lead')}</p>
        <Form id="import" action="/import" hidden={ctx.hidden} problems={ctx.told} files submit={[{ label: w('import-read'), signs: false }]}>
          <LongTextField name="text" label={w('import-text')} value={ctx.typed.text('text')} rows={12} either />
          <FileField name="file" label={w('import-file')} accept=".txt,.docx,text/plain" limit="5 MB" either />
          <SelectField name="lang" label={w('import-lang')} optional empty={w('import-guess')} value={ctx.typed.text('lang')} options={langs.map((lang) => ({ value: lang, label: languageInfo(lang).ownName, lang }))} />
        </Form>
        {named.length > 0 && (
          <Panel title={w('import-drafts')}>
            <ul>{named.map((draft) => <li key={draft.key}><a href={draft.key.slice(0, -MARK.length)}>{draft.name}</a> <small class="quiet">{formatInstant(draft.at, ctx.lang, ctx.party.zone)}</small></li>)}</ul>
          </Panel>
        )}
      </>
    ),
  });
}

const nameOf = (bench: Bench | undefined): string | undefined => bench?.title || bench?.name || undefined;

const startAction = action<Bench>({
  path: '/import', roles: ['coordinator', 'focal-point'], ownDraft: true,
  async read(form, ctx) {
    const source = await readSource(form, readUploaded);
    if (!source.ok) return source;
    const lang = langs.find((each) => each === form.text('lang'));
    const registers = await registersOf(ctx.read, ctx.cooperation);
    return { ok: true, value: benchOf(source.value.text, source.value.name, readText(source.value.text, { ...registers, ...(lang ? { lang } : {}) })) };
  },
  async decide(ctx, bench) {
    const id = randomUUID();
    await ctx.saveDraft(keyOf(id), bench);
    return { ok: true, value: { goto: `/import/${id}` } };
  },
  page: renderStart,
});

async function renderBench(ctx: Context): Promise<PageResult> {
  const w = t(ctx);
  const draft = await ctx.draft(keyOf(ctx.params['id'] ?? ''));
  if (!draft) return page({ title: w('import'), status: 404, body: <EmptyState action={<a class="btn" href="/import">{w('import')}</a>}>{w('import-gone')}</EmptyState> });
  const kept = draft.body as Bench;
  const bench = ctx.typed.isEmpty ? kept : readBench(ctx.typed, kept, ctx.lang).bench;
  const [offices, meetings] = await Promise.all([officeOptions(ctx, bench), meetingOptions(ctx)]);
  const numbered = bench.items.some((item) => item.span !== undefined && item.parent === undefined && /^[0-9]/u.test(item.number));
  return page({
    title: bench.title || bench.name || w('import'), head: 'own', crumbs: [{ label: w('import'), href: '/import' }],
    body: (
      <>
        <PageHead title={bench.title || bench.name || w('import')} {...(bench.title && bench.lang !== ctx.lang ? { titleLang: bench.lang } : {})}
          meta={w(numbered ? 'import-found' : 'import-candidates', { count: bench.items.filter((item) => !item.dropped && item.parent === undefined).length })} />
        <Form id="bench" action={ctx.url.pathname} hidden={ctx.hidden} problems={ctx.told} files
          submit={[{ label: w('import-propose'), name: 'do', value: 'propose' }, { label: w('import-save'), name: 'do', value: 'save', kind: 'second', unchecked: true, signs: false }, { label: w('import-discard'), name: 'do', value: 'discard', kind: 'quiet', unchecked: true, signs: false }]}>
          {bench.notes.length > 0 && <ul class="note">{bench.notes.map((note, at) => <li key={at}>{ctx.say(note)}</li>)}</ul>}
          <Panel title={w('import-instrument')}><InstrumentFields ctx={ctx} bench={bench} meetings={meetings} /></Panel>
          <Panel title={w('import-items')}>
            {bench.items.map((item, at) => <ItemEditor key={at} ctx={ctx} bench={bench} item={item} at={at} offices={offices} />)}
            <p><button class="btn second" type="submit" name="do" value="add" formNoValidate>{w('import-add')}</button></p>
            <SetAside ctx={ctx} bench={bench} />
          </Panel>
        </Form>
      </>
    ),
  });
}

/** What became no item, folded, by what it was taken for. */
function SetAside({ ctx, bench }: { readonly ctx: Context; readonly bench: Bench }): VNode {
  const w = t(ctx);
  const labels = { preamble: w('import-preamble'), closing: w('import-closing'), noise: w('import-left-out') } as const;
  return (
    <>
      {(['preamble', 'closing', 'noise'] as const).map((role) => {
        const parts = bench.aside.filter((each) => each.role === role);
        return parts.length > 0 && <details key={role}><summary>{labels[role]}</summary><div class="text quiet" lang={bench.lang}>{parts.map((part) => <p key={part.start}>{bench.text.slice(part.start, part.end).trim()}</p>)}</div></details>;
      })}
    </>
  );
}

function InstrumentFields({ ctx, bench, meetings }: { readonly ctx: Context; readonly bench: Bench; readonly meetings: readonly { value: string; label: string }[] }): VNode {
  const w = t(ctx);
  // A date that was not understood stays as it was typed.
  const day = (date: string): string => formatDate(date, ctx.lang, 'short');
  return (
    <>
      <TextField name="title" label={w('import-title')} value={bench.title} lang={bench.lang} />
      <SelectField name="type" label={w('import-type')} options={options(ctx, instrumentTypes)} value={bench.type} />
      <SelectField name="level" label={w('import-level')} options={options(ctx, instrumentLevels)} value={bench.level} />
      <SelectField name="basis" label={w('import-basis')} options={options(ctx, textBases)} value={bench.basis} />
      <DateField name="signedOn" label={w('import-signed')} value={day(bench.signedOn)} optional partial />
      <TextField name="place" label={w('import-place')} value={bench.place} optional width="medium" />
      <PeriodField name="period" label={w('import-from')} value={bench.period ? { from: day(bench.period.from), to: day(bench.period.to) } : {}} optional />
      <SelectField name="meeting" label={w('import-meeting')} options={meetings} value={bench.meeting} optional />
      <FileField name="scan" label={w('import-scan')} accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/*" limit="200 MB" multiple optional />
    </>
  );
}

function ItemEditor({ ctx, bench, item, at, offices }: { readonly ctx: Context; readonly bench: Bench; readonly item: BenchItem; readonly at: number; readonly offices: readonly { value: string; label: string }[] }): VNode {
  const w = t(ctx);
  const name = (field: string): string => `items.${at}.${field}`;
  const isLeaf = leaves(bench).includes(item);
  const themes = item.themes.flatMap((theme) => { const label = ctx.cooperation.themes[theme]; return label ? [ctx.pick(label).text] : []; });
  const named = offices.filter((office) => item.offices.includes(office.value)).map((office) => office.label);
  const summary = <><b>{w('import-edit')}</b>{isLeaf && ` · ${[themes.join(', ') || w('import-no-theme-yet'), ...named].join(' · ')}`}</>;
  // Folded where the person has nothing to add: a text of ten items would be as long as thirty pages.
  const isOpen = (isLeaf && item.themes.length === 0) || ctx.problems.some((each) => String(each.path[0]).startsWith(`items.${at}.`));
  // The passage is shown as it stands in the text, so that what was found points at its very words.
  const passage = item.span ? bench.text.slice(item.span.start, item.span.end) : item.text;
  const findings = item.found.filter((found) => item.span && found.span.start >= item.span.start && found.span.end <= item.span.end)
    .map((found) => ({ start: found.span.start - item.span!.start, end: found.span.end - item.span!.start, label: w(`found-${found.type}`) }));
  return (
    <PassageEditor id={`item-${at}`} number={item.number} text={passage} lang={bench.lang} findings={findings} dropped={item.dropped} summary={summary} open={isOpen} actions={[
      { label: w('import-split'), name: 'do', value: `split.${at}`, kind: 'second', unchecked: true },
      ...(at > 0 ? [{ label: w('import-merge'), name: 'do', value: `merge.${at}`, kind: 'second' as const, unchecked: true }] : []),
      { label: item.dropped ? w('import-keep') : w('import-drop'), name: 'do', value: `drop.${at}`, kind: 'quiet', unchecked: true },
    ]}>
      {!item.dropped && (
        <>
          <TextField name={name('number')} label={w('import-number')} value={item.number} width="short" />
          <TextField name={name('parent')} label={w('import-parent')} value={item.parent ?? ''} width="short" optional />
          <LongTextField name={name('text')} label={w('import-item-text')} hint={w('import-item-text-hint')} value={item.text} lang={bench.lang} rows={Math.min(12, 2 + Math.ceil(item.text.length / 80))} />
          {isLeaf && (
            <>
              <SelectField name={name('type')} label={w('import-kind')} options={options(ctx, commitmentTypes)} value={item.type} />
              <MultiSelect name={name('themes')} label={w('import-themes')} values={item.themes} options={Object.entries(ctx.cooperation.themes).map(([value, label]) => ({ value, label: ctx.pick(label).text }))} />
              <MultiSelect name={name('offices')} label={w('import-offices')} values={item.offices} options={offices} optional />
            </>
          )}
        </>
      )}
    </PassageEditor>
  );
}

/** Offices found in the text first, then every ministry: the others can be added on the record's own form. */
async function officeOptions(ctx: Context, bench: Bench): Promise<{ value: string; label: string; lang: string }[]> {
  const named = new Set(bench.items.flatMap((item) => [...item.offices, ...item.found.flatMap((found) => (found.type === 'office' ? [...(found.record === undefined ? [] : [found.record]), ...(found.alternatives ?? [])] : []))]));
  const [rows, ministries] = await Promise.all([
    ctx.read.many(ctx.cooperation.id, [...named]),
    ctx.read.list({ coop: ctx.cooperation.id, kind: 'office', filters: [{ field: 'type', is: 'ministry' }], sort: 'title', lang: ctx.lang, limit: 60 }),
  ]);
  const all = new Map<string, RecordRow>([...rows, ...ministries.rows.map((row) => [row.id, row] as const)]);
  return [...all.values()].map((row) => { const title = ctx.title(row); return { value: row.id, label: title.text, lang: title.lang }; });
}

async function meetingOptions(ctx: Context): Promise<{ value: string; label: string; lang: string }[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'meeting', sort: '-date', limit: 100 });
  return rows.map((row) => { const title = ctx.title(row); return { value: row.id, label: [row.date === null ? '' : formatDate(row.date, ctx.lang, 'medium'), title.text].filter(Boolean).join(' · '), lang: title.lang }; });
}

interface Pressed { readonly press: Press; readonly bench: Bench }

const benchAction = action<Pressed>({
  path: '/import/:id', roles: ['coordinator', 'focal-point'], ownDraft: true,
  async read(form, ctx) {
    const draft = await ctx.draft(keyOf(ctx.params['id'] ?? ''));
    if (!draft) return { ok: false, problems: [{ id: 'accords.import-gone', path: [] }] };
    const press = readPress(form);
    const { bench, problems } = readBench(form, draft.body as Bench, ctx.lang);
    if (press.what !== 'propose' || problems.length === 0) return { ok: true, value: { press, bench } };
    await ctx.saveDraft(keyOf(ctx.params['id'] ?? ''), bench);
    return { ok: false, problems };
  },
  async decide(ctx, { press, bench }): Promise<Result<Decision>> {
    const key = keyOf(ctx.params['id'] ?? '');
    const here = (anchor = ''): Result<Decision> => ({ ok: true, value: { goto: `${ctx.url.pathname}${anchor}` } });
    const keep = async (changed: Bench, anchor: string): Promise<Result<Decision>> => {
      await ctx.saveDraft(key, changed);
      return here(anchor);
    };
    switch (press.what) {
      case 'split': return keep(split(bench, press.at), `#item-${press.at}`);
      case 'merge': return keep(merge(bench, press.at), `#item-${press.at - 1}`);
      case 'drop': return keep(drop(bench, press.at), `#item-${press.at}`);
      case 'add': return keep(add(bench), `#item-${bench.items.length}`);
      case 'discard':
        await ctx.dropDraft(key);
        return { ok: true, value: { goto: '/import', flash: t(ctx)('import-discarded') } };
      case 'save':
        await ctx.saveDraft(key, bench);
        return { ok: true, value: { goto: ctx.url.pathname, flash: t(ctx)('import-saved') } };
      case 'propose': return propose(ctx, key, bench);
      default: return here();
    }
  },
  page: renderBench,
});

async function propose(ctx: ActionContext, key: string, bench: Bench): Promise<Result<Decision>> {
  // Kept first: whatever the commit says, nothing corrected is lost.
  await ctx.saveDraft(key, bench);
  const scans: FileRef[] = [];
  for (const upload of ctx.typed.uploads('scan')) scans.push(await ctx.keep(upload));
  const made = proposal(bench, { coop: ctx.cooperation.id, parties: ctx.cooperation.parties.map((party) => party.id), naturalId: ctx.kernel.naturalId, agree: true, scans });
  if (!made.ok) return made;
  return { ok: true, value: {
    intents: made.value.intents, goto: ctx.href.record('instrument', made.value.instrument), flash: t(ctx)('import-proposed', { count: made.value.commitments }), drop: [key],
  } };
}

export const importPages: readonly PageRoute[] = [
  { path: '/import', roles: ['coordinator', 'focal-point'], render: renderStart },
  { path: '/import/:id', roles: ['coordinator', 'focal-point'], render: renderBench },
];
export const importActions = [startAction, benchAction];
