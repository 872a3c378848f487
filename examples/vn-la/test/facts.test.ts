import { describe, expect, it } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { cooperation, keptForLater, loadFacts, type Facts } from '../src/index.ts';

const loaded = loadFacts();
const facts = (): Facts => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.value;
};

/** What the compilers of the dossier counted (its README, 2026). */
const COUNTED = {
  sources: 171, parties: 2, organisations: 90, people: 45, instruments: 30, meetings: 29, commitments: 106,
  twinnings: 21, grants: 21, activities: 59, statistics: 64, partners: 7, priorities: 6, conflicts: 25,
} as const;

describe('the facts of the cooperation', () => {
  it('have no problem', () => {
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  });

  it('are as many as were counted', () => {
    const { sources, offices, bodies, people, instruments, meetings, commitments, twinnings, grants, activities, statistics, later } = facts();
    expect({
      sources: sources.length, parties: cooperation.parties.length, organisations: offices.length + bodies.length, people: people.length,
      instruments: instruments.length, meetings: meetings.length, commitments: commitments.length,
      grants: grants.length, activities: activities.length, statistics: statistics.length, ...later, twinnings: twinnings.length + later.twinnings,
    }).toEqual(COUNTED);
  });

  it('keep the two texts whole: 28 parts of the ten items of 2019, 26 of the eleven of 2022', () => {
    const { commitments, instruments } = facts();
    const parts = (instrument: string) => commitments.filter((one) => one.instrument === instrument);
    const items = (instrument: string) => new Set(parts(instrument).filter((one) => one.item !== 'F').map((one) => one.item));
    expect([parts('plan-2019-2021').length, items('plan-2019-2021').size]).toEqual([28, 10]);
    expect([parts('hrd-2022').length, items('hrd-2022').size]).toEqual([26, 11]);
    expect(instruments.find((one) => one.id === 'plan-2019-2021')?.items).toHaveLength(10);
  });

  it('are each attested: confidence as counted, no entry without a source', () => {
    const { offices, bodies, people, instruments, meetings, commitments } = facts();
    const entries = [...offices, ...bodies, ...people, ...instruments, ...meetings, ...commitments];
    expect(entries.filter((one) => one.sources.length === 0)).toEqual([]);
    expect(Object.fromEntries(['seed', 'public', 'uncertain'].map((level) => [level, commitments.filter((one) => one.confidence === level).length])))
      .toEqual({ seed: 77, public: 26, uncertain: 3 });
  });

  it('name the parties, their colours and every theme in three languages', () => {
    expect(cooperation.parties.map((party) => [party.id, party.colour.light, party.zone])).toEqual([['VN', '#a8201a', 'Asia/Ho_Chi_Minh'], ['LA', '#1d4b96', 'Asia/Vientiane']]);
    for (const name of [cooperation.title, ...cooperation.parties.flatMap((party) => [party.name, party.short]), ...Object.values(cooperation.themes)]) {
      expect(Object.keys(name).toSorted()).toEqual(['en', 'lo', 'vi']);
    }
    expect(Object.keys(cooperation.themes)).toHaveLength(27);
    expect(cooperation.demo).toBe(true);
  });

  it('say what is kept for later', () => {
    expect(keptForLater(facts(), 'en')).toContain('7 partners');
    expect(keptForLater(facts(), 'vi')).toContain('7 đối tác');
  });

  it('follow each promise from an earlier meeting to a later one, with a reason', () => {
    const { lineage } = facts();
    expect(lineage.length).toBeGreaterThanOrEqual(60);
    const thread = (from: string): string[] => lineage.filter((one) => one.earlier === from).flatMap((one) => [one.later, ...thread(one.later)]);
    expect(thread('V12-1')).toEqual(expect.arrayContaining(['C4-2', 'C5-1', 'P19-1a', 'C7-2', 'C8-1', 'C9-2']));
    expect(thread('C2-2')).toEqual(expect.arrayContaining(['C5-2', 'P19-2a', 'P19-2b']));
    expect(thread('P19-8c')).toEqual(['H22-2b', 'R22-2']);
    expect(lineage.filter((one) => Object.keys(one.basis).join() !== 'vi,en')).toEqual([]);
  });

  it('mark the exercise in every language, and show every state of a report', () => {
    const { exercise } = facts();
    expect(Object.keys(exercise.label).toSorted()).toEqual(['en', 'lo', 'vi']);
    expect(new Set(exercise.reports.map((one) => one.state))).toEqual(new Set(['not-started', 'under-way', 'partly-done', 'done', 'stuck', 'dropped']));
    const plan = new Set(exercise.reports.map((one) => one.commitment).filter((id) => id.startsWith('P19-')));
    expect(plan.size).toBe(28);
  });

  const dossier = fileURLToPath(new URL('../../../../shared/facts/vn-la.yaml', import.meta.url));
  it.skipIf(!existsSync(dossier))('agree with the dossier they were brought in from (skipped where it is not at hand)', () => {
    const original = parse(readFileSync(dossier, 'utf8')) as Record<string, { id: string; text_vi?: string; confidence: string }[]>;
    const { commitments, offices, bodies, people, instruments, meetings } = facts();
    const sorted = (entries: readonly { id: string }[] | undefined) => (entries ?? []).map((one) => one.id).toSorted();
    expect(sorted(commitments)).toEqual(sorted(original['commitments']));
    expect(sorted([...offices, ...bodies])).toEqual(sorted(original['organisations']));
    expect(sorted(people)).toEqual(sorted(original['people']));
    expect(sorted(instruments)).toEqual(sorted(original['instruments']));
    expect(sorted(meetings)).toEqual(sorted(original['meetings']));
    const theirs = (original['commitments'] ?? []).map((one) => [one.id, one.text_vi, one.confidence]);
    expect(commitments.map((one) => [one.id, one.text['vi'], one.confidence])).toEqual(theirs);
  });
});
