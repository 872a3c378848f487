import { describe, expect, test } from 'vitest';
import { avoidedWords, glossaryMarkdown, langs, machine, terms, unmatchedTerms } from '../src/index.ts';
import type { Message } from '../src/index.ts';

const message = (vi: string, lo: string, en: string): Message => ({ vi, lo: machine(lo), en });
const textIn = (word: string | { readonly machine: string }) => (typeof word === 'string' ? word : word.machine);

describe('glossary', () => {
  test('docs/glossary.md is this glossary', async () => {
    await expect(glossaryMarkdown()).toMatchFileSnapshot('../../../docs/glossary.md');
  });

  test('ids are unique, words whole and composed, and no word to avoid is another term\'s word', () => {
    expect(new Set(terms.map((term) => term.id)).size).toBe(terms.length);
    for (const lang of langs) {
      const used = new Set(terms.flatMap((term) => textIn(term.words[lang]).split(', ')));
      for (const term of terms) {
        for (const word of [textIn(term.words[lang]), ...(term.avoid[lang] ?? [])]) expect(word.trim().normalize('NFC')).toBe(word);
        for (const avoided of term.avoid[lang] ?? []) expect([avoided, used.has(avoided)]).toEqual([avoided, false]);
      }
    }
  });

  test('a word to avoid is found whole, in any capitals and spelling, and says what to use', () => {
    expect(avoidedWords([['a.b', message('Chọn chủ đề', 'ເລືອກ', 'Choose')]])).toEqual([{ message: 'a.b', lang: 'vi', term: 'theme', use: 'lĩnh vực', found: 'chủ đề' }]);
    const found = avoidedWords([['a.b', message('Đồng bộ', 'ສະບັບແປ', 'Log in to see pledges')]]).map((drift) => drift.found);
    expect(new Set(found)).toEqual(new Set(['log in', 'pledge', 'ສະບັບແປ', 'đồng bộ']));
    expect(avoidedWords([['a.b', message('{login}', '{login}', 'Signed in as {login}, catalogin')]])).toEqual([]);
  });

  test('an English term without its word in another language is named', () => {
    expect(unmatchedTerms([['a.b', message('Chỉ tiêu', 'ຕົວຊີ້ວັດ', 'Indicators')]])).toEqual([{ message: 'a.b', lang: 'vi', term: 'indicator', use: 'chỉ số' }]);
    expect(unmatchedTerms([['a.b', message('Kế hoạch công tác', 'ແຜນວຽກ', 'The work plan')]])).toEqual([]);
    expect(unmatchedTerms([['a.b', message('Thoả thuận', 'ຂໍ້ຕົກລົງ', 'Arrangement')]])).toEqual([]);
  });

  test('the messages of this package follow it', () => {
    expect(avoidedWords()).toEqual([]);
  });
});
