import { expect, test } from 'vitest';
import { langs, shellLang } from '@entente/text';
import { explainStart } from '../src/index.ts';

const fault = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: /srv/entente`), { code, ...more });

test.each([[fault('EADDRINUSE', { port: 4_001 }), '4001'], [fault('EACCES'), 'EACCES: /srv/entente'], [fault('ENOSPC'), '.']] as const)('why a node did not start is said in the reader’s language: %s', (error, named) => {
  const said = langs.map((lang) => explainStart(error, lang));
  expect(new Set(said).size).toBe(langs.length);
  for (const sentence of said) {
    expect(sentence).toContain(named);
    expect(sentence).not.toMatch(/[{}]|\n/u);
  }
});

test('a shell asks for its language, and is answered in English where it asks for none of ours', () => {
  expect([{ LANG: 'vi_VN.UTF-8' }, { LANG: 'en_US.UTF-8', ENTENTE_LANG: 'lo' }, { LANG: 'fr_FR' }, { LANG: 'C' }, {}].map(shellLang)).toEqual(['vi', 'lo', 'en', 'en', 'en']);
});
