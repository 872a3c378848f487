import type { Lang } from '../language.ts';

/** A wording written by a machine, which nobody who reads the language has checked yet. */
export interface MachineText<S extends string = string> {
  readonly machine: S;
}

/** Marks a wording as machine-written. A plain string says: a person who reads the language has read it. */
export function machine<const S extends string>(text: S): MachineText<S> {
  return { machine: text };
}

export type Wording = string | MachineText;

/** English tells one from many; `{count}` chooses. Vietnamese and Lao have one form. */
export interface Plural {
  readonly one: Wording;
  readonly other: Wording;
}

/** One message: every interface language, or it does not compile. */
export type Message = { readonly [L in Lang]: L extends 'en' ? Wording | Plural : Wording };

/** A wording in every interface language, not bound to a catalogue: a field's label, a code's name. */
export type Labels = { readonly [L in Lang]: Wording };

/** A label whose Lao was written by machine and waits for a reader. */
export const label = (vi: string, en: string, lo: string): Labels => ({ vi, lo: machine(lo), en });

type TextOf<W> = W extends string ? W
  : W extends MachineText<infer S> ? S
  : W extends { one: infer A; other: infer B } ? TextOf<A> | TextOf<B>
  : never;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The placeholders of a message. */
export type Placeholder<M> = NamesIn<TextOf<M[keyof M]>>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** A message whose languages do not use the same placeholders does not compile. */
export type Agreeing<M extends Message> =
  Same<NamesIn<TextOf<M['vi']>>, NamesIn<TextOf<M['en']>>> extends true
    ? Same<NamesIn<TextOf<M['lo']>>, NamesIn<TextOf<M['en']>>> extends true
      ? unknown
      : { placeholdersDiffer: 'lo and en' }
    : { placeholdersDiffer: 'vi and en' };

type Value<Name> = Name extends 'count' ? number : string | number;

export type Params<M> = { readonly [N in Placeholder<M>]: Value<N> };

/** No second argument where a message has no placeholder. */
export type ParamList<M> = [Placeholder<M>] extends [never] ? [] : [params: Params<M>];
