/** Every shape of page a person can reach: it answers, in their language, open to everyone, fits a phone, complains of nothing, and is light. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { langs } from '@entente/text';
import { hasBrowser, openBrowser, Person, type Seat } from './browser.ts';
import { crawl, type Reached } from './crawl.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';
import { loadOf } from './weight.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Looked at in every seat; the other shapes take turns. */
const OFTEN = new Set(['/', '/waiting', '/commitments', '/commitments/:id', '/instruments/:id', '/commitments/:id/edit', '/import', '/reporting/:id', '/joint-report', '/search']);
const KIB = 1_024;

let demo: Demonstration;
let ours: readonly Reached[];
beforeAll(async () => {
  demo = await startDemonstration();
  ours = await crawl(demo.vn, 'coordinator', 'vi');
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
  const shareOf = (seat: number): string[] => [...Map.groupBy(ours, ({ shape }) => shape)]
    .filter(([shape], at) => OFTEN.has(shape) || at % 3 === seat).flatMap(([, [first]]) => (first ? [first.path] : []));

  async function axe(person: Person): Promise<string[]> {
    await person.page.evaluate(AXE);
    const { violations } = await person.page.evaluate(async (values) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({ resultTypes: ['violations'], runOnly: values }), RULES);
    return violations.map((one) => `${one.id} ${one.nodes[0]?.html.slice(0, 140) ?? ''}`);
  }

  async function tooWide(person: Person): Promise<string[]> {
    const over = await person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return over > 1 ? [`${over} pixels too wide`] : [];
  }

  const seats: readonly Required<Pick<Seat, 'lang' | 'dark' | 'width'>>[] = [
    { lang: 'vi', dark: false, width: 1280 }, { lang: 'lo', dark: true, width: 390 }, { lang: 'en', dark: true, width: 1280 },
  ];
  test.each(seats)('is open to everyone and complains of nothing: $lang, dark $dark, $width wide', async (seat) => {
    const person = await Person.at(browser, demo.vn, seat);
    const found: string[] = [];
    for (const path of shareOf(seats.indexOf(seat))) {
      await person.open(path);
      found.push(...[...await axe(person), ...await tooWide(person), ...person.complaints.splice(0)].map((fault) => `${path}: ${fault}`));
    }
    expect(found).toEqual([]);
    await person.leave();
  });

  test.each([true, false])('fits a phone of 390 pixels, scripts %s', async (scripts) => {
    const person = await Person.at(browser, demo.vn, { width: 390, lang: scripts ? 'vi' : 'lo', scripts });
    const found: string[] = [];
    // The seat above that is as wide as a phone has seen its share.
    const seen = new Set(shareOf(1));
    for (const [shape, [first]] of Map.groupBy(ours, (page) => page.shape)) {
      if (!first || (scripts ? seen.has(first.path) : !OFTEN.has(shape))) continue;
      await person.open(first.path);
      found.push(...(await tooWide(person)).map((fault) => `${first.path}: ${fault}`));
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
