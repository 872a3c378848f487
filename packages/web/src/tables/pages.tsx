/** Taking a table of a kind, and bringing one back: choose, look, then write. Nothing is written by looking. */
import type { VNode } from 'preact';
import { type AnyKind, type Fields, type HeldBlob, ok, problem, type Problem, refuse, type Result } from '@entente/kernel';
import { type ButtonSpec, Buttons, DataTable, DefinitionList, Downloads, FileField, Form as FormView, PageHead, Panel } from '@entente/ui';
import { formatNumber, showLabel } from '@entente/text';
import { readHeld } from '@entente/sheets';
import { approval } from '../approvals/kind.ts';
import { codeLabel } from '../fields/codes.ts';
import { fileOfToken, fileToken } from '../forms/fill.ts';
import type { FileWork, JobOutcome } from '../jobs/job.ts';
import { action, type ActionContext, type Context, type Decision, forbidden, notFound, page, type PageResult, type PageRoute } from '../module.ts';
import { mayWrite } from '../policy.ts';
import { UUID } from '../records/at.ts';
import { kindNamed } from './commands.ts';
import { type CellProblem, countsOf, type Given, lookAt, type Look, type RowState } from './look.ts';
import { listedRows, type RowSource, tableFile, type TableRow } from './take.ts';
import { tables } from './words.ts';
import { writeRows, type Written } from './write.ts';

const SHOWN = 200;
/** Bytes of a file that is looked at while one waits. */
const AT_ONCE = 200_000;
const STATES: readonly RowState[] = ['new', 'change', 'same', 'blank', 'conflict', 'problem'];
/** Query parameter that carries the file looked at; its bytes are kept as an upload of the person. */
const LOOKED = 'file';

/** Parameters of the address that are fields of the kind: what a new row has where it says nothing itself. */
function givenOf(ctx: Pick<Context, 'query'>, kind: AnyKind): Given {
  const fields = kind.fields as Fields;
  return Object.entries(ctx.query).filter(([name]) => name !== LOOKED && Object.hasOwn(fields, name) && ['link', 'code'].includes(fields[name]?.type ?? ''));
}

/** What every row is given, in words. */
async function GivenNote({ ctx, kind }: { readonly ctx: Context; readonly kind: AnyKind }): Promise<VNode | null> {
  const given = givenOf(ctx, kind);
  if (given.length === 0) return null;
  const rows = await ctx.read.many(ctx.cooperation.id, given.map(([, value]) => value).filter((value) => UUID.test(value)));
  await ctx.prepareTitles([...rows.values()]);
  const said = given.map(([name, value]) => {
    const field = (kind.fields as Fields)[name];
    const row = rows.get(value);
    return `${field ? ctx.show(field.options.label) : name}: ${row ? ctx.title(row).text : field ? codeLabel(ctx, field, value) : value}`;
  });
  return <p class="note">{tables.t(ctx.lang)('given', { what: said.join('; ') })}</p>;
}

const kindOf = (ctx: Context): AnyKind | undefined => kindNamed(ctx, ctx.params['kind'] ?? '');

/** GET `/tables/:kind/file?as=xlsx`: the list with its filters as a table to fill in; `rows=none` gives the heading only. */
async function takeFile(ctx: Context): Promise<PageResult> {
  const kind = kindOf(ctx);
  if (!kind) return notFound;
  return ctx.longFile({
    title: (lang) => `${tables.t(lang)('to-fill-in')}: ${showLabel(kind.label.many, lang)}`,
    run: (work) => tableJob(ctx, kind, ctx.query['rows'] === 'none' ? [] : listedRows(ctx, kind), work),
  });
}

/** What a job does to make a table of rows, in the format that the address asks for. */
export async function tableJob(ctx: Context, kind: AnyKind, rows: readonly TableRow[] | RowSource, work: FileWork): Promise<Result<JobOutcome>> {
  const made = await tableFile(ctx, kind, rows, ctx.query['as'] === 'csv' ? 'csv' : 'xlsx', (done) => { work.signal.throwIfAborted(); work.report({ done }); });
  return made.ok ? ok({ as: 'file', file: made.value }) : made;
}

