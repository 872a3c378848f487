/** The node's web: every route in one place, in the order a request meets them. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { DatabaseProblem, hasPersonal, type AnyKind } from '@entente/kernel';
import { isLang, type Lang } from '@entente/text';
import { designPage } from '@entente/ui/design';
import { accountPage, discardHandler, passwordHandler, remindersHandler, revokeHandler, tokenHandler } from './account/page.tsx';
import { chooseHandler, choosePage } from './account/choose-password.tsx';
import { linkHandler, signInHandler, signInFirst, signInPage, signOutHandler } from './account/sign-in.tsx';
import { approvalPage, decideHandler } from './approvals/page.tsx';
import { ACCOUNTS_PATH, LETTERS_PATH, PASSWORD_LINK, PEERS_PATH } from './administration/path.ts';
import { addHandler, linkMakingHandler, personOf, placeHandler, stateHandler } from './administration/account-changes.tsx';
import { accountsPage } from './administration/accounts.tsx';
import { lettersPage } from './administration/letters.tsx';
import { acknowledgeHandler, peersPage } from './administration/peers.tsx';
import { acceptLossHandler, excuseHandler } from './administration/restored.tsx';
import { problemsAnswer, refuseApi } from './api/answer.ts';
import { commandHandler } from './api/commands.ts';
import { openApi } from './api/openapi.ts';
import { getHandler, listHandler, searchHandler } from './api/records.ts';
import { LIMITS } from './door/limits.ts';
import { bearer, entered } from './door/enter.ts';
import type { Env, Request } from './door/env.ts';
import { securityHeaders } from './door/headers.ts';
import { languageOf } from './door/language.ts';
import { logged, withoutSecrets } from './door/log.ts';
import { fromOurPages } from './door/origin.ts';
import { sendHtml, sendJson } from './door/send.ts';
import { verifyPageHandler } from './evidence/page.ts';
import { accusationHandler, evidenceApi, evidenceHandler } from './evidence/routes.ts';
import { changesPage } from './home/changes.tsx';
import { homePage } from './home/home.tsx';
import { searchPage } from './home/search.tsx';
import { agreeHandler, waitingPage } from './home/waiting.tsx';
import { jobFileHandler, jobPage, liveHandler, stopHandler } from './jobs/pages.tsx';
import { exportPage } from './lists/export.ts';
import { listPage } from './lists/list.tsx';
import { makeContext, tell } from './context.ts';
import { type Context, forbidden, notFound, type PageResult } from './module.ts';
import { answerHandler } from './records/answer.tsx';
import { editPage } from './records/edit.tsx';
import { eraseHandler } from './records/erase.tsx';
import { proofPage } from './records/proof.tsx';
import { recordPage } from './records/record.tsx';
import { retireHandler } from './records/retire.tsx';
import { translateHandler } from './records/translate.tsx';
import { deskFor, writeHandler } from './records/write.ts';
import { fileHandler } from './routes/files.ts';
import { actionHandler, pageHandler } from './routes/forms.ts';
import { pickHandler } from './routes/pick.ts';
import { errorPage, goTo, present } from './routes/present.tsx';
import { assetHandler, healthHandler } from './routes/static.ts';
import { prepare, type Web, type WebOptions } from './web.ts';
import './words/problems.ts';
import './words/kernel-problems.ts';
import './words/exchange-problems.ts';
import './words/node-problems.ts';

/** Builds the web of a node. Answers requests by `app.fetch`; holds nothing that another process would miss, save the jobs it runs. */
export function createWeb(options: WebOptions): Hono<Env> {
  const web = prepare(options, LIMITS);
  const app = new Hono<Env>();
  const https = web.origins.some((origin) => origin.startsWith('https:'));
  const own = ownLanguage(web);
  app.use(async (c, next) => {
    c.set('id', randomUUID());
    c.set('visit', null);
    c.set('lang', languageOf(c, web.kernel.party, own));
    await next();
  });
  app.use(logged(web.log));
  app.use(async (c, next) => {
    await next();
    await c.get('spool')?.close();
  });
  app.use(securityHeaders(https));
  app.get('/assets/*', assetHandler(web.assets.files));
  app.get('/healthz', healthHandler(web));
  api(app, web);
  app.use(async (c, next) => {
    if (!fromOurPages(c, web.origins)) return errorPage(web, c, 403);
    return next();
  });
  app.get('/sign-in', (c) => signInPage(web, c));
  app.post('/sign-in', signInHandler(web));
  app.get('/sign-in/link/:secret', linkHandler(web));
  app.get(`${PASSWORD_LINK}/:secret`, choosePage(web));
  app.post(`${PASSWORD_LINK}/:secret`, chooseHandler(web));
  app.get('/verify', verifyPageHandler(web));
  app.get('/design', (c) => sendHtml(c, designPage(c.get('lang'), web.assets.links)));
  app.use(entered(web, signInFirst(web)));
  app.post('/sign-out', signOutHandler(web));
  ofTheNode(app, web);
  for (const module of web.modules) {
    for (const route of module.pages ?? []) app.get(route.path, pageHandler(web, route));
    for (const action of module.actions ?? []) app.post(action.path, actionHandler(web, action));
  }
  for (const kind of web.kinds) ofKind(app, web, kind);
  // A route and not `notFound`, which is lost when the node mounts this beside the exchange.
  app.all('*', (c) => errorPage(web, c, 404));
  app.onError((error, c) => {
    // The cause goes to the log under the reference the reader is shown; nothing of it leaves.
    web.log({ at: new Date().toISOString(), event: 'error', id: c.get('id'), method: c.req.method, path: withoutSecrets(c.req.path), error: error.stack ?? error.message });
    if (c.req.path.startsWith('/api/')) return problemsAnswer(c, [{ id: 'api.fault', path: [], params: { id: c.get('id') } }], 500);
    if (error instanceof DatabaseProblem && error.problem.id === 'data.full') return errorPage(web, c, 507, tell(error.problem, c.get('lang')));
    if (error instanceof DatabaseProblem && error.problem.id === 'blob.too-large') return errorPage(web, c, 413, tell(error.problem, c.get('lang')));
    return errorPage(web, c, 500);
  });
  return app;
}

