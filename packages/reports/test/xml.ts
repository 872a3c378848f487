/** Throws where XML is not well-formed: tags that do not match, bare signs, characters XML 1.0 forbids. Enough for files we write. */
export function assertWellFormed(xml: string, name: string): void {
  // oxlint-disable-next-line no-control-regex
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(xml);
  if (forbidden || !xml.isWellFormed()) throw new Error(`${name}: a character XML cannot hold`);
  const open: string[] = [];
  const rest = xml.replace(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<\?[^?]*\?>/g, (_whole, close: string, tag: string | undefined, attributes: string, empty: string) => {
    if (tag === undefined) return '';
    if (close === '/') {
      if (open.pop() !== tag) throw new Error(`${name}: </${tag}> closes nothing`);
    } else if (empty !== '/') open.push(tag);
    const names = Array.from((attributes ?? '').matchAll(/([\w:.-]+)\s*=/g), ([, key]) => key);
    if (new Set(names).size !== names.length && !attributes.includes('=&')) throw new Error(`${name}: <${tag}> says something twice`);
    return '';
  });
  if (open.length > 0) throw new Error(`${name}: <${open.at(-1)}> stays open`);
  if (/<|&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)/i.test(rest + xml.replace(/<[^>]*>/g, ''))) throw new Error(`${name}: a bare < or &`);
}
