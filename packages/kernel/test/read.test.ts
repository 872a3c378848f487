import { describe, expect, test } from 'vitest';
import { markerOf } from '@entente/text';
import type { Intent } from '../src/index.ts';
import { around } from '../src/read/passage.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, say, storyOf } from './support/nodes.ts';

onEngines('lists', (engine) => {
  const nodes = nodesFor(engine, 2);
  const names = ['Ước mơ', 'Áo dài', 'Đào tạo', 'Dạy nghề', 'ánh sáng', 'Bắn', 'Bạn', 'Ban'];

  test('given records, then filters, counts, sorting and pages work together', async () => {
    const { a } = nodes;
    await done(a, names.map((name, at): Intent => ({ verb: 'propose', kind: 'pledge', content: {
      text: { vi: name }, number: at + 2, due: at % 2 === 0 ? `20${20 + at}` : `20${20 + at}-06-0${at}`, theme: at < 3 ? ['skills', 'travel'] : ['skills'],
    } })));
    const list = (more: object) => read(a).list({ coop: COOP, kind: 'pledge', lang: 'vi', ...more });
    const titles = async (more: object) => (await list(more)).rows.map((row) => (row.title as { vi: string }).vi);
    expect(await titles({ sort: 'title' })).toEqual(['ánh sáng', 'Áo dài', 'Ban', 'Bạn', 'Bắn', 'Dạy nghề', 'Đào tạo', 'Ước mơ']);
    expect((await titles({ sort: '-title' }))[0]).toBe('Ước mơ');
    expect((await titles({ sort: 'date', limit: 3 }))).toEqual(['Ước mơ', 'Áo dài', 'Đào tạo']);
    expect(await titles({ sort: 'date', limit: 3, offset: 6 })).toEqual(['Bạn', 'Ban']);
    expect(await titles({ sort: 'number', limit: 2 })).toEqual(['Ước mơ', 'Áo dài']);
    expect(await titles({ filters: [{ field: 'theme', is: 'travel' }], sort: 'number' })).toEqual(['Ước mơ', 'Áo dài', 'Đào tạo']);
    expect(await titles({ filters: [{ field: 'number', from: '8' }], sort: 'number' })).toEqual(['Bạn', 'Ban']);
    expect(await titles({ filters: [{ field: 'due', from: '2021-07', to: '2024' }], sort: 'number' })).toEqual(['Đào tạo', 'Dạy nghề', 'ánh sáng']);
    expect(await titles({ filters: [{ field: 'date', to: '2020' }] })).toEqual(['Ước mơ']);
    expect(await titles({ filters: [{ field: 'number', in: ['2', '9'] }], sort: 'number' })).toEqual(['Ước mơ', 'Ban']);
    expect((await list({ filters: [{ field: 'nonsense', is: 'x' }] })).total).toBe(0);
    expect((await list({ filters: [{ field: "text'; drop table record; --", is: 'x' }] })).total).toBe(0);
    expect(await list({ limit: 2, count: ['theme', 'standing', 'party', 'nonsense'] })).toMatchObject({ total: 8, counts: { theme: { skills: 8, travel: 3 }, standing: { proposed: 8 }, party: { P1: 8 } } });
  });

  test('given words with and without accents, then the first find only themselves, the second all', async () => {
    const find = async (words: string) => (await read(nodes.a).list({ coop: COOP, kind: 'pledge', words, lang: 'vi', sort: 'title' })).rows.map((row) => (row.title as { vi: string }).vi);
    expect(await find('bắn')).toEqual(['Bắn']);
    expect(await find('ban')).toEqual(['Ban', 'Bạn', 'Bắn']);
    expect(await find('dao tao')).toEqual(['Đào tạo']);
    expect(await find("'; drop")).toEqual([]);
    expect(await find('   ')).toHaveLength(8);
  });

  test('given a change, then totals and counts are those after it', async () => {
    const { a } = nodes;
    const count = async () => (await read(a).list({ coop: COOP, kind: 'pledge', count: ['standing'] })).counts['standing']?.['proposed'] ?? 0;
    const before = await count();
    await done(a, pledgeOf('One more'));
    expect(await count()).toBe(before + 1);
  });

  test('given links, then what links to a record can be listed by relation', async () => {
    const { a } = nodes;
    const target = await done(a, pledgeOf('Linked to'));
    const linked = await done(a, storyOf('Links', { about: target.record }));
    const list = async (rel?: string) => (await read(a).list({ coop: COOP, kind: 'story', linkedTo: { record: target.record, ...(rel === undefined ? {} : { rel }) } })).rows.map((row) => row.id);
    expect([await list(), await list('about'), await list('other')]).toEqual([[linked.record], [linked.record], []]);
    expect(await read(a).links(COOP, linked.record)).toEqual({ out: [{ rel: 'about', to: target.record }], in: [] });
  });

  test('given pages of one list asked for one after another, then they are its rows in their order, as objects and as text, also after a change', async () => {
    const { a } = nodes;
    const pledgeTo = (text: string, number: number): Intent => ({ verb: 'propose', kind: 'pledge', content: { text: { vi: text }, number, theme: ['pages'] } });
    await done(a, Array.from({ length: 8 }, (_, at) => pledgeTo(`Trang ${at}`, at)));
    const query = { coop: COOP, kind: 'pledge', lang: 'vi', sort: '-number', filters: [{ field: 'theme', is: 'pages' }] };
    const page = async (offset: number, limit = 3) => (await read(a).list({ ...query, offset, limit })).rows;
    const whole = await page(0, 1_000);
    for (const offset of [0, 3, 6, 8, 0]) expect(await page(offset)).toEqual(whole.slice(offset, offset + 3));
    const texts = await read(a).texts({ ...query, offset: 2, limit: 4, count: ['theme'] });
    expect([texts.rows.map(({ text }) => JSON.parse(text) as unknown), texts.total, texts.counts]).toEqual([whole.slice(2, 6), 8, { theme: { pages: 8 } }]);
    const { record } = await done(a, pledgeTo('Sau cùng "nháy" \\ \u0007', 99));
    const ids = [record, ...whole.map(({ id }) => id)];
    for (const offset of [0, 3, 6]) expect((await page(offset)).map(({ id }) => id)).toEqual(ids.slice(offset, offset + 3));
    const [first] = (await read(a).texts({ ...query, limit: 1 })).rows;
    expect([JSON.parse(first?.text ?? ''), first?.isTranslated]).toEqual([await read(a).get(COOP, record), false]);
    // Pledges are for the parties: whoever has no role is shown none, also of those whose places are known.
    expect((await a.kernel.reader({ ...a.person(), roles: [] }).texts(query)).rows).toEqual([]);
  });

  test('given a list longer than a page, then all of it comes in its order, whatever comes and goes while it is read', async () => {
    const { a } = nodes;
    const memo = (at: number): Intent => ({ verb: 'propose', kind: 'pledge', content: { text: { vi: `Việc ${String(at).padStart(4, '0')}` }, number: at + 100, theme: ['long'] } });
    const count = 1_040;
    for (let from = 0; from < count; from += 80) await done(a, Array.from({ length: 80 }, (_, at) => memo(from + at)));
    const long = { coop: COOP, kind: 'pledge', filters: [{ field: 'theme', is: 'long' }], sort: 'title', lang: 'vi' };
    const numbers: number[] = [];
    for await (const rows of read(a).all(long)) {
      if (numbers.length === 0) await done(a, memo(9_999));
      numbers.push(...rows.map((row) => row.content['number'] as number));
    }
    expect(numbers).toEqual(Array.from({ length: count }, (_, at) => at + 100));
    expect((await Array.fromAsync(read(a).all({ ...long, sort: '-title' }))).flat().map((row) => row.content['number'])).toEqual([10_099, ...numbers.toReversed()]);
    expect(await Array.fromAsync(read(a).all({ ...long, kind: 'nothing' }))).toEqual([]);
  });

  test('given ids that are none, or of nothing, then the answer is empty', async () => {
    const reader = read(nodes.a);
    expect(await reader.get(COOP, 'nonsense')).toBeNull();
    expect(await reader.get('nowhere', nodes.a.kernel.naturalId(COOP, 'x', 'y'))).toBeNull();
    expect((await reader.many(COOP, ['nonsense'])).size).toBe(0);
    expect(await reader.list({ coop: COOP, kind: 'nothing' })).toEqual({ rows: [], total: 0, counts: {} });
    expect([await reader.versions(COOP, 'x'), await reader.candidates(COOP, 'x'), await reader.choices(COOP, 'x'), await reader.history(COOP, 'x')]).toEqual([[], [], [], []]);
    expect(await reader.version(COOP, nodes.a.kernel.naturalId(COOP, 'x', 'y'), 'f'.repeat(64))).toBeNull();
  });
});