/** Pages every node has. */
function ofTheNode(app: Hono<Env>, web: Web): void {
  const page = (path: string, draw: (ctx: Context) => Promise<PageResult>) => app.get(path, async (c) => shown(web, c, draw));
  page('/', (ctx) => homePage(web, ctx));
  page('/waiting', (ctx) => waitingPage(web, ctx));
  app.post('/waiting', agreeHandler(web));
  page('/changes', changesPage);
  app.post('/changes/seen', async (c) => {
    await web.accounts.looked(makeContext(web, c).person.id);
    return goTo(web, c, '/');
  });
  page('/search', (ctx) => searchPage(web, ctx));
  page('/proof/:id', (ctx) => proofPage(web, ctx));
  app.get('/evidence/against/:party', accusationHandler(web));
  app.get('/evidence/:kind/:id', evidenceHandler(web));
  page(PEERS_PATH, (ctx) => peersPage(web, ctx));
  app.post(`${PEERS_PATH}/acknowledge`, acknowledgeHandler(web));
  app.post(`${PEERS_PATH}/excuse`, excuseHandler(web));
  app.post(`${PEERS_PATH}/accept-loss`, acceptLossHandler(web));
  page(LETTERS_PATH, (ctx) => lettersPage(web, ctx));
  page(ACCOUNTS_PATH, (ctx) => accountsPage(web, ctx));
  app.post(ACCOUNTS_PATH, addHandler(web));
  app.get(`${ACCOUNTS_PATH}/:id`, (c) => shown(web, c, (ctx) => personOf(web)(ctx, c.req.param('id'))));
  app.post(`${ACCOUNTS_PATH}/:id`, placeHandler(web));
  app.post(`${ACCOUNTS_PATH}/:id/link`, linkMakingHandler(web));
  app.post(`${ACCOUNTS_PATH}/:id/close`, stateHandler(web, true));
  app.post(`${ACCOUNTS_PATH}/:id/open`, stateHandler(web, false));
  page('/account', (ctx) => accountPage(web, ctx));
  app.post('/account/tokens', tokenHandler(web));
  app.post('/account/tokens/revoke', revokeHandler(web));
  app.post('/account/reminders', remindersHandler(web));
  app.post('/account/password', passwordHandler(web));
  app.post('/drafts/discard', discardHandler(web));
  page('/approvals/:id', (ctx) => approvalPage(web, ctx));
  app.post('/approvals/:id/decide', decideHandler(web));
  page('/jobs/:id', (ctx) => jobPage(web, ctx));
  app.get('/jobs/:id/live', liveHandler(web));
  app.get('/jobs/:id/file', jobFileHandler(web));
  app.post('/jobs/:id/stop', stopHandler(web));
  app.get('/pick', pickHandler(web));
  app.get('/files/:sha256/:name', fileHandler(web));
}

