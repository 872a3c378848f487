/** Elements of an IATI file, and nothing of XML that it does not need. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** An element; attributes that are undefined and children that are null are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>> = {}, ...children: readonly (Element | string | null)[]): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, attributes: Object.fromEntries(given), children: children.filter((child) => child !== null) };
}

/** A text in its languages, the reader-independent order of the file: a `narrative` each. */
export const narratives = (text: Readonly<Record<string, string>>): readonly Element[] =>
  Object.keys(text).toSorted().flatMap((lang) => (text[lang] ? [element('narrative', { 'xml:lang': lang }, text[lang])] : []));

// XML 1.0 has no place for most control characters.
// oxlint-disable-next-line no-control-regex -- these are the characters to leave out
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const escaped = (text: string): string => text.toWellFormed().replaceAll(UNSAYABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The element as text, indented where it holds elements only. */
export function written({ name, attributes, children }: Element, indent = ''): string {
  const head = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  if (children.length === 0) return `${head}/>`;
  if (children.some((child) => typeof child === 'string')) return `${head}>${children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('')}</${name}>`;
  return `${head}>\n${children.map((child) => (typeof child === 'string' ? child : written(child, `${indent}  `))).join('\n')}\n${indent}</${name}>`;
}
