import type { VNode } from 'preact';
import {
  Cards, Change, Crossed, DataTable, DefinitionList, Difference, Downloads, EmptyState, FiguresTable, Filters, Flash, ItemList, JobMark, Joint, LineagePath, LinkButton, Marked, PartyLabel,
  Panel, PartyStates, Progress, ProofPanel, Sought, State, Tabs, TextField, Timeline, useLang, type StateName,
} from '../index.ts';
import { samples } from './samples.ts';

type Say = ReturnType<typeof samples.t>;

/** Lists, overview, history, figures, consent, messages. */
export function DataSection(): VNode {
  const lang = useLang();
  const s = samples.t(lang);
  return (
    <>
      <Panel id="overview" title={s('overview')} note={s('about')} more={{ href: '#overview', label: s('see-all') }}><Overview s={s} /></Panel>
      <Panel id="lists" title={s('lists')}><List s={s} /></Panel>
      <Panel id="history" title={s('history')}><History s={s} /></Panel>
      <Panel id="figures" title={s('figures')}><Figures s={s} /></Panel>
      <Panel id="consent" title={s('consent')}><Consent s={s} lang={lang} /></Panel>
      <Panel id="messages" title={s('messages')}><Messages s={s} /></Panel>
    </>
  );
}

function Overview({ s }: { readonly s: Say }): VNode {
  return (
    <Cards level={3} cards={[
      { title: s('waits-us'), count: 4, items: [
        <><a href="#overview">{s('rotation')}</a><br /><PartyLabel party="LA" /> <small class="quiet">{s('proposed-ago')}</small></>,
        <><a href="#overview">{s('officials')}</a> <span class="num quiet">120 / 112</span></>,
      ] },
      { title: s('waits-them'), count: 7, items: [<a href="#overview">{s('plan-2026')}</a>, <><a href="#overview">{s('equipment')}</a> <span class="num quiet">640.000.000 ₫</span></>], more: { href: '#overview', label: s('see-all') } },
      { title: s('due'), count: 0, items: [], empty: s('nothing-due') },
    ]} />
  );
}

const rowsOf = (s: Say): readonly { id: string; title: string; theme: string; state: StateName; date: string; money: string }[] => [
  { id: '5c', title: s('commitment'), theme: s('twinning'), state: 'running', date: '28/03/2019', money: '640.000.000 ₫' },
  { id: '7', title: s('course'), theme: s('vocational'), state: 'late', date: '15/09/2025', money: '18.500 US$' },
  { id: '9', title: s('rotation'), theme: s('policy'), state: 'proposed', date: '19/11/2026', money: '' },
];

function List({ s }: { readonly s: Say }): VNode {
  const href = (q: string): string => `?${q}#lists`;
  return (
    <>
      <Tabs label={s('lists')} tabs={[{ href: href('tab=1'), label: s('name'), current: true, count: 106 }, { href: href('tab=2'), label: s('programme'), count: 48 }]} />
      <Filters active={[{ label: s('twinning'), href: href('-theme') }, { label: s('running'), href: href('-state') }]} clear={href('clear')}
        form={{ action: '#lists', fields: <TextField name="q" label={s('name')} optional type="search" value="686" /> }}
        groups={[
          { title: s('theme'), options: [{ label: s('mobility'), href: href('t=1'), count: 14 }, { label: s('twinning'), href: href('t=4'), count: 7, current: true }, { label: s('vocational'), href: href('t=2'), count: 12 }, { label: s('remains'), href: href('t=5'), count: 5 }] },
          { title: s('state'), options: [{ label: s('running'), href: href('s=1'), count: 31, current: true }, { label: s('done'), href: href('s=2'), count: 52 }, { label: s('unreported'), href: href('s=3'), count: 23 }] },
        ]} />
      <DataTable caption={s('instruments')} captionHidden rows={rowsOf(s)} rowKey={(r) => r.id}
        exports={[{ href: '/design.csv', label: 'CSV' }, { href: '/design.xlsx', label: 'Excel' }]} pages={{ page: 3, pageSize: 20, total: 1240, href: (page) => href(`page=${page}`) }}
        columns={[
          { key: 'title', label: s('name'), main: true, cell: (r) => <a href="#lists">{r.title}</a>, sort: { href: href('sort=title') } },
          { key: 'theme', label: s('theme'), cell: (r) => r.theme },
          { key: 'state', label: s('state'), cell: (r) => <State is={r.state} /> },
          { key: 'date', label: s('date'), align: 'end', cell: (r) => r.date, sort: { href: href('sort=date'), now: 'descending' } },
          { key: 'money', label: s('budget'), align: 'end', cell: (r) => r.money },
        ]} />
      <DataTable caption={s('instruments')} rows={[]} rowKey={() => ''} columns={[]} empty={s('no-commitments')} />
      <Sought look={(text) => (text.includes('686') ? [[text.indexOf('686'), text.indexOf('686') + 3]] : [])}>
        <ItemList items={[{ key: 'found', title: <a href="#lists"><Marked text={s('commitment')} /></a>, meta: <span><span class="quiet">{s('name')}:</span> <Marked text={s('said-vn')} marks={[[0, s('said-vn').indexOf(' ') < 0 ? 9 : s('said-vn').indexOf(' ')]]} /></span> }]} />
      </Sought>
      <ItemList most={2} items={[
        { key: '1', title: <a href="#lists">{s('plan-2019')}</a>, meta: <State is="waiting" />, side: s('yesterday') },
        { key: '2', title: <a href="#lists">{s('instruments')}</a>, side: <PartyLabel party="LA" />, box: { name: 'chosen', value: '2', label: s('instruments') } },
        { key: '3', title: s('twinning') }, { key: '4', title: s('trained') },
      ]} />
      <p><PartyStates states={[{ party: 'VN', is: 'done', label: s('said-vn') }, { party: 'LA', is: 'none', label: s('said-la') }]} /></p>
      <Downloads items={[{ label: s('instruments'), files: [{ label: 'Excel', href: '#lists' }, { label: 'CSV', href: '#lists' }] }, { label: 'ລາວ', lang: 'lo', files: [{ label: 'PDF', href: '#lists', page: true }] }]} />
      <EmptyState action={<LinkButton href="#lists">{s('see-all')}</LinkButton>}>{s('nothing-due')}</EmptyState>
    </>
  );
}

