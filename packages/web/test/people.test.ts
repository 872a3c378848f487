import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser, PASSWORD, signedIn, world, type World } from './world.ts';

const PATH = '/administration/accounts';
const lines: { path: string }[] = [];
let all: World;
let administrator: Browser;
beforeAll(async () => {
  all = await world({ log: (line) => { lines.push(line); } });
  administrator = await signedIn(all.vn, 'admin', ['administrator']);
});
afterAll(() => all.close());

const plain = (html: string): string => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const linkIn = (html: string): string => /\/sign-in\/password\/entente_[\w-]+/u.exec(html)?.[0] ?? '';
const idOf = async (login: string): Promise<string> => (await all.vn.accounts.byLogin(login))?.id ?? '';
const signIn = async (login: string, password: string): Promise<number> => (await new Browser(all.vn).post('/sign-in', { login, password, to: '/' })).status;

describe('the page of the accounts', () => {
  test('given a new person, then a link lets them choose a password, once, and nobody else ever knew one', async () => {
    const made = await administrator.post(PATH, { name: 'Nguyễn Thị Lan', login: 'Lan', roles: ['coordinator', 'leader'], office: '' });
    const html = await made.text();
    expect(made.status).toBe(200);
    expect(plain(html)).toContain('Hand this link to Nguyễn Thị Lan');
    const link = linkIn(html);
    expect(await all.vn.accounts.byLogin('lan')).toMatchObject({ roles: ['coordinator', 'leader'], disabled: false });
    const lan = new Browser(all.vn);
    expect((await lan.get(link)).status).toBe(200);
    expect((await lan.post(link, { password: 'short' })).status).toBe(422);
    expect((await lan.post(link, { password: 'a password of her own' })).status).toBe(303);
    expect(await signIn('lan', 'a password of her own')).toBe(303);
    for (const again of [await lan.get(link), await lan.post(link, { password: 'somebody else now' })]) expect(again.status).toBe(404);
    expect(lines.some(({ path }) => path.includes('entente_'))).toBe(false);
    expect(lines.some(({ path }) => path === '/sign-in/password/…')).toBe(true);
  });

  test('given a link made again, then the one before it is worth nothing; a sign-in link sets no password', async () => {
    const id = await idOf('lan');
    const [first, second] = [linkIn(await (await administrator.post(`${PATH}/${id}/link`, {})).text()), linkIn(await (await administrator.post(`${PATH}/${id}/link`, {})).text())];
    expect([(await administrator.get(first)).status, (await administrator.get(second)).status]).toEqual([404, 200]);
    const reusable = await all.vn.accounts.links.create(id, { reusable: true });
    expect((await administrator.post(`/sign-in/password/${reusable}`, { password: 'not by this one' })).status).toBe(404);
    expect(await signIn('lan', 'a password of her own')).toBe(303);
  });

  test('given other roles, or a closed account, then it holds at once, and can be taken back', async () => {
    const reader = await signedIn(all.vn, 'reads', ['reader']);
    const id = await idOf('reads');
    expect((await administrator.post(`${PATH}/${id}`, { roles: ['focal-point'], office: '' })).status).toBe(303);
    expect(plain(await (await reader.get('/account?lang=en')).text())).toContain('Focal point');
    const { secret } = await all.vn.accounts.tokens.create(id, 'x');
    expect((await administrator.post(`${PATH}/${id}/close`, {})).status).toBe(303);
    expect((await reader.get('/')).status).toBe(303);
    expect(await all.vn.accounts.tokens.owner(secret)).toBeNull();
    expect(await signIn('reads', PASSWORD)).toBe(422);
    expect((await administrator.post(`${PATH}/${id}/link`, {})).status).toBe(422);
    expect(plain(await (await administrator.get(`${PATH}?lang=en`)).text())).toContain('Closed');
    expect((await administrator.post(`${PATH}/${id}/open`, {})).status).toBe(303);
    expect(await signIn('reads', PASSWORD)).toBe(303);
  });

  test('given what cannot be, then it is said at its field and nothing is changed', async () => {
    const wrong = await administrator.post(PATH, { name: ' ', login: 'X', roles: ['king'], office: '' });
    expect(wrong.status).toBe(422);
    const said = plain(await wrong.text());
    for (const part of ['A user name has 3 to 60', 'This is needed', 'At least one role']) expect(said).toContain(part);
    expect((await administrator.post(PATH, { name: 'Again', login: 'lan', roles: ['reader'], office: '' })).status).toBe(422);
    const own = await idOf('admin');
    for (const [path, fields] of [['', { roles: ['reader'], office: '' }], ['/close', {}]] as const) {
      const refused = await administrator.post(`${PATH}/${own}${path}`, fields);
      expect([refused.status, plain(await refused.text()).includes('last administrator')]).toEqual([422, true]);
    }
    for (const id of ['nobody', '00000000-0000-4000-8000-000000000000']) {
      expect((await administrator.get(`${PATH}/${id}`)).status).toBe(404);
      expect((await administrator.post(`${PATH}/${id}/close`, {})).status).toBe(404);
    }
  });

  test('given anybody but an administrator, then nothing of it is theirs', async () => {
    const coordinator = await signedIn(all.vn, 'coord', ['coordinator', 'leader', 'focal-point', 'reader']);
    const id = await idOf('lan');
    for (const path of [PATH, `${PATH}/${id}`]) expect((await coordinator.get(path)).status).toBe(403);
    for (const path of [PATH, `${PATH}/${id}`, `${PATH}/${id}/link`, `${PATH}/${id}/close`, `${PATH}/${id}/open`]) expect((await coordinator.post(path, { name: 'Me', login: 'myself', roles: ['administrator'], office: '' })).status).toBe(403);
    expect(await (await coordinator.get('/?lang=en')).text()).not.toContain(PATH);
    for (const lang of ['vi', 'lo', 'en']) expect((await administrator.get(`${PATH}?lang=${lang}`)).status).toBe(200);
  });
});
