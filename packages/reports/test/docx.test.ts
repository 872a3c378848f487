import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRenderer, renderDocx } from '../src/index.ts';
import { hostile, hostileDocument } from './hostile.ts';
import { sampleReport } from './sample/report.ts';
import { assertWellFormed } from './xml.ts';

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, data]) => [name, strFromU8(data)]));
/** The runs that hold text. */
const runsOf = (xml: string): string[] => (xml.match(/<w:r>.*?<\/w:r>/gs) ?? []).filter((run) => /<w:t[ >]/.test(run));

afterAll(closeRenderer);

describe('the Word file', () => {
  const parts: Record<string, Record<string, string>> = {};
  beforeAll(async () => {
    for (const lang of ['vi', 'lo', 'en'] as const) parts[lang] = partsOf(await renderDocx(sampleReport(lang)));
  });
  const body = (lang: string): string => parts[lang]?.['word/document.xml'] ?? '';

  it('is well-formed in all its parts', () => {
    for (const files of Object.values(parts)) for (const [name, xml] of Object.entries(files)) expect(() => assertWellFormed(xml, name)).not.toThrow();
  });

  it('says the language of the document, and of every Lao run, with a font that has Lao', () => {
    expect(parts['vi']?.['word/styles.xml']).toContain('<w:lang w:val="vi-VN" w:bidi="lo-LA"/>');
    expect(parts['lo']?.['word/styles.xml']).toContain('<w:lang w:val="lo-LA" w:bidi="lo-LA"/>');
    const lao = runsOf(body('vi')).filter((run) => /[\u0E80-\u0EFF]/.test(run));
    expect(lao.length).toBeGreaterThan(0);
    // The entries of the contents, which Word writes anew, take the document's complex-script font.
    const own = runsOf(body('lo')).filter((each) => /[\u0E80-\u0EFF]/.test(each) && !each.includes('IndexLink'));
    expect(parts['lo']?.['word/styles.xml']).toMatch(/<w:docDefaults>.*w:cs="Noto Serif Lao".*<\/w:docDefaults>/s);
    for (const run of [...lao, ...own]) {
      expect(run).toContain('w:ascii="Noto Serif Lao"');
      expect(run).toContain('w:cs="Noto Serif Lao"');
      expect(run).toContain('w:bidi="lo-LA"');
      expect(run).not.toMatch(/>[^<]*[A-Za-z0-9]+[^<]*<\/w:t>/);
    }
  });

  it('carries the Lao font inside, regular and bold', () => {
    expect(parts['lo']?.['word/fontTable.xml']).toMatch(/w:name="Noto Serif Lao".*w:embedRegular.*w:embedBold/s);
  });

  it('has Word’s own headings, numbered by Word, contents and footnotes, and tables that repeat their head', () => {
    const xml = body('vi');
    for (const level of [1, 2, 3, 4]) expect(xml).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    expect(xml).toMatch(/TOC \\h \\o (&quot;|")1-2/);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(parts['vi']?.['word/footnotes.xml']).toContain('bản tóm tắt');
    expect(xml).toMatch(/<wp:docPr [^>]*descr="[^"]+"/);
  });

  it('never justifies', () => {
    for (const lang of ['vi', 'lo', 'en']) expect(body(lang) + (parts[lang]?.['word/styles.xml'] ?? '')).not.toMatch(/<w:jc w:val="(both|distribute)"/);
  });

  it('is dated by the document', () => {
    expect(parts['vi']?.['docProps/core.xml']).toContain('2022-03-15T00:00:00Z</dcterms:created>');
  });
});

it('writes what people wrote as text', async () => {
  const files = partsOf(await renderDocx(hostileDocument));
  for (const [name, xml] of Object.entries(files)) expect(() => assertWellFormed(xml, name)).not.toThrow();
  expect(files['word/document.xml']).toContain(hostile.slice(0, 20).replaceAll('"', '&quot;'));
});

it('can work out the page numbers of the contents itself', async () => {
  const { blocks, ...rest } = sampleReport('en');
  const xml = partsOf(await renderDocx({ ...rest, blocks: blocks.slice(0, 12) }, { pageNumbers: 'estimated' }))['word/document.xml'] ?? '';
  expect(xml).toMatch(/PAGEREF.*?<w:t[^>]*>\d+<\/w:t>/s);
});
