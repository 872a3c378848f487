/** The joint report: looked at, frozen, agreed by the other side, and the same in every language and format. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { APIResponse, Browser } from 'playwright-core';
import { pdfText } from '@entente/testing';
import { langs, type Lang } from '@entente/text';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { newFolder, startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';
import { partsOf } from './zip.ts';

/** A sentence each copy must hold: the first commitment of the plan, and the settled figure of officials trained. */
const WORDS: Readonly<Record<Lang, readonly string[]>> = {
  vi: ['Mở khóa ngắn và dài hạn cho cán bộ.', 'Cán bộ được đào tạo', 'Bộ Lao động - Thương binh và Xã hội'],
  lo: ['ຝຶກອົບຮົມພະນັກງານໄລຍະສັ້ນ ແລະ ໄລຍະຍາວ.', 'ພະນັກງານທີ່ໄດ້ຮັບການຝຶກອົບຮົມ'],
  en: ['Run short and long courses for officials.', 'Officials trained', 'Ministry of Labour, Invalids and Social Affairs'],
};
const plain = (text: string): string => text.replaceAll(/<style.*?<\/style>|<wbr\/?>/gsu, '').replaceAll(/<[^>]+>/gu, ' ').replaceAll('&amp;', '&').replaceAll('\u200B', '').replaceAll(/\s+/gu, ' ');

/** What a copy says, whatever its format. */
function wordsOf(format: string, bytes: Buffer): string {
  if (format === 'docx') return plain(partsOf(bytes)['word/document.xml'] ?? '').replaceAll(/ (?=[.,;:)])/gu, '');
  if (format === 'pdf') return plain(pdfText(bytes) ?? '');
  return plain(bytes.toString('utf8'));
}
const START: Readonly<Record<string, string>> = { pdf: '%PDF-', docx: 'PK\u0003\u0004', html: '<!DOCTYPE html>' };
const LEAST: Readonly<Record<string, number>> = { pdf: 40_000, docx: 12_000, html: 30_000 };

/** The copy behind a link; where it takes long, what its job's page leads to. */
async function finished(person: Person, href: string): Promise<APIResponse> {
  let answer = await person.context.request.get(new URL(href, person.side.url).href);
  const job = new URL(answer.url()).pathname;
  if (!job.startsWith('/jobs/')) return answer;
  await eventually(async () => { answer = await person.context.request.get(new URL(`${job}/file`, person.side.url).href); expect(answer.status()).toBe(200); });
  return answer;
}

let demo: Demonstration;
beforeAll(async () => { demo = await startDemonstration(); }, 400_000);
afterAll(async () => { await demo?.stop(); });

