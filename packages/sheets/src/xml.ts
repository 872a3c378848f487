/** What comes next in a stretch of XML; names without their prefix. */
export type XmlEvent =
  | { readonly is: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** Thrown for XML with a document type: Word writes none, and entities in one can grow without end. */
export class UnwelcomeXml extends Error {}

/** Reads well-formed XML as WordprocessingML uses it, in one pass. Stops quietly where it breaks off. */
export function* eventsOf(xml: string): Generator<XmlEvent> {
  for (let at = 0; at < xml.length;) {
    const open = xml.indexOf('<', at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    if (text !== '') yield { is: 'text', text: decoded(text) };
    if (open < 0) return;
    const next = xml.charAt(open + 1);
    if (next === '!' || next === '?') {
      const end = skipped(xml, open);
      if (end < 0) return;
      if (xml.startsWith('<![CDATA[', open)) yield { is: 'text', text: xml.slice(open + 9, end - 3) };
      at = end;
      continue;
    }
    const end = tagEnd(xml, open + 1);
    if (end < 0) return;
    yield tag(xml.slice(open + 1, end));
    at = end + 1;
  }
}

function skipped(xml: string, open: number): number {
  if (xml.startsWith('<!DOCTYPE', open) || xml.startsWith('<!ENTITY', open)) throw new UnwelcomeXml('document type');
  const stop = xml.startsWith('<!--', open) ? '-->' : xml.startsWith('<![CDATA[', open) ? ']]>' : '>';
  const end = xml.indexOf(stop, open);
  return end < 0 ? -1 : end + stop.length;
}

/** A bracket in an attribute's value ends no tag. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const char = xml.charAt(at);
    if (char === '>') return at;
    if (char === '"' || char === '\'') {
      const close = xml.indexOf(char, at + 1);
      if (close < 0) return -1;
      at = close;
    }
  }
  return -1;
}

function tag(inside: string): XmlEvent {
  if (inside.startsWith('/')) return { is: 'close', name: localName(inside.slice(1).trim()) };
  const closed = inside.endsWith('/');
  const space = inside.search(/[\s/]/);
  const name = localName(space < 0 ? inside : inside.slice(0, space));
  return { is: 'open', name, attributes: space < 0 ? '' : inside.slice(space), closed };
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,5}));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}
