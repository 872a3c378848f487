/** What the fields of a form share: its id, its problems, and where the reader goes on. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A problem in the reader's words. `path` is the field's name: `title.vi`, `signatories.0.name`; empty for the whole form. */
export interface FieldProblem {
  readonly path: string | readonly (string | number)[];
  readonly text: string;
}

interface FormScope {
  readonly id: string;
  readonly problems: ReadonlyMap<string, string>;
  /** Name of the field, list or row that the reader goes on at: the page came back because of a button there. */
  readonly focus: string | undefined;
}
export const Scope = createContext<FormScope>({ id: 'f', problems: new Map(), focus: undefined });
export const useForm = (): FormScope => useContext(Scope);

/** Name of a field for a path of names and positions. */
export const fieldName = (path: FieldProblem['path']): string => (typeof path === 'string' ? path : path.join('.'));

/** Id of a field's control: what a problem links to. */
export const fieldId = (form: string, path: FieldProblem['path']): string => `${form}-${fieldName(path)}`;
