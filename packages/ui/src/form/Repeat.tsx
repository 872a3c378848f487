import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldGroup, useControl, type FieldProps } from './Field.tsx';

export interface RepeatProps extends FieldProps {
  /** Fields of each entry, named `name.0.…`, `name.1.…`. */
  readonly entries: readonly ComponentChildren[];
  readonly max?: number;
  /** What one entry is called, e.g. "signatory". */
  readonly entry: string;
}

/** A list of groups of fields. Buttons submit the form with `_add` = name or `_remove` = `name.0`; the page comes back with everything typed. */
export function Repeat(field: RepeatProps): VNode {
  const w = useWords();
  const control = useControl(field);
  return (
    <FieldGroup field={field} control={control}>
      <ol class="repeat">
        {field.entries.map((entry, i) => (
          <li key={i}><fieldset>
            <legend class="unseen">{field.entry} {i + 1}</legend>
            {entry}
            {!field.readOnly && (
              <button class="btn quiet" type="submit" name="_remove" value={`${field.name}.${i}`} formNoValidate>{w('remove-entry', { entry: field.entry, number: i + 1 })}</button>
            )}
          </fieldset></li>
        ))}
      </ol>
      {!field.readOnly && field.entries.length < (field.max ?? Infinity) && (
        <button class="btn second" type="submit" name="_add" value={field.name} formNoValidate>{w('add-entry', { entry: field.entry })}</button>
      )}
    </FieldGroup>
  );
}
