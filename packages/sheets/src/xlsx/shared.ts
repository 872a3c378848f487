import { eventsOf } from '../xml.ts';
import { attributesOf } from './attributes.ts';

/** Escapes of characters XML cannot hold: `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The workbook's texts, in order; how a text is set and how it is read aloud (`rPh`) are left out. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let [text, inText, inPhonetic]: [string | null, boolean, boolean] = [null, false, false];
  for (const event of eventsOf(xml)) {
    if (event.is === 'text') {
      if (inText && !inPhonetic && text !== null) text += event.text;
    } else if (event.name === 'si') {
      if (event.is === 'open' && !event.closed) text = '';
      else { strings.push(unescaped(text ?? '')); text = null; }
    } else if (event.name === 't') inText = event.is === 'open' && !event.closed;
    else if (event.name === 'rPh') inPhonetic = event.is === 'open' && !event.closed;
  }
  return strings;
}

/** Number formats that show a date (ECMA-376 part 1, 18.8.30), with the East Asian ones. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format of one's own shows a date when a y, m or d stands in it outside quotes, brackets and escapes, and it is not of hours only. */
function isDateFormat(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '').toLowerCase();
  return /[yd]/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare));
}

/** Whether cells of a style hold dates. */
export function dateStyles(xml: string): (style: number) => boolean {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const event of eventsOf(xml)) {
    if (event.is === 'text') continue;
    if (event.name === 'cellXfs') inCells = event.is === 'open';
    if (event.is !== 'open') continue;
    if (event.name === 'numFmt') {
      const { numFmtId = '', formatCode = '' } = attributesOf(event.attributes);
      own.set(Number(numFmtId), isDateFormat(formatCode));
    }
    if (event.name !== 'xf' || !inCells) continue;
    const id = Number(attributesOf(event.attributes)['numFmtId'] ?? '0');
    styles.push(own.get(id) ?? isBuiltInDate(id));
  }
  return (style) => styles[style] ?? false;
}
