/** Rules across the fields of one content, written as rows: when it is broken, what is said, where. */
export type Rule = readonly [broken: boolean, id: string, path: readonly (string | number)[], params?: Readonly<Record<string, string | number>>];

export interface Broken { readonly id: string; readonly path: readonly (string | number)[]; readonly params?: Readonly<Record<string, string | number>> }

/** Every broken rule as a problem, in order. */
export function ruleProblems(rules: readonly Rule[]): readonly Broken[] {
  return rules.filter(([broken]) => broken).map(([, id, path, params]) => (params ? { id, path, params } : { id, path }));
}

/** Whether a partial date certainly lies before another: `2019` is not before `2019-03-28`. */
export function endsBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}
