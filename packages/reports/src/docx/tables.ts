import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { IBorderOptions, ITableCellOptions, ParagraphChild } from 'docx';
import { isCell } from '../model/check.ts';
import type { Cell, Column, Row, StateMark, Table as TableBlock, Text } from '../model/document.ts';
import { HAIR, INK, QUIET, WASH } from './page.ts';

export type Draw = (part: { readonly text: Text; readonly lang?: string | undefined; readonly provenance?: Cell['provenance'] }, bold: boolean) => ParagraphChild[];

export const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const noBorders = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** A coloured rule, in eighths of a point. */
export const rule = (color: string, size = 18): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color, space: 0 });

const alignments = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT };

/** A state's disc as a character. */
const discs: Readonly<Record<StateMark['shape'], string>> = { done: '●', running: '◐', late: '⊘', none: '○' };

interface Setting {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly style: string;
  readonly ruled: boolean;
  readonly draw: Draw;
  readonly partyColour: (party: string) => string;
}

/** The columns' widths in twips, by their shares. */
export function columnWidths(columns: readonly Column[], total: number): readonly number[] {
  const shares = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  return columns.map(({ width = 1 }) => Math.floor((total * width) / shares));
}

export function drawTable(table: TableBlock, total: number, draw: Draw, partyColour: (party: string) => string): Table {
  const widths = columnWidths(table.columns, total);
  const setting: Setting = {
    columns: table.columns, widths, style: table.compact ? 'TableSmall' : 'TableText', ruled: table.rows.some(({ party }) => party !== undefined), draw, partyColour,
  };
  const head = [...(table.head ?? []), table.columns.map(({ label, align, numeric }): Cell => ({ text: label, align: align ?? (numeric ? 'end' : 'start') }))];
  return new Table({
    width: { size: total, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, borders: noBorders,
    margins: { left: 40, right: 80 },
    rows: [...drawHead(head, setting), ...drawRows(table.rows, setting)],
  });
}

/** Columns that cells from rows above reach down into, as a count of rows still to come for each. */
function starts(rows: readonly (readonly (Text | Cell)[])[], columns: number): number[][] {
  const reach = Array.from({ length: columns }, () => 0);
  return rows.map((cells) => {
    let at = 0;
    const begins: number[] = [];
    const next = reach.map((left) => Math.max(0, left - 1));
    for (const cell of cells) {
      while (at < columns && (reach[at] ?? 0) > 0) at += 1;
      begins.push(Math.min(at, columns - 1));
      const { span = 1, rows: down = 1 } = isCell(cell) ? cell : {};
      for (let across = 0; across < span; across += 1) next[at + across] = down - 1;
      at += span;
    }
    reach.splice(0, columns, ...next.slice(0, columns));
    return begins;
  });
}

function drawHead(head: readonly (readonly (Text | Cell)[])[], setting: Setting): TableRow[] {
  const begins = starts(head, setting.columns.length);
  return head.map((cells, y) => new TableRow({
    tableHeader: true, cantSplit: true,
    children: cells.map((cell, index) => {
      const { span = 1, rows = 1 } = isCell(cell) ? cell : {};
      const last = y + rows === head.length;
      const bottom = last ? rule(INK, 6) : span > 1 && isCell(cell) && cell.text !== '' ? rule(QUIET, 4) : NONE;
      return drawCell(cell, begins[y]?.[index] ?? 0, setting, true, {
        verticalAlign: VerticalAlignTable.BOTTOM, borders: { bottom, top: y === 0 ? rule(INK, 6) : NONE }, ...(span > 1 && !last ? { centred: true } : {}),
      });
    }),
  }));
}

function drawRows(rows: readonly Row[], setting: Setting): TableRow[] {
  const begins = starts(rows.map(({ cells }) => cells), setting.columns.length);
  return rows.map((row, y) => new TableRow({
    cantSplit: true,
    children: row.cells.map((cell, index) => {
      const column = begins[y]?.[index] ?? 0;
      const left = column === 0 && row.party !== undefined ? { left: rule(setting.partyColour(row.party)) } : {};
      return drawCell(cell, column, setting, row.style === 'group' || row.style === 'total', {
        borders: { bottom: rule(HAIR, 4), ...(row.style === 'total' ? { top: rule(INK, 6) } : {}), ...left },
        ...(row.style === 'group' ? { shading: { type: ShadingType.CLEAR, fill: WASH }, keepNext: true } : {}),
      });
    }),
  }));
}

type CellLook = Omit<ITableCellOptions, 'children'> & { readonly centred?: boolean; readonly keepNext?: boolean };

function drawCell(given: Text | Cell, column: number, setting: Setting, bold: boolean, { centred, keepNext = false, ...look }: CellLook): TableCell {
  const cell: Cell = isCell(given) ? given : { text: given };
  const { span = 1, rows = 1 } = cell;
  const { align = 'start', numeric = false } = setting.columns[column] ?? {};
  const side = cell.align ?? (numeric ? 'end' : align);
  const state = cell.state ? setting.draw({ text: `${discs[cell.state.shape]} ${cell.state.label}${cell.text === undefined ? '' : '\n'}` }, bold) : [];
  const children = [...state, ...setting.draw({ text: cell.text ?? '', lang: cell.lang, provenance: cell.provenance }, bold || cell.bold === true)];
  const width = setting.widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    ...look,
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}), ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(setting.ruled && column === 0 ? { margins: { left: 120 } } : {}),
    children: [new Paragraph({ style: setting.style, keepNext, alignment: centred ? AlignmentType.CENTER : alignments[side], children })],
  });
}
