import type { LanguageTag } from '../language.ts';
import type { Localized } from '../localized.ts';
import { asciiDigits } from '../numbers/digits.ts';
import { paragraphs } from './passage.ts';

/** How many paragraphs of each side belong together. */
interface Bead {
  readonly left: number;
  readonly right: number;
}

/** The ways paragraphs of a translation meet, with what each costs beside one to one. */
const ways: readonly (Bead & { readonly cost: number })[] = [
  { left: 1, right: 1, cost: 0 },
  { left: 1, right: 2, cost: 3 },
  { left: 2, right: 1, cost: 3 },
  { left: 1, right: 0, cost: 6 },
  { left: 0, right: 1, cost: 6 },
];

/**
 * The paragraphs of one text in several languages set side by side: each row holds what belongs together, in the order
 * of `lead` (the first language when left out); a language with nothing in a row is absent from it. Paired by length
 * (Gale and Church, 1993) and by the number an item opens with; nothing is lost, and texts of equal paragraph counts and
 * numbers pair one to one.
 */
export function alignParagraphs(texts: Localized, lead?: LanguageTag): Localized[] {
  const columns = Object.entries(texts).flatMap(([lang, text]) => (text === undefined || text === '' ? [] : [{ lang, lines: paragraphs(text).map((line) => line.text) }]));
  const first = columns.find((column) => column.lang === lead) ?? columns[0];
  if (!first) return [];
  const others = columns.filter((column) => column !== first);
  const cuts = others.map((column) => cutsOf(pair(first.lines, column.lines)));
  const rows: Localized[] = [];
  const starts = [0, ...cuts.map(() => 0)];
  const ends = commonCuts(first.lines.length, cuts);
  for (const end of ends) {
    const row: Localized = {};
    for (const [at, column] of [first, ...others].entries()) {
      const upTo = at === 0 ? end : (cuts[at - 1]?.get(end) ?? column.lines.length);
      const lines = column.lines.slice(starts[at], upTo);
      if (lines.length > 0) row[column.lang] = lines.join('\n');
      starts[at] = upTo;
    }
    rows.push(row);
  }
  return rows;
}

/** After how many paragraphs of the left side the right side stands where. Paragraphs of the right alone join the row before. */
function cutsOf(beads: readonly Bead[]): Map<number, number> {
  const cuts = new Map<number, number>();
  let [left, right] = [0, 0];
  for (const bead of beads) {
    left += bead.left;
    right += bead.right;
    cuts.set(left, right);
  }
  return cuts;
}

function commonCuts(count: number, cuts: readonly Map<number, number>[]): number[] {
  const common: number[] = [];
  for (let at = 1; at < count; at += 1) if (cuts.every((column) => column.has(at))) common.push(at);
  return [...common, count];
}

function pair(left: readonly string[], right: readonly string[]): Bead[] {
  const ratio = total(right) / Math.max(1, total(left));
  const best: { cost: number; bead: Bead | undefined }[][] = [];
  for (let i = 0; i <= left.length; i += 1) {
    const row: { cost: number; bead: Bead | undefined }[] = [];
    best.push(row);
    for (let j = 0; j <= right.length; j += 1) {
      let cell: { cost: number; bead: Bead | undefined } = { cost: i === 0 && j === 0 ? 0 : Infinity, bead: undefined };
      for (const way of ways) {
        const from = best[i - way.left]?.[j - way.right];
        if (!from || from.cost === Infinity) continue;
        const cost = from.cost + way.cost + misfit(left.slice(i - way.left, i), right.slice(j - way.right, j), ratio);
        if (cost < cell.cost) cell = { cost, bead: way };
      }
      row.push(cell);
    }
  }
  const beads: Bead[] = [];
  for (let [i, j] = [left.length, right.length]; i > 0 || j > 0; ) {
    const bead = best[i]?.[j]?.bead;
    if (!bead) break;
    beads.unshift(bead);
    i -= bead.left;
    j -= bead.right;
  }
  return beads;
}

const total = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);

/** How badly two stretches fit: by length after the languages' ratio, and by the numbers they open with. */
function misfit(left: readonly string[], right: readonly string[], ratio: number): number {
  if (left.length === 0 || right.length === 0) return 0;
  const expected = total(left) * ratio;
  const apart = Math.abs(total(right) - expected) / Math.sqrt(Math.max(20, (expected + total(right)) * 2));
  const [a, b] = [openingNumber(left[0]), openingNumber(right[0])];
  return Math.min(apart, 8) + (a === b ? 0 : 5);
}

function openingNumber(line: string | undefined): string {
  return /^\s*(?:Điều|Article|ມາດຕາ)?\s*(\p{Nd}+|\p{L}(?=\)))/u.exec(asciiDigits(line ?? ''))?.[1] ?? '';
}
