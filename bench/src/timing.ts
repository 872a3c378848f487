/** Times of something done again and again. */
export interface Times { readonly median: number; readonly p95: number; readonly least: number; readonly count: number }

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), least: at(0), count: sorted.length };
}

/** Does two or more things in turn, so that what else the machine does falls on all of them alike; times of each. */
export async function inTurn<K extends string>(rounds: number, things: Readonly<Record<K, () => unknown>>): Promise<Record<K, Times>> {
  const names = Object.keys(things) as K[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const started = performance.now();
      await things[name]();
      took[name].push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(took[name])])) as Record<K, Times>;
}

/** How many a second, doing one after another for about so many milliseconds. */
export function rate(milliseconds: number, each: (at: number) => void): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < milliseconds) for (let step = 0; step < 64; step += 1) each(done++);
  return (done / (performance.now() - started)) * 1000;
}
