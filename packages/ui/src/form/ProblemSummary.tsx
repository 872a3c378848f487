import type { VNode } from 'preact';
import { useWords } from '../words.ts';
import { fieldId, fieldName, type FieldProblem } from './scope.ts';

export interface ProblemSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Id of the form the fields belong to. */
  readonly form: string;
  readonly title?: string;
}

/** Every problem of a form on top of it, each linking to its field. What was typed is kept, and it says so. */
export function ProblemSummary({ problems, form, title }: ProblemSummaryProps): VNode {
  const w = useWords();
  return (
    <div class="problems" role="alert" tabIndex={-1} id={`${form}--problems`} aria-labelledby={`${form}--problems-title`}>
      <b id={`${form}--problems-title`}>{title ?? w('problems', { count: problems.length })}</b>
      <p>{w('problems-kept')}</p>
      <ul>
        {problems.map((p) => {
          const name = fieldName(p.path);
          return <li key={name + p.text}>{name === '' ? p.text : <a href={`#${fieldId(form, p.path)}`}>{p.text}</a>}</li>;
        })}
      </ul>
    </div>
  );
}
