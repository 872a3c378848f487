/** Unicode normal form C: the form in which text is entered and stored (protocol, section 2). */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

export function isNfc(text: string): boolean {
  return text === text.normalize('NFC');
}

// What nobody sees and everybody copies from web pages: zero-width space and joiner marks, soft hyphen, byte order
// mark, direction marks and overrides. U+200C and U+200D stay: some scripts need them.
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
// Controls but tab and line feed; U+FFFE and U+FFFF are no characters.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const anySpace = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

const laoMarks = /[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECD]{2,}/g;

/**
 * Lao as it is read: keyboards and converted files give marks in any order and vowels in pieces that look the same and are not
 * found again (NFC leaves them). Vowel signs come before tones; two E are one EI, a ring and AA one AM, a tone before AM.
 * Its twin is `canonicalLao`, which folds words for the index: kept words would change with it, so the two stand apart.
 */
const orderedLao = (text: string): string => text
  .replace(/\u0EC0\u0EC0/g, '\u0EC1')
  .replace(laoMarks, (run) => run.replace(/[\u0EC8-\u0ECC]/g, '') + run.replace(/[^\u0EC8-\u0ECC]/g, ''))
  .replace(/\u0ECD([\u0EC8-\u0ECC]*)\u0EB2/g, '$1\u0EB3')
  .replace(/(\u0EB3+)([\u0EC8-\u0ECC]+)/g, '$2$1');

/**
 * Cleans a text a person typed or pasted, keeping its lines: NFC, line ends as LF, every kind of space as a plain one,
 * runs of spaces as one, nothing invisible, Lao marks in the order in which they are read, hyphens of typography (U+2010, U+2011) as the plain one. Words and other
 * dashes stay as they are: a signed text is not edited here. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(invisible, '')
    .replace(control, '')
    .replace(anySpace, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
    .normalize('NFC')
    .replace(/[\u0E80-\u0EFF]{2,}/g, orderedLao)
    .normalize('NFC');
}

/** Like `cleanText`, as one line: for names, titles, numbers, dates. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}

/** What two names are compared by: the clean line, whatever its capitals. */
export const nameKey = (name: string): string => cleanLine(name).toLowerCase();

/**
 * A name with its dashes made one: "Lao động – Thương binh", "Lao động — Thương binh" and "Lao động  - Thương binh"
 * become "Lao động - Thương binh" (the form of Vietnamese legal texts), "2019–2021" becomes "2019-2021".
 */
export function cleanName(text: string): string {
  return cleanLine(text).replace(/[\u2012-\u2015\u2212]/g, '-');
}
