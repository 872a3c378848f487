/**
 * Which elements of two sequences stay, by Myers' O(ND) algorithm in linear space ("An O(ND) Difference Algorithm and
 * Its Variations", 1986). Returns pairs of places in order; a longest common subsequence, except in stretches with more than
 * `mostEdits` edits, which are left unpaired: there a reader sees two texts, not a difference.
 */
export function commonPlaces(a: ArrayLike<number>, b: ArrayLike<number>, mostEdits = 2_000): [number, number][] {
  const pairs: [number, number][] = [];
  walk({ a, b, mostEdits, pairs }, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length });
  return pairs;
}

interface Search {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly mostEdits: number;
  readonly pairs: [number, number][];
}

interface Box {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

function walk(search: Search, box: Box): void {
  const { a, b, pairs } = search;
  let { aFrom, aTo, bFrom, bTo } = box;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++]);
  let tail = 0;
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo -= 1;
    bTo -= 1;
    tail += 1;
  }
  if (aFrom < aTo && bFrom < bTo) {
    const snake = middleSnake(search, { aFrom, aTo, bFrom, bTo });
    if (snake) {
      walk(search, { aFrom, aTo: snake.aFrom, bFrom, bTo: snake.bFrom });
      for (let step = 0; step < snake.aTo - snake.aFrom; step += 1) pairs.push([snake.aFrom + step, snake.bFrom + step]);
      walk(search, { aFrom: snake.aTo, aTo, bFrom: snake.bTo, bTo });
    }
  }
  for (let step = 0; step < tail; step += 1) pairs.push([aTo + step, bTo + step]);
}

/** The stretch of equal elements in the middle of a shortest path through the box, which has no equal ends. */
function middleSnake(search: Search, box: Box): Box | undefined {
  const n = box.aTo - box.aFrom;
  const m = box.bTo - box.bFrom;
  const size = 2 * Math.min(n, m) + 2;
  const reach = [new Int32Array(size), new Int32Array(size)] as const;
  const last = Math.min(Math.ceil((n + m) / 2), search.mostEdits);
  for (let edits = 0; edits <= last; edits += 1) {
    for (const back of [0, 1] as const) {
      const found = advance(search, box, reach[back], reach[1 - back] ?? reach[0], edits, back);
      if (found) return found;
    }
  }
  return undefined;
}

/** One more edit from the front (`back` 0) or from the end (1); the snake where both searches meet. */
function advance(search: Search, box: Box, own: Int32Array, other: Int32Array, edits: number, back: 0 | 1): Box | undefined {
  const { a, b } = search;
  const n = box.aTo - box.aFrom;
  const m = box.bTo - box.bFrom;
  const size = own.length;
  const at = (diagonal: number) => ((diagonal % size) + size) % size;
  const meets = (n + m) % 2 === 1 - back;
  for (let k = -(edits - 2 * Math.max(0, edits - m)); k <= edits - 2 * Math.max(0, edits - n); k += 2) {
    const left = own[at(k - 1)] ?? 0;
    const right = own[at(k + 1)] ?? 0;
    const startX = k === -edits || (k !== edits && left < right) ? right : left + 1;
    let x = startX;
    while (x < n && x - k < m && (back === 0 ? a[box.aFrom + x] === b[box.bFrom + x - k] : a[box.aTo - 1 - x] === b[box.bTo - 1 - x + k])) x += 1;
    own[at(k)] = x;
    const mirrored = n - m - k;
    const bound = back === 0 ? edits - 1 : edits;
    if (!meets || mirrored < -bound || mirrored > bound || x + (other[at(mirrored)] ?? 0) < n) continue;
    return back === 0
      ? { aFrom: box.aFrom + startX, aTo: box.aFrom + x, bFrom: box.bFrom + startX - k, bTo: box.bFrom + x - k }
      : { aFrom: box.aTo - x, aTo: box.aTo - startX, bFrom: box.bTo - x + k, bTo: box.bTo - startX + k };
  }
  return undefined;
}
