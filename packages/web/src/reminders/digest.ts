/** Which letter a person gets on a day, as plain rules over what there is to remind of and what they were told. */
import { lastDay } from '@entente/text';

/** Something to remind of. The same matter under another date is another matter to be told. */
export interface Reminder {
  /** What it is about, without its date: an address, a record and version. */
  readonly about: string;
  readonly group: 'late' | 'soon' | 'ours' | 'theirs' | 'silent';
  readonly title: string;
  readonly href: string;
  readonly detail?: string | undefined;
  /** Partial date: a year or month means its last day. */
  readonly due?: string | undefined;
}

export type Cadence = 'never' | 'daily' | 'weekly';

/** Days ahead that count as soon: twice the longest time between two letters, so that nothing falls between them. */
export const SOON = 14;
/** Days from which on a matter not yet told breaks into a weekly person's week. */
const URGENT = 2;
/** Hour of the day, at the party's place, from which on letters go out. */
export const FROM_HOUR = 7;
const MONDAY = 1;

/** Days until a due date; negative when it is over. */
export const daysTo = (today: Temporal.PlainDate, due: string): number => today.until(lastDay(due)).days;

/** A due date as late or soon; null while it is far. */
export function stageOf(today: Temporal.PlainDate, due: string): 'late' | 'soon' | null {
  const days = daysTo(today, due);
  return days < 0 ? 'late' : days <= SOON ? 'soon' : null;
}

/** What a person is told of a matter once: its stage and date belong to it, so a deadline that moved is told again. */
export const keyOf = (one: Reminder): string => `${one.group} ${one.due ?? ''} ${one.about}`;

export interface Letter {
  /** Day of the letter at the party's place: one letter a day at most. */
  readonly day: string;
  readonly reminders: readonly (Reminder & { readonly isNew: boolean })[];
}

/**
 * The letter that is due now, or null: none before the morning, none when nothing is open. Mondays sum up everything; on other
 * days a daily person is written to when something is new, a weekly one when something new is due within two days or late.
 */
export function letterFor(reminders: readonly Reminder[], told: ReadonlySet<string>, cadence: Cadence, now: Temporal.ZonedDateTime): Letter | null {
  if (cadence === 'never' || reminders.length === 0 || now.hour < FROM_HOUR) return null;
  const today = now.toPlainDate();
  const all = reminders.map((one) => ({ ...one, isNew: !told.has(keyOf(one)) }));
  const fresh = all.filter((one) => one.isNew);
  const isUrgent = fresh.some((one) => one.due !== undefined && daysTo(today, one.due) <= URGENT);
  if (today.dayOfWeek !== MONDAY && !isUrgent && (cadence === 'weekly' || fresh.length === 0)) return null;
  return { day: today.toString(), reminders: all };
}
