/** Whether a page, as it stands now, is open to everyone and fits its window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Person } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core holds against the page a person has open, and pixels it is too wide; empty when all is well. */
export async function barriers(person: Person): Promise<readonly string[]> {
  await person.page.evaluate(AXE);
  const { violations } = await person.page.evaluate(async (values) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({ resultTypes: ['violations'], runOnly: values }), RULES);
  return [...violations.map((one) => `${one.id} ${one.nodes[0]?.html.slice(0, 140) ?? ''}`), ...await tooWide(person)];
}

/** Pixels by which the page is wider than its window, in words; empty when it fits. */
export async function tooWide(person: Person): Promise<readonly string[]> {
  const over = await person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 1 ? [`${over} pixels too wide`] : [];
}
