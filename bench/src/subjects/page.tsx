/** A page of 29 KB rendered on the server: a list of twenty rows with filters in its frame, beside Preact drawing the same elements. */
import { h, type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { DataTable, Filters, Page, PageHead, PartyLabel, renderPage, State, TextField, type StateName } from '@entente/ui';
import { formatDate, formatNumber } from '@entente/text';
import { subject } from '../subject.ts';
import { inTurn } from '../timing.ts';

const [WARM, ROUNDS] = [300, 1_500];

export default subject({
  about: 'render of a 29 KB page on the server, beside Preact alone on the same elements',
  async run({ tell }) {
    const html = renderPage(listPage(0));
    const bare = elementsOf(html);
    if (renderToString(bare).length < html.length * 0.95) throw new Error('the bare elements are not the page');
    tell(`${html.length} characters, ${Buffer.byteLength(html)} bytes`);
    let at = 0;
    const things = { ours: () => renderPage(listPage(at++)), preact: () => renderToString(bare) };
    await inTurn(WARM, things);
    const { ours, preact } = await inTurn(ROUNDS, things);
    return [
      { what: `page of ${Math.round(Buffer.byteLength(html) / 1000)} KB, median`, unit: 'ms', value: ours.median, beside: { what: 'Preact alone', value: preact.median, measured: true }, goal: { of: 'value', most: 0.6 } },
      { what: 'the same, 95th of 100', unit: 'ms', value: ours.p95, beside: { what: 'Preact alone', value: preact.p95, measured: true } },
      { what: 'the same, fastest', unit: 'ms', value: ours.least, beside: { what: 'Preact alone', value: preact.least, measured: true } },
    ];
  },
});

const STATES: readonly StateName[] = ['running', 'late', 'done', 'proposed'];
const row = (at: number) => ({
  id: `0190c8a0-0000-7000-8000-${String(at).padStart(12, '0')}`, title: `Đào tạo bồi dưỡng cán bộ ngành Lao động và Phúc lợi xã hội Lào tại Việt Nam, khoá ${at}, theo thoả thuận năm 2019`,
  theme: 'Phát triển kỹ năng nghề', office: 'Cục Hợp tác quốc tế, Bộ Nội vụ', party: at % 2 === 0 ? 'VN' : 'LA', state: STATES[at % 4] ?? 'running', date: `20${10 + (at % 16)}-03-28`, amount: String(640_000_000 + at * 1_000),
});

function listPage(shift: number): VNode {
  const rows = Array.from({ length: 20 }, (_, at) => row(shift + at));
  const href = (query: string): string => `/commitments?${query}`;
  const groups = ['Lĩnh vực', 'Cơ quan', 'Tình trạng', 'Năm'].map((title, group) => ({
    title, options: Array.from({ length: 16 }, (_, at) => ({ label: `${title} ${at + 1}`, href: href(`g${group}=${at}`), count: 3 + at * 7, current: group === 0 && at === 2 })),
  }));
  return (
    <Page lang="vi" title="Cam kết" assets={{ css: '/assets/entente.0123456789.css', script: '/assets/entente.0123456789.js', icon: 'data:,' }} palette="vn-la" mine="VN" office="Bộ Nội vụ"
      parties={[{ id: 'VN', name: 'Việt Nam' }, { id: 'LA', name: 'Lào' }]} search={{ action: '/search' }}
      languages={[{ lang: 'vi', href: '?lang=vi', current: true }, { lang: 'lo', href: '?lang=lo' }, { lang: 'en', href: '?lang=en' }]}
      user={{ name: 'Nguyễn Văn A', role: 'Điều phối viên', href: '/account', signOut: { action: '/sign-out' } }}
      nav={['Trang đầu', 'Văn kiện', 'Cam kết', 'Kỳ họp', 'Cơ quan', 'Báo cáo', 'Trao đổi'].map((label, at) => ({ label, href: `/${at}`, current: at === 2, count: at }))}
      breadcrumb={[{ label: 'Trang đầu', href: '/' }, { label: 'Cam kết' }]} health={[{ text: 'Trao đổi lần cuối 2 phút trước' }]}>
      <PageHead title="Cam kết" />
      <Filters groups={groups} active={[{ label: 'Lĩnh vực 3', href: href('') }]} clear="/commitments" form={{ action: '/commitments', fields: <TextField name="q" label="Từ" type="search" optional /> }} />
      <DataTable caption="Cam kết" captionHidden rows={rows} rowKey={(each) => each.id} pages={{ page: 3, pageSize: 20, total: 5_000, href: (n) => href(`page=${n}`) }} exports={[{ href: '/commitments.csv', label: 'CSV' }]}
        columns={[
          { key: 'title', label: 'Cam kết', main: true, cell: (each) => <a href={`/commitments/${each.id}`}>{each.title}</a>, sort: { href: href('sort=title') } },
          { key: 'theme', label: 'Lĩnh vực', cell: (each) => each.theme },
          { key: 'office', label: 'Cơ quan', cell: (each) => <a href={`/offices/${each.id}`}>{each.office}</a> },
          { key: 'party', label: 'Bên', cell: (each) => <PartyLabel party={each.party} /> },
          { key: 'state', label: 'Tình trạng', cell: (each) => <State is={each.state} /> },
          { key: 'date', label: 'Ngày', cell: (each) => formatDate(each.date, 'vi', 'medium'), sort: { href: href('sort=date'), now: 'descending' } },
          { key: 'amount', label: 'Kinh phí', align: 'end', cell: (each) => formatNumber(each.amount, 'vi') },
        ]} />
    </Page>
  );
}

const VOID = new Set(['meta', 'link', 'input', 'br', 'ellipse', 'path', 'circle', 'rect', 'use']);

/** The elements of a page that Preact wrote, without the components that made them. */
function elementsOf(html: string): VNode {
  const root: { tag: string; attributes: Record<string, string>; children: ComponentChildren[] } = { tag: 'html', attributes: {}, children: [] };
  const open = [root];
  for (const [, close, tag = '', attributes = '', self, text = ''] of html.replace('<!doctype html>', '').matchAll(/<(\/?)([a-z0-9-]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/gu)) {
    const parent = open.at(-1) ?? root;
    if (text !== '') parent.children.push(unescaped(text));
    else if (close === '/') {
      const done = open.pop();
      if (done && done !== root) (open.at(-1) ?? root).children.push(h(done.tag, done.attributes, ...done.children));
    } else {
      const named = Object.fromEntries([...attributes.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/gu)].map(([, name = '', value = '']) => [name, unescaped(value)]));
      if (VOID.has(tag) || self === '/') parent.children.push(h(tag, named));
      else open.push({ tag, attributes: named, children: [] });
    }
  }
  return h('div', null, ...root.children);
}

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
