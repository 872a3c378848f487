/** One activity as `iati-activity` (IATI 2.03): its parts in the order the schema wants. */
import type { Cooperation, Localized, Party, RecordRow } from '@entente/kernel';
import { addDecimals, firstDay, langs, lastDay, showLabel, type Labels } from '@entente/text';
import { allLanguages, nameOf, type Activity, type ActivityProgress, type Corpus, type Transaction } from './gather.ts';
import { activityTypeOf } from '../activity-types/index.ts';
import { statusOf } from './status.ts';
import { element, narratives, type Element } from './xml.ts';

export interface Publisher {
  readonly cooperation: Cooperation;
  /** Whose file it is. */
  readonly party: Party;
  /** Its organisation identifier. */
  readonly ref: string;
}

// Code lists of IATI 2.03: OrganisationType, OrganisationRole, ActivityDateType, TransactionType, DisbursementChannel.
const GOVERNMENT = '10';
const ROLE = { funding: '1', accountable: '2', implementing: '4' } as const;
const DATE = { plannedStart: '1', plannedEnd: '3', actualEnd: '4' } as const;
const TRANSACTION: Readonly<Record<string, string>> = { commitment: '2', disbursement: '3', 'in-kind': '4' };
/** Aid in kind, the funds managed by the donor. */
const IN_KIND = '4';
/** Codes of the publisher's own list. */
const OWN = '99';
/** OECD DAC's, in the lists of sectors and of kinds of aid. */
const DAC = '1';
// IndicatorMeasure.
const [UNIT, QUALITATIVE] = ['1', '5'];

export const identifierOf = (publisher: Pick<Publisher, 'ref'>, record: string): string => `${publisher.ref}-${record}`;

export function activityElement(row: RecordRow<Activity>, corpus: Corpus, publisher: Publisher): Element {
  const { content } = row;
  const progress = corpus.progress.get(row.id) ?? [];
  const money = corpus.money.get(row.id) ?? [];
  const title = allLanguages(row, 'title', content.title);
  const aim = allLanguages(row, 'aim', content.aim);
  return element('iati-activity', { 'xml:lang': 'en', 'default-currency': currencyOf(content, money), 'last-updated-datetime': `${row.at.slice(0, 19)}Z` },
    element('iati-identifier', {}, identifierOf(publisher, row.id)),
    element('reporting-org', { ref: publisher.ref, type: GOVERNMENT }, ...narratives(publisher.party.name)),
    element('title', {}, ...narratives(title)),
    element('description', { type: '1' }, ...narratives(Object.keys(aim).length > 0 ? aim : title)),
    ...participants(content, corpus, publisher),
    element('activity-status', { code: statusOf(content, progress.map((one) => one.content.status)) }),
    ...dates(row, progress),
    ...countries(content, corpus, publisher), ...locations(row, corpus),
    ...sectors(content, publisher), tagOf(content), aidTypeOf(content),
    ...budgets(content, corpus),
    ...money.flatMap((one) => transactionElement(one, corpus, publisher)),
    ...results(content, progress, corpus), ...outputs(content, progress));
}

const currencyOf = (content: Activity, money: readonly RecordRow<Transaction>[]): string | undefined => content.total?.currency ?? content.budget?.[0]?.money.currency ?? money[0]?.content.money.currency;

function participants(content: Activity, corpus: Corpus, publisher: Publisher): readonly Element[] {
  const { cooperation } = publisher;
  const org = (role: string, name: Localized, own: string | undefined): Element[] => (Object.keys(name).length === 0 ? [] : [element('participating-org', { role, type: GOVERNMENT, ref: own }, ...narratives(name))]);
  const offices = [...new Set([...content.responsible ?? [], ...content.partners ?? []])];
  const funders = (content.budget ?? []).flatMap(({ funder }) => (funder ? [whoOf(funder, corpus, publisher)] : [])).filter((one) => Object.keys(one.name).length > 0);
  return [
    ...cooperation.parties.flatMap((one) => org(ROLE.accountable, one.name, partyRef(publisher, one))),
    ...offices.flatMap((id) => org(ROLE.implementing, nameOf(corpus.named.get(id)), orgIdOf(corpus.named.get(id)))),
    ...[...new Map(funders.map((one) => [JSON.stringify(one.name), one])).values()].map(({ name, ref }) => element('participating-org', { role: ROLE.funding, ref }, ...narratives(name))),
  ];
}

/** The identifier that the register has of an office or body. */
const orgIdOf = (row: RecordRow | undefined): string | undefined => { const id = row?.content['orgId']; return typeof id === 'string' ? id : undefined; };

const partyRef = ({ party, ref }: Publisher, one: Party): string | undefined => (one.id === party.id ? ref : one.orgId);

