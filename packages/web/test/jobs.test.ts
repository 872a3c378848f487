/** Long work: started in a form, looked at while it goes on, its result fetched, its problems told; its person's alone. */
import { setImmediate as tick } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAssets } from '@entente/ui';
import { action, createWeb, page, type JobSpec, type LogLine, type Module } from '../src/index.ts';
import { Browser as Person, signedIn, world, type Browser, type World } from './world.ts';

const said = (en: string) => (lang: string): string => `${en} (${lang})`;
/** What the next press of the button starts. */
let next: JobSpec;
const gate = () => Promise.withResolvers<void>();

const start = action<null>({
  path: '/work', read: () => ({ ok: true, value: null }), page: async () => page({ title: 'Work', body: null }),
  async decide(ctx) { const started = ctx.startJob(next); return started.ok ? { ok: true, value: { goto: started.value.href } } : started; },
});
let slow = gate();
const refused = async () => ({ ok: false, problems: [] } as const);
const work: Module = { name: 'work', kinds: [], actions: [start], pages: [{ path: '/made', render: (ctx) => ctx.longFile({ title: said('Made'), async run(w) { if (next.key === 'slow') await slow.promise; return next.run({ ...w, commit: refused, commitAll: refused }); } }) }] };

let w: World;
let ann: Browser;
let bob: Browser;
const log: LogLine[] = [];
beforeAll(async () => {
  w = await world({ modules: [work], log: (line) => log.push(line) });
  ann = await signedIn(w.vn, 'ann', ['coordinator']);
  bob = await signedIn(w.vn, 'bob', ['coordinator']);
});
afterAll(async () => { await w.close(); });

const press = async (who = ann): Promise<string> => (await who.post('/work', {})).headers.get('location') ?? '';
const body = async (path: string, who = ann): Promise<string> => (await who.get(path)).text();

describe('a job', () => {
  test('shows how far it is, loads itself again without scripts, and leads to what it came to', async () => {
    const go = gate();
    next = { title: said('Bring in'), async run({ report }) {
      report({ done: 3, total: 8, doing: said('Row 3'), counts: [{ label: said('Kept'), value: 2 }] });
      await go.promise;
      return { ok: true, value: { as: 'page', href: '/memos', label: said('See them'), notes: [{ id: 'field.required', path: [] }] } };
    } };
    const href = await press();
    expect(href).toMatch(/^\/jobs\/[0-9a-f-]{36}$/u);
    await tick();
    const shown = await body(href);
    expect(shown).toContain('Bring in (en)');
    expect(shown).toContain('3 of 8');
    expect(shown).toContain('Row 3 (en)');
    expect(shown).toContain('Kept (en)');
    expect(shown).toContain(`data-live="${href}/live"`);
    expect(shown).toMatch(/<noscript><meta http-equiv="refresh" content="3"\/?><\/noscript>/u);
    expect(await body('/account')).toContain(`href="${href}"`);
    expect(await (await ann.get(`${href}?lang=vi`)).text()).toContain('Bring in (vi)');
    await ann.get('/?lang=en');
    go.resolve();
    await tick();
    const ended = await body(href);
    expect(ended).toMatch(/<a class="btn main" href="\/memos">See them \(en\)<\/a>/u);
    expect(ended).toContain('8 of 8');
    expect(ended).toContain('This is needed.');
    expect(ended).not.toContain('http-equiv="refresh"');
    expect(ended).not.toContain('data-live');
  });

  test('is told live, and the last word is that it is done', async () => {
    const go = gate();
    let report: (done: number) => void = () => {};
    next = { title: said('Live'), async run(with_) {
      report = (done) => with_.report({ done, total: 2 });
      report(1);
      await go.promise;
      return { ok: true, value: { as: 'page', href: '/', label: said('Home') } };
    } };
    const href = await press();
    const live = await ann.get(`${href}/live`);
    expect(live.headers.get('content-type')).toContain('text/event-stream');
    const reading = live.text();
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    report(2);
    go.resolve();
    const events = (await reading).split('\n\n').filter((event) => event !== '');
    expect(events[0]).toMatch(/^data: <div class="job"/u);
    expect(events[0]).toContain('1 of 2');
    expect(events.at(-1)).toMatch(/^event: done/u);
  });

  test('is nobody else’s: its page, its line and its file are not there for them, and they cannot stop it', async () => {
    const go = gate();
    let stopped = false;
    next = { title: said('Mine'), async run({ signal }) { await go.promise; stopped = signal.aborted; return { ok: true, value: { as: 'file', file: { name: 'mine.txt', type: 'text/plain; charset=utf-8', bytes: 'mine' } } }; } };
    const href = await press();
    for (const path of ['', '/live', '/file']) expect((await bob.get(`${href}${path}`)).status).toBe(404);
    await bob.post(`${href}/stop`, {});
    go.resolve();
    await tick();
    expect(stopped).toBe(false);
    expect((await bob.get(`${href}/file`)).status).toBe(404);
    expect(await body('/account', bob)).not.toContain(href);
    const answer = await ann.get(`${href}/file`);
    expect([await answer.text(), answer.headers.get('content-disposition')]).toEqual(['mine', 'attachment; filename="mine.txt"; filename*=UTF-8\'\'mine.txt']);
  });

  test('that is refused tells every problem, up to fifty; one that throws gives a reference and shows nothing of the cause', async () => {
    next = { title: said('Refused'), run: async () => ({ ok: false, problems: Array.from({ length: 60 }, (_, row) => ({ id: 'field.too-big', path: [row], params: { most: row } })) }) };
    const refused = await press();
    await tick();
    const told = await body(refused);
    expect(told).toContain('The most is 49.');
    expect(told).not.toContain('The most is 50.');
    expect(told).toContain('and 10 more');
    next = { title: said('Broken'), run: async () => { throw new Error('secret cause'); } };
    const broken = await press();
    await tick();
    const fault = await body(broken);
    const id = broken.split('/').at(-1) ?? '';
    expect(fault).toContain(`the reference ${id}`);
    expect(fault).not.toContain('secret cause');
    expect(log.filter((line) => line.event === 'error' && line.id === id).map((line) => line.error)).toEqual([expect.stringContaining('secret cause')]);
  });

  test('can be stopped by its person, and says that the rest was not done', async () => {
    const step = gate();
    next = { title: said('Long'), again: '/pledges', async run({ signal }) { await step.promise; signal.throwIfAborted(); return refused(); } };
    const href = await press();
    await tick();
    expect(await body(href)).toContain(`action="${href}/stop"`);
    expect((await ann.post(`${href}/stop`, {})).headers.get('location')).toBe(href);
    const stopping = await body(href);
    expect(stopping).toContain('Stopping: the job ends after the step it is at.');
    expect(stopping).not.toContain(`action="${href}/stop"`);
    step.resolve();
    await tick();
    const stopped = await body(href);
    expect(stopped).toContain('You stopped this job.');
    expect(stopped).toContain('<span class="state s-retired">stopped</span>');
    const person = (await w.vn.accounts.byLogin('ann'))?.id ?? '';
    await vi.waitFor(async () => { expect(await w.vn.accounts.jobs.get(person, href.split('/').at(-1) ?? '')).not.toBeNull(); }, { timeout: 20_000 });
    expect(await body(href)).toMatch(/<a class="btn main" href="\/pledges">Start it again<\/a>/u);
  });

  test('commits in steps, each an act of its person', async () => {
    next = { title: said('Steps'), async run({ commit }) {
      for (const title of ['one', 'two']) {
        const done = await commit([{ verb: 'put', kind: 'memo', content: { title: { en: title } } }]);
        if (!done.ok) return done;
      }
      return { ok: true, value: { as: 'page', href: '/memos', label: said('Memos') } };
    } };
    const href = await press();
    for (let shown = ''; !shown.includes('Memos (en)'); shown = await body(href)) await new Promise((resolve) => { setTimeout(resolve, 20); });
    const rows = await w.vn.kernel.reader({ id: 'x', party: 'VN', roles: ['coordinator'], office: null }).list({ coop: 'vn-la-test', kind: 'memo' });
    expect(rows.rows.length).toBe(2);
  });

  test('waits its turn behind two others; a person has five at most; the same key is the same job', async () => {
    const go = gate();
    const job = (key: string): JobSpec => ({ title: said(key), key, run: async () => { await go.promise; return { ok: true, value: { as: 'page', href: '/', label: said('Home') } }; } });
    const hrefs: string[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'e']) { next = job(key); hrefs.push(await press(bob)); }
    await tick();
    expect(new Set(hrefs).size).toBe(5);
    expect(await body(hrefs[1] ?? '', bob)).toContain('running');
    expect(await body(hrefs[2] ?? '', bob)).toContain('waiting its turn');
    next = job('f');
    expect((await bob.post('/work', {})).status).toBe(422);
    go.resolve();
    await tick();
    for (const href of hrefs) expect(await body(href, bob)).toContain('finished');
  });
});

