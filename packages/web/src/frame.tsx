/** The frame around every page: whose node, who reads, what waits, how the exchange stands. */
import type { ComponentChildren } from 'preact';
import type { Cooperation } from '@entente/kernel';
import { formatInstant, type Lang, langs, pick, showLabel } from '@entente/text';
import { type FlashMessage, type HealthNote, Page, PageHead, type NavItem, type PageProps, renderPage } from '@entente/ui';
import type { Request } from './door/env.ts';
import { type Coded, codingOf, encode } from './door/send.ts';
import { dropFlash, readFlash, type FlashText } from './door/flash.ts';
import { countWaiting } from './home/inbox.ts';
import type { Context, PageParts } from './module.ts';
import { closedNow } from './administration/restored-banner.ts';
import { mayEnter } from './policy.ts';
import type { Web } from './web.ts';
import { ACCOUNTS_PATH, LETTERS_PATH, PEERS_PATH } from './administration/path.ts';
import { letterWords } from './words/letters.ts';
import { pages } from './words/pages.ts';
import { peopleWords } from './words/people.ts';
import { peerWords } from './words/peers.ts';

/** Navigation every node has; the numbers leave room for modules between. */
const HOME = 0, WAITING = 10, REGISTERS = 800, CHANGES = 900, ADMINISTRATION = 950;
/** Where a group begins, with a line above it. */
const GROUPS = [REGISTERS, CHANGES] as const;

/** A page of a signed-in person, as it is sent; one that says what it depends on is drawn once between two changes. */
export async function framed(web: Web, c: Request, ctx: Context, parts: PageParts): Promise<Coded> {
  const w = pages.t(ctx.lang);
  const waiting = await countWaiting(web, ctx);
  const peers = await web.health();
  const office = ctx.person.office === null ? null : await ctx.read.get(ctx.cooperation.id, ctx.person.office);
  const { banner, ...closed } = await closedNow(web, ctx.lang, ctx.cooperation);
  const props: PageProps = {
    ...bare(web, ctx.lang, ctx.cooperation, ctx.url), ...closed,
    title: parts.title,
    nav: navigation(web, ctx, waiting),
    breadcrumb: (parts.crumbs ?? []).map((crumb) => (crumb.href === undefined ? { label: crumb.label } : { label: crumb.label, href: crumb.href })),
    search: { action: '/search', value: ctx.url.pathname === '/search' ? ctx.query['q'] ?? '' : '' },
    ...(office ? { office: ctx.title(office).text } : {}),
    user: {
      name: ctx.session.name,
      role: ctx.person.roles.map((role) => w(`role-${role}`)).join(', '),
      href: '/account',
      signOut: { action: '/sign-out' },
    },
    ...flashed(takeFlash(web, c), c.get('saved'), banner),
    ...(parts.refresh === undefined ? {} : { refresh: parts.refresh }),
    health: healthOf(ctx, peers),
  };
  const coding = codingOf(c);
  const draw = async () => encode(renderPage(<Page {...props}>{await body(parts)}</Page>), coding);
  if (parts.keep === undefined) return { bytes: await draw(), coding };
  // The frame is part of the question: two people are sent the same bytes only where their pages are the same to the letter.
  const question = JSON.stringify([parts.keep, coding, props, parts.head, ctx.url.search, ctx.person.roles, ctx.person.party, Temporal.Now.plainDateISO(ctx.party.zone).toString()]);
  return { bytes: await ctx.read.kept(ctx.cooperation.id, `page ${question}`, draw), coding };
}

/** A page for anyone: sign-in, and errors before anyone is known. */
export async function framedPlain(web: Web, c: Request, title: string, children: ComponentChildren): Promise<string> {
  const lang = c.get('lang');
  const cooperation = web.kernel.cooperations[0];
  if (!cooperation) throw new Error('the node takes part in no cooperation');
  // What is done here (signing in, a new password) makes no act.
  const { banner } = await closedNow(web, lang, cooperation);
  return renderPage(<Page {...bare(web, lang, cooperation, new URL(c.req.url))} title={title} {...flashed(takeFlash(web, c), undefined, banner)}>{children}</Page>);
}

