/** The living page in a real browser: the accessibility rules in three languages, light and dark, and what scripts add. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { langs, type Lang } from '@entente/text';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets, Page as Frame, PageHead, renderPage } from '../index.ts';
import { designPage } from './page.tsx';

const CHROMIUM = '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present) {
  if (process.env['ENTENTE_TEST_ALL'] === '1') throw new Error(`no browser at ${CHROMIUM}, and ENTENTE_TEST_ALL asks for every test`);
  console.warn(`living page: skipped, no browser at ${CHROMIUM}`);
}

const assets = buildAssets();
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'";
const offices = { options: [{ value: 'x', label: 'Sở Nội vụ tỉnh Nghệ An' }, { value: 'y', label: 'ພະແນກແຮງງານ', lang: 'lo' }] };

/** A page with text in its own language only, in a frame that names every language. */
const plainPage = (lang: Lang): string => renderPage(
  <Frame lang={lang} title="Entente" assets={assets.links} languages={langs.map((l) => ({ lang: l, href: `?lang=${l}`, current: l === lang }))}>
    <PageHead title={lang === 'lo' ? 'ຄຳໝັ້ນສັນຍາ' : 'Cam kết'} />
    <div class="text" lang={lang}><p>{lang === 'lo' ? 'ຮ່ວມມືດ້ານວິຊາການ 686.' : 'Nối chuyên môn 686.'} <b>2019</b></p></div>
  </Frame>,
);

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = assets.files.find((f) => f.path === url.pathname);
    response.setHeader('content-security-policy', POLICY);
    if (file) response.setHeader('content-type', file.type).end(file.bytes);
    else if (url.pathname === '/plain') response.setHeader('content-type', 'text/html; charset=utf-8').end(plainPage(url.searchParams.get('lang') as Lang));
    else if (url.pathname === '/design/offices') response.setHeader('content-type', 'application/json').end(JSON.stringify(offices));
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(designPage((url.searchParams.get('lang') ?? 'en') as Lang, assets.links));
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}

interface Finding { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the driver, not by the page: the page's own policy stays in force.
  const found = await page.evaluate<Finding[]>(`axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then((r) => r.violations)`);
  return found.map((v) => `${v.id}: ${v.nodes.slice(0, 4).map((n) => `${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`).join(' | ')}`);
}

/** What an eye would catch and no pixel has to be compared for: text out of its box, cut glyphs, things on top of each other, Lao set too tight. */
async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const named = (e: Element): string => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}"> ${(e.textContent ?? '').trim().slice(0, 40)}`;
    const shown = [...document.querySelectorAll('main *, header.top *')].filter((e) => e instanceof HTMLElement && e.checkVisibility() && e.closest('.unseen, .skip, .choices, svg, select') === null) as HTMLElement[];
    for (const e of shown) {
      const [style, box] = [getComputedStyle(e), e.getBoundingClientRect()];
      if (box.width === 0 || box.height === 0) continue;
      const own = [...e.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      if (own && (box.right > document.documentElement.clientWidth + 1 || box.left < -1)) faults.push(`out of the page: ${named(e)}`);
      if (own && style.overflowY === 'hidden' && style.position !== 'absolute' && e.scrollHeight > e.clientHeight + 2) faults.push(`cut: ${named(e)}`);
      if (own && style.overflowX === 'visible' && !style.display.startsWith('inline') && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 2) faults.push(`wider than its box: ${named(e)}`);
      if (own && e.closest('[lang]')?.getAttribute('lang') === 'lo' && /[\u0e80-\u0eff]/u.test(e.textContent ?? '') && Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize) < 1.59) faults.push(`too tight: ${named(e)}`);
      const next = e.nextElementSibling;
      if (!(next instanceof HTMLElement) || !next.checkVisibility() || next.matches('.unseen') || [style, getComputedStyle(next)].some((s) => s.position !== 'static' || s.display.startsWith('inline') || s.display === 'contents' || s.display === 'list-item')) continue;
      const after = next.getBoundingClientRect();
      const [down, across] = [Math.min(box.bottom, after.bottom) - Math.max(box.top, after.top), Math.min(box.right, after.right) - Math.max(box.left, after.left)];
      if (down > 2 && across > 2) faults.push(`on top of each other: ${named(e)} and ${named(next)}`);
    }
    return faults;
  });
}

describe.skipIf(!present)('the living page', () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = await serve();
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/design`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => { await browser.close(); server.close(); });

  const open = async (lang: Lang, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context = await browser.newContext(options);
    await context.addInitScript({ content: axe.source });
    const page = await context.newPage();
    await page.goto(`${base}?lang=${lang}`);
    return page;
  };

  for (const lang of langs) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`breaks no accessibility rule: ${lang}, ${colorScheme}`, async () => {
        const page = await open(lang, { colorScheme, viewport: { width: 1280, height: 900 } });
        expect(await violations(page)).toEqual([]);
        expect(await layoutFaults(page)).toEqual([]);
        await page.context().close();
      });
    }

    it(`fits a phone without scrolling sideways: ${lang}`, async () => {
      const page = await open(lang, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await violations(page)).toEqual([]);
      expect(await layoutFaults(page)).toEqual([]);
      await page.context().close();
    });
  }

  const requestsOf = async (lang: Lang): Promise<string[]> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await page.goto(`${base.replace('/design', '/plain')}?lang=${lang}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await context.close();
    return paths;
  };

  it('asks for four files for a Vietnamese page, none of them Lao', async () => {
    const paths = await requestsOf('vi');
    expect(paths).toHaveLength(4);
    expect(paths.filter((path) => path.includes('lao'))).toEqual([]);
  });

  it('asks for at most six files for a Lao page', async () => {
    const paths = await requestsOf('lo');
    expect(paths.length).toBeLessThanOrEqual(6);
    expect(paths.some((path) => path.includes('text-lao'))).toBe(true);
  });

  it('runs its scripts without breaking the content security policy', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${base}?lang=en`);
    await page.waitForLoadState('networkidle');
    expect(said).toEqual([]);
    await context.close();
  });

  it('picks an office with the keyboard alone', async () => {
    const page = await open('en');
    const box = page.getByRole('combobox', { name: 'Search: Responsible office' }).first();
    await box.focus();
    await page.keyboard.type('nghe an');
    await page.getByRole('option', { name: 'Sở Nội vụ tỉnh Nghệ An' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('radio', { name: 'Sở Nội vụ tỉnh Nghệ An' }).isChecked()).toBe(true);
    await page.context().close();
  });

  it('keeps what is typed and offers it again', async () => {
    const page = await open('en');
    await page.getByRole('textbox', { name: 'What is to be done' }).fill('Two weeks in Ninh Binh');
    await page.waitForTimeout(600);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${base}?lang=en`);
    expect(await page.getByRole('textbox', { name: 'What is to be done' }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Fill it in again' }).click();
    expect(await page.getByRole('textbox', { name: 'What is to be done' }).inputValue()).toBe('Two weeks in Ninh Binh');
    await page.context().close();
  });

  it('holds back a form while the line is down, and says so', async () => {
    const page = await open('en');
    await page.getByRole('textbox', { name: 'What is to be done' }).fill('Typed offline');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save and propose' }).first().click();
    await page.getByText('The line is down.').waitFor();
    expect(page.url()).toContain('/design');
    await page.context().close();
  });
});
