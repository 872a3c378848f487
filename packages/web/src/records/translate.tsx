/** Translating a record's texts into one language: each text beside its original; every translation is a record of ours. */
import type { VNode } from 'preact';
import type { AnyKind, Fields, Intent, ListPage, RecordRow } from '@entente/kernel';
import { cleanText, isLanguageTag } from '@entente/text';
import { ChoiceField, Difference, FieldSet, Form as FormView, languageName, LongTextField, PageHead, ProvenanceLabel, paragraphsOf, Tabs } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { at, isLocalized, type Values, walk } from '../fields/content.ts';
import { expectedLanguages, versionsOf } from '../fields/scope.ts';
import { ofForm } from '../forms/check.ts';
import type { Form } from '../forms/form.ts';
import { type Context, page, type PageResult } from '../module.ts';
import { may } from '../policy.ts';
import { commit, formOf } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { recordAt } from './at.ts';

interface Passage { readonly path: string; readonly label: string; readonly original: Readonly<Record<string, string>> }
interface Ours { readonly id: string; readonly version: string; readonly text: string; readonly origin: string; readonly of: string }

/** GET and POST `/<path>/<id>/translate?into=lo`. */
export const translateHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const form = c.req.method === 'POST' ? await formOf(web, c) : null;
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, form ? { typed: form } : {});
  const row = await recordAt(ctx, kind);
  const translation = ctx.kernel.kinds.get('translation');
  if (!row || !translation) return errorPage(web, c, 404);
  if (!may(ctx, translation, 'put')) return errorPage(web, c, 403);
  const into = intoOf(ctx, kind, row);
  const ours = await oursIn(ctx, row, into);
  const before = await translatedOf(ctx, row, ours);
  if (!form) return present(web, c, ctx, translatePage(ctx, kind, row, into, ours, before));
  const intents = intentsOf(kind, row, form, into, ours);
  const committed = intents.length > 0 ? await commit(web, ctx, intents) : null;
  if (!committed || committed.ok) {
    c.set('saved', typingInto(ctx, into));
    return goTo(web, c, ctx.href.record(kind.name, row.id), words.t(ctx.lang)('translation-saved'));
  }
  const again = makeContext(web, c, { typed: form, problems: ofForm(committed.problems) });
  return present(web, c, again, translatePage(again, kind, row, into, ours, before), 422);
};

/** Texts that are not authentic in the language. */
function passagesOf(ctx: Context, kind: AnyKind, row: RecordRow, into: string): readonly Passage[] {
  return [...walk(kind.fields as Fields, row.content)].flatMap(({ path, field, value }) =>
    (field.type === 'localized' && isLocalized(value) && !(into in value) ? [{ path, label: ctx.show(field.options.label), original: value }] : []));
}

function intoOf(ctx: Context, kind: AnyKind, row: RecordRow): string {
  const asked = ctx.query['into'];
  if (asked && isLanguageTag(asked)) return asked;
  const offered = [...new Set([ctx.lang, ...expectedLanguages(ctx)])].filter((lang) => passagesOf(ctx, kind, row, lang).length > 0);
  return offered.find((lang) => passagesOf(ctx, kind, row, lang).some(({ path }) => !Object.values(row.translations[path] ?? {}).some((held) => held.lang === lang))) ?? offered[0] ?? ctx.lang;
}

/** Our translations of a record into a language, by field path. */
async function oursIn(ctx: Context, row: RecordRow, into: string): Promise<ReadonlyMap<string, Ours>> {
  const found = await ctx.read.list({
    coop: ctx.cooperation.id, kind: 'translation', party: ctx.party.id, linkedTo: { record: row.id, rel: 'translates' }, limit: 2_000,
  }) as unknown as ListPage<{ version: string; field: string; language: string; text: string; origin: string }>;
  return new Map(found.rows.filter((one) => one.content.language === into).map((one) =>
    [one.content.field, { id: one.id, version: one.version, text: one.content.text, origin: one.content.origin, of: one.content.version }]));
}

/** The contents our translations were made of, by version, where that is no longer the current one. */
async function translatedOf(ctx: Context, row: RecordRow, ours: ReadonlyMap<string, Ours>): Promise<ReadonlyMap<string, Values>> {
  const versions = [...new Set([...ours.values()].map(({ of }) => of))].filter((version) => version !== row.version);
  const read = await Promise.all(versions.map((version) => ctx.read.version(ctx.cooperation.id, row.id, version)));
  return new Map(read.flatMap((version) => (version ? [[version.version, version.content] as const] : [])));
}

