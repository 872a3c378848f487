/** Every shape of page a person can reach: it answers, in their language, open to everyone, fits a phone, complains of nothing, and is light. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { langs } from '@entente/text';
import { barriers, tooWide } from './axe.ts';
import { hasBrowser, openBrowser, Person, type Seat } from './browser.ts';
import { crawl, shapeOf, type Reached } from './crawl.ts';
import { freePorts, startDemonstration, type Demonstration, type Side } from './demonstration.ts';
import { offersOf } from './offered.ts';
import { addressOf, isOf, pageRoutes } from './routes.ts';
import { loadOf } from './weight.ts';
import { readConfig } from '../src/config/index.ts';
import { startNode } from '../src/node.ts';

/** Looked at in every seat; the other shapes take turns. */
const OFTEN = new Set(['/', '/waiting', '/commitments', '/commitments/:id', '/instruments/:id', '/commitments/:id/edit', '/import', '/reporting/:id', '/joint-report', '/search']);
const KIB = 1_024;

let demo: Demonstration;
let ours: readonly Reached[];
/** One address of each shape that links lead to, and of each page of the node that none leads to. */
let shapes: ReadonlyMap<string, string>;
/** Pages of the route table that no address was found for. */
const missed: string[] = [];
beforeAll(async () => {
  const [started, routes] = await Promise.all([startDemonstration(), pageRoutes()]);
  demo = started;
  ours = await crawl(demo.vn, 'coordinator', 'vi');
  const found = new Map(ours.toReversed().map(({ shape, path }) => [shape, path]));
  for (const route of routes.filter((one) => !ours.some(({ path }) => isOf(one, path)))) {
    const path = await addressOf(demo.vn, 'vn-la-labour', route);
    if (path === null) missed.push(route);
    else found.set(route, path);
  }
  shapes = found;
}, 400_000);
afterAll(async () => { await demo?.stop(); });

