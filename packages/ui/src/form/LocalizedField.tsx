import type { VNode } from 'preact';
import { useLang } from '../reading.tsx';
import { languageIn, languageName, useWords } from '../words.ts';
import { FieldFrame, FieldGroup, controlAttributes, useControl, type FieldProps } from './Field.tsx';
import type { Provenance } from '../text/LocalizedText.tsx';

export interface LocalizedInput {
  readonly text?: string | undefined;
  readonly provenance?: Provenance | undefined;
  /** Its source has changed since; the field says so. */
  readonly stale?: boolean;
}

export interface LocalizedFieldProps extends FieldProps {
  /** Languages offered, in order; the reader's first is a good order. */
  readonly languages: readonly string[];
  readonly value?: Readonly<Record<string, LocalizedInput>>;
  readonly long?: boolean;
  readonly rows?: number;
  /** Where a version may come from; with one choice (or none) no select is drawn. */
  readonly provenances?: readonly Provenance[];
}

/**
 * A text in several languages, one under the other. Sent as `name.LANG` (the text) and `name.LANG:from` (where it comes
 * from); empty languages are sent empty. At least one language is expected unless the field is optional.
 */
export function LocalizedField(field: LocalizedFieldProps): VNode {
  const control = useControl(field);
  return (
    <FieldGroup field={field} control={control}>
      {field.languages.map((tag) => <OneLanguage key={tag} field={field} tag={tag} />)}
    </FieldGroup>
  );
}

function OneLanguage({ field, tag }: { readonly field: LocalizedFieldProps; readonly tag: string }): VNode {
  const w = useWords();
  const lang = useLang();
  const value = field.value?.[tag];
  const own: FieldProps = {
    name: `${field.name}.${tag}`,
    label: <span lang={tag}>{languageName(tag)}</span>,
    ...(value?.stale ? { hint: w('source-changed-check') } : {}),
    ...(field.readOnly ? { readOnly: true } : {}),
  };
  const control = useControl(own);
  const attributes = { ...controlAttributes(own, control), required: undefined, lang: tag };
  const choices = field.provenances ?? [];
  return (
    <div class={value?.stale ? 'language stale' : 'language'}>
      <FieldFrame field={own} control={control} beside={choices.length > 1 && (
        <select name={`${own.name}:from`} aria-label={w('provenance-of', { language: languageIn(tag, lang) })} disabled={field.readOnly}>
          {choices.map((p) => <option key={p} value={p} selected={p === value?.provenance}>{w(`provenance-${p}`)}</option>)}
        </select>
      )}>
        {field.long
          ? <textarea {...attributes} rows={field.rows ?? 4}>{value?.text ?? ''}</textarea>
          : <input {...attributes} type="text" value={value?.text} />}
      </FieldFrame>
    </div>
  );
}
