const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const TENS = ['', 'x', 'xx', 'xxx'];
const ROMANS = new Map(TENS.flatMap((ten, tens) => ROMAN.map((one, at) => [at === 9 ? TENS[tens + 1] ?? 'xl' : ten + one, tens * 10 + at + 1] as const)));

/** 1 to 40 for a well-formed Roman number of either case, else 0. */
export function romanValue(text: string): number {
  return ROMANS.get(text.toLowerCase()) ?? 0;
}

// Lists in Vietnamese count a b c d đ e g h i k ..., in other languages a b c d e f ...; one order holds both, and what
// may follow what is decided below.
const LATIN = 'abcdđefghijklmnopqrstuvwxyz';
/** Order of the Lao letters in lists. */
const LAO = 'ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ';
const SKIPPED = 'đfjwzຣ';

/** Place of a letter in its alphabet, from 1; 0 for none. */
export function letterPlace(letter: string): number {
  const small = letter.toLowerCase();
  const latin = LATIN.indexOf(small);
  return latin >= 0 ? latin + 1 : LAO.indexOf(small) + 1;
}

/** Whether `next` is the letter after `last`, in a list that may or may not count đ, f, j, w, z and ຣ. */
export function isNextLetter(last: string, next: string): boolean {
  const order = LATIN.includes(last.toLowerCase()) ? LATIN : LAO;
  const from = order.indexOf(last.toLowerCase());
  const to = order.indexOf(next.toLowerCase());
  if (from < 0 || to <= from || to - from > 2) return false;
  return to - from === 1 || SKIPPED.includes(order.charAt(from + 1));
}

/** The letters suggested parts are called by: a, b, ... z, aa, ab, ... */
export function partLetter(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26));
  return place < 26 ? letter : partLetter(Math.floor(place / 26) - 1) + letter;
}