interface Named { readonly name: Localized; readonly ref?: string | undefined }

/** A giver or receiver by its office, else its party, else its name. */
function whoOf(who: { readonly office?: string | undefined; readonly party?: string | undefined; readonly name?: Localized | undefined }, corpus: Corpus, publisher: Publisher): Named {
  if (who.office !== undefined) return { name: nameOf(corpus.named.get(who.office)), ref: orgIdOf(corpus.named.get(who.office)) };
  const party = publisher.cooperation.parties.find(({ id }) => id === who.party);
  // A name of its own says more than the party it is of.
  return who.name ? { name: who.name } : party ? { name: party.name, ref: partyRef(publisher, party) } : { name: {} };
}

function dates(row: RecordRow<Activity>, progress: readonly RecordRow<ActivityProgress>[]): readonly Element[] {
  const { from, to } = row.content;
  const day = (type: string, date: string): Element => element('activity-date', { type, 'iso-date': date });
  const done = progress.filter((one) => one.content.status === 'done').flatMap((one) => (one.content.asOf === undefined ? [] : pastDay(one.content.asOf, one.at))).toSorted().at(-1);
  const planned = [...(from ? [day(DATE.plannedStart, firstDay(from).toString())] : []), ...(to ? [day(DATE.plannedEnd, lastDay(to).toString())] : [])];
  // The schema wants a date; where none was agreed, the day it was agreed on is the earliest it could begin.
  return [...(planned.length > 0 ? planned : [day(DATE.plannedStart, row.at.slice(0, 10))]), ...(done ? [day(DATE.actualEnd, done)] : [])];
}

/** Shares in percent that make up a hundred exactly. */
function shares(count: number): readonly string[] {
  const each = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, at) => ((at === 0 ? 10_000 - each * (count - 1) : each) / 100).toString());
}

/** Countries of the provinces where it takes place, else of all parties; only where a party's id is a country's code. */
function countries(content: Activity, corpus: Corpus, { cooperation }: Publisher): readonly Element[] {
  const places = [...new Set((content.provinces ?? []).flatMap((id) => corpus.named.get(id)?.party ?? []))];
  const codes = (places.length > 0 ? places : cooperation.parties.map(({ id }) => id)).filter((id) => /^[A-Z]{2}$/u.test(id));
  const percentages = shares(codes.length);
  return codes.map((code, at) => element('recipient-country', { code, percentage: percentages[at] }));
}

/** Its provinces by name, and the place in words. */
function locations(row: RecordRow<Activity>, corpus: Corpus): readonly Element[] {
  const places = [...(row.content.provinces ?? []).map((id) => nameOf(corpus.named.get(id))), allLanguages(row, 'place', row.content.place)].filter((name) => Object.keys(name).length > 0);
  return places.map((name) => element('location', {}, element('name', {}, ...narratives(name))));
}

/** The sector of its type (OECD DAC), and the cooperation's own themes: shares make a hundred in each vocabulary. */
function sectors(content: Activity, { cooperation }: Publisher): readonly Element[] {
  const themes = content.themes ?? [];
  const percentages = shares(themes.length);
  const sector = activityTypeOf(content.type)?.iati.sector;
  return [...(sector ? [element('sector', { vocabulary: DAC, code: sector, percentage: '100' })] : []), ...themes.map((code, at) => element('sector', { vocabulary: OWN, code, percentage: percentages[at] }, ...narratives(cooperation.themes[code] ?? {})))];
}

/** The type by its own code, so that it is the same type when the file comes back. */
const tagOf = ({ type }: Activity): Element => element('tag', { vocabulary: OWN, code: type }, ...narratives(labelled(activityTypeOf(type)?.label)));
const labelled = (labels: Labels | undefined): Localized => (labels ? Object.fromEntries(langs.map((lang) => [lang, showLabel(labels, lang)])) : {});
const aidTypeOf = ({ type }: Activity): Element | null => { const code = activityTypeOf(type)?.iati.aidType; return code ? element('default-aid-type', { vocabulary: DAC, code }) : null; };

/** The time a budget is for: the activity's own, else that of its plan; undefined where neither says. */
function budgetTime({ from, to, plan }: Activity, corpus: Pick<Corpus, 'named'>): { readonly from: string; readonly to: string } | undefined {
  const year = corpus.named.get(plan ?? '')?.content as { readonly from?: string; readonly to?: string } | undefined;
  const [start, end] = [from ?? year?.from, to ?? year?.to];
  return start === undefined || end === undefined || lastDay(end).toString() < firstDay(start).toString() ? undefined : { from: start, to: end };
}

