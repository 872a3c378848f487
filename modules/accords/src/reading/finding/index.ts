import type { PartialDate } from '@entente/text';
import { Spans } from './context.ts';
import type { Context, Raw } from './context.ts';
import { datesIn } from './dates.ts';
import { deadlinesIn } from './deadlines.ts';
import { instrumentsIn } from './instruments.ts';
import { moneyIn } from './money.ts';
import { bothMinistries, mentionsIn } from './organisations.ts';
import type { Mentions } from './organisations.ts';
import { peopleIn } from './people.ts';
import { periodsIn } from './periods.ts';

export type { Context, Raw } from './context.ts';
export type { Mentions } from './organisations.ts';

/** All dates as written, before some turn out to be ends of periods: enough to tell when a text was made. */
export function datesFirst(context: Context, stamp: PartialDate | undefined): Raw[] {
  return datesIn(context, stamp);
}

/** Everything found in the text, in order. Names, amounts and times may lie inside the title of an instrument. */
export function findAll(context: Context, dates: readonly Raw[]): { found: Raw[]; mentions: Mentions } {
  const mentions = mentionsIn(context);
  const both = bothMinistries(context, mentions.offices);
  const people = peopleIn(context, mentions);
  const { periods, dates: single } = periodsIn(context, dates);
  const { deadlines, dates: plain } = deadlinesIn(context, single);
  const money = moneyIn(context);
  const instruments = instrumentsIn(context, dates);
  const paid = new Spans(money.map(({ at }) => at));
  const times = [...periods, ...deadlines, ...plain].filter(({ at }) => !paid.touching(at));
  const found = [...mentions.offices, ...both, ...people, ...times, ...money, ...instruments];
  return { found: found.toSorted((a, b) => a.at.start - b.at.start || b.at.end - a.at.end), mentions };
}
