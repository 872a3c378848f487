/** An IATI activity file as activities and transactions of ours, to be looked at and proposed. What we have no place for is named. */
import { UnwelcomeXml } from '@entente/sheets/package';
import type { Cooperation, Localized, Problem, Result } from '@entente/kernel';
import { activityTypeOf, activityTypes } from '../activity-types/index.ts';
import type { Activity } from '../kinds/index.ts';
import { statedStatus, statusOf } from './status.ts';
import { budgetsIn, orgIn, transactionsIn, type FoundMoney } from './read-money.ts';
import { resultsIn } from './read-results.ts';
import { dayIn, elementsIn, localizedIn, some, strangersIn, textIn, treeOf } from './tree.ts';
import type { Mentioned, Register, Who } from './whom.ts';
import type { Element } from './xml.ts';

export interface Found {
  readonly identifier: string;
  /** Content of an `activity`. */
  readonly content: Record<string, unknown>;
  /** Types it may be, by its own code or by sector and kind of aid; the first is what the content has. Several or none: a person chooses. */
  readonly types: readonly string[];
  readonly money: readonly FoundMoney[];
  /** What the file says of how it goes beyond what its dates say: parts of an `activity-progress`. */
  readonly progress: Readonly<Record<string, unknown>> | null;
  /** Names of what was not taken over. */
  readonly left: readonly string[];
}

/** Words that a file has none for, in the language of whoever brings it in. */
export interface Wording { readonly budget: Localized; readonly reason: Localized }

export const MOST_BYTES = 40 * 1024 * 1024;
const refused = (id: string, params?: Problem['params']): Result<never> => ({ ok: false, problems: [{ id: `iati.${id}`, path: ['file'], ...(params ? { params } : {}) }] });

/** Reads the activities of a file. Refused: what is no XML of `iati-activities` version 2, and documents with a document type. */
export function readIati(bytes: Uint8Array, cooperation: Cooperation, register: Register, words: Wording): Result<readonly Found[]> {
  if (bytes.length > MOST_BYTES) return refused('too-large');
  let root: Element | null;
  try {
    root = treeOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UnwelcomeXml || error instanceof TypeError || error instanceof RangeError) return refused('not-iati');
    throw error;
  }
  if (root?.name !== 'iati-activities') return refused('not-iati');
  const version = root.attributes['version'] ?? '';
  if (!version.startsWith('2.')) return refused('version', { version });
  return { ok: true, value: elementsIn(root, 'iati-activity').map((one) => activityOf(one, cooperation, register, words)) };
}

const READ = [
  'iati-identifier', 'title', 'description', 'participating-org', 'activity-date', 'recipient-country', 'location', 'sector', 'tag', 'default-aid-type', 'budget', 'transaction', 'result', 'reporting-org', 'activity-status',
];

function activityOf(one: Element, cooperation: Cooperation, register: Register, words: Wording): Found {
  const usual = one.attributes['lang'] ?? 'en';
  const time = datesIn(one);
  const themes = codesIn(one, 'sector', '99').filter((code) => Object.hasOwn(cooperation.themes, code));
  const types = typesOf(one);
  const [places, orgs, results] = [placesIn(one, usual, cooperation, register), organisationsIn(one, usual, register), resultsIn(one, usual)];
  const budget = budgetsIn(one, words.budget, orgs.funder);
  const money = transactionsIn(one, usual, register, { reporting: orgIn(elementsIn(one, 'reporting-org')[0], usual), implementing: orgs.implementing });
  const content = {
    type: types[0] ?? 'other', title: localizedIn(elementsIn(one, 'title')[0], usual), aim: localizedIn(elementsIn(one, 'description')[0], usual), from: time.from, to: time.to,
    themes: some([...new Set(themes)]), responsible: some(orgs.offices), provinces: some(places.provinces), place: places.place, outputs: some(results.outputs), indicators: some(results.indicators), budget: some(budget.lines),
  };
  const unfunded = orgs.funder && budget.lines.length === 0 ? ['participating-org 1'] : [];
  const left = [
    ...one.children.flatMap((child) => (typeof child === 'string' || READ.includes(child.name) ? [] : [child.name])), ...elementsIn(one, 'description').slice(1).map(() => 'description'),
    ...time.left, ...orgs.left, ...unfunded, ...places.left, ...budget.left, ...money.left, ...results.left,
  ];
  const written = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return {
    identifier: textIn(elementsIn(one, 'iati-identifier')[0]), types, content: written, money: money.found, left: [...new Set(left)],
    progress: progressIn(one, written, time.ended, results.reached, words.reason),
  };
}

