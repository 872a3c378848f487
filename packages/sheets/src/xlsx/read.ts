/** An Excel workbook (ECMA-376 part 1, SpreadsheetML), as Excel, LibreOffice, WPS and web programs write it. */
import { read, type Reading } from '@entente/text';
import type { SheetRead } from '../cell.ts';
import { fault, MOST_BYTES, MOST_ROWS } from '../refusal.ts';
import { eventsOf, UnwelcomeXml } from '../xml.ts';
import { contentOf, entriesOf, type Entry } from '../zip.ts';
import { attributesOf } from './attributes.ts';
import { readSheet, TooManyRows, type Book } from './sheet.ts';
import { dateStyles, sharedStrings } from './shared.ts';

class Unreadable extends Error {
  readonly why: 'too-large' | 'damaged';
  constructor(why: 'too-large' | 'damaged') { super(why); this.why = why; }
}

/** Opens parts of the archive; together they may unfold to so much and no more. */
function opener(entries: ReadonlyMap<string, Entry>): (path: string) => string | undefined {
  let left = MOST_BYTES;
  return (path) => {
    const entry = entries.get(path);
    if (!entry) return undefined;
    const content = contentOf(entry, left);
    if (typeof content === 'string') throw new Unreadable(content);
    left -= content.length;
    return new TextDecoder().decode(content);
  };
}

/** The sheets of a workbook, in its order. */
export function readXlsx(bytes: Uint8Array, file: string): Reading<readonly SheetRead[]> {
  const entries = entriesOf(bytes);
  if (!entries) return fault('damaged', { file });
  if ([...entries.values()].some((entry) => entry.encrypted)) return fault('encrypted', { file });
  if (!entries.has('xl/workbook.xml')) return fault('not-a-table', { file });
  try {
    return read(sheetsOf(opener(entries)));
  } catch (error) {
    if (error instanceof TooManyRows) return fault('too-many-rows', { file, limit: MOST_ROWS });
    if (error instanceof UnwelcomeXml) return fault('damaged', { file });
    if (error instanceof Unreadable) return error.why === 'damaged' ? fault('damaged', { file }) : fault('too-large', { file, limit: MOST_BYTES / 1024 / 1024 });
    throw error;
  }
}

function sheetsOf(open: (path: string) => string | undefined): readonly SheetRead[] {
  const targets = new Map<string, string>();
  for (const event of eventsOf(open('xl/_rels/workbook.xml.rels') ?? '')) {
    if (event.is !== 'open' || event.name !== 'Relationship') continue;
    const { Id = '', Target = '' } = attributesOf(event.attributes);
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let from1904 = false;
  for (const event of eventsOf(open('xl/workbook.xml') ?? '')) {
    if (event.is !== 'open') continue;
    const attributes = attributesOf(event.attributes);
    if (event.name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
    if (event.name === 'sheet') sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', path: targets.get(attributes['id'] ?? '') ?? '' });
  }
  const book: Book = { strings: sharedStrings(open('xl/sharedStrings.xml') ?? ''), isDate: dateStyles(open('xl/styles.xml') ?? ''), from1904 };
  return sheets.map(({ name, hidden, path }) => ({ name, hidden, rows: readSheet(open(path) ?? '', book) }));
}
