/** Bringing in a signed text: pasted, uploaded, or from the command line; corrected, then proposed as one act. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { paragraph, renderDocx } from '@entente/reports';
import { barriers } from './axe.ts';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { newFolder, ROOT, startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';

const TEXT = `BIÊN BẢN LÀM VIỆC VỀ HỢP TÁC LAO ĐỘNG GIỮA HAI BỘ GIAI ĐOẠN 2027-2029

Viêng Chăn, ngày 15/6/2027

Sau khi trao đổi, hai bên thống nhất các nội dung sau:

1. Bộ Nội vụ Việt Nam mở hai khóa tập huấn cho 40 cán bộ Lào trước ngày 31/12/2028.

2. Hai bên ghi nhận việc hỗ trợ trang thiết bị phục hồi chức năng trị giá 640 triệu đồng và thiết bị dạy nghề trị giá 2,8 tỷ đồng.

3. Hai bên trao đổi thông tin về lao động qua biên giới; phổ biến pháp luật cho người lao động.

4. Hội nghị lần sau tổ chức tại Hà Nội vào năm 2029.

Biên bản được thông qua trong không khí hữu nghị và hiểu biết lẫn nhau.
`;
const SEED = join(ROOT, '../shared/seeds/001_8837b04419ca8588.txt');

interface Item { readonly number: string; readonly parent?: string; readonly text: string; readonly found: readonly { readonly type: string; readonly value: Record<string, unknown> }[] }
interface ImportAnswer { readonly items: readonly Item[]; readonly date: string; readonly proposed: { readonly instrument: string; readonly commitments: number } | null }
interface Listed { readonly total: number; readonly rows: readonly { readonly content: { readonly item: string; readonly part?: string; readonly themes: readonly string[] } }[] }

let demo: Demonstration;
let folder: string;
beforeAll(async () => {
  demo = await startDemonstration();
  folder = newFolder('texts');
}, 400_000);
afterAll(async () => { await demo?.stop(); });

const amounts = (items: readonly Item[]): string[] => items.flatMap((item) => item.found.filter((found) => found.type === 'money').map((found) => `${String(found.value['amount'])} ${String(found.value['currency'])}`));

describe.skipIf(!hasBrowser)('in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser?.close(); });

  test('a pasted text is split, merged, dropped and themed, proposed as one act, and waits for the other side', async () => {
    const vn = await Person.at(browser, demo.vn);
    await vn.follow('Đưa văn bản vào');
    await vn.fill('Văn bản', TEXT);
    await vn.press('Đọc văn bản');
    expect(await vn.text()).toContain('Tìm thấy 4 mục');
    expect(await vn.field('Tên văn kiện').inputValue()).toContain('BIÊN BẢN LÀM VIỆC VỀ HỢP TÁC LAO ĐỘNG');
    expect(await vn.field('Ngày ký').inputValue()).toBe('15/06/2027');
    const passage = (number: string) => vn.page.getByRole('region', { name: `Đoạn ${number}`, exact: true });
    for (const found of ['640 triệu đồng', '2,8 tỷ đồng']) expect(await passage('2').getByText(found).first().isVisible()).toBe(true);
    expect(await vn.text(passage('2'))).toContain('số tiền');

    // Fields of a passage are folded until asked for.
    const unfold = () => vn.page.getByRole('main').locator('details').evaluateAll((folded) => { for (const each of folded) (each as HTMLDetailsElement).open = true; });
    await unfold();
    await vn.fill('Nội dung', 'Hỗ trợ trang thiết bị phục hồi chức năng trị giá 640 triệu đồng.\n\nHỗ trợ thiết bị dạy nghề trị giá 2,8 tỷ đồng.', passage('2'));
    await vn.press('Tách', passage('2'));
    expect(await vn.field('Nội dung', passage('2.b')).inputValue()).toBe('Hỗ trợ thiết bị dạy nghề trị giá 2,8 tỷ đồng.');
    await vn.press('Gộp với mục trên', passage('3.b'));
    expect(await passage('3.b').count()).toBe(0);
    await vn.press('Bỏ', passage('4'));
    expect(await vn.text(passage('4'))).toContain('Đoạn này không đưa vào văn kiện');

    await unfold();
    // From the last, since each that is unticked leaves the list of ticked ones.
    for (const box of (await vn.page.getByRole('checkbox', { checked: true }).all()).toReversed()) await box.uncheck();
    await vn.press('Đề xuất và đồng ý');
    const problems = vn.page.getByRole('alert');
    expect(await vn.text(problems)).toContain('Có 4 điều cần sửa');
    expect(await vn.text(problems)).toContain('Những gì đã nhập vẫn được giữ nguyên');
    expect(await barriers(vn)).toEqual([]);
    await problems.getByRole('link').first().click();
    expect(await vn.page.locator(':focus').getAttribute('id')).toBe('bench-items.0.themes');
    await unfold();
    for (const [number, theme] of [['1', 'Đào tạo cán bộ'], ['2.a', 'Trang thiết bị'], ['2.b', 'Giáo dục nghề nghiệp'], ['3.a', 'Lao động qua biên giới']] as const) await vn.tick(theme, passage(number));
    await vn.press('Đề xuất và đồng ý');
    expect(await vn.told()).toBe('Đã đề xuất văn kiện cùng 4 cam kết; chờ các bên khác đồng ý.');
    const page = await vn.text();
    expect(page).toContain('Việt Nam ghi nhận, Lào chưa xác nhận');
    expect(await vn.page.getByRole('link', { name: /^Mục 2, phần b/u }).count()).toBeGreaterThan(0);
    expect(vn.complaints.filter((line) => !line.includes('422'))).toEqual([]);

    const id = vn.path.split('/').at(-1) ?? '';
    const commitments = await demo.vn.api<Listed>(`/api/vn-la-labour/commitments?instrument=${id}&sort=item`);
    const stored = commitments.rows.map(({ content }) => `${content.item}${content.part ?? ''} ${content.themes.join(' ')}`);
    expect(stored.toSorted()).toEqual(['1 training_officials', '2a equipment', '2b vocational', '3a labour_migration']);
    await eventually(async () => {
      const held = await demo.la.api<{ standing: string; waitsFor: string[] }>(`/api/vn-la-labour/instruments/${id}`);
      expect(held).toMatchObject({ standing: 'proposed', waitsFor: ['LA'] });
    });
    await vn.leave();
  });

  test('a Word file is read too; a PDF and a broken file are refused in plain words, and nothing is kept of them', async () => {
    const vn = await Person.at(browser, demo.vn, { login: 'focal' });
    const bytes = await renderDocx({ title: 'Biên bản thử', lang: 'vi', parties: [], contents: 0, blocks: TEXT.split('\n\n').map((text) => paragraph(text)) });
    const upload = async (name: string, content: Uint8Array): Promise<void> => {
      writeFileSync(join(folder, name), content);
      await vn.open('/import');
      await vn.field(/^hoặc một tệp/u).or(vn.page.getByLabel('Chọn tệp')).first().setInputFiles(join(folder, name));
      await vn.press('Đọc văn bản');
    };
    await upload('biên bản.docx', bytes);
    expect(await vn.text()).toContain('Tìm thấy 4 mục');
    await vn.press('Bỏ bản nháp');
    expect(await vn.told()).toBe('Đã bỏ bản nháp.');

    await upload('bản quét.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'));
    expect(await vn.text(vn.page.getByRole('alert'))).toMatch(/“bản quét\.pdf” là tệp PDF.*dán văn bản hoặc tải lên tệp Word/u);
    await upload('hỏng.docx', Buffer.from(bytes.subarray(0, 900)));
    expect(await vn.text(vn.page.getByRole('alert'))).toMatch(/“hỏng\.docx”.*Không có gì được lưu/u);
    await upload('lạ.txt', Buffer.from([0x00, 0xff, 0x10, 0x80, 0x00, 0x01, 0xfe, 0x00]));
    expect(await vn.text(vn.page.getByRole('alert'))).toContain('“lạ.txt”');
    await vn.leave();
  });
});

describe('from the command line', { timeout: 240_000 }, () => {
  test('--json prints what it finds and writes nothing', async () => {
    const file = join(folder, 'text.txt');
    writeFileSync(file, TEXT);
    const before = await demo.vn.api<{ acts: number }>('/healthz');
    const { code, out, err } = await demo.cli('import', file, '--lang', 'vi', '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out) as ImportAnswer;
    expect(answer.items.filter((item) => item.parent === undefined).map((item) => item.number)).toEqual(['1', '2', '3', '4']);
    expect(answer.items.filter((item) => item.parent === '3')).toHaveLength(2);
    expect(amounts(answer.items)).toEqual(['640000000 VND', '2800000000 VND']);
    expect(answer).toMatchObject({ date: '2027-06-15', proposed: null });
    expect((await demo.vn.api<{ acts: number }>('/healthz')).acts).toBe(before.acts);
  });

  test.skipIf(!existsSync(SEED))('the plan of 2019-2021 gives its ten items and both amounts', async () => {
    const { out } = await demo.cli('import', SEED, '--lang', 'vi', '--json');
    const { items } = JSON.parse(out) as ImportAnswer;
    expect(items.filter((item) => item.parent === undefined).map((item) => item.number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(amounts(items.filter((item) => item.parent === undefined))).toEqual(['640000000 VND', '2800000000 VND']);
    expect(readFileSync(SEED, 'utf8')).toContain(items.at(-1)?.text ?? 'nothing');
  });

  test('--propose proposes it from the node chosen; repeated, it meets the same records', async () => {
    const file = join(folder, 'minutes.txt');
    writeFileSync(file, TEXT.replace('BIÊN BẢN LÀM VIỆC', 'BIÊN BẢN GHI NHỚ').replaceAll('2027', '2026'));
    const { code, out, err } = await demo.cli('import', file, '--lang', 'vi', '--propose', '--theme', 'method', '--node', 'la', '--json');
    expect([code, err]).toEqual([0, '']);
    const { proposed } = JSON.parse(out) as ImportAnswer;
    expect(proposed?.commitments).toBe(5);
    await eventually(async () => {
      const held = await demo.vn.api(`/api/vn-la-labour/instruments/${proposed?.instrument}`);
      expect(held).toMatchObject({ standing: 'proposed', waitsFor: ['VN'] });
    });
    const again = JSON.parse((await demo.cli('import', file, '--lang', 'vi', '--propose', '--theme', 'method', '--node', 'la', '--json')).out) as { proposed?: { instrument: string }; problems?: unknown[] };
    expect(again.proposed?.instrument ?? again.problems).toBeDefined();
    expect((await demo.la.api<Listed>(`/api/vn-la-labour/commitments?instrument=${proposed?.instrument}`)).total).toBe(5);
  });

  test('a PDF is refused with the same words and exit code 1', async () => {
    const file = join(folder, 'scan.pdf');
    writeFileSync(file, '%PDF-1.7\n');
    const { code, err } = await demo.cli('import', file);
    expect(code).toBe(1);
    expect(err).toMatch(/“scan\.pdf” is a PDF/u);
  });
});
