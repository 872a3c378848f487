/** Letters that remind: who gets which, when, once; under a clock of our own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account, Module, Outgoing, Post } from '../src/index.ts';
import { approvals, remindersOf, sendLetters } from '../src/index.ts';
import { keyOf, letterFor, type Reminder } from '../src/reminders/digest.ts';
import { writeLetter } from '../src/reminders/letter.ts';
import { cooperation, memo, pledge, signedIn, world, type Browser, type World } from './world.ts';

const at = (time: string): Temporal.ZonedDateTime => Temporal.ZonedDateTime.from(`${time}[Asia/Ho_Chi_Minh]`);
const one = (due: string, group: Reminder['group'] = 'soon'): Reminder => ({ about: '/activities/1 Khai giảng', group, title: 'Lớp tiếng Lào', href: '/activities/1', due });
// 2026-11-23 is a Monday.
const [tuesday, monday] = ['2026-11-24T08:00', '2026-11-23T08:00'];
const none = new Set<string>();

describe('which letter', () => {
  test('none at night, none when nothing is open, none when not wanted', () => {
    expect(letterFor([one('2026-11-30')], none, 'daily', at('2026-11-24T06:59'))).toBeNull();
    expect(letterFor([], none, 'daily', at(monday))).toBeNull();
    expect(letterFor([one('2026-11-30')], none, 'never', at(monday))).toBeNull();
  });

  test('a daily person hears of what is new once, a weekly one on Monday, and on Monday everything is summed up', () => {
    const told = new Set([keyOf(one('2026-11-30'))]);
    expect(letterFor([one('2026-11-30')], none, 'daily', at(tuesday))?.reminders[0]?.isNew).toBe(true);
    expect(letterFor([one('2026-11-30')], told, 'daily', at(tuesday))).toBeNull();
    expect(letterFor([one('2026-11-30')], none, 'weekly', at(tuesday))).toBeNull();
    expect(letterFor([one('2026-11-30')], told, 'weekly', at(monday))?.reminders).toHaveLength(1);
  });

  test('a deadline that moved is told again under its new date, and breaks into the week when it came near', () => {
    const told = new Set([keyOf(one('2026-12-05'))]);
    expect(letterFor([one('2026-12-07')], told, 'daily', at(tuesday))?.reminders[0]?.isNew).toBe(true);
    expect(letterFor([one('2026-12-07')], told, 'weekly', at(tuesday))).toBeNull();
    expect(letterFor([one('2026-11-25')], told, 'weekly', at(tuesday))?.reminders).toHaveLength(1);
    expect(letterFor([one('2026-11-20', 'late')], told, 'weekly', at(tuesday))).not.toBeNull();
  });
});

test('a letter holds titles and links in its language, as text and HTML, and no title breaks out of its line', () => {
  const letter = { day: '2026-11-24', reminders: [{ ...one('2026-11-30'), isNew: true }, { ...one('2026', 'late'), about: 'x', title: 'A <b>&\r\nBcc: x@y', isNew: false }] };
  for (const [lang, word] of [['vi', 'Sắp đến hạn'], ['lo', 'ໃກ້ຮອດກຳນົດ'], ['en', 'Due soon']] as const) {
    const written = writeLetter(letter, { lang, coop: 'Hợp\ntác', base: 'https://node.example' });
    expect(written.text).toContain(word);
    expect(written.text).toContain('https://node.example/activities/1');
    expect(written.subject).not.toMatch(/[\r\n]/u);
    expect(written.text).toContain('A <b>& Bcc: x@y');
    expect(written.html).toContain('A &lt;b&gt;&amp; Bcc: x@y');
    expect(written.html).toContain(`lang="${lang}"`);
  }
});

describe('sending', () => {
  let w: World;
  let due: string | null;
  let outbox: Outgoing[];
  let fail = false;
  const faults: unknown[] = [];
  const trial: Module = {
    name: 'trial', kinds: [pledge, memo],
    due: [{ items: async () => (due === null ? [] : [{ title: { lang: 'vi', text: 'Nộp báo cáo' }, href: '/memos', due, detail: 'mốc 2' }]) }],
  };
  const post = (): Post => ({
    accounts: w.vn.accounts, cooperations: [cooperation], base: 'https://vn.example', party: 'VN',
    reminders: remindersOf({ kernel: w.vn.kernel, modules: [trial, approvals], accounts: w.vn.accounts, assets: { files: [], links: { style: '', script: '', icon: '' } } as never, version: '0', health: () => [{ party: 'LA', behind: 0, lastSeen: '2026-11-01T00:00:00Z', fault: null }] }),
    async send(letter) { if (fail) throw new Error('no route'); outbox.push(letter); },
    failed: (error) => { faults.push(error); },
  });
  const look = async (time: string) => sendLetters(post(), at(time).toInstant());
  let ann: Account;
  let browser: Browser;
  beforeAll(async () => {
    w = await world({ modules: [trial, approvals] });
    browser = await signedIn(w.vn, 'ann', ['coordinator']);
    await signedIn(w.vn, 'bob', ['coordinator']);
    ann = (await w.vn.accounts.byLogin('ann'))!;
  });
  beforeEach(() => { outbox = []; fail = false; });
  afterAll(() => w.close());

  test('are chosen on the account page, for one address', async () => {
    expect((await browser.post('/account/reminders', { cadence: 'daily', email: 'ann@x.example, bob@x.example', language: 'lo' })).status).toBe(422);
    expect((await browser.post('/account/reminders', { cadence: 'daily', email: 'ann@x.example', language: 'vi' })).status).toBe(303);
    expect(await (await browser.get('/account?lang=en')).text()).toContain('ann@x.example');
  });

  test('once a day to who asked for it, whoever looks and however often, also after a start', async () => {
    due = '2026-12-01';
    const counts = await Promise.all([look(tuesday), look(tuesday), look(tuesday)]);
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(outbox.map((letter) => [letter.to, letter.subject])).toEqual([['ann@x.example', 'Hợp tác thử: 2 việc cần chú ý']]);
    expect(outbox[0]?.text).toContain('Nộp báo cáo (mới, mốc 2, hạn 1/12/2026)');
    expect(outbox[0]?.text).toContain('không trả lời từ');
    expect(await look('2026-11-24T15:00')).toBe(0);
    expect(await look('2026-11-25T08:00')).toBe(0);
  });

  test('a deadline moved away and back, moved near, and passed: each is told', async () => {
    due = '2027-03-01';
    expect(await look('2026-11-26T08:00')).toBe(0);
    due = '2026-12-02';
    expect(await look('2026-11-27T08:00')).toBe(1);
    due = '2026-11-29';
    expect(await look('2026-11-28T08:00')).toBe(1);
    expect(await look('2026-12-01T08:00')).toBe(1);
    expect(outbox.at(-1)?.text).toContain('Quá hạn');
    expect(await look('2026-12-02T08:00')).toBe(0);
  });

  test('what could not be sent is tried again, and one that stopped half-way too', async () => {
    due = '2026-12-15';
    fail = true;
    expect(await look('2026-12-03T08:00')).toBe(0);
    expect(faults).toHaveLength(1);
    fail = false;
    expect(await w.vn.accounts.reminders.claim(ann.id, `${cooperation.id} 2026-12-03`, at('2026-12-03T08:05').toInstant())).toBe(true);
    expect(await look('2026-12-03T08:10')).toBe(0);
    expect(await look('2026-12-03T08:40')).toBe(1);
    expect(new Set(outbox.map((letter) => letter.id)).size).toBe(1);
  });

  test('author and answerer are both reminded: a proposal that waits, at once there and after a week here', async () => {
    due = null;
    const by = { id: ann.id, party: 'VN', roles: ['coordinator' as const], office: null };
    await w.vn.kernel.commit([{ verb: 'propose', kind: 'pledge', content: { text: { vi: 'Đề xuất chờ' }, state: 'open', on: '2026' }, agree: true }], { coop: cooperation.id, by });
    await w.sync();
    const collect = async (side: 'vn' | 'la', days: number) => {
      const node = w[side];
      const account: Account = { ...ann, party: node.party };
      const reminders = remindersOf({ kernel: node.kernel, modules: [trial, approvals], accounts: node.accounts, assets: { files: [] } as never, version: '0', health: () => [] });
      return (await reminders.collect(account, cooperation, 'vi', Temporal.Now.instant().add({ hours: 24 * days }))).map((each) => `${each.group} ${each.title}`);
    };
    expect(await collect('la', 0)).toContain('ours Đề xuất chờ');
    expect(await collect('vn', 6)).not.toContain('theirs Đề xuất chờ');
    expect(await collect('vn', 8)).toContain('theirs Đề xuất chờ');
    await w.vn.accounts.change(ann.id, { disabled: true });
    expect(await look('2026-12-14T08:00')).toBe(0);
  });
});
