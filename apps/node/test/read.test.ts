/** Reading the record: what was promised, in whose words, by whom it is held today, and finding it again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';

describe.skipIf(!hasBrowser)('reading the record', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => { [demo, browser] = await Promise.all([startDemonstration(), openBrowser()]); }, 400_000);
  afterAll(async () => { await browser?.close(); await demo?.stop(); });

  test('a commitment tells its words in every language, whose they are, its origin, offices then and now, reports, history and proof', async () => {
    const reader = await Person.at(browser, demo.vn, { login: 'reader' });
    await reader.follow('Cam kết');
    await reader.page.getByRole('search').getByText(/^Bộ lọc/u).click();
    await reader.follow(/^Kế hoạch hợp tác 2019-2021/u);
    await reader.fill('Từ cần tìm', 'bảo hiểm xã hội');
    await reader.press('Lọc');
    await reader.follow(/^Cử chuyên gia trao đổi về luật lao động.*bảo hiểm xã hội/u);

    expect(await reader.title()).toBe('Cử chuyên gia trao đổi về luật lao động, thị trường, việc làm, an toàn, thanh tra và bảo hiểm xã hội.');
    const text = await reader.text();
    for (const part of [
      'tóm tắt, không phải nguyên văn đã ký', 'Mục 4, phần a', 'Hội nghị Bộ trưởng Lao động và Phúc lợi xã hội Việt Nam - Lào lần thứ 6',
      'Bộ Lao động - Thương binh và Xã hội', 'nay là Bộ Nội vụ', 'Pháp luật và chính sách', 'Đã đồng ý', 'Báo cáo của hai bên', 'đề xuất và đồng ý: Đính chính lỗi', 'Lịch sử', 'Bằng chứng', 'chữ ký đã kiểm',
    ]) expect(text).toContain(part);

    // The head says how far each side is, and who acts next.
    expect(await reader.page.locator('.how-far').innerText()).toMatch(/^Việt Nam\s*Đã xong\s*Lào\s*Đã xong\s*Việc tiếp theo:\s*Lào\s*trả lời số đề xuất/u);

    await reader.page.getByText(/^Xem bản/u).first().click();
    const others = await reader.text();
    expect(others).toContain('Exchange experts on labour law');
    expect(others).toContain('ແລກປ່ຽນຊ່ຽວຊານດ້ານກົດໝາຍແຮງງານ');
    expect(others).toContain('bản dịch máy, chưa kiểm tra');
    expect(await reader.page.locator('[lang=lo]', { hasText: 'ແລກປ່ຽນຊ່ຽວຊານ' }).count()).toBeGreaterThan(0);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  test('a promise is followed from one conference to the next, with how sure each step is', async () => {
    const reader = await Person.at(browser, demo.la, { login: 'reader', lang: 'en' });
    await reader.open('/search?q=volunteer+soldiers+Laos');
    await reader.follow(/^With the defence side, find and bring home Vietnamese volunteer soldiers/u);
    const thread = await reader.text(reader.part('Through the conferences'));
    expect(thread).toMatch(/2011.*2017.*2019.*2023/u);
    expect(thread).toContain('Narrows');
    expect(thread).toContain('uncertain');
    await reader.follow('Find and return soldiers and experts of both sides.', reader.part('Through the conferences'));
    expect(await reader.text(reader.part('Through the conferences'))).toContain('2019');
    await reader.leave();
  });

  test('what a ministry promised in 2019 is found under the one that holds it now, and still names the office as it was', async () => {
    const reader = await Person.at(browser, demo.la);
    await reader.open('/search?q=Bo+Noi+vu');
    await reader.follow('ກະຊວງພາຍໃນ ຫວຽດນາມ');
    const held = reader.part('ຄຳໝັ້ນສັນຍາທີ່ອົງການນີ້ຮັບຜິດຊອບໃນປັດຈຸບັນ');
    expect(await reader.text(held)).toMatch(/ຝຶກອົບຮົມພະນັກງານໄລຍະສັ້ນ ແລະ ໄລຍະຍາວ\. · ໃນຊື່/u);
    await reader.follow('ຝຶກອົບຮົມພະນັກງານໄລຍະສັ້ນ ແລະ ໄລຍະຍາວ.', held);
    expect(await reader.text()).toContain('ປັດຈຸບັນແມ່ນ');
    await reader.leave();
  });

  test('the search box finds by words in three languages, with accents and without', async () => {
    const reader = await Person.at(browser, demo.vn, { login: 'reader' });
    const find = async (words: string): Promise<string> => {
      await reader.page.getByRole('searchbox').first().fill(words);
      await reader.press('Tìm');
      return reader.text();
    };
    const teachers = 'Đào tạo giáo viên trường nghề.';
    for (const words of ['giáo viên trường nghề', 'giao vien truong nghe', 'GIÁO VIÊN trường nghề', 'vocational teachers', 'ຄູສອນວິຊາຊີບ']) {
      expect(await find(words), words).toContain(teachers);
    }
    expect(await find('giào viền'), 'other accents are other words').not.toContain(teachers);
    expect(await find('zzzz')).toContain('Tìm thấy 0 bản ghi');
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  test('an instrument reads as a text with its commitments beside it; a meeting lists what came of it', async () => {
    const reader = await Person.at(browser, demo.vn, { login: 'leader' });
    await reader.open('/meetings?q=lần+thứ+6');
    await reader.follow(/^Hội nghị Bộ trưởng Lao động.* lần thứ 6$/u);
    const meeting = await reader.text();
    expect(meeting).toContain('28/3/2019');
    await reader.follow('Kế hoạch hợp tác 2019-2021');
    const text = await reader.text();
    expect(text).toContain('Tóm tắt, không phải nguyên văn đã ký');
    expect(await reader.page.getByRole('link', { name: /^Mục 8, phần b: / }).count()).toBe(1);
    await reader.leave();
  });
});
