import { consentTerms } from './consent.ts';
import { fieldTerms } from './field.ts';
import { systemTerms } from './system.ts';
import type { Term } from './term.ts';
import { textTerms } from './texts.ts';
import { workTerms } from './work.ts';

export interface GlossaryChapter {
  readonly title: string;
  readonly terms: readonly Term[];
}

/** The field's words in the three languages: one thing, one word. */
export const glossary: readonly GlossaryChapter[] = [
  { title: 'Signed texts', terms: textTerms },
  { title: 'Parties and consent', terms: consentTerms },
  { title: 'Work, money and reports', terms: workTerms },
  { title: 'Labour, skills, welfare, remembrance', terms: fieldTerms },
  { title: 'The system', terms: systemTerms },
];

export const terms: readonly Term[] = glossary.flatMap((chapter) => chapter.terms);
