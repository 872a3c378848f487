/** What came of a meeting: its instruments and what was undertaken there. */
import type { ComponentChildren } from 'preact';
import { Panel } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { StandingMark, type Context } from '@entente/web';
import { linked } from './instrument.tsx';
import { byPlace, CommitmentList, Titled, wordsOf } from './parts.tsx';

export async function meetingAfter(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const w = wordsOf(ctx);
  const [instruments, commitments] = await Promise.all([linked(ctx, row.id, 'instrument', 'meeting'), linked(ctx, row.id, 'commitment', 'meeting')]);
  return (
    <>
      {instruments.length > 0 && (
        <Panel title={w('instruments-meeting')}>
          <ul class="plain">{instruments.map((each) => <li key={each.id}><Titled ctx={ctx} row={each} /> · <small><StandingMark ctx={ctx} row={each} /></small></li>)}</ul>
        </Panel>
      )}
      <Panel title={w('commitments-meeting')}>{commitments.length > 0 ? <CommitmentList ctx={ctx} rows={commitments.toSorted(byPlace)} /> : <p class="quiet">{w('no-commitments')}</p>}</Panel>
    </>
  );
}
