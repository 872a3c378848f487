/** The living page as markup: what must hold for every component at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { langs, messageFaults, messageStatistics } from '@entente/text';
import { describe, expect, it } from 'vitest';
import * as ui from '../index.ts';
import { buildAssets } from '../index.ts';
import { designPage } from './page.tsx';

const { links } = buildAssets();

/** Attributes of every element of one kind in a piece of markup. */
const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}[\\s>][^>]*`, 'gu')) ?? [];
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];

describe.each(langs)('the living page in %s', (lang) => {
  const html = designPage(lang, links);

  it('gives every id once, and every reference an element', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map((m) => m[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const referred = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/gu)].flatMap((m) => (m[1] ?? '').split(' '));
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
    const anchors = [...html.matchAll(/<li[^>]*><a href="#(wrong-[^"]+)"/gu)].map((m) => m[1]);
    expect(anchors).toHaveLength(4);
    expect(anchors.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('ties a label to every control', () => {
    const fors = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]+)"/gu)].map((m) => m[1]));
    const bare = ['input', 'select', 'textarea'].flatMap((name) => tags(html, name))
      .filter((tag) => !['hidden', 'radio', 'checkbox'].includes(attribute(tag, 'type') ?? ''))
      .filter((tag) => attribute(tag, 'aria-label') === undefined && !fors.has(attribute(tag, 'id') ?? ''));
    expect(bare).toEqual([]);
  });

  it('carries no inline style, script or handler', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/u);
  });

  it('leaves no placeholder, no message id and nothing undefined', () => {
    const text = html.replaceAll(/<[^>]+>/gu, ' ');
    expect(text).not.toMatch(/\{[a-z]+\}|undefined|\[object|NaN/u);
  });
});

it.each(['vi', 'en'] as const)('says where a page in %s speaks Lao', (lang) => {
  const html = designPage(lang, links);
  const rest = html.slice(html.indexOf('<main')).replaceAll(/<\/?bdi[^>]*>/gu, '').replaceAll(/<(\w+)[^>]*\slang="lo"[^>]*>[^]*?<\/\1>/gu, '').replaceAll(/"[^"]*"/gu, '');
  expect(rest).not.toMatch(/[\u0e80-\u0eff]/u);
});

describe('the words of the components', () => {
  it('are whole in every language', () => {
    expect(messageFaults().filter((fault) => /^(ui|design)/u.test(fault.id))).toEqual([]);
  });

  it('mark all Lao as written by machine until a person has read it', () => {
    const ui = messageStatistics().byNamespace['ui'];
    expect(ui?.machine.lo).toBe(ui?.messages);
    expect(ui?.machine.vi).toBe(0);
  });
});

/** Drawn by the page, or by components that stand there. */
const INSIDE = new Set(['Page', 'Reading', 'Speaker', 'Runs', 'MarkedText', 'ProblemSummary', 'Buttons', 'ProvenanceLabel', 'ChartFigure', 'ProgressBar', 'Pagination']);

it('shows every component there is', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.tsx')).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const components = Object.entries(ui).filter(([name, value]) => /^[A-Z]/u.test(name) && typeof value === 'function' && !INSIDE.has(name)).map(([name]) => name);
  expect(components.filter((name) => !new RegExp(`<${name}[\\s>/]`, 'u').test(sources))).toEqual([]);
});
