import { langs, type Lang } from '@entente/text';
import { Page, PageHead, renderPage, type AssetLinks } from '../index.ts';
import { ChartsSection } from './charts.tsx';
import { DataSection } from './data.tsx';
import { FormsSection } from './forms.tsx';
import { samples } from './samples.ts';
import { TextsSection } from './texts.tsx';
import { VoicesSection } from './voices.tsx';

/** The living page: every component in every state, in one language. */
export function designPage(lang: Lang, assets: AssetLinks, base = '/design'): string {
  const s = samples.t(lang);
  return renderPage(
    <Page lang={lang} title={s('title')} assets={assets} palette="design" mine="VN" office={s('ministry-vn')}
      parties={[{ id: 'VN', name: s('vn') }, { id: 'LA', name: s('la') }]}
      search={{ action: base }} languages={langs.map((l) => ({ lang: l, href: `${base}?lang=${l}`, current: l === lang }))}
      user={{ name: s('person'), role: s('coordinator'), href: base, signOut: { action: base } }}
      nav={[
        { href: base, label: s('home') }, { href: `${base}#texts`, label: s('instruments'), current: true, count: 4 }, { href: `${base}#forms`, label: s('programme') },
        { href: `${base}#consent`, label: s('exchange'), apart: true },
      ]}
      breadcrumb={[{ label: s('home'), href: base }, { label: s('title') }]}
      health={[{ text: s('health') }, { text: s('health-wrong'), isWrong: true }]} footerLinks={[{ href: base, label: s('title') }]}>
      <PageHead title={s('title')} meta={s('about')} />
      <VoicesSection />
      <TextsSection />
      <FormsSection />
      <DataSection />
      <ChartsSection />
    </Page>,
  );
}
