/** Where names may stand beside their marks without touching each other or another mark. */

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface Named { readonly key: string; readonly x: number; readonly y: number; readonly text: string; readonly bold?: boolean }

export interface Label { readonly key: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' }

const [LINE, GAP, MARK] = [14, 7, 6] as const;
/** Widths of a letter, on the average of Latin and Lao, in units of the map. */
const [PLAIN, BOLD] = [6.4, 7.2] as const;

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The first free place for each name, in the order given: beside, then above and below its mark. Those without room are left out. */
export function placeLabels(names: readonly Named[], width: number, height: number): readonly Label[] {
  const taken: Box[] = names.map(({ x, y }) => ({ x: x - MARK, y: y - MARK, width: 2 * MARK, height: 2 * MARK }));
  return names.flatMap((name): Label[] => {
    const wide = name.text.replaceAll(/\p{M}/gu, '').length * (name.bold ? BOLD : PLAIN);
    const spots = [
      { anchor: 'start', x: name.x + GAP, y: name.y, left: name.x + GAP }, { anchor: 'end', x: name.x - GAP, y: name.y, left: name.x - GAP - wide },
      { anchor: 'middle', x: name.x, y: name.y - LINE, left: name.x - wide / 2 }, { anchor: 'middle', x: name.x, y: name.y + LINE, left: name.x - wide / 2 },
    ] as const;
    const found = spots.map((spot) => ({ spot, box: { x: spot.left, y: spot.y - LINE / 2, width: wide, height: LINE } }))
      .find(({ box }) => box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height && !taken.some((other) => touch(other, box)));
    if (!found) return [];
    taken.push(found.box);
    return [{ key: name.key, x: found.spot.x, y: found.spot.y + 4, anchor: found.spot.anchor }];
  });
}
