import { type AnyKind, contentProblems, type Intent, isMarker, type Problem } from '@entente/kernel';
import { at } from '../fields/content.ts';
import type { Context } from '../module.ts';
import type { ReadContent } from './read.ts';

/**
 * Every problem of a form at once: what could not be read, then what the kernel says of the content where reading has not
 * said something already. When anything is wrong the kernel is asked for all it would say of `intent`, so that what it
 * holds against other records is told in the same answer.
 */
export async function allProblems(ctx: Pick<Context, 'cooperation' | 'judge'>, kind: AnyKind, read: ReadContent, intent: Intent): Promise<readonly Problem[]> {
  const told = read.problems.map((one) => one.path.join('.'));
  // Of a value that is not shown here nothing can be said; the kernel looks behind the mark.
  const isNews = ({ path }: Problem) => !told.some((one) => one === path.join('.') || one.startsWith(`${path.join('.')}.`)) && !isMarker(at(read.content, path.join('.')));
  if (read.problems.length === 0 && contentProblems(kind, read.content, ctx.cooperation).filter(isNews).length === 0) return [];
  const judged = await ctx.judge([intent]);
  // That somebody else was quicker is for a page of its own, once the form is right.
  const said = judged.ok ? [] : ofForm(judged.problems).filter((one) => one.id !== 'record.changed');
  return [...read.problems, ...said.filter(isNews)];
}

/** The kernel's paths begin with the intent they concern; a form has one. */
export const ofForm = (problems: readonly Problem[]): readonly Problem[] => problems.map((one) => {
  const path = typeof one.path[0] === 'number' ? one.path.slice(1) : one.path;
  return { ...one, path: path[0] === 'content' ? path.slice(1) : path };
});
