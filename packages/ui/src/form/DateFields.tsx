import type { VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldFrame, FieldGroup, controlAttributes, useControl, type Control, type FieldProps } from './Field.tsx';

export interface DateFieldProps extends FieldProps {
  /** As typed, or as formatted for the reader. */
  readonly value?: string | undefined;
  /** What the value was understood as, in full: 1/7/2013 is 1 July to some and 7 January to others. */
  readonly echo?: string | undefined;
  /** A year, or a month and year, is enough. */
  readonly partial?: boolean;
}

/** A date as people write it: 1/7/2013, 01-07-2013, 2013-07-01, "tháng 7 năm 2013". A script adds the browser's picker. */
export function DateField(field: DateFieldProps): VNode {
  const w = useWords();
  const shown: FieldProps = { ...field, hint: field.hint ?? w(field.partial ? 'date-hint-partial' : 'date-hint') };
  const control = useControl(shown);
  return (
    <FieldFrame field={shown} control={control}>
      <DateInput field={shown} control={control} value={field.value} echo={field.echo} />
    </FieldFrame>
  );
}

export interface PeriodFieldProps extends FieldProps {
  readonly value?: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly echo?: PeriodFieldProps['value'];
}

/** From and to: `name.from`, `name.to`. */
export function PeriodField(field: PeriodFieldProps): VNode {
  const w = useWords();
  const shown: FieldProps = { ...field, hint: field.hint ?? w('date-hint-partial') };
  const control = useControl(shown);
  return (
    <FieldGroup field={shown} control={control}>
      <div class="beside">
        {(['from', 'to'] as const).map((end) => (
          <PeriodEnd key={end} name={`${field.name}.${end}`} label={w(end)} value={field.value?.[end]} echo={field.echo?.[end]} optional={field.optional ?? false} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** The control. Its echo is kept fresh by a script as one types, and said politely, so that a screen reader hears what was understood. */
function DateInput({ field, control, value, echo }: { readonly field: FieldProps; readonly control: Control; readonly value: string | undefined; readonly echo: string | undefined }): VNode {
  const w = useWords();
  return (
    <span class="with-unit">
      <input {...controlAttributes(field, control)} type="text" class="w-date num" value={value} autocomplete="off" data-picker={field.readOnly ? undefined : w('pick-date')} />
      <output class="echo" data-echo>{echo}</output>
    </span>
  );
}

interface PeriodEndProps { readonly name: string; readonly label: string; readonly value: string | undefined; readonly echo: string | undefined; readonly optional: boolean }

function PeriodEnd({ name, label, value, echo, optional }: PeriodEndProps): VNode {
  const field = { name, label };
  const control = useControl(field);
  return (
    <FieldFrame field={field} control={control}>
      <DateInput field={{ ...field, optional }} control={control} value={value} echo={echo} />
    </FieldFrame>
  );
}
