import { field as declared, type Field, type Fields, type Problem } from '@entente/kernel';
import type { FieldProblem } from '@entente/ui';
import type { Context } from '../module.ts';

/** Problems in the reader's words, each naming its field ("Items 2 › Text: This is needed."), in the order of the form. */
export function toldOf(ctx: Context, fields: Fields, problems: readonly Problem[]): readonly FieldProblem[] {
  const order = Object.keys(fields);
  const place = (problem: Problem) => order.indexOf(String(problem.path[0] ?? ''));
  return problems.toSorted((a, b) => place(a) - place(b)).map((problem) => {
    const label = labelOf(ctx, fields, problem.path);
    return { path: problem.path, text: label === '' ? ctx.say(problem) : `${label}: ${ctx.say(problem)}` };
  });
}

function labelOf(ctx: Context, fields: Fields, path: Problem['path']): string {
  const labels: string[] = [];
  let inner: Fields = declared.fieldsFor(fields, (name) => ctx.typed.text(name));
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      labels.push(`${labels.pop() ?? ''} ${step + 1}`.trim());
      field = field?.item;
    } else {
      field = inner[step];
      if (!field) break;
      labels.push(ctx.show(field.options.label));
    }
    inner = field?.fields ?? field?.item?.fields ?? {};
  }
  return labels.join(' › ');
}
