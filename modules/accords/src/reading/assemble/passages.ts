import type { Plain } from '../layout/plain.ts';
import type { Line } from '../layout/lines.ts';
import type { Structure } from '../structure.ts';
import type { Passage, PassageRole } from '../types.ts';
import type { Draft } from './items.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly role: PassageRole;
  readonly item?: number;
}

/** The role of every line, then of the sentences in prose that are candidates; neighbours of one role are one passage. */
export function passagesOf(structure: Structure, title: readonly Line[], items: readonly Draft[], plain: Plain): Passage[] {
  const roles = rolesByLine(structure, title, items);
  const pieces: Piece[] = [];
  for (const line of structure.all) {
    const { role, item } = roles.get(line.start) ?? { role: 'prose' as const };
    pieces.push({ start: line.start, end: line.end, role, ...(item === undefined ? {} : { item }) });
  }
  const cut = items.some(({ source, parent }) => source === 'sentence' && parent === undefined) ? withCandidates(pieces, items) : pieces;
  return merged(cut).map(({ start, end, role, item }) => ({ role, span: plain.span(start, end), ...(item === undefined ? {} : { item }) }));
}

function rolesByLine(structure: Structure, title: readonly Line[], items: readonly Draft[]): Map<number, { role: PassageRole; item?: number }> {
  const roles = new Map<number, { role: PassageRole; item?: number }>();
  const { entries } = structure.selection;
  const first = entries[0]?.node.line;
  for (const line of structure.lines) {
    roles.set(line.start, { role: first === undefined ? 'prose' : line.index < first ? 'preamble' : 'prose' });
  }
  const ofItem = new Map(items.map((item, at) => [`${item.list} ${item.number}`, at] as const));
  for (const { entry, paragraphs, above } of structure.extents) {
    const item = ofItem.get(`${entry.list} ${entry.number}`) ?? 0;
    const own = structure.lines[entry.node.line];
    for (const line of [...(own ? [own] : []), ...paragraphs.flatMap(({ lines }) => lines)]) roles.set(line.start, { role: 'item', item });
    for (const line of above?.lines ?? []) roles.set(line.start, { role: 'heading' });
  }
  const lastItem = structure.extents.reduce((end, extent) => Math.max(end, extent.end), 0);
  for (const { lines } of structure.after) for (const line of lines) roles.set(line.start, { role: line.start >= lastItem ? 'closing' : 'prose' });
  for (const at of structure.tables) mark(roles, structure.lines[at], 'table');
  for (const { line } of structure.outline.sections) mark(roles, structure.lines[line], 'heading');
  for (const { line } of structure.selection.headings) mark(roles, structure.lines[line], 'heading');
  for (const { line, role } of structure.removed) roles.set(line.start, { role });
  for (const [at, item] of items.entries()) if (item.source === 'numbered' && structure.extents.length === 0) roles.set(lineAt(structure, item.at.start), { role: 'item', item: at });
  for (const line of title) roles.set(line.start, { role: 'title' });
  return roles;
}

const lineAt = (structure: Structure, place: number) => structure.lines.find(({ start, end }) => start <= place && place <= end)?.start ?? -1;

function mark(roles: Map<number, { role: PassageRole; item?: number }>, line: Line | undefined, role: PassageRole): void {
  if (line && roles.get(line.start)?.role !== 'item') roles.set(line.start, { role });
}

/** Cuts the candidates' sentences out of their paragraphs. */
function withCandidates(pieces: readonly Piece[], items: readonly Draft[]): Piece[] {
  const own = items.flatMap((item, at) => (item.parent === undefined ? [{ ...item.at, item: at }] : []));
  let next = 0;
  return pieces.flatMap((piece) => {
    const parts: Piece[] = [];
    let { start } = piece;
    while (next < own.length && (own[next]?.end ?? 0) <= piece.start) next += 1;
    for (let at = next; at < own.length; at += 1) {
      const span = own[at];
      if (!span || span.start >= piece.end) break;
      const from = Math.max(span.start, piece.start);
      const to = Math.min(span.end, piece.end);
      if (from > start) parts.push({ ...piece, start, end: from });
      parts.push({ start: from, end: to, role: 'item', item: span.item });
      start = to;
    }
    if (start < piece.end) parts.push({ ...piece, start });
    return parts;
  });
}

function merged(pieces: readonly Piece[]): Piece[] {
  const passages: Piece[] = [];
  for (const piece of pieces) {
    const last = passages.at(-1);
    if (last && last.role === piece.role && last.item === piece.item) passages[passages.length - 1] = { ...last, end: piece.end };
    else passages.push(piece);
  }
  return passages;
}
