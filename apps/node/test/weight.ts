/** What a page costs on the wire, as the browser counted it: bytes sent and requests, never time. */
import type { Browser } from 'playwright-core';
import { Person } from './browser.ts';
import type { Side } from './demonstration.ts';

export interface Sent { readonly path: string; readonly type: string; readonly bytes: number }
export interface Load {
  readonly rest: readonly Sent[];
  readonly fonts: readonly Sent[];
  /** Whether text may be drawn before its font has come. */
  readonly order: 'text first' | 'fonts first';
}

/** Loads a page in a browser that knows nothing of it, or nothing but the page before (`after`). */
export async function loadOf(browser: Browser, side: Side, lang: 'vi' | 'lo' | 'en', path: string, { after }: { readonly after?: string } = {}): Promise<Load> {
  const person = await Person.at(browser, side, { lang });
  const storageState = await person.context.storageState();
  await person.leave();
  const context = await browser.newContext({ storageState, locale: lang });
  const page = await context.newPage();
  if (after !== undefined) await page.goto(new URL(after, side.url).href, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kept = new Set<string>();
  const seen = new Map<string, { path: string; type: string; bytes: number }>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const url = new URL(response.url);
    if (url.protocol !== 'data:' && response.fromDiskCache !== true && !kept.has(requestId)) seen.set(requestId, { path: url.pathname, type, bytes: 0 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => { kept.add(requestId); });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { const one = seen.get(requestId); if (one) one.bytes = encodedDataLength; });
  await page.goto(new URL(path, side.url).href, { waitUntil: 'networkidle' });
  const swapped = await page.evaluate(() => [...document.fonts].every((font) => font.display === 'swap' || font.display === 'optional' || font.display === 'fallback'));
  await context.close();
  const all = [...seen.values()];
  return { rest: all.filter(({ type }) => type !== 'Font'), fonts: all.filter(({ type }) => type === 'Font'), order: swapped ? 'text first' : 'fonts first' };
}
