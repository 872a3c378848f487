/** Answering a proposal: agree, decline with a reason, ask back, ask for release, or go on to a counter-proposal. */
import type { AnyKind, Intent, Problem, RecordRow } from '@entente/kernel';
import { Form as FormView, LongTextField, PageHead } from '@entente/ui';
import { makeActionContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { type ActionContext, type Context, page, type PageResult } from '../module.ts';
import { ofForm } from '../forms/check.ts';
import { remark } from '../remark/kind.ts';
import { commit, formOf, goToApproval } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { writeFlash } from '../door/flash.ts';
import { recordAt } from './at.ts';

type Deed = 'consent' | 'decline' | 'reject' | 'ask' | 'release' | 'send-question' | 'send-release' | 'send-answer' | 'counter';
const DEEDS: readonly Deed[] = ['consent', 'decline', 'reject', 'ask', 'release', 'send-question', 'send-release', 'send-answer', 'counter'];
/** Deeds that need words: asked for on a page of their own, then sent as what stands beside them. */
const ASKS_FOR = { decline: 'reject', ask: 'send-question', release: 'send-release' } as const satisfies Partial<Record<Deed, Deed>>;
const LONGEST = 4_000;

/** POST `/<path>/<id>/answer`. */
export const answerHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, { typed: form });
  const row = await recordAt(ctx, kind);
  const [name = '', h = ''] = form.text('_do').split(':');
  const deed = DEEDS.find((one) => one === name);
  if (!row || !deed) return errorPage(web, c, row ? 400 : 404);
  if (deed === 'counter') return goTo(web, c, `${ctx.href.edit(kind.name, row.id)}?from=${encodeURIComponent(h)}`);
  if (deed === 'decline' || deed === 'ask' || deed === 'release') return present(web, c, ctx, wordsPage(ctx, row, ASKS_FOR[deed], h));
  return send(web, c, ctx, row, deed, h);
};

async function send(web: Web, c: Request, ctx: ActionContext, row: RecordRow, deed: Exclude<Deed, keyof typeof ASKS_FOR | 'counter'>, h: string): Promise<Response> {
  const text = ctx.typed.text('text').trim();
  const back = ctx.href.record(row.kind, row.id);
  if (deed !== 'consent' && (text === '' || text.length > LONGEST)) {
    const wrong: Problem = text === '' ? { id: 'field.required', path: ['text'] } : { id: 'field.too-long', path: ['text'], params: { most: LONGEST } };
    const again = makeActionContext(web, c, { typed: ctx.typed, problems: [wrong] });
    return present(web, c, again, wordsPage(again, row, deed, h), 422);
  }
  const committed = await commit(web, ctx, [intentOf(ctx, row, deed, h, text)]);
  if (!committed.ok) {
    const said = ofForm(committed.problems).map((problem) => ctx.say(problem)).join(' ');
    writeFlash(c, web.kernel.party, { kind: 'problem', text: said });
    return c.redirect(back, 303);
  }
  if (committed.value.waits) return goToApproval(web, c, ctx, committed.value.waits);
  const w = pages.t(ctx.lang);
  return goTo(web, c, deed === 'consent' ? ctx.query['then'] ?? back : back, w(deed === 'consent' ? 'agreed' : deed === 'reject' ? 'declined' : 'asked'));
}

function intentOf(ctx: Context, row: RecordRow, deed: string, h: string, text: string): Intent {
  if (deed === 'consent') return { verb: 'consent', record: row.id, h };
  if (deed === 'reject') return { verb: 'reject', record: row.id, h, reason: text };
  const purpose = deed === 'send-question' ? 'question' : deed === 'send-release' ? 'release' : 'answer';
  return { verb: 'put', kind: remark.name, content: { about: row.id, purpose, text: { [ctx.lang]: text }, ...(h ? { candidate: h } : {}) } };
}

function wordsPage(ctx: Context, row: RecordRow, deed: Deed, h: string): PageResult {
  const w = pages.t(ctx.lang);
  const title = w(deed === 'reject' ? 'decline' : deed === 'send-release' ? 'ask-release' : 'ask');
  const label = w(deed === 'reject' ? 'decline-reason' : 'question');
  const record = ctx.href.record(row.kind, row.id);
  return page({
    title: `${title}: ${ctx.title(row).text}`, head: 'own', crumbs: [{ label: ctx.title(row).text, href: record }],
    body: (
      <>
        <PageHead title={`${title}: ${ctx.title(row).text}`} />
        <FormView id="f" action={`${record}/answer`} hidden={ctx.hidden} problems={ctx.told} submit={[{ label: w(deed === 'reject' ? 'decline' : 'send'), name: '_do', value: `${deed}:${h}` }]}>
          <LongTextField name="text" label={label} value={ctx.typed.text('text')} lang={ctx.lang} />
        </FormView>
      </>
    ),
  });
}
