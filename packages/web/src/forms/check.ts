import { type AnyKind, contentProblems, type Cooperation, isMarker, type Problem } from '@entente/kernel';
import { at } from '../fields/content.ts';

/**
 * Every problem of a form at once: what could not be read, then what the kernel will say of the content, where reading
 * has not said something already.
 */
export function allProblems(kind: AnyKind, read: { readonly content: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] }, cooperation: Cooperation): readonly Problem[] {
  const told = read.problems.map((one) => one.path.join('.'));
  const isTold = (path: string) => told.some((one) => one === path || one.startsWith(`${path}.`));
  // Of a value that is not shown here nothing can be said; the kernel looks behind the mark.
  const isHidden = (path: string) => isMarker(at(read.content, path));
  return [...read.problems, ...contentProblems(kind, read.content, cooperation).filter((one) => !isTold(one.path.join('.')) && !isHidden(one.path.join('.')))];
}

/** The kernel's paths begin with the intent they concern; a form has one. */
export const ofForm = (problems: readonly Problem[]): readonly Problem[] => problems.map((one) => {
  const path = typeof one.path[0] === 'number' ? one.path.slice(1) : one.path;
  return { ...one, path: path[0] === 'content' ? path.slice(1) : path };
});
