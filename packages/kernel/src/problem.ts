/**
 * What is wrong with an input, as data: the same problem is shown on a form beside its field, printed by the command
 * line and returned by the API. Messages live in the catalogue of whoever shows them, by `id`.
 */
export interface Problem {
  /** Stable id of the message, `area.reason`, e.g. `field.required`. */
  readonly id: string;
  /** Where in the input: names of fields and positions in lists; empty when it concerns the whole. */
  readonly path: readonly (string | number)[];
  /** Values the message names. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An expected outcome: either the value, or every problem found, all at once. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (...problems: Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems });

export function problem(id: string, path: Problem['path'] = [], params?: Problem['params']): Problem {
  return params ? { id, path, params } : { id, path };
}
