import type { Activity } from '../kinds/index.ts';

/** Who gives and who receives, as the address of a new transaction names them: where the budget has one funder, and one other office is responsible. */
export function sidesOf({ budget = [], responsible = [] }: Pick<Activity, 'budget' | 'responsible'>): Readonly<Record<string, string>> {
  const [provider, ...more] = new Set(budget.map(({ funder }) => funder?.office));
  if (provider === undefined || more.length > 0) return {};
  const [receiver, ...others] = responsible.filter((office) => office !== provider);
  return { 'provider.office': provider, ...(receiver === undefined || others.length > 0 ? {} : { 'receiver.office': receiver }) };
}
