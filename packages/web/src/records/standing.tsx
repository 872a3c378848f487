import type { VNode } from 'preact';
import type { RecordRow, Standing } from '@entente/kernel';
import { State, type StateName } from '@entente/ui';
import type { Context } from '../module.ts';
import { partyName } from '../lists/columns.ts';
import { pages } from '../words/pages.ts';

const MARKS: Readonly<Record<Standing, StateName>> = {
  proposed: 'unconfirmed', agreed: 'agreed', changing: 'proposed', declined: 'declined', current: 'done', retired: 'retired',
};

/** How far a record is, and whom it waits for: "recorded by Viet Nam, not yet confirmed by Lao PDR"; in lists only the second half. */
export function StandingMark({ ctx, row, brief = false }: { readonly ctx: Context; readonly row: RecordRow; readonly brief?: boolean }): VNode {
  const w = pages.t(ctx.lang);
  const waiting = row.waitsFor.map((id) => partyName(ctx, id)).join(', ');
  if (row.standing === 'proposed' && waiting && !row.waitsFor.includes(row.party)) {
    if (brief) return <State is="unconfirmed">{w('unconfirmed-brief', { others: waiting })}</State>;
    return <State is="unconfirmed">{w('unconfirmed', { recorder: partyName(ctx, row.party), others: waiting })}</State>;
  }
  return <State is={MARKS[row.standing]}>{w(`standing-${row.standing}`)}</State>;
}
