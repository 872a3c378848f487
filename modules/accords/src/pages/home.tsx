/** The cooperation at a glance: its conferences over the years, and the texts that came of them. */
import { Panel, TimeSpine, type SpineEvent } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Content } from '@entente/kernel';
import type { FirstStep, HomePanel } from '@entente/web';
import { signingModes, type meeting } from '../kinds/index.ts';
import { accordsWords } from '../words.ts';
import { wordsOf } from './parts.tsx';

/** Meetings that belong on the time line; receptions and visits would crowd it. */
const CONFERENCES = ['ministerial-conference', 'special-conference'];
const FIRST_YEAR = 2013;
/** Records of one kind that are drawn. */
const MOST = 200;

export const timeLinePanel: HomePanel = {
  order: 60,
  async render(ctx) {
    const w = wordsOf(ctx);
    const all = { coop: ctx.cooperation.id, sort: '-date', limit: MOST };
    const [{ rows }, texts] = await Promise.all([
      ctx.read.list({ ...all, kind: 'meeting', filters: [{ field: 'type', in: CONFERENCES }] }), ctx.read.list({ ...all, kind: 'instrument' }),
    ]);
    await ctx.prepareTitles([...rows, ...texts.rows]);
    const conferences = rows.flatMap((row): SpineEvent[] => {
      const content = row.content as Content<typeof meeting>;
      if (row.date === null) return [];
      return [{
        key: row.id, date: row.date, when: formatDate(row.date, ctx.lang, 'medium'), label: content.place ?? (content.mode === 'online' ? ctx.show(signingModes.values['online']!).toLocaleLowerCase(ctx.lang) : ctx.title(row).text), who: content.host ?? 'joint',
        href: ctx.href.record('meeting', row.id), ...(content.ordinal === undefined ? { mark: '★' } : { mark: String(content.ordinal) }),
      }];
    });
    const first = Math.min(FIRST_YEAR, ...conferences.map(yearOf));
    const instruments = texts.rows.flatMap((row): SpineEvent[] => (row.date === null ? [] : [{
      key: row.id, date: row.date, when: formatDate(row.date, ctx.lang, 'medium'), label: ctx.title(row).text, who: 'joint', href: ctx.href.record('instrument', row.id), shape: 'square',
    }])).filter((event) => yearOf(event) >= first);
    const events = [...conferences, ...instruments];
    if (events.length === 0) return null;
    return (
      <Panel title={w('time-line')} more={{ href: '/instruments', label: w('instruments') }}>
        <TimeSpine title={w('time-line')} titleHidden events={events} shapes={{ round: w('conferences'), square: w('instruments') }} from={first} to={Math.max(...events.map(yearOf)) + 1} />
      </Panel>
    );
  },
};

/** A new node begins with what was signed. */
export const firstText: FirstStep = {
  order: 50, label: accordsWords.entries['first-text'], how: accordsWords.entries['first-text-how'], href: '/import', roles: ['coordinator', 'focal-point'],
  isDone: async ({ read, cooperation }) => (await read.list({ coop: cooperation.id, kind: 'instrument', limit: 1 })).rows.length > 0,
};

const yearOf = ({ date }: SpineEvent): number => Number(date.slice(0, 4));
