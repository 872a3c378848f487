import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../index.ts';
import { faultsIn } from './laws.ts';
import { people, register } from './register.ts';

/** Ways in which one and the same text reaches us; none may change which items it has. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'no-break spaces': (text) => text.replace(/(\d[.)]) /g, '$1\u00A0'),
  'every space no-break': (text) => text.replace(/ /g, '\u00A0'),
  'en dashes': (text) => text.replace(/ - /g, ' – '),
  'zero-width spaces': (text) => text.replace(/ /g, ' \u200B'),
  'a mark at the beginning': (text) => `\uFEFF${text}`,
  'indented': (text) => text.replace(/^/gm, '    '),
  'tabs after numbers': (text) => text.replace(/^(\d+\.) /gm, '$1\t'),
  'no space after numbers': (text) => text.replace(/^(\d+\.) /gm, '$1'),
  'a space before the point': (text) => text.replace(/^(\d+)\. /gm, '$1 . '),
  'brackets': (text) => text.replace(/^(\d+)\. /gm, '$1) '),
  'round brackets': (text) => text.replace(/^(\d+)\. /gm, '($1) '),
  'strokes': (text) => text.replace(/^(\d+)\. /gm, '$1/ '),
  'dashes': (text) => text.replace(/^(\d+)\. /gm, '$1 – '),
  'Lao digits': (text) => text.replace(/^(\d+)\. /gm, (number) => number.replace(/\d/g, (digit) => String.fromCharCode(0x0ed0 + Number(digit)))),
  'numbers on their own lines': (text) => text.replace(/^(\d+\.) /gm, '$1\n'),
  'Điều': (text) => text.replace(/^(\d+)\. /gm, 'Điều $1. '),
  'Article': (text) => text.replace(/^(\d+)\. /gm, 'Article $1: '),
  'blank lines everywhere': (text) => text.replace(/\n+/g, '\n\n'),
  'no blank lines': (text) => text.replace(/\n+/g, '\n'),
  'wrapped at 60': (text) => wrapped(text, 60),
  'wrapped at 70': (text) => wrapped(text, 70),
  'wrapped at 80 with hanging indents': (text) => wrapped(text, 80, '   '),
  'wrapped at 100': (text) => wrapped(text, 100),
  'wrapped at 70 on pages of 25 lines': (text) => paged(wrapped(text, 70)),
  'wrapped at 70, blank lines gone': (text) => wrapped(text, 70).replace(/\n{2,}/g, '\n'),
};

function wrapped(text: string, width: number, indent = ''): string {
  return text.split('\n').map((line) => {
    let out = '';
    let column = 0;
    for (const word of line.split(' ')) {
      const room = column === 0 || column + 1 + word.length <= width;
      out += column === 0 ? word : room ? ` ${word}` : `\n${indent}${word}`;
      column = room ? column + (column === 0 ? 0 : 1) + word.length : indent.length + word.length;
    }
    return out;
  }).join('\n');
}

function paged(text: string): string {
  return text.split('\n').map((line, at) => (at > 0 && at % 25 === 0 ? `- ${at / 25} -\nHội nghị giả định, bản nháp\n${line}` : line)).join('\n');
}

/** Invented: ten items with what confuses, and prose after them. */
const invented = `Hội nghị Bộ trưởng giả định lần thứ 30

Hai bên thống nhất kế hoạch hợp tác giai đoạn 2031 - 2033, trong đó tập trung vào các nội dung:

1. Tiếp tục triển khai Hiệp định ký năm 2013; tăng cường phổ biến nội dung của Hiệp định cho các doanh nghiệp, người lao động và các địa phương có chung đường biên giới Việt Nam - Lào.

2. Hai bên phối hợp với các ngành liên quan trong việc trao đổi thông tin về lao động di cư. Đến năm 2032. Đồng thời rà soát các quy định phục vụ doanh nghiệp 24/24 giờ trong ngày làm việc.

3. Hai bên trao đổi luân phiên đoàn cán bộ.

4. Hai bên trao đổi kinh nghiệm về chuyên gia nhằm cung cấp thông tin về luật pháp, chính sách lao động và phúc lợi xã hội, thị trường lao động, xây dựng tiêu chuẩn kỹ năng nghề và công nhận lẫn nhau về kỹ năng nghề, tạo việc làm, an toàn lao động, thanh tra lao động.

5. Hỗ trợ thiết bị trị giá 640 triệu đồng và 2,8 tỷ đồng theo Quyết định số 2640/QĐ-TTg; bàn giao trước ngày 30/6/2032 tại Bản Cân.

6. Khóa học gồm 2 phần: 1. lý thuyết trong 3 tuần, 2. thực hành trong 5 tuần, do hai cơ quan cùng tổ chức hằng năm.

7. Khuyến khích các địa phương kết nghĩa, mở rộng hợp tác trong lĩnh vực lao động, việc làm.

8. Đề xuất Chính phủ hai nước tạo điều kiện cho hai Bộ được nhận nguồn vốn viện trợ không hoàn lại để đào tạo cán bộ ngắn hạn và dài hạn.

9. Thường xuyên trao đổi nhằm đánh giá kết quả.

10. Hội nghị lần thứ 31 sẽ được tổ chức tại Lào vào năm 2033.

Hai bên cảm ơn sự đón tiếp của tỉnh đăng cai và tin tưởng quan hệ hợp tác giữa hai Bộ sẽ ngày càng phát triển trong thời gian tới.`;

const folder = new URL('../../../../../../shared/seeds/', import.meta.url);
const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => /^00[01]/.test(name)).map((name) => [name.slice(0, 3), readFileSync(new URL(name, folder), 'utf8')] as const) : [];
const texts: readonly (readonly [string, string, number])[] = [['invented', invented, 10], ...seeds.map(([name, text]) => [name, text, name === '000' ? 11 : 10] as const)];

describe.each(texts)('%s', (_name, text, count) => {
  const whole = (words: string) => words.normalize('NFC').replace(/[\s\u200B–-]+/g, '');
  const expected = readText(text, { register, people }).items.filter(({ parent }) => parent === undefined).map((item) => whole(item.text));

  it.each(Object.entries(variants))('keeps its items: %s', (_variant, change) => {
    const changed = change(text);
    const reading = readText(changed, { register, people });
    const items = reading.items.filter(({ parent }) => parent === undefined);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => String(at + 1)));
    expect(items.map((item) => whole(item.text))).toEqual(expected);
    expect(faultsIn(changed, reading)).toEqual([]);
  });

  it('keeps its items whatever the width of the window', () => {
    fc.assert(fc.property(fc.integer({ min: 40, max: 130 }), fc.constantFrom('', '  ', '    '), fc.boolean(), (width, indent, close) => {
      const narrow = wrapped(text, width, indent);
      const items = readText(close ? narrow.replace(/\n{2,}/g, '\n') : narrow, { register, people }).items.filter(({ parent }) => parent === undefined);
      expect(items.map((item) => whole(item.text))).toEqual(expected);
    }), { numRuns: 60 });
  });
});
