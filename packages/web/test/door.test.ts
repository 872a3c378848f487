import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogLine } from '../src/index.ts';
import { preferred } from '../src/door/language.ts';
import { dispositionName } from '../src/door/send.ts';
import { ownPath } from '../src/routes/present.tsx';
import { Browser, PASSWORD, signedIn, world, type World } from './world.ts';

describe('the door', () => {
  let w: World;
  let person: Browser;
  const lines: LogLine[] = [];
  beforeAll(async () => {
    w = await world({ log: (line) => lines.push(line), limits: { form: 50_000, upload: 200_000 } });
    person = await signedIn(w.vn, 'lan', ['coordinator']);
  });
  afterAll(() => w.close());

  it('asks a stranger to sign in and brings them back', async () => {
    const stranger = new Browser(w.vn);
    const asked = await stranger.get('/pledges?state=open');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fpledges%3Fstate%3Dopen']);
    const page = await stranger.get('/sign-in?to=%2Fpledges');
    expect(await page.text()).toContain('name="to" value="/pledges"');
    const wrong = await stranger.post('/sign-in', { login: 'lan', password: 'nope', to: '/pledges' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('The name or the password is wrong.');
    const right = await stranger.post('/sign-in', { login: 'lan', password: PASSWORD, to: '/pledges' });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/pledges']);
    expect([...stranger.cookies.keys()].filter((name) => name.includes('session'))).toEqual(['entente-vn-session']);
  });

  it('never sends anyone to another site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example']) {
      expect(new URL(ownPath(to), 'http://own.invalid').origin).toBe('http://own.invalid');
    }
    const browser = new Browser(w.vn);
    const answer = await browser.post('/sign-in', { login: 'lan', password: PASSWORD, to: 'https://evil.example/' });
    expect(answer.headers.get('location')).toBe('/');
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { origin: 'http://other.node.test', 'sec-fetch-site': 'same-site' }],
    ['another port', { origin: 'http://node.test:4002', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nowhere', { origin: '', 'sec-fetch-site': '' }],
  ])('refuses a change asked for from %s', async (_, headers) => {
    const answer = await person.post('/pledges/new', { _do: 'propose' }, headers);
    expect(answer.status).toBe(403);
  });

  it('sets the headers that keep foreign code out, on pages and on errors', async () => {
    for (const path of ['/', '/nope', '/sign-in']) {
      const { headers } = await person.get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/u);
      expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('cache-control')]).toEqual(['nosniff', 'DENY', 'private, no-cache']);
    }
  });

  it('speaks the language asked for, then remembers it, else the browser’s', async () => {
    const browser = new Browser(w.vn);
    const lang = async (path: string, headers = {}) => /<html lang="(\w+)"/u.exec(await (await browser.get(path, headers)).text())?.[1];
    expect(await lang('/sign-in', { 'accept-language': 'fr, lo;q=0.9, en;q=0.5' })).toBe('lo');
    expect(await lang('/sign-in', { 'accept-language': '' })).toBe('vi');
    expect(await lang('/sign-in?lang=lo', { 'accept-language': 'en' })).toBe('lo');
    expect(await lang('/sign-in', { 'accept-language': 'en' })).toBe('lo');
    expect(browser.cookies.get('entente-vn-lang')).toBe('lo');
    expect(preferred('en;q=0.1, vi-VN;q=0.9')).toBe('vi');
    expect(preferred('*;q=;;,')).toBeUndefined();
  });

  it('answers what is missing, too large, of another type or broken in plain words', async () => {
    expect((await person.get('/nope')).status).toBe(404);
    expect((await person.get('/pledges/0190d2a4-1111-7111-8111-111111111111')).status).toBe(404);
    expect((await person.get('/pledges/not-an-id')).status).toBe(404);
    const large = await person.post('/pledges/new', { 'text.vi': 'x'.repeat(60_000) });
    expect([large.status, (await large.text()).includes('The file or form is too large')]).toEqual([413, true]);
    const headers = { origin: 'http://node.test', cookie: [...person.cookies].map(([n, v]) => `${n}=${v}`).join('; '), 'accept-language': 'en' };
    const send = (type: string, body: string) => w.vn.web.request('http://node.test/pledges/new', { method: 'POST', headers: { ...headers, 'content-type': type }, body });
    expect((await send('application/json', '{}')).status).toBe(415);
    for (const [type, body] of [
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut short'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=b', '--b\r\nno headers\r\n\r\nx\r\n--b--'],
      ['application/x-www-form-urlencoded', 'text.vi=%00'],
    ] as const) {
      const answer = await send(type, body);
      expect([answer.status, (await answer.text()).includes('What was sent cannot be read')]).toEqual([400, true]);
    }
  });

  it('a fault tells its reference and nothing else, and the log has the rest', async () => {
    const broken = await world({ log: (line) => lines.push(line), health: () => { throw new Error('secret detail of the machine'); } });
    const visitor = await signedIn(broken.vn, 'lan', ['coordinator']);
    const answer = await visitor.get('/');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret detail');
    const told = lines.findLast((line) => line.event === 'error');
    expect(text).toContain(told?.id ?? 'no log line');
    expect(told?.error).toContain('secret detail');
    await broken.close();
  });

  it('logs requests without secrets', async () => {
    const lan = await w.vn.accounts.byLogin('lan');
    const link = await w.vn.accounts.links.create(lan?.id ?? '', { reusable: true });
    const visitor = new Browser(w.vn);
    expect((await visitor.get(`/sign-in/link/${link}`)).status).toBe(303);
    expect((await visitor.get('/')).status).toBe(200);
    await visitor.post('/sign-in', { login: 'lan', password: PASSWORD });
    const log = JSON.stringify(lines);
    expect(log).not.toContain(link);
    expect(log).not.toContain(PASSWORD);
    expect(lines.some((line) => line.person === lan?.id)).toBe(true);
  });

  it('limits attempts to sign in', async () => {
    const attacker = new Browser(w.vn);
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await attacker.post('/sign-in', { login: 'victim', password: `guess ${i}` })).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('serves assets for ever, compressed, and health as JSON', async () => {
    const page = await (await person.get('/')).text();
    const css = /href="(\/assets\/[^"]+\.css)"/u.exec(page)?.[1] ?? '';
    const answer = await person.get(css, { 'accept-encoding': 'gzip, br' });
    expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([200, 'br', 'public, max-age=31536000, immutable']);
    expect((await person.get('/assets/none.css')).status).toBe(404);
    const health = await person.get('/healthz');
    expect(await health.json()).toMatchObject({ status: 'ok', party: 'VN', version: '0.1.0', peers: [] });
  });

  it('names files for old and new readers', () => {
    expect(dispositionName('Biên bản "đã ký".pdf')).toBe(`filename="Bien ban _da ky_.pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%22%C4%91%C3%A3%20k%C3%BD%22.pdf`);
  });
});
