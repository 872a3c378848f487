/** An IATI activity file as activities of ours, to be looked at and proposed. What we have no place for is left out and counted. */
import { attribute, eventsOf, UnwelcomeXml } from '@entente/sheets/package';
import { isLanguageTag, readDate } from '@entente/text';
import type { Cooperation, Localized, Problem, Result } from '@entente/kernel';
import type { Element } from './xml.ts';

export interface Found {
  readonly identifier: string;
  /** Content of an `activity`. */
  readonly content: Record<string, unknown>;
  /** Names of elements that were not taken over. */
  readonly left: readonly string[];
}

const MOST_BYTES = 40 * 1024 * 1024;
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

const READ = ['version', 'code', 'type', 'iso-date', 'vocabulary', 'currency', 'lang', 'value', 'role', 'ref'] as const;
function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(READ.flatMap((name) => { const value = attribute(text, name); return value === undefined ? [] : [[name, value]]; }));
}

const elementsIn = (parent: Element | undefined, name: string): readonly Element[] => (parent?.children ?? []).filter((child) => typeof child !== 'string' && child.name === name) as readonly Element[];
const textIn = (of: Element | undefined): string => (of?.children ?? []).map((child) => (typeof child === 'string' ? child : '')).join('').trim();

function localizedIn(of: Element | undefined, usual: string): Localized | undefined {
  const texts = elementsIn(of, 'narrative').map((one) => [one.attributes['lang'] ?? usual, textIn(one).normalize('NFC')] as const).filter(([lang, text]) => isLanguageTag(lang) && text !== '');
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

const TAKEN = new Set(['iati-identifier', 'title', 'description', 'activity-date', 'sector', 'budget', 'reporting-org', 'activity-status']);

function activityOf(one: Element, cooperation: Cooperation): Found {
  const usual = one.attributes['lang'] ?? 'en';
  const day = (types: readonly string[]): string | undefined => {
    const found = elementsIn(one, 'activity-date').find(({ attributes }) => types.includes(attributes['type'] ?? ''))?.attributes['iso-date'];
    const read = found === undefined ? undefined : readDate(found.slice(0, 10), 'en');
    return read?.ok ? read.value : undefined;
  };
  // Actual dates say more than planned ones.
  const [from, to] = [day(['2']) ?? day(['1']), day(['4']) ?? day(['3'])];
  const themes = elementsIn(one, 'sector').filter(({ attributes }) => attributes['vocabulary'] === '99').map(({ attributes }) => attributes['code'] ?? '').filter((code) => Object.hasOwn(cooperation.themes, code));
  const budget = elementsIn(one, 'budget').flatMap((each, at) => {
    const [value] = elementsIn(each, 'value');
    const amount = textIn(value);
    const currency = value?.attributes['currency'];
    return /^-?(0|[1-9]\d*)(\.\d+)?$/u.test(amount) && currency ? [{ number: String(at + 1), what: { en: 'Budget' }, money: { amount, currency } }] : [];
  });
  const content = {
    type: 'other', title: localizedIn(elementsIn(one, 'title')[0], usual), aim: localizedIn(elementsIn(one, 'description')[0], usual), from, to,
    themes: themes.length > 0 ? [...new Set(themes)] : undefined, budget: budget.length > 0 ? budget : undefined,
  };
  const left = [...new Set(one.children.flatMap((child) => (typeof child === 'string' || TAKEN.has(child.name) ? [] : [child.name])))];
  return { identifier: textIn(elementsIn(one, 'iati-identifier')[0]), content: Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)), left };
}
