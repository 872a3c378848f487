import type { Result } from '@entente/kernel';
import type { Upload } from '../types.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './text.ts';
import { refusal } from './refusal.ts';

/** Longest text taken, in bytes; a Word file may be larger for its pictures. */
export const LONGEST_TEXT = 5 * 1024 * 1024;
const LONGEST_FILE = 25 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, from: number, to: number) => new TextDecoder('latin1').decode(bytes.subarray(from, to));

/**
 * The text of an uploaded file: plain text in UTF-8 or UTF-16, or the paragraphs of a Word document. Anything else is
 * refused with a reason in catalogue `source-text`: `pdf`, `doc`, `rtf`, `html`, `not-docx`, `encrypted`, `binary`, `encoding`,
 * `too-large`, `empty`, `damaged`. Nothing is guessed into another encoding: a mangled name would be signed by two sides.
 */
export function readUpload(bytes: Uint8Array, name: string): Result<Upload> {
  const file = shown(name);
  if (bytes.length === 0) return refusal('empty', { file });
  if (bytes.length > LONGEST_FILE) return tooLarge(file);
  if (latin(bytes, 0, 1024).includes('%PDF-')) return refusal('pdf', { file });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refusal(isEncrypted(bytes) ? 'encrypted' : 'doc', { file });
  if (latin(bytes, 0, 6) === '{\\rtf1' || latin(bytes, 0, 5) === '{\\rtf') return refusal('rtf', { file });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readDocx(bytes, file);
  if (startsWith(bytes, 0x50, 0x4b)) return refusal('damaged', { file });
  if (bytes.length > LONGEST_TEXT) return refusal('too-large', { file, limit: LONGEST_TEXT / 1024 / 1024 });
  return decodeText(bytes, file);
}

/** The same of a file that is not in memory yet: one that is too large never comes there. */
export const readUploaded = async (file: { readonly name: string; readonly size: number; bytes(): Promise<Uint8Array> }): Promise<Result<Upload>> =>
  (file.size > LONGEST_FILE ? tooLarge(shown(file.name)) : readUpload(await file.bytes(), file.name));

const shown = (name: string): string => name.replace(/\p{Cc}/gu, ' ').slice(-120);
const tooLarge = (file: string): Result<never> => refusal('too-large', { file, limit: LONGEST_FILE / 1024 / 1024 });

/** A protected Word document is an old container with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 2 * 1024 * 1024) & ~1)).includes('EncryptedPackage');
}