/** GET `/tables/:kind`: take a table, bring one in; with `?file=` what the file would do. */
async function render(ctx: Context): Promise<PageResult> {
  const kind = kindOf(ctx);
  if (!kind) return notFound;
  if (!mayWrite(ctx, kind)) return forbidden;
  const w = tables.t(ctx.lang);
  const title = w('title', { kind: ctx.show(kind.label.many) });
  return page({
    title, head: 'own', crumbs: [{ label: ctx.show(kind.label.many), href: ctx.href.list(kind.name) }],
    body: (
      <>
        <PageHead title={title} />
        {ctx.query[LOOKED] ? await looked(ctx, kind, ctx.query[LOOKED]) : null}
        <p>{w('lead')}</p>
        {await GivenNote({ ctx, kind })}
        <Downloads items={([['', 'with-records'], ['&rows=none', 'blank-table']] as const).map(([query, word]) => ({
          label: w(word), files: (['xlsx', 'csv'] as const).map((as) => ({
            label: as === 'csv' ? 'CSV' : 'Excel', href: `/tables/${kind.path}/file?${new URLSearchParams(givenOf(ctx, kind).map((entry) => [...entry])).toString()}&as=${as}${query}`, page: true,
          })),
        }))} />
        <FormView id="f" action={addressOf(kind, givenOf(ctx, kind))} files hidden={ctx.hidden} problems={ctx.told} submit={[{ label: w('check'), name: '_do', value: 'look', signs: false }]}>
          <FileField name="file" label={w('file')} accept=".xlsx,.csv,text/csv" limit="64 MB" />
        </FormView>
      </>
    ),
  });
}

/** What was found, kept as a draft of the person: looking at many rows takes a while, and a page is opened again. */
interface Found {
  readonly counts: Readonly<Record<RowState, number>>;
  readonly good: number;
  readonly problems: readonly CellProblem[];
  readonly more: number;
  readonly strangers: readonly string[];
  /** Why the file is no table at all. */
  readonly refused: readonly Problem[];
}
const draftKey = (kind: AnyKind, sha256: string): string => `table:${kind.name}:${sha256}`;

function foundOf(look: Look): Found {
  if (!look.ok) return { counts: countsOf([]), good: 0, problems: [], more: 0, strangers: [], refused: look.problems };
  const problems = look.rows.flatMap((row) => row.problems);
  return { counts: countsOf(look.rows), good: look.rows.filter((row) => row.intent !== null).length, problems: problems.slice(0, SHOWN), more: Math.max(0, problems.length - SHOWN), strangers: look.strangers, refused: [] };
}

