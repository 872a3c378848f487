import { langs, type Lang } from '@entente/text';
import { Page, PageHead, renderPage, type AssetLinks, type Palette } from '../index.ts';
import { ChartsSection } from './charts.tsx';
import { DataSection } from './data.tsx';
import { FormsSection } from './forms.tsx';
import { samples } from './samples.ts';
import { TextsSection } from './texts.tsx';
import { VoicesSection } from './voices.tsx';

/** Colours the living page needs beside the cooperations' own. */
export const designPalettes: readonly Palette[] = [
  { name: 'design', parties: [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }] },
  { name: 'design-many', parties: [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }, { id: 'KH', colour: '#00695c' }, { id: 'MM', colour: '#f9c623' }, { id: 'TH', colour: '#6a3d9a' }] },
];

/** The living page: every component in every state, in one language; the assets must have been built with `designPalettes`. */
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
      health={s('health')} footerLinks={[{ href: base, label: s('title') }]}>
      <PageHead title={s('title')} meta={s('about')} />
      <VoicesSection />
      <TextsSection />
      <FormsSection />
      <DataSection />
      <ChartsSection />
    </Page>,
  );
}
