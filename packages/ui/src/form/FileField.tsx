import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { FieldGroup, useControl, type FieldProps } from './Field.tsx';

export interface KeptFile {
  /** What is sent back under the field's name when the file stays, e.g. its SHA-256. */
  readonly value: string;
  readonly name: string;
  /** Size and date in the reader's words. */
  readonly note?: ComponentChildren;
  readonly href?: string;
}

export interface FileFieldProps extends FieldProps {
  /** Types accepted, as for the `accept` attribute. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Largest size of one file, e.g. "200 MB": what is larger is told at once where scripts run, and by whoever reads the form. */
  readonly limit?: string;
  /** Files already there; unticking one leaves it out. */
  readonly kept?: readonly KeptFile[];
}

/**
 * Files: those kept (ticked, sent as `name.kept`), and new ones (`name`). The browser's own control says its words in the
 * browser's language; a script lays a button, a place to drop files and what was chosen over it in the reader's.
 */
export function FileField(field: FileFieldProps): VNode {
  const w = useWords();
  const hint = field.hint ?? (field.limit ? w('file-limit', { limit: field.limit }) : undefined);
  const shown: FieldProps = hint === undefined ? field : { ...field, hint };
  const control = useControl(shown);
  return (
    <FieldGroup field={shown} control={control}>
      {(field.kept ?? []).length > 0 && (
        <ul class="choices files">
          {field.kept?.map((file) => (
            <li key={file.value}>
              <label><input type="checkbox" name={`${field.name}.kept`} value={file.value} checked disabled={field.readOnly} /><span>{file.name}</span></label>
              {file.note && <small class="quiet">{file.note}</small>}
              {file.href && <a class="small" href={file.href} aria-label={`${w('open-file')}: ${file.name}`}>{w('open-file')}</a>}
            </li>
          ))}
        </ul>
      )}
      {!field.readOnly && (
        <input type="file" id={`${control.id}.new`} name={field.name} aria-label={w(field.multiple ? 'choose-files' : 'choose-file')} accept={field.accept} multiple={field.multiple}
          {...(field.limit ? { 'data-most': String(Number.parseInt(field.limit, 10) * 1024 ** 2), 'data-large': w('file-too-large', { limit: field.limit, name: '{name}' }) } : {})}
          data-none={w('no-file')} data-drop={w('drop-files')} data-clear={w('clear-files')} />
      )}
    </FieldGroup>
  );
}
