/** Which pages a person can reach: links followed from home, a few addresses of each shape. */
import type { Side } from './demonstration.ts';

/** Addresses of one shape that are asked for: what they hold differs, how they are drawn does not. */
const OF_A_SHAPE = 2;
/** Files, and pages that stand outside the frame: a record's evidence, the page that checks it without a node. */
const APART = /^\/(files|evidence|verify|jobs)(\/|$)|\/(copy|file)$|\.(csv|xlsx)$/u;

export interface Reached { readonly path: string; readonly shape: string; readonly status: number; readonly html: string }

/** An address with what is only data taken out: `/commitments/:id?`. */
export function shapeOf(path: string): string {
  const [pathname = '', query] = path.split('?');
  return pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, ':id').replaceAll(/[0-9a-f]{64}/gu, ':hash').replace(/^\/activity-types\/.+/u, '/activity-types/:type') + (query === undefined ? '' : '?');
}

/** Follows links as a browser without scripts, signed in by a link, in a language. */
export async function crawl(side: Side, login: string, lang: string): Promise<readonly Reached[]> {
  const entered = await fetch(side.link(login), { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const seen = new Set(['/']);
  const shapes = new Map<string, number>();
  const queue = ['/'];
  const reached: Reached[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const shape = shapeOf(path);
    const before = shapes.get(shape) ?? 0;
    shapes.set(shape, before + 1);
    if (before >= OF_A_SHAPE) continue;
    const answer = await fetch(new URL(path, side.url), { headers: { cookie, 'accept-language': lang }, redirect: 'manual' });
    const html = await answer.text();
    // A file is whole in itself: no page to be judged.
    if (answer.ok && !(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    reached.push({ path, shape, status: answer.status, html });
    for (const next of linksOf(html, new URL(path, side.url))) if (!seen.has(next)) { seen.add(next); queue.push(next); }
  }
  return reached;
}

function* linksOf(html: string, page: URL): Generator<string> {
  for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="([^"#]*)/gu)) {
    const url = new URL(href.replaceAll('&amp;', '&'), page);
    if (url.origin === page.origin && !APART.test(url.pathname) && !url.searchParams.has('lang')) yield url.pathname + url.search;
  }
}
