import type { Lang } from '@entente/text';
import { tokensOf } from '../finding/tokens.ts';
import { NameTree } from '../finding/trie.ts';
import { plainOf } from '../layout/plain.ts';
import type { ThemeScore } from '../types.ts';
import { themeKeywords } from './keywords.ts';
import type { ThemeKeywords } from './keywords.ts';

export type { ThemeKeywords } from './keywords.ts';

interface Keyword {
  readonly theme: string;
  /** Longer phrases say more. */
  readonly weight: number;
}

const trees = new WeakMap<ThemeKeywords, Map<Lang, NameTree<Keyword>>>();

function treeOf(keywords: ThemeKeywords, lang: Lang): NameTree<Keyword> {
  const ofTable = trees.get(keywords) ?? new Map<Lang, NameTree<Keyword>>();
  trees.set(keywords, ofTable);
  let tree = ofTable.get(lang);
  if (tree) return tree;
  tree = new NameTree<Keyword>();
  for (const [theme, words] of Object.entries(keywords)) {
    for (const word of words[lang]) tree.add(word, { theme, weight: word.length > 8 ? 1 : 0.7 });
  }
  ofTable.set(lang, tree);
  return tree;
}

/** Further mentions of one word tell less and less. */
const FALLOFF = 0.35;
/** Below this a theme is not worth showing. */
const LEAST = 0.15;

/**
 * Themes whose words the text uses, likeliest first: a suggestion for the person who files it. At most five. `keywords`
 * is the table of the cooperation's own themes.
 */
export function suggestThemes(text: string, lang: Lang, keywords: ThemeKeywords = themeKeywords): readonly ThemeScore[] {
  const points = new Map<string, number>();
  const seen = new Map<Keyword, number>();
  for (const match of treeOf(keywords, lang).find(tokensOf(plainOf(text).text))) {
    for (const keyword of match.of) {
      const times = seen.get(keyword) ?? 0;
      seen.set(keyword, times + 1);
      points.set(keyword.theme, (points.get(keyword.theme) ?? 0) + keyword.weight * FALLOFF ** times);
    }
  }
  const most = Math.max(1.4, ...points.values());
  return [...points]
    .map(([theme, sum]) => ({ theme, score: Math.round((sum / most) * 100) / 100 }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || (a.theme < b.theme ? -1 : 1))
    .slice(0, 5);
}
