import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annex, bars, checkDocument, figure, heading, paragraph, table, voice } from '../src/index.ts';
import type { Document } from '../src/index.ts';
import { piecesOf, wordsOf } from '../src/fonts/scripts.ts';
import { labelsIn } from '../src/labels.ts';
import { numberBlocks } from '../src/model/numbering.ts';
import { cleanText, spansOf } from '../src/model/spans.ts';
import { sampleReport } from './sample/report.ts';

const empty: Document = { title: 't', lang: 'en', parties: [{ id: 'VN', name: 'Viet Nam', colour: '#a8201a' }], blocks: [] };
const idsOf = (document: Document): string[] => checkDocument(document).map(({ id, path }) => `${id} ${path}`);

describe('numbers', () => {
  it('count headings, restart under annexes as A.1, and leave out what asks to be', () => {
    const blocks = [heading(1, 'a'), heading(2, 'b'), heading(2, 'c'), heading(1, 'd', { numbered: false }), heading(1, 'e'), heading(3, 'f'), annex('g'), heading(2, 'h'), annex('i'), heading(2, 'j')];
    const places = numberBlocks(blocks);
    expect(blocks.map((block) => places.get(block)?.number)).toEqual(['1', '1.1', '1.2', '', '2', '2.1.1', 'A', 'A.1', 'B', 'B.1']);
  });

  it('reach tables inside a party’s words and skip those without a caption', () => {
    const [first, second, third] = [table([{ label: 'x' }], [['1']], { caption: 'c' }), table([{ label: 'x' }], [['1']]), table([{ label: 'x' }], [['1']], { caption: 'c' })];
    const places = numberBlocks([first, voice('VN', [second, third])]);
    expect([first, second, third].map((block) => places.get(block)?.number)).toEqual(['1', '', '2']);
  });
});

describe('spans', () => {
  const labels = labelsIn('vi');

  it('lose nothing of a text, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('ກອງປະຊຸມ', 'hội nghị', '') , (text, more) => {
      const whole = text + more + text;
      expect(spansOf(whole, { labels, lang: 'vi' }).map((span) => span.text).join('')).toBe(cleanText(whole));
    }));
  });

  it('speak Lao where Lao is written, and leave its spaces in it', () => {
    const spans = spansOf('Họp tại ນະຄອນຫຼວງ ວຽງຈັນ năm 2019', { labels, lang: 'vi' });
    expect(spans.map(({ text, lang }) => [text, lang])).toEqual([['Họp tại ', 'vi'], ['ນະຄອນຫຼວງ ວຽງຈັນ', 'lo'], [' năm 2019', 'vi']]);
  });

  it('say after a passage where its wording comes from, in the document’s language', () => {
    expect(spansOf('text', { labels, lang: 'en', provenance: 'original' }).map(({ text, lang, mark }) => [text, lang, mark])).toEqual([['text', 'en', undefined], ['\u00A0(bản gốc, chưa dịch)', 'vi', true]]);
  });

  it('cut Lao into words by dictionary', () => {
    expect(wordsOf('ແຮງງານແລະສະຫວັດດີການສັງຄົມ', 'lo').length).toBeGreaterThan(2);
    expect(piecesOf('abc').map(({ script }) => script)).toEqual([undefined]);
  });
});

describe('a document that cannot be drawn', () => {
  it('is told everything that is wrong at once', () => {
    const picture = figure('<svg viewBox="0 0 1 1"><script>1</script></svg>', 'x');
    const document: Document = {
      ...empty, date: '2026-02-30', lang: 'tiếng Việt', parties: [{ id: 'VN', name: 'Viet Nam', colour: 'red' }],
      blocks: [voice('XX', []), paragraph([{ text: 'x', href: 'javascript:alert(1)' }, { text: 'y', href: '#nowhere' }]), table([{ label: 'a' }, { label: 'b' }], [['1']]), picture, heading(1, 'a', { id: 'same' }), heading(1, 'b', { id: 'same' })],
    };
    expect(idsOf(document)).toEqual([
      'reports.badDate date', 'reports.badLanguage lang', 'reports.badColour parties.0.colour', 'reports.unknownParty blocks.0.parties', 'reports.rowWidth blocks.2.rows.0', 'reports.badPicture blocks.3.svg',
      'reports.sameId blocks.5', 'reports.badLink blocks.1.text.0', 'reports.badLink blocks.1.text.1',
    ]);
  });

  it('knows rows that reach down into the next ones', () => {
    const merged = table([{ label: 'a' }, { label: 'b' }], [[{ text: 'x', rows: 2 }, '1'], ['2'], ['y', '3']]);
    expect(idsOf({ ...empty, blocks: [merged] })).toEqual([]);
  });

  it('is not the sample, nor a chart of ours', () => {
    for (const lang of ['vi', 'lo', 'en'] as const) expect(idsOf(sampleReport(lang))).toEqual([]);
    const chart = bars({ lang: 'en', heading: 'h', missing: '–', categories: ['<a> & "b"'], series: [{ label: 's', colour: '#112233', values: ['1'] }] });
    expect(idsOf({ ...empty, blocks: [figure(chart.svg, 'x', { data: chart.data })] })).toEqual([]);
  });
});