/** What was planned is what was agreed; what came true stands in for it where the plan is not told. */
function datesIn(one: Element): { readonly from: string | undefined; readonly to: string | undefined; readonly ended: string | undefined; readonly left: readonly string[] } {
  const day = (type: string): string | undefined => dayIn(elementsIn(one, 'activity-date').find(({ attributes }) => attributes['type'] === type));
  const [from, to, begun, ended] = [day('1') ?? day('2'), day('3') ?? day('4'), day('2'), day('4')];
  return { from, to, ended, left: begun !== undefined && begun !== from ? ['activity-date 2'] : [] };
}

/** Our own word on how it goes, only where the file says more than the dates do. */
function progressIn(one: Element, content: Partial<Activity>, ended: string | undefined, reached: { readonly outputs: readonly object[]; readonly indicators: readonly object[] }, reason: Localized): Found['progress'] {
  const code = elementsIn(one, 'activity-status')[0]?.attributes['code'];
  const status = statedStatus(code);
  const isTold = reached.outputs.length > 0 || reached.indicators.length > 0 || (ended !== undefined && status === 'done');
  if (status === undefined || (!isTold && code === statusOf(content, []))) return null;
  return {
    status, ...(status === 'done' && ended !== undefined ? { asOf: ended } : {}), ...(status === 'cancelled' || status === 'suspended' ? { reason } : {}),
    ...(reached.outputs.length > 0 ? { outputs: reached.outputs } : {}), ...(reached.indicators.length > 0 ? { indicators: reached.indicators } : {}),
  };
}

/** Provinces by name; one other place in words; countries only where they say less than these. */
function placesIn(one: Element, usual: string, cooperation: Cooperation, register: Register): { readonly provinces: readonly string[]; readonly place: Localized | undefined; readonly left: readonly string[] } {
  const named = elementsIn(one, 'location').map((each) => ({ each, name: localizedIn(elementsIn(each, 'name')[0], usual) }));
  const found = named.map(({ each, name }) => ({ each, name, province: name && register.province(name) }));
  const words = found.filter(({ name, province }) => name !== undefined && province === undefined);
  const countries = elementsIn(one, 'recipient-country').map(({ attributes }) => attributes['code'] ?? '');
  const everywhere = cooperation.parties.every(({ id }) => countries.includes(id)) && countries.every((code) => cooperation.parties.some(({ id }) => id === code));
  return {
    provinces: [...new Set(found.flatMap(({ province }) => province ?? []))], place: words[0]?.name,
    left: [
      ...(countries.length === 0 || everywhere || found.some(({ province }) => province !== undefined) ? [] : ['recipient-country']),
      ...words.slice(1).map(() => 'location'), ...found.flatMap(({ each, name }) => (name === undefined ? ['location'] : strangersIn(each, ['name']))),
    ],
  };
}

/** OrganisationRole: who funds is the funder of the budget; who accounts, extends or implements is responsible. */
function organisationsIn(one: Element, usual: string, register: Register): { readonly offices: readonly string[]; readonly funder: Who | undefined; readonly implementing: Mentioned | undefined; readonly left: readonly string[] } {
  const all = elementsIn(one, 'participating-org').map((each) => ({ role: each.attributes['role'] ?? '', org: orgIn(each, usual) })).map((each) => ({ ...each, who: register.who(each.org) }));
  const [funders, others] = [all.filter(({ role }) => role === '1'), all.filter(({ role }) => role !== '1')];
  const implementing = others.filter(({ role }) => role === '4');
  const shown = ({ role, org }: (typeof all)[number]): string => `participating-org ${role} ${org.name[usual] ?? Object.values(org.name)[0] ?? org.ref ?? ''}`.trim();
  return {
    offices: [...new Set(others.flatMap(({ who }) => who?.office ?? []))],
    funder: funders.length === 1 ? funders[0]?.who ?? undefined : undefined,
    implementing: implementing.length === 1 ? implementing[0]?.org : undefined,
    // A party is in it anyway.
    left: [...(funders.length > 1 ? funders.map(shown) : []), ...others.filter(({ who }) => who?.office === undefined && who?.party === undefined).map(shown)],
  };
}

/** Codes of a vocabulary; one without a vocabulary is of the first (OECD DAC). */
const codesIn = (one: Element, name: string, vocabulary: string): readonly string[] => elementsIn(one, name).filter(({ attributes }) => (attributes['vocabulary'] ?? '1') === vocabulary).map(({ attributes }) => attributes['code'] ?? '');

function typesOf(one: Element): readonly string[] {
  const own = codesIn(one, 'tag', '99').find((code) => activityTypeOf(code));
  if (own !== undefined) return [own];
  const [sectors, aid] = [codesIn(one, 'sector', '1'), codesIn(one, 'default-aid-type', '1')];
  const ofSector = activityTypes.filter(({ iati }) => sectors.includes(iati.sector));
  const exact = ofSector.filter(({ iati }) => aid.includes(iati.aidType));
  return (exact.length > 0 ? exact : ofSector).map(({ name }) => name);
}
