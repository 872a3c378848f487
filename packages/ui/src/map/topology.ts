/** TopoJSON as far as maps need it: arcs shared by neighbours, decoded to longitude and latitude. */

export type Point = readonly [number, number];

/** A polygon or several, as lists of rings, each a list of arc numbers; `~n` is arc n backwards. */
export interface TopoArea {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly (readonly (readonly number[])[])[];
}

export interface Topology {
  readonly arcs: readonly (readonly Point[])[];
  readonly areas: readonly TopoArea[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPair = (value: unknown): value is [number, number] => Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((part) => Number.isFinite(part));

/** Reads a topology. Throws an Error that says what is wrong. */
export function readTopology(value: unknown): Topology {
  if (!isObject(value) || value['type'] !== 'Topology') throw new Error('not a TopoJSON file: "type" must be "Topology"');
  const [object] = Object.values(isObject(value['objects']) ? value['objects'] : {});
  const geometries = isObject(object) && Array.isArray(object['geometries']) ? object['geometries'] : null;
  if (!geometries) throw new Error('"objects" must hold one GeometryCollection');
  const arcs = arcsOf(value['arcs'], value['transform']);
  return { arcs, areas: geometries.map((geometry, at) => areaOf(geometry, at, arcs.length)) };
}

function arcsOf(value: unknown, transform: unknown): Point[][] {
  if (!Array.isArray(value)) throw new Error('"arcs" are missing');
  const steps = isObject(transform);
  const [scale, move] = steps ? [transform['scale'], transform['translate']] : [[1, 1], [0, 0]];
  if (!isPair(scale) || !isPair(move)) throw new Error('"transform" must have "scale" and "translate"');
  return value.map((arc: unknown, at) => {
    if (!Array.isArray(arc) || arc.length < 2 || !arc.every(isPair)) throw new Error(`arc ${at} is no line of points`);
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      [x, y] = steps ? [x + dx, y + dy] : [dx, dy];
      return [x * scale[0] + move[0], y * scale[1] + move[1]];
    });
  });
}

function areaOf(geometry: unknown, at: number, arcs: number): TopoArea {
  if (!isObject(geometry)) throw new Error(`place ${at} is no geometry`);
  const { type } = geometry;
  const polygons: unknown = type === 'Polygon' ? [geometry['arcs']] : type === 'MultiPolygon' ? geometry['arcs'] : null;
  if (!isRings(polygons, arcs)) throw new Error(`place ${at} must be a Polygon or MultiPolygon of arcs that are there`);
  return { properties: isObject(geometry['properties']) ? geometry['properties'] : {}, polygons };
}

function isRings(value: unknown, arcs: number): value is number[][][] {
  const isArc = (arc: unknown): boolean => Number.isInteger(arc) && ((arc as number) < 0 ? ~(arc as number) : (arc as number)) < arcs;
  return Array.isArray(value) && value.every((polygon) => Array.isArray(polygon) && polygon.every((ring) => Array.isArray(ring) && ring.length > 0 && ring.every(isArc)));
}

/** Points of a ring, closed; the end of each arc is the beginning of the next. */
export const ringOf = (arcs: readonly (readonly Point[])[], ring: readonly number[]): Point[] =>
  ring.flatMap((arc, at) => {
    const points = (arc < 0 ? arcs[~arc]?.toReversed() : arcs[arc]) ?? [];
    return at === 0 ? points : points.slice(1);
  });
