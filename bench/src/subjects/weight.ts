/** What a browser takes for the first page after sign-in, and for the next: bytes as sent, requests, first paint. */
import { join } from 'node:path';
import { chromium as engine, type BrowserContext } from 'playwright-core';
import { chromium } from '@entente/testing/machine';
import { makeNode, serveNode } from '../node.ts';
import { fillCommitments } from '../records.ts';
import { subject, type Line } from '../subject.ts';

const KIB = 1_024;
const found = (): { readonly path: string } | { readonly reason: string } => chromium();

interface Taken { readonly document: number; readonly scripts: number; readonly fonts: number; readonly requests: number; readonly paint: number }

export default subject({
  about: 'first page after sign-in in a browser: bytes sent, scripts, fonts, requests, first paint',
  lacks: () => { const one = found(); return 'path' in one ? null : one.reason; },
  async run({ folder, tell }) {
    const one = found();
    if (!('path' in one)) throw new Error(one.reason);
    const place = await makeNode(join(folder, 'node'), undefined, (kernel, by) => fillCommitments(kernel, by, 500));
    const node = await serveNode(place);
    const browser = await engine.launch({ executablePath: one.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      const lines: Line[] = [];
      for (const lang of ['vi', 'lo', 'en']) {
        tell(lang);
        const context = await browser.newContext({ locale: lang, viewport: { width: 1_280, height: 900 } });
        const first = await taken(context, place.link);
        const next = await taken(context, `${place.url}/commitments`);
        lines.push(...linesOf(`first page, ${lang}`, first), { what: `next page, ${lang}`, unit: 'KiB', value: (next.document + next.scripts + next.fonts) / KIB });
        await context.close();
      }
      return lines;
    } finally {
      await browser.close();
      await node.stop();
    }
  },
});

function linesOf(what: string, taken: Taken): Line[] {
  return [
    { what: `${what}: bytes without fonts`, unit: 'KiB', value: (taken.document + taken.scripts) / KIB, beside: { what: 'Strapi', value: 5.2 * KIB, measured: false }, goal: { of: 'value', most: 60 } },
    { what: `${what}: scripts`, unit: 'KiB', value: taken.scripts / KIB, goal: { of: 'value', most: 20 } },
    { what: `${what}: fonts, once`, unit: 'KiB', value: taken.fonts / KIB, goal: { of: 'value', most: 90 } },
    { what: `${what}: requests`, unit: '', value: taken.requests, beside: { what: 'Strapi', value: 16, measured: false }, goal: { of: 'value', most: 6 } },
    { what: `${what}: first paint`, unit: 'ms', value: taken.paint, beside: { what: 'Strapi', value: 1_100, measured: false } },
  ];
}

/** Loads an address in a page of its own and counts what came over the wire, headers too. Redirects of the sign-in link do not count. */
async function taken(context: BrowserContext, url: string): Promise<Taken> {
  const page = await context.newPage();
  const sums = { document: 0, scripts: 0, fonts: 0, requests: 0 };
  const counted: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    counted.push((async () => {
      const answer = await request.response();
      if (!answer || answer.status() >= 300 && answer.status() < 400 || answer.fromServiceWorker() || request.url().startsWith('data:')) return;
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      const kind = request.resourceType() === 'font' ? 'fonts' : request.resourceType() === 'script' ? 'scripts' : 'document';
      sums[kind] += responseBodySize + responseHeadersSize;
      sums.requests += 1;
    })());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(counted);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  await page.close();
  return { ...sums, paint };
}
