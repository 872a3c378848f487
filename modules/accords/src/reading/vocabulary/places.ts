/** Words that say what kind of place a name is, by office kind. Any case. */
const before: Readonly<Record<string, readonly string[]>> = {
  province: ['tỉnh', 'province of', 'ແຂວງ'],
  city: ['thành phố', 'tp.', 'tp', 'city of', 'ເມືອງ'],
  capital: ['thủ đô', 'capital of', 'ນະຄອນຫຼວງ', 'ນະຄອນຫລວງ'],
  district: ['huyện', 'quận', 'district of', 'ເມືອງ'],
};
const after: Readonly<Record<string, readonly string[]>> = {
  province: ['province'], city: ['city'], capital: ['capital', 'capital city'], district: ['district'],
};

const alternatives = (words: Readonly<Record<string, readonly string[]>>) =>
  Object.values(words).flat().toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll('.', '\\.').replaceAll(' ', '\\s+')).join('|');

const kinds = (words: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(words).flatMap(([kind, list]) => list.map((word) => [word, kind] as const)));
const kindBefore = kinds(before);
const kindAfter = kinds(after);

export const placeWords = {
  before: new RegExp(`^(?:${alternatives(before)})(?:\\s+|(?<=\\p{Script=Lao}))`, 'iu'),
  after: new RegExp(`\\s+(?:${alternatives(after)})$`, 'iu'),
  /** Right before a name, at the end of what comes before it. */
  ending: new RegExp(`(?<![\\p{L}\\p{M}])(${alternatives(before)})\\s*$`, 'iu'),
  /** Right after a name. */
  beginning: new RegExp(`^\\s+(${alternatives(after)})(?![\\p{L}\\p{M}])`, 'iu'),
};

/** Kind named by a word before a place: `thủ đô` is a capital. */
export const kindNamedBefore = (word: string): string | undefined => kindBefore.get(word.toLowerCase().replace(/\s+/gu, ' '));
export const kindNamedAfter = (word: string): string | undefined => kindAfter.get(word.toLowerCase().replace(/\s+/gu, ' '));
