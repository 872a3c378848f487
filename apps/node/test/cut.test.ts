/** Working across a cut: one node stops, is killed or starts again, and both go on and converge without anyone's help. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { newFolder, startDemonstration, type Demonstration, type Side } from './demonstration.ts';
import { eventually } from './eventually.ts';

interface Health { readonly status: string; readonly party: string; readonly acts: number; readonly journals: readonly { readonly party: string; readonly size: number }[]; readonly peers: readonly { readonly party: string; readonly behind: number | null; readonly lastSeen: string | null; readonly fault: unknown }[] }
const health = (side: Side): Promise<Health> => side.api<Health>('/healthz');
const isGone = (side: Side): Promise<boolean> => fetch(side.url).then(() => false, () => true);

describe('a cut between the nodes', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let folder: string;
  let texts = 0;
  beforeAll(async () => {
    demo = await startDemonstration();
    folder = newFolder('cut');
  }, 400_000);
  afterAll(async () => { await demo?.stop(); });

  /** Proposes a text of one item at a node; answers the record's id. */
  const propose = async (node: 'vn' | 'la'): Promise<string> => {
    const file = join(folder, `${texts += 1}.txt`);
    writeFileSync(file, `BIÊN BẢN LÀM VIỆC SỐ ${texts}\n\nNgày 1/2/2029\n\n1. Hai bên trao đổi đoàn cán bộ lần ${texts}.\n`);
    const { code, out, err } = await demo.cli('import', file, '--lang', 'vi', '--propose', '--theme', 'method', '--node', node, '--json');
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { proposed: { instrument: string } }).proposed.instrument;
  };
  const holds = async (side: Side, id: string): Promise<void> => { expect(await side.api(`/api/vn-la-labour/instruments/${id}`)).toMatchObject({ standing: 'proposed' }); };
  const level = async (): Promise<void> => {
    await eventually(async () => {
      const [vn, la] = await Promise.all([health(demo.vn), health(demo.la)]);
      const sizes = ({ journals }: Health) => journals.map(({ party, size }) => `${party} ${size}`).toSorted();
      expect(sizes(la)).toEqual(sizes(vn));
      for (const one of [vn, la]) expect(one).toMatchObject({ status: 'ok', peers: [{ behind: 0, fault: null }] });
    }, 60_000);
  };

  test('one node is stopped; the other goes on working; started again, they converge', async () => {
    await level();
    const stopped = await demo.cli('demo', 'stop', 'la');
    expect([stopped.code, stopped.out.trim()]).toEqual([0, 'Lao PDR (la) is stopped. The other side goes on; what it does arrives when this node starts again.']);
    expect(await isGone(demo.la)).toBe(true);
    const first = await propose('vn');
    const second = await propose('vn');
    await eventually(async () => {
      const [peer] = (await health(demo.vn)).peers;
      expect(peer?.party).toBe('LA');
      expect(peer?.fault).not.toBeNull();
    }, 60_000);

    const absent = await demo.cli('status', '--node', 'la');
    expect(absent.code).toBe(3);
    expect(absent.err).toContain(`No node answers at ${demo.la.url}. Nothing was written.`);
    expect((await demo.cli('demo', 'stop', 'la')).err.trim()).toBe('Lao PDR (la) is not running.');
    expect((await demo.cli('demo', 'start', 'la')).code).toBe(0);
    for (const id of [first, second]) await eventually(async () => holds(demo.la, id), 60_000);
    await level();
  });

  test('a node killed in the middle of its work loses nothing it acknowledged, and goes on', async () => {
    const before = [await propose('vn'), await propose('la')];
    demo.kill('vn');
    await eventually(async () => { expect(await isGone(demo.vn)).toBe(true); });
    const meanwhile = await propose('la');
    await eventually(() => { expect(demo.printed()).toMatch(/Viet Nam \(vn\) stopped by itself \(SIGKILL\)\. Its records are kept\./u); });
    expect((await demo.cli('demo', 'start', 'vn')).code).toBe(0);
    for (const id of [...before, meanwhile]) for (const side of [demo.vn, demo.la]) await eventually(async () => holds(side, id), 60_000);
    await level();
    const after = await propose('vn');
    await eventually(async () => holds(demo.la, after), 60_000);
  });

  test.skipIf(!hasBrowser)('the pages say how it stands with the other side', async () => {
    let browser: Browser | undefined;
    try {
      browser = await openBrowser();
      const vn = await Person.at(browser, demo.vn);
      const foot = async (): Promise<string> => vn.text(vn.page.getByRole('contentinfo'));
      await level();
      await vn.open('/');
      expect(await foot()).toMatch(/Lào: lần cuối .*, đã khớp/u);
      await demo.cli('demo', 'stop', 'la');
      await eventually(async () => { await vn.open('/'); expect(await foot()).toMatch(/Lào: trục trặc, lần cuối/u); }, 60_000);
      await demo.cli('demo', 'start', 'la');
      await eventually(async () => { await vn.open('/'); expect(await foot()).toMatch(/đã khớp/u); }, 60_000);
      await vn.leave();
    } finally {
      await browser?.close();
    }
  });

  test('everything is there after a stop and a start of the whole', async () => {
    const id = await propose('la');
    await level();
    const acts = (await health(demo.vn)).acts;
    expect(await demo.stop()).toBe(0);
    expect(demo.printed()).toContain('Stopping both nodes. Everything is kept.');
    demo = await startDemonstration(demo);
    expect((await health(demo.vn)).acts).toBe(acts);
    for (const side of [demo.vn, demo.la]) await holds(side, id);
  });
});
