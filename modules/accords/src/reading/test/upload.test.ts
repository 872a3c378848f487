import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hasMessage } from '@entente/text';
import { people, register } from './register.ts';
import { readText, readUpload } from '../index.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, numbered?: { id: number; level?: number }) =>
  `<w:p>${numbered ? `<w:pPr><w:numPr><w:ilvl w:val="${numbered.level ?? 0}"/><w:numId w:val="${numbered.id}"/></w:numPr></w:pPr>` : ''}${inside}</w:p>`;
const level = (at: number, format: string, text: string, start = 1) => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`) };
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return zipSync(files);
}
const numbering = (inside: string) => ({ 'word/numbering.xml': `<w:numbering ${W}>${inside}</w:numbering>` });
function textOf(bytes: Uint8Array, name = 'a.docx'): string {
  const result = readUpload(bytes, name);
  if (!result.ok) throw new Error(result.problems[0]?.id);
  return result.value.text;
}
function refused(bytes: Uint8Array, name = 'a.txt'): string {
  const result = readUpload(bytes, name);
  if (result.ok) throw new Error('was taken');
  const [problem] = result.problems;
  expect(hasMessage(problem?.id ?? '')).toBe(true);
  expect(problem?.params?.['file']).toBe(name);
  return problem?.id ?? '';
}

describe('a Word document', () => {
  it('gives its paragraphs with tabs, breaks and entities, without deletions and field codes', () => {
    const body = p(run('Điều 1 &amp; 2')) + p(`${run('a')}<w:r><w:tab/></w:r>${run('b')}<w:r><w:br/></w:r>${run('c')}`)
      + p(`${run('giữ ')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins>${run('thêm')}</w:ins><w:moveFrom>${run('cũ')}</w:moveFrom>`)
      + p(`<w:r><w:instrText> PAGE &gt; </w:instrText></w:r><w:hyperlink>${run('liên kết')}</w:hyperlink>`) + '<w:p/>';
    expect(textOf(docx(body))).toBe('Điều 1 & 2\na\tb\nc\ngiữ thêm\nliên kết\n');
  });
  it('renders the numbers of its lists, nested, restarted and by style', () => {
    const parts = {
      ...numbering(`<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'bullet', '\uF0B7')}</w:abstractNum>
        <w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', 'Điều %1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`),
      'word/styles.xml': `<w:styles ${W}><w:style w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`,
    };
    const body = p(run('một'), { id: 1 }) + p(run('a nhỏ'), { id: 1, level: 1 }) + p(run('b nhỏ'), { id: 1, level: 1 }) + p(run('chấm'), { id: 1, level: 2 }) + p(run('hai'), { id: 1 }) + p(run('lại a'), { id: 1, level: 1 })
      + p(run('đếm lại'), { id: 2 }) + p(run('không số'), { id: 0 }) + `<w:p><w:pPr><w:pStyle w:val="Dieu"/></w:pPr>${run('theo kiểu')}</w:p>` + p(run('cấp hai'), { id: 3, level: 1 });
    expect(textOf(docx(body, parts)).split('\n')).toEqual(['1. một', 'a) a nhỏ', 'b) b nhỏ', '• chấm', '2. hai', 'a) lại a', '1. đếm lại', 'không số', 'Điều I. theo kiểu', 'I.1. cấp hai']);
  });
  it('sets the short cells of a row side by side and long ones one after the other', () => {
    const cell = (...inside: string[]) => `<w:tc>${inside.map((one) => p(run(one))).join('')}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('STT')}${cell('Nội dung')}${cell('Năm')}</w:tr><w:tr>${cell('1')}${cell('Tập huấn')}${cell('2031')}</w:tr></w:tbl>`;
    expect(textOf(docx(p(run('trước')) + table + p(run('sau'))))).toBe('trước\nSTT\tNội dung\tNăm\n1\tTập huấn\t2031\nsau');
    const aside = `<w:tbl><w:tr>${cell('Tiếng Việt', '1. Một.', '2. Hai.')}${cell('ພາສາລາວ', '1. ໜຶ່ງ.', '2. ສອງ.')}</w:tr></w:tbl>`;
    expect(textOf(docx(aside))).toBe('Tiếng Việt\n1. Một.\n2. Hai.\nພາສາລາວ\n1. ໜຶ່ງ.\n2. ສອງ.');
  });
  it('is read to its items', () => {
    const parts = numbering(`<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`);
    const text = textOf(docx(p(run('Hai bên thống nhất:')) + p(run('Đào tạo nghề.'), { id: 1 }) + p(run('Việc làm.'), { id: 1 }), parts));
    expect(readText(text, { register, people }).items.map(({ number, text: words }) => `${number} ${words}`)).toEqual(['1 Đào tạo nghề.', '2 Việc làm.']);
  });
  it('is refused when it is none, broken, or larger than it says', () => {
    expect(refused(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.xlsx')).toBe('source-text.not-docx');
    const whole = docx(p(run('a'.repeat(5_000))));
    expect(refused(whole.slice(0, whole.length - 30), 'a.docx')).toBe('source-text.damaged');
    const flipped = whole.slice();
    flipped.fill(0xff, 45, 60);
    expect(refused(flipped, 'a.docx')).toBe('source-text.damaged');
    const bomb = docx('\u0020'.repeat(60 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refused(bomb, 'a.docx')).toBe('source-text.too-large');
    expect(refused(docx('<!DOCTYPE x [<!ENTITY a "aa">]>'), 'a.docx')).toBe('source-text.damaged');
    expect(refused(docx(''), 'a.docx')).toBe('source-text.empty');
  });
  it('stops at the bytes that come out, whatever the archive claims', () => {
    const bomb = docx(' '.repeat(60 * 1024 * 1024));
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const central = view.getUint32(bomb.length - 6, true);
    view.setUint32(central + 24, 1_000, true);
    view.setUint32(22, 1_000, true);
    expect(refused(bomb, 'a.docx')).toBe('source-text.too-large');
  });
});

describe('a text file', () => {
  const utf16 = (text: string, big: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
    return bytes;
  };
  const words = 'Hai bên thống nhất: 1. Đào tạo nghề. ສອງຝ່າຍ';

  it('is taken in UTF-8 and UTF-16, with a mark or without', () => {
    expect(textOf(strToU8(words), 'a.txt')).toBe(words);
    expect(textOf(strToU8(`\uFEFF${words}`), 'a.txt')).toBe(words);
    for (const big of [false, true]) {
      expect(textOf(utf16(`\uFEFF${words}`, big), 'a.txt')).toBe(words);
      expect(textOf(utf16('The two sides agreed to meet again.', big), 'a.txt')).toBe('The two sides agreed to meet again.');
    }
  });
  it('is refused in old Vietnamese encodings, by name', () => {
    const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
    const tcvn3 = 'Bé Lao ®éng - Th\u00AD\u00ACng binh vµ X\u00B7 héi ViÖt Nam vµ Bé Lao ®éng vµ Phóc lîi x\u00B7 héi Lµo thèng nhÊt hîp t\u00B8c ®µo t\u00B9o nghÒ trong giai ®o\u00B9n tíi';
    const vni = 'Boä Lao ñoäng - Thöông binh vaø Xaõ hoäi Vieät Nam vaø Boä Lao ñoäng vaø Phuùc lôïi xaõ hoäi Laøo thoáng nhaát hôïp taùc ñaøo taïo ngheà';
    expect(refused(latin(tcvn3))).toBe('source-text.encoding-tcvn3');
    expect(refused(strToU8(tcvn3))).toBe('source-text.encoding-tcvn3');
    expect(refused(latin(vni))).toBe('source-text.encoding-vni');
    expect(refused(strToU8(vni))).toBe('source-text.encoding-vni');
    // "Bộ Lao động và Phúc lợi xã hội" in Windows-1258: base letters with tone marks as bytes of their own.
    const bytes = [0x42, 0xf4, 0xf2, 0x20, 0x4c, 0x61, 0x6f, 0x20, 0xf0, 0xf4, 0xf2, 0x6e, 0x67, 0x20, 0x76, 0xe0, 0x20, 0x50, 0x68, 0xfa, 0x63, 0x20, 0x6c, 0xf5, 0xf2, 0x69, 0x20, 0x78, 0xe3, 0xde, 0x20, 0x68, 0xf4, 0xf2, 0x69, 0x20];
    expect(refused(Uint8Array.from(Array.from({ length: 10 }, () => bytes).flat()))).toBe('source-text.encoding-windows-1258');
    expect(refused(strToU8('Bá»™ Lao Ä‘á»™ng vÃ  PhÃºc lá»£i xÃ£ há»™i LÃ o'))).toBe('source-text.encoding-mojibake');
    expect(refused(Uint8Array.from(Array.from({ length: 200 }, (_, at) => 0x80 + ((at * 7) % 0x80))))).toBe('source-text.encoding');
  });
  it('takes no good text for a spoilt one', () => {
    const good = ['Œuvre française à l’hôtel, naïve café', 'Bộ Lao động – Thương binh và Xã hội: © 2022, 25 °C, “Đà Nẵng”', '10 µm × 5 ± 2; § 4 ¶', 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ', 'Hoà giải uỷ quyền thuý, giữa oán và quý'];
    for (const text of good) expect(textOf(strToU8(`${text}\n`.repeat(20)), 'a.txt')).toContain(text);
  });
  it('is refused when it is none', () => {
    expect(refused(new Uint8Array())).toBe('source-text.empty');
    expect(refused(strToU8(' \n\t\u00A0'))).toBe('source-text.empty');
    expect(refused(strToU8('%PDF-1.7\n%âãÏÓ'), 'a.pdf')).toBe('source-text.pdf');
    expect(refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'a.doc')).toBe('source-text.doc');
    const locked = new Uint8Array(600);
    locked.set([0xd0, 0xcf, 0x11, 0xe0]);
    locked.set(utf16('EncryptedPackage', false), 512);
    expect(refused(locked, 'a.docx')).toBe('source-text.encrypted');
    expect(refused(strToU8('{\\rtf1\\ansi Hai b\\u234?n}'), 'a.rtf')).toBe('source-text.rtf');
    expect(refused(strToU8('<!DOCTYPE html><html><body>x</body></html>'), 'a.html')).toBe('source-text.html');
    expect(refused(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'a.png')).toBe('source-text.binary');
    expect(refused(strToU8('a\u0000b'.repeat(50)))).toBe('source-text.binary');
    expect(refused(new Uint8Array(5 * 1024 * 1024 + 1).fill(0x61))).toBe('source-text.too-large');
    expect(refused(strToU8('\uFFFD\uFFFDabc '.repeat(50)))).toBe('source-text.damaged');
  });
  it('names the file without its control characters', () => {
    const result = readUpload(new Uint8Array(), 'a\nb\u0007.txt');
    expect(result.ok ? '' : result.problems[0]?.params?.['file']).toBe('a b .txt');
  });
});
