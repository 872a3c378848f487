import { isLanguageTag, problem } from '@entente/text';
import type { Problem } from '@entente/text';
import type { Block, Cell, Document, Row, Table, Text } from './document.ts';
import { isPicture } from './picture.ts';

/** A document that cannot be drawn, with everything that is wrong with it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`the document cannot be drawn: ${problems.map(({ id, path }) => `${id} at ${path || 'the document'}`).join(', ')}`);
    this.problems = problems;
  }
}

interface Found {
  readonly parties: ReadonlySet<string>;
  readonly ids: Set<string>;
  readonly links: { href: string; path: string }[];
  readonly problems: Problem[];
}

/** Everything that would keep the document from being drawn as meant, all at once; empty when nothing does. */
export function checkDocument(document: Document): readonly Problem[] {
  const found: Found = { parties: new Set(document.parties.map(({ id }) => id)), ids: new Set(), links: [], problems: [] };
  const { problems } = found;
  if (document.date !== undefined && !isDay(document.date)) problems.push(problem('reports.badDate', { date: document.date }, 'date'));
  checkLanguage(found, document.lang, 'lang');
  for (const [index, party] of document.parties.entries()) {
    if (!/^#[0-9a-f]{6}$/i.test(party.colour)) problems.push(problem('reports.badColour', { colour: party.colour }, `parties.${index}.colour`));
  }
  checkBlocks(found, document.blocks, 'blocks');
  for (const { href, path } of found.links) {
    const known = href.startsWith('#') ? found.ids.has(href.slice(1)) : /^(https?:\/\/|mailto:)\S+$/i.test(href);
    if (!known) problems.push(problem('reports.badLink', { href }, path));
  }
  return problems;
}

/** Throws a `DocumentError` when there is a problem. */
export function assertDrawable(document: Document): void {
  const problems = checkDocument(document);
  if (problems.length > 0) throw new DocumentError(problems);
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function checkLanguage(found: Found, lang: string | undefined, path: string): void {
  if (lang !== undefined && !isLanguageTag(lang)) found.problems.push(problem('reports.badLanguage', { lang }, path));
}

function checkParty(found: Found, party: string | undefined, path: string): void {
  if (party !== undefined && !found.parties.has(party)) found.problems.push(problem('reports.unknownParty', { party }, path));
}

function checkText(found: Found, text: Text | undefined, path: string): void {
  if (text === undefined || typeof text === 'string') return;
  for (const [index, run] of text.entries()) {
    if (typeof run === 'string') continue;
    if (run.href !== undefined) found.links.push({ href: run.href, path: `${path}.${index}` });
    checkLanguage(found, run.lang, `${path}.${index}.lang`);
    checkText(found, run.note, `${path}.${index}.note`);
  }
}

function checkBlocks(found: Found, blocks: readonly Block[], path: string): void {
  for (const [index, block] of blocks.entries()) checkBlock(found, block, `${path}.${index}`);
}

function checkBlock(found: Found, block: Block, path: string): void {
  if ('lang' in block) checkLanguage(found, block.lang, `${path}.lang`);
  if ('id' in block && block.id !== undefined) {
    if (found.ids.has(block.id)) found.problems.push(problem('reports.sameId', { id: block.id }, path));
    found.ids.add(block.id);
  }
  switch (block.kind) {
    case 'heading': case 'annex': case 'paragraph': return checkText(found, block.text, `${path}.text`);
    case 'list': return checkList(found, block, path);
    case 'table': return checkTable(found, block, path);
    case 'figure': return checkFigure(found, block, path);
    case 'voice':
      for (const party of block.parties) checkParty(found, party, `${path}.parties`);
      return checkBlocks(found, block.blocks, `${path}.blocks`);
    case 'comparison':
      for (const [index, side] of block.sides.entries()) {
        checkParty(found, side.party, `${path}.sides.${index}.party`);
        checkBlocks(found, side.blocks, `${path}.sides.${index}.blocks`);
      }
      return;
    case 'facts':
      for (const [index, entry] of block.entries.entries()) checkText(found, entry.text, `${path}.entries.${index}.text`);
      return;
    case 'quote':
      for (const [index, text] of block.paragraphs.entries()) checkText(found, text, `${path}.paragraphs.${index}`);
      return checkText(found, block.source, `${path}.source`);
    case 'pageBreak':
  }
}

function checkList(found: Found, list: Extract<Block, { kind: 'list' }>, path: string): void {
  for (const [index, item] of list.items.entries()) {
    checkText(found, item.text, `${path}.items.${index}.text`);
    if (item.list) checkList(found, item.list, `${path}.items.${index}.list`);
  }
}

function checkFigure(found: Found, figure: Extract<Block, { kind: 'figure' }>, path: string): void {
  if (!isPicture(figure.svg)) found.problems.push(problem('reports.badPicture', {}, `${path}.svg`));
  checkText(found, figure.caption, `${path}.caption`);
  if (figure.data) checkTable(found, figure.data, `${path}.data`);
}

function checkTable(found: Found, table: Table, path: string): void {
  checkText(found, table.caption, `${path}.caption`);
  checkRows(found, (table.head ?? []).map((cells) => ({ cells })), table.columns.length, `${path}.head`);
  checkRows(found, table.rows, table.columns.length, `${path}.rows`);
}

/** Every row must fill the table's columns, counting cells that reach down from rows above. */
function checkRows(found: Found, rows: readonly Row[], expected: number, path: string): void {
  let reaching: number[] = [];
  for (const [index, row] of rows.entries()) {
    checkParty(found, row.party, `${path}.${index}.party`);
    const cells = row.cells.map((cell): Cell => (isCell(cell) ? cell : { text: cell }));
    for (const [place, cell] of cells.entries()) checkText(found, cell.text, `${path}.${index}.cells.${place}`);
    const given = cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0) + (reaching[0] ?? 0);
    if (given !== expected) found.problems.push(problem('reports.rowWidth', { given, expected }, `${path}.${index}`));
    reaching = reaching.slice(1);
    for (const cell of cells) for (let down = 0; down < (cell.rows ?? 1) - 1; down += 1) reaching[down] = (reaching[down] ?? 0) + (cell.span ?? 1);
  }
}

/** Whether a table cell is written out, not just its text. */
export const isCell = (cell: Text | Cell): cell is Cell => typeof cell === 'object' && !Array.isArray(cell);
