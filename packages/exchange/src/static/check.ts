import { equalBytes, Frontier, leafHash, openCheckpoint, parseEntries, rootFrom, tilePath, TILE_WIDTH, tileReader, type VerifierKey } from '@entente/verify';
import type { JournalFiles } from './copy.ts';

export interface CheckedFiles {
  readonly size: number;
  /** What is wrong, by a stable id, the first thing found; null when every entry, every hash tile and the signature agree. */
  readonly fault: 'unsigned' | 'entries' | 'tiles' | 'root' | null;
  readonly detail: string;
}

/**
 * Checks the files of a journal without any node: the checkpoint is signed by its key, every entry is hashed again, they
 * give the signed root, and the hash tiles give it too.
 */
export async function checkFiles(files: JournalFiles, { journal, origin }: { readonly journal: readonly VerifierKey[]; readonly origin: string }): Promise<CheckedFiles> {
  const note = await files('checkpoint');
  const opened = note ? await openCheckpoint(note, { journal, origin }) : null;
  if (!opened?.ok) return { size: 0, fault: 'unsigned', detail: opened ? opened.reason : 'there is no checkpoint' };
  const { size, root } = opened.value;
  const tree = new Frontier();
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index, width });
    const entries = parseEntries((await files(path)) ?? new Uint8Array(), width);
    if (!entries.ok) return { size, fault: 'entries', detail: path };
    for (const entry of entries.value) tree.append(leafHash(entry));
  }
  if (!equalBytes(tree.root(), root)) return { size, fault: 'root', detail: 'the entries give another root than was signed' };
  if (size === 0) return { size, fault: null, detail: '' };
  try {
    const read = tileReader(size, async ({ level, index, width }) => (await files(tilePath({ level, index, width }))) ?? new Uint8Array());
    const given = await rootFrom(size, read);
    return equalBytes(given, root) ? { size, fault: null, detail: '' } : { size, fault: 'tiles', detail: 'the hash tiles give another root than was signed' };
  } catch (error) {
    return { size, fault: 'tiles', detail: error instanceof Error ? error.message : 'a tile is missing' };
  }
}
