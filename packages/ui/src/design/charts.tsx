import { formatNumber } from '@entente/text';
import type { VNode } from 'preact';
import { Bars, drawMap, Panel, PlaceMap, readMapSheet, TimeBars, TimeSpine, UnitSquares, useLang } from '../index.ts';
import { formSamples } from './form-samples.ts';
import { samples } from './samples.ts';

/** Charts, each with its data as a table. */
export function ChartsSection(): VNode {
  const lang = useLang();
  const s = samples.t(lang);
  const bar = (who: string, value: number) => ({ who, value, text: formatNumber(value, lang) });
  return (
    <Panel id="charts" title={s('charts')}>
      <UnitSquares title={s('by-theme')} states={[s('done'), s('running'), s('unreported')]} groups={[
        { label: s('mobility'), counts: [6, 5, 3], href: '#charts' }, { label: s('vocational'), counts: [7, 3, 2], href: '#charts' }, { label: s('policy'), counts: [4, 3, 1], href: '#charts' },
        { label: s('twinning'), counts: [5, 1, 1], href: '#charts' }, { label: s('remains'), counts: [12, 9, 4], href: '#charts' }, { label: s('equipment'), counts: [4, 0, 0], href: '#charts' },
      ]} />
      <TimeSpine title={s('conferences')} from={2013} to={2028} shapes={{ round: s('conferences'), square: s('instruments') }} events={[
        { key: '3', date: '2013-07', when: '7/2013', mark: '3', label: 'Huế', who: 'VN', href: '#charts' },
        { key: '4', date: '2015-04', when: '4/2015', mark: '4', label: 'Viêng Chăn', who: 'LA', href: '#charts' },
        { key: '5', date: '2017-08', when: '8/2017', mark: '5', label: 'Đà Nẵng', who: 'VN' },
        { key: '6', date: '2019-03-28', when: '28/3/2019', mark: '6', label: 'Viêng Chăn', who: 'LA' },
        { key: '7', date: '2021-11', when: '11/2021', mark: '7', label: formSamples.t(lang)('online'), who: 'joint' },
        { key: 't', date: '2022-11-29', when: '29/11/2022', label: 'Quảng Ninh', who: 'joint', shape: 'square' },
        { key: 'u', date: '2022-12-05', when: '5/12/2022', label: 'Hà Nội', who: 'joint', shape: 'square', href: '#charts' },
        { key: '8', date: '2023-12', when: '12/2023', mark: '8', label: 'Luông Phạ Băng', who: 'LA' },
        { key: '9', date: '2025-11', when: '11/2025', mark: '9', label: 'Ninh Bình', who: 'VN' },
      ]} />
      <TimeBars title={s('conferences')} from="2025-01-01" to="2026-12-31" today={{ date: '2026-03-01', label: '1/3/2026' }} groups={[{ label: s('vocational'), bars: [
        { key: 'a', label: s('officials'), from: '2025-02-01', to: '2025-11-30', when: '2/2025 - 11/2025', state: 'done', stateText: s('done'), href: '#charts', marks: [{ date: '2025-06-30', label: '30/6/2025', reached: true }] },
        { key: 'b', label: s('equipment'), from: '2025-10-01', to: '2026-08-31', when: '10/2025 - 8/2026', state: 'running', stateText: s('running') },
      ] }]} />
      <Bars title={s('officials')} groups={[
        { label: '2024', bars: [bar('VN', 96), bar('LA', 96), bar('joint', 96)] },
        { label: '2025', bars: [bar('VN', 1120), bar('LA', 1112)] },
      ]} />
      <PlaceMap sheet={sampleMap} src={picture} label={s('charts')} credit={s('map-credit')}
        places={[{ key: 'a', area: 'b', label: s('place-a'), href: '#charts', joined: true }, { key: 'b', area: 'c', label: s('place-b'), href: '#charts', joined: true }, { key: 'c', area: 'a', label: s('place-c'), href: '#charts' }]}
        ties={[{ key: '1', from: 'a', to: 'b', label: s('twinning') }]} />
    </Panel>
  );
}

/** Three areas of no country, so that the map can be looked at without one. */
const sampleMap = readMapSheet({
  type: 'Topology',
  sheet: { name: 'sample', title: { en: 'Sample' }, credit: { en: 'Sample' } },
  objects: { places: { geometries: [
    { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'a', party: 'LA' } },
    { type: 'Polygon', arcs: [[-2, 2, 3, 4]], properties: { id: 'b', party: 'LA' } },
    { type: 'Polygon', arcs: [[-4, 5]], properties: { id: 'c', party: 'VN' } },
  ] } },
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [[[400, 0], [-300, 40], [-100, 260], [140, 300], [300, -40]], [[440, 560], [80, -260], [-120, -300]], [[440, 560], [360, 60]], [[800, 620], [-40, -260], [60, -320]], [[820, 40], [-420, -40]], [[800, 620], [360, -120], [80, -300], [-420, -160]]],
});
const picture = `data:image/svg+xml,${encodeURIComponent(drawMap(sampleMap, [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }], new Set(['b', 'c'])))}`;
