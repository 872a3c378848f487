/** Long work at a browser: progress that moves, a page that keeps itself fresh without scripts, its person's alone, and a restart in the middle told plainly. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { barriers } from './axe.ts';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';
import { eventually } from './eventually.ts';

/** Rows of a table large enough to be looked at as a job, and to be written over several of the paces at which its page is told. */
const ROWS = 4_000;
const TOLD = ROWS.toLocaleString('vi');
const DONE = `Đã ghi ${TOLD} dòng.`;
const listed = async (demo: Demonstration, words: string): Promise<number> => (await demo.vn.api<{ total: number }>(`/api/vn-la-labour/offices?q=${encodeURIComponent(words)}&limit=1`)).total;

describe.skipIf(!hasBrowser)('long work', { timeout: 300_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => {
    demo = await startDemonstration();
    browser = await openBrowser();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** The blank table of offices with rows of one name. */
  async function tableOf(person: Person, name: string): Promise<Buffer> {
    const answer = await person.page.request.get(new URL('/tables/offices/file?as=csv&rows=none', demo.vn.url).href);
    const head = (await answer.text()).trimEnd();
    const columns = (head.split(/\r?\n/u)[0] ?? '').split(',');
    const row = (at: number): string => columns.map((column) => (column === 'name.vi' ? `${name} số ${at} của bảng lớn đưa vào thử việc chạy lâu trên nút` : column === 'type' ? 'Trường' : '')).join(',');
    return Buffer.from(`${head}\r\n${Array.from({ length: ROWS }, (_, at) => row(at + 1)).join('\r\n')}\r\n`);
  }

  /** Sends the table, waits until it was looked at, and presses the button that writes it. */
  async function bring(person: Person, name: string): Promise<void> {
    await person.open('/tables/offices');
    await person.page.getByLabel('Chọn tệp').setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: await tableOf(person, name) });
    await person.press('Kiểm tra, chưa ghi gì');
    await person.follow(/^Xem/u, person.page.locator('p.buttons'));
    await person.page.getByRole('button', { name: /^Ghi/u }).first().click();
    await person.page.waitForURL('**/jobs/*');
  }

  test('shows how far it is as it moves, on one and the same page, and ends with a link to what it came to; nobody else sees it', async () => {
    const person = await Person.at(browser, demo.vn);
    // Every wording of the progress, kept with the document it stood in: one that loads itself again is another.
    await person.context.addInitScript(() => {
      let last = '';
      new MutationObserver(() => {
        const said = document.querySelector('.job [role=status]')?.textContent ?? '';
        if (said === last || said === '') return;
        last = said;
        sessionStorage.setItem('seen', `${sessionStorage.getItem('seen') ?? ''}${location.pathname} ${performance.timeOrigin} ${said}\n`);
      }).observe(document, { subtree: true, childList: true });
    });
    await bring(person, 'Đơn vị tiến độ');
    const { path } = person;
    const focal = await Person.at(browser, demo.vn, { login: 'focal' });
    await focal.open(path);
    expect(await focal.title()).toBe('Không còn việc này');
    await focal.leave();
    await person.page.getByRole('link', { name: DONE }).waitFor();
    const seen = (await person.page.evaluate(() => sessionStorage.getItem('seen')) ?? '').split('\n').filter((line) => line.startsWith(`${path} `));
    const documents = Map.groupBy(seen, (line) => line.split(' ')[1]);
    expect(Math.max(...[...documents.values()].map((lines) => lines.length)), seen.join('\n')).toBeGreaterThan(1);
    await person.follow(DONE);
    expect(await person.title()).toBe('Cơ quan');
    expect(await listed(demo, 'tiến độ')).toBe(ROWS);
    await person.open(path);
    expect(await barriers(person)).toEqual([]);
    // A page left while it loads is no fault of it.
    expect(person.complaints.filter((line) => !line.includes('ERR_ABORTED'))).toEqual([]);
    await person.leave();
  });

  test('without scripts the page loads itself again until it is done', async () => {
    const person = await Person.at(browser, demo.vn, { scripts: false });
    await bring(person, 'Đơn vị không mã');
    await person.page.getByRole('link', { name: DONE }).waitFor();
    expect(await person.text()).toContain(`${TOLD} trên ${TOLD}`);
    await person.leave();
  });

  test('a node that starts again in the middle says so; what was written is whole, and the same table ends what is left', async () => {
    const person = await Person.at(browser, demo.vn);
    await bring(person, 'Đơn vị bị ngắt');
    await person.page.getByText(new RegExp(String.raw`^[\d.]+ trên ${RegExp.escape(TOLD)}$`, 'u')).waitFor();
    const { path } = person;
    demo.kill('vn');
    await eventually(() => { expect(demo.printed()).toContain('stopped by itself (SIGKILL)'); });
    expect((await demo.cli('demo', 'start', 'vn')).code).toBe(0);
    await eventually(async () => {
      await person.open(path);
      expect(await person.text()).toContain('Nút đã khởi động lại khi việc này đang chạy');
    }, 60_000);
    expect(await person.text()).toContain('Không có gì được ghi dở dang');
    expect(await listed(demo, 'bị ngắt')).toBeLessThan(ROWS);
    await person.follow('Bắt đầu lại');
    await person.page.getByRole('button', { name: /^Ghi/u }).first().click();
    await person.page.getByRole('link', { name: /^Đã ghi/u }).waitFor();
    expect(await listed(demo, 'bị ngắt')).toBe(ROWS);
    await person.leave();
  });
});
