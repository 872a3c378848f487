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
const [any, each] = [new RegExp(word, 'u'), new RegExp(word, 'gu')];

/**
 * A page's HTML with Lao words of the field kept on one line. What is read, copied and searched stays the same. A text stays one
 * box, whatever lays it out; `bdi` is what no rule of the pages speaks of.
 */
export function keepLaoWords(html: string): string {
  return any.test(html) ? html.replace(piece, (found) => (found.startsWith('<') || !any.test(found) ? found : `<bdi>${found.replace(each, '<bdi class="whole">$&</bdi>')}</bdi>`)) : html;
}
