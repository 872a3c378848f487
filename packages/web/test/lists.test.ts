import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

describe('lists', () => {
  let w: World;
  let person: Browser;
  const titles = (html: string) => [...html.matchAll(/<th role="rowheader"[^>]*><a [^>]*>([^<]+)/gu)].map(([, title]) => title);
  const list = async (query: string) => (await person.get(`/pledges?lang=vi${query}`)).text();

  beforeAll(async () => {
    w = await world();
    person = await signedIn(w.vn, 'lan', ['coordinator']);
    const by = { id: 'tester', party: 'VN', roles: ['coordinator' as const], office: null };
    const texts = ['Đào tạo nghề', 'Tìm kiếm hài cốt', 'ê', 'e', 'đ', 'd'];
    const intents = Array.from({ length: 45 }, (_, i) => ({
      verb: 'propose' as const, kind: 'pledge', agree: i % 2 === 0,
      content: { text: { vi: texts[i] ?? `Cam kết số ${i}` }, state: i % 3 === 0 ? 'kept' : 'open', on: `${2000 + (i % 20)}-0${1 + (i % 9)}`, themes: [i % 2 === 0 ? 'skills' : 'remains'], ...(i === 0 ? { sources: ['=HYPERLINK("x")'] } : {}) },
    }));
    const committed = await w.vn.kernel.commit(intents, { coop: cooperation.id, by });
    if (!committed.ok) throw new Error(JSON.stringify(committed.problems));
    const formula = await w.vn.kernel.commit([{ verb: 'put', kind: 'memo', content: { title: { vi: '=1+cmd|x' } } }, { verb: 'put', kind: 'memo', content: { title: { vi: 'Dấu, phẩy và "ngoặc"' } } }], { coop: cooperation.id, by });
    if (!formula.ok) throw new Error(JSON.stringify(formula.problems));
  });
  afterAll(() => w.close());

  it('shows 20 rows, newest first, with the pages and the total', async () => {
    const html = await list('');
    expect(titles(html)).toHaveLength(20);
    expect(html).toContain('trong 45');
    expect(titles(await list('&page=3'))).toHaveLength(5);
  });

  it('filters by links with counts, which lead to what they promise', async () => {
    const html = await list('');
    const link = /<a href="(\/pledges\?[^"]*state=kept[^"]*)"[^>]*><span>[^<]+<\/span><span class="num quiet"> (\d+)/u.exec(html);
    expect(link?.[2]).toBe('15');
    const filtered = await (await person.get((link?.[1] ?? '').replaceAll('&amp;', '&'))).text();
    expect(filtered).toContain('trong 15');
    expect(filtered).toContain('aria-current="true"');
    expect(await list('&state=kept&themes=skills')).toContain('trong 8');
  });

  it('filters by words without accents, and by dates as people type them', async () => {
    expect(titles(await list('&q=hai+cot'))).toEqual(['Tìm kiếm hài cốt']);
    expect(await list('&from=2005&to=2006')).toContain('trong 4');
    expect(await list('&from=1/3/2005&to=31/12/2005')).toContain('trong 2');
    expect(await list('&from=nonsense')).toContain('trong 45');
  });

  it('sorts by the Vietnamese alphabet', async () => {
    const sorted = titles(await list('&sort=title&state=open'));
    const all = titles(await list('&sort=-title'));
    expect(sorted.indexOf('d')).toBeLessThan(sorted.indexOf('đ') === -1 ? Infinity : sorted.indexOf('đ'));
    const letters = all.filter((title) => ['ê', 'e', 'đ', 'd', 'Đào tạo nghề'].includes(title ?? ''));
    expect(letters).toEqual(['ê', 'e', 'Đào tạo nghề', 'đ', 'd']);
  });

  it('what makes no sense in an address is left out', async () => {
    for (const query of ['&page=-3', '&page=abc', '&sort=drop+table', '&standing=nope', '&by=XX', '&linked=x', '&state=%00', '&q=%27%22%3B--', '&q=%28%26%7C%21%3A%2A']) {
      expect((await person.get(`/pledges?lang=vi${query}`)).status).toBe(200);
    }
  });

  it('exports what is shown, whole, in the words of the page, safe to open in a spreadsheet', async () => {
    const csv = await person.get('/pledges.csv?state=kept');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const text = new TextDecoder().decode(bytes);
    const rows = text.trim().split('\r\n');
    expect(rows).toHaveLength(16);
    expect(rows[0]).toBe('Text (vi),State (vi),Made on (vi),Amount (vi),Đồng thuận');
    const memos = await (await person.get('/memos.csv')).text();
    expect(memos).toContain("'=1+cmd|x");
    expect(memos).toContain('"Dấu, phẩy và ""ngoặc"""');
  });

  it('given a page that was shown before, then a change is on it at once, and nobody is sent another’s frame', async () => {
    const other = await signedIn(w.vn, 'hoa', ['reader']);
    const memos = async (browser: Browser, coding = '') => {
      const answer = await browser.get('/memos?lang=vi', coding === '' ? {} : { 'accept-encoding': coding });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return answer.headers.get('content-encoding') === 'br' ? brotliDecompressSync(bytes).toString() : bytes.toString();
    };
    const before = await memos(person);
    expect(await memos(person)).toBe(before);
    expect(await memos(person, 'br')).toBe(before);
    const theirs = await memos(other);
    expect([theirs.includes('/memos/new'), before.includes('/memos/new')]).toEqual([false, true]);
    expect([before.includes('>lan<'), theirs.includes('>lan<'), theirs.includes('>hoa<')]).toEqual([true, false, true]);
    const committed = await w.vn.kernel.commit([{ verb: 'put', kind: 'memo', content: { title: { vi: 'Mới ghi xong' } } }], { coop: cooperation.id, by: { id: 'tester', party: 'VN', roles: ['coordinator'], office: null } });
    expect(committed.ok).toBe(true);
    for (const browser of [person, other]) expect(titles(await memos(browser))).toContain('Mới ghi xong');
  });

  it('exports to Excel the same rows', async () => {
    const answer = await person.get('/pledges.xlsx?state=kept');
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets[0]?.rowCount).toBe(16);
    expect(answer.headers.get('content-disposition')).toContain('pledges.xlsx');
  });

  it('searches all records by words in any language', async () => {
    const html = await (await person.get('/search?q=dao+tao')).text();
    expect(html).toContain('<mark class="sought">Đào tạo</mark> nghề');
    expect((await person.get(`/search?q=${encodeURIComponent("'); drop table record; -- & | ! : *")}`)).status).toBe(200);
    expect((await person.get('/search')).status).toBe(200);
  });

  it('given finds of several kinds, then what people look for stands first, whatever fits best', async () => {
    const put = await w.vn.kernel.commit([{ verb: 'put', kind: 'memo', content: { title: { vi: 'Hài cốt hài cốt' } } }], { coop: cooperation.id, by: { id: 'tester', party: 'VN', roles: ['coordinator'], office: null } });
    expect(put.ok).toBe(true);
    const html = await (await person.get('/search?q=hai+cot&lang=en')).text();
    const [pledges, memos] = [html.search(/>Pledges\b[^<]*<\/?(?:h\d|span|small)/u), html.search(/>Memos\b[^<]*<\/?(?:h\d|span|small)/u)];
    expect(pledges).toBeGreaterThan(0);
    expect(memos).toBeGreaterThan(pledges);
  });

  it('given more finds than one page shows, then it says which they are, and the others stand on the next', async () => {
    const texts = Array.from({ length: 70 }, (_, at) => ({ verb: 'put', kind: 'memo', content: { title: { vi: `Quả bưởi số ${at}` } } }) as const);
    expect((await w.vn.kernel.commit(texts, { coop: cooperation.id, by: { id: 'tester', party: 'VN', roles: ['coordinator'], office: null } })).ok).toBe(true);
    const shown = (html: string): string[] => [...new Set(html.match(/Quả <mark class="sought">bưởi<\/mark> số \d+/gu))];
    const [first, second, third] = await Promise.all(['', '&page=2', '&page=3'].map(async (more) => (await person.get(`/search?q=buoi&lang=en${more}`)).text()));
    expect(first).toContain('Records 1 to 60 for “buoi”');
    expect(first).toMatch(/href="[^"]*page=2[^"]*"[^>]*>Further matches/u);
    expect(second).toContain('Records 61 to 70 for “buoi”');
    expect(second).not.toContain('Further matches');
    expect([shown(first ?? '').length, shown(second ?? '').length, new Set([...shown(first ?? ''), ...shown(second ?? '')]).size]).toEqual([60, 10, 70]);
    expect(third).toContain('There are no further matches.');
  });

  it('keeps every page light: at most 60 KiB with style and script, script at most 20 KiB of it', async () => {
    const weigh = async (path: string) => (await (await person.get(path, { 'accept-encoding': 'br' })).arrayBuffer()).byteLength / 1024;
    const page = await (await person.get('/')).text();
    const css = await weigh(/href="([^"]+\.css)"/u.exec(page)?.[1] ?? '');
    const script = await weigh(/src="([^"]+\.js)"/u.exec(page)?.[1] ?? '');
    expect(script).toBeLessThan(20);
    for (const path of ['/', '/pledges', '/pledges/new', '/waiting', '/changes', '/search?q=cam']) expect(await weigh(path) + css + script).toBeLessThan(60);
  });
});
