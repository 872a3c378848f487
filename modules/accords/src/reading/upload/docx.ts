import type { Result } from '@entente/kernel';
import type { Upload } from '../types.ts';
import { numberingOf } from './numbering.ts';
import { refusal } from './refusal.ts';
import { paragraphsOfDocument } from './wordprocessing.ts';
import { UnwelcomeXml } from '@entente/sheets/package';
import { contentOf, entriesOf } from '@entente/sheets/package';
import type { Entry } from '@entente/sheets/package';

/** Largest part of a Word file that is inflated; its text may then be 5 MiB at most. */
const LARGEST_PART = 48 * 1024 * 1024;
const LONGEST_TEXT = 5 * 1024 * 1024;

/** The text of a Word document: its paragraphs as they read now, with their numbers. */
export function readDocx(bytes: Uint8Array, file: string): Result<Upload> {
  const entries = entriesOf(bytes);
  if (!entries) return refusal('damaged', { file });
  const main = entries.get('word/document.xml') ?? [...entries.values()].find(({ name }) => /^word\/document\d?\.xml$/.test(name));
  if (!main) return refusal('not-docx', { file });
  if (main.encrypted) return refusal('encrypted', { file });
  const parts = [main, entries.get('word/numbering.xml'), entries.get('word/styles.xml')].map((entry) => partOf(entry));
  if (parts.includes('too-large')) return refusal('too-large', { file, limit: LONGEST_TEXT / 1024 / 1024 });
  if (parts[0] === 'damaged') return refusal('damaged', { file });
  const [document, numbering, styles] = parts.map((part) => (typeof part === 'string' ? '' : part.xml)) as [string, string, string];
  try {
    const text = paragraphsOfDocument(document, numberingOf(numbering, styles)).join('\n');
    if (text.length > LONGEST_TEXT) return refusal('too-large', { file, limit: LONGEST_TEXT / 1024 / 1024 });
    return text.trim() === '' ? refusal('empty', { file }) : { ok: true, value: { text, kind: 'docx' } };
  } catch (error) {
    if (error instanceof UnwelcomeXml) return refusal('damaged', { file });
    throw error;
  }
}

function partOf(entry: Entry | undefined): { xml: string } | 'too-large' | 'damaged' {
  if (!entry) return { xml: '' };
  const content = contentOf(entry, LARGEST_PART);
  return typeof content === 'string' ? content : { xml: new TextDecoder().decode(content) };
}
