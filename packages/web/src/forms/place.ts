import type { Cooperation, Kernel } from '@entente/kernel';

/** Query values that say how a page is read, not what its form is about. */
export const READING = ['lang', 'coop'];
/** Longer than any link to a form of ours. */
const LONGEST = 400;

/** The name under which `/new` is told which returned approval is taken up; begins nothing in the form. */
export const TAKEN_UP = 'taken-up';

/**
 * Where what is typed into a form is kept: the form's own address. A form for something new is another form under another
 * plan, commitment or activity, so the values it begins with belong to its place; a record's form is one, unless it answers
 * a proposal with another.
 */
export function placeOf({ pathname, searchParams }: URL): string {
  const begun = [...searchParams].filter(([name]) => (pathname.endsWith('/new') ? !READING.includes(name) : name === 'from')).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const place = begun.length > 0 ? `${pathname}?${new URLSearchParams(begun).toString()}` : pathname;
  return place.length > LONGEST ? pathname : place;
}

/** A draft's key as it is kept: something new belongs to a cooperation, so where a node takes part in several its address names it. */
export function keptUnder(key: string, { kernel, cooperation }: { readonly kernel: Pick<Kernel, 'cooperations'>; readonly cooperation: Pick<Cooperation, 'id'> }): string {
  const [pathname = '', query = ''] = key.split('?');
  if (kernel.cooperations.length < 2 || !/^\/.*\/new$/u.test(pathname) || new URLSearchParams(query).has('coop')) return key;
  return `${key}${query === '' ? '?' : '&'}${new URLSearchParams({ coop: cooperation.id }).toString()}`;
}
