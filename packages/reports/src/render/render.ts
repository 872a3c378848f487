import type { DocxOptions } from '../docx/write.ts';
import { writeHtml } from '../html/page.ts';
import type { HtmlOptions } from '../html/page.ts';
import { assertDrawable } from '../model/check.ts';
import type { Document } from '../model/document.ts';
import type { Workbook } from '../tables/sheet.ts';
import { ask } from './process.ts';

/**
 * The document as PDF/A-2a: tagged, every font embedded, the same bytes for the same document. Set in a process of its own,
 * so the caller's event loop stays free; the compiler stays warm there for two minutes. Rejects with `DocumentError` (all
 * problems at once) when the document cannot be drawn.
 */
export async function renderPdf(document: Document): Promise<Uint8Array> {
  assertDrawable(document);
  return await ask({ format: 'pdf', document });
}

/**
 * The document as a Word file: the working copy, with Word's own styles, navigation, contents and footnotes. Drawn in
 * the rendering process. Rejects like `renderPdf`.
 */
export async function renderDocx(document: Document, options: DocxOptions = {}): Promise<Uint8Array> {
  assertDrawable(document);
  return await ask({ format: 'docx', document, options });
}

/** The document as one self-contained HTML page with a print style. Throws `DocumentError` like `renderPdf`. */
export function renderHtml(document: Document, options?: HtmlOptions): string {
  assertDrawable(document);
  return writeHtml(document, options);
}

/** The sheets as an Excel file, numbers as numbers where Excel can hold them exactly, as text where it cannot. */
export async function renderXlsx(workbook: Workbook): Promise<Uint8Array> {
  return await ask({ format: 'xlsx', workbook });
}
