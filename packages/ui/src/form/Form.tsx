import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { Buttons, type ButtonSpec, useOffered } from './Buttons.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';
import { fieldName, Scope, type FieldProblem } from './scope.ts';

export interface FormProps {
  /** Unique on the page; prefix of its fields' ids and, in the browser, name of its draft. */
  readonly id: string;
  readonly action: string;
  readonly method?: 'post' | 'get';
  /** Hidden inputs: idempotency key, CSRF token, version edited. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** All problems at once; drawn on top and beside their fields. */
  readonly problems?: readonly FieldProblem[];
  readonly submit?: readonly ButtonSpec[];
  /** Name of the field, list or row at which the reader goes on when a button there brought the page back. */
  readonly focus?: string | undefined;
  /** Carries files. */
  readonly files?: boolean;
  /**
   * Key under which the browser keeps what is typed (`account:record` or the like), until a page comes with
   * `Page.draftSaved` of the same key. Leave out for forms with personal data.
   */
  readonly draft?: string;
  /** Label of the form for those who do not see it, when no heading stands right above. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** A form: one column, problems on top, buttons below. Sends without scripts; a script may keep a draft while the line is down. */
export function Form({ id, action, method = 'post', hidden = {}, problems = [], submit: given = [], files = false, draft, focus, label, children }: FormProps): VNode {
  const w = useWords();
  const submit = method === 'get' ? given.map((b) => ({ ...b, signs: false })) : given;
  const { offered } = useOffered(submit);
  const draftWords = draft === undefined ? {} : {
    'data-draft': draft, 'data-offline': w('line-down'), 'data-found': w('draft-found'), 'data-restore': w('draft-restore'), 'data-discard': w('draft-discard'),
  };
  const scope = { id, problems: new Map(problems.map((p) => [fieldName(p.path), p.text])), focus: focus === '' ? undefined : focus };
  return (
    <form id={id} class="form" action={action} method={method} enctype={files ? 'multipart/form-data' : undefined}
      aria-label={label} {...draftWords} novalidate>
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <DefaultButton spec={offered.find((b) => b.reason === undefined)} />
      {problems.length > 0 && <ProblemSummary problems={problems} form={id} />}
      <Scope.Provider value={scope}>{children}</Scope.Provider>
      {submit.length > 0 && <Buttons buttons={submit} />}
    </form>
  );
}

/** Enter in a field presses a form's first button: that must be the one that sends it, not a search or a "remove" on the way. */
function DefaultButton({ spec }: { readonly spec: ButtonSpec | undefined }): VNode | null {
  if (!spec) return null;
  return <button class="unseen" type="submit" tabIndex={-1} aria-hidden="true" name={spec.name} value={spec.value} formAction={spec.action}>{spec.label}</button>;
}
