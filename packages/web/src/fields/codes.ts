import type { Field } from '@entente/kernel';
import { showLabel } from '@entente/text';
import type { Context } from '../module.ts';

/** The list whose values are the cooperation's own. */
const THEMES = 'themes';

/** The values of a field's code list with their labels, in the list's order. */
export function codesOf(ctx: Pick<Context, 'lang' | 'cooperation' | 'pick'>, field: Field): readonly { readonly value: string; readonly label: string }[] {
  if (field.codes?.name === THEMES) {
    return Object.entries(ctx.cooperation.themes).map(([value, name]) => ({ value, label: ctx.pick(name).text }));
  }
  return Object.entries(field.codes?.values ?? {}).map(([value, label]) => ({ value, label: showLabel(label, ctx.lang) }));
}

/** A code in the reader's words; one that the list does not know (a newer peer's) as it is. */
export function codeLabel(ctx: Pick<Context, 'lang' | 'cooperation' | 'pick'>, field: Field, code: string): string {
  const theme = field.codes?.name === THEMES ? ctx.cooperation.themes[code] : undefined;
  if (theme) return ctx.pick(theme).text;
  const label = field.codes?.values[code];
  return label ? showLabel(label, ctx.lang) : code;
}