function bare(web: Web, lang: Lang, cooperation: Cooperation, url: URL): Omit<PageProps, 'title'> {
  const here = (tag: Lang) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('lang', tag);
    return `${url.pathname}?${query.toString()}`;
  };
  const name = (text: Readonly<Record<string, string>>) => pick(text, lang)?.text ?? '';
  return {
    lang, assets: web.assets.links, mine: web.kernel.party, palette: cooperation.id,
    parties: cooperation.parties.map((party) => ({ id: party.id, name: name(party.name), short: name(party.short) })),
    languages: langs.map((tag) => ({ lang: tag, href: here(tag), current: tag === lang })),
  };
}

interface Item { readonly label: string; readonly href: string; readonly order: number; readonly count?: number }

function navigation(web: Web, ctx: Context, waiting: number): readonly NavItem[] {
  const w = pages.t(ctx.lang);
  const own: Item[] = [
    { label: w('home'), href: '/', order: HOME },
    { label: w('waiting'), href: '/waiting', order: WAITING, count: waiting },
    { label: w('changes'), href: '/changes', order: CHANGES },
    ...kernelLists(ctx),
    ...(ctx.person.roles.includes('administrator') ? [{ label: peerWords.t(ctx.lang)('title'), href: PEERS_PATH, order: ADMINISTRATION }, { label: peopleWords.t(ctx.lang)('title'), href: ACCOUNTS_PATH, order: ADMINISTRATION + 1 }, { label: letterWords.t(ctx.lang)('title'), href: LETTERS_PATH, order: ADMINISTRATION + 2 }] : []),
  ];
  const modules: Item[] = web.modules.flatMap((module) => module.navigation ?? []).filter((item) => mayEnter(ctx, item.roles)).map((item) => ({ ...item, label: ctx.show(item.label) }));
  const items = [...own, ...modules].toSorted((a, b) => a.order - b.order);
  const path = ctx.url.pathname;
  const current = items.filter((item) => (item.href === '/' ? path === '/' : path === item.href || path.startsWith(`${item.href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  const group = (item: Item): number => GROUPS.filter((from) => item.order >= from).length;
  return items.map((item, at) => ({
    href: item.href, label: item.label, current: item === current, apart: at > 0 && group(item) !== group(items[at - 1] ?? item), ...(item.count === undefined ? {} : { count: item.count }),
  }));
}

/** Offices, people and bodies belong to no module; they are lists of every node. */
function kernelLists(ctx: Context): Item[] {
  return ['office', 'person', 'body'].flatMap((name, i) => {
    const kind = ctx.kernel.kinds.get(name);
    return kind ? [{ label: showLabel(kind.label.many, ctx.lang), href: `/${kind.path}`, order: REGISTERS + i }] : [];
  });
}

function healthOf(ctx: Context, peers: Awaited<ReturnType<Web['health']>>): HealthNote[] {
  const w = pages.t(ctx.lang);
  const notes = peers.map((peer): HealthNote => {
    const known = ctx.partyOf(peer.party);
    const party = known ? ctx.pick(known.short).text : peer.party;
    if (peer.lastSeen === null) return { text: w('peer-never', { party }), isWrong: peer.fault !== null };
    const when = formatInstant(peer.lastSeen, ctx.lang, ctx.party.zone);
    if (peer.fault) return { text: w('peer-fault', { party, when }), isWrong: true };
    return { text: peer.behind ? w('peer-behind', { party, when, count: peer.behind }) : w('peer-level', { party, when }) };
  });
  return ctx.cooperation.demo ? [...notes, { text: w('demo-note') }] : notes;
}

function takeFlash(web: Web, c: Request): FlashText | null {
  const flash = readFlash(c, web.kernel.party);
  if (flash) dropFlash(c, web.kernel.party);
  return flash;
}

/** What the last answer had to say, and whose typing the server has taken over, now or then. */
function flashed(flash: FlashText | null, saved = flash?.saved, banner: readonly FlashMessage[] = []): Pick<PageProps, 'flash' | 'draftSaved'> {
  return { flash: [...banner, ...(flash && flash.text !== '' ? [flash] : [])], ...(saved === undefined ? {} : { draftSaved: saved }) };
}

/** The body with its title on top, unless it brings its own head; the aside after it. */
async function body(parts: PageParts): Promise<ComponentChildren> {
  const head = parts.head === 'own' ? null : <PageHead title={parts.title} />;
  const own = typeof parts.body === 'function' ? await parts.body() : parts.body;
  if (!parts.aside) return <>{head}{own}</>;
  return <>{head}<div class="with-aside"><div>{own}</div><aside>{parts.aside}</aside></div></>;
}
