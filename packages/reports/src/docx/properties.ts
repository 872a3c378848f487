import { escapeXml } from '../figures/ink.ts';
import type { Document } from '../model/document.ts';
import { cleanText } from '../model/spans.ts';

/** The file's own account of itself (ECMA-376 part 2, core properties), dated by the document where it has a date. */
export function coreProperties({ title, subtitle, lang, date }: Document): string {
  const created = date === undefined ? new Date().toISOString() : `${date}T00:00:00Z`;
  const element = (name: string, text: string): string => `<${name}>${escapeXml(cleanText(text))}</${name}>`;
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${created}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('dc:title', title)}${subtitle === undefined ? '' : element('dc:description', subtitle)}${element('dc:language', lang)}${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}
