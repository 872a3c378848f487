/** Exchange with the world: our IATI file and what it cannot hold, and bringing another's in: looked at first, then proposed. */
import type { VNode } from 'preact';
import { Buttons, DataTable, FileField, Form as FormView, LinkButton, PageHead, Panel, SelectField, State } from '@entente/ui';
import { showLabel } from '@entente/text';
import { problem, refuse, type Fields, type Problem, type Result } from '@entente/kernel';
import { action, fileOfToken, fileToken, page, type ActionContext, type Context, type Decision, type PageResult } from '@entente/web';
import { activityTypes } from '../activity-types/index.ts';
import { activity } from '../kinds/index.ts';
import { isTimeless } from './activity.ts';
import { publisherOf } from './file.ts';
import { gatherActivities } from './gather.ts';
import { lookAt, propose, type Chosen, type Look } from './look.ts';
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
            <FormView id="f" action="/iati" files hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('look'), name: '_do', value: 'look', ...(ctx.query['file'] ? { kind: 'second' } : {}) }]}>
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
  const corpus = await gatherActivities(ctx);
  const timeless = corpus.activities.filter((row) => isTimeless(row.content, corpus));
  return (
    <Panel title={t('file')} note={t('count', { count: corpus.activities.length })}>
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

async function Looked({ ctx, token }: { readonly ctx: Context; readonly token: string }): Promise<VNode> {
  const t = iatiWords.t(ctx.lang);
  const bytes = await bytesAt(ctx, token);
  const looks: Result<readonly Look[]> = bytes ? await lookAt(ctx, bytes, chosenIn(ctx)) : refuse(problem('iati.gone'));
  if (!looks.ok) return <Panel title={t('found')} id="looked">{looks.problems.map((one) => <p key={one.id} role="alert"><b>{ctx.say(one)}</b></p>)}</Panel>;
  const good = looks.value.filter((look) => look.state === 'new').length;
  return (
    <Panel title={t('found')} note={t('count', { count: looks.value.length })} id="looked">
      <form method="post" action="/iati">
        {Object.entries({ ...ctx.hidden, token }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <DataTable<Look> caption={t('found')} captionHidden rows={looks.value.slice(0, SHOWN)} rowKey={(one) => `${one.identifier} ${one.record}`} columns={[
          { key: 'title', label: t('activity'), main: true, cell: (one) => <>{ctx.pick(one.title).text || '-'}<div class="quiet">{one.identifier}</div></> },
          { key: 'state', label: t('state'), cell: (one) => <State is={STATES[one.state]}>{t(one.state)}</State> },
          { key: 'type', label: t('type'), cell: (one) => (one.state === 'new' ? <TypeChoice ctx={ctx} one={one} /> : '') },
          { key: 'left', label: t('notes'), cell: (one) => <Notes ctx={ctx} one={one} /> },
        ]} />
        {looks.value.length > SHOWN && <p class="quiet">{t('more', { count: looks.value.length - SHOWN })}</p>}
        <Buttons buttons={[{ label: t('propose', { count: good }), name: '_do', value: 'propose', ...(good === 0 ? { reason: t('nothing') } : {}) }]} />
      </form>
    </Panel>
  );
}

/** The type: settled by the file's own code, else asked for, those that its codes allow first. */
function TypeChoice({ ctx, one }: { readonly ctx: Context; readonly one: Look }): VNode {
  const t = iatiWords.t(ctx.lang);
  const likely = new Set(one.types);
  const options = activityTypes.toSorted((a, b) => Number(likely.has(b.name)) - Number(likely.has(a.name))).map(({ name, label }) => ({ value: name, label: showLabel(label, ctx.lang) }));
  const hint = one.types.length === 1 ? undefined : t(one.types.length === 0 ? 'type-unknown' : 'type-guessed');
  return <SelectField name={`type:${one.identifier}`} label={t('type')} {...(hint ? { hint } : {})} value={one.type} options={options} />;
}

const Notes = ({ ctx, one }: { readonly ctx: Context; readonly one: Look }): VNode => (
  <>
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

async function looking(ctx: ActionContext, token: string): Promise<Result<Decision>> {
  const bytes = await bytesAt(ctx, token);
  const looks: Result<unknown> = bytes ? await lookAt(ctx, bytes) : refuse(problem('iati.too-large', ['file']));
  return looks.ok ? { ok: true, value: { goto: `/iati?file=${encodeURIComponent(token)}#looked` } } : looks;
}

/** Looked at again first; proposed as long work, for a file may hold thousands. */
async function proposing(ctx: ActionContext, token: string, chosen: Chosen): Promise<Result<Decision>> {
  const bytes = await bytesAt(ctx, token);
  if (!bytes) return refuse(problem('iati.gone'));
  const started = ctx.startJob({
    title: (lang) => iatiWords.t(lang)('bring-in'), key: `iati ${token}`,
    async run(work) {
      const looks = await lookAt(ctx, bytes, chosen);
      const done = looks.ok ? await propose((intents) => { work.signal.throwIfAborted(); return work.commit(intents); }, looks.value) : looks;
      if (!done.ok) return done;
      const { proposed, waiting } = done.value;
      return { ok: true, value: { as: 'page', href: ctx.href.list('activity'), label: (lang) => iatiWords.t(lang)(waiting > 0 ? 'waits' : 'proposed', { count: waiting > 0 ? waiting : proposed }) } };
    },
  });
  return started.ok ? { ok: true, value: { goto: started.value.href } } : started;
}

export const iatiPage = { path: '/iati', render };
