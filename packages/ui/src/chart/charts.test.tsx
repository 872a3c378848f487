import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Bars, ProgressBar, Reading, TimeBars, TimeSpine, UnitSquares } from '../index.ts';
import { lanesFor, rowsFor } from './TimeSpine.tsx';

const parties = [{ id: 'VN', name: 'Viet Nam' }, { id: 'LA', name: 'Lao PDR' }];
const draw = (piece: VNode): string => renderToString(<Reading lang="en" parties={parties}>{piece}</Reading>);

describe('charts', () => {
  it('draw one square a thing, and say the same in words and in a table', () => {
    const html = draw(<UnitSquares title="By theme" states={['done', 'under way']} groups={[{ label: 'Skills', counts: [3, 2] }]} />);
    const squares = html.slice(html.indexOf('role="img"'));
    expect(squares.slice(0, squares.indexOf('</svg>')).match(/class="u-full"/gu)).toHaveLength(3 + 2);
    expect(html).toContain('aria-label="done: 3, under way: 2"');
    expect(html).toContain('<th scope="row">Skills</th><td class="end num">3</td><td class="end num">2</td><td class="end num">5</td>');
  });

  it('place labels of a crowded time line so that none touch; what has no room is left to the list', () => {
    const labels = Array.from({ length: 40 }, (_, i) => ({ x: 20 + i * 8, text: 'Vientiane' }));
    const lanes = lanesFor(labels);
    const half = 'Vientiane'.length * 3.4;
    for (const lane of new Set(lanes.filter((l) => l !== undefined))) {
      const xs = labels.filter((_, i) => lanes[i] === lane).map((l) => l.x);
      expect(xs.every((x, i) => i === 0 || x - (xs[i - 1] ?? 0) >= half)).toBe(true);
    }
    expect(lanes.some((lane) => lane === undefined)).toBe(true);
  });

  it('stack the texts of one time under each other, each with its name and its way', () => {
    expect(rowsFor([10, 14, 25, 29, 100])).toEqual([0, 1, 0, 1, 0]);
    const text = { date: '2015-04-07', when: '7 Apr 2015', label: 'Minutes', who: 'joint', href: '/instruments/1', shape: 'square' } as const;
    const html = draw(<TimeSpine title="Conferences" from={2013} to={2016} shapes={{ round: 'meetings', square: 'texts' }} events={[{ ...text, key: 'a' }, { ...text, key: 'b' }]} />);
    expect([...html.matchAll(/<a href="\/instruments\/1"><g class="event"><title>7 Apr 2015 · Minutes<\/title><rect x="\d+" y="(\d+)"/gu)].map((m) => m[1])).toEqual(['84', '99']);
  });

  it('name the party of each event in the table', () => {
    const html = draw(<TimeSpine title="Conferences" from={2013} to={2016} events={[{ key: '1', date: '2013', when: '2013', label: 'Huế', who: 'VN' }, { key: '2', date: '2015-04-02', when: '2 April 2015', label: 'Both', who: 'joint' }]} />);
    expect(html).toContain('<td class="end num">Viet Nam</td>');
    expect(html).toContain('<td class="end num">Both sides</td>');
  });

  it('draw bars on one scale and keep the text of what cannot be drawn', () => {
    const html = draw(<Bars title="Trained" groups={[{ label: '2025', bars: [{ who: 'VN', value: 200, text: '200' }, { who: 'LA', value: 50, text: '50' }, { who: 'joint', value: -1, text: '-1' }] }]} />);
    expect([...html.matchAll(/rect width="([^"]+)"/gu)].map((m) => m[1])).toEqual(['100%', '25%', '0%']);
    expect(html).toContain('<span class="num">-1</span>');
  });

  it('draw work from its first to its last day, milestones on their day, and say all of it in a table', () => {
    const bar = { key: 'a', label: 'Course', href: '/a', from: '2019-01-01', to: '2019-07-02', when: 'Jan - July 2019', state: 'late' as const, stateText: 'late', marks: [{ date: '2019-04-02', label: 'M1', reached: false }] };
    const html = draw(<TimeBars title="Plan" from="2019-01-01" to="2019-12-31" today={{ date: '2019-10-01', label: 'today' }} groups={[{ label: 'Skills', bars: [bar, { ...bar, key: 'b', from: '2018-01-01', to: '2021-01-01' }] }]} />);
    expect([...html.matchAll(/rect class="g-late" x="([^"]+)" y="5" width="([^"]+)"/gu)].map((m) => [m[1], m[2]])).toEqual([['0%', '49.86%'], ['0%', '100%']]);
    expect(html).toContain('cx="24.93%"');
    expect(html).toContain('<th scope="row"><a href="/a">Course</a></th><td class="end num">Jan - July 2019 · late</td><td class="end num">Skills</td>');
  });

  it('clamp progress', () => {
    expect(draw(<ProgressBar label="x" done={12} total={10} />)).toContain('value="1"');
    expect(draw(<ProgressBar label="x" done={1} total={0} />)).toContain('value="0"');
  });
});
