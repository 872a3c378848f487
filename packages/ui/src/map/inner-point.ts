import type { Point } from './topology.ts';

/** Points tried along each side of an area's box. */
const TRIES = 14;

/** A point well inside the largest ring, where a mark is seen to belong to the area. */
export function innerPoint(rings: readonly (readonly Point[])[]): Point {
  const ring = rings.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0] ?? [[0, 0]];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: Point = ring[0] ?? [0, 0];
  let room = -1;
  for (let i = 1; i < TRIES; i += 1) {
    for (let j = 1; j < TRIES; j += 1) {
      const point: Point = [west + ((east - west) * i) / TRIES, north + ((south - north) * j) / TRIES];
      const free = isInside(ring, point) ? distance(ring, point) : -1;
      if (free > room) [best, room] = [point, free];
    }
  }
  return [Math.round(best[0]), Math.round(best[1])];
}

/** Twice the signed area. */
const area = (ring: readonly Point[]): number => ring.reduce((sum, [x, y], i) => { const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y]; return sum + x * ny - nx * y; }, 0);

function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length] ?? [ax, ay];
    if ((ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Square of the distance to the nearest side. */
function distance(ring: readonly Point[], [x, y]: Point): number {
  let nearest = Infinity;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
  }
  return nearest;
}