function History({ s }: { readonly s: Say }): VNode {
  return (
    <>
      <LineagePath open steps={[
        { key: '1', year: '2012', label: 'U Đôm Xay', note: s('held-2012'), href: '#history' },
        { key: '2', year: '2014', label: s('held-2014'), href: '#history' },
        { key: '3', year: '2015', label: s('held-2015'), href: '#history' },
        { key: '4', year: '2019', label: s('plan-2019'), note: '5 c', current: true, relation: s('renewed') },
        { key: '5', year: '2025', label: s('held-2025'), href: '#history', relation: s('mentioned'), uncertain: true },
      ]} />
      <Timeline entries={[
        { key: '1', at: '2026-11-21T08:12Z', when: '08:12', who: 'LA', what: s('said-la') },
        { key: '2', when: s('yesterday'), who: 'VN', what: <>{s('place-changed')}: <Change before="Hà Nội" after="Ninh Bình" /></>, detail: <Difference before={s('place-before')} after={s('place-after')} lang={s.lang} /> },
        { key: '3', when: '19/11/2026', who: 'joint', what: s('settled-figure') },
      ]} />
    </>
  );
}

function Figures({ s }: { readonly s: Say }): VNode {
  return (
    <>
      <DefinitionList items={[{ term: s('theme'), detail: s('twinning') }, { term: s('state'), detail: <State is="agreed" /> }, { term: s('date'), detail: '28/03/2019' }, { term: s('budget'), detail: undefined }]} />
      <FiguresTable caption={s('figures')} parties={['VN', 'LA']} rows={[
        { key: '1', label: s('value'), values: { VN: '640.000.000 ₫', LA: '612.500.000 ₫' }, difference: '27.500.000 ₫', href: '#figures' },
        { key: '2', label: s('trained'), values: { VN: s('women'), LA: s('women') }, settled: '14', settledNote: '02/11/2021' },
        { key: '3', label: s('courses'), values: { VN: '2' } },
        { key: '4', label: s('officials'), values: { VN: '120', LA: '118' }, settled: '118', changed: true },
      ]} />
    </>
  );
}

function Consent({ s, lang }: { readonly s: Say; readonly lang: string }): VNode {
  return (
    <>
      <Crossed action="/design" hidden={{ _key: 'sample' }} difference={<Difference before={s('place-before')} after={s('place-after')} lang={lang} />} versions={[
        { key: '1', party: 'VN', when: s('yesterday'), children: <p>{s('place-before')}</p>, agreed: <State is="agreed" />, actions: [{ label: s('ask-release'), name: 'ask', kind: 'second' }] },
        { key: '2', party: 'LA', when: s('proposed-ago'), children: <p>{s('place-after')}</p>, actions: [{ label: s('accept-theirs'), name: 'accept', reason: s('refusal') }, { label: s('decline-theirs'), name: 'decline', kind: 'second' }] },
      ]} />
      <ProofPanel fingerprint="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" download="/design" verify="/design" entries={[
        { party: 'VN', entry: '1.204', when: '28/03/2019', checked: 'checked' }, { party: 'LA', entry: '987', when: '28/03/2019', checked: 'unproven' },
      ]} />
      <ProofPanel entries={[{ party: 'LA', entry: '988', checked: 'failed' }]} />
      <ProofPanel entries={[]} />
    </>
  );
}

function Messages({ s }: { readonly s: Say }): VNode {
  return (
    <>
      <Flash kind="done" text={s('saved')} />
      <Flash kind="note" text={<>{s('settled-figure')} <Joint inline /></>} />
      <Flash kind="problem" text={s('unreachable')} />
      <Progress label={s('import')} state="running" done={520} total={1240} counts={[{ label: s('rows-read'), value: 520 }, { label: s('rows-new'), value: 31 }]} />
      <p><JobMark state="running" /> <JobMark state="failed" /> <JobMark state="stopped" /></p>
      <Progress label={s('import')} state="waiting" done={0} />
      <Progress label={s('import')} state="failed" done={17} total={1240} message={s('import-failed')} />
      <Progress label={s('import')} state="done" done={1240} total={1240} />
    </>
  );
}
