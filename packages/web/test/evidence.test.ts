import { verifyBundle } from '@entente/verify';
import { buildVerifyPage, VERIFY_PAGE_POLICY } from '@entente/verify/page';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

let w: World;
let browser: Browser;
beforeAll(async () => {
  w = await world({ verifyPage: { policy: VERIFY_PAGE_POLICY, build: buildVerifyPage } });
  browser = await signedIn(w.vn, 'lan', ['coordinator']);
});
afterAll(() => w.close());

it('gives a record’s evidence by the button on its page, to people and tokens alike', async () => {
  const made = await w.vn.kernel.commit([{ verb: 'propose', kind: 'pledge', content: { text: { vi: 'Một' }, state: 'open', on: '2013' }, agree: true }], { coop: cooperation.id, by: { id: 't', party: 'VN', roles: ['coordinator'], office: null } });
  const record = made.ok ? made.value.records[0]?.record ?? '' : '';
  const page = await (await browser.get(`/pledges/${record}`)).text();
  const [, href = ''] = /href="(\/evidence\/[^"]+)"/u.exec(page) ?? [];
  const answer = await browser.get(href.replaceAll('&amp;', '&'));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`entente-evidence-${record}.json`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const account = await w.vn.accounts.byLogin('lan');
  const { secret } = await w.vn.accounts.tokens.create(account?.id ?? '', 'test');
  const api = (path: string) => w.vn.web.request(`http://node.test${path}`, { headers: { authorization: `Bearer ${secret}` } });
  expect(new Uint8Array(await (await api(`/api/evidence/${record}`)).arrayBuffer())).toEqual(bytes);
  // No keys were given to this web, so nothing in it can be vouched for, and the file says so by itself.
  expect(await verifyBundle(bytes)).toMatchObject({ ok: true, value: { authenticity: 'unproven', acts: [{ standing: 'unproven' }] } });
  expect((await api('/api/evidence/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await browser.get(`/evidence/pledge/${record}?version=${'a'.repeat(64)}`)).status).toBe(404);
  expect((await w.vn.web.request(`http://node.test/evidence/pledge/${record}`)).status).toBe(303);
});

it('serves the checking page to anyone, allowed to send nothing anywhere', async () => {
  const answer = await w.vn.web.request('http://node.test/verify');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'unsafe-inline' data:/u);
  expect(await answer.text()).toContain('type="importmap"');
});
