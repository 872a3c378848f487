import type { AnyKind, RecordRow } from '@entente/kernel';
import { Form as FormView, LongTextField, PageHead } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { ofForm } from '../forms/check.ts';
import { type Context, page, type PageResult } from '../module.ts';
import { may } from '../policy.ts';
import { commit, formOf } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { recordAt } from './at.ts';

const mayRetire = (ctx: Context, kind: AnyKind, row: RecordRow): boolean =>
  kind.regime === 'owned' && row.party === ctx.party.id && row.standing !== 'retired' && may(ctx, kind, 'retire');

/** GET and POST `/<path>/<id>/retire`: a record of ours is no longer used; it stays readable. */
export const retireHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const form = c.req.method === 'POST' ? await formOf(web, c) : null;
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, form ? { typed: form } : {});
  const row = await recordAt(ctx, kind);
  if (!row || !mayRetire(ctx, kind, row)) return errorPage(web, c, row ? 403 : 404);
  if (!form) return present(web, c, ctx, retirePage(ctx, row));
  const committed = await commit(web, ctx, [{ verb: 'retire', record: row.id, reason: form.text('reason').trim() }]);
  if (committed.ok) return goTo(web, c, ctx.href.record(kind.name, row.id), pages.t(ctx.lang)('retired'));
  const again = makeContext(web, c, { typed: form, problems: ofForm(committed.problems) });
  return present(web, c, again, retirePage(again, row), 422);
};

function retirePage(ctx: Context, row: RecordRow): PageResult {
  const w = pages.t(ctx.lang);
  const title = `${w('retire')}: ${ctx.title(row).text}`;
  return page({
    title, head: 'own', crumbs: [{ label: ctx.title(row).text, href: ctx.href.record(row.kind, row.id) }],
    body: (
      <>
        <PageHead title={title} />
        <FormView id="f" action={ctx.url.pathname} hidden={ctx.hidden} problems={ctx.told} submit={[{ label: w('retire'), name: '_do', value: 'retire', kind: 'danger' }]}>
          <LongTextField name="reason" label={w('retire-reason')} value={ctx.typed.text('reason')} lang={ctx.lang} />
        </FormView>
      </>
    ),
  });
}
