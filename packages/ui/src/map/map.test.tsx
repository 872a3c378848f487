import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { drawMap, PlaceMap, readMapSheet, Reading } from '../index.ts';
import { innerPoint } from './inner-point.ts';
import { placeLabels } from './labels.ts';

/** Three squares in a row: two of one party, one of another. */
const file = {
  type: 'Topology',
  sheet: { name: 'now', title: { en: 'Now' }, from: '2025-07-01', credit: { en: 'Ours' } },
  objects: { places: { type: 'GeometryCollection', geometries: [
    { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'a', party: 'A', offices: ['office-a'] } },
    { type: 'Polygon', arcs: [[~1, 2, 3, 4]], properties: { id: 'b', party: 'A' } },
    { type: 'MultiPolygon', arcs: [[[~3, 5]]], properties: { id: 'c', party: 'C', at: [2.5, 0.25] } },
  ] } },
  arcs: [[[1, 0], [0, 0], [0, 1], [1, 1]], [[1, 1], [1, 0]], [[1, 1], [2, 1]], [[2, 1], [2, 0]], [[2, 0], [1, 0]], [[2, 1], [3, 1], [3, 0], [2, 0]]],
};
const broken = (change: object) => () => readMapSheet({ ...file, ...change });
const colours = [{ id: 'A', colour: '#a8201a' }, { id: 'C', colour: '#1d4b96' }];

describe('a map file', () => {
  const sheet = readMapSheet(file);

  it('is read into areas with a mark inside, north on top', () => {
    expect(sheet.areas.map((area) => area.id)).toEqual(['a', 'b', 'c']);
    const [a, b] = sheet.areas;
    expect(a?.at[0]).toBeLessThan(b?.at[0] ?? 0);
    expect(sheet.areas[2]?.at).toEqual([Math.round(sheet.width * 2.5 / 3), 1140]);
    expect(sheet.areas[0]?.path).toMatch(/^M\d+ \d+l.*z$/u);
  });

  it('draws each line once: seams inside a party, what two parties share, and what is theirs alone', () => {
    expect(sheet.seams.match(/M/gu)).toHaveLength(1);
    expect(sheet.common.match(/M/gu)).toHaveLength(1);
    expect(sheet.outlines['A']?.match(/M/gu)).toHaveLength(3);
    expect(sheet.outlines['C']?.match(/M/gu)).toHaveLength(1);
  });

  it('is read the same with steps on a grid', () => {
    const steps = file.arcs.map((arc) => arc.map(([x = 0, y = 0], i) => [x - (arc[i - 1]?.[0] ?? 0), y - (arc[i - 1]?.[1] ?? 0)]));
    expect(readMapSheet({ ...file, arcs: steps, transform: { scale: [1, 1], translate: [0, 0] } }).areas).toEqual(sheet.areas);
  });

  it('is refused with the reason', () => {
    expect(() => readMapSheet('x')).toThrow('not a TopoJSON file');
    expect(broken({ objects: {} })).toThrow('one GeometryCollection');
    expect(broken({ arcs: [[[0, 0]]] })).toThrow('arc 0 is no line');
    expect(broken({ arcs: file.arcs.slice(0, 3) })).toThrow('place 1 must be a Polygon');
    expect(broken({ sheet: { ...file.sheet, name: '../x' } })).toThrow('"sheet.name"');
    expect(broken({ sheet: { ...file.sheet, credit: {} } })).toThrow('whose map it is');
    expect(broken({ sheet: { ...file.sheet, from: 'July' } })).toThrow('"sheet.from" must be a day');
    expect(broken({ sheet: { ...file.sheet, creditUrl: 'javascript:alert(1)' } })).toThrow('web address');
    expect(broken({ objects: { places: { geometries: file.objects.places.geometries.map((each) => ({ ...each, properties: { id: 'a', party: 'A' } })) } } })).toThrow('two places have the id a');
    expect(broken({ objects: { places: { geometries: [{ ...file.objects.places.geometries[0], properties: { id: 'a' } }] } } })).toThrow('a has no "party"');
  });

  it('becomes a picture with the colours of the parties, marked areas stronger', () => {
    const svg = drawMap(sheet, colours, new Set(['a']));
    expect(svg).toContain('.p0{fill:#a8201a}');
    expect(svg.match(/fill-opacity="\.3"/gu)).toHaveLength(1);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).not.toContain('undefined');
  });
});

describe('places on a map', () => {
  const sheet = readMapSheet(file);
  const draw = (piece: VNode): string => renderToString(<Reading lang="en" parties={[{ id: 'A', name: 'Aland' }, { id: 'C', name: 'Cland' }]}>{piece}</Reading>);
  const places = [{ key: '1', area: 'a', label: 'Alpha', href: '/offices/1', joined: true }, { key: '2', area: 'c', label: 'Gamma', href: '/offices/2', joined: true }, { key: '3', area: 'nowhere', label: 'Lost', href: '/x' }];
  const html = draw(<PlaceMap sheet={sheet} src="/m.svg" label="Places" credit="Ours" places={places} ties={[{ key: 't', from: '1', to: '2', label: 'Alpha and Gamma' }, { key: 'u', from: '1', to: '3', label: 'Nothing' }]} />);

  it('are links that say whose they are, joined by curves; the picture waits until it is looked at', () => {
    expect(html).toContain('<a href="/offices/1" class="place joined" data-party="A" aria-label="Alpha (Aland)">');
    expect(html.match(/class="tie"/gu)).toHaveLength(1);
    expect(html).toContain('loading="lazy"');
  });

  it('leave out what lies outside the map', () => {
    expect(html).not.toContain('Lost');
    expect(html).not.toContain('undefined');
  });

  it('have names that touch neither each other nor a mark', () => {
    const names = Array.from({ length: 30 }, (_, i) => ({ key: String(i), x: 40 + (i % 6) * 62, y: 20 + Math.floor(i / 6) * 22, text: 'Savannakhet' }));
    const labels = placeLabels(names, 460, 140);
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.length).toBeLessThan(30);
    const boxes = labels.map((label) => { const wide = 'Savannakhet'.length * 6.4; return { left: label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - wide : label.x - wide / 2, wide, y: label.y }; });
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 14 || a.left + a.wide <= b.left + 0.01 || b.left + b.wide <= a.left + 0.01).toBe(true);
  });

  it('are marked inside their area, however it bends', () => {
    const horseshoe = [[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]] as const;
    const [x, y] = innerPoint([horseshoe]);
    expect(x < 2 || x > 8 || y < 2).toBe(true);
  });
});
