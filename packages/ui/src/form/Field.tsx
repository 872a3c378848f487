import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { useForm } from './scope.ts';

/** What every field has. */
export interface FieldProps {
  /** Name sent with the form; also its place in the values: `title.vi`, `figures.0.value`. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Marks the label of a field that may stay empty; fields are required otherwise. */
  readonly optional?: boolean;
  /** One of several fields is needed, not each: no mark, and the browser does not insist. */
  readonly either?: boolean;
  readonly readOnly?: boolean;
  /** Problem of this field; taken from the form's problems by name when absent. */
  readonly problem?: string;
}

export interface Control {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly problem: string | undefined;
}

/** Ids and problem of a field inside its form. */
export function useControl({ name, hint, problem }: Pick<FieldProps, 'name' | 'hint' | 'problem'>): Control {
  const form = useForm();
  const id = `${form.id}-${name}`;
  const found = problem ?? form.problems.get(name);
  const described = [hint ? `${id}--hint` : '', found ? `${id}--problem` : ''].filter(Boolean).join(' ');
  return { id, describedBy: described || undefined, problem: found };
}

/** Label above, help under it, problem above the control. */
export function FieldFrame({ field, control, beside, children }: {
  readonly field: FieldProps;
  readonly control: Control;
  /** A small control on the line of the label. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const label = <label for={control.id}>{field.label}<Optional when={field.optional} /></label>;
  return (
    <div class={control.problem ? 'field wrong' : 'field'}>
      {beside ? <div class="label-line">{label}{beside}</div> : label}
      <Help field={field} control={control} />
      {children}
    </div>
  );
}

/** Several controls under one legend. The fieldset carries the id, so that a problem can link to it. */
export function FieldGroup({ field, control, children, plain = false }: {
  readonly field: FieldProps;
  readonly control: Control;
  readonly children: ComponentChildren;
  readonly plain?: boolean;
}): VNode {
  const { focus } = useForm();
  return (
    <fieldset class={`field${control.problem ? ' wrong' : ''}${plain ? ' plain' : ''}`} id={control.id} tabIndex={-1} autofocus={focus === field.name} aria-describedby={control.describedBy}>
      <legend>{field.label}<Optional when={field.optional} /></legend>
      <Help field={field} control={control} />
      {children}
    </fieldset>
  );
}

function Optional({ when }: { readonly when: boolean | undefined }): VNode | null {
  const w = useWords();
  return when ? <span class="optional"> ({w('optional')})</span> : null;
}

function Help({ field, control }: { readonly field: FieldProps; readonly control: Control }): VNode {
  return (
    <>
      {field.hint && <p class="hint" id={`${control.id}--hint`}>{field.hint}</p>}
      <Problem control={control} />
    </>
  );
}

/** The sentence of a field's problem, where there is one. */
export const Problem = ({ control }: { readonly control: Control }): VNode | null =>
  (control.problem ? <p class="field-problem" id={`${control.id}--problem`}>{control.problem}</p> : null);

/** Attributes a control shares whatever its type. */
export const controlAttributes = (field: FieldProps, control: Control) => ({
  id: control.id,
  name: field.name,
  readOnly: field.readOnly,
  required: !field.optional && !field.either,
  'aria-describedby': control.describedBy,
  'aria-invalid': control.problem ? ('true' as const) : undefined,
});

export interface FieldSetProps {
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Path of the group, so that a problem of the whole can link to it and be said under its heading. */
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** Fields that belong together under a heading. */
export function FieldSet({ legend, hint, name, children }: FieldSetProps): VNode {
  const form = useForm();
  const problem = name === undefined ? undefined : form.problems.get(name);
  const id = name === undefined ? undefined : `${form.id}-${name}`;
  return (
    <fieldset class="set" id={id} tabIndex={id ? -1 : undefined} autofocus={name !== undefined && form.focus === name} aria-describedby={problem && `${id}--problem`}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {problem && <p class="field-problem" id={`${id}--problem`}>{problem}</p>}
      {children}
    </fieldset>
  );
}
