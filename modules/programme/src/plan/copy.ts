/** A new plan from an earlier one: its activities with their dates moved, their ended offices replaced. Pure. */
import type { Intent, Localized } from '@entente/kernel';
import { activity, type Activity } from '../kinds/index.ts';
import { carried } from './carry.ts';

export interface Wish {
  readonly title: Localized;
  readonly from: string;
  readonly to: string;
  readonly withBudget: boolean;
}

export interface Source {
  readonly plan: { readonly id: string; readonly from: string; readonly exercise?: boolean | undefined };
  readonly activities: readonly { readonly id: string; readonly content: Activity }[];
}

export interface Surroundings {
  /** The record an id of ours stands for, the same each time. */
  idOf(kind: string, key: string): string;
  /** The office that holds an office's functions at the new plan's start: itself while it lives, undefined where none does. */
  heirOf(office: string): string | undefined;
  isRetired(record: string): boolean;
}

/** A partial date moved as far as one day lies from another: by whole months where it names no day. */
export function moved(date: string, from: string, to: string): string {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const distance = start.until(end, { largestUnit: 'month' });
  if (date.length === 10) return Temporal.PlainDate.from(date).add(distance).toString();
  if (date.length === 7) return Temporal.PlainYearMonth.from(date).add({ months: distance.months }).toString();
  return String(Number(date) + end.year - start.year);
}

/** The plan and some of its activities as proposals, the plan first. */
export function copyIntents(wish: Wish, source: Source, around: Surroundings): readonly Intent[] {
  const record = around.idOf('work-plan', `${source.plan.id} ${wish.from} ${wish.to}`);
  const exercise = source.plan.exercise ? { exercise: true } : {};
  const plan: Intent = { verb: 'propose', kind: 'work-plan', record, agree: true, content: { title: wish.title, from: wish.from, to: wish.to, previous: source.plan.id, ...exercise } };
  return [plan, ...source.activities.map((one): Intent => ({
    verb: 'propose', kind: 'activity', record: around.idOf('activity', `${record} ${one.id}`), agree: true, content: { ...copied(one.content, wish, source.plan.from, around), plan: record, ...exercise },
  }))];
}

/** What belongs to the earlier time stays there: figures of sources, where they come from, remarks, the proposal it came of. */
function copied(content: Activity, wish: Wish, since: string, around: Surroundings): Readonly<Record<string, unknown>> {
  const { figures: _figures, sources: _sources, confidence: _confidence, remarks: _remarks, exercise: _exercise, proposal: _proposal, budget, total, ...kept } = content;
  const commitments = content.commitments?.filter((id) => !around.isRetired(id));
  const taken = { ...kept, ...(wish.withBudget ? { budget, total } : {}), commitments: commitments && commitments.length > 0 ? commitments : undefined };
  return carried(activity.fields, taken, { date: (date) => moved(date, since, wish.from), office: (id) => around.heirOf(id) });
}
