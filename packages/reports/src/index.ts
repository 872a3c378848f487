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
export { renderDocx, renderHtml, renderPdf, renderXlsx } from './render/render.ts';
export { closeRenderer } from './render/process.ts';
export { checkDocument, DocumentError } from './model/check.ts';
export type { DocxOptions } from './docx/write.ts';
export type { HtmlOptions } from './html/page.ts';
export { renderCsv } from './tables/csv.ts';
export { bars } from './figures/bars.ts';
export type { Bars, Drawn, Series } from './figures/bars.ts';
export { multiples } from './figures/multiples.ts';
export type { Multiples } from './figures/multiples.ts';
export { timeline } from './figures/timeline.ts';
export type { Timeline, TimelineEvent } from './figures/timeline.ts';
