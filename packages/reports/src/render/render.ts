import type { Document } from '../model/document.ts';
import type { Workbook } from '../tables/sheet.ts';

/** The document as PDF/A-2a, fonts embedded. */
export function renderPdf(_document: Document): Promise<Uint8Array> {
  return Promise.reject(new Error('the PDF writer is not here yet'));
}

/** The document as a Word file. */
export function renderDocx(_document: Document): Promise<Uint8Array> {
  return Promise.reject(new Error('the Word writer is not here yet'));
}

/** The document as one self-contained page with a print style. */
export function renderHtml(_document: Document): Promise<string> {
  return Promise.reject(new Error('the HTML writer is not here yet'));
}

/** The sheets as an Excel file. */
export function renderXlsx(_workbook: Workbook): Promise<Uint8Array> {
  return Promise.reject(new Error('the Excel writer is not here yet'));
}

/** Ends the rendering thread, if one runs. */
export function closeRenderer(): Promise<void> {
  return Promise.resolve();
}
