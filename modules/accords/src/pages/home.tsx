/** The cooperation at a glance: its conferences over the years. */
import { Panel, TimeSpine, type SpineEvent } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Content } from '@entente/kernel';
import type { HomePanel } from '@entente/web';
import { signingModes, type meeting } from '../kinds/index.ts';
import { wordsOf } from './parts.tsx';

/** Meetings that belong on the time line; receptions and visits would crowd it. */
const CONFERENCES = ['ministerial-conference', 'special-conference'];
const FIRST_YEAR = 2011;

export const timeLinePanel: HomePanel = {
  order: 60,
  async render(ctx) {
    const w = wordsOf(ctx);
    const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'meeting', filters: [{ field: 'type', in: CONFERENCES }], sort: 'date', limit: 60 });
    if (rows.length === 0) return null;
    const events = rows.flatMap((row): SpineEvent[] => {
      const content = row.content as Content<typeof meeting>;
      if (row.date === null) return [];
      return [{
        key: row.id, date: row.date, when: formatDate(row.date, ctx.lang, 'short'), label: content.place ?? (content.mode === 'online' ? ctx.show(signingModes.values['online']!).toLocaleLowerCase(ctx.lang) : ctx.title(row).text), who: content.host ?? 'joint',
        href: ctx.href.record('meeting', row.id), ...(content.ordinal === undefined ? { mark: '★' } : { mark: String(content.ordinal) }),
      }];
    });
    const years = events.map((event) => Number(event.date.slice(0, 4)));
    return (
      <Panel title={w('time-line')} more={{ href: '/instruments', label: w('instruments') }}>
        <TimeSpine title={w('time-line')} titleHidden events={events} from={Math.min(FIRST_YEAR, ...years)} to={Math.max(...years) + 1} />
      </Panel>
    );
  },
};
