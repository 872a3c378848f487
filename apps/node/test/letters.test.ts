/** A letter leaves the node: as a file, or by SMTP. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { memoryNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts, type WebOptions } from '@entente/web';
import { letterWay, scheduleLetters } from '../src/letters.ts';
import type { NodeConfig } from '../src/config/index.ts';

const cooperation = {
  id: 'vn-la-letters', title: { vi: 'Hợp tác', lo: 'ການຮ່ວມມື', en: 'Cooperation' }, observers: [], demo: true, themes: {},
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Ho_Chi_Minh' })),
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of closers.splice(0)) await close(); });

async function letters(more: Partial<NodeConfig>) {
  const nodes = await memoryNodes(2, { cooperation, kinds: [] });
  closers.push(() => nodes.close());
  const [node] = nodes.nodes;
  if (!node) throw new Error('no node');
  const accounts = await openAccounts({ db: node.database.kysely, party: 'VN', secret: 's'.repeat(40), origin: 'http://node.test' });
  const added = await accounts.add({ login: 'mai', name: 'Mai', password: 'a long enough password', roles: ['coordinator', 'administrator'] });
  if (!added.ok) throw new Error('no account');
  await accounts.reminders.choose(added.value.id, { cadence: 'daily', email: 'mai@molisa.example', lang: 'lo' });
  const module = { name: 'm', kinds: [], due: [{ items: async () => [{ title: { lang: 'vi', text: 'Nộp báo cáo quý' }, href: '/reporting', due: '2026-11-25' }] }] };
  const web = { kernel: node.kernel, modules: [module], accounts, assets: { files: [], links: {} }, version: '0', health: () => [] } as unknown as WebOptions;
  const lines: object[] = [];
  const config = { data: mkdtempSync(join(tmpdir(), 'letters-')), url: 'https://vn.example', party: 'VN', cooperations: [cooperation], ...more } as unknown as NodeConfig;
  const scheduled = scheduleLetters({ config, accounts, web, log: (line) => lines.push(line), clock: () => Temporal.Instant.from('2026-11-24T02:00:00Z') });
  closers.push(() => scheduled.stop());
  const page = async (lang = 'en'): Promise<string> => {
    const app = createWeb({ ...web, modules: [], letters: letterWay(config) });
    const signedIn = await app.request('http://node.test/sign-in', { method: 'POST', body: new URLSearchParams({ login: 'mai', password: 'a long enough password', to: '/' }), headers: { origin: 'http://node.test', 'sec-fetch-site': 'same-origin' } });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return (await app.request(`http://node.test/administration/letters?lang=${lang}`, { headers: { cookie } })).text();
  };
  return { scheduled, config, lines, page };
}

test('without a mail server it is a file, once, readable by its owner, with text and HTML', async () => {
  const { scheduled, config, page } = await letters({});
  expect(await page()).toContain('No letters yet');
  expect([await scheduled.now(), await scheduled.now()]).toEqual([1, 0]);
  const files = readdirSync(join(config.data, 'mail'));
  expect(files).toHaveLength(1);
  const letter = readFileSync(join(config.data, 'mail', files[0] ?? ''), 'utf8');
  expect(letter).toMatch(/^To: mai@molisa\.example\r$/mu);
  expect(letter).toMatch(/^From: entente@vn\.example\r$/mu);
  expect(letter).toContain('Content-Type: text/plain; charset=utf-8');
  expect(letter).toContain('Content-Type: text/html; charset=utf-8');
  expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/imu);
  expect(letter).not.toContain('Mai');
  // The administrator sees to whom and when, in three languages, and nothing of what it says.
  const pages = await Promise.all(['vi', 'lo', 'en'].map(page));
  expect(pages.map((one) => ['Đã gửi', 'ສົ່ງແລ້ວ', 'Sent'].filter((word) => one.includes(word)).length)).toEqual([1, 1, 1]);
  for (const one of pages) expect([one.includes('mai@molisa.example'), one.includes(join(config.data, 'mail')), one.includes('Nộp báo cáo quý')]).toEqual([true, true, false]);
});

test('by SMTP, and tried again when the server refuses', async () => {
  const got: string[] = [];
  let refuse = true;
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n')) {
        if (inData) { got.push(line); if (line === '.') { inData = false; socket.write('250 kept\r\n'); } continue; }
        if (/^(EHLO|HELO)/u.test(line)) socket.write('250 test\r\n');
        else if (line.startsWith('RCPT') && refuse) socket.write('451 later\r\n');
        else if (/^(MAIL|RCPT|RSET)/u.test(line)) socket.write('250 ok\r\n');
        else if (line === 'DATA') { inData = true; socket.write('354 go\r\n'); }
        else if (line === 'QUIT') socket.end('221 bye\r\n');
      }
    }).on('error', () => undefined);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  closers.push(() => new Promise((done) => { server.close(() => { done(); }); }));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { scheduled, lines, page } = await letters({ mail: { smtp: `smtp://mai:secret@127.0.0.1:${port}` } });
  expect(await scheduled.now()).toBe(0);
  expect(JSON.stringify(lines)).toContain('letter.failed');
  expect(JSON.stringify(lines)).not.toContain('mai@');
  const failed = await page();
  expect(failed).toContain(`127.0.0.1:${port}`);
  expect(failed).not.toContain('secret');
  expect(failed).toMatch(/Failed[\s\S]*refuses the sender or the addressee[\s\S]*>1</u);
  refuse = false;
  expect(await scheduled.now()).toBe(1);
  expect(got.join('\n')).toContain('To: mai@molisa.example');
  expect(await page()).toMatch(/Sent[\s\S]*>2</u);
});
