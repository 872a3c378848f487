/** A journal as a folder of static files (C2SP tlog-tiles), which any web server or CDN serves and anyone can check. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseCheckpoint, parseNote, parseTilePath, tilePath, tilesBetween } from '@entente/verify';
import type { JournalPlace } from '@entente/kernel';
import { journalFile, type JournalSource } from '../serve/index.ts';

/** Answers the file at a path below a journal, null where there is none. */
export type JournalFiles = (path: string) => Promise<Uint8Array | null>;

/** The files of a journal that a node holds. */
export const filesOf = (kernel: JournalSource, place: JournalPlace): JournalFiles => async (path) => (await journalFile(kernel, place, path))?.bytes ?? null;

/** Leaf indexes are 32-bit numbers. */
const MOST_LEAVES = 2 ** 31 - 1;

export interface Copied { readonly size: number; readonly written: number }

/**
 * Brings a folder level with a journal: what is new is written, the checkpoint last, so that a reader of the folder never
 * finds one whose tiles are not there. Tiles that were ragged stay beside the full ones. Throws when the source lacks a file.
 */
export async function copyJournal(source: JournalFiles, folder: string): Promise<Copied> {
  const note = await source('checkpoint');
  if (note === null) return { size: 0, written: 0 };
  const size = sizeOf(note);
  const file = join(folder, 'checkpoint');
  const before = existsSync(file) ? sizeOf(await readFile(file)) : 0;
  const tiles = before > size ? [] : tilesBetween(before, size);
  let written = 0;
  for (const tile of tiles) {
    const path = tilePath(tile);
    const bytes = await source(path);
    if (bytes === null) throw new Error(`the source has no ${path}`);
    await writeWhole(join(folder, path), bytes);
    written += 1;
  }
  const cosigned = await source('cosigned');
  if (cosigned !== null) await writeWhole(join(folder, 'cosigned'), cosigned);
  await writeWhole(file, note);
  return { size, written: written + 1 };
}

/** The files of a folder that was copied, or that a web server mirrors. Only names that such a folder has are looked at. */
export const filesIn = (folder: string): JournalFiles => async (path) => {
  if (path !== 'checkpoint' && path !== 'cosigned' && !parseTilePath(path)) return null;
  const file = join(folder, path);
  return existsSync(file) ? readFile(file) : null;
};

function sizeOf(note: Uint8Array): number {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (!checkpoint.ok) throw new Error(`the checkpoint cannot be read: ${checkpoint.reason}`);
  if (checkpoint.value.size > MOST_LEAVES) throw new Error(`no journal has ${checkpoint.value.size} acts`);
  return checkpoint.value.size;
}

/** Writes beside and renames: no reader ever sees half of a file. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  await writeFile(beside, bytes);
  await rename(beside, file);
}