describe('a file that may take long', () => {
  const made = { as: 'file', file: { name: 'made.txt', type: 'text/plain; charset=utf-8', bytes: 'made' } } as const;
  test('is the answer itself when it is ready soon, else its job is', async () => {
    next = { title: said('x'), run: async () => ({ ok: true, value: made }) };
    expect(await body('/made')).toBe('made');
    next = { ...next, key: 'slow' };
    slow = gate();
    const answer = await ann.get('/made');
    expect(answer.status).toBe(303);
    const href = answer.headers.get('location') ?? '';
    slow.resolve();
    await tick();
    expect(await body(`${href}/file`)).toBe('made');
  });

  test('a job that is unknown says what may have become of it', async () => {
    const answer = await ann.get('/jobs/00000000-0000-4000-8000-000000000000');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('kept for an hour');
  });

  test('a job that a restart cut off says so to its person alone, and where to begin again; one that ended says when', async () => {
    const go = gate();
    next = { title: said('Cut off'), again: '/memos', async run() { await go.promise; return { ok: true, value: { as: 'page', href: '/pledges', label: said('x') } }; } };
    const href = await press();
    const id = href.split('/').at(-1) ?? '';
    const person = (await w.vn.accounts.byLogin('ann'))?.id ?? '';
    await vi.waitFor(async () => { expect(await w.vn.accounts.jobs.get(person, id)).not.toBeNull(); }, { timeout: 20_000 });
    // The same node in another process: it knows the accounts, and no job.
    const restarted = { ...w.vn, web: createWeb({ kernel: w.vn.kernel, accounts: w.vn.accounts, modules: [work], assets: buildAssets([]), version: '0.1.0', health: () => [] }) };
    const at = async (who: Browser): Promise<Response> => {
      const there = new Person(restarted);
      for (const [name, value] of who.cookies) there.cookies.set(name, value);
      return there.get(href);
    };
    const told = await (await at(ann)).text();
    expect(told).toContain('Cut off (en)');
    expect(told).toContain('Nothing is half-written');
    expect(told).toMatch(/<a class="btn main" href="\/memos">Start it again<\/a>/u);
    expect((await at(bob)).status).toBe(404);
    go.resolve();
    await vi.waitFor(async () => { expect((await w.vn.accounts.jobs.get(person, id))?.ended).not.toBeNull(); }, { timeout: 20_000 });
    const ended = await (await at(ann)).text();
    expect(ended).toContain('This job ended at');
    expect(ended).toContain('href="/pledges"');
  });
});
