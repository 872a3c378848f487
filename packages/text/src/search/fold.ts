const toneMarks = /[\u0EC8-\u0ECB]/g;

/**
 * The form in which texts are found without their accents: lower case, Latin marks off (đ is d), dashes one, Lao tone
 * marks off and its two spellings of one sign made one (ໜ and ຫນ, ຫຼ and ຫລ, ຳ and ໍາ). Lao vowels stay: without them
 * other words begin. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[đð]/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(toneMarks, '')
    .replace(/ເເ/g, 'ແ')
    .replace(/ຫຼ/g, 'ຫລ')
    .replace(/\u0ECD\u0EB2/g, '\u0EB3')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
