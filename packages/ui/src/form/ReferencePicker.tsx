import type { VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldGroup, useControl, type FieldProps } from './Field.tsx';
import type { Option } from './ChoiceFields.tsx';

export interface ReferencePickerProps extends FieldProps {
  /** What is chosen now. */
  readonly value?: Option | readonly Option[] | undefined;
  readonly multiple?: boolean;
  /**
   * Address of the search for scripts: `GET source?q=` answers `{"options": [{"value", "label", "hint"?, "lang"?}]}`.
   * Without scripts the search button submits the form with `_find` = the field's name, and the page comes back
   * with everything typed, `query` and `results` set.
   */
  readonly source?: string;
  /** What was searched for, when the page came back without scripts: the value of `name.query`. */
  readonly query?: string;
  readonly results?: readonly Option[];
}

/** Picks records by searching (offices, commitments, people). A search and a list without scripts; a combobox with them. */
export function ReferencePicker(field: ReferencePickerProps): VNode {
  const w = useWords();
  const control = useControl(field);
  const chosen = field.value === undefined ? [] : [field.value].flat() as readonly Option[];
  const found = (field.results ?? []).filter((o) => !chosen.some((c) => c.value === o.value));
  const canClear = !field.multiple && field.optional === true && !field.readOnly;
  const type = field.multiple ? 'checkbox' : 'radio';
  return (
    <FieldGroup field={field} control={control}>
      <div class="picker" data-pick={field.source} data-name={field.name} data-multiple={field.multiple ? '' : undefined}
        data-none={w('nothing-found-short')} data-clear={canClear ? w('choose-none') : undefined} data-remove={w('remove')}>
        <ul class="choices chosen">
          {chosen.map((o) => <Pick key={o.value} name={field.name} type={type} option={o} checked />)}
          {canClear && (found.length > 0 || chosen.length > 0) && <Pick name={field.name} type={type} option={{ value: '', label: w('choose-none') }} checked={chosen.length === 0} />}
        </ul>
        {!field.readOnly && (
          <div class="with-unit">
            <input type="search" id={`${control.id}.query`} name={`${field.name}.query`} value={field.query} autocomplete="off"
              aria-label={w('search-in', { what: typeof field.label === 'string' ? field.label : '' })} placeholder={w('type-to-search')} />
            <button class="btn second" type="submit" name="_find" value={field.name} formNoValidate>{w('search')}</button>
          </div>
        )}
        {field.results && (
          <div role="group" aria-label={w('results')}>
            <p class="hint">{found.length === 0 ? w('nothing-found', { query: field.query ?? '' }) : w('found', { count: found.length })}</p>
            <ul class="choices">{found.map((o) => <Pick key={o.value} name={field.name} type={type} option={o} checked={false} />)}</ul>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}

function Pick({ name, type, option, checked }: { readonly name: string; readonly type: 'radio' | 'checkbox'; readonly option: Option; readonly checked: boolean }): VNode {
  return (
    <li>
      <label lang={option.lang}>
        <input type={type} name={name} value={option.value} checked={checked} />
        <span>{option.label}{option.hint && <small> {option.hint}</small>}</span>
      </label>
    </li>
  );
}
