import { describe, expect, it } from 'vitest';
import { describeProblem, hasMessage } from '@entente/text';
import { commitment, instrument, lineage, meeting } from '../src/kinds/index.ts';
import type { Commitment, Instrument, Lineage } from '../src/kinds/index.ts';

const ID = (digit: string) => `${digit.repeat(8)}-0000-8000-8000-000000000000`;
const ids = (problems: readonly { readonly id: string; readonly path: readonly (string | number)[] }[] | undefined) => (problems ?? []).map(({ id, path }) => `${id} ${path.join('.')}`);

describe('a commitment', () => {
  const sound: Commitment = { text: { vi: 'Đào tạo giáo viên.' }, basis: 'summary', instrument: ID('1'), item: '8', part: 'b', type: 'action', themes: ['training_teachers'], undertakenOn: '2019-03-28', due: '2021' };

  it('given all it needs, has no problem', () => {
    expect(commitment.shape.safeParse(sound).success).toBe(true);
    expect(ids(commitment.check?.(sound))).toEqual([]);
  });

  it('given six faults, names all of them, each at its field', () => {
    const { instrument: _instrument, item: _item, ...rest } = sound;
    expect(ids(commitment.check?.({ ...rest, themes: [], due: '2018' }))).toEqual([
      'accords-rules.commitment-without-origin instrument', 'accords-rules.part-without-item part', 'accords-rules.commitment-without-theme themes', 'accords-rules.due-before-start due',
    ]);
  });

  it('given an item where only the meeting is known, asks for the instrument', () => {
    const { instrument: _instrument, part: _part, ...rest } = sound;
    expect(ids(commitment.check?.({ ...rest, meeting: ID('2') }))).toEqual(['accords-rules.item-without-instrument item']);
  });

  it('does not take a due year for a date before the day it lies in', () => {
    expect(ids(commitment.check?.({ ...sound, undertakenOn: '2021-11-02', due: '2021' }))).toEqual([]);
  });

  it('keeps a money amount exact and refuses one that is not', () => {
    const amounts = (amount: string) => commitment.shape.safeParse({ ...sound, amounts: [{ money: { amount, currency: 'VND' } }] }).success;
    expect([amounts('2800000000'), amounts('2.8e9'), amounts('2,8')]).toEqual([true, false, false]);
  });
});

describe('an instrument', () => {
  const sound: Instrument = { title: { vi: 'Kế hoạch' }, type: 'plan', level: 'ministry', basis: 'summary', signedOn: '2019-03-28' };

  it('given numbered items, wants each number once and parents before their parts', () => {
    const items = [{ number: '1', text: { vi: 'a' } }, { number: '1', text: { vi: 'b' } }, { number: '2.1', parent: '2', text: { vi: 'c' } }, { number: '2', text: { vi: 'd' } }];
    expect(ids(instrument.check?.({ ...sound, items }))).toEqual(['accords-rules.item-twice items.1.number', 'accords-rules.item-parent items.2.parent']);
  });

  it('given an end before its start, an empty signatory and a foreign prevailing language, says so', () => {
    expect(ids(instrument.check?.({ ...sound, inForceFrom: '2019-05', inForceTo: '2019-04-30', authenticLanguages: ['vi', 'lo'], prevailingLanguage: 'en', signatories: [{}, { party: 'VN' }] }))).toEqual([
      'accords-rules.end-before-start inForceTo', 'accords-rules.prevailing-not-authentic prevailingLanguage', 'accords-rules.signatory-empty signatories.0',
    ]);
  });

  it('is dated by its signature, else by its period', () => {
    const { signedOn: _signedOn, ...unsigned } = sound;
    expect([instrument.dated?.(sound), instrument.dated?.({ ...unsigned, period: { from: '2026', to: '2027' } })]).toEqual(['2019-03-28', '2026']);
  });
});

describe('lineage', () => {
  it('given a commitment and itself, refuses', () => {
    const content: Lineage = { later: ID('1'), earlier: ID('1'), relation: 'renews', confidence: 'certain', basis: { vi: 'Cùng văn bản.' } };
    expect(ids(lineage.check?.(content))).toEqual(['accords-rules.lineage-of-itself earlier']);
    expect(ids(lineage.check?.({ ...content, earlier: ID('2') }))).toEqual([]);
  });
});

describe('the kinds of accords', () => {
  const kinds = [instrument, meeting, commitment, lineage];

  it('let the coordinator propose, the leader decide, and nobody else write', () => {
    for (const kind of kinds) {
      expect(kind.may).toEqual({ propose: ['coordinator'], consent: ['coordinator', 'leader'], reject: ['coordinator', 'leader'] });
    }
  });

  it('list and filter by fields they have', () => {
    for (const kind of kinds) {
      const fields = Object.keys(kind.fields);
      expect([...(kind.list?.columns ?? []), ...(kind.list?.filters ?? [])].filter((name) => !fields.includes(name))).toEqual([]);
    }
  });

  it('have a message for each rule, with nothing left open in it', () => {
    const rules = ['end-before-start', 'prevailing-not-authentic', 'signatory-empty', 'item-twice', 'item-parent', 'commitment-without-origin', 'part-without-item', 'item-without-instrument', 'commitment-without-theme', 'due-before-start', 'lineage-of-itself'];
    expect(rules.filter((rule) => !hasMessage(`accords-rules.${rule}`))).toEqual([]);
    expect(describeProblem({ id: 'accords-rules.item-twice', path: '', params: { number: '5' } }, 'en')).toBe('Item 5 is there twice. Use each number once.');
  });
});
