/** Whole tasks with nothing but a keyboard, and with nothing but HTML. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';

/** Presses of Tab after which something cannot be said to be within reach. */
const REACH = 120;

/** Goes to something by Tab alone. */
async function reach(person: Person, to: Locator): Promise<void> {
  for (let press = 0; press < REACH; press += 1) {
    if (await to.first().evaluate((element) => element === document.activeElement)) return;
    await person.page.keyboard.press('Tab');
  }
  throw new Error(`not reached by ${REACH} presses of Tab: ${String(to)}`);
}
const typed = async (person: Person, to: Locator, text: string): Promise<void> => { await reach(person, to); await person.page.keyboard.type(text); };
/** Goes there and presses a key that leads to another page. */
async function go(person: Person, to: Locator, key = 'Enter'): Promise<void> {
  await reach(person, to);
  await Promise.all([person.page.waitForNavigation(), person.page.keyboard.press(key)]);
}

describe.skipIf(!hasBrowser)('whole tasks', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => { [demo, browser] = await Promise.all([startDemonstration(), openBrowser()]); }, 400_000);
  afterAll(async () => { await browser?.close(); await demo?.stop(); });

  test('by keyboard alone: finding a record', async () => {
    const person = await Person.at(browser, demo.vn, { login: 'reader' });
    const main = person.page.getByRole('main');
    await reach(person, person.page.getByRole('link', { name: 'Đến nội dung chính' }));
    await typed(person, person.page.getByRole('searchbox').first(), 'giao vien truong nghe');
    await Promise.all([person.page.waitForNavigation(), person.page.keyboard.press('Enter')]);
    await go(person, main.getByRole('link', { name: 'Đào tạo giáo viên trường nghề.' }));
    expect(await person.title()).toBe('Đào tạo giáo viên trường nghề.');
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  test('by keyboard alone: agreeing to one of what waits', async () => {
    const person = await Person.at(browser, demo.vn);
    await go(person, person.page.getByRole('link', { name: /^Đang chờ/u }));
    const box = person.page.getByRole('main').getByRole('checkbox').first();
    await reach(person, box);
    await person.page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(true);
    await go(person, person.page.getByRole('button', { name: 'Đồng ý các mục đã chọn' }));
    expect(await person.told()).toBe('Đã đồng ý 1 bản ghi.');
    await person.leave();
  });

  test('by keyboard alone: reporting progress, choosing an office and taking the choice back; and nothing typed is lost with the browser', async () => {
    const person = await Person.at(browser, demo.vn, { login: 'focal' });
    const { page } = person;
    const first = async (kind: string): Promise<string> => (await demo.vn.api<{ rows: { id: string }[] }>(`/api/vn-la-labour/${kind}?limit=1`)).rows[0]?.id ?? '';
    await person.open(`/progress-reports/new?commitment=${await first('commitments')}&period=${await first('reporting-periods')}`);
    await typed(person, page.getByRole('combobox', { name: /^Tìm: Cơ quan báo cáo/u }), 'lao dong');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const picker = page.getByRole('group', { name: /^Cơ quan báo cáo/u });
    const chosen = picker.getByRole('radio', { checked: true });
    const office = await chosen.inputValue();
    expect(office).toMatch(/^[0-9a-f-]{36}$/u);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await picker.getByRole('radio', { name: 'Không chọn' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await chosen.inputValue()).toBe(office);
    await reach(person, person.field('Tình trạng'));
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
    await typed(person, person.field('Tiếng Việt', page.getByRole('group', { name: 'Đã làm được gì' })), 'Đã mở hai lớp trong quý một.');

    await person.page.keyboard.press('Tab');
    await page.waitForFunction((words) => Object.values(localStorage).some((kept) => String(kept).includes(words)), 'Đã mở hai lớp trong quý một.');
    const address = page.url();
    await page.close();

    const again = await person.context.newPage();
    await again.goto(address);
    await again.getByRole('button', { name: 'Điền lại', exact: true }).focus();
    await again.keyboard.press('Enter');
    expect(await again.getByRole('group', { name: 'Đã làm được gì' }).getByLabel('Tiếng Việt').inputValue()).toBe('Đã mở hai lớp trong quý một.');
    expect(await again.getByLabel('Tình trạng').inputValue()).toBe('under-way');
    expect(await again.getByRole('group', { name: /^Cơ quan báo cáo/u }).getByRole('radio', { checked: true }).inputValue()).toBe(office);
    await again.getByRole('button', { name: 'Lưu', exact: true }).last().focus();
    await Promise.all([again.waitForNavigation(), again.keyboard.press('Enter')]);
    expect((await again.getByRole('status').first().innerText()).trim()).toBe('Đã lưu.');
    await again.goto(address);
    expect(await again.getByRole('button', { name: 'Điền lại', exact: true }).count()).toBe(0);
    await person.leave();
  });

  test('by keyboard alone: an activity is planned; its dates are said back as they are typed and as they are kept', async () => {
    const person = await Person.at(browser, demo.vn);
    const { page } = person;
    await person.open('/activities/new');
    await typed(person, person.field('Tiếng Việt', page.getByRole('group', { name: 'Tên hoạt động' })), 'Lớp hàn ba tháng');
    await reach(person, person.field('Loại'));
    await page.keyboard.type('Việc khác');
    const from = person.field('Từ ngày');
    await typed(person, from, '1/7/2027');
    const echo = page.getByRole('status').filter({ hasText: 'ngày 01 tháng 7 năm 2027' });
    await echo.waitFor();
    // The calendar stands beside the field, under a name that says which date it is for.
    await page.keyboard.press('Tab');
    expect(await page.getByRole('button', { name: 'Chọn trên lịch: Từ ngày' }).evaluate((button) => button === document.activeElement)).toBe(true);
    await typed(person, person.field('Đến ngày'), '2027-09-30');
    await go(person, page.getByRole('button', { name: 'Đề xuất', exact: true }));
    // What a type asks for besides is shown before anything is decided.
    expect(await person.text(page.getByRole('alert'))).toContain('Loại này có các ô riêng, nay đã hiện trên trang.');
    await go(person, page.getByRole('button', { name: 'Đề xuất', exact: true }));
    expect(await person.title()).toContain('Lớp hàn ba tháng');
    expect(await person.text()).toContain('1/7/2027');
    expect(person.complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await person.leave();
  });

  test('a line that dies while a form is sent: nothing typed is lost, and nothing is recorded twice', async () => {
    const person = await Person.at(browser, demo.vn);
    const { page } = person;
    const [lost, heard] = ['Người không gửi được', 'Người không nghe trả lời'];
    const save = page.getByRole('button', { name: 'Lưu', exact: true }).last();
    const again = async (): Promise<void> => { await person.open('/people/new'); await person.press('Điền lại'); };
    let answer: 'none' | 'unheard' | 'heard' = 'none';
    const taken: number[] = [];
    await page.route('**/people/new', async (route) => {
      if (route.request().method() !== 'POST' || answer === 'heard') return route.continue();
      // The server gets it, and the browser hears nothing of the answer, its cookies included.
      const request = route.request();
      if (answer === 'unheard') taken.push((await fetch(request.url(), { method: 'POST', headers: await request.allHeaders(), body: new Uint8Array(request.postDataBuffer() ?? []), redirect: 'manual' })).status);
      return route.abort('connectionreset');
    });
    const failed = async (): Promise<void> => {
      await save.click();
      await eventually(() => { expect(page.url()).toMatch(/^chrome-error:/u); });
    };
    const name = person.field('Tiếng Việt', page.getByRole('group', { name: 'Họ tên' }));
    await person.open('/people/new');
    await name.fill(lost);
    await failed();
    await again();
    expect(await name.inputValue()).toBe(lost);
    answer = 'unheard';
    await name.fill(heard);
    await failed();
    expect(taken).toEqual([303]);
    answer = 'heard';
    await again();
    expect(await name.inputValue()).toBe(heard);
    await Promise.all([page.waitForURL(/\/people\/[0-9a-f-]{36}$/u), save.click()]);
    expect(await person.title()).toBe(heard);
    const { rows } = await demo.vn.api<{ rows: { content: unknown }[] }>('/api/vn-la-labour/people?limit=200');
    expect([lost, heard].map((one) => rows.filter(({ content }) => JSON.stringify(content).includes(one)).length)).toEqual([0, 1]);
    await person.leave();
  });

  test('two people change one record: the later one sees both changes and chooses, and nothing typed is lost', async () => {
    const [first, second] = await Promise.all([Person.at(browser, demo.vn), Person.at(browser, demo.vn)]);
    const { rows: [office] } = await demo.vn.api<{ rows: { id: string }[] }>('/api/vn-la-labour/offices?party=VN&limit=1');
    const remarks = (person: Person): Locator => person.field('Tiếng Việt', person.page.getByRole('group', { name: 'Ghi chú' }));
    for (const [person, words] of [[first, 'Đã chuyển trụ sở.'], [second, 'Đã đổi số điện thoại.']] as const) {
      await person.open(`/offices/${office?.id ?? ''}/edit`);
      await remarks(person).fill(words);
    }
    await first.press('Lưu');
    expect(await first.told()).toBe('Đã lưu.');
    await second.press('Lưu');
    expect(await second.text()).toContain('Bản ghi đã thay đổi trong lúc bạn viết. Nội dung bạn nhập vẫn còn.');
    await second.press('Giữ bản của tôi');
    expect(await second.told()).toBe('Đã lưu.');
    expect(await second.text()).toContain('Đã đổi số điện thoại.');
    await Promise.all([first.leave(), second.leave()]);
  });

  test('files are dropped on their control, told by name, and kept while what is wrong with the form is mended', async () => {
    const person = await Person.at(browser, demo.vn, { login: 'focal' });
    const { page } = person;
    await person.open('/receipts/new');
    const dropped = await page.evaluateHandle(() => {
      const held = new DataTransfer();
      for (const name of ['biên bản.txt', 'chứng từ.txt']) held.items.add(new File(['đã nhận đủ'], name, { type: 'text/plain' }));
      return held;
    });
    const control = page.getByRole('group', { name: 'Chứng từ' });
    await control.locator('.file-box').dispatchEvent('drop', { dataTransfer: dropped });
    expect((await control.getByRole('status').innerText()).split(' · ').map((one) => one.split(' (')[0])).toEqual(['biên bản.txt', 'chứng từ.txt']);
    await person.press('Lưu');
    await page.getByRole('alert').waitFor();
    for (const name of ['biên bản.txt', 'chứng từ.txt']) expect(await control.getByRole('checkbox', { name }).isChecked()).toBe(true);
    expect(await control.getByRole('button', { name: 'Bỏ các tệp đã chọn' }).count()).toBe(0);
    await person.leave();
  });

  test('without scripts: an administrator adds a person, who chooses a password and signs in', async () => {
    const person = await Person.at(browser, demo.vn, { scripts: false });
    await person.open('/administration/accounts');
    await person.fill('Họ tên', 'Trần Thị Hoa');
    await person.fill('Tên người dùng', 'hoa');
    await person.tick('Đầu mối');
    await person.press('Thêm người');
    const link = /https?:\S+\/sign-in\/password\/\S+/u.exec(await person.text())?.[0] ?? '';
    await person.page.locator('details.me summary').click();
    await person.press('Đăng xuất');
    await person.page.goto(link);
    await person.page.getByLabel(/^Mật khẩu/u).first().fill('một câu đủ dài để nhớ');
    await person.page.getByRole('main').getByRole('button').first().click();
    await person.page.getByLabel(/^Tên người dùng/u).fill('hoa');
    await person.page.getByLabel(/^Mật khẩu/u).fill('một câu đủ dài để nhớ');
    await person.press('Đăng nhập', person.page.getByRole('main'));
    await person.page.locator('details.me summary').click();
    expect(await person.page.locator('details.me').innerText()).toContain('Trần Thị Hoa');
    await person.leave();
  });

  test('without scripts: a text is brought in, proposed, and agreed by the other side', async () => {
    const vn = await Person.at(browser, demo.vn, { scripts: false });
    await vn.follow('Đưa văn bản vào');
    await vn.fill('Văn bản', 'BIÊN BẢN LÀM VIỆC VỀ DẠY NGHỀ KHÔNG SCRIPT\n\nHà Nội, ngày 15/6/2027\n\n1. Hai bên mở một lớp dạy nghề hàn tại Viêng Chăn.\n\n2. Hai bên gửi danh sách học viên nghề hàn.');
    await vn.press('Đọc văn bản');
    // From the last, since each that is opened leaves the list of folded ones.
    for (const folded of (await vn.page.getByRole('main').locator('details:not([open]) > summary').all()).toReversed()) await folded.click();
    for (const number of ['1', '2']) await vn.tick('Giáo dục nghề nghiệp', vn.page.getByRole('region', { name: `Đoạn ${number}`, exact: true }));
    await vn.press('Đề xuất và đồng ý');
    expect(await vn.told()).toBe('Đã đề xuất văn kiện cùng 2 cam kết; chờ các bên khác đồng ý.');

    const la = await Person.at(browser, demo.la, { scripts: false });
    const waiting = 'Hai bên mở một lớp dạy nghề hàn tại Viêng Chăn.';
    await eventually(async () => { await la.open('/waiting'); expect(await la.text()).toContain(waiting); });
    await la.follow(waiting);
    await la.press('ເຫັນດີ');
    expect(await la.told()).toBe('ໄດ້ບັນທຶກການເຫັນດີຂອງຝ່າຍເຮົາ.');
    await Promise.all([vn.leave(), la.leave()]);
  });

  test('without scripts: an office is found by its former name, chosen, and the choice taken back', async () => {
    const person = await Person.at(browser, demo.vn, { login: 'focal', scripts: false });
    await person.open('/progress-reports/new');
    const picker = person.page.getByRole('group', { name: /^Cơ quan báo cáo/u });
    await picker.getByRole('searchbox').fill('Bộ Lao động - Thương binh và Xã hội');
    await person.press('Tìm', picker);
    await picker.getByRole('radio', { name: /^Bộ Nội vụ/u }).check();
    await person.press('Lưu nháp');
    expect(await picker.getByRole('radio', { name: /^Bộ Nội vụ/u }).isChecked()).toBe(true);
    await picker.getByRole('radio', { name: 'Không chọn' }).check();
    await person.press('Lưu nháp');
    expect(await picker.getByRole('radio', { checked: true }).count()).toBe(0);
    await person.leave();
  });
});
