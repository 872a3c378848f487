/** How the tallies move with the records. Pure. */
import type { Audience } from '../act.ts';
import type { AnyKind } from '../kind.ts';
import { dimensionsOf, isYear, WAITS } from './dimensions.ts';

/** What of a record is counted. */
export interface Counted {
  readonly kind: AnyKind;
  readonly audience: Audience;
  readonly standing: string;
  readonly party: string;
  readonly date: string | null;
  readonly waitsFor: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
}

export interface Cell {
  readonly kind: string; readonly within: string; readonly at: string; readonly by: string; readonly value: string;
  readonly audience: string; readonly standing: string; readonly party: string;
  n: number;
}

/** A peer's content may hold anything: nobody filters by a longer value, and an index could not hold it. */
export const LONGEST_VALUE = 200;

export class Cells {
  readonly #cells = new Map<string, Cell>();

  /** One more (1) or one less (-1) of what this record is. */
  add(record: Counted, n: 1 | -1): void {
    const { by, within } = dimensionsOf(record.kind);
    const values = by.map((name) => valuesOf(record, name));
    this.#move(record, '', '', '', '', n);
    for (const [i, name] of by.entries()) for (const value of values[i]!) this.#move(record, '', '', name, value, n);
    for (const party of record.waitsFor) this.#move(record, '', '', WAITS, party, n);
    for (const outer of within) {
      for (const at of values[by.indexOf(outer)] ?? []) {
        for (const [i, name] of by.entries()) if (name !== outer) for (const value of values[i]!) this.#move(record, outer, at, name, value, n);
        for (const party of record.waitsFor) this.#move(record, outer, at, WAITS, party, n);
      }
    }
  }

  /** What moved at all. */
  moved(): Cell[] {
    return [...this.#cells.values()].filter((cell) => cell.n !== 0);
  }

  #move({ kind: { name: kind }, audience, standing, party }: Counted, within: string, at: string, by: string, value: string, n: number): void {
    // No value holds U+0000: envelopes forbid it.
    const key = [kind, audience, standing, party, within, at, by, value].join('\0');
    const cell = this.#cells.get(key);
    if (cell) cell.n += n;
    else this.#cells.set(key, { kind, within, at, by, value, audience, standing, party, n });
  }
}

const NONE: readonly string[] = [];

/** A record counts once for each different value of a list, and not at all where the value is none that could be filtered by. */
function valuesOf({ kind, date, content }: Counted, name: string): readonly string[] {
  if (isYear(kind, name)) return date === null ? NONE : [date.slice(0, 4)];
  const value = Object.hasOwn(content, name) ? content[name] : undefined;
  if (Array.isArray(value)) return [...new Set((value as readonly unknown[]).flatMap((each) => (typeof each === 'string' ? textOf(each) : NONE)))];
  return textOf(value);
}

function textOf(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value : typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : undefined;
  return text === undefined || text.length > LONGEST_VALUE ? NONE : [text];
}
