/** Reading the XML of an IATI file: elements, texts in their languages, dates and exact figures. Bounded, without document types. */
import { attribute, eventsOf } from '@entente/sheets/package';
import { isLanguageTag, readDate } from '@entente/text';
import type { Localized } from '@entente/kernel';
import type { Element } from './xml.ts';

const MOST_DEPTH = 40;
const READ = ['version', 'code', 'type', 'iso-date', 'vocabulary', 'currency', 'lang', 'value', 'role', 'ref', 'measure', 'default-currency'] as const;

interface Open { readonly name: string; readonly attributes: Record<string, string>; readonly children: (Element | string)[] }

/** The root of a document; null when there is none. Throws for a document type and for one nested too deep. */
export function treeOf(xml: string): Element | null {
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

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(READ.flatMap((name) => { const value = attribute(text, name); return value === undefined ? [] : [[name, value]]; }));
}

export const elementsIn = (parent: Element | undefined, name: string): readonly Element[] => (parent?.children ?? []).filter((child) => typeof child !== 'string' && child.name === name) as readonly Element[];
export const textIn = (of: Element | undefined): string => (of?.children ?? []).map((child) => (typeof child === 'string' ? child : '')).join('').trim();

/** The narratives of an element by language; undefined when it has none. */
export function localizedIn(of: Element | undefined, usual: string): Localized | undefined {
  const texts = elementsIn(of, 'narrative').map((one) => [one.attributes['lang'] ?? usual, textIn(one).normalize('NFC')] as const).filter(([lang, text]) => isLanguageTag(lang) && text !== '');
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

/** The day an element names in `iso-date`. */
export function dayIn(of: Element | undefined): string | undefined {
  const found = of?.attributes['iso-date'];
  const read = found === undefined ? undefined : readDate(found.slice(0, 10), 'en');
  return read?.ok ? read.value : undefined;
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/u;
/** An exact decimal, undefined where the text is none. */
export const decimalIn = (text: string | undefined): string | undefined => (text !== undefined && NUMBER.test(text) ? text : undefined);

/** Names of elements that are not among those that are read, as `parent/child`. */
export const strangersIn = (of: Element, read: readonly string[]): readonly string[] => of.children.flatMap((child) => (typeof child === 'string' || read.includes(child.name) ? [] : [`${of.name}/${child.name}`]));

export const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
