import { langs, languages } from '../language.ts';
import type { Lang } from '../language.ts';
import { isMachine, textOf } from '../messages/template.ts';
import { glossary, terms } from './glossary.ts';
import type { Term } from './term.ts';

const english: Record<Lang, string> = { vi: 'Vietnamese', lo: 'Lao', en: 'English' };

/** The glossary as the text of docs/glossary.md. */
export function glossaryMarkdown(): string {
  const machine = langs.map((lang) => [lang, terms.filter((term) => isMachine(term.words[lang])).length] as const).filter(([, count]) => count > 0);
  const lines = [
    '# Glossary',
    '',
    'One thing, one word, in each language. Written from `packages/text/src/glossary` (a test keeps this page equal to it; `pnpm exec vitest run packages/text/test/glossary.test.ts -u` writes it anew), and held against every message of the interface.',
    '',
    `${terms.length} terms. ${machine.map(([lang, count]) => `${count} words in ${english[lang]} were written by a machine and wait for a reader of ${english[lang]} (marked °).`).join(' ')}`,
  ];
  for (const chapter of glossary) {
    lines.push('', `## ${chapter.title}`, '', `| ${langs.map((lang) => languages[lang].ownName).join(' | ')} | here it means | not |`, '|---|---|---|---|---|');
    for (const term of chapter.terms) lines.push(row(term));
  }
  return `${lines.join('\n')}\n`;
}

function row(term: Term): string {
  const words = langs.map((lang) => textOf(term.words[lang]) + (isMachine(term.words[lang]) ? '°' : ''));
  const avoided = langs.flatMap((lang) => term.avoid[lang] ?? []);
  return `| ${words.join(' | ')} | ${term.note ?? ''} | ${avoided.join(', ')} |`;
}
