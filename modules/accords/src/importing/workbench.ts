/**
 * The bench on which a text becomes an instrument with commitments: what the reader found, as a person corrects it. Plain
 * data, kept as the person's draft; every step is a pure function.
 */
import type { Localized, Money, Problem } from '@entente/kernel';
import type { Lang } from '@entente/text';
import type { Found, Item, Reading } from '../reading/index.ts';
import { suggestThemes } from '../reading/index.ts';

export interface BenchItem {
  readonly number: string;
  readonly parent?: string;
  readonly text: string;
  /** Themes of the commitment; suggested, then the person's. */
  readonly themes: readonly string[];
  /** Responsible offices, record ids. */
  readonly offices: readonly string[];
  readonly type: string;
  readonly due?: string;
  readonly amounts: readonly Money[];
  /** Where it stands in the text as given; absent for what a person added. */
  readonly span?: { readonly start: number; readonly end: number };
  readonly found: readonly Found[];
  /** Left out of the instrument. */
  readonly dropped: boolean;
}

export interface Bench {
  readonly name: string;
  readonly text: string;
  readonly lang: Lang;
  readonly title: string;
  readonly type: string;
  readonly level: string;
  readonly basis: 'signed-wording' | 'summary';
  readonly signedOn: string;
  readonly place: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly meeting: string;
  readonly items: readonly BenchItem[];
  /** What of the text became no item, so that nothing is left out unseen. */
  readonly aside: readonly Aside[];
  /** What the reader asks the person to look at. */
  readonly notes: readonly Problem[];
}

export interface Aside { readonly role: 'preamble' | 'closing' | 'noise'; readonly start: number; readonly end: number }

/** Least score of a theme that is set without asking. */
const SURE = 0.3;
const MOST_THEMES = 3;

export function benchOf(text: string, name: string, reading: Reading): Bench {
  const period = reading.found.find((found) => found.type === 'period');
  return {
    name, text, lang: reading.lang, title: oneLine(reading.title?.text ?? ''), level: 'ministry',
    type: typeOf(reading.title?.text ?? '', reading), basis: 'signed-wording', signedOn: reading.date?.date ?? '', place: reading.place?.text ?? '',
    period: period?.type === 'period' && period.value.from !== null && period.value.to !== null ? { from: period.value.from, to: period.value.to } : null,
    meeting: '', items: reading.items.map((item) => benchItem(item, reading.lang)), aside: asideOf(reading), notes: reading.notes,
  };
}

function asideOf({ preamble, closing, noise }: Reading): Aside[] {
  return [
    ...(preamble ? [{ role: 'preamble' as const, ...preamble.span }] : []), ...(closing ? [{ role: 'closing' as const, ...closing.span }] : []),
    ...noise.map((span) => ({ role: 'noise' as const, ...span })),
  ];
}

function benchItem(item: Item, lang: Lang): BenchItem {
  const themes = suggestThemes(item.text, lang).filter((each) => each.score >= SURE).slice(0, MOST_THEMES).map((each) => each.theme);
  const offices = item.found.flatMap((found) => (found.type === 'office' && found.record !== undefined ? [found.record] : []));
  const amounts = item.found.flatMap((found) => (found.type === 'money' && found.value.doubt === undefined ? [{ amount: found.value.amount, currency: found.value.currency }] : []));
  const due = item.found.find((found) => found.type === 'deadline' && 'by' in found.value);
  return {
    number: item.number, ...(item.parent === undefined ? {} : { parent: item.parent }), text: item.text, themes, offices: [...new Set(offices)],
    type: 'action', amounts, span: item.span, found: item.found, dropped: false,
    ...(due?.type === 'deadline' && 'by' in due.value ? { due: due.value.by } : {}),
  };
}

/** What the title says the text is; a plan or minutes more often than not when nothing is said. */
function typeOf(title: string, reading: Reading): string {
  const words = `${title} ${reading.preamble?.text ?? ''}`.toLowerCase();
  const signs: readonly (readonly [string, RegExp])[] = [
    ['minutes', /biên bản hội nghị|agreed minutes|ບົດບັນທຶກກອງປະຊຸມ/u], ['mou', /bản ghi nhớ|memorandum|ບົດບັນທຶກຄວາມເຂົ້າໃຈ/u],
    ['plan', /kế hoạch|\bplan\b|ແຜນ/u], ['protocol', /nghị định thư|protocol|ອະນຸສັນຍາ/u], ['agreement', /hiệp định|thỏa thuận|agreement|ສັນຍາ|ຂໍ້ຕົກລົງ/u],
  ];
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'minutes';
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Items that are parts of another become commitments; an item with parts is only their frame. */
export const leaves = (bench: Bench): readonly BenchItem[] => {
  const kept = bench.items.filter((item) => !item.dropped);
  const frames = new Set(kept.map((item) => item.parent));
  return kept.filter((item) => !frames.has(item.number));
};

const change = (bench: Bench, at: number, items: (item: BenchItem) => readonly BenchItem[]): Bench =>
  ({ ...bench, items: bench.items.flatMap((item, index) => (index === at ? items(item) : [item])) });

export const drop = (bench: Bench, at: number): Bench => change(bench, at, (item) => [{ ...item, dropped: !item.dropped }]);

/** Joins an item to the one before it. The first stays as it is. */
export function merge(bench: Bench, at: number): Bench {
  const [before, item] = [bench.items[at - 1], bench.items[at]];
  if (!before || !item) return bench;
  const joined: BenchItem = {
    ...before, text: `${before.text}\n${item.text}`, themes: unite(before.themes, item.themes), offices: unite(before.offices, item.offices),
    amounts: [...before.amounts, ...item.amounts], found: [...before.found, ...item.found],
    ...(before.span && item.span ? { span: { start: before.span.start, end: item.span.end } } : {}),
  };
  return { ...bench, items: [...bench.items.slice(0, at - 1), joined, ...bench.items.slice(at + 1)] };
}

/** Splits an item at its blank lines, else at its semicolons, into parts a, b, c; one that has neither stays whole. */
export function split(bench: Bench, at: number): Bench {
  return change(bench, at, (item) => {
    const pieces = (/\n\s*\n/u.test(item.text) ? item.text.split(/\n\s*\n/u) : item.text.split(/(?<=;)\s+/u)).map((piece) => piece.trim()).filter(Boolean);
    if (pieces.length < 2) return [item];
    const frame = item.parent ?? item.number;
    const parts = pieces.map((text, part): BenchItem => {
      const { parent: _, ...rest } = item;
      return { ...rest, number: item.parent === undefined ? `${frame}.${letter(part)}` : `${item.number}${part + 1}`, parent: frame, text, amounts: item.amounts.filter(() => part === 0) };
    });
    return item.parent === undefined ? [{ ...item, amounts: [] }, ...parts] : parts;
  });
}

/** Adds an empty item at the end, numbered after the last whole one. */
export function add(bench: Bench): Bench {
  const last = Math.max(0, ...bench.items.filter((item) => item.parent === undefined).map((item) => Number.parseInt(item.number, 10) || 0));
  return { ...bench, items: [...bench.items, { number: String(last + 1), text: '', themes: [], offices: [], type: 'action', amounts: [], found: [], dropped: false }] };
}

const letter = (index: number): string => String.fromCodePoint(97 + (index % 26));
const unite = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** A text in the language it was read in: the authentic one of what is proposed. */
export const authentic = (bench: Bench, text: string): Localized => ({ [bench.lang]: text });
