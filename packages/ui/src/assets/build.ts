import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dateWords } from './date-words.ts';
import { paletteCss, samplePalettes, type Palette } from './palette.ts';

/** A static file: its name carries the hash of its bytes, so it may be kept for ever. */
export interface Asset {
  /** Absolute path on the site, e.g. `/assets/entente.1a2b3c4d.css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Media type for the Content-Type header. */
  readonly type: string;
  readonly immutable: boolean;
}

/** What `Page` links to. */
export interface AssetLinks {
  readonly css: string;
  readonly script: string;
  /** Inline, to spare a request: the content security policy allows `img-src 'self' data:`. */
  readonly icon: string;
}

export interface Assets {
  readonly files: readonly Asset[];
  readonly links: AssetLinks;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const read = (name: string): string => readFileSync(`${here}${name}`, 'utf8');
const styles = ['tokens', 'base', 'frame', 'voice', 'text', 'form', 'data', 'chart', 'map', 'print'] as const;
const scripts = ['start', 'fields', 'combobox', 'draft'] as const;

/** Builds style sheet, script, icon and fonts once at start-up. Colours of parties come from the cooperations' data. */
export function buildAssets(palettes: readonly Palette[] = [], base = '/assets'): Assets {
  const named = (name: string, ending: string, type: string, bytes: Uint8Array): Asset => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    return { path: `${base}/${name}.${hash}.${ending}`, bytes, type, immutable: true };
  };
  const fonts = readdirSync(`${here}fonts`).filter((f) => f.endsWith('.woff2'))
    .map((f) => named(f.slice(0, -'.woff2'.length), 'woff2', 'font/woff2', readFileSync(`${here}fonts/${f}`)));
  const fontPath = (name: string): string => {
    const found = fonts.find((f) => f.path.startsWith(`${base}/${name}.`));
    if (!found) throw new Error(`style sheet names a font that is not there: ${name}`);
    return found.path;
  };
  const sheet = styles.map((name) => read(`styles/${name}.css`)).join('\n').replace(/url\(font:([a-z0-9-]+)\)/gu, (_, name: string) => `url(${fontPath(name)})`);
  const css = named('entente', 'css', 'text/css; charset=utf-8', Buffer.from(compactCss(sheet) + paletteCss([...palettes, ...samplePalettes])));
  const script = named('entente', 'js', 'text/javascript; charset=utf-8', Buffer.from(dateWords() + compactScript(scripts.map((name) => read(`scripts/${name}.js`)).join('\n'))));
  const icon = `data:image/svg+xml,${read('icon.svg').trim().replaceAll('"', "'").replaceAll('#', '%23')}`;
  return { files: [css, script, ...fonts], links: { css: css.path, script: script.path, icon } };
}

/** Leaves out comments and the space between rules. */
const compactCss = (css: string): string =>
  css.replace(/\/\*[^]*?\*\//gu, '').replace(/\s+/gu, ' ').replace(/ ?([{};,>]) ?/gu, '$1').replace(/;\}/gu, '}').replace(/: /gu, ':').trim();

/** Leaves out whole-line comments and indentation; line ends stay, so that nothing changes its meaning. */
const compactScript = (source: string): string =>
  source.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^(\/\/|\/?\*)/u.test(line)).join('\n');
