import { isLang, type Lang } from '@entente/text';
import { getCookie, setCookie } from 'hono/cookie';
import type { Request } from './env.ts';

/** One cookie a party, for the two nodes of a demonstration may be read in two languages in one browser. */
const cookieName = (party: string): string => `entente-${party.toLowerCase()}-lang`;

/** `?lang=` (remembered), else what was remembered, else what the browser prefers, else the party's own. */
export function languageOf(c: Request, party: string, own: Lang): Lang {
  const asked = c.req.query('lang');
  if (isLang(asked)) {
    setCookie(c, cookieName(party), asked, { path: '/', maxAge: 365 * 86_400, sameSite: 'Lax', httpOnly: true });
    return asked;
  }
  const kept = getCookie(c, cookieName(party));
  return isLang(kept) ? kept : preferred(c.req.header('accept-language') ?? '') ?? own;
}

/** First interface language of an Accept-Language header, by weight. */
export function preferred(header: string): Lang | undefined {
  const wanted = header.slice(0, 300).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = Number(parameters.find((p) => p.trim().startsWith('q='))?.trim().slice(2) ?? '1');
    return { lang: tag.trim().toLowerCase().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
  });
  return wanted.filter((w) => w.weight > 0).toSorted((a, b) => b.weight - a.weight).map((w) => w.lang).find((lang): lang is Lang => isLang(lang));
}
