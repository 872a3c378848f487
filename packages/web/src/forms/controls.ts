/** Buttons of a form that change the form and send nothing: add a row, remove one, search in a picker, keep a draft. */
import type { Problem } from '@entente/kernel';
import type { Form } from './form.ts';
import { rowsOf, withMovedRow, withRow, withoutRow } from './rows.ts';

/** `case`: no button, but a code was changed whose fields are not on the page yet; they are shown before anything is decided. */
export type Control = 'add' | 'remove' | 'move' | 'find' | 'draft' | 'case' | null;

/** Hidden name under which a form that comes back says where its reader goes on. */
export const FOCUS = '_focus';

/** The form as it stands after its button, and which button it was; null: it is to be decided on. */
export function pressed(form: Form): { readonly form: Form; readonly control: Control } {
  const [add, remove, up, down] = ['_add', '_remove', '_up', '_down'].map((name) => form.text(name));
  if (add) {
    const longer = withRow(form.without('_add'), add);
    return { form: longer.with({ [FOCUS]: `${add}.${rowsOf(longer, add).length - 1}` }), control: 'add' };
  }
  if (remove) return { form: withoutRow(form.without('_remove'), remove).with({ [FOCUS]: remove.slice(0, remove.lastIndexOf('.')) }), control: 'remove' };
  if (up) return moved(form.without('_up'), up, -1);
  if (down) return moved(form.without('_down'), down, 1);
  if (form.has('_find')) return { form: form.with({ [FOCUS]: form.text('_find') }), control: 'find' };
  if (form.has('_draft')) return { form, control: 'draft' };
  if (otherCases(form).length > 0) return { form, control: 'case' };
  return { form, control: null };
}

function moved(form: Form, row: string, by: 1 | -1): { readonly form: Form; readonly control: Control } {
  const { form: after, to } = withMovedRow(form, row, by);
  return { form: after.with({ [FOCUS]: to }), control: 'move' };
}

const otherCases = (form: Form): readonly string[] => form.names().filter((name) => name.endsWith('._case')).flatMap((name) => {
  const [by = '', shown = ''] = form.text(name).split('=');
  return form.text(by) === shown ? [] : [by];
});

/** Says why the form is there again, at each code that was changed. */
export const caseProblems = (form: Form): readonly Problem[] => otherCases(form).map((by) => ({ id: 'field.case-shown', path: by.split('.') }));

/** What a draft keeps: everything typed and the version it was begun on, nothing else of the machinery. */
export const draftOf = (form: Form): readonly (readonly [string, string])[] =>
  form.entries.filter(([name]) => (!name.startsWith('_') && !name.endsWith('._case')) || ['_on', '_as', '_note'].includes(name));

/** Entries of a kept draft; null when what is kept is none. */
export function entriesOfDraft(body: unknown): readonly (readonly [string, string])[] | null {
  const isEntry = (entry: unknown): entry is [string, string] => Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string';
  return Array.isArray(body) && body.every(isEntry) ? body : null;
}
