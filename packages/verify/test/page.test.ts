import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@entente/testing';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatBundle, verifyBundle } from '../src/index.ts';
import { buildVerifyPage } from '../src/page/build.ts';
import { explain, messages, say } from '../src/words/index.ts';
import { cosigned, item, proposal, RECORD, Side, world } from './world.ts';

describe('what a check came to, in words', () => {
  const reportOf = async (bytes: Uint8Array, roots: readonly string[] = []) => {
    const report = await verifyBundle(bytes, { roots });
    if (!report.ok) throw new Error(report.reason);
    return report.value;
  };

  it('tells who agreed to what, since when the other held it, and what is not proven', async () => {
    const { bundle, roots } = await world();
    const told = explain(await reportOf(formatBundle(bundle), roots), 'en');
    expect(told.verdict).toBe('proven');
    expect(told.sections[0]).toMatchObject({ title: 'Content: A', notShown: [messages['unproven-earlier-acts'].en] });
    expect(told.sections[0]?.lines.slice(1)).toEqual([
      'la agreed to exactly this (entry 0 of its journal, dated 2026-11-21 03:04:05 UTC by itself).', 'vn held this entry by 2027-01-15 08:01:00 UTC at the latest (by its own clock and signature).',
      'vn agreed to exactly this (entry 3 of its journal, dated 2026-11-21 03:04:05 UTC by itself).', 'la held this entry by 2027-01-15 08:00:00 UTC at the latest (by its own clock and signature).',
    ]);
  });

  it('tells of the record the file was made for, counts the others, and heeds no record that no act names', async () => {
    const { vn, la, bundle, roots } = await world();
    const other = '0190a5b4-7c1e-7d2a-9b3c-000000000009';
    vn.act({ ...proposal({ title: 'Beside' }), record: other }, { ...item('consent'), record: other });
    const acts = [...bundle.acts.slice(1), ...await Promise.all([3, 4].map(async (index) => ({ journal: vn.origin, index, bytes: vn.acts[index]!, checkpoint: 0, proof: await vn.proof(index) })))];
    const whole = { ...bundle, acts, checkpoints: [await cosigned(await vn.checkpoint(), la, 1_800_000_000), ...bundle.checkpoints.slice(1)] };
    const told = async (record: string) => explain(await reportOf(formatBundle({ ...whole, about: { cooperation: 'vn-la', record } }), roots), 'en');
    const { sections, others } = await told(RECORD);
    expect(sections.map(({ title }) => title)).toEqual(['Content: A', '']);
    expect(others?.note).toBe('Other records that the same acts speak of: 1.');
    expect(others?.sections.map(({ title }) => title)).toContain('Content: Beside');
    const astray = await told('0190a5b4-7c1e-7d2a-9b3c-00000000000a');
    expect([astray.others, astray.sections.length]).toEqual([null, 3]);
  });

  it('says that authenticity is not proven without roots, and that a damaged act is not to be relied on', async () => {
    const { bundle, roots } = await world();
    expect(explain(await reportOf(formatBundle(bundle)), 'vi')).toMatchObject({ verdict: 'consistent', headline: messages.consistent.vi });
    const broken = formatBundle({ ...bundle, acts: bundle.acts.map((act) => ({ ...act, index: act.index + 1 })) });
    expect(explain(await reportOf(broken, roots), 'en')).toMatchObject({ verdict: 'broken', headline: say('broken', 'en', { count: 2 }) });
    expect(explain(await reportOf(formatBundle({ ...bundle, acts: [] }), roots), 'lo')).toMatchObject({ verdict: 'broken', headline: messages.empty.lo });
  });

  it('writes nothing that could steer a terminal, whatever the content holds', async () => {
    const side = new Side('vn', 1);
    side.act(proposal({ title: '\u001b[2J\u202eevil' }));
    const bundle = { anchors: [(await side.key('journal')).key.vkey], keys: [], checkpoints: [await side.checkpoint()], acts: [{ journal: side.origin, index: 0, bytes: side.acts[0]!, checkpoint: 0, proof: [] }], contents: [] };
    expect(explain(await reportOf(formatBundle(bundle)), 'en').sections[0]?.title).toBe('Content:  [2J evil');
  });

  it('has every sentence in three languages with the same places', () => {
    for (const message of Object.values(messages)) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).filter((place, at, all) => all.indexOf(place) === at).toSorted();
      expect(places(message.vi)).toEqual(places(message.en));
      expect(places(message.lo)).toEqual(places(message.en));
    }
  });
});

const found = chromium();

describe.skipIf('reason' in found)('the page that needs no server', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
  beforeAll(async () => {
    browser = await browserType.launch({ executablePath: 'path' in found ? found.path : '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('checks a file that is dropped in, opened from a disk, asking nobody', async () => {
    const { bundle, roots } = await world();
    const [html, file] = [join(folder, 'verify.html'), join(folder, 'evidence.json')];
    writeFileSync(html, buildVerifyPage());
    writeFileSync(file, formatBundle(bundle));
    const page = await browser.newPage({ locale: 'en-GB' });
    const faults: string[] = [];
    const asked: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push(request.url()); });
    await page.goto(pathToFileURL(html).href);
    await page.setInputFiles('#file', file);
    await page.waitForSelector('.verdict.consistent');
    await page.fill('#roots', roots.join('\n'));
    await page.waitForSelector('.verdict.proven');
    expect(await page.textContent('#answer')).toContain('la agreed to exactly this');
    await page.click('button[lang=vi]');
    await page.waitForFunction(() => document.documentElement.lang === 'vi');
    await page.waitForFunction((text) => document.querySelector('.verdict')?.textContent === text, messages.proven.vi);
    await page.fill('#roots', 'zz');
    await page.waitForSelector('.verdict.broken');
    const other = join(folder, 'other.json');
    writeFileSync(other, 'no bundle');
    await page.fill('#roots', '');
    await page.waitForSelector('.verdict.consistent');
    await page.setInputFiles('#file', other);
    await page.waitForSelector('.verdict.broken');
    expect(faults).toEqual([]);
    expect(asked).toEqual([pathToFileURL(html).href]);
  });
});
