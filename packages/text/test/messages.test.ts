import { describe, expect, test } from 'vitest';
import {
  catalogues, defineMessages, describeProblem, hasMessage, machine, messageFaults, messageStatistics, problem, showLabel, textMessages,
} from '../src/index.ts';
import type { Labels } from '../src/index.ts';

const sample = defineMessages('sample', {
  title: { vi: 'Cam kết', lo: machine('ຄຳໝັ້ນສັນຍາ'), en: 'Commitment' },
  found: { vi: 'Tìm thấy {count} cam kết', lo: machine('ພົບ {count} ຄຳໝັ້ນສັນຍາ'), en: { one: 'One commitment found', other: '{count} commitments found' } },
  by: { vi: '{party} ghi, {date}', lo: 'ບັນທຶກໂດຍ {party}, {date}', en: 'Recorded by {party}, {date}' },
});

describe('messages', () => {
  test('each language says its own, with numbers in its own form', () => {
    expect([sample.t('vi')('title'), sample.t('lo')('title'), sample.t('en')('title')]).toEqual(['Cam kết', 'ຄຳໝັ້ນສັນຍາ', 'Commitment']);
    expect(sample.t('vi')('found', { count: 1234 })).toBe('Tìm thấy 1.234 cam kết');
    expect([0, 1, 2, 1234].map((count) => sample.t('en')('found', { count }))).toEqual([
      '0 commitments found', 'One commitment found', '2 commitments found', '1,234 commitments found',
    ]);
  });

  test('a year passed as text keeps its form, and nothing is escaped', () => {
    expect(sample.t('en')('by', { party: '<Viet Nam> & {date}', date: '2026' })).toBe('Recorded by <Viet Nam> & {date}, 2026');
  });

  test('parts let a placeholder be an element', () => {
    const link = { element: 'a' };
    expect(sample.t('en').parts('by', { party: link, date: '2026' })).toEqual(['Recorded by ', link, ', ', '2026']);
    expect(sample.t('vi').parts('by', { party: link, date: 2 })).toEqual([link, ' ghi, ', '2']);
    expect(sample.t('vi').parts('title', {})).toEqual(['Cam kết']);
  });

  test('what does not compile', () => {
    // @ts-expect-error a language is missing
    expect(() => defineMessages('wrong-1', { a: { vi: 'a', en: 'a' } }).t('lo')('a')).toThrow('no lo wording');
    // @ts-expect-error Vietnamese lacks a placeholder
    defineMessages('wrong-2', { a: { vi: 'a', lo: machine('{n}'), en: '{n}' } });
    // @ts-expect-error Lao has no plural forms
    defineMessages('wrong-3', { a: { vi: 'a', lo: { one: 'a', other: 'a' }, en: 'a' } });
    // @ts-expect-error no such message
    expect(() => sample.t('vi')('nothing')).toThrow('no message sample.nothing');
    // @ts-expect-error a placeholder without its value is shown as written
    expect(sample.t('vi')('found')).toBe('Tìm thấy {count} cam kết');
    // @ts-expect-error a count is a number
    expect(sample.t('vi')('found', { count: 'hai' })).toBe('Tìm thấy hai cam kết');
  });

  test('one name, one catalogue', () => {
    expect(() => defineMessages('sample', {})).toThrow('two catalogues are called sample');
    expect(catalogues().map((catalogue) => catalogue.namespace)).toEqual(['sample', 'text', 'wrong-1', 'wrong-2', 'wrong-3']);
  });

  test('machine Lao is counted, a person\'s is not', () => {
    expect(messageStatistics().byNamespace['sample']).toEqual({ messages: 3, machine: { vi: 0, lo: 2, en: 0 } });
  });

  test('faults that types cannot see are found', () => {
    expect(messageFaults().filter((fault) => !fault.id.startsWith('wrong'))).toEqual([]);
    expect(messageFaults()).toContainEqual({ id: 'wrong-2.a', lang: 'vi', fault: 'placeholders-differ' });
    expect(messageFaults()).toContainEqual({ id: 'wrong-1.a', lang: 'lo', fault: 'missing' });
    const decomposed = 'Vie\u0302\u0323t';
    defineMessages('faulty', { a: { vi: decomposed, lo: machine(' ລາວ'), en: '' } });
    expect(messageFaults().filter((fault) => fault.id === 'faulty.a').map(({ lang, fault }) => [lang, fault])).toEqual([['vi', 'not-nfc'], ['lo', 'loose-space'], ['en', 'empty']]);
  });

  test('a label stands without a catalogue', () => {
    const label: Labels = { vi: 'Mục {number}', lo: machine('ຂໍ້ {number}'), en: 'Item {number}' };
    expect(showLabel(label, 'lo', { number: '5b' })).toBe('ຂໍ້ 5b');
    expect(showLabel({ vi: 'Mục', lo: machine('ຂໍ້'), en: 'Item' }, 'lo')).toBe('ຂໍ້');
  });

  test('a problem is told in the reader\'s language; one nobody here knows, by its id', () => {
    expect(describeProblem(problem('text.date-no-day', { day: 31, month: 'February 2013' }), 'en')).toBe('There is no day 31 in February 2013.');
    expect(describeProblem(problem('newer.unknown-thing', {}), 'lo')).toBe('newer.unknown-thing');
    expect([hasMessage('text.date-no-day'), hasMessage('text.constructor'), hasMessage('nothing')]).toEqual([true, false, false]);
    expect(textMessages.t('vi')('date-missing')).toBe('Chưa nhập ngày.');
  });
});
