/** Pages over a thin line (400 kbit/s, 400 ms there and back), as the browser simulates it: when the first text stands. */
import { join } from 'node:path';
import { chromium as engine, type Browser } from 'playwright-core';
import { chromium } from '@entente/testing/machine';
import { makeNode, serveNode, type NodePlace } from '../node.ts';
import { fillCommitments } from '../records.ts';
import { subject, type Line } from '../subject.ts';
import { timesOf } from '../timing.ts';

const [BITS_PER_SECOND, ROUND_TRIP] = [400_000, 400];
const LINE = { offline: false, latency: ROUND_TRIP, downloadThroughput: BITS_PER_SECOND / 8, uploadThroughput: BITS_PER_SECOND / 8 };
/** Loads of which the median is told. */
const ROUNDS = 5;
const LATER = ['/commitments', '/offices', '/waiting'] as const;

interface Seen { readonly first: number; readonly later: readonly number[] }

export default subject({
  about: 'first text of the first page and of later ones over 400 kbit/s with 400 ms there and back',
  lacks: () => { const one = chromium(); return 'path' in one ? null : one.reason; },
  async run({ folder, tell }) {
    const one = chromium();
    if (!('path' in one)) throw new Error(one.reason);
    const place = await makeNode(join(folder, 'node'), undefined, (kernel, by) => fillCommitments(kernel, by, 500));
    const node = await serveNode(place);
    const browser = await engine.launch({ executablePath: one.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      const lines: Line[] = [];
      for (const lang of ['vi', 'lo', 'en']) {
        tell(lang);
        const seen: Seen[] = [];
        for (let round = 0; round < ROUNDS; round += 1) seen.push(await visit(browser, place, lang));
        const [first, later] = [timesOf(seen.map((each) => each.first)), timesOf(seen.flatMap((each) => each.later))];
        lines.push({ what: `first page after sign-in, ${lang}: first text, median of ${first.count}`, unit: 'ms', value: first.median, beside: { what: 'one round trip', value: ROUND_TRIP, measured: false }, goal: { of: 'value', most: 2_000 } });
        lines.push({ what: `later pages, ${lang}: first text, median of ${later.count}`, unit: 'ms', value: later.median, beside: { what: 'one round trip', value: ROUND_TRIP, measured: false }, goal: { of: 'value', most: 1_200 } });
      }
      return lines;
    } finally {
      await browser.close();
      await node.stop();
    }
  },
});

/** Signs in over the whole line, then reads over the thin one with nothing kept but the session. */
async function visit(browser: Browser, place: Pick<NodePlace, 'link' | 'url'>, locale: string): Promise<Seen> {
  const door = await browser.newContext({ locale });
  await (await door.newPage()).goto(place.link);
  const storageState = await door.storageState();
  await door.close();
  const context = await browser.newContext({ locale, storageState, viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  const firstText = async (path: string): Promise<number> => {
    await page.goto(`${place.url}${path}`, { waitUntil: 'networkidle' });
    return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  };
  const first = await firstText('/');
  const later: number[] = [];
  for (const path of LATER) later.push(await firstText(path));
  await context.close();
  return { first, later };
}
