import { randomUUID } from 'node:crypto';
import type { AnyKind, Cooperation, Party, Person, Problem, RecordRow } from '@entente/kernel';
import { describeProblem, formatDate, formatNumber, type Lang, pick, showLabel } from '@entente/text';
import type { Account } from './accounts/account.ts';
import { getCookie, setCookie } from 'hono/cookie';
import { isClean } from './door/limits.ts';
import type { Request } from './door/env.ts';
import { writesFor } from './approvals/chain.ts';
import { judge } from './approvals/submit.ts';
import { at, translatedTitle } from './fields/content.ts';
import { versionsOf } from './fields/scope.ts';
import { Form } from './forms/form.ts';
import { keptUnder, placeOf } from './forms/place.ts';
import { longFile, startJob } from './jobs/start.ts';
import type { ActionContext, Context, RecordTitle, Shown } from './module.ts';
import { may, takesPart } from './policy.ts';
import type { Web } from './web.ts';

export interface ContextParts {
  readonly typed?: Form;
  readonly problems?: readonly Problem[];
  readonly cooperation?: Cooperation;
}

/** Hidden input that makes a form's second sending change nothing. */
export const KEY_INPUT = '_key';

/** The cooperation a page is about: asked for by `?coop=` (remembered), else remembered, else the first. */
export function cooperationOf(web: Web, c: Request): Cooperation {
  const { kernel } = web;
  const find = (id: string | undefined) => kernel.cooperations.find((coop) => coop.id === id);
  const cookie = `entente-${kernel.party.toLowerCase()}-coop`;
  const asked = find(c.req.query('coop'));
  if (asked) setCookie(c, cookie, asked.id, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 365 * 86_400 });
  const found = asked ?? (kernel.cooperations.length > 1 ? find(getCookie(c, cookie)) : undefined) ?? kernel.cooperations[0];
  if (!found) throw new Error('the node takes part in no cooperation');
  return found;
}

/** What a page receives for a request of a signed-in person. */
export function makeContext(web: Web, c: Request, parts: ContextParts = {}): Context {
  const visit = c.get('visit');
  if (!visit) throw new Error('a page was reached without a person');
  return contextOf(web, {
    ...parts, account: visit.account, cooperation: parts.cooperation ?? cooperationOf(web, c), lang: c.get('lang'), url: new URL(c.req.url), params: c.req.param() as Record<string, string>,
  });
}

/** Who reads what, where: all that a context is made of. */
export interface Reading extends ContextParts {
  readonly account: Account;
  readonly cooperation: Cooperation;
  readonly lang: Lang;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
}

/** A problem with the parties in it by their names: a sentence has no codes. Words that are no parties stay. */
function named(problem: Problem, nameOf: (id: string) => string | undefined): Problem {
  if (!problem.params) return problem;
  const words = (value: string | number): string | number => {
    const parts = String(value).split(/[ ,]+/u).map(nameOf);
    return parts.every((part) => part !== undefined) ? parts.join(', ') : value;
  };
  return { ...problem, params: Object.fromEntries(Object.entries(problem.params).map(([name, value]) => [name, words(value)])) };
}

/** A person's context, also outside a request (a letter that reminds). */
export function contextOf(web: Web, { account, cooperation, lang, url, params, ...parts }: Reading): Context {
  const { kernel } = web;
  const person: Person = { id: account.id, party: account.party, roles: account.roles, office: account.office };
  const typed = parts.typed ?? Form.empty;
  const problems = parts.problems ?? [];
  const read = kernel.reader(person);
  const partyOf = (id: string) => cooperation.parties.find((party) => party.id === id);
  const party = partyOf(kernel.party) ?? observer(kernel.party);
  const say = (problem: Problem) => tell(named(problem, (id) => { const known = partyOf(id); return known && (pick(known.short, lang)?.text ?? id); }), lang);
  const titles = new Map<string, RecordTitle>();

  const ctx: Context = {
    lang, cooperation, party, read, person, url, typed, problems, partyOf, say,
    kernel,
    session: { name: account.name, login: account.login, lastLook: account.lastLook },
    params,
    query: Object.fromEntries([...url.searchParams].filter(([, value]) => isClean(value)).toReversed()),
    href: hrefs(kernel.kinds, url),
    may: (kind, verb) => may({ person, cooperation }, kind, verb) || (!kind.guided && takesPart({ person, cooperation }) && writesFor(web.chains, cooperation.id, account, { kind, verb })),
    judge: (intents) => judge(web, intents, { coop: cooperation.id, by: person }, account.login),
    show: (labels) => showLabel(labels, lang),
    pick: (text) => (typeof text === 'string' ? { lang, text } : pick(text, lang) ?? { lang, text: '' }),
    localized: (row, path) => shown(row, path, lang),
    maps: web.maps,
    remembered: (question, ask) => web.between(cooperation.id, `${person.roles.toSorted().join(' ')} ${lang} ${question}`, ask),
    typing: `${person.id}:${keptUnder(placeOf(url), { kernel, cooperation })}`,
    margin: async (row) => await web.view(row.kind).margin?.(ctx, row) ?? new Map(),
    async prepareTitles(rows) {
      const byKind = Map.groupBy(rows.filter((row) => !titles.has(row.id)), (row) => row.kind);
      await Promise.all([...byKind].map(async ([kind, of]) => {
        for (const [id, title] of await web.view(kind).titles?.(ctx, of) ?? []) titles.set(id, title);
      }));
    },
    title(row) {
      const prepared = titles.get(row.id);
      if (prepared) return prepared;
      const kind = kernel.kinds.get(row.kind);
      const title = kind ? translatedTitle(kind, row) : row.title;
      return typeof title === 'string' ? { lang, text: title } : pick(title, lang) ?? { lang, text: row.id };
    },
    hidden: { [KEY_INPUT]: typed.text(KEY_INPUT) || randomUUID() },
    told: problems.map((problem) => ({ path: problem.path, text: say(problem) })),
    async blob(sha256) {
      return await mayRead(web, person, cooperation.id, sha256) ? kernel.blobs.open(sha256) : null;
    },
    draft: (key) => web.accounts.drafts.get(person.id, keptUnder(key, { kernel, cooperation })),
    longFile: (job) => longFile(web, ctx, job),
    drafts: async (prefix) => (await web.accounts.drafts.list(person.id)).filter(({ key }) => key.startsWith(prefix)),
  };
  return ctx;
}