/** One put for each text that is new or changed, or that is confirmed for the version that stands now. */
function intentsOf(kind: AnyKind, row: RecordRow, form: Form, into: string, ours: ReadonlyMap<string, Ours>): readonly Intent[] {
  const origin = form.text('origin') === 'machine' ? 'machine' : 'person';
  const paths = [...walk(kind.fields as Fields, row.content)].filter(({ field }) => field.type === 'localized').map(({ path }) => path);
  return paths.flatMap((path): Intent[] => {
    const text = cleanText(form.text(`t.${path}`));
    const held = ours.get(path);
    if (text === '' || (held?.text === text && held.origin === origin && held.of === row.version)) return [];
    const content = { record: row.id, version: row.version, field: path, language: into, text, origin };
    return [{ verb: 'put', kind: 'translation', content, ...(held ? { record: held.id, on: held.version } : {}) }];
  });
}

/** Each language is typed apart. */
const typingInto = (ctx: Context, into: string): string => `${ctx.typing}:${into}`;

function translatePage(ctx: Context, kind: AnyKind, row: RecordRow, into: string, ours: ReadonlyMap<string, Ours>, before: ReadonlyMap<string, Values>): PageResult {
  const t = words.t(ctx.lang);
  const title = t('translation-of', { title: ctx.title(row).text });
  const passages = passagesOf(ctx, kind, row, into);
  const origin = ctx.typed.text('origin') || ([...ours.values()][0]?.origin ?? 'person');
  const tabs = expectedLanguages(ctx).map((lang) => ({ label: languageName(lang), href: ctx.href.with({ into: lang }), current: lang === into }));
  return page({
    title, head: 'own', crumbs: [{ label: ctx.title(row).text, href: ctx.href.record(kind.name, row.id) }],
    body: (
      <>
        <PageHead title={title} />
        <Tabs tabs={tabs} label={t('translation-language')} />
        {passages.length === 0 ? <p class="quiet">{t('translation-none')}</p> : (
          <FormView id="f" action={`${ctx.url.pathname}?into=${into}`} hidden={ctx.hidden} problems={ctx.told} draft={typingInto(ctx, into)}
            submit={[{ label: pages.t(ctx.lang)('save'), name: '_do', value: 'save' }]}>
            <ChoiceField name="origin" label={t('translation-origin')} value={origin} options={[{ value: 'person', label: t('by-person') }, { value: 'machine', label: t('by-machine') }]} />
            {passages.map((passage) => <PassageInput key={passage.path} ctx={ctx} row={row} passage={passage} into={into} held={ours.get(passage.path)} before={before} />)}
          </FormView>
        )}
      </>
    ),
  });
}

function PassageInput({ ctx, row, passage, into, held, before }: { readonly ctx: Context; readonly row: RecordRow; readonly passage: Passage; readonly into: string; readonly held: Ours | undefined; readonly before: ReadonlyMap<string, Values> }): VNode {
  const t = words.t(ctx.lang);
  const name = `t.${passage.path}`;
  const value = ctx.typed.has(name) ? ctx.typed.text(name) : held?.text ?? '';
  const stale = held !== undefined && held.of !== row.version;
  const was = stale ? at(before.get(held.of) ?? {}, passage.path) : null;
  const rows = Math.min(16, 2 + Math.ceil(Math.max(...Object.values(passage.original).map((text) => text.length)) / 70));
  return (
    <FieldSet legend={passage.label}>
      {versionsOf(row, passage.path, passage.original).filter((version) => version.lang !== into).map((version) => (
        <div key={version.lang}><p class="provs"><ProvenanceLabel version={version} /></p><div class="text" lang={version.lang}>{paragraphsOf(version.text)}</div></div>
      ))}
      {isLocalized(was) && Object.entries(passage.original).filter(([lang, text]) => was[lang] !== undefined && was[lang] !== text)
        .map(([lang, text]) => <Difference key={lang} before={was[lang] ?? ''} after={text} lang={lang} />)}
      <div class={stale ? 'language stale' : 'language'}>
        <LongTextField name={name} label={<span lang={into}>{languageName(into)}</span>} value={value} lang={into} rows={rows} optional {...(stale ? { hint: t('source-changed') } : {})} />
      </div>
    </FieldSet>
  );
}
