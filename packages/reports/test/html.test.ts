import { describe, expect, it } from 'vitest';
import { DocumentError, renderHtml } from '../src/index.ts';
import { hostileDocument } from './hostile.ts';
import { sampleReport } from './sample/report.ts';

const count = (html: string, pattern: RegExp): number => Array.from(html.matchAll(pattern)).length;

describe('the page', () => {
  const html = { vi: renderHtml(sampleReport('vi')), lo: renderHtml(sampleReport('lo')), en: renderHtml(sampleReport('en')) };

  it('says its language, and that of every passage in another', () => {
    expect(html.vi).toContain('<html lang="vi">');
    expect(html.lo).toContain('<html lang="lo">');
    expect(html.en).toMatch(/<blockquote lang="vi"><p>[^<]*<span lang="en"><small class="provenance">[^<]*original, not translated/);
    expect(html.vi).toMatch(/<span lang="lo">ບົດ/);
  });

  it('reaches for nothing outside and runs nothing', () => {
    for (const each of Object.values(html)) expect(each).not.toMatch(/<script|<link|src="(?!data:)|url\((?!data:)|@import/);
  });

  it('has one first heading, unique ids, and links that lead somewhere', () => {
    expect(count(html.vi, /<h1[ >]/g)).toBe(1);
    const ids = Array.from(html.vi.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.vi.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('carries the Lao fonts only where Lao is set, and lets Lao break between words', () => {
    const plain = { ...sampleReport('en'), blocks: [] };
    expect(renderHtml(plain)).not.toContain('@font-face');
    expect(html.lo).toContain('@font-face');
    expect(renderHtml(sampleReport('lo'), { embedFonts: false })).not.toContain('@font-face');
    expect(html.lo).toContain('<wbr>');
  });

  it('writes what people wrote as text', () => {
    const written = renderHtml(hostileDocument);
    expect(written).not.toContain('<script>');
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;');
  });

  it('is not made of a document that cannot be drawn', () => {
    expect(() => renderHtml({ ...hostileDocument, date: 'soon' })).toThrow(DocumentError);
  });
});
