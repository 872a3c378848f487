import type { ComponentChildren } from 'preact';
import type { Module, RecordView } from '../module.ts';

/**
 * One view per kind out of what the modules give: only one may draw the body or the summary of a kind, while what stands
 * after and beside it comes from all of them, in their order. Throws when two modules draw the same body.
 */
export function viewsByKind(modules: readonly Module[]): ReadonlyMap<string, RecordView> {
  const given = Map.groupBy(modules.flatMap((module) => Object.entries(module.records ?? {})), ([kind]) => kind);
  return new Map([...given].map(([kind, entries]) => [kind, entries.map(([, view]) => view).reduce((one, two) => join(kind, one, two))]));
}

function join(kind: string, one: RecordView, two: RecordView): RecordView {
  if ((one.body && two.body) || (one.summary && two.summary) || (one.titles && two.titles) || (one.stand && two.stand)) throw new Error(`two modules draw the record page of ${kind}`);
  const { stand, body, summary, margin, titles } = { ...one, ...two };
  const shows = [...one.shows ?? [], ...two.shows ?? []];
  const after = both(one.after, two.after);
  const aside = both(one.aside, two.aside);
  return { ...(stand && { stand }), ...(body && { body }), ...(summary && { summary }), ...(margin && { margin }), ...(titles && { titles }), ...(shows.length > 0 && { shows }), ...(after && { after }), ...(aside && { aside }) };
}

type Part = NonNullable<RecordView['after']>;
function both(one: Part | undefined, two: Part | undefined): Part | undefined {
  if (!one || !two) return one ?? two;
  return async (ctx, row): Promise<ComponentChildren> => Promise.all([one(ctx, row), two(ctx, row)]);
}
