import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRenderer, DocumentError, figure, heading, paragraph, renderPdf } from '../src/index.ts';
import { Coverage } from '../src/fonts/coverage.ts';
import { fontFiles } from '../src/fonts/files.ts';
import { hostileDocument } from './hostile.ts';
import { sampleReport } from './sample/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-pdf-'));
const langs = ['vi', 'lo', 'en'] as const;
const files: Record<string, Uint8Array> = {};

const has = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;
/** Looks into a PDF with one of poppler's tools, as a reader would. */
function poppler(tool: string, name: string, ...more: string[]): string {
  return spawnSync(tool, [join(folder, `${name}.pdf`), ...more], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
}
const missing = ['pdffonts', 'pdftotext', 'pdfinfo'].filter((tool) => !has(tool));
if (missing.length > 0) console.warn(`PDFs are not read back: ${missing.join(', ')} not installed (poppler-utils)`);
const mustRead = process.env['ENTENTE_TEST_ALL'] === '1';

beforeAll(async () => {
  for (const lang of langs) {
    files[lang] = await renderPdf(sampleReport(lang));
    writeFileSync(join(folder, `${lang}.pdf`), files[lang]);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeRenderer();
});

describe('the PDF', () => {
  it('says that it is PDF/A-2a, and is the same for the same document', async () => {
    const text = Buffer.from(files['vi'] ?? []).toString('latin1');
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
    expect(Buffer.from(await renderPdf(sampleReport('vi'))).equals(files['vi'] ?? new Uint8Array())).toBe(true);
  });

  it('draws what people wrote as text, and what no font has as its code point', async () => {
    const odd = { ...hostileDocument, blocks: [...hostileDocument.blocks, heading(1, 'e\u2061\u{1F600} \uFE0F'), paragraph('中文 ₭ ₫ ກ')] };
    writeFileSync(join(folder, 'odd.pdf'), await renderPdf(odd));
    expect(readFileSync(join(folder, 'odd.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    if (!has('pdftotext')) return;
    const text = poppler('pdftotext', 'odd', '-');
    expect(text).toContain('e[U+1F600]');
    expect(text).toContain('[U+4E2D][U+6587] ₭ ₫ ກ');
    expect(text).toContain('#panic("x") *b* _i_ `c` $x$ @ref <script>');
  });

  it('is refused with every reason when the document cannot be drawn', async () => {
    await expect(renderPdf({ ...sampleReport('en'), date: 'soon', lang: '' })).rejects.toSatisfy((error) => error instanceof DocumentError && error.problems.length === 2);
  });
});

describe.skipIf(missing.length > 0 && !mustRead)('the PDF, read back', () => {
  it.each(langs)('%s: has some forty pages and a title', (lang) => {
    const info = poppler('pdfinfo', lang);
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeGreaterThanOrEqual(36);
    expect(info).toContain(`Title:           ${sampleReport(lang).title}`);
    expect(info).toContain('Tagged:          yes');
  });

  it.each(langs)('%s: embeds the shipped fonts and no others', (lang) => {
    const rows = poppler('pdffonts', lang).trim().split('\n').slice(2).map((line) => line.trim().split(/\s+/));
    const shipped = /^[A-Z]{6}\+(SourceSerif4|BeVietnamPro|NotoSerifLao|NotoSansLao)-/;
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row[0]).toMatch(shipped);
      // emb, sub, uni: embedded, subset, with a map back to Unicode.
      expect(row.slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
    }
  });

  it('uses no font of the machine, whatever a picture asks for', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text y="15" font-family="DejaVu Sans, Liberation Serif">abc</text></svg>';
    writeFileSync(join(folder, 'svg.pdf'), await renderPdf({ title: 'x', lang: 'en', parties: [], contents: 0, blocks: [figure(svg, 'abc')] }));
    expect(poppler('pdffonts', 'svg')).not.toMatch(/DejaVu|Liberation/);
  });

  it.each(langs)('%s: gives its text back', (lang) => {
    const text = poppler('pdftotext', lang, '-').replace(/\s+/g, ' ');
    const { vi, lo, en } = { vi: 'Số người tham gia thấp hơn dự kiến', lo: 'ທັງສອງຝ່າຍ', en: 'Fewer people took part than planned' };
    expect(text).toContain({ vi, lo, en }[lang]);
    expect(text).not.toMatch(/\uFFFD|\[U\+/);
  });
});

it('the fonts have every letter of the three languages, with room for both currencies', () => {
  const coverage = new Coverage(fontFiles.map((path) => readFileSync(path)));
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ₫₭€“”‘’–—…·';
  const lao = Array.from({ length: 0x60 }, (_, index) => String.fromCodePoint(0xe80 + index)).filter((sign) => /\p{L}|\p{M}|\p{Nd}/u.test(sign));
  const absent = Array.from(letters + letters.toUpperCase() + lao.join('')).filter((sign) => !coverage.has(sign.codePointAt(0) ?? 0));
  expect(absent).toEqual([]);
});
