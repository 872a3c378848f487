import { byWord, wordsOf } from '../vocabulary/index.ts';
import { letterPlace, romanValue } from './label.ts';

/** How deep a style usually stands: an article holds numbers, numbers hold letters, letters hold dashes. */
export const RANK = { word: 0, roman: 1, capital: 2, decimal: 3, bracketed: 4, levels: 4, letter: 5, small: 6, bullet: 7 } as const;

/** One way of reading the beginning of a line as the number of an item. */
export interface Marker {
  /** Only markers of one style make a list. */
  readonly style: string;
  readonly rank: number;
  /** As it is called in an item's number: `5`, `II`, `a`, `5.1`. */
  readonly label: string;
  /** Its place in the list, from 1; for letters the place in the alphabet; 0 for bullets. */
  readonly value: number;
  /** The number above it, of `5.1`. */
  readonly above?: string;
  /** Units of the line the marker takes, with the space after it. */
  readonly length: number;
  /** `Phụ lục 1`, `Chương II`: begins a section, is no item. */
  readonly section?: 'annex' | 'chapter';
  /** Letters read as digits, or a missing point: believed only where exactly this number is due. */
  readonly unsure?: boolean;
}

const DECIMAL = /^(\()?(\d{1,4}(?: \d(?= ?[.)]))?)(?: ?(\.?\)|\.-|\.|[:/])|(?= ?-+ ))([ \t]*)/;
const LEVELS = /^((?:\d{1,3}|[IVX]{1,5}|[A-H])(?:\.[1-9]\d?){1,4})([.):]?)(?=[ \t]|$|\p{L})[ \t]*/u;
const SCANNED = /^(\()?([\dlIO|]{1,3}) ?([.)])[ \t]+/;
const ROMAN = /^(\()?([ivx]{1,6}|[IVX]{1,6})(?: ?(\.?\)|[.:/])|(?= -+ ))[ \t]*/;
const LETTER = /^(\()?([A-Za-zđĐ]|[ກ-ຮ])(\.?\)|[./])(?:[ \t]+|$|(?=\p{L}))/u;
const BULLET = /^(?:([-+*•·●○◦▪▫■□►▶➢➤✓✔‣⁃§\uE000-\uF8FF])(?: +|\t+|(?=[\p{Lu}\p{Lo}]))|(o)(?:\t| {2,}))/u;
const TABBED = /^(\d{1,3})\t+/;
/** A number and a capital, nothing between: only where no better numbers are. */
const BARE = /^(\d{1,3})[ \t]+(?=[\p{Lu}\p{Script=Lao}])/u;
const DECORATION = /^(?:[#>] ?|\*\*|__){1,3}/;
/** What follows a number that counts or measures, or a range: no item. */
const COUNTED = /^(?:-? ?\d|[%°º])/u;

/** A number without any mark: "1 Hai bên trao đổi thông tin". */
export function bareMarkerOf(line: string): Marker[] {
  const match = BARE.exec(line);
  return match ? [{ style: 'decimal:', rank: RANK.decimal, label: String(Number(match[1])), value: Number(match[1]), length: match[0].length, unsure: true }] : [];
}

/** Every way the line may begin an item or a section; none for most lines. */
export function markersOf(line: string): Marker[] {
  const decoration = DECORATION.exec(line)?.[0].length ?? 0;
  const rest = decoration > 0 ? line.slice(decoration) : line;
  const found = worded(rest);
  if (found.length === 0 && /^[\d(lIO|A-HVX]/.test(rest)) found.push(...numbered(rest));
  if (found.length === 0 || /^[(IVXivxl]/.test(rest)) found.push(...lettered(rest));
  const marked = decoration > 0 ? found.map((marker) => ({ ...marker, length: decoration + marker.length + closingMark(rest, marker.length) })) : found;
  if (marked.length === 0 && decoration === 0) return bulleted(rest);
  return marked;
}

/** The end of bold type right behind the number. */
const closingMark = (rest: string, at: number) => /^(?:\*\*|__) ?/.exec(rest.slice(at))?.[0].length ?? 0;

/** `Điều 3.`, `ARTICLE IV`, `ມາດຕາ 3`, `Phụ lục 1`. */
function worded(line: string): Marker[] {
  const found = wordsOf(line);
  if (!found) return [];
  const { word, value, label, length, section, bare } = found;
  // "Điều 3 của Hiệp định" in a wrapped line speaks of an article, it does not begin one.
  if (bare && /^[\p{Ll}(,;]/u.test(line.slice(length).trimStart())) return [];
  if (bare && byWord.ofPhrase.test(line.slice(length).trimStart())) return [];
  return [{ style: `word:${word}`, rank: RANK.word, label, value, length, ...(section ? { section } : {}) }];
}

function numbered(line: string): Marker[] {
  const levels = LEVELS.exec(line);
  if (levels) {
    const path = levels[1] ?? '';
    const cut = path.lastIndexOf('.');
    const depth = path.split('.').length;
    if (isDate(path) || COUNTED.test(line.slice(levels[0].length))) return [];
    return [{
      style: `levels:${depth}`, rank: RANK.levels + depth / 10, label: path, above: path.slice(0, cut), value: Number(path.slice(cut + 1)), length: levels[0].length,
    }];
  }
  const decimal = DECIMAL.exec(line);
  if (decimal) return ofDecimal(decimal, line);
  const tabbed = TABBED.exec(line);
  if (tabbed) return [{ style: 'decimal:tab', rank: RANK.decimal, label: String(Number(tabbed[1])), value: Number(tabbed[1]), length: tabbed[0].length, unsure: true }];
  return scanned(line);
}

function ofDecimal(match: RegExpExecArray, line: string): Marker[] {
  const [whole, open, digits = '', stop, space] = match;
  let length = whole.length;
  let mark = stop ?? '';
  if (stop === undefined) {
    const dash = /^ ?-+ +/.exec(line.slice(length));
    if (!dash) return [];
    mark = '-';
    length += dash[0].length;
  }
  if (open && !mark.endsWith(')')) return [];
  const rest = line.slice(length);
  if (rest !== '' && COUNTED.test(rest) && (mark === '-' || space === '' || mark === '/')) return [];
  const value = Number(digits.replace(' ', ''));
  const style = open ? 'decimal:()' : `decimal:${mark === '.-' ? '.' : mark}`;
  return [{ style, rank: open ? RANK.bracketed : RANK.decimal, label: String(value), value, length, ...(digits.includes(' ') ? { unsure: true } : {}) }];
}

/** 1.2.31: nobody numbers so far down. */
const isDate = (path: string) => /^\d{1,2}\.\d{1,2}\.\d{2}$/.test(path);

/** Scanners take 1 for l or I and 0 for O. */
function scanned(line: string): Marker[] {
  const match = SCANNED.exec(line);
  if (!match || !/[lIO|]/.test(match[2] ?? '')) return [];
  const value = Number((match[2] ?? '').replace(/[lI|]/g, '1').replace(/O/g, '0'));
  const style = match[1] ? 'decimal:()' : `decimal:${match[3]}`;
  return [{ style, rank: match[1] ? RANK.bracketed : RANK.decimal, label: String(value), value, length: match[0].length, unsure: true }];
}

function lettered(line: string): Marker[] {
  const found: Marker[] = [];
  const roman = ROMAN.exec(line);
  const upper = roman ? /^\(?[IVX]/.test(roman[0]) : false;
  const value = roman ? romanValue(roman[2] ?? '') : 0;
  if (roman && value > 0 && (!roman[1] || roman[3] === ')')) {
    const dash = roman[3] === undefined ? /^ ?-+ +/.exec(line.slice(roman[0].length))?.[0].length ?? 0 : 0;
    const style = `${upper ? 'ROMAN' : 'roman'}:${roman[1] ? '()' : roman[3] ?? '-'}`;
    found.push({ style, rank: upper ? RANK.roman : RANK.small, label: roman[2] ?? '', value, length: roman[0].length + dash });
  }
  const letter = LETTER.exec(line);
  if (letter && (!letter[1] || letter[3] === ')') && !isAbbreviation(line, letter)) {
    const label = letter[2] ?? '';
    const capital = /\p{Lu}/u.test(label);
    const style = `${capital ? 'LETTER' : 'letter'}:${letter[1] ? '()' : letter[3] ?? ''}`;
    found.push({ style, rank: capital ? RANK.capital : RANK.letter, label, value: letterPlace(label), length: letter[0].length });
  }
  return found;
}

/** `a.m.`, `U.S.`: a letter and a point with a letter right behind it. */
const isAbbreviation = (line: string, match: RegExpExecArray) => match[3] === '.' && /^\p{L}\./u.test(line.slice(match[0].length));

function bulleted(line: string): Marker[] {
  const match = BULLET.exec(line);
  if (!match) return [];
  const glyph = match[1] ?? 'o';
  return [{ style: `bullet:${glyph}`, rank: RANK.bullet, label: '', value: 0, length: match[0].length }];
}
