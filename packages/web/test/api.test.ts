import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok, problem, refuse } from '@entente/kernel';
import { command, json, type Module } from '../src/index.ts';
import { cooperation, memo, pledge, signedIn, world, type World } from './world.ts';

const l = (en: string) => ({ vi: en, lo: en, en });
const commands: Module = {
  name: 'commands', kinds: [pledge, memo], commands: [
    command({
      name: 'trial.add', about: l('Adds a memo'), roles: ['coordinator'], input: z.strictObject({ title: z.string().min(1) }),
      async run(ctx, { title }) {
        if (title === 'refused') return refuse(problem('field.format', ['title']));
        if (title === 'fault') throw new Error('inner detail');
        const done = await ctx.commit([{ verb: 'put', kind: 'memo', content: { title: { vi: title } } }]);
        return done.ok ? ok(json({ record: done.value.records[0]?.record })) : done;
      },
    }),
    command({ name: 'trial.file', about: l('A file'), roles: ['coordinator', 'reader'], input: z.object({}), run: () => Promise.resolve(ok({ as: 'file', file: { name: 'x.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) } } as const)) }),
  ],
};

describe('the API', () => {
  let w: World;
  const secrets: Record<string, string> = {};
  const call = (path: string, secret?: string, init: RequestInit = {}) => w.vn.web.request(`http://node.test${path}`, {
    ...init, headers: { 'accept-language': 'vi', ...(secret ? { authorization: `Bearer ${secret}` } : {}), ...(init.body ? { 'content-type': 'application/json' } : {}), ...init.headers as Record<string, string> },
  });
  const post = (name: string, input: unknown, secret = secrets['lan'], headers: Record<string, string> = {}) => call(`/api/commands/${name}`, secret, { method: 'POST', body: JSON.stringify(input), headers });

  beforeAll(async () => {
    w = await world({ modules: [commands], log: () => {} });
    for (const [login, role] of [['lan', 'coordinator'], ['minh', 'reader']] as const) {
      await signedIn(w.vn, login, [role]);
      const account = await w.vn.accounts.byLogin(login);
      secrets[login] = (await w.vn.accounts.tokens.create(account?.id ?? '', 'test')).secret;
    }
    const by = { id: 't', party: 'VN', roles: ['coordinator' as const], office: null };
    await w.vn.kernel.commit(['Một', 'Hai', 'Ba'].map((text) => ({ verb: 'propose', kind: 'pledge', content: { text: { vi: text }, state: 'open', on: '2013' } }) as const), { coop: cooperation.id, by });
  });
  afterAll(() => w.close());

  it('wants a personal token; a cookie is worth nothing here', async () => {
    const browser = await signedIn(w.vn, 'cookie', ['coordinator']);
    for (const answer of [await call(`/api/${cooperation.id}/pledges`), await call(`/api/${cooperation.id}/pledges`, 'entente_wrong_wrong_wrong'), await browser.get(`/api/${cooperation.id}/pledges`)]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(await (await call('/api/x')).json()).toEqual({ problems: [{ id: 'api.unauthorised', path: [], params: {}, message: 'Cần một mã truy cập cá nhân có hiệu lực.' }] });
  });

  it('searches by words, and answers what the search page shows', async () => {
    const found = await (await call('/api/search?q=hai', secrets['minh'])).json() as { hits: { kind: string; title: string }[] };
    expect(found.hits.map(({ kind, title }) => [kind, title])).toEqual([['pledge', 'Hai']]);
    expect(await (await call('/api/search?q=&kind=memo', secrets['minh'])).json()).toEqual({ hits: [] });
  });

  it('lists and gives records as they are', async () => {
    const found = await (await call(`/api/${cooperation.id}/pledges?limit=2&sort=title`, secrets['minh'])).json() as { total: number; rows: { id: string; title: unknown; content: unknown }[] };
    expect([found.total, found.rows.length]).toEqual([3, 2]);
    expect(found.rows[0]).toMatchObject({ kind: 'pledge', standing: 'proposed', title: { vi: 'Ba' }, content: { text: { vi: 'Ba' }, state: 'open', on: '2013' } });
    const one = await call(`/api/${cooperation.id}/pledges/${found.rows[0]?.id}`, secrets['minh']);
    expect(await one.json()).toMatchObject({ id: found.rows[0]?.id, candidates: [{ status: 'open' }] });
    for (const path of ['/api/other/pledges', `/api/${cooperation.id}/pledges/0190d2a4-1111-7111-8111-111111111111`, `/api/${cooperation.id}/nothing`, `/api/${cooperation.id}/memos/${found.rows[0]?.id}`]) {
      expect((await call(path, secrets['minh'])).status).toBe(404);
    }
  });

  it('given a list that was asked for before, then a change is in it at once; a token taken back is worth nothing at once', async () => {
    const { id = '' } = await w.vn.accounts.byLogin('minh') ?? {};
    const token = await w.vn.accounts.tokens.create(id, 'second');
    const ask = async () => call(`/api/${cooperation.id}/memos?sort=title`, token.secret);
    const totals = async () => (await (await ask()).json() as { total: number }).total;
    const before = await totals();
    expect(await totals()).toBe(before);
    await w.vn.kernel.commit([{ verb: 'put', kind: 'memo', content: { title: { vi: 'Thêm' } } }], { coop: cooperation.id, by: { id: 't', party: 'VN', roles: ['coordinator'], office: null } });
    expect(await totals()).toBe(before + 1);
    await w.vn.accounts.tokens.revoke(id, token.id);
    expect((await ask()).status).toBe(401);
    const again = await w.vn.accounts.tokens.create(id, 'third');
    expect((await call('/api/search?q=x', again.secret)).status).toBe(200);
    await w.vn.accounts.change(id, { disabled: true });
    expect((await call('/api/search?q=x', again.secret)).status).toBe(401);
    await w.vn.accounts.change(id, { disabled: false });
  });

  it('runs commands by role, with the problems of input and of the kernel as data', async () => {
    const made = await post('trial.add', { title: 'Từ dòng lệnh' });
    expect([made.status, (await made.json() as { record: string }).record.length]).toEqual([200, 36]);
    expect((await post('trial.add', { title: 'x' }, secrets['minh'])).status).toBe(403);
    expect((await post('trial.none', {})).status).toBe(404);
    const wrong = await post('trial.add', { extra: 1 });
    expect([wrong.status, (await wrong.json() as { problems: unknown[] }).problems.length]).toEqual([422, 2]);
    expect(await (await post('trial.add', { title: 'refused' })).json()).toEqual({ problems: [{ id: 'field.format', path: ['title'], params: {}, message: 'Giá trị viết không đúng dạng.' }] });
    expect((await call('/api/commands/trial.add', secrets['lan'], { method: 'POST', body: '{broken' })).status).toBe(400);
    expect((await call('/api/commands/trial.add', secrets['lan'], { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    const fault = await post('trial.add', { title: 'fault' });
    expect([fault.status, (await fault.text()).includes('inner detail')]).toEqual([500, false]);
  });

  it('a repeated call with the same key changes nothing', async () => {
    const send = async () => (await (await post('trial.add', { title: 'Một lần' }, secrets['lan'], { 'idempotency-key': 'k1' })).json() as { record: string }).record;
    expect(await send()).toBe(await send());
  });

  it('gives files as files', async () => {
    const answer = await post('trial.file', {}, secrets['minh']);
    expect([answer.headers.get('content-type'), new Uint8Array(await answer.arrayBuffer())]).toEqual(['application/pdf', new Uint8Array([1, 2, 3])]);
  });

  it('describes itself', async () => {
    const api = await (await call('/api/openapi.json', secrets['minh'])).json() as { openapi: string; paths: Record<string, { post?: unknown }>; components: { schemas: Record<string, { properties: { content: { required: string[] } } }> } };
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(expect.arrayContaining(['/api/{coop}/pledges', '/api/{coop}/pledges/{id}', '/api/{coop}/offices', '/api/commands/trial.add']));
    expect(api.components.schemas['pledge']?.properties.content.required).toEqual(['text', 'state', 'on']);
    expect(JSON.stringify(api.paths['/api/commands/trial.add'])).toContain('"title"');
  });
});
