/** The cooperation at a glance: commitments by theme, and the conferences and texts over the years. */
import { Panel, TimeSpine, UnitSquares, type SpineEvent } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Content } from '@entente/kernel';
import type { HomePanel } from '@entente/web';
import type { meeting } from '../kinds/index.ts';
import { wordsOf } from './parts.tsx';

/** Meetings that belong on the time line; receptions and visits would crowd it. */
const CONFERENCES = ['ministerial-conference', 'special-conference'];
const FIRST_YEAR = 2011;

export const themesPanel: HomePanel = {
  order: 50,
  async render(ctx) {
    const w = wordsOf(ctx);
    const coop = ctx.cooperation.id;
    const [agreed, open] = await Promise.all((['agreed', 'proposed'] as const).map((standing) =>
      ctx.read.list({ coop, kind: 'commitment', standing: standing === 'agreed' ? ['agreed', 'changing'] : ['proposed'], limit: 1, count: ['themes'] })));
    const total = (agreed?.total ?? 0) + (open?.total ?? 0);
    if (total === 0) return null;
    const groups = Object.entries(ctx.cooperation.themes).map(([theme, name]) => ({
      label: ctx.pick(name).text, href: ctx.href.list('commitment', { themes: theme }), counts: [agreed?.counts['themes']?.[theme] ?? 0, open?.counts['themes']?.[theme] ?? 0],
    })).filter((group) => group.counts.some((count) => count > 0)).toSorted((a, b) => sum(b.counts) - sum(a.counts));
    return (
      <Panel title={w('by-theme')} note={w('by-theme-note', { count: total })} more={{ href: '/commitments', label: w('show-all') }}>
        <UnitSquares title={w('by-theme')} titleHidden states={[w('agreed-label'), w('one-side-label')]} groups={groups} />
      </Panel>
    );
  },
};

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
        key: row.id, date: row.date, when: formatDate(row.date, ctx.lang, 'short'), label: content.place ?? ctx.title(row).text, who: content.host ?? 'joint',
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

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
