/** Money of activities: added by currency, and together only at a rate both sides agreed, shown with its date. Pure. */
import { addDecimals, multiplyDecimals, percentOf, roundDecimal } from '@entente/text';
import type { Money } from '@entente/kernel';

/** Exact sums by currency, in the order in which the currencies come. */
export function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, string>();
  for (const { amount, currency } of amounts) sums.set(currency, addDecimals(sums.get(currency) ?? '0', amount));
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

/** One unit of `base` is `rate` units of `quote` on `date`. */
export interface Rate { readonly base: string; readonly quote: string; readonly rate: string; readonly date: string }

export interface Converted {
  readonly money: Money;
  /** Rates it was made with; what a total must name. */
  readonly rates: readonly Rate[];
  /** Currencies no rate leads from: left out, and said so. */
  readonly without: readonly string[];
}

// Decimals kept while converting; the total is rounded once, at its end.
const KEPT = 4;

/** All amounts as one in `into`, at the newest rates not after `on`. Null when there is nothing to add. */
export function totalIn(into: string, amounts: readonly Money[], rates: readonly Rate[], on: string): Converted | null {
  const known = newest(rates.filter((rate) => rate.date <= on));
  const [used, without] = [new Set<Rate>(), new Set<string>()];
  const parts = sumsOf(amounts).flatMap((money) => {
    const way = wayTo(money.currency, into, known);
    if (!way) {
      without.add(money.currency);
      return [];
    }
    for (const { rate } of way) used.add(rate);
    return [way.reduce((amount, step) => (step.forward ? multiplyDecimals(amount, step.rate.rate) : divide(amount, step.rate.rate)), money.amount)];
  });
  if (parts.length === 0) return null;
  return { money: { amount: roundDecimal(parts.reduce(addDecimals), 0), currency: into }, rates: [...used], without: [...without] };
}

/**
 * Currencies a total may be told in: those of the amounts, and those of rates that lead there from them. First the one that
 * leaves fewest of the amounts' currencies out, then the one most rates name.
 */
export function totalCurrencies(amounts: readonly Money[], rates: readonly Rate[], on: string): readonly string[] {
  const known = newest(rates.filter((rate) => rate.date <= on));
  const own = [...new Set(amounts.map((money) => money.currency))];
  const named = (currency: string): number => known.filter(({ base, quote }) => base === currency || quote === currency).length;
  const reached = (currency: string): number => own.filter((from) => wayTo(from, currency, known) !== null).length;
  const all = [...new Set([...own, ...known.flatMap(({ base, quote }) => [base, quote])])];
  return all.filter((currency) => reached(currency) > 0).toSorted((a, b) => reached(b) - reached(a) || named(b) - named(a) || (a < b ? -1 : 1));
}

interface Step { readonly rate: Rate; readonly forward: boolean }

/** Straight, or over one currency that both have a rate with. */
function wayTo(from: string, to: string, rates: readonly Rate[]): readonly Step[] | null {
  if (from === to) return [];
  const steps = (a: string): readonly (Step & { readonly at: string })[] => rates.flatMap((rate) => [
    ...(rate.base === a ? [{ rate, forward: true, at: rate.quote }] : []), ...(rate.quote === a ? [{ rate, forward: false, at: rate.base }] : []),
  ]);
  const straight = steps(from).find((step) => step.at === to);
  if (straight) return [straight];
  for (const first of steps(from)) {
    const second = steps(first.at).find((step) => step.at === to);
    if (second) return [first, second];
  }
  return null;
}

function newest(rates: readonly Rate[]): readonly Rate[] {
  const found = new Map<string, Rate>();
  for (const rate of rates) {
    const key = `${rate.base}/${rate.quote}`;
    if ((found.get(key)?.date ?? '') < rate.date) found.set(key, rate);
  }
  return [...found.values()];
}

/** A quotient to more places than any currency has; a rate is never zero. */
const divide = (amount: string, by: string): string => multiplyDecimals(percentOf(amount, by, KEPT) ?? '0', '0.01');
