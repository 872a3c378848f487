/** Bad input: said clearly in the reader's language, what was kept and what to do; nothing is lost or half-written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { startDemonstration, type Demonstration } from './demonstration.ts';

let demo: Demonstration;
beforeAll(async () => { demo = await startDemonstration(); }, 400_000);
afterAll(async () => { await demo?.stop(); });

const acts = async (): Promise<number> => (await demo.vn.api<{ acts: number }>('/healthz')).acts;

describe.skipIf(!hasBrowser)('in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser?.close(); });

  test.each([true, false])('a form with six wrong fields names them all, each linked to its field, and keeps what was typed (scripts: %s)', async (scripts) => {
    const before = await acts();
    const vn = await Person.at(browser, demo.vn, { scripts });
    await vn.open('/progress-reports/new');
    await vn.press('Thêm số liệu');
    const figure = vn.page.getByRole('group', { name: 'số liệu 1', exact: true });
    for (const [label, value] of [['Giá trị', 'nhiều'], ['Nữ', 'mười'], ['Nam', '3;4']] as const) await vn.fill(label, value, figure);
    await vn.press('Lưu');
    const problems = vn.page.getByRole('alert');
    expect(await vn.text(problems)).toContain('Những gì đã nhập vẫn được giữ nguyên.');
    const links = await problems.getByRole('link').all();
    expect(links.length).toBeGreaterThanOrEqual(6);
    const targets = await Promise.all(links.map(async (link) => decodeURIComponent((await link.getAttribute('href') ?? '').slice(1))));
    for (const field of ['commitment', 'period', 'state', 'narrative', 'figures.0.value', 'figures.0.women', 'figures.0.men']) expect(targets).toContain(`f-${field}`);
    for (const target of targets) expect(await vn.page.locator(`[id="${target}"]`).count(), target).toBe(1);
    expect(await Promise.all(['Giá trị', 'Nữ', 'Nam'].map(async (label) => vn.field(label, figure).inputValue()))).toEqual(['nhiều', 'mười', '3;4']);
    expect(await acts()).toBe(before);
    await vn.leave();
  });

  test('an address that is none, a record that is not held, and a page that is not theirs are told apart', async () => {
    const reader = await Person.at(browser, demo.vn, { login: 'reader' });
    for (const path of ['/nothing', '/commitments/xyz', '/commitments/0190d2a4-1111-7111-8111-111111111111', '/reporting/xyz', '/reporting/xyz/abc', '/proof/xyz', '/files/abc/x', '/joint-report/xyz/copy', '/meetings/new/x']) {
      const answer = await reader.page.goto(new URL(path, demo.vn.url).href);
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(await reader.title()).toBe('Không tìm thấy trang');
    }
    for (const path of ['/import', '/commitments/new', '/progress-reports/new']) {
      const answer = await reader.page.goto(new URL(path, demo.vn.url).href);
      expect([path, answer?.status()]).toEqual([path, 403]);
      expect(await reader.title()).toBe('Bạn không có quyền làm việc này');
    }
    await reader.leave();
  });
});

describe('at the door', { timeout: 240_000 }, () => {
  /** Cookies of a signed-in coordinator, without a browser. */
  const cookie = async (): Promise<string> => {
    const answer = await fetch(demo.vn.link('coordinator'), { redirect: 'manual' });
    return answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  };
  const post = async (path: string, init: { readonly body: BodyInit; readonly headers?: Record<string, string>; readonly origin?: string }): Promise<Response> => fetch(new URL(path, demo.vn.url), {
    method: 'POST', redirect: 'manual', body: init.body,
    headers: { cookie: await cookie(), origin: init.origin ?? demo.vn.url, 'accept-language': 'vi', ...init.headers },
  });
  const words = async (answer: Response): Promise<string> => (await answer.text()).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

  test('a form sent from another site changes nothing', async () => {
    const before = await acts();
    for (const origin of ['https://elsewhere.example', demo.la.url, 'null']) {
      const answer = await post('/waiting', { body: new URLSearchParams({ _do: 'all' }), origin });
      expect([origin, answer.status]).toEqual([origin, 403]);
      expect(await words(answer)).toContain('Không có gì bị thay đổi.');
    }
    expect(await acts()).toBe(before);
  });

  test('a body that is cut, of an unknown type, wrongly encoded or too large is refused in words, and the node goes on', async () => {
    const form = 'multipart/form-data; boundary=x';
    const cases = [
      [400, '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nhalf', form],
      [400, Buffer.from([0x74, 0x3d, 0xff, 0xfe, 0x80]), 'application/x-www-form-urlencoded'],
      [400, 'text=a%00b', 'application/x-www-form-urlencoded'],
      [415, '<x/>', 'text/xml'],
      [413, `text=${'a'.repeat(9 * 1024 * 1024)}`, 'application/x-www-form-urlencoded'],
    ] as const;
    for (const [status, body, type] of cases) {
      const answer = await post('/import', { body, headers: { 'content-type': type } });
      expect([type, answer.status]).toEqual([type, status]);
      expect(await words(answer)).toContain('Không có gì bị thay đổi.');
    }
    expect(await demo.vn.api('/healthz')).toMatchObject({ status: 'ok' });
  });

  test('a command of the API refuses what is no JSON, unknown or not allowed, as data', async () => {
    const call = async (path: string, body: string, type = 'application/json', token = demo.vn.token): Promise<{ status: number; ids: string[] }> => {
      const answer = await fetch(new URL(path, demo.vn.url), { method: 'POST', body, headers: { authorization: `Bearer ${token}`, 'content-type': type } });
      return { status: answer.status, ids: (await answer.json() as { problems: { id: string }[] }).problems.map((one) => one.id) };
    };
    expect(await call('/api/commands/accords.import', '{')).toEqual({ status: 400, ids: ['upload.malformed'] });
    expect(await call('/api/commands/accords.import', 'x', 'text/plain')).toEqual({ status: 415, ids: ['upload.type'] });
    expect(await call('/api/commands/accords.import', '{"name":1}')).toMatchObject({ status: 422 });
    expect(await call('/api/commands/accords.import', '{}', 'application/json', 'entente_wrong_wrong_wrong_wrong')).toEqual({ status: 401, ids: ['api.unauthorised'] });
    expect((await call('/api/commands/none', '{}')).ids).toEqual(['api.no-command']);
  });

  test('a wrong password says the same whoever is named, and many are held back', async () => {
    const signIn = async (login: string): Promise<{ status: number; said: string }> => {
      const answer = await fetch(new URL('/sign-in', demo.la.url), {
        method: 'POST', redirect: 'manual', body: new URLSearchParams({ login, password: 'wrong' }), headers: { origin: demo.la.url, 'accept-language': 'lo' },
      });
      return { status: answer.status, said: /ຊື່ ຫຼື ລະຫັດຜ່ານບໍ່ຖືກຕ້ອງ|ລອງຫຼາຍເກີນໄປ/u.exec(await words(answer))?.[0] ?? '' };
    };
    const wrong = { status: 422, said: 'ຊື່ ຫຼື ລະຫັດຜ່ານບໍ່ຖືກຕ້ອງ' };
    expect([await signIn('leader'), await signIn('nobody')]).toEqual([wrong, wrong]);
    const more = await Promise.all(Array.from({ length: 12 }, async () => signIn('nobody')));
    expect(more.filter(({ status }) => status === 422)).toHaveLength(9);
    expect(more.filter(({ status }) => status === 429)).toHaveLength(3);
    expect((await fetch(demo.la.link('leader'), { redirect: 'manual' })).status).toBe(303);
  });
});
