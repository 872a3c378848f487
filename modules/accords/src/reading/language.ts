import type { Lang } from '@entente/text';

const SAMPLE = 60_000;
const LAO = /[\u0E80-\u0EFF]/g;
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu;
const LETTER = /\p{L}/gu;
/** Common Vietnamese words as they look without accents, none of them English. */
const UNACCENTED = /(?<!\p{L})(?:va|cua|cac|hai ben|hop tac|lao dong|nuoc|viec|duoc|trong linh vuc|tiep tuc|bo truong)(?!\p{L})/giu;

/** The language of most of a text: by script, then by letters and words that only Vietnamese has. */
export function languageOf(text: string): Lang {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  const count = (shape: RegExp) => sample.match(shape)?.length ?? 0;
  const letters = Math.max(1, count(LETTER));
  if (count(LAO) / letters > 0.4) return 'lo';
  if (count(VIETNAMESE) / letters > 0.06) return 'vi';
  return count(UNACCENTED) * 40 > letters ? 'vi' : 'en';
}