async function looked(ctx: Context, kind: AnyKind, token: string): Promise<VNode> {
  const w = tables.t(ctx.lang);
  const ref = fileOfToken(token);
  const draft = ref ? await ctx.draft(draftKey(kind, ref.sha256)) : null;
  if (!ref || !draft) return <p><b>{w('gone')}</b></p>;
  const found = draft.body as Found;
  return (
    <Panel title={w('found', { file: ref.name })} id="looked">
      {found.refused.map((problem) => <p key={problem.id}><b>{ctx.say(problem)}</b></p>)}
      <DefinitionList items={STATES.filter((state) => found.counts[state] > 0).map((state) => ({ term: w(state), detail: <span class="num">{formatNumber(found.counts[state], ctx.lang)}</span> }))} />
      {found.strangers.length > 0 && <p>{w('strangers', { names: found.strangers.join('; ') })}</p>}
      <Problems ctx={ctx} found={found} />
      {found.refused.length === 0 && (
        <form method="post" action={addressOf(kind, givenOf(ctx, kind))}>
          {Object.entries({ ...ctx.hidden, token }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <Buttons buttons={writeButtons(ctx, kind, found)} />
        </form>
      )}
    </Panel>
  );
}

function writeButtons(ctx: Context, kind: AnyKind, { good: count, problems }: Found): readonly ButtonSpec[] {
  const w = tables.t(ctx.lang);
  if (count === 0) return [{ label: w('write-all', { count }), name: '_do', value: 'write', reason: w(problems.length > 0 ? 'mend-first' : 'nothing-to-write') }];
  const all: ButtonSpec = { label: w(kind.regime === 'joint' ? 'propose-all' : 'write-all', { count }), name: '_do', value: 'write', ...(problems.length > 0 ? { reason: w('mend-first') } : {}) };
  return problems.length > 0 ? [all, { label: w('write-good', { count }), name: '_do', value: 'good', kind: 'second' }] : [all];
}

function Problems({ ctx, found }: { readonly ctx: Context; readonly found: Found }): VNode | null {
  const w = tables.t(ctx.lang);
  if (found.problems.length === 0) return null;
  return (
    <>
      <DataTable caption={w('problem')} captionHidden rows={found.problems} rowKey={(one) => `${one.cell} ${one.problem.id}`} columns={[
        { key: 'cell', label: w('cell'), main: true, cell: (one) => one.cell },
        { key: 'what', label: w('what'), cell: (one) => ctx.say(one.problem) },
      ]} />
      {found.more > 0 && <p class="quiet">{w('problems-more', { count: found.more })}</p>}
    </>
  );
}

/** POST `/tables/:kind`: a file to look at is kept and looked at; a file looked at is written. */
const bringIn = action<{ readonly kind: AnyKind; readonly token: string; readonly write: 'write' | 'good' | null }>({
  path: '/tables/:kind',
  roles: ['coordinator', 'focal-point', 'administrator'],
  ownDraft: true,
  async read(form, ctx) {
    const kind = kindOf(ctx);
    if (!kind || !mayWrite(ctx, kind)) return { ok: false, problems: [{ id: 'policy.role', path: [] }] };
    const deed = form.text('_do');
    if (deed === 'write' || deed === 'good') return { ok: true, value: { kind, token: form.text('token'), write: deed } };
    const upload = form.upload('file');
    if (!upload) return { ok: false, problems: [{ id: 'tables.no-file', path: ['file'] }] };
    return { ok: true, value: { kind, token: fileToken(await ctx.keep(upload)), write: null } };
  },
  decide: (ctx, { kind, token, write }) => (write ? writing(ctx, kind, token, write) : looking(ctx, kind, token)),
  page: render,
});

const tableOf = async (kept: HeldBlob, name: string): Promise<Result<Uint8Array>> => {
  const read = await readHeld(kept, name);
  return read.ok ? ok(read.value) : refuse(problem(read.problem.id, ['file'], read.problem.params));
};

const addressOf = (kind: AnyKind, given: Given, more: readonly (readonly [string, string])[] = []): string => {
  const query = new URLSearchParams([...given, ...more].map((entry) => [...entry])).toString();
  return `/tables/${kind.path}${query === '' ? '' : `?${query}`}`;
};

/** Small files are looked at while one waits, large ones as a job. */
async function looking(ctx: ActionContext, kind: AnyKind, token: string): Promise<Result<Decision>> {
  const ref = fileOfToken(token);
  const kept = ref ? await ctx.blob(ref.sha256) : null;
  if (!ref || !kept) return refuse(problem('tables.gone'));
  const bytes = await tableOf(kept, ref.name);
  if (!bytes.ok) return bytes;
  const given = givenOf(ctx, kind);
  const goto = `${addressOf(kind, given, [[LOOKED, token]])}#looked`;
  const look = async (told?: (done: number, total: number) => void): Promise<void> => ctx.saveDraft(draftKey(kind, ref.sha256), foundOf(await lookAt(ctx, kind, { name: ref.name, bytes: bytes.value }, told, given)));
  if (kept.size < AT_ONCE) {
    await look();
    return ok({ goto });
  }
  const started = ctx.startJob({
    title: (lang) => tables.t(lang)('looking', { file: ref.name }), key: `look ${draftKey(kind, ref.sha256)}`,
    async run(work) {
      await look((done, total) => { work.signal.throwIfAborted(); work.report({ done, total }); });
      return ok({ as: 'page', href: goto, label: (lang) => tables.t(lang)('see-found') });
    },
  });
  return started.ok ? ok({ goto: started.value.href }) : started;
}

/** Looked at again first: what became wrong since is shown, never written over. */
async function writing(ctx: ActionContext, kind: AnyKind, token: string, write: 'write' | 'good'): Promise<Result<Decision>> {
  const ref = fileOfToken(token);
  const kept = ref ? await ctx.blob(ref.sha256) : null;
  if (!ref || !kept) return refuse(problem('tables.gone'));
  const bytes = await tableOf(kept, ref.name);
  if (!bytes.ok) return bytes;
  const started = ctx.startJob({
    title: (lang) => tables.t(lang)('writing', { file: ref.name }), key: `write ${draftKey(kind, ref.sha256)}`, again: `${addressOf(kind, givenOf(ctx, kind), [[LOOKED, token]])}#looked`,
    async run(work): Promise<Result<JobOutcome>> {
      const look = await lookAt(ctx, kind, { name: ref.name, bytes: bytes.value }, (done, total) => {
        work.signal.throwIfAborted();
        work.report({ done, total, doing: (lang) => tables.t(lang)('checking-again') });
      }, givenOf(ctx, kind));
      await ctx.saveDraft(draftKey(kind, ref.sha256), foundOf(look));
      if (!look.ok) return look;
      if (write === 'write' && look.rows.some((row) => row.problems.length > 0)) return refuse(...look.rows.flatMap((row) => row.problems).slice(0, SHOWN).map((one) => atCell(ctx, one)));
      const total = look.rows.filter((row) => row.intent !== null).length;
      work.report({ done: 0, total, doing: (lang) => tables.t(lang)('being-written') });
      const done = await writeRows((intents) => { work.signal.throwIfAborted(); return work.commit(intents); }, kind, look.rows, {
        agree: ctx.may(kind, 'consent'), onlyGood: write === 'good', told: (written) => work.report({ done: written }),
      });
      if (done.problems.length > 0 && write === 'write') return refuse(...done.problems.map((one) => atCell(ctx, one)));
      await ctx.dropDraft(draftKey(kind, ref.sha256));
      await ctx.discard(ref);
      return ok(cameTo(ctx, kind, done));
    },
  });
  return started.ok ? ok({ goto: started.value.href }) : started;
}

/** The list where the rows are; or, in a side with its own chain, what they wait for. */
function cameTo(ctx: Context, kind: AnyKind, { written, waiting, approvals, problems }: Written): JobOutcome {
  const notes = problems.map((one) => atCell(ctx, one));
  if (waiting === 0) return { as: 'page', href: ctx.href.list(kind.name, Object.fromEntries(givenOf(ctx, kind))), label: (lang) => tables.t(lang)('written', { count: written }), notes };
  const [only, ...more] = approvals;
  const href = only !== undefined && more.length === 0 ? ctx.href.record(approval.name, only) : ctx.href.list(approval.name);
  return { as: 'page', href, label: (lang) => tables.t(lang)('waits', { count: waiting }), notes };
}

const atCell = (ctx: Pick<Context, 'say'>, { cell, problem: found }: CellProblem): Problem => problem('tables.at', [], { cell, what: ctx.say(found) });

export const tablePages: readonly PageRoute[] = [{ path: '/tables/:kind', render }, { path: '/tables/:kind/file', render: takeFile }];
export const tableActions = [bringIn];
