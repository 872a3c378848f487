import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldFrame, FieldGroup, controlAttributes, useControl, type FieldProps } from './Field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Language of the label, when it is not the page's. */
  readonly lang?: string;
  /** Heading under which it stands in a select. */
  readonly group?: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** Text of the empty choice; given by default. */
  readonly empty?: string;
}

/** One of a short list. */
export function SelectField(field: SelectFieldProps): VNode {
  const w = useWords();
  const control = useControl(field);
  const { readOnly: _, ...attributes } = controlAttributes(field, control);
  const groups = Map.groupBy(field.options, (o) => o.group);
  return (
    <FieldFrame field={field} control={control}>
      <select {...attributes} disabled={field.readOnly}>
        <option value="">{field.empty ?? w(field.optional ? 'choose-none' : 'choose')}</option>
        {[...groups].map(([group, options]) => {
          const list = options.map((o) => <option key={o.value} value={o.value} lang={o.lang} disabled={o.disabled} selected={o.value === field.value}>{o.label}</option>);
          return group === undefined ? list : <optgroup key={group} label={group}>{list}</optgroup>;
        })}
      </select>
    </FieldFrame>
  );
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
}

/** One of a few, all visible. */
export function ChoiceField(field: ChoiceFieldProps): VNode {
  const control = useControl(field);
  return <FieldGroup field={field} control={control}><Choices field={field} id={control.id} type="radio" chosen={[field.value ?? '']} /></FieldGroup>;
}

/** Yes or no; nothing is chosen for the reader. */
export function YesNo(field: FieldProps & { readonly value?: boolean | undefined }): VNode {
  const w = useWords();
  const control = useControl(field);
  const options = [{ value: 'yes', label: w('yes') }, { value: 'no', label: w('no') }];
  const chosen = field.value === undefined ? [] : [field.value ? 'yes' : 'no'];
  return <FieldGroup field={field} control={control}><Choices field={field} id={control.id} type="radio" chosen={chosen} row options={options} /></FieldGroup>;
}

export interface MultiSelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values?: readonly string[];
}

/** Several of a list: check boxes; a long list scrolls, and a script adds a filter. */
export function MultiSelect(field: MultiSelectProps): VNode {
  const w = useWords();
  const control = useControl(field);
  const long = field.options.length > 8;
  return (
    <FieldGroup field={field} control={control}>
      <div class={long ? 'choices-box' : undefined} data-filter={long ? w('filter-list') : undefined}>
        <Choices field={field} id={control.id} type="checkbox" chosen={field.values ?? []} />
      </div>
    </FieldGroup>
  );
}

interface ChoicesProps {
  readonly field: FieldProps & { readonly options?: readonly Option[] };
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
  readonly options?: readonly Option[];
  readonly row?: boolean;
}

function Choices({ field, id, type, chosen, options = field.options ?? [], row = false }: ChoicesProps): VNode {
  return (
    <ul class={row ? 'choices in-row' : 'choices'}>
      {options.map((o) => (
        <li key={o.value}>
          <label lang={o.lang}>
            <input type={type} name={field.name} value={o.value} checked={chosen.includes(o.value)} disabled={o.disabled || field.readOnly}
              required={type === 'radio' && !field.optional} aria-describedby={o.hint ? `${id}-${o.value}--hint` : undefined} />
            <span>{o.label}</span>
          </label>
          {o.hint && <p class="hint" id={`${id}-${o.value}--hint`}>{o.hint}</p>}
        </li>
      ))}
    </ul>
  );
}

export interface CheckFieldProps extends FieldProps {
  readonly checked?: boolean;
  readonly value?: string;
}

/** A single box: a statement one agrees to or not. */
export function CheckField(field: CheckFieldProps): VNode {
  const control = useControl(field);
  return (
    <div class={control.problem ? 'field wrong' : 'field'}>
      {control.problem && <p class="field-problem" id={`${control.id}--problem`}>{control.problem}</p>}
      <label class="check">
        <input type="checkbox" id={control.id} name={field.name} value={field.value ?? 'yes'} checked={field.checked} disabled={field.readOnly}
          aria-describedby={control.describedBy} aria-invalid={control.problem ? 'true' : undefined} />
        <span>{field.label}</span>
      </label>
      {field.hint && <p class="hint" id={`${control.id}--hint`}>{field.hint}</p>}
    </div>
  );
}
