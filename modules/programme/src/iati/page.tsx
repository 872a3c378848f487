/** Exchange with the world: our IATI file and what it cannot hold, and bringing another's in: looked at first, then proposed. */
import type { VNode } from 'preact';
import { Buttons, DataTable, FileField, Form as FormView, LinkButton, PageHead, Panel, SelectField, State } from '@entente/ui';
import { showLabel, type Lang } from '@entente/text';
import { problem, refuse, type Fields, type Problem, type Result } from '@entente/kernel';
import { action, fileOfToken, fileToken, page, type ActionContext, type Context, type Decision, type PageResult } from '@entente/web';
import { activityTypes } from '../activity-types/index.ts';
import { activity } from '../kinds/index.ts';
import { publisherOf } from './file.ts';
import { oursOf } from './ours.ts';
import { lookAt, type Chosen, type Look } from './look.ts';
import { propose, tried, type Proposed } from './propose.ts';
import { MOST_BYTES } from './read.ts';
import { iatiWords } from './words.ts';

const SHOWN = 100;
const STATES = { new: 'proposed', known: 'agreed', problem: 'late' } as const;

async function render(ctx: Context): Promise<PageResult> {
  const t = iatiWords.t(ctx.lang);
  const isOurs = ctx.person.roles.includes('coordinator');
  return page({
    title: t('title'), head: 'own',
    body: (
      <>
        <PageHead title={t('title')} meta={t('lead')} />
        {await Ours({ ctx })}
        {ctx.query['file'] && isOurs ? await Looked({ ctx, token: ctx.query['file'] }) : null}
        {isOurs && (
          <Panel title={t('bring-in')} id="bring-in">
            <FormView id="f" action="/iati" files hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('look'), name: '_do', value: 'look', signs: false, ...(ctx.query['file'] ? { kind: 'second' } : {}) }]}>
              <FileField name="file" label={t('choose')} accept=".xml,text/xml,application/xml" limit={`${MOST_BYTES / 1024 / 1024} MB`} />
            </FormView>
          </Panel>
        )}
      </>
    ),
  });
}

/** Our file, and by name what it cannot hold. */
async function Ours({ ctx }: { readonly ctx: Context }): Promise<VNode> {
  const t = iatiWords.t(ctx.lang);
  const { total, timeless } = await oursOf(ctx);
  return (
    <Panel title={t('file')} note={t('count', { count: total })}>
      <p>{t('as', { ref: publisherOf(ctx).ref })} {ctx.party.orgId === undefined && t('placeholder')}</p>
      {timeless.length > 0 && <><p>{t('no-dates')}</p><ul>{timeless.slice(0, SHOWN).map((row) => <li key={row.id}><a href={ctx.href.record(row.kind, row.id)}>{ctx.pick(row.content.title).text}</a></li>)}</ul></>}
      <p class="buttons"><LinkButton href="/iati.xml">{t('take')}</LinkButton></p>
    </Panel>
  );
}

const bytesAt = async (ctx: Context, token: string): Promise<Uint8Array | null> => {
  const ref = fileOfToken(token);
  const held = ref ? await ctx.blob(ref.sha256) : null;
  return held && held.size <= MOST_BYTES ? held.bytes() : null;
};

/** What was found, kept as a draft of the person: the file is read and tried once, and the page is opened as often as one likes. */
interface Kept { readonly total: number; readonly activities: number; readonly money: number; readonly shown: readonly Shown[] }
type Shown = Omit<Look, 'intents'>;
const draftKey = (sha256: string): string => `iati:${sha256}`;

function keptOf(looks: readonly Look[]): Kept {
  const shown = looks.slice(0, SHOWN).map(({ intents: _intents, ...look }) => look);
  return { total: looks.length, activities: looks.filter((look) => look.state === 'new').length, money: looks.reduce((sum, look) => sum + look.money, 0), shown };
}

