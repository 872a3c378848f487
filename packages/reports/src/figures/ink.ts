import { piecesOf, wordsOf } from '../fonts/scripts.ts';

/**
 * The strokes of printed figures. No CSS, no `<pattern>`, no fonts by URL: what every SVG renderer (Typst, resvg, browsers,
 * Word's PNG) draws alike. Lengths are units of a quarter millimetre on A4.
 */
export const WIDTH = 640;
export const INK = '#1b1d20';
export const QUIET = '#55585e';
export const HAIR = '#cfcabd';
/** The face figures of this package name; a picture that names others is drawn as outlines in the PDF. */
export const FACE = "'Be Vietnam Pro','Noto Sans Lao','Source Serif 4',sans-serif";

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

const n = (value: number): string => String(Math.round(value * 100) / 100);

export interface Writing {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 600;
  readonly fill?: string;
}

export function write(x: number, y: number, text: string, { size = 10.5, anchor = 'start', weight = 400, fill = INK }: Writing = {}): string {
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}"${faceOf(text)}>${escapeXml(text)}</text>`;
}

/** A label with a script of its own asks for that script's face first: the rasteriser drops words it must find a face for. */
function faceOf(text: string): string {
  const script = piecesOf(text).find((piece) => piece.script)?.script;
  return script ? ` font-family="'${script.sans}',${FACE}"` : '';
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke = HAIR, width = 0.75): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** How a series or state fills its shapes, apart from its colour, so that a grey copy still tells them apart. */
export const fills = ['solid', 'rising', 'outline', 'level', 'falling'] as const;
export type Fill = (typeof fills)[number];

/** A rectangle filled in one of the five ways; hatching is drawn as lines cut to the rectangle. */
export function rectangle(x: number, y: number, width: number, height: number, colour: string, fill: Fill): string {
  const inset = 0.5;
  const frame = `<rect x="${n(x + inset)}" y="${n(y + inset)}" width="${n(Math.max(0, width - 2 * inset))}" height="${n(Math.max(0, height - 2 * inset))}"`;
  if (fill === 'solid') return `${frame} fill="${colour}" stroke="${colour}"/>`;
  const outline = `${frame} fill="#ffffff" stroke="${colour}"/>`;
  if (fill === 'outline') return outline;
  const lines = fill === 'level' ? levelLines(x, y, width, height) : slantedLines(x, y, width, height, fill === 'rising');
  return `${outline}<path d="${lines}" stroke="${colour}" stroke-width="1.1" fill="none"/>`;
}

function levelLines(x: number, y: number, width: number, height: number): string {
  let path = '';
  for (let at = 3; at < height - 1; at += 3) path += `M${n(x)} ${n(y + at)}h${n(width)}`;
  return path;
}

function slantedLines(x: number, y: number, width: number, height: number, rising: boolean): string {
  let path = '';
  for (let along = 4; along < width + height; along += 4) {
    const from = { x: Math.min(along, width), y: Math.max(0, along - width) };
    const to = { x: Math.max(0, along - height), y: Math.min(along, height) };
    const flip = (value: number): number => (rising ? y + value : y + height - value);
    path += `M${n(x + from.x)} ${n(flip(from.y))}L${n(x + to.x)} ${n(flip(to.y))}`;
  }
  return path;
}

/** Rough advance widths, in em, of the faces above: enough to wrap labels and keep them apart. */
export function widthOf(text: string, size = 10.5): number {
  let em = 0;
  for (const sign of text) em += advance(sign);
  return em * size;
}

/** The rough advance width of one character, in em. */
export function advance(sign: string): number {
  if (/\p{Mn}|\u200B/u.test(sign)) return 0;
  if (/[\u0E80-\u0EFF]/.test(sign)) return 0.62;
  if (/[iljtfr.,:;'!|()\-\s]/.test(sign)) return 0.32;
  if (/[mwMW@%—]/.test(sign)) return 0.9;
  return /\p{Lu}/u.test(sign) ? 0.7 : /\d/.test(sign) ? 0.62 : 0.58;
}

/** The text in lines no wider than `room`; breaks between words only, in scripts without spaces by dictionary. */
export function wrap(text: string, room: number, size = 10.5): readonly string[] {
  const words = piecesOf(text).flatMap(({ text: piece, script }) => (script ? wordsOf(piece, script.lang) : piece.split(/(?<=\s)/)));
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && widthOf((last + word).trimEnd(), size) > room) lines.push(word.trimStart());
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((each) => each.trim());
}

/** Lines of a label, from the first baseline down. */
export function writeLines(x: number, y: number, lines: readonly string[], writing: Writing = {}): string {
  const step = (writing.size ?? 10.5) * (lines.some((each) => /[\u0E80-\u0EFF]/.test(each)) ? 1.6 : 1.3);
  return lines.map((each, index) => write(x, y + index * step, each, writing)).join('');
}

/** The picture: `viewBox` only, so that the page decides its size. */
export function drawing(height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${n(height)}" font-family="${FACE}">${parts.join('')}</svg>`;
}

export interface LegendEntry {
  readonly label: string;
  readonly draw: (x: number, y: number) => string;
}

/** A legend on as many lines as it takes; its height comes back with it. */
export function legend(entries: readonly LegendEntry[], y: number): { readonly svg: string; readonly height: number } {
  let x = 0;
  let row = 0;
  let svg = '';
  for (const { label, draw } of entries) {
    const width = 16 + widthOf(label, 10) + 18;
    if (x > 0 && x + width > WIDTH) {
      x = 0;
      row += 1;
    }
    svg += draw(x, y + row * 18 + 1) + write(x + 16, y + row * 18 + 10, label, { size: 10, fill: QUIET });
    x += width;
  }
  return { svg, height: entries.length === 0 ? 0 : (row + 1) * 18 + 6 };
}
