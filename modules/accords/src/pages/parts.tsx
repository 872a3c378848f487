/** Small parts the pages of the module share. */
import type { VNode } from 'preact';
import { LocalizedText, type TextVersion } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { StandingMark, versionsOf, type Context } from '@entente/web';
import { accordsWords } from '../words.ts';

export const wordsOf = (ctx: Context) => accordsWords.t(ctx.lang);

/** A record by its title in the reader's language, as a link. */
export function Titled({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow }): VNode {
  const title = ctx.title(row);
  return <a href={ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>;
}

/** "Item 5, part c" of a commitment; null for one that has no number. */
export function placeOf(ctx: Context, row: RecordRow): string | null {
  const { item, part } = row.content as { readonly item?: string; readonly part?: string };
  if (item === undefined) return null;
  return part === undefined ? wordsOf(ctx)('item-of', { item }) : wordsOf(ctx)('item-part-of', { item, part });
}

/** The text of a record with where its wording comes from, said to be a summary where it is one. */
export function Wording({ ctx, row, field, as = 'block' }: { readonly ctx: Context; readonly row: RecordRow; readonly field: string; readonly as?: 'block' | 'columns' }): VNode {
  const isSummary = (row.content as { readonly basis?: string }).basis === 'summary';
  const versions = versionsOf(row, field, row.content[field]).map((version): TextVersion => ({ ...version, ...(isSummary && version.provenance === 'authentic' ? { summary: true } : {}) }));
  return <LocalizedText as={as} versions={versions} expected={[...new Set(ctx.cooperation.parties.flatMap((party) => party.languages))]} />;
}

/** Commitments as a plain list: place in the text, words, how far. */
export function CommitmentList({ ctx, rows, note }: { readonly ctx: Context; readonly rows: readonly RecordRow[]; readonly note?: (row: RecordRow) => string | null }): VNode {
  return (
    <ul class="plain">
      {rows.map((row) => {
        const [place, said] = [placeOf(ctx, row), note?.(row)];
        return (
          <li key={row.id}>
            {place !== null && <span class="quiet">{place}: </span>}<Titled ctx={ctx} row={row} />
            {said != null && <span class="quiet"> · {said}</span>} · <small><StandingMark ctx={ctx} row={row} /></small>
          </li>
        );
      })}
    </ul>
  );
}

/** In the order of their text: item 2 before item 10, part a before b. */
export function byPlace(a: RecordRow, b: RecordRow): number {
  const [one, two] = [a.content as Placed, b.content as Placed];
  return (a.date ?? '').localeCompare(b.date ?? '') || (one.item ?? '').localeCompare(two.item ?? '', 'en', { numeric: true }) || (one.part ?? '').localeCompare(two.part ?? '');
}
interface Placed { readonly item?: string; readonly part?: string }