async function Looked({ ctx, token }: { readonly ctx: Context; readonly token: string }): Promise<VNode> {
  const t = iatiWords.t(ctx.lang);
  const ref = fileOfToken(token);
  const kept = ref ? (await ctx.draft(draftKey(ref.sha256)))?.body as Kept | undefined : undefined;
  if (!kept) return <Panel title={t('found')} id="looked"><p role="alert"><b>{t('gone')}</b></p></Panel>;
  const chosen = chosenIn(ctx);
  const { activities, money, shown, total } = kept;
  const label = activities > 0 || money === 0 ? t('propose', { count: activities }) : t('write-money', { count: money });
  return (
    <Panel title={t('found')} note={t('count', { count: total })} id="looked">
      <form method="post" action="/iati">
        {Object.entries({ ...ctx.hidden, token }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <DataTable<Shown> caption={t('found')} captionHidden rows={shown} rowKey={(one) => `${one.identifier} ${one.record}`} columns={[
          { key: 'title', label: t('activity'), main: true, cell: (one) => <>{ctx.pick(one.title).text || '-'}<div class="quiet">{one.identifier}</div></> },
          { key: 'state', label: t('state'), cell: (one) => <State is={STATES[one.state]}>{t(one.state)}</State> },
          { key: 'type', label: t('type'), cell: (one) => (one.state === 'new' ? <TypeChoice ctx={ctx} one={{ ...one, type: chosen[one.identifier] ?? one.type }} /> : '') },
          { key: 'left', label: t('notes'), cell: (one) => <Notes ctx={ctx} one={one} /> },
        ]} />
        {total > shown.length && <p class="quiet">{t('more', { count: total - shown.length })}</p>}
        <Buttons buttons={[{ label, name: '_do', value: 'propose', ...(activities + money === 0 ? { reason: t('nothing') } : {}) }]} />
      </form>
    </Panel>
  );
}

/** The type: settled by the file's own code, else asked for, those that its codes allow first. */
function TypeChoice({ ctx, one }: { readonly ctx: Context; readonly one: Shown }): VNode {
  const t = iatiWords.t(ctx.lang);
  const likely = new Set(one.types);
  const options = activityTypes.toSorted((a, b) => Number(likely.has(b.name)) - Number(likely.has(a.name))).map(({ name, label }) => ({ value: name, label: showLabel(label, ctx.lang) }));
  const hint = one.types.length === 1 ? undefined : t(one.types.length === 0 ? 'type-unknown' : 'type-guessed');
  return <SelectField name={`type:${one.identifier}`} label={t('type')} {...(hint ? { hint } : {})} value={one.type} options={options} />;
}

const Notes = ({ ctx, one }: { readonly ctx: Context; readonly one: Shown }): VNode => (
  <>
    {one.money > 0 && <div>{iatiWords.t(ctx.lang)('money', { count: one.money })}</div>}
    {one.problems.map((each) => <div key={`${each.id} ${each.path.join('.')}`}>{fieldName(ctx, each) && <b>{fieldName(ctx, each)}: </b>}{ctx.say(each)}</div>)}
    {one.left.length > 0 && <span class="quiet">{iatiWords.t(ctx.lang)('left', { names: one.left.join(', ') })}</span>}
  </>
);

/** The field that a problem is at, as forms name it. */
const fieldName = (ctx: Context, { path: [name] }: Problem): string => { const field = typeof name === 'string' ? (activity.fields as Fields)[name] : undefined; return field ? ctx.show(field.options.label) : ''; };

/** What was chosen before the form is shown again. */
const chosenIn = (ctx: Context): Chosen => Object.fromEntries(ctx.typed.names('type:').map((name) => [name.slice('type:'.length), ctx.typed.text(name)]));

/** POST `/iati`: a file to look at is kept and looked at; one that was looked at is proposed. */
export const bringIati = action<{ readonly token: string; readonly chosen: Chosen | null }>({
  path: '/iati', roles: ['coordinator'], ownDraft: true,
  async read(form, ctx) {
    if (form.text('_do') === 'propose') return { ok: true, value: { token: form.text('token'), chosen: chosenIn(ctx) } };
    const upload = form.upload('file');
    if (!upload) return refuse(problem('iati.no-file', ['file']));
    return { ok: true, value: { token: fileToken(await ctx.keep(upload)), chosen: null } };
  },
  decide: (ctx, { token, chosen }) => (chosen ? proposing(ctx, token, chosen) : looking(ctx, token)),
  page: render,
});

/** Small files are looked at while one waits, large ones as a job; the records are tried once, in acts of many activities. */
async function looking(ctx: ActionContext, token: string): Promise<Result<Decision>> {
  const [bytes, ref] = [await bytesAt(ctx, token), fileOfToken(token)];
  if (!bytes || !ref) return refuse(problem('iati.too-large', ['file']));
  const goto = `/iati?file=${encodeURIComponent(token)}#looked`;
  const looks = await lookAt(ctx, bytes);
  if (!looks.ok) return looks;
  const keep = async (told?: (done: number) => void): Promise<void> => ctx.saveDraft(draftKey(ref.sha256), keptOf(await tried(ctx, looks.value, told)));
  if (looks.value.length <= SHOWN) {
    await keep();
    return { ok: true, value: { goto } };
  }
  const started = ctx.startJob({
    title: (lang) => iatiWords.t(lang)('looking', { file: ref.name }), key: `look iati ${ref.sha256}`,
    async run(work) {
      await keep((done) => { work.signal.throwIfAborted(); work.report({ done, total: looks.value.length }); });
      return { ok: true, value: { as: 'page', href: goto, label: (lang) => iatiWords.t(lang)('see-found') } };
    },
  });
  return started.ok ? { ok: true, value: { goto: started.value.href } } : started;
}

/** Told after it, of activities that were refused. */
const TOLD = 50;

/** Read again, for records may have come since; proposed as long work, for a file may hold thousands. */
async function proposing(ctx: ActionContext, token: string, chosen: Chosen): Promise<Result<Decision>> {
  const [bytes, ref] = [await bytesAt(ctx, token), fileOfToken(token)];
  if (!bytes || !ref) return refuse(problem('iati.gone'));
  const started = ctx.startJob({
    title: (lang) => iatiWords.t(lang)('bring-in'), key: `iati ${token}`,
    async run(work) {
      const looks = await lookAt(ctx, bytes, chosen);
      if (!looks.ok) return looks;
      work.report({ done: 0, total: looks.value.length });
      const done = await propose((intents) => { work.signal.throwIfAborted(); return work.commit(intents); }, looks.value, (at) => work.report({ done: at }));
      await ctx.dropDraft(draftKey(ref.sha256));
      const notes = done.refused.slice(0, TOLD).flatMap((look) => look.problems.map((each) => problem('iati.at', [], { identifier: look.identifier, what: [fieldName(ctx, each), ctx.say(each)].filter(Boolean).join(': ') })));
      return { ok: true, value: { as: 'page', href: ctx.href.list('activity'), label: (lang) => cameTo(lang, done), notes } };
    },
  });
  return started.ok ? { ok: true, value: { goto: started.value.href } } : started;
}

function cameTo(lang: Lang, { activities, transactions, waiting }: Proposed): string {
  const t = iatiWords.t(lang);
  const said = [...(waiting > 0 ? [t('waits', { count: waiting })] : []), ...(activities > 0 || (waiting === 0 && transactions === 0) ? [t('proposed', { count: activities })] : []), ...(transactions > 0 ? [t('recorded', { count: transactions })] : [])];
  return said.join(' ');
}

export const iatiPage = { path: '/iati', render };
