import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Change, Difference, Joint, LanguageColumns, LocalizedText, MarkedText, Reading, SideBySide, useLang, type TextVersion } from '../index.ts';

const draw = (piece: VNode, lang: 'vi' | 'lo' | 'en' = 'en'): string => renderToString(<Reading lang={lang} mine="VN" parties={[{ id: 'VN', name: 'Viet Nam' }, { id: 'LA', name: 'Lao PDR' }]}>{piece}</Reading>);
const versions: TextVersion[] = [
  { lang: 'vi', text: 'Trung tâm 686', provenance: 'authentic' },
  { lang: 'lo', text: 'ສູນ 686', provenance: 'machine', stale: true },
];

describe('a localized text', () => {
  it('is shown in the reader’s language where there is one, with the others one step away', () => {
    const html = draw(<LocalizedText versions={versions} />, 'lo');
    expect(html).toContain('<div class="text" lang="lo"><p>ສູນ 686</p></div>');
    expect(html).toContain('class="prov stale"');
    expect(html).toContain('<details class="others">');
  });

  it('falls back to the authentic text and says that the reader’s language is missing', () => {
    const html = draw(<LocalizedText versions={versions} expected={['vi', 'lo', 'en']} />);
    expect(html).toContain('<div class="text" lang="vi">');
    expect(html).toContain('not available in English');
  });

  it('marks the language of a line that is not the reader’s', () => {
    expect(draw(<LocalizedText as="line" versions={versions} />)).toBe('<span lang="vi">Trung tâm 686</span>');
    expect(draw(<LocalizedText as="line" versions={versions} />, 'vi')).toBe('<span>Trung tâm 686</span>');
  });

  it('stands beside its other languages, the reader’s first, and names those that are missing', () => {
    const html = draw(<LocalizedText as="columns" versions={versions} expected={['vi', 'lo', 'en']} />, 'lo');
    expect(html.indexOf('ສູນ 686')).toBeLessThan(html.indexOf('Trung tâm 686'));
    expect(html.match(/<section>/gu)).toHaveLength(2);
    expect(html).toContain('prov missing');
  });

  it('stands in columns passage by passage, and a missing passage says so', () => {
    const html = draw(<LanguageColumns columns={[{ lang: 'vi', provenance: 'authentic' }, { lang: 'lo', provenance: 'translation' }]} rows={[{ id: 'p3', number: '3.', texts: { vi: 'Một' } }]} />);
    expect(html).toContain('id="p3"');
    expect(html).toContain('No Lao text yet.');
  });
});

describe('a difference', () => {
  it('is readable without colour and by ear', () => {
    const html = draw(<Difference before="20 people" after="24 people" lang="en" />);
    expect(html).toContain('<del><span class="unseen">removed: </span>20</del>');
    expect(html).toContain('<ins><span class="unseen">added: </span>24</ins>');
  });

  it('says when there is none, and when a value appeared', () => {
    expect(draw(<Difference before="x" after="x" lang="en" />)).toContain('No difference.');
    expect(draw(<Change after="24" />)).toContain('(empty)');
  });
});

describe('voices', () => {
  it('say who speaks, whose side it is, and when a side is silent', () => {
    const html = draw(<SideBySide sides={[{ party: 'VN', children: 'Sent.' }, { party: 'LA' }]} />);
    expect(html).toContain('data-party="VN"><header><b>Viet Nam</b><span class="ours"> (our side)</span>');
    expect(html).toContain('Nothing said yet.');
    expect(draw(<Joint inline />)).toBe('<span class="joint">Both sides</span>');
  });

  it('are never drawn in a language nobody chose', () => {
    const Lost = (): VNode => <p>{useLang()}</p>;
    expect(() => renderToString(<Lost />)).toThrow('draw components inside <Page>');
  });
});

it('marks what was found in a text, and leaves out what overlaps', () => {
  const html = draw(<MarkedText lang="vi" text="a <b> c" findings={[{ start: 2, end: 5, label: 'office' }, { start: 3, end: 6, label: 'date' }]} />);
  expect(html).toBe('<p class="text marked" lang="vi">a <mark>&lt;b><small> office</small></mark> c</p>');
});
