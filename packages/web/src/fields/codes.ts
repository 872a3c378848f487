import { field as declared, type Field } from '@entente/kernel';
import { showLabel } from '@entente/text';
import type { Context } from '../module.ts';

type Seen = Pick<Context, 'lang' | 'cooperation' | 'pick'>;

/** The values of a field's code list with their labels, in the list's order; themes and parties are the cooperation's own. */
export function codesOf(ctx: Seen, field: Field): readonly { readonly value: string; readonly label: string }[] {
  const own = declared.ownValues(field.codes, ctx.cooperation);
  if (own) return Object.entries(own).map(([value, name]) => ({ value, label: ctx.pick(name).text }));
  return Object.entries(field.codes?.values ?? {}).map(([value, label]) => ({ value, label: showLabel(label, ctx.lang) }));
}

/** A code in the reader's words; one that the list does not know (a newer peer's) as it is. */
export function codeLabel(ctx: Seen, field: Field, code: string): string {
  const own = declared.ownValues(field.codes, ctx.cooperation)?.[code];
  if (own) return ctx.pick(own).text;
  const label = field.codes?.values[code];
  return label ? showLabel(label, ctx.lang) : code;
}
