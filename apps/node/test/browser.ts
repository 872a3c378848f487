/** Driving the product as a person does: by role and visible name, in a language, with what the page said of itself kept. */
import { chromium as engine, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { chromium } from '@entente/testing';
import { type Lang } from '@entente/text';
import type { Side } from './demonstration.ts';

const found = chromium();
/** False where there is no Chromium: the suites that need one are skipped, and the reason is printed. */
export const hasBrowser = 'path' in found;

const LOCALES: Readonly<Record<Lang, string>> = { vi: 'vi-VN', lo: 'lo-LA', en: 'en-GB' };
/** Milliseconds a page may take on a busy machine. */
const PATIENCE = 60_000;

export async function openBrowser(): Promise<Browser> {
  if (!('path' in found)) throw new Error(found.reason);
  // As root (in a container) Chromium has no sandbox to run in.
  return engine.launch({ executablePath: found.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export interface Seat {
  readonly lang?: Lang;
  readonly login?: 'coordinator' | 'focal' | 'leader' | 'reader';
  readonly width?: number;
  readonly dark?: boolean;
  readonly scripts?: boolean;
}

/** One person at one node, in a browser of their own. */
export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly side: Side;
  /** What the console and the page complained of. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, side: Side) {
    this.context = context;
    this.page = page;
    this.side = side;
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(`console: ${message.text()}`); });
    page.on('requestfailed', (request) => this.complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  }

  static async at(browser: Browser, side: Side, { lang = side.name === 'la' ? 'lo' : 'vi', login = 'coordinator', width = 1280, dark = false, scripts = true }: Seat = {}): Promise<Person> {
    const context = await browser.newContext({ locale: LOCALES[lang], viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: scripts, acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE);
    const person = new Person(context, await context.newPage(), side);
    await person.page.goto(side.link(login));
    return person;
  }

  async open(path: string): Promise<void> { await this.page.goto(new URL(path, this.side.url).href); }
  async press(name: string | RegExp, within?: Locator): Promise<void> { await (within ?? this.page).getByRole('button', { name, exact: typeof name === 'string' }).first().click(); }
  async follow(name: string | RegExp, within?: Locator): Promise<void> { await (within ?? this.page).getByRole('link', { name, exact: typeof name === 'string' }).first().click(); }
  async fill(label: string | RegExp, value: string, within?: Locator): Promise<void> { await this.field(label, within).fill(value); }
  async choose(label: string | RegExp, option: string, within?: Locator): Promise<void> { await this.field(label, within).selectOption({ label: option }); }
  async tick(label: string | RegExp, within?: Locator): Promise<void> { await (within ?? this.page).getByRole('checkbox', { name: label }).first().check(); }

  /** A field by its label; labels carry "(optional)" behind their words. */
  field(label: string | RegExp, within?: Locator): Locator {
    const name = typeof label === 'string' ? new RegExp(`^${escaped(label)}(?: \\(.*\\))?$`, 'u') : label;
    return (within ?? this.page).getByLabel(name).first();
  }

  /** A part of the page under its heading. */
  part(title: string | RegExp): Locator { return this.page.locator('section, fieldset, div.panel, article').filter({ has: this.page.getByRole('heading', { name: title }) }).last(); }
  /** What the page's main part says. */
  async text(within?: Locator): Promise<string> { return (await (within ?? this.page.getByRole('main')).innerText()).replaceAll(/[ \u00A0\n\t]+/gu, ' '); }
  /** Title of the page, as its first heading says. */
  async title(): Promise<string> { return (await this.page.getByRole('heading', { level: 1 }).innerText()).trim(); }
  /** The sentence that says what just happened. */
  async told(): Promise<string> { return (await this.page.getByRole('status').first().innerText()).trim(); }
  get path(): string { return new URL(this.page.url()).pathname; }
  async leave(): Promise<void> { await this.context.close(); }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
