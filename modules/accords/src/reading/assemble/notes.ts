import type { Problem } from '@entente/kernel';
import { garbled } from '../upload/legacy.ts';
import type { Structure } from '../structure.ts';
import type { Draft } from './items.ts';

const SAMPLE = 40_000;

/** What the person should look at, as data. */
export function notesOf(structure: Structure, items: readonly Draft[], original: string): Problem[] {
  const notes: Problem[] = [];
  const add = (id: string, params: Problem['params'] = {}) => notes.push({ id: `reading.${id}`, path: [], params });
  const guess = garbled(original.slice(0, SAMPLE));
  if (guess) add('garbled', { encoding: guess });
  for (const { after, found } of structure.outline.gaps) add('gap', { after, found });
  for (const { list, why } of structure.selection.leftOut) if (list.nodes.length > 1) add(`left-out-${why}`, { count: list.nodes.length });
  if (structure.tables.size > 0) add('table', { count: structure.tables.size });
  const numbered = items.some(({ source }) => source !== 'sentence');
  if (!numbered) add(items.length > 0 ? 'prose' : 'nothing', { count: items.filter(({ parent }) => parent === undefined).length });
  return notes;
}
