import { type AnyKind, type Problem, problem } from '@entente/kernel';
import type { z } from 'zod';

/** Every problem of a content by its kind's shape and rules: what the kernel will say, before anything is sent to it. */
export function problemsOf(kind: AnyKind, content: Readonly<Record<string, unknown>>): readonly Problem[] {
  const shaped = kind.shape.safeParse(content);
  if (!shaped.success) return shaped.error.issues.map((issue) => fromIssue(issue as z.core.$ZodIssue));
  return kind.check?.(shaped.data as never) ?? [];
}

function fromIssue(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (/^[a-z][\w-]*\.[a-z][\w-]*$/u.test(issue.message)) return problem(issue.message, path);
  switch (issue.code) {
    case 'invalid_type': return problem(issue.input === undefined || /received undefined/u.test(issue.message) ? 'field.required' : 'field.format', path);
    case 'too_small': return problem(issue.origin === 'string' ? 'field.required' : 'field.too-small', path, { least: Number(issue.minimum) });
    case 'too_big': return problem(issue.origin === 'string' ? 'field.too-long' : 'field.too-big', path, { most: Number(issue.maximum) });
    default: return problem('field.format', path);
  }
}

/** Problems of the form first; of the content only where the form had none, so that nothing is told twice. */
export function allProblems(kind: AnyKind, read: { readonly content: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] }): readonly Problem[] {
  const told = new Set(read.problems.map((one) => one.path.join('.')));
  const covered = (path: string) => told.has(path) || [...told].some((one) => one.startsWith(`${path}.`));
  return [...read.problems, ...problemsOf(kind, read.content).filter((one) => !covered(one.path.join('.')))];
}

/** The kernel's paths begin with the intent they concern; a form has one. */
export const ofForm = (problems: readonly Problem[]): readonly Problem[] => problems.map((one) => {
  const path = typeof one.path[0] === 'number' ? one.path.slice(1) : one.path;
  return { ...one, path: path[0] === 'content' ? path.slice(1) : path };
});
