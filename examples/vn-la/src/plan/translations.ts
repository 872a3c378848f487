/** Translations as records of the party whose language they are in; others by the party that wrote the original. */
import type { Cooperation } from '@entente/kernel';
import type { Draft, Ids } from './draft.ts';
import { versionOf } from './step.ts';

/** Who translates into a language: the party whose first language it is, else the recorder. */
export function translatorOf(cooperation: Cooperation, recorder: string, language: string): string {
  return cooperation.parties.find((party) => party.languages[0] === language)?.id ?? recorder;
}

/** The translations that `translator` gives of these drafts, which `recorder` brought in. */
export function translationDrafts(cooperation: Cooperation, ids: Ids, translator: string, recorder: string, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((original) => original.translations.flatMap(({ field, words }) => words
    .filter(({ language }) => translatorOf(cooperation, recorder, language) === translator)
    .map(({ language, text, origin }): Draft => {
      const key = `${original.record} ${field} ${language} ${translator}`;
      return {
        kind: 'translation', key, record: ids.of('translation', key), translations: [],
        content: { record: original.record, version: versionOf(original.record), field, language, text, origin },
      };
    })));
}
