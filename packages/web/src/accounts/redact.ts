/** Cutting a person's values out of what somebody typed. */

/** Shorter ones go only where they stand alone: a name of two letters is a part of many words. */
const LONG = 6;

/** The texts a value is made of, however a keyboard or a browser may have written them. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()].filter((text) => text !== '').flatMap((text) => [...new Set([text, text.normalize('NFC'), text.normalize('NFD'), text.replaceAll('\n', '\r\n')])]);
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Copies any JSON without these values: what is one of them alone is emptied, longer ones are cut out of texts too. */
export function redacted(values: readonly unknown[]): (body: unknown) => unknown {
  const texts = values.flatMap(textsOf).toSorted((a, b) => b.length - a.length);
  const [alone, inside] = [new Set(texts), texts.filter((text) => text.length >= LONG)];
  const cut = (body: unknown): unknown => {
    if (typeof body === 'string') return alone.has(body.trim()) ? '' : inside.reduce((text, each) => text.replaceAll(each, ''), body);
    if (typeof body === 'number') return alone.has(String(body)) ? null : body;
    if (Array.isArray(body)) return body.map(cut);
    return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body).map(([name, each]) => [name, cut(each)])) : body;
  };
  return cut;
}
