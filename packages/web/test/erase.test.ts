import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

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

  test('given who may not, then neither the button nor the door is theirs, and kinds without persons have none', async () => {
    const path = `/visits/${record}`;
    expect(await textOf(focal, path)).not.toContain('Erase personal data');
    expect((await focal!.get(`${path}/erase`)).status).toBe(403);
    expect((await focal!.post(`${path}/erase`, {})).status).toBe(403);
    expect((await coordinator!.get(`/memos/${record}/erase`)).status).toBe(404);
  });
});
