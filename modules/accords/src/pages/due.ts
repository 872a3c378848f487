import type { Content, RecordRow } from '@entente/kernel';
import type { DueItem, DueSource } from '@entente/web';
import type { commitment } from '../kinds/index.ts';
import { wordsOf } from './parts.tsx';

/** Years ahead that are looked at. */
const AHEAD = 1;
const MOST = 40;

/** Agreed commitments with a day by which they are to be done, and nothing recorded yet that fulfils them. */
export const commitmentsDue: DueSource = {
  async items(ctx) {
    const w = wordsOf(ctx);
    const today = Temporal.Now.plainDateISO(ctx.party.zone);
    const { rows } = await ctx.read.list({
      coop: ctx.cooperation.id, kind: 'commitment', standing: ['agreed', 'changing'], sort: 'due', limit: MOST,
      filters: [{ field: 'due', from: today.subtract({ years: AHEAD }).year.toString(), to: `${today.add({ years: AHEAD }).year}-12-31` }],
    });
    return (rows as unknown as RecordRow<Content<typeof commitment>>[]).flatMap((row): DueItem[] => {
      const { due, fulfilledBy = [] } = row.content;
      if (due === undefined || fulfilledBy.length > 0) return [];
      return [{ title: ctx.title(row), href: ctx.href.record('commitment', row.id), due, detail: w('commitment') }];
    });
  },
};
