/** Table files as offices use them: Excel workbooks and CSV, read with bounds and written so that they can be filled in. */
export { cellName, columnName, type Cell, type Row, type SheetRead } from './cell.ts';
export { defused, undefused } from './formula-guard.ts';
export { readHeld, readTables } from './read.ts';
export { MOST_ROWS } from './refusal.ts';
export { csvPieces } from './csv/write.ts';
export { xlsxPieces, XLSX_TYPE, type Choices, type SheetColumn, type SheetFrame, type SheetToWrite, type Value } from './xlsx/write.ts';
