import type { Document } from '../model/document.ts';

export interface HtmlOptions {
  /** Embeds the fonts of scripts that many systems lack. True when left out. */
  readonly embedFonts?: boolean;
}

export const writeHtml = (document: Document, _options: HtmlOptions = {}): string => document.title;
