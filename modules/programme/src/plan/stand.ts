/** How an activity stands for all sides together, from what each of them says of it. Pure. */

/** Columns of the board, in the order in which work moves. */
export const stands = ['planned', 'under-way', 'late', 'suspended', 'done', 'cancelled'] as const;
export type Stand = (typeof stands)[number];

const isStand = (status: string): status is Stand => (stands as readonly string[]).includes(status);

/** The last day a partial date can mean. */
export const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? Temporal.PlainYearMonth.from(date).toPlainDate({ day: 31 }).toString() : date);
/** The first day a partial date can mean. */
export const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);

export interface StandOf {
  readonly stand: Stand;
  /** Its last day is over and nobody says it is done. */
  readonly overdue: boolean;
  /** The sides that spoke say different things. */
  readonly differs: boolean;
}

/**
 * One side that is late or stopped holds both up; it is done or cancelled only when every side that spoke says so. What is not
 * done after its last day is late, whoever forgot to say so.
 */
export function standOf(statuses: readonly string[], end: string | undefined, today: string): StandOf {
  const said = statuses.filter(isStand);
  const every = (stand: Stand): boolean => said.length > 0 && said.every((one) => one === stand);
  const closed: Stand | undefined = every('done') ? 'done' : every('cancelled') ? 'cancelled' : undefined;
  const overdue = closed === undefined && end !== undefined && lastDay(end) < today;
  const open: Stand = said.includes('suspended') || (said.includes('cancelled') && closed === undefined) ? 'suspended'
    : said.includes('late') || overdue ? 'late' : said.some((one) => one === 'under-way' || one === 'done') ? 'under-way' : 'planned';
  return { stand: closed ?? open, overdue, differs: new Set(said).size > 1 };
}
