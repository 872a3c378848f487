const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The attributes of a tag by their names without prefix. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    found[name] = (double ?? single ?? '').replaceAll(/&(?:amp|lt|gt|quot|apos);/gu, (whole) => ENTITIES[whole] ?? whole);
  }
  return found;
}
