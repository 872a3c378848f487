import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { firstLine } from './Filters.tsx';
import { Crossed, DataTable, FiguresTable, Filters, LineagePath, Pagination, ProofPanel, Reading } from '../index.ts';

const parties = [{ id: 'VN', name: 'Viet Nam' }, { id: 'LA', name: 'Lao PDR' }];
const draw = (piece: VNode, lang: 'vi' | 'en' = 'en'): string => renderToString(<Reading lang={lang} parties={parties}>{piece}</Reading>);

describe('a list', () => {
  const table = (rows: readonly string[]): VNode => (
    <DataTable caption="Commitments" rows={rows} rowKey={(r) => r} empty="Nothing matches." exports={[{ href: '/x.csv', label: 'CSV' }]}
      columns={[{ key: 'a', label: 'Name', main: true, cell: (r) => r, sort: { href: '?sort=-a', now: 'ascending' } }, { key: 'b', label: 'Sum', align: 'end', cell: () => '1' }]} />
  );

  it('sorts by links and says the order in force', () => {
    expect(draw(table(['x']))).toContain('aria-sort="ascending"><a href="?sort=-a">Name</a>');
  });

  it('keeps its meaning as a table where a phone stacks it', () => {
    const html = draw(table(['x']));
    expect(html).toContain('<th role="rowheader" scope="row">x</th><td role="cell" class="end num" data-label="Sum">1</td>');
  });

  it('says what to do when it is empty', () => {
    expect(draw(table([]))).toBe('<div class="empty"><p>Nothing matches.</p></div>');
  });

  it('counts rows in the reader’s convention and links the pages around', () => {
    const html = draw(<Pagination page={3} pageSize={20} total={1240} href={(p) => `?page=${p}`} />, 'vi');
    expect(html).toContain('41–60 trong 1.240');
    expect([...html.matchAll(/href="\?page=(\d+)"/gu)].map((m) => m[1])).toEqual(['2', '1', '2', '3', '4', '62', '4']);
    expect(draw(<Pagination page={1} pageSize={20} total={3} href={() => ''} />)).not.toContain('<ul>');
  });

  it('filters by plain links with counts', () => {
    const html = draw(<Filters groups={[{ title: 'State', options: [{ label: 'done', href: '?s=done', count: 1200, current: true }] }]} active={[{ label: 'done', href: '?' }]} />);
    expect(html).toContain('aria-current="true"><span>done</span><span class="num quiet"> 1,200</span>');
    expect(html).toContain('aria-label="Remove filter: done"');
  });
});

it('filters in groups are folded, each named; a link taken in the open fold leaves it open', () => {
  const groups = ['State', 'Theme'].map((title) => ({ title, options: [{ label: title, href: `/list?a=1&x=${title}#top` }] }));
  expect(draw(<Filters groups={groups} />)).toContain('<details class="fold"><summary>Filters<span class="fold-names">State · Theme</span></summary>');
  const html = draw(<Filters groups={groups} open />);
  expect(html).toContain('<details class="fold" open>');
  expect(html).toContain('href="/list?a=1&amp;x=State&amp;filters=open#top"');
});

describe('the options of a filter', () => {
  const options = (lengths: readonly number[], chosen = -1) => lengths.map((length, i) => ({ label: 'x'.repeat(length), href: `?${i}`, count: 1, current: i === chosen }));

  it('take one line; the rest is folded and can be opened', () => {
    const html = draw(<Filters groups={[{ title: 'Meeting', options: options([40, 40, 40, 40]) }]} />);
    expect(html).toContain('<details><summary>2 more</summary>');
    expect(html.match(/<li><a href="\?\d"/gu)).toHaveLength(4);
  });

  it('are never folded where one is chosen, and never one alone', () => {
    const keys = (list: ReturnType<typeof options>) => firstLine(list)[0].map((option) => option.href);
    expect(keys(options([40, 40, 40, 40, 40], 4))).toEqual(['?0', '?1', '?4']);
    expect(keys(options([40, 40, 40]))).toEqual(['?0', '?1', '?2']);
  });
});

describe('figures of both sides', () => {
  it('show what is missing, what differs and what is settled', () => {
    const html = draw(<FiguresTable caption="Figures" parties={['VN', 'LA']} rows={[
      { key: '1', label: 'Value', values: { VN: '640' }, difference: '28', href: '/settle' }, { key: '2', label: 'People', values: { VN: '14', LA: '14' }, settled: '14', changed: true },
    ]} />);
    expect(html).toContain('data-label="Lao PDR"><span class="quiet">not reported</span>');
    expect(html).toContain('class="differs"');
    expect(html).toContain('<span class="joint">14</span>');
    expect(html).toContain('a report changed since');
  });
});

describe('consent', () => {
  it('shows crossed versions with their buttons, each posting with what is hidden', () => {
    const html = draw(<Crossed action="/consent" hidden={{ _csrf: 'c' }} versions={[
      { key: '1', party: 'VN', children: 'ours', actions: [{ label: 'Ask', name: 'ask' }] }, { key: '2', party: 'LA', children: 'theirs', actions: [{ label: 'Accept', reason: 'ours stands.' }] },
    ]} />);
    expect(html.match(/name="_csrf" value="c"/gu)).toHaveLength(2);
    expect(html).toContain('Not possible now: ours stands.');
  });

  it('never calls a proof good that was not checked', () => {
    const html = draw(<ProofPanel entries={[{ party: 'VN', entry: '1', checked: 'unproven' }, { party: 'LA', entry: '2', checked: 'failed' }]} />);
    expect(html).not.toContain('signature checked');
    expect(html).toContain('not proven');
    expect(html).toContain('check failed');
    expect(draw(<ProofPanel entries={[]} />)).toContain('No party has agreed');
  });
});

it('a promise through the years names where one stands and what is uncertain', () => {
  const html = draw(<LineagePath steps={[{ key: '1', year: '2013', label: 'First', href: '/1' }, { key: '2', year: '2019', label: 'Here', href: '/2', current: true, relation: 'renewed', uncertain: true }]} />);
  expect(html).toContain('<a href="/1">First</a>');
  expect(html).toContain('class="uncertain" aria-current="true"');
  expect(html).not.toContain('href="/2"');
  expect(html).toContain('renewed (uncertain)');
});
