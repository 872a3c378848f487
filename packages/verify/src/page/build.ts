/** Makes the page that needs no server: one HTML file with this package's own sources in it, types stripped, nothing else. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const SOURCES = resolve(import.meta.dirname, '..');
const PLATFORM = join(SOURCES, 'platform/browser.ts');
const SPECIFIER = /(?<=\b(?:from|import)\s*)(['"])(?<name>\.{1,2}\/[^'"]+|#platform)\1/gu;

const nameOf = (file: string): string => `entente/${relative(SOURCES, file)}`;

/** Every module the page needs, under bare names that an import map leads to: so one file opens from a disk too. */
function modules(entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(nameOf(file))) continue;
    const from = file;
    found.set(nameOf(file), stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll(SPECIFIER, (_, quote: string, name: string) => {
      const target = name === '#platform' ? PLATFORM : resolve(dirname(from), name);
      waiting.push(target);
      return `${quote}${nameOf(target)}${quote}`;
    }));
  }
  return found;
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.6 "Noto Sans","Noto Sans Lao",system-ui,sans-serif}body{max-width:46rem;margin:2rem auto;padding:0 1rem}
#drop{border:2px dashed;border-radius:.5rem;padding:1.5rem;margin:1rem 0}textarea{width:100%;box-sizing:border-box;font-family:ui-monospace,monospace}
li,p{overflow-wrap:anywhere}.verdict{font-weight:bold;border-inline-start:.4rem solid;padding:.5rem 1rem}.proven{border-color:#2e7d32}.consistent{border-color:#b26a00}.broken{border-color:#b3261e}
button[aria-pressed=true]{font-weight:bold;text-decoration:underline}`;

/** What the page may do: run what it holds, and nothing else; it cannot send anything anywhere. */
export const VERIFY_PAGE_POLICY = "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page as HTML text. It works opened from a disk, and served by any web server. */
export function buildVerifyPage(): string {
  const imports = Object.fromEntries([...modules(join(SOURCES, 'page/page.ts'))].map(([name, text]) => [name, `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`]));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="${VERIFY_PAGE_POLICY}"><title>Check evidence</title><style>${STYLE}</style>
<script type="importmap">${JSON.stringify({ imports })}</script></head>
<body><nav><button type="button" lang="vi">Tiếng Việt</button> <button type="button" lang="lo">ລາວ</button> <button type="button" lang="en">English</button></nav>
<main><h1 id="heading"></h1><div id="drop"><label for="file" id="hint"></label><br><input type="file" id="file"><p id="local"></p></div>
<p><label for="roots" id="roots-label"></label></p><textarea id="roots" rows="3" spellcheck="false"></textarea>
<section id="answer" aria-live="polite"></section></main>
<script type="module">import 'entente/page/page.ts';</script></body></html>
`;
}