/** Everything a kind yields by being declared. Modules' own routes come first, so that they may take a place. */
function ofKind(app: Hono<Env>, web: Web, kind: AnyKind): void {
  const path = `/${kind.path}`;
  const edit = async (ctx: Context): Promise<PageResult> => {
    const desk = await deskFor(ctx, kind);
    return desk === null ? notFound : desk === 'forbidden' ? forbidden : editPage(ctx, desk);
  };
  app.get(path, (c) => shown(web, c, (ctx) => listPage(ctx, kind)));
  for (const as of ['csv', 'xlsx'] as const) app.get(`${path}.${as}`, (c) => shown(web, c, (ctx) => exportPage(ctx, kind, as)));
  app.get(`${path}/new`, (c) => shown(web, c, edit));
  app.post(`${path}/new`, writeHandler(web, kind));
  app.get(`${path}/:id`, (c) => shown(web, c, (ctx) => recordPage(web, ctx, kind)));
  app.get(`${path}/:id/edit`, (c) => shown(web, c, edit));
  app.post(`${path}/:id/edit`, writeHandler(web, kind));
  app.on(['GET', 'POST'], [`${path}/:id/translate`], translateHandler(web, kind));
  if (hasPersonal(kind)) app.on(['GET', 'POST'], [`${path}/:id/erase`], eraseHandler(web, kind));
  if (kind.regime === 'owned') app.on(['GET', 'POST'], [`${path}/:id/retire`], retireHandler(web, kind));
  app.post(`${path}/:id/answer`, answerHandler(web, kind));
}

/** Records and commands as data, for whoever holds a personal token. Cookies mean nothing here. */
function api(app: Hono<Env>, web: Web): void {
  app.use('/api/*', bearer(web));
  app.get('/api/openapi.json', (c) => sendJson(c, openApi(web, c.get('lang'))));
  app.get('/api/search', searchHandler(web));
  app.get('/api/evidence/:id', evidenceApi(web));
  app.post('/api/commands/:name', commandHandler(web));
  for (const kind of web.kinds) {
    app.get(`/api/:coop/${kind.path}`, listHandler(web, kind));
    app.get(`/api/:coop/${kind.path}/:id`, getHandler(web, kind));
  }
  app.all('/api/*', (c) => refuseApi(c, 'api.not-found'));
}

async function shown(web: Web, c: Request, draw: (ctx: Context) => Promise<PageResult>): Promise<Response> {
  const ctx = makeContext(web, c);
  return present(web, c, ctx, await draw(ctx));
}

/** The first language of the node's party that the interface speaks. */
function ownLanguage(web: Web): Lang {
  const party = web.kernel.cooperations[0]?.parties.find(({ id }) => id === web.kernel.party);
  return party?.languages.find(isLang) ?? 'en';
}

