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

const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf6;--sheet:#fff;--ink:#1b1d20;--quiet:#4a4d53;--rule:#d9d4c7;--good:#2b663b;--open:#7a5200;--bad:#a03a00;--focus:#0b57d0;font:1rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Lao",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#141516;--sheet:#1c1e20;--ink:#eeede8;--quiet:#c0c1c3;--rule:#3b3e42;--good:#86d39c;--open:#f0c064;--bad:#ffa36b;--focus:#9cc2ff}}
:lang(lo){line-height:1.8}body{margin:0;background:var(--paper);color:var(--ink)}header{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:center;justify-content:space-between;padding:.4rem 1.25rem;border-bottom:1px solid var(--rule);background:var(--sheet)}header b{font-family:Georgia,"Noto Serif",serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}h1{font:600 1.6rem/1.4 Georgia,"Noto Serif","Noto Serif Lao",serif;margin:0 0 1rem}h1:lang(lo){line-height:1.8}h2{font-size:1.05rem;margin:1.75rem 0 .4rem}h3{font-size:1rem;margin:1rem 0 .3rem}
button,label[for=file]{font:inherit;color:inherit;min-height:2.75rem;cursor:pointer}button{background:none;border:0;border-bottom:2px solid transparent;padding:0 .6rem}button[aria-pressed=true]{font-weight:600;border-color:var(--ink)}
#drop{border:1px dashed var(--quiet);border-radius:4px;background:var(--sheet);padding:1.25rem;margin:1rem 0 1.5rem}#drop p{margin:0}#file{position:absolute;opacity:0;width:1px;height:1px}
label[for=file]{display:inline-flex;align-items:center;margin:.75rem .75rem .75rem 0;padding:0 1.1rem;border:1px solid var(--ink);border-radius:3px;background:var(--ink);color:var(--paper);font-weight:600}:focus-visible,#file:focus-visible+label{outline:3px solid var(--focus);outline-offset:2px}
#local,.quiet{color:var(--quiet);font-size:.92rem}textarea{width:100%;box-sizing:border-box;font:.9rem/1.5 ui-monospace,monospace;color:inherit;background:var(--sheet);border:1px solid var(--quiet);border-radius:3px;padding:.5rem}
li,p{overflow-wrap:anywhere}.verdict{font-weight:600;border:1px solid var(--rule);border-inline-start:5px solid;border-radius:3px;background:var(--sheet);padding:.7rem 1rem;margin-top:1.5rem}.proven{border-inline-start-color:var(--good)}.consistent{border-inline-start-color:var(--open)}.broken{border-inline-start-color:var(--bad)}.proven:before{content:"✓ "}.consistent:before{content:"○ "}.broken:before{content:"✕ "}
@media print{header,#drop,textarea,#roots-label{display:none}}`;

/** What the page may do: run what it holds, and nothing else; it cannot send anything anywhere. */
export const VERIFY_PAGE_POLICY = "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page as HTML text. It works opened from a disk, and served by any web server. */
export function buildVerifyPage(): string {
  const imports = Object.fromEntries([...modules(join(SOURCES, 'page/page.ts'))].map(([name, text]) => [name, `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`]));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="${VERIFY_PAGE_POLICY}"><title>Check evidence</title><style>${STYLE}</style>
<script type="importmap">${JSON.stringify({ imports })}</script></head>
<body><header><b>Entente</b><nav><button type="button" lang="vi">Tiếng Việt</button> <button type="button" lang="lo">ລາວ</button> <button type="button" lang="en">English</button></nav></header>
<main><h1 id="heading"></h1><div id="drop"><p id="hint"></p><input type="file" id="file" aria-describedby="hint"><label for="file" id="choose"></label><span id="chosen"></span><p id="local"></p></div>
<p><label for="roots" id="roots-label"></label></p><textarea id="roots" rows="3" spellcheck="false"></textarea>
<section id="answer" aria-live="polite"></section></main>
<script type="module">import 'entente/page/page.ts';</script></body></html>
`;
}
