import type { PartialDate } from '@entente/text';
import type { Lang } from '@entente/text';
import type { Plain } from '../layout/plain.ts';
import type { Found, Span } from '../types.ts';
import type { Directory } from './register.ts';
import type { Tokens } from './tokens.ts';

/** What every finder sees. */
export interface Context {
  readonly plain: Plain;
  readonly tokens: Tokens;
  readonly lang: Lang;
  readonly directory: Directory;
  /** When the text was made, as far as known. */
  readonly on: PartialDate | undefined;
}

/** Found in the plain text; its places are the given text's only at the very end. */
export type Raw = Found & { readonly at: Span };

/** The parts of a found thing that every type has. */
export function extract(context: Context, start: number, end: number): { at: Span; span: Span; text: string } {
  return { at: { start, end }, span: context.plain.span(start, end), text: context.plain.words(start, end) };
}

/** Quick answers to "does anything found lie here?", for things in order that do not overlap. */
export class Spans {
  readonly #sorted: readonly Span[];

  constructor(spans: readonly Span[]) {
    this.#sorted = spans.toSorted((a, b) => a.start - b.start);
  }

  /** Place of the first span that ends after `at`. */
  #from(at: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  touching(span: Span): Span | undefined {
    const found = this.#sorted[this.#from(span.start)];
    return found && found.start < span.end ? found : undefined;
  }
}