/** Whether it has money planned that the file cannot hold, since nothing says for which time. */
export const isTimeless = (content: Activity, corpus: Pick<Corpus, 'named'>): boolean => (content.total !== undefined || (content.budget ?? []).length > 0) && budgetTime(content, corpus) === undefined;

/** One indicative budget for each currency, where the time it is for is known. */
function budgets(content: Activity, corpus: Corpus): readonly Element[] {
  const { total, budget = [] } = content;
  const time = budgetTime(content, corpus);
  if (time === undefined) return [];
  const sums = new Map<string, string>();
  for (const { money } of budget) sums.set(money.currency, addDecimals(sums.get(money.currency) ?? '0', money.amount));
  if (total) sums.set(total.currency, total.amount);
  const [start, end] = [firstDay(time.from).toString(), lastDay(time.to).toString()];
  return [...sums].map(([currency, amount]) => element('budget', { type: '1', status: '1' },
    element('period-start', { 'iso-date': start }), element('period-end', { 'iso-date': end }), element('value', { currency, 'value-date': start }, amount)));
}

function transactionElement({ id, at, content }: RecordRow<Transaction>, corpus: Corpus, publisher: Publisher): readonly Element[] {
  const type = TRANSACTION[content.type];
  // A budget is no transaction in IATI's sense.
  if (type === undefined) return [];
  const date = pastDay(content.date, at);
  const who = (name: string, side: Transaction['provider']): Element | null => { const said = whoOf(side, corpus, publisher); return Object.keys(said.name).length > 0 ? element(name, { ref: said.ref }, ...narratives(said.name)) : null; };
  return [element('transaction', { ref: content.reference ?? id },
    element('transaction-type', { code: type }), element('transaction-date', { 'iso-date': date }),
    element('value', { currency: content.money.currency, 'value-date': date }, content.money.amount),
    content.purpose ? element('description', {}, ...narratives(content.purpose)) : null,
    who('provider-org', content.provider), who('receiver-org', content.receiver),
    content.type === 'in-kind' ? element('disbursement-channel', { code: IN_KIND }) : null)];
}

/** The last day of a partial date, but none that had not come when it was recorded: what has happened never lies ahead (rules of IATI 2.03). */
function pastDay(date: string, at: string): string {
  const [last, recorded] = [lastDay(date).toString(), at.slice(0, 10)];
  return last > recorded && firstDay(date).toString() <= recorded ? recorded : last;
}

/** Indicators with their target and what the sides say was reached: a `result` each, of type output. */
function results(content: Activity, progress: readonly RecordRow<ActivityProgress>[], corpus: Corpus): readonly Element[] {
  const { from, to } = content;
  return (content.indicators ?? []).flatMap((one) => {
    const name = one.indicator === undefined ? one.name ?? {} : nameOf(corpus.named.get(one.indicator));
    if (Object.keys(name).length === 0) return [];
    const reached = progress.flatMap((row) => (row.content.indicators ?? []).filter(({ number }) => number === one.number).map(({ value }) => value)).at(-1);
    const period = from === undefined || to === undefined || (one.target === undefined && reached === undefined) ? null : element('period', {},
      element('period-start', { 'iso-date': firstDay(from).toString() }), element('period-end', { 'iso-date': lastDay(to).toString() }),
      one.target === undefined ? null : element('target', { value: one.target }), reached === undefined ? null : element('actual', { value: reached }));
    return [element('result', { type: '1', 'aggregation-status': 'false' }, element('title', {}, ...narratives(name)),
      element('indicator', { measure: UNIT, ascending: 'true' }, element('title', {}, ...narratives(name)),
        one.baseline === undefined || from === undefined ? null : element('baseline', { year: from.slice(0, 4), value: one.baseline }), period))];
  });
}

/** Expected outputs, which have no figure: results of a qualitative indicator, with what the sides say there is. */
function outputs(content: Activity, progress: readonly RecordRow<ActivityProgress>[]): readonly Element[] {
  return (content.outputs ?? []).map((one) => {
    const said = progress.flatMap((row) => (row.content.outputs ?? []).filter(({ number, what }) => number === one.number && what !== undefined));
    const { from, to } = content;
    const actual = said.at(-1)?.what;
    const period = from === undefined || to === undefined || actual === undefined ? null : element('period', {},
      element('period-start', { 'iso-date': firstDay(from).toString() }), element('period-end', { 'iso-date': lastDay(to).toString() }), element('actual', {}, element('comment', {}, ...narratives(actual))));
    return element('result', { type: '1', 'aggregation-status': 'false' }, element('title', {}, ...narratives(one.what)),
      element('indicator', { measure: QUALITATIVE }, element('title', {}, ...narratives(one.what)), period));
  });
}
