import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { redacted } from '../src/accounts/redact.ts';
import { cooperation, signedIn, world, type Browser, type Node, type World } from './world.ts';

let all: World;
let [coordinator, focal]: Browser[] = [];
let record = '';
beforeAll(async () => {
  all = await world();
  coordinator = await signedIn(all.vn, 'coord', ['coordinator']);
  focal = await signedIn(all.vn, 'focal', ['focal-point']);
  const put = await all.vn.kernel.commit([{ verb: 'put', kind: 'visit', content: { place: 'Huế', visitor: 'Trần Văn Ba' } }], { coop: cooperation.id, by: { id: 'x', party: 'VN', roles: ['coordinator'], office: null } });
  if (!put.ok) throw new Error(JSON.stringify(put.problems));
  record = put.value.records[0]?.record ?? '';
});
afterAll(() => all.close());

const textOf = async (browser: Browser | undefined, path: string, lang = 'en'): Promise<string> => (await (await browser!.get(`${path}?lang=${lang}`)).text()).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

/** Tables with these words in any column: as text, as bytes, and in drafts opened by their node. */
async function found({ database, accounts }: Node, words: string): Promise<readonly string[]> {
  const columns = await sql<{ table: string; column: string; type: string }>`select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = current_schema()`.execute(database.kysely);
  const hits: string[] = [];
  for (const { table, column, type } of columns.rows) {
    const value = type === 'bytea' ? sql`position(convert_to(${words}, 'UTF8') in ${sql.ref(column)}) > 0` : sql`position(${words} in ${sql.ref(column)}::text) > 0`;
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${value} limit 1`.execute(database.kysely);
    if (rows.length > 0) hits.push(table);
  }
  for (const { id } of await accounts.list()) {
    for (const { key } of await accounts.drafts.list(id)) if (JSON.stringify((await accounts.drafts.get(id, key))?.body).normalize('NFC').includes(words)) hits.push(`draft ${key}`);
  }
  return hits;
}

describe('erasing a person’s data', () => {
  test('given who may, then the page says what will go, erases it, and the record says by whom and who has confirmed', async () => {
    const path = `/visits/${record}`;
    expect(await textOf(coordinator, path)).toContain('Trần Văn Ba');
    expect(await textOf(coordinator, path)).toContain('Erase personal data');
    expect(await textOf(coordinator, `${path}/erase`)).toContain('1 personal values');
    for (const lang of ['vi', 'lo']) expect(await textOf(coordinator, `${path}/erase`, lang)).not.toContain('personal');
    expect((await coordinator!.post(`${path}/erase`, { _do: 'erase' })).status).toBe(303);
    const after = await textOf(coordinator, path);
    expect(after).not.toContain('Trần Văn Ba');
    expect(after).toContain('(personal value, not shown)');
    expect(after).toMatch(/1 value erased on .* by Viet Nam \(coordinator\)\. Lao PDR has not confirmed yet\./u);
    await all.sync();
    await all.la.kernel.caughtUp(cooperation.id);
    await all.sync();
    expect(await textOf(coordinator, path)).toMatch(/Lao PDR confirmed on .* that they are gone there too\./u);
    // What nobody can see any more stays a mark when the record is edited.
    expect((await coordinator!.post(`${path}/edit`, { place: 'Đà Nẵng', visitor: '' })).status).toBe(303);
    expect(await textOf(coordinator, path)).toContain('(personal value, not shown)');
    expect(await textOf(coordinator, `${path}/erase`)).toContain('no personal values left');
  });

  test('given copies of a value beside the records, at both sides, then none is left of them in any table', async () => {
    const [NAME, OTHER] = ['Lê Thị Erasure', 'Phan Văn Kept'];
    const by = (node: Node, id: string) => ({ id, party: node.party, roles: ['coordinator'] as const, office: null });
    const put = async (content: object, on?: string) => {
      const done = await all.vn.kernel.commit([{ verb: 'put', kind: 'visit', content, ...(on === undefined ? {} : { record: on }) }], { coop: cooperation.id, by: by(all.vn, 'x') });
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      return done.value.records[0]?.record ?? '';
    };
    const [erased, kept] = [await put({ place: 'Huế', visitor: NAME }), await put({ place: 'Vinh', visitor: OTHER })];
    const { drafts, uploads } = all.vn.accounts;
    const [person = ''] = (await all.vn.accounts.list()).map(({ id }) => id);
    // Typed and not sent, in an import bench, waiting for approval, and in a table that was brought in and looked at.
    await drafts.save(person, `/visits/${erased}/edit`, [['visitor', 'L. T. Erasure'], ['place', 'Huế']]);
    await drafts.save(person, '/visits/new', [['visitor', NAME.normalize('NFD')], ['place', `Huế, nhà bà ${NAME}`]]);
    await drafts.save(person, '/import/1', { text: `Biên bản: ${NAME} và ${OTHER}` });
    await drafts.save(person, `approval:${erased}`, { intents: [{ verb: 'put', kind: 'visit', record: erased, content: { visitor: 'another spelling' } }] });
    const table = await all.vn.kernel.blobs.put(new TextEncoder().encode(`place;visitor\nHuế;${NAME}\n`), 'text/csv');
    await uploads.note(person, table.sha256);
    await drafts.save(person, `table:visit:${table.sha256}`, { problems: [NAME] });
    const [theirs = ''] = (await signedIn(all.la, 'erasing', ['coordinator']), await all.la.accounts.list()).map(({ id }) => id);
    await all.la.accounts.drafts.save(theirs, '/visits/new', [['visitor', `${NAME} `]]);
    await all.sync();
    for (const { commitment } of await all.la.kernel.personal.missing(cooperation.id, 50)) {
      const given = (await all.vn.kernel.personal.give(cooperation.id, [commitment], 'LA')).get(commitment);
      if (given) await all.la.kernel.personal.take(cooperation.id, commitment, given);
    }
    expect(await found(all.vn, NAME)).toContain('blob_part');
    const done = await all.vn.kernel.commit([{ verb: 'erase', record: erased }], { coop: cooperation.id, by: by(all.vn, 'x') });
    expect(done.ok).toBe(true);
    await all.sync();
    await all.la.kernel.caughtUp(cooperation.id);
    for (const node of [all.vn, all.la]) expect(await found(node, NAME)).toEqual([]);
    const left = await Promise.all((await drafts.list(person)).map(async ({ key }) => [key, (await drafts.get(person, key))?.body] as const));
    expect(Object.fromEntries(left)).toEqual({ '/visits/new': [['visitor', ''], ['place', 'Huế, nhà bà ']], '/import/1': { text: `Biên bản:  và ${OTHER}` } });
    expect((await all.la.accounts.drafts.get(theirs, '/visits/new'))?.body).toEqual([['visitor', '']]);
    expect(await all.vn.kernel.blobs.open(table.sha256)).toBeNull();
    expect(await textOf(coordinator, `/visits/${kept}`)).toContain(OTHER);
  });

  test('given who may not, then neither the button nor the door is theirs, and kinds without persons have none', async () => {
    const path = `/visits/${record}`;
    expect(await textOf(focal, path)).not.toContain('Erase personal data');
    expect((await focal!.get(`${path}/erase`)).status).toBe(403);
    expect((await focal!.post(`${path}/erase`, {})).status).toBe(403);
    expect((await coordinator!.get(`/memos/${record}/erase`)).status).toBe(404);
  });
});

describe('cutting values out of what was typed', () => {
  test('given a day or a number, then it goes in whatever way it was written, and what only looks like it stays', () => {
    const cut = redacted(['1990-04-05', '1234.5', 7]);
    const gone = ['5/4/1990', ' 05.04.1990', '5-4-1990', '1990-04-05', '5 tháng 4 năm 1990', '5 April 1990', '05 ເມສາ 1990', '1.234,5', '1,234.50', '1 234,5', '7', '7,0'];
    expect(cut(gone)).toEqual(gone.map(() => ''));
    expect(cut({ note: 'Born 05/04/1990 (5 Apr 1990, 5 tháng 4 năm 1990) in Huế' })).toEqual({ note: 'Born  (, ) in Huế' });
    const kept = ['15/4/1990', '5/4/19901', '4/1990', '1990', '1234', '12345', '17', '70 people', 'đến 15/04/1990'];
    expect(cut(kept)).toEqual(kept);
    expect(redacted(['Ba'])(['Ba', 'Ba Vì', '5/4/1990'])).toEqual(['', 'Ba Vì', '5/4/1990']);
  });
});