/** What is wrong with answers as they came: status, language, and words that no reader should meet. */
function faultsOf(pages: readonly Reached[], lang: string): string[] {
  return pages.flatMap(({ path, status, html }) => {
    const words = html.replaceAll(/<(script|style|pre|code)[\s>][^]*?<\/\1>|<[^>]+>/gu, ' ');
    const stray = /\{[a-z]+\}|\bundefined\b|\[object|\bNaN\b/u.exec(words);
    return [
      ...(status === 200 ? [] : [`${path}: ${status}`]),
      ...(html.includes(`<html lang="${lang}"`) ? [] : [`${path}: not in ${lang}`]),
      ...(stray ? [`${path}: ${words.slice(Math.max(0, stray.index - 40), stray.index + 40)}`] : []),
    ];
  });
}

describe('every page', { timeout: 400_000 }, () => {
  test('of the route table is among those looked at: a new one cannot be forgotten', () => {
    expect(missed).toEqual([]);
  });

  test('answers the coordinator of one side, in their language', () => {
    expect(new Set(ours.map(({ shape }) => shape)).size).toBeGreaterThan(40);
    expect(faultsOf(ours, 'vi')).toEqual([]);
  });

  test.each([['la', 'leader', 'lo'], ['la', 'focal', 'en']] as const)('answers the other side’s people: %s %s in %s', async (node, login, lang) => {
    const pages = await crawl(demo[node], login, lang);
    expect(pages.length).toBeGreaterThan(40);
    expect(faultsOf(pages, lang)).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('in a browser', { timeout: 400_000 }, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser?.close(); });

  /** One address of each shape: the often seen, and every third of the rest. */
  const shareOf = (seat: number): string[] => [...shapes].filter(([shape], at) => OFTEN.has(shape) || at % 3 === seat).map(([, path]) => path);

  /** A form sent with nothing in it says what is missing. */
  async function sendEmpty(person: Person): Promise<void> {
    const send = person.page.locator('form.form[method=post] .buttons button').first();
    if (await send.count() > 0) await Promise.all([person.page.waitForNavigation(), send.click()]);
  }

  const seats: readonly Required<Pick<Seat, 'lang' | 'dark' | 'width'>>[] = [
    { lang: 'vi', dark: false, width: 1280 }, { lang: 'lo', dark: true, width: 390 }, { lang: 'en', dark: true, width: 1280 },
  ];
  test.each(seats)('is open to everyone and complains of nothing: $lang, dark $dark, $width wide', async (seat) => {
    const person = await Person.at(browser, demo.vn, seat);
    const found: string[] = [];
    for (const path of shareOf(seats.indexOf(seat))) {
      await person.open(path);
      found.push(...[...await barriers(person), ...person.complaints.splice(0)].map((fault) => `${path}: ${fault}`));
      if (!path.endsWith('/new')) continue;
      await sendEmpty(person);
      found.push(...(await barriers(person)).map((fault) => `${path}, with its problems: ${fault}`));
      person.complaints.length = 0;
    }
    expect(found).toEqual([]);
    await person.leave();
  });

  test.each([true, false])('fits a phone of 390 pixels, scripts %s', async (scripts) => {
    const person = await Person.at(browser, demo.vn, { width: 390, lang: scripts ? 'vi' : 'lo', scripts });
    const found: string[] = [];
    // The seat above that is as wide as a phone has seen its share.
    const seen = new Set(shareOf(1));
    for (const [shape, path] of shapes) {
      if (scripts ? seen.has(path) : !OFTEN.has(shape)) continue;
      await person.open(path);
      found.push(...(await tooWide(person)).map((fault) => `${path}: ${fault}`));
    }
    expect(found).toEqual([]);
    await person.leave();
  });

  test.each(langs)('the first page after signing in is light, and fetches the fonts of its own letters only: %s', async (lang) => {
    const { rest, fonts, order } = await loadOf(browser, demo.vn, lang, '/');
    const bytes = (of: typeof rest): number => of.reduce((sum, one) => sum + one.bytes, 0);
    expect(bytes(rest), 'bytes without fonts').toBeLessThanOrEqual(60 * KIB);
    expect(bytes(rest.filter(({ type }) => type === 'Script')), 'bytes of script').toBeLessThanOrEqual(20 * KIB);
    expect(rest.map(({ path }) => path).length, 'requests').toBeLessThanOrEqual(6);
    expect(bytes(fonts), 'bytes of fonts').toBeLessThanOrEqual(90 * KIB);
    expect(order, 'fonts never hold the text up').toBe('text first');
    expect(fonts.filter(({ path }) => lang !== 'lo' && /lao/iu.test(path))).toEqual([]);
  });

  test('a later page is one request and small', async () => {
    for (const path of ['/commitments', '/instruments', '/waiting', '/reporting']) {
      const { rest } = await loadOf(browser, demo.vn, 'vi', path, { after: '/' });
      expect(rest.map((one) => one.path), path).toEqual([path]);
      expect(rest[0]?.bytes, path).toBeLessThanOrEqual(24 * KIB);
    }
  });
});

describe('a restored node that waits for its peer', { timeout: 400_000 }, () => {
  test('offers nothing that it would refuse, says why in place of it, and goes on keeping drafts', async () => {
    await demo.stop();
    const config = readConfig(join(demo.folder, 'vn.yaml'));
    rmSync(config.highWater);
    const port = await freePorts();
    const node = await startNode({ ...config, listen: { ...config.listen, port }, url: `http://127.0.0.1:${port}`, peers: config.peers.map((peer) => ({ ...peer, url: 'http://127.0.0.1:9' })) }, () => undefined);
    try {
      const side: Side = { ...demo.vn, url: node.url, link: (login) => demo.vn.link(login).replace(demo.vn.url, node.url) };
      const commit = vi.spyOn(node.core.kernel, 'commit');
      const seen = await crawl(side, 'coordinator', 'en');
      const said = seen.filter(({ html }) => html.includes('It goes on by itself as soon as it has its own acts back from: Lao'));
      expect(said.map(({ shape }) => shape)).toEqual(expect.arrayContaining(['/commitments/:id/edit', '/waiting', '/commitments/:id/translate']));
      const entered = await fetch(side.link('coordinator'), { redirect: 'manual' });
      const headers = { cookie: entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '), origin: node.url, 'accept-language': 'en' };
      const pressed = new Set<string>();
      for (const { action, label, entries } of seen.flatMap(({ html }) => offersOf(html))) {
        const name = `${shapeOf(action)} ${label}`;
        if (action === '/sign-out' || pressed.has(name) || /^_(?:add|remove|up|down|find)$/u.test(entries.at(-1)?.[0] ?? '')) continue;
        pressed.add(name);
        const answer = await fetch(new URL(action, node.url), { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(entries.map((entry) => [...entry])) });
        expect([name, answer.status < 500]).toEqual([name, true]);
      }
      expect([...pressed]).toContain('/commitments/:id/edit Save draft');
      expect(commit.mock.calls).toEqual([]);
    } finally {
      await node.stop();
    }
  });
});
