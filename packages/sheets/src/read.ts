/** Reading a table file by what it holds, never by its name. */
import type { Reading } from '@entente/text';
import type { SheetRead } from './cell.ts';
import { readCsv } from './csv/read.ts';
import { fault, MOST_BYTES } from './refusal.ts';
import { readXlsx } from './xlsx/read.ts';

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, to: number) => new TextDecoder('latin1').decode(bytes.subarray(0, to));

/**
 * The sheets of an Excel workbook (.xlsx), or the one of a CSV file (comma, semicolon or tab; UTF-8 or UTF-16). Refused with a reason of
 * catalogue `sheet-file`: what is another format whatever its name says, protected, damaged, or unfolds beyond 64 MB.
 */
export function readTables(bytes: Uint8Array, name: string): Reading<readonly SheetRead[]> {
  const file = name.replace(/\p{Cc}/gu, ' ').slice(-120);
  if (bytes.length === 0) return fault('empty', { file });
  if (bytes.length > MOST_BYTES) return tooLarge(file);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fault(isEncrypted(bytes) ? 'encrypted' : 'old-excel', { file });
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, file);
  const head = latin(bytes, 1024).toLowerCase();
  if (head.includes('%pdf-') || /^\W*<(!doctype|html|\?xml|table)/.test(head) || head.startsWith('{\\rtf')) return fault('not-a-table', { file });
  return readCsv(bytes, file);
}

/** The same of a file that is not in memory yet: one that is too large never comes there. */
export const readHeld = async (held: { readonly size: number; bytes(): Promise<Uint8Array> }, name: string): Promise<Reading<Uint8Array>> =>
  (held.size > MOST_BYTES ? tooLarge(name.slice(-120)) : { ok: true, value: await held.bytes() });

const tooLarge = (file: string): ReturnType<typeof fault> => fault('too-large', { file, limit: MOST_BYTES / 1024 / 1024 });

/** A protected workbook is an old container with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 2 * 1024 * 1024) & ~1)).includes('EncryptedPackage');
}
