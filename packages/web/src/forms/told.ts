import { field as declared, type Field, type Fields, type Problem } from '@entente/kernel';
import type { FieldProblem } from '@entente/ui';
import type { Context } from '../module.ts';
import { isChosen } from './fill.ts';

/** Problems in the reader's words, each naming its field ("Items 2 › Text: This is needed."), in the order of the form. */
export function toldOf(ctx: Context, fields: Fields, problems: readonly Problem[]): readonly FieldProblem[] {
  const order = Object.keys(fields);
  const place = (problem: Problem) => order.indexOf(String(problem.path[0] ?? ''));
  return problems.toSorted((a, b) => place(a) - place(b)).map((problem) => {
    const { label, path } = placeOf(ctx, fields, problem.path);
    return { path, text: label === '' ? ctx.say(problem) : `${label}: ${ctx.say(problem)}` };
  });
}

/** Fields drawn as one control: a problem of a part of their value is told at the whole. */
const isOneControl = (field: Field): boolean => field.type === 'files' || field.type === 'record-version' || (field.type === 'list' && field.item !== undefined && isChosen(field.item));

/** What a place is called, and the control on the page that it is told at. */
function placeOf(ctx: Context, fields: Fields, path: Problem['path']): { readonly label: string; readonly path: Problem['path'] } {
  const labels: string[] = [];
  let inner: Fields = declared.fieldsFor(fields, (name) => ctx.typed.text(name));
  let field: Field | undefined;
  for (const [at, step] of path.entries()) {
    if (field && isOneControl(field)) return { label: labels.join(' › '), path: path.slice(0, at) };
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
  return { label: labels.join(' › '), path };
}