/** What an action receives besides. */
export function makeActionContext(web: Web, c: Request, parts: ContextParts = {}): ActionContext {
  const ctx = makeContext(web, c, parts);
  return {
    ...ctx,
    async saveDraft(key, body) { await web.accounts.drafts.save(ctx.person.id, keptUnder(key, ctx), body); },
    startJob: (job) => startJob(web, ctx, job),
    dropDraft: (key) => web.accounts.drafts.drop(ctx.person.id, keptUnder(key, ctx)),
    async discard({ sha256 }) {
      if (await web.accounts.uploads.drop(ctx.person.id, sha256)) await web.kernel.blobs.drop(sha256);
    },
    async keep(upload) {
      const { name, type } = upload;
      const { sha256, size } = await web.kernel.blobs.put(upload, type);
      await web.accounts.uploads.note(ctx.person.id, sha256);
      return { sha256, size, name, type };
    },
  };
}

/** A node that only observes is no party of the cooperation; it reads in its own name. */
const observer = (id: string): Party => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en'], zone: 'UTC' });

/** A person may read the files that the records of their cooperation name, and what they uploaded themselves. */
export async function mayRead(web: Web, person: Person, coop: string, sha256: string): Promise<boolean> {
  return await web.kernel.blobs.entitled(coop, sha256) || web.accounts.uploads.isOf(person.id, sha256);
}

/** A problem in words; one nobody has worded is named by its id rather than hidden. */
export const tell = (problem: Problem, lang: Context['lang']): string =>
  describeProblem({ id: problem.id, path: problem.path.join('.'), params: worded(problem.params ?? {}, lang) }, lang);

/** Names under which rules tell a date. */
const DATES: ReadonlySet<string> = new Set(['date', 'until', 'from', 'to']);

/** Exact decimals beside a currency are amounts; dates and amounts are written as the reader types them. */
function worded(params: NonNullable<Problem['params']>, lang: Lang): NonNullable<Problem['params']> {
  const isAmount = (value: string): boolean => 'currency' in params && /^-?(0|[1-9]\d*)(\.\d+)?$/u.test(value);
  const isDate = (name: string, value: string): boolean => DATES.has(name) && /^\d{4}-\d{2}(-\d{2})?$/u.test(value);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value !== 'string' ? value : isAmount(value) ? formatNumber(value, lang) : isDate(name, value) ? formatDate(value, lang, 'medium') : value]));
}

function shown(row: RecordRow, path: string, lang: string): Shown | null {
  const versions = versionsOf(row, path, at(row.content, path)).map((version) => ({
    lang: version.lang, text: version.text, stale: version.stale ?? false, party: version.party ?? row.party,
    provenance: version.provenance === 'authentic' ? 'original' as const : version.provenance,
  }));
  const chosen = versions.find((version) => version.lang === lang) ?? versions[0];
  return chosen ? { ...chosen, others: versions.filter((version) => version !== chosen) } : null;
}

function hrefs(kinds: ReadonlyMap<string, AnyKind>, url: URL): Context['href'] {
  const path = (kind: string) => `/${kinds.get(kind)?.path ?? kind}`;
  const search = (query: Readonly<Record<string, string>> = {}) => (Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : '');
  return {
    record: (kind, id) => `${path(kind)}/${id}`,
    list: (kind, query) => `${path(kind)}${search(query)}`,
    create: (kind, values) => `${path(kind)}/new${search(values)}`,
    edit: (kind, id) => `${path(kind)}/${id}/edit`,
    file: (ref) => `/files/${ref.sha256}/${encodeURIComponent(ref.name)}`,
    with(query) {
      const next = new URLSearchParams(url.searchParams);
      next.delete('lang');
      for (const [name, value] of Object.entries(query)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      return next.size > 0 ? `${url.pathname}?${next.toString()}` : url.pathname;
    },
  };
}
