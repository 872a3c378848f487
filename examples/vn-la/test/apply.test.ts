import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { commitment, instrument, lineage, meeting, twinning } from '@entente/accords/kinds';
import { activity, activityProgress, exchangeRate, indicator, jointReport, progressReport, projectProposal, receipt, reportingPeriod, settlement, statistic, transaction, workPlan } from '@entente/programme/kinds';
import type { Kernel, Reader, Standing } from '@entente/kernel';
import { applyPlan, cooperation, loadFacts, plan, planMessages, type Facts, type Plan } from '../src/index.ts';

const kinds = [commitment, instrument, lineage, meeting, twinning, indicator, jointReport, progressReport, projectProposal, reportingPeriod, settlement, activity, activityProgress, exchangeRate, receipt, statistic, transaction, workPlan];
const COOP = cooperation.id;

describe('the plan carried out on two nodes', () => {
  let nodes: TestNodes;
  let facts: Facts;
  let steps: Plan;
  let done: Readonly<Record<string, number>>;
  let vn: { kernel: Kernel; read: Reader };
  let la: { kernel: Kernel; read: Reader };

  beforeAll(async () => {
    const loaded = loadFacts();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    facts = loaded.value;
    nodes = await memoryNodes(2, { cooperation, kinds });
    const kernels = nodes.nodes.map((node) => node.kernel);
    steps = plan(facts, (...name) => nodes.nodes[0]!.kernel.naturalId(...name));
    const applied = await applyPlan(steps, COOP, kernels, () => nodes.sync());
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    done = applied.value;
    [vn, la] = nodes.nodes.map((node) => ({ kernel: node.kernel, read: node.kernel.reader(node.person('reader')) })) as unknown as [typeof vn, typeof la];
  }, 300_000);
  afterAll(async () => { await nodes.close(); });

  const id = (kind: string, key: string) => vn.kernel.naturalId(COOP, kind, key);
  const standings = async (read: Reader, kind: string) => (await read.list({ coop: COOP, kind, count: ['standing'], limit: 1 })).counts['standing'] ?? {};

  it('gives every record of the facts, on both sides alike', async () => {
    for (const { read } of [vn, la]) {
      const totals = await Promise.all(['office', 'body', 'person', 'meeting', 'instrument', 'commitment', 'lineage', 'progress-report'].map(async (kind) => (await read.list({ coop: COOP, kind, limit: 1 })).total));
      expect(totals).toEqual([83, 7, 45, 29, 30, 106, facts.lineage.length, facts.exercise.reports.length]);
    }
  });

  it('gives the activities, grants and statistics of the sources, and the work plan of the exercise, on both sides alike', async () => {
    const { activities, grants, statistics, workPlan: made } = facts;
    const own = grants.filter((one) => one.own !== undefined).length;
    const given = grants.filter((one) => one.transaction !== undefined).length;
    const told = activities.filter((one) => one.progress !== undefined).length;
    for (const { read } of [vn, la]) {
      const totals = await Promise.all(['activity', 'statistic', 'work-plan', 'exchange-rate', 'activity-progress', 'transaction', 'receipt'].map(async (kind) => (await read.list({ coop: COOP, kind, limit: 1 })).total));
      expect(totals).toEqual([activities.length + own + made.activities.length, statistics.length, 2, made.rates.length, told + made.progress.length, given + made.transactions.length, made.receipts.length]);
    }
    const source = await la.read.get(COOP, id('activity', 'act-686-handover'));
    expect([source?.standing, source?.content['confidence'], source?.content['exercise']]).toEqual(['proposed', 'uncertain', undefined]);
    const plans = await Promise.all(['wp-2019-2021', 'wp-2026-2027'].map((key) => la.read.get(COOP, id('work-plan', key))));
    expect(plans.map((row) => [row?.standing, row?.waitsFor])).toEqual([['agreed', []], ['proposed', ['LA']]]);
    expect(plans[0]?.content['title']).toEqual({ vi: expect.stringMatching(/^\[Bài tập mẫu\] /u) as string });
    const proposals = await Promise.all(['pp-oudomxay', 'pp-labour-market', 'pp-rehabilitation-training'].map((key) => vn.read.get(COOP, id('project-proposal', key))));
    expect(proposals.map((row) => [row?.standing, row?.content['stage'], row?.waitsFor])).toEqual([['agreed', 'idea', []], ['agreed', 'decided', []], ['proposed', 'funding-sought', ['LA']]]);
  });

  it('leaves both nodes equal', async () => {
    const [mine, theirs] = await Promise.all([vn.kernel.dump(COOP), la.kernel.dump(COOP)]);
    expect(theirs === mine).toBe(true);
  });

  it('shows some of each: agreed by both, recorded by one side, crossed, declined, changing', async () => {
    const counted = await standings(vn.read, 'commitment');
    expect(counted['agreed']).toBeGreaterThan(80);
    expect(counted['changing']).toBe(1);
    expect(counted['proposed']).toBeGreaterThan(5);
    const of = async (kind: string, key: string): Promise<[Standing | undefined, readonly string[] | undefined]> => {
      const row = await la.read.get(COOP, id(kind, key));
      return [row?.standing, row?.waitsFor];
    };
    expect(await of('commitment', 'P19-8b')).toEqual(['agreed', []]);
    expect(await of('commitment', 'C9-9')).toEqual(['proposed', ['LA']]);
    expect(await of('commitment', 'B24-3')).toEqual(['proposed', ['VN']]);
    expect((await of('instrument', 'mou-2013'))[0]).toBe('declined');
    expect((await of('commitment', 'P19-10'))[0]).toBe('changing');
    expect((await of('meeting', 'conf-5'))[0]).toBe('proposed');
  });

  it('has one crossed pair: two contents on the same predecessor, each consented to by its own side', async () => {
    const candidates = await vn.read.candidates(COOP, id('meeting', 'conf-5'));
    expect(candidates.map((one) => one.status)).toEqual(['open', 'open']);
    expect(candidates.map((one) => one.consents.map(({ party }) => party).join()).toSorted()).toEqual(['LA', 'VN']);
    expect(new Set(candidates.map((one) => JSON.stringify(one.content['dates']))).size).toBe(2);
  });

  it('declined with its reason', async () => {
    const [candidate] = await vn.read.candidates(COOP, id('instrument', 'mou-2013'));
    expect(candidate?.rejects.map(({ party, reason }) => [party, (reason ?? '').length > 20])).toEqual([['LA', true]]);
  });

  it('rectified one text after both had agreed: two versions, the earlier translation stale, the later one not', async () => {
    const row = await vn.read.get(COOP, id('commitment', 'P19-4a'));
    expect([row?.standing, row?.ordinal]).toEqual(['agreed', 2]);
    expect(row?.content['text']).toEqual({ vi: facts.commitments.find((one) => one.id === 'P19-4a')?.text['vi'] });
    expect(row?.translations['text']?.['en']).toMatchObject({ stale: true, party: 'VN', origin: 'person' });
    expect(row?.translations['text']?.['lo']).toMatchObject({ stale: false, party: 'LA', origin: 'machine' });
  });

  it('holds only the authentic language in a record; the others are translations of the side that gives them', async () => {
    const row = await la.read.get(COOP, id('commitment', 'P19-8b'));
    expect(Object.keys(row?.content['text'] as object)).toEqual(['vi']);
    expect(row?.translations['text']?.['lo']).toMatchObject({ text: 'ຝຶກອົບຮົມຄູສອນວິຊາຊີບ.', origin: 'machine', party: 'LA', stale: false });
    const office = await vn.read.get(COOP, id('office', 'molsw'));
    expect(office?.content['name']).toEqual({ lo: 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ' });
    expect(office?.translations['name']?.['vi']?.text).toBe('Bộ Lao động và Phúc lợi xã hội Lào');
  });

  it('finds the commitments of MOLISA under the Ministry of Home Affairs, and keeps the office as it was', async () => {
    const { today } = await la.read.succession(COOP, id('office', 'molisa'));
    expect(today).toContain(id('office', 'moha'));
    const { before } = await la.read.succession(COOP, id('office', 'moha'));
    expect(before).toContain(id('office', 'molisa'));
    const found = await la.read.list({ coop: COOP, kind: 'commitment', linkedTo: { record: id('office', 'molisa'), rel: 'responsible' }, limit: 200 });
    expect(found.rows.some((row) => row.id === id('commitment', 'P19-8b'))).toBe(true);
  });

  it('follows merged provinces', async () => {
    expect((await vn.read.succession(COOP, id('office', 'loc-quang-binh'))).today).toEqual([id('office', 'loc-quang-tri-2025')]);
  });

  it('carries the exercise: reports of both sides, settled figures agreed, proposed and declined, one report moved on since', async () => {
    expect(await standings(vn.read, 'settlement')).toEqual({ agreed: 5, proposed: 4, declined: 1 });
    const states = (await la.read.list({ coop: COOP, kind: 'progress-report', count: ['state'], limit: 1 })).counts['state'];
    expect(Object.keys(states ?? {}).toSorted()).toEqual(['done', 'dropped', 'not-started', 'partly-done', 'stuck', 'under-way']);
    const settled = await la.read.get(COOP, id('settlement', 'P19-8b rp-2019-2021 teachers'));
    const cited = settled?.content['reports'] as { record: string; version: string }[];
    const rows = await la.read.many(COOP, cited.map((one) => one.record));
    expect(cited.filter((one) => rows.get(one.record)?.version !== one.version)).toHaveLength(1);
    for (const one of cited) expect(await la.read.version(COOP, one.record, one.version)).not.toBeNull();
  });

  it('brings the evidence to both nodes', async () => {
    const report = await la.read.get(COOP, id('progress-report', 'VN P19-8a rp-2019-2020'));
    const [file] = (report?.content['evidence'] ?? []) as { sha256: string; size: number }[];
    const blob = await la.kernel.blobs.get(file?.sha256 ?? '');
    expect(blob?.bytes.length).toBe(file?.size);
    expect(new TextDecoder().decode(blob?.bytes)).toContain('EXERCISE');
  });

  it('is found by words of all three languages', async () => {
    const hits = async (words: string) => (await vn.read.search(COOP, words, { kinds: ['commitment'], limit: 20 })).map((hit) => hit.row.id);
    for (const words of ['Đào tạo giáo viên', 'dao tao giao vien', 'vocational teachers', 'ຝຶກອົບຮົມຄູ']) expect(await hits(words)).toContain(id('commitment', 'P19-8b'));
  });

  it('did every step of both sides, each in one act', async () => {
    expect(done).toEqual(Object.fromEntries(Object.entries(steps).map(([party, own]) => [party, own.length])));
    for (const [party, own] of Object.entries(steps)) expect((await vn.kernel.journal(COOP, party, 'joint')).size).toBe(own.length);
  });
});

describe('a plan that cannot go on', () => {
  it('names the step that waits instead of waiting for ever', async () => {
    const by = { id: 'p', party: 'VN', roles: ['coordinator'], office: null } as const;
    const nodes = await memoryNodes(1, { cooperation, kinds });
    try {
      const kernels = nodes.nodes.map((node) => node.kernel);
      const record = kernels[0]!.naturalId(COOP, 'commitment', 'nobody brings it');
      const stuck = await applyPlan({ VN: [{ id: 'VN:waits:1', by, note: '', needs: [{ record }], intents: [] }] }, COOP, kernels, () => nodes.sync());
      expect(stuck).toEqual({ ok: false, problems: [{ id: 'plan.stuck', path: ['VN:waits:1'], params: { step: 'VN:waits:1' } }] });
      expect(planMessages.t('en')('stuck', { step: 'VN:waits:1' })).toContain('VN:waits:1');
      const refused = await applyPlan({ VN: [{ id: 'VN:empty:1', by, note: '', needs: [], intents: [{ verb: 'put', kind: 'office', content: { name: {} } }] }] }, COOP, kernels, () => nodes.sync());
      expect(refused.ok ? [] : [...new Set(refused.problems.map((one) => one.path[0]))]).toEqual(['VN:empty:1']);
    } finally {
      await nodes.close();
    }
  });
});
