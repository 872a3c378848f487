/** The last step of every pipeline: what a page or an action came to, as an answer. */
import type { ComponentChildren } from 'preact';
import { LinkButton, PageHead } from '@entente/ui';
import type { Request } from '../door/env.ts';
import { writeFlash } from '../door/flash.ts';
import { HTML, sendCoded, sendFile, sendHtml } from '../door/send.ts';
import { framed, framedPlain } from '../frame.tsx';
import { makeContext } from '../context.ts';
import type { Context, PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { errors } from '../words/errors.ts';

export type ErrorStatus = 400 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 507;

/** Answers with a page's result. `status` is for pages shown again with problems. */
export async function present(web: Web, c: Request, ctx: Context, result: PageResult, status?: 422 | 409): Promise<Response> {
  switch (result.as) {
    case 'page': return sendCoded(c, await framed(web, c, ctx, result.page), HTML, status ?? result.page.status ?? 200);
    case 'not-found': return errorPage(web, c, 404);
    case 'forbidden': return errorPage(web, c, 403);
    case 'redirect': return goTo(web, c, result.to, result.flash);
    case 'file': return sendFile(c, result.file);
    case 'document': break;
  }
  return sendHtml(c, result.html);
}

/** Sends the reader on to one of our own pages, with a sentence. */
export function goTo(web: Web, c: Request, to: string, flash?: string): Response {
  const saved = c.get('saved');
  if (flash || saved) writeFlash(c, web.kernel.party, { kind: 'done', text: flash ?? '', ...(saved ? { saved } : {}) });
  return c.redirect(ownPath(to), 303);
}

/** Only paths of our own: never another site, whatever a form or an address says. */
export function ownPath(to: string): string {
  const base = 'http://own.invalid';
  if (!to.startsWith('/') || !URL.canParse(to, base)) return '/';
  const url = new URL(to, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** What happened, what was kept, what to do; in the frame where the reader is known. */
export async function errorPage(web: Web, c: Request, status: ErrorStatus, detail?: string): Promise<Response> {
  const w = errors.t(c.get('lang'));
  const title = w(`title-${status}`);
  const body: ComponentChildren = (
    <>
      <PageHead title={title} />
      {detail && <p><b>{detail}</b></p>}
      <p>{w(`what-${status}`)}</p>
      <p>{w(status === 500 ? 'kept-500' : 'kept')}</p>
      {status === 500 && <p class="quiet">{w('reference', { id: c.get('id') })}</p>}
      <p class="buttons"><LinkButton href="/">{w('to-home')}</LinkButton></p>
    </>
  );
  if (c.get('visit') && status !== 500) return sendCoded(c, await framed(web, c, makeContext(web, c), { title, body, head: 'own' }), HTML, status);
  return sendHtml(c, await framedPlain(web, c, title, body), status);
}