describe.skipIf(!hasBrowser)('in a browser', { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser?.close(); });

  test('a period is looked at, frozen by one side, agreed by the other, and every copy is drawn from what was frozen', async () => {
    const vn = await Person.at(browser, demo.vn);
    await vn.follow('Báo cáo');
    await vn.follow('Xem', vn.part('Báo cáo chung'));
    await vn.fill('Từ ngày', '31/13/2019');
    await vn.fill('Đến ngày', '2021');
    await vn.press('Xem');
    expect(await vn.text(vn.page.getByRole('alert'))).toContain('Không hiểu ngày này');
    expect(await vn.field('Từ ngày').inputValue()).toBe('31/13/2019');
    await vn.fill('Từ ngày', '1/1/2019');
    await vn.press('Xem');
    const preview = await vn.text();
    expect(preview).toContain('1/1/2019 – 31/12/2021');
    expect(preview).toMatch(/Giai đoạn này có \d+ cam kết|\d+ cam kết/u);
    await vn.press('Chốt và đề xuất');
    expect(await vn.text(vn.page.getByRole('alert'))).toContain('Cần điền mục này.');
    await vn.fill('Tên báo cáo', 'Báo cáo chung 2019-2021');
    await vn.press('Chốt và đề xuất');
    expect(await vn.told()).toBe('Đã chốt và đề xuất; chờ các bên khác đồng ý.');
    expect(await vn.text()).toMatch(/Dẫn \d+ phiên bản hồ sơ\./u);
    const id = vn.path.split('/').at(-1) ?? '';

    const la = await Person.at(browser, demo.la, { login: 'leader' });
    await eventually(async () => { await la.open('/waiting'); expect(await la.text()).toContain('Báo cáo chung 2019-2021'); });
    await la.follow('Báo cáo chung 2019-2021');
    await la.press('ເຫັນດີ');
    expect(await la.told()).toBe('ໄດ້ບັນທຶກການເຫັນດີຂອງຝ່າຍເຮົາ.');
    await eventually(async () => expect(await demo.vn.api(`/api/vn-la-labour/joint-reports/${id}`)).toMatchObject({ standing: 'agreed' }));

    await vn.open(`/joint-reports/${id}`);
    for (const lang of langs) {
      for (const [format, label] of [['pdf', 'PDF'], ['docx', 'Word'], ['html', 'Bản in']] as const) {
        const link = vn.page.getByRole('listitem').filter({ has: vn.page.locator(`[lang=${lang}]`) }).getByRole('link', { name: label, exact: true }).first();
        const answer = await finished(vn, await link.getAttribute('href') ?? '');
        const bytes = await answer.body();
        expect([lang, format, answer.status()]).toEqual([lang, format, 200]);
        expect(bytes.subarray(0, 20).toString('latin1').toLowerCase()).toContain((START[format] ?? '').toLowerCase());
        expect(bytes.length).toBeGreaterThan(LEAST[format] ?? 0);
        const text = wordsOf(format, bytes);
        // Lao comes out of a PDF in the order of its glyphs, not of its letters.
        const isReadable = text !== '' && !(format === 'pdf' && lang === 'lo');
        expect(isReadable ? WORDS[lang].filter((words) => !text.includes(words)) : [], `${lang} ${format}`).toEqual([]);
      }
    }

    // What is reported later does not change a frozen copy.
    const copy = async (): Promise<string> => plain(await (await vn.context.request.get(new URL(`/joint-report/${id}/copy?copy=vi&format=html`, demo.vn.url).href)).text());
    const before = await copy();
    const focal = await Person.at(browser, demo.vn, { login: 'focal' });
    await focal.open('/reporting');
    await focal.follow(/Giai đoạn 2019-2021/u);
    await focal.follow('Sửa báo cáo của ta');
    await focal.fill('Tiếng Việt', 'Viết lại sau khi đã chốt.', focal.page.getByRole('group', { name: 'Đã làm được gì' }));
    await focal.press('Lưu');
    expect(await focal.told()).toBe('Đã lưu.');
    expect(await copy()).toBe(before);
    expect(before).not.toContain('Viết lại sau khi đã chốt.');
    await Promise.all([vn.leave(), la.leave(), focal.leave()]);
  });
});

describe('from the command line', { timeout: 300_000 }, () => {
  test('writes a copy of any period, each side named first in its own', async () => {
    const folder = newFolder('reports');
    for (const [node, lang, format] of [['vn', 'vi', 'pdf'], ['la', 'lo', 'docx'], ['la', 'en', 'html']] as const) {
      const file = join(folder, `${node}.${format}`);
      const { code, out, err } = await demo.cli('report', '--from', '2019-01-01', '--to', '2021-12-31', '--lang', lang, '--format', format, '--node', node, '-o', file);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(file);
      const bytes = readFileSync(file);
      expect(bytes.subarray(0, 20).toString('latin1').toLowerCase()).toContain((START[format] ?? '').toLowerCase());
    }
    expect(wordsOf('html', readFileSync(join(folder, 'la.html')))).toContain('Indicator Lao PDR Viet Nam Settled');
  });

  test('says every problem of what was asked, in the language asked for, and writes no file', async () => {
    const file = join(newFolder('reports'), 'none.pdf');
    const { code, err } = await demo.cli('report', '--from', '31/31/2019', '--to', 'never', '--lang', 'vi', '--themes', 'nonsense', '-o', file);
    expect(code).toBe(1);
    expect(err.match(/Không hiểu ngày này/gu)).toHaveLength(2);
    expect(err).toContain('Không có lĩnh vực "nonsense".');
    expect(() => readFileSync(file)).toThrow('ENOENT');
    const empty = await demo.cli('report', '--from', '1950', '--to', '1951', '--json', '-o', file);
    expect(empty.code).toBe(1);
    expect(JSON.parse(empty.out)).toMatchObject({ problems: [{ id: 'programme.nothing-in-period' }] });
  });
});
