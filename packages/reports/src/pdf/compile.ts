import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Coverage } from '../fonts/coverage.ts';
import { fontFiles } from '../fonts/files.ts';
import type { Document } from '../model/document.ts';
import { contentOf } from './content.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = ['look.typ', 'blocks.typ', 'report.typ'];
const template = `${folder}report.typ`;
const content = `${folder}content.json`;

let ready: { readonly compiler: NodeCompiler; readonly coverage: Coverage } | undefined;

function warm(): NonNullable<typeof ready> {
  if (ready) return ready;
  const fonts = fontFiles.map((path) => readFileSync(path));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts }] });
  for (const name of sources) compiler.addSource(`${folder}${name}`, readFileSync(`${folder}${name}`, 'utf8'));
  return (ready = { compiler, coverage: new Coverage(fonts) });
}

/**
 * The document as PDF/A-2a (ISO 19005-2, tagged, fonts embedded). The compiler sees the shipped fonts only and no files but
 * the template and the data. Throws with the compiler's own words if it refuses.
 */
export function compilePdf(document: Document): Uint8Array {
  const { compiler, coverage } = warm();
  compiler.mapShadow(content, Buffer.from(contentOf(document, coverage)));
  try {
    // PDF/A wants a date of creation: a dated document's own, so that the same document gives the same bytes; else now.
    const created = (document.date === undefined ? Date.now() : Date.parse(`${document.date}T00:00:00Z`)) / 1000;
    // Straight to PDF: a compiled document held by JavaScript would stay in memory until garbage is collected.
    return compiler.pdf({ mainFilePath: template }, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(created) });
  } finally {
    compiler.unmapShadow(content);
    compiler.evictCache(0);
  }
}
