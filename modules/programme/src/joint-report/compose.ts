import type { Document } from '@entente/reports';
import { accountsOf } from './accounts.ts';
import { annexes, figuresChapter, problemsChapter, proposalsChapter } from './chapters.ts';
import { commitmentsChapter } from './commitments.ts';
import { partyName, spanText, themeName, wordsOf, type Copy } from './copy.ts';
import type { Corpus } from './corpus.ts';
import type { Scope } from './gather.ts';

export interface Composition {
  readonly copy: Copy;
  readonly corpus: Corpus;
  readonly scope: Scope;
  /** Of the cooperation, in the copy's language. */
  readonly cooperation: string;
  /** How binding the text is. */
  readonly status: 'live' | 'proposed' | 'agreed';
  /** Name of the frozen version, where there is one. */
  readonly digest?: string;
  /** Title of its own, where the frozen record has one. */
  readonly title?: string;
  /** Commitments left out because only one side recorded them. */
  readonly unconfirmed: number;
}

/** The joint report as a document: the same corpus, scope and copy always give the same document. */
export function composeReport(composition: Composition): Document {
  const { copy, corpus, scope } = composition;
  const t = wordsOf(copy);
  const accounts = accountsOf(corpus, scope, copy.parties.map((party) => party.id));
  const isExercise = corpus.reports.some((report) => report.content.exercise === true);
  const title = composition.title ?? t('title');
  return {
    title, subtitle: composition.cooperation, lang: copy.lang, contents: 2, date: scope.to.padEnd(10, '-01').slice(0, 10),
    parties: copy.parties.map((party) => ({ id: party.id, name: partyName(copy, party.id), colour: party.colour.light })),
    running: `${title}, ${spanText(copy, scope)}`,
    ...(isExercise ? { mark: t('exercise') } : {}),
    meta: [
      { label: t('period'), text: spanText(copy, scope) },
      { label: t('themes'), text: scope.themes.length === 0 ? t('all-themes') : scope.themes.map((theme) => themeName(copy, theme)).join('; ') },
      { label: t('status'), text: t(`status-${composition.status}`) },
      ...(composition.digest === undefined ? [] : [{ label: t('digest'), text: composition.digest }]),
    ],
    blocks: [
      ...figuresChapter(copy, corpus, accounts, composition.unconfirmed), ...commitmentsChapter(copy, corpus, accounts),
      ...problemsChapter(copy, accounts), ...proposalsChapter(copy, accounts), ...annexes(copy, corpus, accounts),
    ],
  };
}
