import type { VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldFrame, Problem, controlAttributes, useControl, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Language of the text, when it is not the page's. */
  readonly lang?: string;
  /** How much room a usual value takes. */
  readonly width?: 'short' | 'medium' | 'full';
}

/** One line of text. */
export function TextField(field: TextFieldProps): VNode {
  const control = useControl(field);
  const attributes = {
    ...controlAttributes(field, control), class: `w-${field.width ?? 'full'}`, value: field.value,
    autocomplete: field.autocomplete, maxLength: field.maxLength, lang: field.lang,
  };
  return <FieldFrame field={field} control={control}><Typed type={field.type ?? 'text'} attributes={attributes} /></FieldFrame>;
}

/** One branch for each type: the types of the markup tie a role to each. */
function Typed({ type, attributes }: { readonly type: NonNullable<TextFieldProps['type']>; readonly attributes: ReturnType<typeof controlAttributes> }): VNode {
  switch (type) {
    case 'password': return <input {...attributes} type="password" />;
    case 'email': return <input {...attributes} type="email" />;
    case 'search': return <input {...attributes} type="search" />;
    case 'tel': return <input {...attributes} type="tel" />;
    case 'url': return <input {...attributes} type="url" />;
    case 'text':
    default: return <input {...attributes} type="text" />;
  }
}

export interface LongTextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly lang?: string;
  readonly maxLength?: number;
}

/** Several lines of text. */
export function LongTextField(field: LongTextFieldProps): VNode {
  const control = useControl(field);
  return (
    <FieldFrame field={field} control={control}>
      <textarea {...controlAttributes(field, control)} rows={field.rows ?? 5} lang={field.lang} maxLength={field.maxLength}>{field.value ?? ''}</textarea>
    </FieldFrame>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** As typed or as formatted for the reader; read again by the reader's convention. */
  readonly value?: string | undefined;
  readonly unit?: string;
}

/** A number in the reader's convention (1.234,5 or 1,234.5); a text input, because number inputs know one convention only. */
export function NumberField(field: NumberFieldProps): VNode {
  const control = useControl(field);
  return (
    <FieldFrame field={field} control={control}>
      <span class="with-unit">
        <input {...controlAttributes(field, control)} type="text" inputMode="decimal" class="w-short num" value={field.value} autocomplete="off" />
        {field.unit && <span class="unit">{field.unit}</span>}
      </span>
    </FieldFrame>
  );
}

export interface MoneyFieldProps extends FieldProps {
  readonly value?: { readonly amount?: string | undefined; readonly currency?: string | undefined };
  /** ISO 4217 codes offered. */
  readonly currencies: readonly string[];
}

/** An amount and its currency: `name.amount`, `name.currency`. */
export function MoneyField(field: MoneyFieldProps): VNode {
  const w = useWords();
  const amount = { ...field, name: `${field.name}.amount` };
  const unit = useControl({ name: `${field.name}.currency` });
  const control = useControl({ ...amount, ...ownProblem(useControl(field).problem) });
  return (
    <FieldFrame field={field} control={control}>
      <span class="with-unit" id={control.id.slice(0, -'.amount'.length)}>
        <input {...controlAttributes(amount, control)} type="text" inputMode="decimal" class="w-medium num" value={field.value?.amount} autocomplete="off" />
        <select id={unit.id} name={`${field.name}.currency`} aria-label={w('currency')} class="w-short" disabled={field.readOnly}
          aria-describedby={unit.describedBy} aria-invalid={unit.problem ? 'true' : undefined}>
          {field.currencies.map((code) => <option key={code} value={code} selected={code === field.value?.currency}>{code}</option>)}
        </select>
      </span>
      <Problem control={unit} />
    </FieldFrame>
  );
}

/** A problem of the whole is shown at the part that is typed in. */
export const ownProblem = (problem: string | undefined): { problem?: string } => (problem === undefined ? {} : { problem });
