/** Reporting from both sides: an account with figures by sex and a file of evidence, and a figure that both settle. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { newFolder, startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';

const COURSE = 'Dạy tiếng Việt cho trường nghề Lào và cán bộ ngành.';
interface Rows { readonly rows: readonly { readonly id: string; readonly version: string; readonly standing: string; readonly content: Readonly<Record<string, unknown>> }[] }

describe.skipIf(!hasBrowser)('reporting', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => { [demo, browser] = await Promise.all([startDemonstration(), openBrowser()]); }, 400_000);
  afterAll(async () => { await browser?.close(); await demo?.stop(); });

  test('a focal point reports with figures by sex and evidence; the other side sees it beside its own, and both settle what differs', async () => {
    const evidence = join(newFolder('evidence'), 'danh sách học viên.txt');
    writeFileSync(evidence, 'Danh sách 24 học viên\n');
    const focal = await Person.at(browser, demo.vn, { login: 'focal' });
    await focal.follow('Báo cáo');
    await focal.follow(/Năm 2023/u);
    await focal.follow(/^Chỉ một bên báo cáo/u);
    const both = await focal.text(focal.part(COURSE));
    expect(both).toContain('22 (Nữ 13, Nam 9)');
    expect(both).toContain('chưa báo cáo');
    await focal.follow('Viết báo cáo của ta', focal.part(COURSE));

    // The commitment and the period came along; the rest is typed, with a sum that is wrong at first.
    expect(await focal.page.getByRole('radio', { name: new RegExp(`^${COURSE}`, 'u') }).isChecked()).toBe(true);
    await focal.choose('Tình trạng', 'Đã xong');
    await focal.fill('Tiếng Việt', 'Đã mở một lớp cho 24 học viên.', focal.page.getByRole('group', { name: 'Đã làm được gì' }));
    await focal.press('Thêm số liệu');
    const figure = focal.page.getByRole('group', { name: 'số liệu 1', exact: true });
    await focal.page.getByRole('combobox', { name: 'Tìm: Chỉ số' }).pressSequentially('can bo duoc dao tao');
    await focal.page.getByRole('option', { name: /Cán bộ được đào tạo/u }).click();
    await focal.fill('Giá trị', '24', figure);
    await focal.fill('Nữ', '14', figure);
    await focal.fill('Nam', '11', figure);
    await focal.fill('Tiếng Việt', 'Hai học viên học bù.', focal.page.getByRole('group', { name: 'Khó khăn (không bắt buộc)' }));
    await focal.page.getByLabel('Chọn các tệp').setInputFiles(evidence);
    await focal.press('Lưu');
    const problems = focal.page.getByRole('alert');
    expect(await focal.text(problems)).toContain('Nữ 14 cộng nam 11 không bằng 24. Hãy sửa một trong ba số.');
    await problems.getByRole('link').first().click();
    expect(await focal.page.locator(':focus').inputValue()).toBe('24');
    expect(await focal.page.getByRole('checkbox', { name: 'danh sách học viên.txt' }).isChecked()).toBe(true);
    await focal.fill('Nam', '10', figure);
    await focal.press('Lưu');
    expect(await focal.told()).toBe('Đã lưu.');
    expect(await focal.title()).toBe('Đã mở một lớp cho 24 học viên.');
    expect(focal.complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await focal.leave();

    const la = await Person.at(browser, demo.la);
    await eventually(async () => { await la.open('/reporting'); await la.follow(/2023/u); expect(await la.text(la.part(/ພາສາຫວຽດ/u))).toContain('24 (ຍິງ 14, ຊາຍ 10)'); });
    const row = la.page.getByRole('row', { name: /24 \(ຍິງ 14, ຊາຍ 10\)/u });
    expect(await la.text(row)).toContain('22 (ຍິງ 13, ຊາຍ 9)');
    const href = await la.page.getByRole('link', { name: 'danh sách học viên.txt' }).getAttribute('href');
    const file = await la.context.request.get(new URL(href ?? '', demo.la.url).href);
    expect([file.status(), await file.text()]).toEqual([200, 'Danh sách 24 học viên\n']);
    await la.follow(/^ສອນພາສາຫວຽດນາມ/u);

    // A settled figure that does not add up is refused too; then it is proposed, and the other side agrees.
    await la.fill('ຄ່າ', '23');
    await la.fill('ຍິງ', '14');
    await la.press('ສະເໜີ ແລະ ເຫັນດີ');
    expect(await la.text(la.page.getByRole('alert'))).toContain('ກະລຸນາຂຽນທັງຈຳນວນຍິງ ແລະ ຊາຍ');
    await la.fill('ຊາຍ', '9');
    await la.fill('ເປັນຫຍັງຈຶ່ງເປັນຕົວເລກນີ້', 'ນັບຜູ້ທີ່ສອບຜ່ານ.');
    await la.press('ສະເໜີ ແລະ ເຫັນດີ');
    expect(await la.told()).toBe('ໄດ້ສະເໜີຕົວເລກຕົກລົງ; ລໍຖ້າຝ່າຍອື່ນ.');

    const vn = await Person.at(browser, demo.vn, { login: 'leader' });
    await eventually(async () => { await vn.open('/waiting'); expect(await vn.text()).toMatch(/(?<!\d)23(?!\d)/u); });
    const waiting = await vn.text();
    expect(waiting, 'a settled figure says what it is about').toMatch(/Số liệu đã thống nhất/u);
    await vn.follow(/: 23 \(/u);
    await vn.press('Đồng ý');
    expect(await vn.told()).toBe('Đã ghi nhận sự đồng ý của phía ta.');
    await eventually(async () => {
      const [here, there] = await Promise.all([demo.vn, demo.la].map(async (side) => side.api<Rows>('/api/vn-la-labour/settlements?limit=100')));
      const settled = (rows: Rows | undefined) => rows?.rows.filter((each) => each.standing === 'agreed' && each.content['value'] === '23').map(({ id, version }) => ({ id, version }));
      expect(settled(here)).toHaveLength(1);
      expect(settled(there)).toEqual(settled(here));
    });
    await la.open('/reporting');
    await la.follow(/2023/u);
    expect(await la.text(la.page.getByRole('row', { name: /24 \(ຍິງ 14, ຊາຍ 10\)/u }))).toContain('23 (ຍິງ 14, ຊາຍ 9)');
    await Promise.all([vn.leave(), la.leave()]);
  });
});
