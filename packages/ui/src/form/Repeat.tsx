import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldGroup, Problem, useControl, type FieldProps } from './Field.tsx';
import { useForm } from './scope.ts';

export interface RepeatProps extends FieldProps {
  /** Fields of each entry, named `name.0.…`, `name.1.…`. */
  readonly entries: readonly ComponentChildren[];
  readonly max?: number;
  /** What one entry is called, e.g. "signatory". */
  readonly entry: string;
}

/**
 * A list of groups of fields. Buttons submit the form with `_add` = name, `_remove` = `name.0`, `_up` or `_down` = `name.1`; the
 * page comes back with everything typed, at the row it was about.
 */
export function Repeat(field: RepeatProps): VNode {
  const w = useWords();
  const control = useControl(field);
  return (
    <FieldGroup field={field} control={control}>
      <ol class="repeat">
        {field.entries.map((entry, i) => <li key={i}><Entry field={field} at={i}>{entry}</Entry></li>)}
      </ol>
      {!field.readOnly && field.entries.length < (field.max ?? Infinity) && (
        <button class="btn second" type="submit" name="_add" value={field.name} formNoValidate>{w('add-entry', { entry: field.entry })}</button>
      )}
    </FieldGroup>
  );
}

function Entry({ field, at, children }: { readonly field: RepeatProps; readonly at: number; readonly children: ComponentChildren }): VNode {
  const w = useWords();
  const form = useForm();
  const name = `${field.name}.${at}`;
  const control = useControl({ name });
  const named = { entry: field.entry, number: at + 1 };
  return (
    <fieldset id={control.id} tabIndex={-1} autofocus={form.focus === name} aria-describedby={control.describedBy}>
      <legend class="unseen">{field.entry} {at + 1}</legend>
      <Problem control={control} />
      {children}
      {!field.readOnly && (
        <p class="row-buttons">
          {at > 0 && <button class="btn quiet" type="submit" name="_up" value={name} formNoValidate aria-label={w('move-up', named)}>{w('up')}</button>}
          {at < field.entries.length - 1 && <button class="btn quiet" type="submit" name="_down" value={name} formNoValidate aria-label={w('move-down', named)}>{w('down')}</button>}
          <button class="btn quiet" type="submit" name="_remove" value={name} formNoValidate>{w('remove-entry', named)}</button>
        </p>
      )}
    </fieldset>
  );
}
