/** An IATI activity file as activities of ours, to be looked at and proposed. What we have no place for is left out and counted. */
import { attribute, eventsOf, UnwelcomeXml } from '@entente/sheets/package';
import { isLanguageTag, readDate } from '@entente/text';
import type { Cooperation, Localized, Problem, Result } from '@entente/kernel';
import { activityTypeOf, activityTypes } from '../activity-types/index.ts';
import type { Element } from './xml.ts';

export interface Found {
  readonly identifier: string;
  /** Content of an `activity`. */
  readonly content: Record<string, unknown>;
  /** Types it may be, by its own code or by sector and kind of aid; the first is what the content has. Several or none: a person chooses. */
  readonly types: readonly string[];
  /** Names of elements that were not taken over. */
  readonly left: readonly string[];
}

export const MOST_BYTES = 40 * 1024 * 1024;
const MOST_DEPTH = 40;
const refused = (id: string, params?: Problem['params']): Result<never> => ({ ok: false, problems: [{ id: `iati.${id}`, path: ['file'], ...(params ? { params } : {}) }] });

/** Reads the activities of a file. Refused: what is no XML of `iati-activities` version 2, and documents with a document type. */
export function readIati(bytes: Uint8Array, cooperation: Cooperation): Result<readonly Found[]> {
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
  return { ok: true, value: elementsIn(root, 'iati-activity').map((one) => activityOf(one, cooperation)) };
}

interface Open { readonly name: string; readonly attributes: Record<string, string>; readonly children: (Element | string)[] }

function treeOf(xml: string): Element | null {
  const open: Open[] = [];
  let root: Element | null = null;
  for (const event of eventsOf(xml)) {
    const parent = open.at(-1);
    if (event.is === 'text') parent?.children.push(event.text);
    else if (event.is === 'open') {
      const made: Open = { name: event.name, attributes: attributesOf(event.attributes), children: [] };
      if (open.length >= MOST_DEPTH) throw new RangeError('too deep');
      if (parent) parent.children.push(made);
      else root ??= made;
      if (!event.closed) open.push(made);
    } else open.pop();
  }
  return root;
}

const READ = ['version', 'code', 'type', 'iso-date', 'vocabulary', 'currency', 'lang', 'value', 'role', 'ref', 'measure', 'default-currency'] as const;
function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(READ.flatMap((name) => { const value = attribute(text, name); return value === undefined ? [] : [[name, value]]; }));
}

const elementsIn = (parent: Element | undefined, name: string): readonly Element[] => (parent?.children ?? []).filter((child) => typeof child !== 'string' && child.name === name) as readonly Element[];
const textIn = (of: Element | undefined): string => (of?.children ?? []).map((child) => (typeof child === 'string' ? child : '')).join('').trim();

function localizedIn(of: Element | undefined, usual: string): Localized | undefined {
  const texts = elementsIn(of, 'narrative').map((one) => [one.attributes['lang'] ?? usual, textIn(one).normalize('NFC')] as const).filter(([lang, text]) => isLanguageTag(lang) && text !== '');
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

const TAKEN = new Set(['iati-identifier', 'title', 'description', 'activity-date', 'sector', 'tag', 'default-aid-type', 'budget', 'result', 'reporting-org', 'activity-status']);
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/u;

function activityOf(one: Element, cooperation: Cooperation): Found {
  const usual = one.attributes['lang'] ?? 'en';
  const day = (types: readonly string[]): string | undefined => {
    const found = elementsIn(one, 'activity-date').find(({ attributes }) => types.includes(attributes['type'] ?? ''))?.attributes['iso-date'];
    const read = found === undefined ? undefined : readDate(found.slice(0, 10), 'en');
    return read?.ok ? read.value : undefined;
  };
  // Actual dates say more than planned ones.
  const [from, to] = [day(['2']) ?? day(['1']), day(['4']) ?? day(['3'])];
  const themes = codesIn(one, 'sector', '99').filter((code) => Object.hasOwn(cooperation.themes, code));
  const types = typesOf(one);
  const money = budgetsIn(one);
  const results = resultsIn(one, usual);
  const content = {
    type: types[0] ?? 'other', title: localizedIn(elementsIn(one, 'title')[0], usual), aim: localizedIn(elementsIn(one, 'description')[0], usual), from, to,
    themes: themes.length > 0 ? [...new Set(themes)] : undefined, outputs: some(results.outputs), indicators: some(results.indicators), budget: some(money.lines),
  };
  const strange = one.children.flatMap((child) => (typeof child === 'string' || TAKEN.has(child.name) ? [] : [child.name]));
  const left = [...new Set([...strange, ...money.left, ...results.left])];
  return { identifier: textIn(elementsIn(one, 'iati-identifier')[0]), types, content: Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)), left };
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
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

function budgetsIn(one: Element): { readonly lines: readonly object[]; readonly left: readonly string[] } {
  const lines = elementsIn(one, 'budget').map((each, at) => {
    const [value] = elementsIn(each, 'value');
    const currency = value?.attributes['currency'] ?? one.attributes['default-currency'];
    return NUMBER.test(textIn(value)) && currency ? { number: String(at + 1), what: { en: 'Budget' }, money: { amount: textIn(value), currency } } : null;
  });
  return { lines: lines.filter((line) => line !== null), left: lines.includes(null) ? ['budget'] : [] };
}

/** Indicators with figures as indicators, those without as outputs; a result without an indicator is an output too. */
function resultsIn(one: Element, usual: string): { readonly outputs: readonly object[]; readonly indicators: readonly object[]; readonly left: readonly string[] } {
  const [outputs, indicators, left]: [object[], object[], string[]] = [[], [], []];
  for (const result of elementsIn(one, 'result')) {
    const measured = elementsIn(result, 'indicator');
    for (const indicator of measured.length > 0 ? measured : [undefined]) {
      const name = localizedIn(elementsIn(indicator, 'title')[0], usual) ?? localizedIn(elementsIn(result, 'title')[0], usual);
      if (name === undefined) left.push('result');
      else if (indicator === undefined || indicator.attributes['measure'] === '5') outputs.push({ number: `O${outputs.length + 1}`, what: name });
      else indicators.push({ number: `I${indicators.length + 1}`, name, ...figure('baseline', elementsIn(indicator, 'baseline')), ...figure('target', elementsIn(indicator, 'period').flatMap((period) => elementsIn(period, 'target'))) });
    }
  }
  return { outputs, indicators, left };
}

/** The last figure of these, where it is a number. */
function figure(name: string, elements: readonly Element[]): Readonly<Record<string, string>> {
  const value = elements.at(-1)?.attributes['value'];
  return value !== undefined && NUMBER.test(value) ? { [name]: value } : {};
}
