import { cleanName } from '../clean.ts';
import type { LanguageTag } from '../language.ts';
import { asciiDigits } from '../numbers/digits.ts';
import { read, refuse } from '../problem.ts';
import type { Reading } from '../problem.ts';
import { formatDate } from './format.ts';
import { isPeriod } from './partial.ts';
import type { Period } from './partial.ts';
import { readDate } from './read.ts';

const opening = /^(?:giai đoạn|trong|từ|from|between|period|ໄລຍະ|ຕັ້ງແຕ່|ແຕ່)\s*/i;
/** What may stand between two dates, the surest first: a bare dash or slash also stands inside a date. */
const joints = [/ (?:đến hết|đến|tới|to|until|and|through) /gi, /\s*(?:ເຖິງ|ຫາ)\s*/g, / -+ /g, /\//g, /-/g];

/**
 * Reads a period, both ends included: "2019-2021", "2017 – 2019", "giai đoạn 2019 - 2021", "từ 2019 đến 2021",
 * "1/7/2013 - 30/6/2014", "tháng 1 đến tháng 6 năm 2019", "2021/2023"; one date is the period of its days.
 * Refused: what `readDate` refuses, and an end before its beginning (text.period-backwards).
 */
export function readPeriod(input: string, lang: LanguageTag): Reading<Period> {
  const text = asciiDigits(cleanName(input)).replace(opening, '').replace(opening, '');
  const whole = readDate(text, lang);
  if (whole.ok) return read({ from: whole.value, to: whole.value });
  for (const joint of joints) {
    for (const match of text.matchAll(joint)) {
      const period = readEnds(text.slice(0, match.index), text.slice(match.index + match[0].length), lang);
      if (period) return period;
    }
  }
  return whole.problem.id === 'text.date-unreadable' ? refuse('text.period-unreadable', whole.problem.params) : whole;
}

/** Both ends where both can be read; the year may stand at the second alone ("tháng 1 đến tháng 6 năm 2019"). */
function readEnds(first: string, second: string, lang: LanguageTag): Reading<Period> | undefined {
  const to = readDate(second, lang);
  if (!to.ok) return undefined;
  const year = to.value.slice(0, 4);
  const from = [first, `${first}/${year}`, `${first} ${year}`].map((text) => readDate(text, lang)).find((each) => each.ok);
  if (!from?.ok) return undefined;
  if (isPeriod({ from: from.value, to: to.value })) return read({ from: from.value, to: to.value });
  return refuse('text.period-backwards', { from: formatDate(from.value, lang), to: formatDate(to.value, lang) });
}