onEngines('search, translations and changes', (engine) => {
  const nodes = nodesFor(engine, 2);
  const translate = (record: string, version: string, language: string, text: string, origin = 'person') =>
    ({ verb: 'put', kind: 'translation', content: { record, version, field: 'text', language, text, origin } }) as const;

  test('given translations by both parties, then they stand beside the record, are searched, and go stale when it changes', async () => {
    const { a, b } = nodes;
    const { record, version } = await done(a, { verb: 'propose', kind: 'pledge', content: { text: { vi: 'Đào tạo giáo viên dạy nghề' } }, agree: true });
    await nodes.all.sync();
    await done(b, [{ verb: 'consent', record, h: version }, translate(record, version, 'lo', 'ຝຶກອົບຮົມຄູອາຊີວະສຶກສາ')]);
    await done(a, translate(record, version, 'en', 'Training of vocational teachers', 'machine'));
    await nodes.all.sync();
    const row = await read(a).get(COOP, record);
    expect(row?.translations).toEqual({ text: {
      lo: { lang: 'lo', text: 'ຝຶກອົບຮົມຄູອາຊີວະສຶກສາ', origin: 'person', party: 'P2', stale: false },
      en: { lang: 'en', text: 'Training of vocational teachers', origin: 'machine', party: 'P1', stale: false },
    } });
    expect(row?.title).toEqual({ vi: 'Đào tạo giáo viên dạy nghề', lo: 'ຝຶກອົບຮົມຄູອາຊີວະສຶກສາ', en: 'Training of vocational teachers' });
    for (const words of ['giao vien', 'ຝຶກອົບຮົມ', 'vocational teach']) expect((await read(b).search(COOP, words)).map((hit) => hit.row.id)).toEqual([record]);
    await done(a, translate(record, version, 'en', 'Vocational teachers are trained'));
    expect((await read(a).get(COOP, record))?.translations['text']?.['en']).toMatchObject({ origin: 'person', text: 'Vocational teachers are trained' });
    const change = await done(a, { verb: 'propose', kind: 'pledge', record, content: { text: { vi: 'Đào tạo 200 giáo viên dạy nghề' } }, agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: change.version });
    await nodes.all.sync();
    expect(Object.values((await read(a).get(COOP, record))?.translations['text'] ?? {}).map((each) => each.stale)).toEqual([true, true]);
    expect(await b.kernel.dump(COOP)).toBe(await a.kernel.dump(COOP));
  });

  test('given a retired translation, or one moved to another record, then the record loses it', async () => {
    const { a } = nodes;
    const [one, two] = [await done(a, storyOf('Eins')), await done(a, storyOf('Zwei'))];
    const made = await done(a, translate(one.record, one.version, 'lo', 'ໜຶ່ງ'));
    await done(a, { ...translate(two.record, two.version, 'lo', 'ສອງ'), record: made.record });
    expect((await read(a).get(COOP, one.record))?.translations).toEqual({});
    expect((await read(a).get(COOP, two.record))?.translations['text']?.['lo']?.text).toBe('ສອງ');
    expect(await read(a).search(COOP, 'ໜຶ່ງ')).toEqual([]);
    await done(a, { verb: 'retire', record: made.record, reason: 'wrong' });
    expect((await read(a).get(COOP, two.record))?.translations).toEqual({});
  });

  test('given acts one after another, then changes come newest first, page by page, none lost and none twice', async () => {
    const { a } = nodes;
    for (let n = 0; n < 7; n += 1) await done(a, [storyOf(`Change ${n} a`), storyOf(`Change ${n} b`)]);
    const seen: string[] = [];
    for (let before: string | undefined; ;) {
      const page = await read(a).changes(COOP, { limit: 3, ...(before === undefined ? {} : { before }) });
      seen.push(...page.map((entry) => `${entry.act} ${entry.item.verb} ${'record' in entry.item ? entry.item.record : ''}`));
      before = page.at(-1)?.admitted;
      if (page.length === 0) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const all = await read(a).changes(COOP, { limit: 1_000 });
    expect(seen).toEqual(all.map((entry) => `${entry.act} ${entry.item.verb} ${'record' in entry.item ? entry.item.record : ''}`));
    expect((await read(a).changes(COOP, { since: all[3]?.admitted ?? '' })).length).toBeLessThanOrEqual(3);
  });

  test('given records of the home audience, then strangers to the node do not see them', async () => {
    const { a, b } = nodes;
    const { record } = await done(a, { verb: 'put', kind: 'memo', content: { text: 'Internal remark' } });
    expect((await read(a).search(COOP, 'internal')).map((hit) => hit.row.id)).toEqual([record]);
    const guest = a.kernel.reader(b.person());
    expect(await guest.get(COOP, record)).toBeNull();
    expect(await guest.search(COOP, 'internal')).toEqual([]);
    expect([await guest.versions(COOP, record), await guest.history(COOP, record), (await guest.list({ coop: COOP, kind: 'memo' })).total]).toEqual([[], [], 0]);
    expect((await guest.changes(COOP, { limit: 100 })).some((entry) => entry.audience === 'home')).toBe(false);
  });

  test('given many better finds that may not be shown, then what may be shown is found behind them, each record once', async () => {
    const { a, b } = nodes;
    for (let n = 0; n < 6; n += 1) await done(a, { verb: 'put', kind: 'memo', content: { text: 'Cassava cassava cassava' } });
    const { record } = await done(a, { ...storyOf('A long way to the harvest of cassava'), content: { text: { en: 'A long way to the harvest of cassava', vi: 'Sắn cassava', lo: 'ມັນຕົ້ນ cassava' } } });
    const [found, ...more] = await a.kernel.reader(b.person()).search(COOP, 'cassava', { limit: 1, lang: 'vi' });
    expect([found?.row.id, found?.passage, more]).toEqual([record, { path: 'text', lang: 'vi', text: 'Sắn cassava', marks: [[4, 11]] }, []]);
    expect(await read(a).search(COOP, 'cassava', { kinds: ['story'] })).toHaveLength(1);
    expect(new Set((await read(a).search(COOP, 'cassava', { limit: 5 })).map((hit) => hit.row.id)).size).toBe(5);
  });
});

onEngines('succession of offices', (engine) => {
  const nodes = nodesFor(engine, 2);
  const office = (key: string, more: object = {}): Intent => ({ verb: 'put', kind: 'office', record: nodes.a.kernel.naturalId(COOP, 'office', key), content: { name: { en: key }, type: 'ministry', ...more } });
  const id = (key: string) => nodes.a.kernel.naturalId(COOP, 'office', key);

  test('given mergers, moved functions and renamings, then those of today and those before are found', async () => {
    const { a } = nodes;
    const result = await say(a, [
      office('renamed'), office('home'), office('health'), office('education'),
      office('labour', { validTo: '2025-02-28', succession: [{ type: 'merged-into', office: id('home') }, { type: 'function-moved', office: id('health'), function: { en: 'children' } }] }),
      office('old-labour', { succession: [{ type: 'renamed-to', office: id('labour') }] }),
      office('skills', { succession: [{ type: 'function-moved', office: id('education') }] }),
    ]);
    expect(result.ok).toBe(true);
    const of = async (key: string) => {
      const { today, before } = await read(a).succession(COOP, id(key));
      const names = new Map(['renamed', 'home', 'health', 'education', 'labour', 'old-labour', 'skills'].map((each) => [id(each), each]));
      const sorted = (ids: readonly string[]) => ids.map((each) => names.get(each) ?? '?').toSorted();
      return [sorted(today), sorted(before)];
    };
    expect(await of('old-labour')).toEqual([['health', 'home'], []]);
    expect(await of('labour')).toEqual([['health', 'home'], ['old-labour']]);
    expect(await of('home')).toEqual([['home'], ['labour', 'old-labour']]);
    expect(await of('skills')).toEqual([['education', 'skills'], []]);
    expect(await of('renamed')).toEqual([['renamed'], []]);
  });

  test('given a circle, then the walk ends', async () => {
    const { a } = nodes;
    await done(a, [office('round-1'), office('round-2', { succession: [{ type: 'renamed-to', office: id('round-1') }] })]);
    await done(a, office('round-1', { succession: [{ type: 'renamed-to', office: id('round-2') }] }));
    expect(await read(a).succession(COOP, id('round-1'))).toMatchObject({ before: [id('round-2')] });
  });
});

describe('a passage of what was found', () => {
  const marked = (body: string, words: string): string[] => { const { text, marks } = around(body, markerOf(words)); return marks.map(([from, to]) => text.slice(from, to)); };
  const long = `${'một hai ba bốn '.repeat(20)}Đào tạo giáo viên ${'năm sáu bảy '.repeat(20)}`;

  test('shows the words in their surroundings, marked where they stand', () => {
    expect(around(long, markerOf('giao vien')).text).toMatch(/^….*Đào tạo giáo viên.*…$/u);
    expect(marked(long, 'giao vien')).toEqual(['giáo viên']);
    expect(around('short text', markerOf('text'))).toEqual({ line: 'short text', text: 'short text', marks: [[6, 10]] });
  });

  test('is one paragraph, that in which most of the words stand', () => {
    expect(around('tạo việc làm\nđào tạo nghề\nđào tạo nghề và việc làm', markerOf('dao tao viec lam')).text).toBe('đào tạo nghề và việc làm');
    expect(around('một\nhai', markerOf('ba'))).toEqual({ line: 'một', text: 'một', marks: [] });
    expect(around('', markerOf('ba'))).toEqual({ line: '', text: '', marks: [] });
  });

  test('cuts no Lao letter from its signs', () => {
    const lao = 'ກະຊວງແຮງງານແລະສະຫວັດດີການສັງຄົມ'.repeat(20);
    for (const words of ['x', 'ສັງຄົມ']) expect(around(lao, markerOf(words)).text).not.toMatch(/^…?\p{M}|[ເແໂໃໄ]…?$/u);
    expect(marked(lao, 'ສັງຄົມ')).toContain('ສັງຄົມ');
  });
});
