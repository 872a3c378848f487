/** What the home page counts by theme: each side's newest word on each agreed commitment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineKind, field, type Intent, type Person } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { programmeKinds } from '../src/index.ts';
import { saidByTheme } from '../src/reporting/themes.tsx';

const label = { vi: 'x', lo: 'x', en: 'x' };
const commitment = defineKind({
  name: 'commitment', version: 1, regime: 'joint', audience: 'joint', label: { one: label, many: label }, path: 'commitments',
  fields: { text: field.localized({ label }), themes: field.list(field.text({ label }), { label }) },
  title: ({ text }) => text, may: { propose: ['coordinator'], consent: ['coordinator'], reject: ['coordinator'] },
});
const cooperation = {
  id: 'by-theme', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { en: 'Skills' }, safety: { en: 'Safety' } },
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'Asia/Vientiane' })),
};

describe('commitments by theme', () => {
  let nodes: TestNodes;
  const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator'], office: null });
  const idOf = (kind: string, key: string): string => nodes.nodes[0]!.kernel.naturalId(cooperation.id, kind, key);
  const write = async (at: 0 | 1, intents: readonly Intent[]): Promise<void> => {
    const node = nodes.nodes[at]!;
    const done = await node.kernel.commit(intents, { coop: cooperation.id, by: by(node.party) });
    expect(done).toMatchObject({ ok: true });
    await nodes.sync();
  };
  const report = (of: string, period: string, state: string): Intent => ({ verb: 'put', kind: 'progress-report', content: { commitment: idOf('commitment', of), period: idOf('reporting-period', period), state, narrative: { en: state } } });
  const propose = (key: string, themes: readonly string[]): Intent => ({ verb: 'propose', kind: 'commitment', record: idOf('commitment', key), agree: true, content: { text: { en: key }, themes } });

  beforeAll(async () => { nodes = await memoryNodes(2, { cooperation, kinds: [...programmeKinds, commitment] }); });
  afterAll(async () => { await nodes.close(); });

  test('are those both agreed to, each in every theme it has, by what each side said last', async () => {
    await write(0, [
      propose('a', ['skills', 'safety', 'safety']), propose('b', ['skills']), propose('c', ['skills']), propose('only proposed', ['skills']),
      ...['2019', '2020'].map((year): Intent => ({ verb: 'propose', kind: 'reporting-period', record: idOf('reporting-period', year), agree: true, content: { name: { en: year }, from: `${year}-01-01`, to: `${year}-12-31` } })),
    ]);
    const open = async (key: string) => (await nodes.nodes[1]!.kernel.reader(by('LA')).candidates(cooperation.id, idOf('commitment', key))).find(({ status }) => status === 'open')?.h ?? '';
    await write(1, await Promise.all(['a', 'b', 'c'].map(async (key): Promise<Intent> => ({ verb: 'consent', record: idOf('commitment', key), h: await open(key) }))));
    // The later period counts, whichever was written first.
    await write(0, [report('a', '2020', 'done'), report('a', '2019', 'stuck'), report('b', '2019', 'under-way')]);
    await write(1, [report('a', '2019', 'not-started')]);
    for (const node of nodes.nodes) {
      const said = await saidByTheme({ read: node.kernel.reader(by(node.party)), cooperation });
      expect(said.toSorted((x, y) => JSON.stringify(x) < JSON.stringify(y) ? -1 : 1)).toEqual([
        { theme: 'safety', states: { LA: 'not-started', VN: 'done' }, n: 1 },
        { theme: 'skills', states: null, n: 1 }, { theme: 'skills', states: { LA: 'not-started', VN: 'done' }, n: 1 }, { theme: 'skills', states: { VN: 'under-way' }, n: 1 },
      ]);
    }
  });
});
