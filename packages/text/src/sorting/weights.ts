/**
 * The order of CLDR's root collation (version 47) for what the three languages write, and its tailorings for
 * Vietnamese and Lao, each as a list from first to last. Kept here, not taken from the runtime, because keys are stored:
 * a runtime with newer tables must not give another key. Tests compare with the runtime's own collation.
 */

/** Space, punctuation, signs, currency signs: before every digit and letter. ໆ stands among them in CLDR. */
const signs = '\t\n\v\f\r _-\u2010\u2012\u2013\u2014\u2015,;:!¡?¿.·\'‘’‚‛‹›"“”„«»()[]{}§¶@*/\\&#%‰†‡•′`´^¯¨¸°©®←→+±÷×<=>¬|¦~\u2212∞≈≤≥ໆ¤¢$£¥฿₩₫€₭';

const digits = '0123456789';

const latin = 'abcdefghijklmnopqrstuvwxyz'.split('').concat('þ');

/** Vietnamese: letters with a breve, a circumflex, a horn or a stroke are letters of their own. */
const vietnameseLetters: Readonly<Record<string, readonly string[]>> = {
  a: ['a\u0306', 'a\u0302'], d: ['d\u0338'], e: ['e\u0302'], o: ['o\u0302', 'o\u031B'], u: ['u\u031B'],
};

/** Consonants, then vowels and signs as written after them (leading vowels last: they are moved behind their consonant). */
const lao = 'ໞກຂຄຆງຈຉສຊຌຎໟຍຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮຯະັາຳິີຶື຺ຸູົຼຽເແໂໃໄ';

/** Marks that decide only between words equal in letters. Vietnamese sets its tones in their order after the grave accent. */
const rootMarks = '\u0301\u0300\u0306\u0302\u030C\u030A\u0308\u030B\u0303\u0307\u0338\u0327\u0328\u0304\u0309\u031B\u0323';
const vietnameseMarks = '\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030C\u030A\u0308\u030B\u0307\u0338\u0327\u0328\u0304\u031B';
const laoMarks = '\u0ECE\u0EC8\u0EC9\u0ECA\u0ECB\u0ECC\u0ECD';

export interface Tailoring {
  /** Letter (with the marks that make it one) to its weight, a character. */
  readonly letters: ReadonlyMap<string, string>;
  readonly marks: ReadonlyMap<string, string>;
  /** Marks that may make a letter of their own with the one before. */
  readonly making: ReadonlySet<string>;
}

/** Signs no list names come after the listed ones, letters no list names come last. */
export const otherSign = '\u0000sign';
export const otherLetter = '\u0000letter';

/** Weight n as a character: from "!" on, past the controls, below U+0800 so that two bytes hold it. */
function weight(n: number): string {
  const code = 0x21 + n;
  return String.fromCharCode(code < 0x7f ? code : code + 0x22);
}

const each = (text: string) => Array.from(text);

function tailoring(letters: readonly string[], marks: string): Tailoring {
  const all = [...each(signs), otherSign, ...each(digits), ...letters, otherLetter];
  const making = letters.filter((letter) => letter.length === 2).map((letter) => letter.charAt(1));
  return {
    letters: new Map(all.map((letter, place) => [letter, weight(place)])),
    // Weight 0 means "no mark".
    marks: new Map(each(marks + laoMarks).map((mark, place) => [mark, weight(place + 1)])),
    making: new Set(making),
  };
}

const vietnamese = latin.flatMap((letter) => [letter, ...(vietnameseLetters[letter] ?? [])]);

export const tailorings: Readonly<Record<'root' | 'vi' | 'lo', Tailoring>> = {
  root: tailoring([...latin, ...each(lao)], rootMarks),
  vi: tailoring([...vietnamese, ...each(lao)], vietnameseMarks),
  lo: tailoring([...each(lao), ...latin], rootMarks),
};

/** Letters that sort as others with a mark, and Lao's joined ones. */
export const expansions: Readonly<Record<string, string>> = {
  đ: 'd\u0338', ð: 'd\u0327', ł: 'l\u0338', ø: 'o\u0338', ħ: 'h\u0338', æ: 'a\u0301e', œ: 'o\u0301e', ß: 's\u0301s', ı: 'i\u0327', ŋ: 'n\u0323', ŧ: 't\u0323',
};
