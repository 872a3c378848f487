/**
 * A map as data: areas of the parties, drawn for orientation. What it shows (islands, borders) is decided by whoever gives
 * the file, never by code; docs/maps.md says what a file holds.
 */
import { innerPoint } from './inner-point.ts';
import { readTopology, ringOf, type Point, type TopoArea, type Topology } from './topology.ts';

export interface MapArea {
  readonly id: string;
  readonly party: string;
  /** Offices of the area: natural keys or ids of records. */
  readonly offices: readonly string[];
  /** Where its mark stands, in units of the sheet. */
  readonly at: Point;
  readonly path: string;
}

export interface MapSheet {
  /** Last part of its address. */
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  /** First and last day on which the areas stood; absent: open. */
  readonly from?: string;
  readonly to?: string;
  readonly credit: Readonly<Record<string, string>>;
  readonly creditUrl?: string;
  readonly width: number;
  readonly height: number;
  readonly areas: readonly MapArea[];
  /** Lines between areas of one party. */
  readonly seams: string;
  /** Lines around each party, by its id. */
  readonly outlines: Readonly<Record<string, string>>;
  /** Lines that two parties share. */
  readonly common: string;
}

/** Height of a sheet in its units: twice what it usually takes on a screen, so that whole numbers are fine enough. */
const HEIGHT = 1520;

/** Reads a map file. Throws an Error that says what is wrong with it. */
export function readMapSheet(value: unknown): MapSheet {
  const topology = readTopology(value);
  const about = aboutOf((value as { readonly sheet?: unknown }).sheet);
  const paper = projection(topology);
  const arcs = topology.arcs.map((arc) => arc.map(paper.place));
  const areas = topology.areas.map((area, at) => areaOf(area, at, arcs, paper.place));
  const ids = areas.map((area) => area.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`two places have the id ${twice}`);
  return { ...about, width: paper.width, height: HEIGHT, areas, ...linesOf(topology, areas, arcs) };
}

type About = Pick<MapSheet, 'name' | 'title' | 'from' | 'to' | 'credit' | 'creditUrl'>;

function aboutOf(value: unknown): About {
  const sheet = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const { name, title, from, to, credit, creditUrl } = sheet;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]*$/u.test(name)) throw new Error('"sheet.name" must be made of a-z, 0-9 and -');
  if (!isTexts(title)) throw new Error('"sheet.title" must give the title by language');
  if (!isTexts(credit)) throw new Error('"sheet.credit" must say by language whose map it is');
  if (creditUrl !== undefined && !(typeof creditUrl === 'string' && /^https?:\/\//u.test(creditUrl))) throw new Error('"sheet.creditUrl" must be a web address');
  return { name, title, credit, ...dayOf('from', from), ...dayOf('to', to), ...(creditUrl === undefined ? {} : { creditUrl }) };
}

function dayOf(end: 'from' | 'to', value: unknown): { readonly from?: string; readonly to?: string } {
  if (value === undefined) return {};
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(value)) throw new Error(`"sheet.${end}" must be a day, as 2025-07-01`);
  return { [end]: value };
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.values(value).every((text) => typeof text === 'string' && text !== '');

/** Longitude shortened by the cosine of the middle latitude: true enough for a map that one looks at, not measures on. */
function projection({ arcs }: Topology): { readonly width: number; readonly place: (point: Point) => Point } {
  const points = arcs.flat();
  const [west, east, south, north] = [0, 0, 1, 1].map((axis, at) => points.reduce((far, point) => Math[at % 2 === 0 ? 'min' : 'max'](far, point[axis as 0 | 1]), at % 2 === 0 ? Infinity : -Infinity)) as [number, number, number, number];
  if (!(west < east && south < north)) throw new Error('the map has no extent');
  const unit = HEIGHT / (north - south);
  const narrow = west >= -180 && east <= 180 && south >= -90 && north <= 90 ? Math.cos(((north + south) / 2) * (Math.PI / 180)) : 1;
  return { width: Math.round((east - west) * narrow * unit), place: ([x, y]) => [Math.round((x - west) * narrow * unit), Math.round((north - y) * unit)] };
}

function areaOf({ properties, polygons }: TopoArea, at: number, arcs: readonly (readonly Point[])[], place: (point: Point) => Point): MapArea {
  const { id, party, offices = [], at: given } = properties;
  if (typeof id !== 'string' || id === '') throw new Error(`place ${at} has no "id"`);
  if (typeof party !== 'string' || party === '') throw new Error(`${id} has no "party"`);
  if (!Array.isArray(offices) || !offices.every((office) => typeof office === 'string')) throw new Error(`${id}: "offices" must be a list of names`);
  const rings = polygons.flatMap((polygon) => polygon.map((ring) => ringOf(arcs, ring)));
  const outer = polygons.map((polygon) => ringOf(arcs, polygon[0] ?? []));
  const point = Array.isArray(given) ? place(given as unknown as Point) : innerPoint(outer);
  return { id, party, offices, at: point, path: rings.map((ring) => lineOf(ring, true)).join('') };
}

/** Each arc once: between two areas of one party it is a seam, between two parties common, else part of a party's outline. */
function linesOf(topology: Topology, areas: readonly MapArea[], arcs: readonly (readonly Point[])[]): Pick<MapSheet, 'seams' | 'outlines' | 'common'> {
  const parties = topology.arcs.map((): string[] => []);
  for (const [at, area] of topology.areas.entries()) {
    for (const arc of area.polygons.flat(2)) parties[arc < 0 ? ~arc : arc]?.push(areas[at]?.party ?? '');
  }
  const drawn = (which: (of: readonly string[]) => boolean): string => parties.flatMap((of, at) => (which(of) ? [lineOf(arcs[at] ?? [], false)] : [])).join('');
  const isShared = (of: readonly string[]): boolean => new Set(of).size > 1;
  const all = [...new Set(areas.map((area) => area.party))];
  return {
    seams: drawn((of) => of.length > 1 && !isShared(of)),
    common: drawn(isShared),
    outlines: Object.fromEntries(all.map((party) => [party, drawn((of) => of.length === 1 && of[0] === party)])),
  };
}

/** A line in as few letters as can be: whole numbers, each step from the one before; points that fall together once. */
export function lineOf(points: readonly Point[], closed: boolean): string {
  const [first] = points;
  if (!first) return '';
  let steps = '';
  let [x, y] = first;
  for (const [nextX, nextY] of closed ? points.slice(1, -1) : points.slice(1)) {
    const [dx, dy] = [nextX - x, nextY - y];
    if (dx === 0 && dy === 0) continue;
    steps += `${steps !== '' && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
    [x, y] = [nextX, nextY];
  }
  return steps === '' ? '' : `M${first[0]} ${first[1]}l${steps}${closed ? 'z' : ''}`;
}
