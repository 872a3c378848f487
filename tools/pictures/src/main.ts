/**
 * `pnpm pictures`: the README's pictures, taken from the real pages of a running demonstration, so that they cannot show
 * what is not there. Needs Chromium and `pnpm start` in another window.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';

interface Picture {
  readonly name: string;
  readonly node: 'vn' | 'la';
  readonly lang: string;
  /** Address, or how to get there from the home page. */
  readonly open: (page: Page, home: string) => Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  { name: 'home-vi', node: 'vn', lang: 'vi', open: (page, home) => page.goto(home) },
  { name: 'commitment-vi', node: 'vn', lang: 'vi', open: async (page, home) => {
    await page.goto(`${home}/commitments?q=686&sort=date`);
    await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click();
  } },
  { name: 'reporting-lo', node: 'la', lang: 'lo', open: async (page, home) => {
    await page.goto(`${home}/reporting`);
    const [period] = await page.getByRole('main').getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    await page.goto(`${home}${period ?? ''}?show=differs`);
  } },
];

const folder = resolve(process.env['ENTENTE_DATA'] ?? 'data');
const out = resolve('docs/pictures');
const demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as { nodes: Record<string, { url: string }> };
const prepared = JSON.parse(readFileSync(join(folder, 'prepared.json'), 'utf8')) as { access: Record<string, { links: Record<string, string> }> };

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const picture of PICTURES) {
    const home = demo.nodes[picture.node]?.url ?? '';
    const link = prepared.access[picture.node.toUpperCase()]?.links['coordinator'] ?? '';
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${home}/sign-in/link/${link}`);
    await page.goto(`${home}/?lang=${picture.lang}`);
    await picture.open(page, home);
    await page.screenshot({ path: join(out, `${picture.name}.png`) });
    console.log(`docs/pictures/${picture.name}.png  ${page.url()}`);
    await context.close();
  }
} finally {
  await browser.close();
}
