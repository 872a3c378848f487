/**
 * Lao is written without spaces, and ICU's dictionary cuts the same word differently in different company
 * ("ຕະຫຼາດແຮງງານ" is one word to it, "ອອກແຮງງານ" two that hide "ແຮງງານ"). Its syllables, though, follow from spelling
 * alone: leading vowel, consonant or pair, vowel and tone signs, and a final consonant unless that one begins the next
 * syllable. So Lao is searched by syllables and pairs of them, whatever the dictionary of the day says.
 */
const tone = '[່-໋]?';
const sign = 'ະ-ຽ່-໎';
/** A consonant with a vowel or tone of its own, or with ອ or ວ as its vowel, begins a syllable and closes none. */
const begins = `(?![${sign}])(?![ອວ]${tone}[ກງຍດນບມ](?![${sign}ອ]))`;
const closing = `[ກງຍດນບມວສຣລຟຕພ]${begins}໌?`;
/** After a vowel that needs no consonant, ກວ begins the next syllable ("ດີກວ່າ"). */
const mayClose = `(?:(?!ກວ${tone}[າະັ])${closing})?`;
const pair = `ຫ[ງຍນມຣລວ](?=[${sign}]|[ອວ]${tone}${closing})|[ກ-ຮໜ-ໟ](?:ຼ|[ຣລ](?=[${sign}]))`;
const initial = `(?:${pair}|[ກ-ຮໜ-ໟ])`;
const initialAfterVowel = `(?:ຫ[ງຍນມຣລວ](?=[${sign}]|[ອຍ]|${closing})|[ກ-ຮໜ-ໟ]ວ(?=${tone}${closing})|[ກ-ຮໜ-ໟ]ຼ?)`;

const shapes = [
  `[ເແໂໃໄ]${initialAfterVowel}[ັ-ົ]?${tone}(?:າະ?|ະ|[ຍອ]${begins}${mayClose}|ຽ?${mayClose})`,
  `${initial}ວ${tone}(?:າ${mayClose}|ະ)`,
  `${initial}(?:ວ?ັ|ົ)${tone}(?:ວະ|${closing})`,
  `${initial}${tone}[ວອ]${closing}`,
  `${initial}${tone}[າຽ]${mayClose}`,
  `${initial}[ິ-ູ]${tone}${mayClose}`,
  `${initial}ໍ${tone}`,
  `${initial}${tone}[ຳະ]`,
  `${initial}[${sign}]*`,
  '.',
];
const syllable = new RegExp(shapes.join('|'), 'gu');

/** The syllables of a run of Lao letters in canonical spelling; joined they are the run. What fits no syllable stands alone. */
export function laoSyllables(run: string): string[] {
  return run.match(syllable) ?? [];
}

/**
 * One spelling for what looks the same: ຳ for ໍ and າ, the vowel sign before the tone, ແ for two ເ, ໜ, ໝ and ຫຼ for ຫ
 * with ນ, ມ and ລ. Changing a canonical text again changes nothing. Its twin for texts as they are kept is in `cleanText`; a
 * change here asks for all words of the index to be made again.
 */
export function canonicalLao(text: string): string {
  if (!/[ກ-ໟ]/.test(text)) return text;
  return text
    .replace(/[ັິ-ູົໍ່-໋]{2,}/g, (signs) => signs.replace(/[່-໋]/g, '') + signs.replace(/[^່-໋]/g, ''))
    .replace(/ໍ([່-໋]*)າ/g, '$1ຳ')
    .replace(/ເເ/g, 'ແ')
    .replace(/ຫນ/g, 'ໜ')
    .replace(/ຫມ/g, 'ໝ')
    .replace(/ຫລ/g, 'ຫຼ');
}
