/**
 * What is wrong with something a person or a peer gave, as data. `id` is "namespace.key" of a message (see
 * `describeProblem`), `path` the place in the input ('' for the whole, "title.vi", "items.3.amount"), `params` the
 * message's placeholders.
 */
export interface Problem {
  readonly id: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The result of reading something typed by a person: the value, or why there is none. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function problem(id: string, params: Problem['params'] = {}, path = ''): Problem {
  return { id, path, params };
}

/** The same problem seen from outside: its path under `prefix`. */
export function problemAt(prefix: string, inner: Problem): Problem {
  const path = inner.path === '' ? prefix : prefix === '' ? inner.path : `${prefix}.${inner.path}`;
  return { ...inner, path };
}

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse<T>(id: string, params: Problem['params'] = {}): Reading<T> {
  return { ok: false, problem: problem(id, params) };
}
