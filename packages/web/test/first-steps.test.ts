/** The home of a node on which nothing is recorded yet. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { langs } from '@entente/text';
import type { BackupHealth, PeerHealth } from '../src/index.ts';
import { firstStepWords } from '../src/words/first-steps.ts';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

let health: readonly PeerHealth[] = [];
let backup: BackupHealth | null = null;
let all: World;
let administrator: Browser;
beforeAll(async () => {
  all = await world({ health: () => health, backup: () => backup });
  administrator = await signedIn(all.vn, 'admin', ['administrator']);
});
afterAll(() => all.close());

const t = firstStepWords.t('en');
const plain = (html: string): string => html.replaceAll(/<\/?(?:bdi|wbr)[^>]*>/gu, '').replaceAll(/<(script|style)[^]*?<\/\1>|<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const home = async (browser: Browser, lang = 'en'): Promise<string> => (await browser.get(`/?lang=${lang}`)).text();

describe('given a node that holds nothing', () => {
  test('then a reader is told so in one sentence, in three languages, and is shown no empty panels', async () => {
    const reader = await signedIn(all.vn, 'reads', ['reader']);
    for (const lang of langs) {
      const html = await home(reader, lang);
      expect(plain(html)).toContain(firstStepWords.t(lang)('nothing-yet'));
      expect(html).not.toContain('id="first-steps"');
      expect(html).not.toContain('class="cards"');
    }
  });

  test('then its administrator is told what to do first, each with the page where it is done; what the facts say is done is marked so', async () => {
    const html = await home(administrator);
    for (const step of ['keys', 'reached', 'people', 'office', 'backup', 'mark'] as const) expect(plain(html)).toContain(t(step));
    for (const href of ['/administration/peers', '/administration/accounts', '/tables/offices']) expect(html).toContain(`<a href="${href}">`);
    // Where the high-water file is kept is known from the start; the rest is still to be done.
    expect(plain(html)).toContain(t('so-far', { done: 1, total: 6 }));
    for (const lang of ['vi', 'lo'] as const) expect(plain(await home(administrator, lang))).toContain(firstStepWords.t(lang)('keys-how'));
  });

  test('when all of it was done, then the panel is gone and nothing is asked for it any more', async () => {
    health = [{ party: 'LA', coop: cooperation.id, behind: 0, lastSeen: '2026-11-21T08:00:00.000Z', fault: null }];
    expect(plain(await home(administrator))).toContain(t('so-far', { done: 3, total: 6 }));
    await signedIn(all.vn, 'coord', ['coordinator']);
    expect((await all.vn.kernel.commit([{ verb: 'put', kind: 'office', content: { name: { vi: 'Bộ' }, type: 'ministry' } }], { coop: cooperation.id, by: { id: 'x', party: 'VN', roles: ['coordinator'], office: null } })).ok).toBe(true);
    expect(plain(await home(administrator))).toContain(t('so-far', { done: 5, total: 6 }));
    backup = { last: { at: '2026-11-21T08:00:00.000Z', file: '/mnt/a', bytes: 1, verified: true }, next: null, fault: null };
    expect(await home(administrator)).not.toContain('id="first-steps"');
    const asked = vi.spyOn(all.vn.accounts, 'list');
    expect(await home(administrator)).not.toContain('id="first-steps"');
    expect(asked).not.toHaveBeenCalled();
    expect(await home(administrator)).toContain('class="cards"');
  });
});
