import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

let all: World;
let party: Browser;
let observer: Browser;
beforeAll(async () => {
  all = await world({}, ['OB']);
  party = await signedIn(all.la, 'coord', ['coordinator', 'administrator']);
  observer = await signedIn(all.observers[0]!, 'watcher', ['coordinator', 'administrator']);
});
afterAll(() => all.close());

const shown = async (browser: Browser, path: string): Promise<string> => /<main[\s\S]*<\/main>/u.exec(await (await browser.get(path)).text())![0];

describe('an observer', () => {
  test('reads what is proposed and who has agreed, and is offered nothing that it may not do', async () => {
    const made = await all.vn.kernel.commit([{ verb: 'propose', kind: 'pledge', content: { text: { en: 'Train 40 people' }, state: 'open', on: '2027-01-01' }, agree: true }], { coop: cooperation.id, by: { id: 'x', party: 'VN', roles: ['coordinator'], office: null } });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    await all.sync();
    const { record, h } = (await all.vn.kernel.reader({ id: 'x', party: 'VN', roles: ['coordinator'], office: null }).list({ coop: cooperation.id, kind: 'pledge', limit: 1 })).rows.map(({ id, version }) => ({ record: id, h: version }))[0]!;
    const offers = /name="_do"|\/edit"|\/translate"|<button[^>]*disabled/u;
    expect(await shown(party, `/pledges/${record}`)).toMatch(offers);
    const seen = await shown(observer, `/pledges/${record}`);
    expect(seen).toContain('Train 40 people');
    expect(seen).toMatch(/Agreed by (<[^>]+>)*Viet Nam/u);
    expect(seen).not.toMatch(offers);
    expect(await shown(observer, '/waiting')).not.toContain('<form');
    // Pressed all the same, it is refused and said why.
    const sent = await observer.post(`/pledges/${record}/answer`, { _do: `consent:${h}` });
    expect(sent.status).toBe(303);
    expect(await shown(observer, `/pledges/${record}`)).toContain('An observer reads and does not decide.');
    expect((await all.vn.kernel.journals()).map((journal) => journal.party)).toEqual(['VN']);
  });

  test('is not told to record first what only parties record', async () => {
    expect(await shown(party, '/')).toContain('Add the first office');
    const home = await shown(observer, '/');
    expect(home).toContain('First steps');
    expect(home).not.toContain('Add the first office');
  });
});
