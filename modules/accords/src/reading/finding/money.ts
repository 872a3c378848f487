import { currencies, readMoney } from '@entente/text';
import type { Lang } from '@entente/text';
import { extract, Spans } from './context.ts';
import type { Context, Raw } from './context.ts';

const quoted = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\t\\n]{1,3}')).join('|');

const names = currencies.flatMap(({ code, words }) => [code.toLowerCase(), ...words]).filter((word) => !['đô', 'm', 'k', 'won', 'pound', 'pounds'].includes(word));
const CURRENCY = quoted(names);
/** Signs that need no space after the number, and no word's end. */
const SIGN = '[₫₭$€฿₩£]|US\\$|A\\$|S\\$';
const SCALE = quoted([
  'nghìn tỷ', 'nghìn tỉ', 'ngàn tỷ', 'ngàn tỉ', 'tỷ', 'tỉ', 'triệu', 'nghìn', 'ngàn', 'trillion', 'billion', 'bn', 'million', 'mn', 'mln', 'thousand', 'ຕື້', 'ພັນລ້ານ', 'ລ້ານ', 'ແສນ', 'ໝື່ນ', 'ຫມື່ນ', 'ພັນ',
]);
const NUMBER = '\\d{1,3}(?:[., ]\\d{3}){1,6}(?:[.,]\\d{1,3})?(?![\\d])|\\d{1,15}(?:[.,]\\d{1,3})?(?![\\d])';
const ANY = '[ \\t\\n]{0,3}';
const edge = '(?![\\p{L}\\p{M}])';
/** "đồng" begins many words: đồng chí, đồng thời, đồng bào. Then nothing is paid. */
const NOT_MONEY = '(?![ \\t\\n]{1,3}(?:chí|thời|bào|ý|hành|đội|nghiệp|minh|chủ trì|tổ chức|bằng|Nai|Tháp|Hới|Đăng|Xoài|Văn)(?![\\p{L}\\p{M}]))';
const START = '(?<![\\p{L}\\p{M}\\d/]|\\d[.,])';
const LAO_START = '(?<![\\d/]|\\d[.,])';
const SCALED = `(?:${NUMBER})${ANY}(?:${SCALE})(?:${ANY}(?:${NUMBER})${ANY}(?:${SCALE}))?`;

const AFTER = new RegExp(`${LAO_START}(?:${SCALED}|${NUMBER})${ANY}(?:(?:${CURRENCY})${NOT_MONEY}${edge}|(?:${SIGN})|(?<=[\\p{Script=Lao}\\d ])(?:ກີບລາວ|ກີບ|ໂດລາສະຫະລັດ|ໂດລາ|ດົ່ງ|ບາດ))`, 'giu');
const BEFORE = new RegExp(`${START}(?:(?:${currencies.map(({ code }) => code).join('|')})|${SIGN}|(?<=[^\\p{L}]|^)(?:US\\$|A\\$|S\\$))[ \\t]{0,2}(?:${SCALED}|${NUMBER})(?![\\d])(?:${edge}|$)`, 'gu');

/** Amounts of money with a currency. A number without one is never money. */
export function moneyIn(context: Context): Raw[] {
  const found: Raw[] = [];
  for (const shape of [AFTER, BEFORE]) {
    const taken = new Spans(found.map(({ at }) => at));
    for (const match of context.plain.text.matchAll(shape)) {
      const at = { start: match.index, end: match.index + match[0].length };
      if (taken.touching(at) || !isPlausible(match[0])) continue;
      const value = amountOf(match[0], context.lang);
      if (value) found.push({ type: 'money', ...extract(context, at.start, at.end), value });
    }
  }
  return found.toSorted((a, b) => a.at.start - b.at.start);
}

/** "20 đồng" counts nothing that agreements speak of; "2021 đồng" is a year and another word. */
function isPlausible(text: string): boolean {
  if (!/(?:đồng|đ)$/iu.test(text)) return true;
  if (new RegExp(SCALE, 'iu').test(text)) return true;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 5 || (digits.length === 4 && /[.,]/.test(text));
}

/** The amount, with the conventions of the text's language and, where they refuse, of the other. */
function amountOf(written: string, lang: Lang): { amount: string; currency: string; doubt?: string } | undefined {
  const own = readMoney(written, lang);
  if (own.ok) return own.value;
  const other = readMoney(written, lang === 'en' ? 'vi' : 'en');
  const swapped = readMoney(written.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')), lang);
  const value = other.ok ? other.value : swapped.ok ? swapped.value : undefined;
  if (!value) return undefined;
  return own.problem.id === 'text.number-ambiguous' ? { ...value, doubt: fraction(value.amount) } : value;
}

/** 3,500 read as thousands may have been three and a half. */
const fraction = (amount: string) => (/\d{3}$/.test(amount) ? `${amount.slice(0, -3) || '0'}.${amount.slice(-3)}`.replace(/\.?0+$/, '') : amount);
