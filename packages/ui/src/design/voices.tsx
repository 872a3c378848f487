import type { VNode } from 'preact';
import { HowFar, Joint, PageHead, Panel, PartyLabel, Reading, SideBySide, State, Voice, stateNames, useLang } from '../index.ts';
import { samples } from './samples.ts';

const five = [['VN', 'vn'], ['LA', 'la'], ['KH', 'kh'], ['MM', 'mm'], ['TH', 'th']] as const;

/** Voices, the joint mark, states. */
export function VoicesSection(): VNode {
  const lang = useLang();
  const s = samples.t(lang);
  return (
    <>
      <Panel id="voices" title={s('voices')}>
        <PageHead who="joint" title={s('commitment')} meta={s('commitment-meta')}
          below={<HowFar states={[{ party: 'VN', is: 'done', label: s('far-vn') }, { party: 'LA', is: 'running', label: s('far-la') }]} next={[{ parties: ['LA'], what: s('next-la'), href: '#voices' }, { parties: ['VN', 'LA'], what: s('settle'), href: '#figures' }]} />}
          actions={<><a class="btn main" href="#voices">{s('settle')}</a><a class="btn second" href="#voices">{s('ask')}</a></>} />
        <SideBySide sides={[
          { party: 'VN', office: s('ministry-vn-then'), children: <p>{s('said-vn')}</p>, foot: s('submitted') },
          { party: 'LA', office: 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ', officeLang: 'lo', lang: 'lo', children: <p>ໄດ້ຮັບອຸປະກອນແລ້ວ, ກຳລັງກວດນັບ.</p> },
        ]} />
        <SideBySide sides={[{ party: 'VN', note: s('proposed-ago'), children: <p>{s('rotation')}</p> }, { party: 'LA', office: s('ministry-la') }]} />
        <p><PartyLabel party="VN" /> · <PartyLabel party="LA" full /> · <Joint inline /> · <Joint inline>14</Joint></p>
        <Voice party="LA" note={s('proposed-ago')} />
      </Panel>
      <Panel id="five" title={s('five')}>
        <Reading lang={lang} mine="VN" parties={five.map(([id, key]) => ({ id, name: s(key) }))}>
          <div data-palette="design-many">
            <Joint><p>{s('plan-2026')}</p></Joint>
            <p>{five.map(([id]) => <span key={id}><PartyLabel party={id} />{' '}</span>)}<Joint inline /></p>
          </div>
        </Reading>
      </Panel>
      <Panel id="states" title={s('states')}>
        <ul class="states">{stateNames.map((name) => <li key={name}><State is={name} /></li>)}<li><State is="late">{s('late-5')}</State></li></ul>
      </Panel>
    </>
  );
}
