/** A person's values of a record: that they were erased and who has confirmed it, and the page that erases them. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { hasPersonal, mayErase, type AnyKind, type Erasure, type RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { Form as FormView, PageHead, Panel } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { partyName } from '../lists/columns.ts';
import { command, type Context, json, page, type Module, type PageResult } from '../module.ts';
import { commit, formOf } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { erasureWords } from '../words/erasure.ts';
import { recordAt } from './at.ts';

/** Whether this person may erase what the record names of persons. */
export function offersErasing(ctx: Context, kind: AnyKind, row: RecordRow): boolean {
  return hasPersonal(kind) && mayErase(ctx.person, kind, { party: row.party, audience: kind.audience }, { party: ctx.party.id, cooperation: ctx.cooperation }).allowed;
}

/** Null where nothing was ever erased. */
export async function ErasurePanel({ ctx, kind, row }: { readonly ctx: Context; readonly kind: AnyKind; readonly row: RecordRow }): Promise<VNode | null> {
  if (!hasPersonal(kind)) return null;
  const erasures = await ctx.read.erasures(ctx.cooperation.id, row.id);
  if (erasures.length === 0) return null;
  return <Panel title={erasureWords.t(ctx.lang)('title')} id="erasures"><ul>{erasures.map((each) => <li key={each.made}>{told(ctx, each)}</li>)}</ul></Panel>;
}

function told(ctx: Context, { party, made, actor, values, acknowledged, waitsFor }: Erasure): string {
  const t = erasureWords.t(ctx.lang);
  const when = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  return [
    t('erased', { count: values, party: partyName(ctx, party), role: t(actor.role === 'administrator' ? 'administrator' : 'coordinator'), when: when(made) }),
    ...acknowledged.map((each) => t('acknowledged', { party: partyName(ctx, each.party), when: when(each.made) })),
    ...waitsFor.map((each) => t('waits', { party: partyName(ctx, each) })),
  ].join(' ');
}

/** GET and POST `/<path>/<id>/erase`. */
export const eraseHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const form = c.req.method === 'POST' ? await formOf(web, c) : null;
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, form ? { typed: form } : {});
  const row = await recordAt(ctx, kind);
  if (!row || !offersErasing(ctx, kind, row)) return errorPage(web, c, row ? 403 : 404);
  const left = await ctx.read.personalLeft(ctx.cooperation.id, row.id);
  if (!form) return present(web, c, ctx, erasePage(ctx, row, left));
  const committed = await commit(web, ctx, [{ verb: 'erase', record: row.id }]);
  if (committed.ok) return goTo(web, c, `${ctx.href.record(kind.name, row.id)}#erasures`, erasureWords.t(ctx.lang)('done'));
  const again = makeContext(web, c, { typed: form, problems: committed.problems.map((each) => ({ ...each, path: [] })) });
  return present(web, c, again, erasePage(again, row, left), 422);
};

function erasePage(ctx: Context, row: RecordRow, left: number): PageResult {
  const t = erasureWords.t(ctx.lang);
  const title = `${t('erase')}: ${ctx.title(row).text}`;
  return page({
    title, head: 'own', crumbs: [{ label: ctx.title(row).text, href: ctx.href.record(row.kind, row.id) }],
    body: (
      <>
        <PageHead title={title} />
        <p>{left === 0 ? t('nothing') : t('ask', { count: left })}</p>
        {left > 0 && <FormView id="f" action={ctx.url.pathname} hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('erase'), name: '_do', value: 'erase', kind: 'danger' }]}><p class="quiet">{t('stays')}</p></FormView>}
      </>
    ),
  });
}

/** Erasing by command, for the command line and programs. */
export const erasing: Module = {
  name: 'erasing', kinds: [],
  commands: [command({
    name: 'erasing.erase',
    about: erasureWords.entries['erase'],
    input: z.strictObject({ record: z.uuid() }),
    roles: ['coordinator', 'administrator'],
    async run(ctx, { record }) {
      const done = await ctx.commit([{ verb: 'erase', record }]);
      return done.ok ? { ok: true, value: json({ act: done.value.act, erasures: await ctx.read.erasures(ctx.cooperation.id, record) }) } : done;
    },
  })],
};
