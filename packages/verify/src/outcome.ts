/** An expected outcome as data: the value, or the id of what is wrong. Sentences belong to whoever shows them. */
export type Outcome<T, R extends string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: R };

export const good = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const bad = <R extends string>(reason: R): { readonly ok: false; readonly reason: R } => ({ ok: false, reason });
