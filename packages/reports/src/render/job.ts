import type { Problem } from '@entente/text';
import type { DocxOptions } from '../docx/write.ts';
import type { Document } from '../model/document.ts';
import type { Workbook } from '../tables/sheet.ts';

/** What the rendering process is asked for. */
export type Job =
  | { readonly format: 'pdf'; readonly document: Document }
  | { readonly format: 'docx'; readonly document: Document; readonly options: DocxOptions }
  | { readonly format: 'xlsx'; readonly workbook: Workbook };

export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** What it answers: the file (and whether it ends now), what is wrong with the document, or how it failed. */
export type Answer =
  | { readonly id: number; readonly bytes: Uint8Array; readonly retiring: boolean }
  | { readonly id: number; readonly problems: readonly Problem[] }
  | { readonly id: number; readonly failure: string };
