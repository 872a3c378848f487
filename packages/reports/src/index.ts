export type {
  Annex, Block, Cell, Column, Comparison, Document, Facts, Figure, Heading, LanguageTag, List, ListItem, PageBreak, Paragraph, Party, Provenance,
  Quote, Row, Run, Side, StateMark, Table, Text, Voice,
} from './model/document.ts';
export {
  annex, bold, bullets, comparison, facts, figure, footnoted, heading, inLanguage, italic, link, numbered, pageBreak, paragraph, quote, state, table,
  voice,
} from './model/build.ts';
export type { Sheet, SheetColumn, SheetValue, Workbook } from './tables/sheet.ts';
export { sheet } from './tables/sheet.ts';
export { closeRenderer, renderDocx, renderHtml, renderPdf, renderXlsx } from './render/render.ts';
export { renderCsv } from './tables/csv.ts';
