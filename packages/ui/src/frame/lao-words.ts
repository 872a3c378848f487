/**
 * Lao is written without spaces, and browsers cut some words of the field in two at the end of a line ("ສະ-ຫວັດດີການ"): the
 * dictionaries they carry do not have them, or take them apart. These stay whole; all else breaks where the browser says.
 */
const WORDS = [
  'ສະຫວັດດີການ', 'ຄຳໝັ້ນສັນຍາ', 'ຮ່ວມມື', 'ອາຊີວະສຶກສາ', 'ອັດຖິ', 'ອາຊຽນ', 'ອາສາສະໝັກ', 'ສະຖານະ', 'ຄືບໜ້າ', 'ເຄື່ອນຍ້າຍ', 'ແຮງງານ', 'ຊັບພະຍາກອນ',
  'ມະນຸດ', 'ອັກຄະລັດຖະທູດ', 'ລັດຖະມົນຕີ', 'ມູນຄ່າ', 'ເນື້ອໃນ', 'ຄັ້ງທີ', 'ງົບປະມານ', 'ກອງປະຊຸມ', 'ຝຶກອົບຮົມ', 'ຂໍ້ສະເໜີ', 'ທຸລະກຳ', 'ຕົວຊີ້ວັດ', 'ລາຍເຊັນ', 'ແຜນວຽກ',
  'ພາກພື້ນ', 'ອັບໂຫຼດ', 'ດາວໂຫຼດ', 'ເຊີບເວີ', 'ບົດບັນທຶກ', 'ບົດລາຍງານ', 'ສືບຕໍ່', 'ດ່ານັງ', 'ປາກປ່າສັກ', 'ຈຳປາສັກ', 'ສະຫວັນນະເຂດ', 'ໄຊສົມແພງ', 'ໄຊຍະບູລີ', 'ຫຼວງພະບາງ', 'ວຽງຈັນ', 'ຫວຽດນາມ',
] as const;
const word = WORDS.toSorted((a, b) => b.length - a.length).join('|');
const attributes = `(?:[^>"]|"[^"]*")*`;
/** What holds text only and no element, and drawings, whose text is not broken; then tags; then the text between them. */
const piece = new RegExp(`<svg\\b[\\s\\S]*?</svg>|<(?:textarea|option|title|script|style)\\b${attributes}>[^<]*|<${attributes}>|[^<]+`, 'gu');
/** Not the beginning of another word, of which a sign follows. */
const each = new RegExp(`(?:${word})(?![\\u0EB0-\\u0EBD\\u0EC8-\\u0ECE])`, 'gu');
const any = new RegExp(each.source, 'u');
/** Lao letters a line may break beside: not the signs of repetition and abbreviation. */
const letter = /[\u0E81-\u0EAE\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC4\u0EDC-\u0EDF]|[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]/u;

/**
 * A page's HTML with Lao words of the field kept on one line. What is read, copied and searched stays the same. A text stays one
 * box, whatever lays it out; `bdi` is what no rule of the pages speaks of.
 */
export function keepLaoWords(html: string): string {
  return any.test(html) ? html.replace(piece, (found) => (found.startsWith('<') || !any.test(found) ? found : `<bdi>${found.replace(each, boxed)}</bdi>`)) : html;
}

/** A box takes the chance to break from its edges: between Lao letters it is given back. */
function boxed(kept: string, at: number, text: string): string {
  const [before, behind] = [text[at - 1] ?? '', text[at + kept.length] ?? ''];
  return `${letter.test(before) ? '<wbr>' : ''}<bdi class="whole">${kept}</bdi>${letter.test(behind) ? '<wbr>' : ''}`;
}
