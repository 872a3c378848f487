import { describe, expect, it } from 'vitest';
import { canonicalize } from '@entente/verify';
import { codeList, defineKind, field, type AnyKind } from '../src/index.ts';
import { contentProblems } from '../src/commit/content.ts';
import { derive } from '../src/project/derive.ts';
import { searchRows } from '../src/project/texts.ts';
import { memoryNodes } from '../src/testing.ts';

const label = (en: string) => ({ vi: en, lo: en, en });
const types = codeList('type', { course: label('Course'), gift: label('Gift'), talk: label('Talk') });

const deed = defineKind({
  name: 'deed', version: 1, regime: 'owned', audience: 'joint', label: { one: label('Deed'), many: label('Deeds') }, path: 'deeds',
  fields: {
    title: field.localized({ label: label('Title') }),
    type: field.code(types, { label: label('Type') }),
    on: field.date({ label: label('On'), optional: true }),
    after: field.link(['deed'], { label: label('After'), optional: true }),
    details: field.variant('type', {
      course: { topic: field.localized({ label: label('Topic'), search: 'A' }), days: field.integer({ label: label('Days'), min: 1 }), teacher: field.text({ label: label('Teacher'), optional: true, personal: true }) },
      gift: { from: field.link(['deed'], { label: label('From'), rel: 'giver' }), value: field.money({ label: label('Value'), optional: true }) },
    }, { label: label('Details'), optional: true }),
  },
  title: (content) => content.title,
  may: { put: ['coordinator'], retire: ['coordinator'] },
  against: ({ after, on }, beside) => {
    const before = after === undefined ? undefined : beside.linked(after);
    const when = before?.content['on'];
    return [
      ...(before?.standing === 'retired' ? [{ id: 'deed.retired', path: ['after'] }] : []),
      ...(typeof when === 'string' && on !== undefined && on < when ? [{ id: 'deed.before', path: ['on'], params: { when } }] : []),
    ];
  },
});
const cooperation = { id: 'c', title: {}, parties: [], observers: [], themes: {}, demo: true };
const problems = (content: object) => contentProblems(deed, content as Record<string, unknown>, cooperation).map(({ id, path }) => `${id} ${path.join('.')}`);
const title = { en: 'A deed' };

describe('a field whose shape depends on a code', () => {
  it('is judged by the case of its code, together with everything else that is wrong', () => {
    expect(problems({ title, type: 'course', details: { topic: { en: 'Law' }, days: 3 } })).toEqual([]);
    expect(problems({ title, type: 'course', details: { days: 0 } })).toEqual(['field.required details.topic', 'field.too-small details.days']);
    expect(problems({ type: 'course', details: { topic: { en: 'Law' } } })).toEqual(['field.required title', 'field.required details.days']);
    expect(problems({ title, type: 'gift', details: { from: 'nobody' } })).toEqual(['field.format details.from']);
  });
  it('may be absent, and is free where its code has no case', () => {
    expect(problems({ title, type: 'course' })).toEqual([]);
    expect(problems({ title, type: 'talk', details: { anything: 1 } })).toEqual([]);
    expect(problems({ title, type: 'unknown', details: {} })).toEqual(['field.code type']);
  });
  it('is searched, linked and asked for its currency like any field', () => {
    const id = '11111111-1111-8111-8111-111111111111';
    expect(searchRows(deed, { title, type: 'course', details: { topic: { en: 'Labour law' } } }, {}).map((row) => row.body)).toEqual(['Labour law']);
    expect(derive(deed, 1, { title, type: 'gift', details: { from: id } }).links).toEqual([{ rel: 'giver', to: id }]);
    expect(derive(deed, 1, { title, type: 'course', details: { from: id } }).links).toEqual([]);
    expect(problems({ title, type: 'gift', details: { from: id, value: { amount: '5', currency: 'XYZ' } } })).toEqual(['field.currency details.value.currency']);
  });
  it('keeps personal values of a case out of the journal', async () => {
    const world = await memoryNodes(1, { kinds: [deed as AnyKind] });
    const { nodes: [node], cooperation: { id: coop } } = world;
    if (!node) throw new Error('no node');
    const made = await node.kernel.commit([{ verb: 'put', kind: 'deed', content: { title, type: 'course', details: { topic: { en: 'Law' }, days: 2, teacher: 'A person' } } }], { coop, by: node.person() });
    expect(made.ok).toBe(true);
    const leaves = await node.kernel.leaves(coop, node.party, 'joint', 0, 10);
    expect(canonicalize(leaves.map((leaf) => new TextDecoder().decode(leaf)))).not.toContain('A person');
    await world.close();
  });
});

describe('rules against linked records', () => {
  it('see them as they stand, stored or made in the same act', async () => {
    const world = await memoryNodes(1, { kinds: [deed as AnyKind] });
    const { nodes: [node], cooperation: { id: coop } } = world;
    if (!node) throw new Error('no node');
    const { kernel } = node;
    const by = node.person();
    const put = (content: object, record?: string) => ({ verb: 'put' as const, kind: 'deed', content: { title, type: 'talk', ...content }, ...(record ? { record } : {}) });
    const told = async (...intents: Parameters<typeof kernel.commit>[0]) => {
      const result = await kernel.commit(intents, { coop, by });
      return result.ok ? [] : result.problems.map(({ id, path }) => `${id} ${path.join('.')}`);
    };
    const first = kernel.naturalId(coop, 'deed', 'first');
    expect(await told(put({ on: '2020-05-01' }, first), put({ after: first, on: '2020-04-30' }))).toEqual(['deed.before 1.on']);
    expect(await told(put({ on: '2020-05-01' }, first))).toEqual([]);
    expect(await told(put({ after: first, on: '2020-04-30' }))).toEqual(['deed.before 0.on']);
    expect(await told(put({ after: first, on: '2020-05-02' }))).toEqual([]);
    // Beside a field without its shape the rule is still asked, unless it is this field it asks after.
    expect(await told({ ...put({ after: first, on: '2020-04-30' }), content: { type: 'talk', after: first, on: '2020-04-30' } })).toEqual(['field.required 0.title', 'deed.before 0.on']);
    expect(await told(put({ after: first, on: 'soon', type: 'none' }))).toEqual(['field.date 0.on', 'field.code 0.type']);
    expect(await told(put({ after: 'nobody', on: '2020-04-30', details: 1 }))).toEqual(['field.format 0.after', 'field.type 0.details']);
    expect(await told({ verb: 'retire', record: first, reason: 'no more' })).toEqual([]);
    expect(await told(put({ after: first, on: '2020-05-03' }))).toEqual(['deed.retired 0.after']);
    await world.close();
  });
});
