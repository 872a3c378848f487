/** The work plan from both sides: drafted from the last one, agreed in part, progress with what is wrong at its field, money confirmed. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { barriers } from './axe.ts';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';

const PLAN = /Kế hoạch công tác 2019-2021$/u;
/** Of project proposals alone: what else is told here is said at once. */
const CHAIN = [{ kinds: ['project-proposal'], steps: [{ role: 'focal-point' }, { role: 'coordinator' }, { role: 'leader' }] }];
interface Rows { readonly total: number; readonly rows: readonly { readonly id: string; readonly standing: string; readonly content: Readonly<Record<string, unknown>> }[] }

describe.skipIf(!hasBrowser)('the work plan', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => { [demo, browser] = await Promise.all([startDemonstration({ approvals: { vn: CHAIN } }), openBrowser()]); }, 400_000);
  afterAll(async () => { await browser?.close(); await demo?.stop(); });

  test('a plan is drafted from the last one, proposed as a whole, and agreed in part by the other side', async () => {
    const vn = await Person.at(browser, demo.vn);
    await vn.follow('Kế hoạch công tác');
    await vn.follow(PLAN);
    await vn.follow('Soạn kế hoạch mới từ kế hoạch này');
    await vn.fill('Đến ngày', '1/1/2021');
    await vn.press('Đề xuất và đồng ý cả kế hoạch');
    const problems = await vn.text(vn.page.getByRole('alert'));
    expect(problems).toContain('Ngày kết thúc đứng trước ngày bắt đầu');
    await vn.fill('Tên kế hoạch', 'Kế hoạch 2022-2024');
    await vn.fill('Đến ngày', '31/12/2024');
    await vn.press('Đề xuất và đồng ý cả kế hoạch');
    expect(await vn.told()).toBe('Đã đề xuất kế hoạch với 16 hoạt động.');
    expect(await vn.title()).toBe('Kế hoạch 2022-2024');
    const path = new URL(vn.page.url()).pathname;
    const plan = path.split('/').at(-1) ?? '';
    const activities = `/api/vn-la-labour/activities?plan=${plan}&limit=100`;
    const made = await demo.vn.api<Rows>(activities);
    expect(made.total).toBe(16);
    expect(made.rows.map((row) => String(row.content['from'])).toSorted()[0]).toBe('2022-04-01');
    await vn.leave();

    const la = await Person.at(browser, demo.la, { login: 'leader' });
    await eventually(async () => { expect((await demo.la.api<Rows>(activities)).total).toBe(16); });
    await la.open(`${path}/answer`);
    expect(await barriers(la)).toEqual([]);
    const boxes = la.page.getByRole('checkbox');
    expect(await boxes.count()).toBe(17);
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await la.press('ເຫັນດີສ່ວນທີ່ເລືອກ');
    expect(await la.told()).toBe('ເຫັນດີແລ້ວ 3.');
    await eventually(async () => {
      const here = await demo.vn.api<Rows>(activities);
      expect([here.rows.filter((row) => row.standing === 'agreed').length, here.rows.filter((row) => row.standing === 'proposed').length]).toEqual([2, 14]);
      expect((await demo.vn.api<Rows>('/api/vn-la-labour/work-plans?limit=10')).rows.find((row) => row.id === plan)?.standing).toBe('agreed');
    });
    await la.leave();
  });

  test('what is wrong with progress is said at its field and everything typed stays; the other side sees both accounts, and confirms the money', async () => {
    const la = await Person.at(browser, demo.la, { login: 'focal' });
    await la.open('/work-plan');
    await la.follow(/2019-2021/u);
    await la.follow(/ທຶນວິຊາຊີບ/u);
    await la.follow('ຂຽນຄວາມຄືບໜ້າຂອງຝ່າຍເຮົາ');
    // The fields of a scholarship stand in the form, since the activity is one.
    const results = la.page.getByRole('group', { name: /^ຜົນສະເພາະປະເພດນີ້/u });
    await la.choose('ສະຖານະ', 'ຊັກຊ້າ');
    await la.fill(/ຈຳນວນຜູ້ຈົບ/u, '-3', results);
    await la.press('ບັນທຶກ');
    const problems = la.page.getByRole('alert');
    expect(await la.text(problems)).toContain('ຈຳນວນຜູ້ຈົບ: ຢ່າງໜ້ອຍ 0.');
    expect(await results.getByLabel(/ຈຳນວນຜູ້ຈົບ/u).inputValue()).toBe('-3');
    await la.fill(/ຈຳນວນຜູ້ຈົບ/u, '30', results);
    await la.press('ບັນທຶກ');
    expect(await la.text(problems)).toContain('ກະລຸນາຂຽນເຫດຜົນ');
    expect(await results.getByLabel(/ຈຳນວນຜູ້ຈົບ/u).inputValue()).toBe('30');
    await la.fill('ລາວ', 'ໂຮງຮຽນປິດ.', la.page.getByRole('group', { name: /^ເຫດຜົນ/u }));
    // A file that is too large is told at its field and not sent; taken away again, the rest goes.
    const large = join(demo.folder, 'large.jpg');
    writeFileSync(large, '');
    truncateSync(large, 201 * 1024 ** 2);
    const evidence = la.page.getByRole('group', { name: /^ຫຼັກຖານ/u });
    await evidence.locator('input[type=file]').setInputFiles(large);
    expect(await la.text(evidence.getByRole('alert'))).toContain('“large.jpg” ໃຫຍ່ກວ່າ 200 MB.');
    await la.press('ບັນທຶກ');
    expect(await la.text(evidence.getByRole('alert'))).toContain('“large.jpg” ໃຫຍ່ກວ່າ 200 MB.');
    await la.press(/^ເອົາໄຟລ໌/u, evidence);
    await la.press('ບັນທຶກ');
    expect(await la.told()).toBe('ບັນທຶກແລ້ວ.');
    await la.open('/work-plan');
    await la.follow(/2019-2021/u);
    await la.follow(/ທຶນວິຊາຊີບ/u);
    const both = await la.text(la.page.getByRole('main'));
    expect(both).toContain('ໂຮງຮຽນປິດ.');
    expect(both).toMatch(/31/u);
    await la.follow('ຢືນຢັນການຮັບ');
    await la.fill(/^ວັນທີຮັບ/u, '10/9/2021');
    await la.press('ບັນທຶກ');
    expect(await la.told()).toBe('ບັນທຶກແລ້ວ.');
    await la.leave();

    const vn = await Person.at(browser, demo.vn);
    await eventually(async () => {
      await vn.open('/work-plan');
      await vn.follow(PLAN);
      await vn.follow(/Học bổng nghề cho học sinh Lào/u);
      expect(await vn.text(vn.page.getByRole('row', { name: /Giải ngân/u }))).toMatch(/2\.210\.000\.000[^]*2\.210\.000\.000/u);
    });
    await vn.leave();
  });

  test('two people of a side who begin the progress of one activity meet: the later one sees the difference and chooses', async () => {
    const begin = async (login: 'coordinator' | 'focal', said: string): Promise<Person> => {
      const person = await Person.at(browser, demo.vn, { login });
      await person.open('/work-plan');
      await person.follow(/2026-2027 \(dự thảo\)$/u);
      await person.follow(/Hội thảo triển khai/u);
      await person.follow('Ghi tiến độ của ta');
      await person.choose('Tình trạng', 'Đang làm');
      await person.fill('Tiếng Việt', said, person.page.getByRole('group', { name: /^Đã làm được gì/u }));
      return person;
    };
    const [first, second] = [await begin('focal', 'Đã mời khách.'), await begin('coordinator', 'Đã chốt ngày.')];
    await first.press('Lưu');
    expect(await first.told()).toBe('Đã lưu.');
    await second.press('Lưu');
    const both = await second.text();
    expect(both).toContain('Đã mời khách.');
    expect(both).toContain('chốt ngày');
    await second.press('Giữ bản của tôi');
    expect(await second.told()).toBe('Đã lưu.');
    expect(await second.text()).toContain('Đã chốt ngày.');
    expect(await second.text()).not.toContain('Đã mời khách.');
    await Promise.all([first.leave(), second.leave()]);
  });

  test('a project proposal passes our own chain, returned once with a note; decided by both it becomes an activity, nothing typed twice', async () => {
    const vn = await Person.at(browser, demo.vn);
    await vn.follow('Đề xuất dự án');
    await vn.follow('Đề xuất dự án mới');
    await vn.fill('Tiếng Việt', 'Trung tâm đào tạo vùng biên', vn.page.getByRole('group', { name: /^Tên dự án/u }));
    await vn.choose('Giai đoạn', 'Đã quyết định làm');
    await vn.press('Đề xuất và đồng ý');
    expect(await vn.text(vn.page.getByRole('alert'))).toMatch(/Kết quả nghiên cứu[^]*Dự toán[^]*Ngày quyết định/u);
    await vn.fill('Tiếng Việt', 'Có nhu cầu ở năm tỉnh.', vn.page.getByRole('group', { name: /^Kết quả nghiên cứu/u }));
    await vn.fill(/^Ngày quyết định/u, '20/11/2026');
    await vn.press('Thêm dòng dự toán');
    const cost = vn.page.getByRole('group', { name: /^Dự toán/u });
    await vn.fill('Số', 'C1', cost);
    await vn.fill('Tiếng Việt', 'Nhà xưởng', cost);
    await vn.fill(/^Số tiền/u, '2,8 tỷ', cost);
    await vn.press('Đề xuất và đồng ý');
    expect(await vn.told()).toContain('Các bên khác chưa thấy gì');
    const waiting = vn.path;
    const proposals = async (side: Demonstration['la']) => (await side.api<Rows>('/api/vn-la-labour/project-proposals?limit=100')).total;
    const before = await proposals(demo.la);

    const leader = await Person.at(browser, demo.vn, { login: 'leader' });
    await leader.open(waiting);
    expect(await leader.text()).toContain('2.800.000.000');
    await leader.press('Trả lại kèm ý kiến');
    expect(await leader.text()).toContain('Hãy ghi lý do trả lại.');
    await leader.fill('Ý kiến', 'Ghi rõ mục đích');
    await leader.press('Trả lại kèm ý kiến');
    await vn.open('/waiting');
    expect(await vn.text()).toContain('Bị trả lại: Ghi rõ mục đích');
    await vn.open(waiting);
    await vn.press('Sửa và trình lại');
    await vn.fill('Tiếng Việt', 'Lao động biên giới có nghề.', vn.page.getByRole('group', { name: /^Mục đích/u }));
    await vn.press('Đề xuất và đồng ý');
    await leader.open(vn.path);
    await leader.press('Duyệt và gửi');
    expect(await leader.told()).toBe('Đã duyệt và gửi cho các bên khác.');
    // Final: nothing on it can be pressed any more.
    expect(await leader.page.getByRole('main').getByRole('button').count()).toBe(0);
    await leader.follow('Trung tâm đào tạo vùng biên', leader.page.getByRole('main'));
    const proposal = leader.path;
    await leader.leave();

    const la = await Person.at(browser, demo.la);
    await eventually(async () => { expect(await proposals(demo.la)).toBe(before + 1); });
    await la.open(proposal);
    await la.press('ເຫັນດີ');
    await eventually(async () => { await vn.open(proposal); expect(await vn.page.getByRole('button', { name: 'Lập hoạt động từ đề xuất này' }).count()).toBe(1); });
    await vn.press('Lập hoạt động từ đề xuất này');
    expect(await vn.field('Tiếng Việt', vn.page.getByRole('group', { name: /^Tên/u })).inputValue()).toBe('Trung tâm đào tạo vùng biên');
    expect(await vn.field(/^Số tiền/u, vn.page.getByRole('group', { name: /^Dự toán/u })).inputValue()).toBe('2.800.000.000');
    await vn.press('Đề xuất và đồng ý');
    expect(await vn.told()).toBe('Đã đề xuất với các bên khác.');
    await Promise.all([vn.leave(), la.leave()]);
  });

  test('the same plan reads as table, board, time line, map, calendar and dashboard, each with its filters in the address', async () => {
    const vn = await Person.at(browser, demo.vn);
    await vn.open('/work-plan');
    await vn.follow(PLAN);
    const base = new URL(vn.page.url()).pathname;
    for (const view of ['table', 'board', 'timeline', 'map', 'calendar', 'dashboard']) {
      await vn.open(`${base}?view=${view}&theme=equipment`);
      expect(await vn.text(vn.page.getByRole('main')), view).toMatch(view === 'dashboard' ? /VND|₫/u : /Trung tâm 686/u);
      expect(await vn.text(vn.page.getByRole('main')), view).not.toMatch(/Lớp tiếng Việt cho cán bộ/u);
    }
    // Totals in the currency the reader asks for, at the agreed rate of the time.
    await vn.open(`${base}?view=dashboard`);
    expect(await vn.text()).toContain('1 USD = 22.900 VND (31/12/2021)');
    await vn.follow('VND');
    expect(vn.page.url()).toContain('currency=VND');
    expect(await vn.page.getByRole('link', { name: 'VND', exact: true }).getAttribute('aria-current')).toBeTruthy();
    expect(vn.complaints).toEqual([]);
    await vn.leave();
  });
});
