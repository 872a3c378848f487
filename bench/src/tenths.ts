/** Highest of each tenth of what was measured in turn. */
export function tenths(measured: readonly number[]): number[] {
  const tenth = Math.max(1, Math.ceil(measured.length / 10));
  return Array.from({ length: Math.ceil(measured.length / tenth) }, (_, at) => Math.max(...measured.slice(at * tenth, (at + 1) * tenth)));
}
